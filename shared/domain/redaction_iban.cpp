// IBANs (ISO 13616), written or spelled.
#include <algorithm>
#include <optional>

#include "absl/container/flat_hash_map.h"
#include "shared/domain/number_words.h"
#include "shared/domain/redaction_detail.h"

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
      {"ing", "ingb"}, {"rabobank", "rabo"}, {"abn", "abna"}, {"sns", "snsb"}, {"asn", "asnb"}, {"triodos", "trio"}};
  const auto found = codes->find(word);
  return found == codes->end() ? word : found->second;
}

bool is_ascii_letters(std::string_view key) {
  return !key.empty() && std::all_of(key.begin(), key.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

class IbanReader {
 public:
  explicit IbanReader(const std::vector<Token>& tokens) : tokens_(tokens) {}

  // The last token of an IBAN that begins at `first`; absent when none does.
  std::optional<std::size_t> read(std::size_t first) {
    std::size_t at = first;
    read_.clear();
    if (!read_country(at)) return std::nullopt;
    const std::size_t wanted = length_of(read_.substr(0, 2));
    for (std::size_t gap = 0; at < tokens_.size() && read_.size() < wanted;) {
      const std::size_t before = read_.size();
      if (!add(at)) return std::nullopt;
      gap = read_.size() == before ? gap + 1 : 0;
      if (gap > 4 || read_.size() > wanted) return std::nullopt;
    }
    if (read_.size() != wanted || !has_right_shape()) return std::nullopt;
    if (!passes_mod_97(read_) && cue_before(tokens_, first) != Cue::kBank) return std::nullopt;
    return at - 1;
  }

 private:
  bool read_country(std::size_t& at) {
    const std::string& key = tokens_[at].key;
    if (tokens_[at].kind != TokenKind::kWord) return false;
    if (key.size() == 2) {
      read_ = key;
      ++at;
    } else if (key.size() == 1 && at + 1 < tokens_.size() && tokens_[at + 1].key.size() == 1) {
      read_ = key + tokens_[at + 1].key;
      at += 2;
    } else {
      return false;
    }
    return is_ascii_letters(read_) && length_of(read_) > 0;
  }

  // Adds what token `at` says and moves on; false when it cannot be part of an IBAN.
  bool add(std::size_t& at) {
    const Token& token = tokens_[at];
    const bool bank =
        has_letter_bank_code(std::string_view(read_).substr(0, 2)) && read_.size() >= 4 && read_.size() < 8;
    if (token.kind == TokenKind::kPlaceholder) return false;
    if (token.kind == TokenKind::kMark) {
      ++at;
      return token.key == "-" || token.key == "." || token.key == "," || token.key == " ";
    }
    if (token.kind == TokenKind::kDigits) {
      read_ += token.key;
      ++at;
      return !bank;
    }
    if (bank && is_ascii_letters(token.key) && token.key.size() <= 8) return add_bank(at);
    std::size_t next = at;
    const std::string digits = digits_at(tokens_, at, next);
    if (!digits.empty()) {
      read_ += digits;
      at = next;
      return true;
    }
    ++at;
    if (read_.size() == 8 && (token.key == "amro" || token.key == "bank")) return true;
    if (is_filler(token.key) || token.key == "en" || token.key == "dan" || token.key == "and" || token.key == "then")
      return true;
    if (!is_ascii_letters(token.key) || token.key.size() > 4 || read_.size() < 4) return false;
    read_ += token.key;
    return true;
  }

  bool add_bank(std::size_t& at) {
    const std::string& key = tokens_[at].key;
    ++at;
    if (is_filler(key) || key == "dan" || key == "amro" || key == "en" || key == "then") return true;
    read_ += read_.size() == 4 ? bank_code(key) : std::string_view(key);
    return read_.size() <= 8;
  }

  bool has_right_shape() const {
    if (!is_digit(read_[2]) || !is_digit(read_[3])) return false;
    const std::string_view country = std::string_view(read_).substr(0, 2);
    if (!has_letter_bank_code(country)) return country != "be" || std::all_of(read_.begin() + 2, read_.end(), is_digit);
    return std::none_of(read_.begin() + 4, read_.begin() + 8, is_digit) &&
           std::all_of(read_.begin() + 8, read_.end(), is_digit);
  }

  const std::vector<Token>& tokens_;
  std::string read_;
};

}  // namespace

void find_ibans(const std::vector<Token>& tokens, Finding& finding) {
  IbanReader reader(tokens);
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    if (finding.taken[at]) continue;
    const auto last = reader.read(at);
    if (!last || !finding.is_free(at, *last)) continue;
    finding.take(tokens, at, *last, SpanKind::kIban);
    at = *last;
  }
}

}  // namespace aandacht::domain::redaction
