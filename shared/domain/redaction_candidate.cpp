#include "shared/domain/redaction_candidate.h"

#include <algorithm>

#include "shared/base/one_of.h"
#include "shared/domain/redaction_digits.h"

namespace aandacht::domain::redaction {

bool Candidate::is_number_alone() const {
  return std::all_of(tokens.begin() + static_cast<std::ptrdiff_t>(from),
                     tokens.begin() + static_cast<std::ptrdiff_t>(to), [](const Token& token) {
                       return token.kind != TokenKind::kWord || token.value >= 0 || token.key == "hundred" ||
                              token.has(kFiller | kStop);
                     });
}

std::string Candidate::digits() const {
  std::string digits;
  for (std::size_t at = from; at < to;) {
    std::size_t next = at;
    const std::string said = digits_at(tokens, at, next);
    digits += said.empty() && tokens[at].kind == TokenKind::kDigits ? std::string(tokens[at].key) : said;
    at = std::max(next, at + 1);
  }
  return digits;
}

bool Candidate::is_everybodys_number() const {
  return base::is_one_of(tokens[from].key, {"0800", "0900", "0906", "0909", "112", "911", "999", "111"});
}

bool Candidate::is_beside_found() const {
  return std::find(search.taken.begin(), search.taken.end(), true) != search.taken.end();
}

bool follows_fault(const Candidate& candidate) {
  if (candidate.from > 1 && candidate.tokens[candidate.from - 1].key == "code" &&
      base::is_one_of(candidate.tokens[candidate.from - 2].key, {"icd", "error", "fault", "dtc", "obd"}))
    return true;
  return candidate.from > 0 && base::is_one_of(candidate.tokens[candidate.from - 1].key,
                                               {"fout", "error", "foutcode", "foutmelding", "storing", "errorcode"});
}

bool is_mail_port(const Candidate& candidate) {
  if (candidate.to - candidate.from != 1) return false;
  const bool usual =
      base::is_one_of(candidate.tokens[candidate.from].key, {"25", "110", "143", "465", "587", "993", "995"});
  return usual && std::any_of(candidate.tokens.begin(), candidate.tokens.end(), [](const Token& token) {
           return base::is_one_of(token.key, {"imap", "smtp", "pop", "pop3", "poort", "poorten", "port", "ports"});
         });
}

}  // namespace aandacht::domain::redaction
