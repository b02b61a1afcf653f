#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <vector>

#include "absl/strings/str_split.h"
#include "client/model/format.h"
#include "shared/base/utf8.h"

namespace aandacht::model {
namespace {

constexpr std::array<std::string_view, 16> kParticles{"de",  "den", "der", "van", "het", "'t",  "’t", "ten",
                                                      "ter", "te",  "la",  "le",  "du",  "von", "da", "el"};

bool is_particle(std::string_view word) {
  return std::find(kParticles.begin(), kParticles.end(), word) != kParticles.end();
}

utf8proc_int32_t first_code_point(std::string_view text) {
  utf8proc_int32_t code = -1;
  utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
                   &code);
  return code;
}

void append(std::string& out, utf8proc_int32_t code) {
  std::array<utf8proc_uint8_t, 4> bytes{};
  const utf8proc_ssize_t size = utf8proc_encode_char(code, bytes.data());
  out.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(size));
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_letter(utf8proc_int32_t code) {
  const utf8proc_category_t category = utf8proc_category(code);
  return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

// ß and the like have no single capital, and what the fonts do not hold stays as it is.
utf8proc_int32_t capital(utf8proc_int32_t code) { return code < 0x250 ? utf8proc_toupper(code) : code; }

}  // namespace

std::string initials_of(std::string_view name) {
  std::vector<std::string> words = absl::StrSplit(base::to_valid_utf8(name), absl::ByAnyChar(" \t"), absl::SkipEmpty());
  std::erase_if(words, [](const std::string& word) { return !is_letter(first_code_point(word)) || is_particle(word); });
  if (words.empty()) return "?";
  std::string out;
  append(out, capital(first_code_point(words.front())));
  if (words.size() > 1) append(out, capital(first_code_point(words.back())));
  return out;
}

std::string phone_text(std::string_view number) {
  if (number.size() < 8 || number.front() != '+') return std::string(number);
  if (!std::all_of(number.begin() + 1, number.end(), is_digit)) return std::string(number);
  std::string out(number.substr(0, 3));
  std::string_view rest = number.substr(3);
  // One digit stands apart when the rest is odd ("6" of a mobile number), then pairs.
  if (rest.size() % 2 == 1) {
    out += ' ';
    out += rest.front();
    rest.remove_prefix(1);
  }
  for (; !rest.empty(); rest.remove_prefix(2)) {
    out += ' ';
    out += rest.substr(0, 2);
  }
  return out;
}

std::string upper_text(std::string_view text) {
  const std::string valid = base::to_valid_utf8(text);
  std::string out;
  std::string_view rest = valid;
  while (!rest.empty()) {
    utf8proc_int32_t code = -1;
    const utf8proc_ssize_t size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(rest.data()),
                                                   static_cast<utf8proc_ssize_t>(rest.size()), &code);
    append(out, capital(code));
    rest.remove_prefix(static_cast<std::size_t>(size));
  }
  return out;
}

std::string sentence_text(std::string_view text) {
  if (text.empty()) return "";
  const std::string valid = base::to_valid_utf8(text);
  std::string out;
  const utf8proc_int32_t first = first_code_point(valid);
  append(out, capital(first));
  std::string unchanged;
  append(unchanged, first);
  return out + valid.substr(unchanged.size());
}

}  // namespace aandacht::model
