#include <utf8proc.h>

#include <algorithm>
#include <array>

#include "shared/base/one_of.h"
#include "shared/domain/normalise.h"
#include "shared/domain/redaction_token.h"

namespace aandacht::domain::redaction {
namespace {

constexpr std::size_t kLongestKey = 48;

constexpr std::array<SpanKind, 9> kPlaceholderKinds = {
    SpanKind::kCardNumber, SpanKind::kCardCode, SpanKind::kIban,      SpanKind::kBsn,     SpanKind::kEmail,
    SpanKind::kPhone,      SpanKind::kSecret,   SpanKind::kBirthDate, SpanKind::kPostcode};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// Length of the letter at `at` in bytes; 0 when there is none.
std::size_t letter_length(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  const auto c = static_cast<unsigned char>(text[at]);
  if (c < 0x80) return is_ascii_letter(text[at]) ? 1 : 0;
  utf8proc_int32_t value = -1;
  const auto length =
      utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at),
                       static_cast<utf8proc_ssize_t>(std::min<std::size_t>(4, text.size() - at)), &value);
  if (length <= 0) return 0;
  const utf8proc_category_t category = utf8proc_category(value);
  const bool letter = category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_MN;
  return letter ? static_cast<std::size_t>(length) : 0;
}

std::size_t apostrophe_at(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  if (rest.starts_with("'")) return 1;
  return rest.starts_with("\u2019") ? 3 : 0;
}

std::size_t end_of_word(std::string_view text, std::size_t at) {
  for (;;) {
    while (at < text.size() && is_ascii_letter(text[at])) ++at;
    const std::size_t letter = letter_length(text, at);
    if (letter > 0) {
      at += letter;
      continue;
    }
    const std::size_t apostrophe = at < text.size() ? apostrophe_at(text, at) : 0;
    if (apostrophe == 0 || letter_length(text, at + apostrophe) == 0) return at;
    at += apostrophe;
  }
}

std::optional<SpanKind> placeholder_at(std::string_view text, std::size_t at) {
  for (const SpanKind kind : kPlaceholderKinds) {
    if (text.substr(at).starts_with(placeholder(kind))) return kind;
  }
  return std::nullopt;
}

std::size_t bytes_of_character(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
  return end - at;
}

std::string key_of(std::string_view word) {
  if (word.size() > kLongestKey) return {};
  std::string key(word);
  for (char& c : key) {
    if (static_cast<unsigned char>(c) >= 0x80) return fold(normalise(word).text);
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return key;
}

// "@united, my bag": who is written to, where a mailbox would go on. Where the name ends; 0: it is none.
std::size_t end_of_handle(std::string_view text, std::size_t at) {
  const auto is_part = [&](std::size_t i) { return i < text.size() && (text[i] == '_' || is_digit(text[i])); };
  std::size_t end = at + 1;
  if (letter_length(text, end) == 0) return 0;
  while (is_part(end) || letter_length(text, end) > 0) end += is_part(end) ? 1 : letter_length(text, end);
  const bool goes_on = end + 1 < text.size() && base::is_one_of(text.substr(end, 1), {".", "-", "@"}) &&
                       (is_part(end + 1) || letter_length(text, end + 1) > 0);
  if (goes_on || (look_up(key_of(text.substr(at + 1, end - at - 1))).roles & kMailHouse) != 0) return 0;
  std::size_t next = end;
  while (next < text.size() && is_space(text[next])) ++next;
  const bool is_domain = base::is_one_of(text.substr(next, end_of_word(text, next) - next), {"punt", "dot", "point"});
  return is_domain ? 0 : end;
}

void put_handle(std::string_view text, std::size_t at, std::size_t end, Token& token) {
  token.kind = TokenKind::kWord;
  token.begin = at;
  token.end = end;
  token.key = key_of(text.substr(at, end - at));
}

void put_token(std::string_view text, std::size_t at, Token& token) {
  token.begin = at;
  if (is_digit(text[at])) {
    token.kind = TokenKind::kDigits;
    token.end = at;
    while (token.end < text.size() && is_digit(text[token.end])) ++token.end;
    token.key = text.substr(at, std::min<std::size_t>(token.end - at, 64));
  } else if (letter_length(text, at) > 0) {
    token.kind = TokenKind::kWord;
    token.end = end_of_word(text, at);
    token.key = key_of(text.substr(at, token.end - at));
    token.upper = text[at] >= 'A' && text[at] <= 'Z';
    static_cast<Lexeme&>(token) = look_up(token.key);
  } else if (const auto kind = text[at] == '[' ? placeholder_at(text, at) : std::nullopt) {
    token.kind = TokenKind::kPlaceholder;
    token.end = at + placeholder(*kind).size();
    token.placeholder_kind = kind;
  } else {
    token.end = at + bytes_of_character(text, at);
    token.key = text.substr(at, token.end - at);
    static_cast<Lexeme&>(token) = look_up(token.key);
  }
}

// "(at)", "[dot]": the sign that is meant.
std::string_view bracketed_sign(std::string_view word) {
  if (word == "at" || word == "apenstaartje" || word == "apenstaart") return "@";
  if (word == "dot" || word == "punt") return "punt";
  return {};
}

// The last three tokens become one when they are such a sign.
void join_bracketed_sign(Tokens& tokens) {
  if (tokens.size() < 3 || tokens.back().kind != TokenKind::kMark) return;
  const Key& close = tokens.back().key;
  if (close != ")" && close != "]" && close != "}" && close != ">") return;
  const Token& open = tokens[tokens.size() - 3];
  if (open.key != "(" && open.key != "[" && open.key != "{" && open.key != "<") return;
  const std::string_view sign = bracketed_sign(tokens[tokens.size() - 2].key);
  if (sign.empty()) return;
  Token joined;
  joined.begin = open.begin;
  joined.end = tokens.back().end;
  joined.space_before = open.space_before;
  joined.key = sign;
  joined.kind = sign == "@" ? TokenKind::kMark : TokenKind::kWord;
  static_cast<Lexeme&>(joined) = look_up(joined.key);
  tokens.resize(tokens.size() - 3);
  tokens.push_back(std::move(joined));
}

bool may_be_digits(const Token& token) {
  return token.kind == TokenKind::kDigits || token.value >= 0 || token.has(kMany) || is_zero_letter(token);
}

// Nothing but fillers stands between token `at` and digits; where nothing follows, `otherwise`.
bool leads_to_digits(const Tokens& tokens, std::size_t at, bool otherwise) {
  for (++at; at < tokens.size(); ++at) {
    if (may_be_digits(tokens[at])) return true;
    if (tokens[at].kind != TokenKind::kMark && !tokens[at].has(kFiller | kFresh)) return false;
  }
  return otherwise;
}

// "is that the one on the back": no digit. Before digits, and where they end, it may be one: "six two and the one".
void forget_pronouns(Tokens& tokens) {
  bool digits = false;
  for (std::size_t at = 1; at < tokens.size(); ++at) {
    digits = digits || may_be_digits(tokens[at - 1]);
    if (tokens[at].key != "one" && tokens[at].key != "een") continue;
    const bool led =
        base::is_one_of(tokens[at - 1].key, {"the", "that", "this", "which", "other", "wrong", "right", "last", "first",
                                             "old", "same", "new", "die", "deze", "welke"});
    if (led && !leads_to_digits(tokens, at, digits)) tokens[at].value = -1;
  }
}

}  // namespace

Tokens tokenise(std::string_view text) {
  Tokens tokens;
  tokens.reserve(text.size() / 4 + 4);
  bool space = true;
  for (std::size_t at = 0; at < text.size();) {
    const bool no_break_space = text[at] == '\xC2' && text.substr(at).starts_with("\u00a0");
    if (is_space(text[at]) || no_break_space) {
      space = true;
      at += no_break_space ? 2 : 1;
      continue;
    }
    const std::size_t named = space && text[at] == '@' ? end_of_handle(text, at) : 0;
    Token& token = tokens.emplace_back();
    if (named > 0) {
      put_handle(text, at, named, token);
    } else {
      put_token(text, at, token);
    }
    token.space_before = space;
    space = false;
    at = token.end;
    join_bracketed_sign(tokens);
  }
  forget_pronouns(tokens);
  return tokens;
}

}  // namespace aandacht::domain::redaction
