// IBANs (ISO 13616), written or spelled.
#include <algorithm>
#include <optional>

#include "absl/container/flat_hash_map.h"
#include "shared/domain/redaction_checks.h"
#include "shared/domain/redaction_digits.h"
#include "shared/domain/redaction_search.h"
#include "shared/domain/redaction_told.h"

namespace aandacht::domain::redaction {
namespace {

// Lengths from the SWIFT IBAN registry.
std::size_t length_of(std::string_view country) {
  static const auto* lengths = new absl::flat_hash_map<std::string_view, std::size_t>{
      {"nl", 18}, {"be", 16}, {"de", 22}, {"fr", 27}, {"gb", 22}, {"lu", 20}, {"es", 24}, {"it", 27}, {"pt", 25},
      {"at", 20}, {"ch", 21}, {"ie", 22}, {"dk", 18}, {"se", 24}, {"no", 15}, {"fi", 18}, {"pl", 28}, {"cz", 24},
      {"sk", 24}, {"hu", 28}, {"ro", 24}, {"bg", 22}, {"hr", 21}, {"si", 19}, {"ee", 20}, {"lv", 21}, {"lt", 20},
      {"gr", 27}, {"cy", 28}, {"mt", 31}, {"tr", 26}, {"li", 21}, {"mc", 27}, {"sm", 27}, {"ad", 24}, {"is", 26},
      {"ua", 29}, {"rs", 22}, {"ba", 20}, {"al", 28}, {"me", 22}, {"mk", 19}, {"il", 23}, {"sa", 24}, {"ae", 23},
      {"tn", 24}, {"ma", 28}, {"gi", 23}, {"fo", 18}, {"gl", 18}};
  const auto found = lengths->find(country);
  return found == lengths->end() ? 0 : found->second;
}

bool has_letter_bank_code(std::string_view country) { return country == "nl" || country == "gb" || country == "ie"; }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool passes_mod_97(std::string_view iban) {
  int remainder = 0;
  for (std::size_t i = 0; i < iban.size(); ++i) {
    const char c = iban[(i + 4) % iban.size()];
    remainder = is_digit(c) ? (remainder * 10 + (c - '0')) % 97 : (remainder * 100 + (c - 'a' + 10)) % 97;
  }
  return remainder == 1;
}

// Banks by the name that people say instead of the code.
std::string_view bank_code(std::string_view word) {
  static const auto* codes = new absl::flat_hash_map<std::string_view, std::string_view>{
      {"ing", "ingb"}, {"rabobank", "rabo"}, {"abn", "abna"},     {"sns", "snsb"},
      {"asn", "asnb"}, {"triodos", "trio"},  {"revolut", "revo"}, {"regiobank", "rbrb"}};
  const auto found = codes->find(word);
  return found == codes->end() ? word : found->second;
}

bool is_known_bank(std::string_view code) {
  for (const std::string_view known :
       {"ingb", "rabo", "abna", "snsb", "asnb", "trio", "knab", "bunq", "revo", "rbrb", "fvlb", "hand", "nnba", "ntsb",
        "deut", "bnga", "nwbk", "barc", "lloy", "hbuk", "midl", "abby", "rbos", "mony", "srlg", "aibk", "bofi"}) {
    if (code == known) return true;
  }
  return false;
}

// Countries whose letters are no common word: a part of such an IBAN is believed.
bool is_telling_country(std::string_view country) {
  return country == "nl" || country == "gb" || country == "fr" || country == "lu" || country == "be";
}

bool is_ascii_letters(std::string_view key) {
  return !key.empty() && std::all_of(key.begin(), key.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// "a es en be": names of letters that are words anywhere else.
char letter_in_bank_code(std::string_view word) {
  static const auto* letters = new absl::flat_hash_map<std::string_view, char>{
      {"be", 'b'}, {"ce", 'c'}, {"de", 'd'}, {"ge", 'g'}, {"pe", 'p'}, {"te", 't'}, {"ve", 'v'}, {"ka", 'k'}};
  const auto found = letters->find(word);
  return found == letters->end() ? 0 : found->second;
}

class IbanReader {
 public:
  explicit IbanReader(const Search& search) : search_(search), tokens_(search.tokens) {}

  // The last token of an IBAN that begins at `first`; absent when none does.
  std::optional<std::size_t> read(std::size_t first) {
    lenient_ = false;
    const std::optional<std::size_t> strictly = read_from(first);
    if (read_.size() < 4 || !is_telling_country(std::string_view(read_).substr(0, 2))) return strictly;
    const std::size_t wanted = length_of(std::string_view(read_).substr(0, 2));
    if (read_.size() >= wanted) return strictly;
    // "… even mijn bril pakken …": only what is whole in the end went on behind the words.
    lenient_ = true;
    const std::optional<std::size_t> leniently = read_from(first);
    return leniently && read_.size() == wanted && has_right_shape() ? leniently : strictly;
  }

 private:
  std::optional<std::size_t> read_from(std::size_t first) {
    std::size_t at = first;
    read_.clear();
    if (!read_country(at)) return std::nullopt;
    const std::size_t wanted = length_of(read_.substr(0, 2));
    last_ = at - 1;
    for (std::size_t gap = 0;
         at < tokens_.size() && read_.size() < wanted && gap <= (lenient_ ? kWidestInterruption : kWidestGap);) {
      const std::size_t before = read_.size();
      if (!add(at)) break;
      gap = read_.size() == before ? gap + 1 : 0;
      if (gap == 0) last_ = at - 1;
    }
    const bool whole = read_.size() == wanted && has_right_shape();
    if (whole && passes_mod_97(read_)) return last_;
    if (read_.size() < 4 || !is_digit(read_[2]) || !is_digit(read_[3])) return std::nullopt;
    const Told told = cue_before(tokens_, first);
    const bool cued = told.cue == Cue::kBank || (told.cue == Cue::kNone && search_.expected.has(Cue::kBank));
    if (whole && cued) return with_rest();
    const bool bank = read_.size() >= 8 && is_known_bank(std::string_view(read_).substr(4, 4));
    const bool part = is_telling_country(std::string_view(read_).substr(0, 2)) && told.cue != Cue::kStays &&
                      (bank || (cued && read_.size() >= 4));
    if (part && (read_.size() >= 6 || cued)) return with_rest();
    return std::nullopt;
  }

  static constexpr std::size_t kWidestGap = 6;
  static constexpr std::size_t kWidestInterruption = 12;
  static constexpr std::size_t kMostCorrected = 8;  // digits

  // Digits said again: the number is longer than it should be.
  std::size_t with_rest() const {
    std::size_t last = last_;
    std::size_t length = 0;
    for (std::size_t at = last_ + 1; at < tokens_.size() && at <= last + 4;) {
      std::size_t next = at;
      const std::string digits = digits_at(tokens_, at, next);
      if (digits.empty()) {
        if (tokens_[at].kind != TokenKind::kWord || !tokens_[at].has(kFiller | kCorrection)) break;
        ++at;
        continue;
      }
      length += digits.size();
      if (length > kMostCorrected) break;
      last = next - 1;
      at = next;
    }
    return last;
  }

  bool read_country(std::size_t& at) {
    const Token& token = tokens_[at];
    if (token.kind != TokenKind::kWord) return false;
    // "en el": so the letters sound; what follows must be a check number.
    const std::string_view sound = key_at(tokens_, at + 1);
    if (token.key == "en" && (sound == "el" || sound == "l" || sound == "ell")) {
      read_ = "nl";
      at += 2;
      return true;
    }
    if ((token.key == "bee" || token.key == "b") && (sound == "ee" || sound == "e")) {
      read_ = "be";
      at += 2;
      return true;
    }
    if (token.key.size() == 2 && is_ascii_letters(token.key)) {
      read_ = token.key;
      ++at;
      return length_of(read_) > 0;
    }
    if (token.key == "enel") {
      read_ = "nl";
      ++at;
      return true;
    }
    if (token.key == "nederland" || token.key == "netherlands" || token.key == "belgie") {
      read_ = token.key[0] == 'n' ? "nl" : "be";
      ++at;
      return true;
    }
    std::size_t next = at;
    const char first = letter_at(tokens_, at, next);
    if (first == 0) return false;
    at = next;
    if (key_at(tokens_, at) == ".") ++at;
    const char second = letter_at(tokens_, at, next);
    if (second == 0) return false;
    at = next;
    read_ = {first, second};
    return length_of(read_) > 0;
  }

  // Adds what token `at` says and moves on; false when it cannot be part of an IBAN.
  bool add(std::size_t& at) {
    const Token& token = tokens_[at];
    const std::string_view country = std::string_view(read_).substr(0, 2);
    // "nl drie bunq": half of the check digits is not said, or not heard.
    if (read_.size() == 3 && country == "nl" && is_known_bank(bank_code(token.key))) read_.insert(2, "0");
    const bool bank = has_letter_bank_code(country) && read_.size() >= 4 && read_.size() < 8;
    if (token.kind == TokenKind::kPlaceholder) return false;
    if (token.kind == TokenKind::kMark) {
      ++at;
      return token.key == "-" || token.key == "." || token.key == ",";
    }
    if (token.kind == TokenKind::kDigits) {
      if (bank) return false;
      read_ += token.key;
      ++at;
      return true;
    }
    if (bank) return add_bank(at) || lenient_;
    std::size_t next = at;
    const std::string digits = digits_at(tokens_, at, next);
    if (!digits.empty()) {
      read_ += digits;
      at = next;
      return true;
    }
    ++at;
    if (read_.size() == 8 && (token.key == "amro" || token.key == "bank")) return true;
    if (read_.size() == 8 && token.key.size() == 1 && token.key[0] == read_[7]) return true;  // "ing b"
    if (token.has(kFiller | kGap | kStop | kConnector) && token.cue == Cue::kNone) return true;
    if (lenient_) return true;
    // Only some countries have letters further on ("FR14 2004 1010 0505 0001 3M02 606").
    if (has_letter_bank_code(country) || country == "be" || read_.size() < 4) return false;
    if (!is_ascii_letters(token.key) || token.key.size() > 4 || token.has(kStop | kConnector)) return false;
    read_ += token.key;
    return true;
  }

  bool add_bank(std::size_t& at) {
    const Token& token = tokens_[at];
    std::size_t next = at + 1;
    const char letter = letter_at(tokens_, at, next);
    const bool whole_code = token.key.size() >= 2 && (read_.size() == 4 || token.key.size() <= 8 - read_.size());
    const std::string_view code = read_.size() == 4 ? bank_code(token.key) : std::string_view(token.key);
    const bool named = lenient_ ? read_.size() == 4 && is_known_bank(code) : token.letter == 0 || token.key.size() == 1;
    if (whole_code && named && is_ascii_letters(code) && code.size() + read_.size() <= 8 &&
        !token.has(kFiller | kGap)) {
      read_ += code;
      ++at;
      return true;
    }
    if (letter != 0) {
      read_ += letter;
      at = next;
      return true;
    }
    ++at;
    if (const char named_here = letter_in_bank_code(token.key); read_.size() > 4 && named_here != 0) {
      read_ += named_here;
      return true;
    }
    return token.has(kFiller | kGap) || token.key == "amro" || token.key == "bank";
  }

  bool has_right_shape() const {
    if (!is_digit(read_[2]) || !is_digit(read_[3])) return false;
    const std::string_view country = std::string_view(read_).substr(0, 2);
    if (!has_letter_bank_code(country)) return country != "be" || std::all_of(read_.begin() + 2, read_.end(), is_digit);
    return std::none_of(read_.begin() + 4, read_.begin() + 8, is_digit) &&
           std::all_of(read_.begin() + 8, read_.end(), is_digit);
  }

  const Search& search_;
  const Tokens& tokens_;
  std::string read_;
  std::size_t last_ = 0;
  bool lenient_ = false;  // Words that belong to something else may interrupt it.
};

}  // namespace

void find_ibans(Search& search) {
  IbanReader reader(search);
  for (std::size_t at = 0; at < search.tokens.size(); ++at) {
    if (search.taken[at]) continue;
    const auto last = reader.read(at);
    if (!last || !search.is_free(at, *last)) continue;
    search.take(at, *last, SpanKind::kIban);
    at = *last;
  }
}

}  // namespace aandacht::domain::redaction
