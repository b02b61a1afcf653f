#include "shared/base/csv.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "absl/strings/str_cat.h"
#include "shared/base/utf8.h"

namespace aandacht::base {
namespace {

// 0x80 … 0x9F; the rest is Latin-1. Five are not assigned and stay themselves.
constexpr std::array<char32_t, 32> kWindows1252 = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                                   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

// All of them are below 0x10000.
void append_code_point(std::string& to, char32_t code) {
  if (code < 0x80) {
    to += static_cast<char>(code);
  } else if (code < 0x800) {
    to += static_cast<char>(0xC0 | (code >> 6));
    to += static_cast<char>(0x80 | (code & 0x3F));
  } else {
    to += static_cast<char>(0xE0 | (code >> 12));
    to += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
    to += static_cast<char>(0x80 | (code & 0x3F));
  }
}

bool ends_line(char c) { return c == '\n' || c == '\r'; }

}  // namespace

void append_csv_field(std::string& to, std::string_view field, char separator) {
  const bool quotes = field.find_first_of("\"\r\n") != std::string_view::npos ||
                      field.find(separator) != std::string_view::npos ||
                      (!field.empty() && (field.front() == ' ' || field.back() == ' '));
  if (!quotes) {
    to += field;
    return;
  }
  to += '"';
  for (const char c : field) {
    if (c == '"') to += '"';
    to += c;
  }
  to += '"';
}

bool looks_like_formula(std::string_view field) {
  return !field.empty() && std::string_view("=+-@\t\r").find(field.front()) != std::string_view::npos;
}

// CR LF is one line end.
bool CsvReader::take_line_end() {
  if (at_end() || !ends_line(text_[place_])) return false;
  if (text_[place_] == '\r' && place_ + 1 < text_.size() && text_[place_ + 1] == '\n') ++place_;
  ++place_;
  ++line_;
  return true;
}

absl::Status CsvReader::read_quoted(std::string& field) {
  const std::size_t begun = line_;
  ++place_;
  while (!at_end()) {
    const char c = text_[place_++];
    if (c == '\n' || (c == '\r' && (at_end() || text_[place_] != '\n'))) ++line_;
    if (c != '"') {
      field += c;
      continue;
    }
    if (at_end() || text_[place_] != '"') return absl::OkStatus();
    field += '"';
    ++place_;
  }
  return absl::DataLossError(absl::StrCat("the quote that opens in line ", begun, " is never closed"));
}

// What stands behind a closing quote is kept: nothing of a file is lost because it is untidy.
absl::Status CsvReader::read_field(std::string& field) {
  field.clear();
  if (!at_end() && text_[place_] == '"') {
    if (absl::Status status = read_quoted(field); !status.ok()) return status;
  }
  while (!at_end() && text_[place_] != separator_ && !ends_line(text_[place_])) field += text_[place_++];
  return absl::OkStatus();
}

absl::StatusOr<bool> CsvReader::next(CsvRow& row) {
  while (take_line_end()) {
  }
  row.fields.clear();
  if (at_end()) return false;
  row.line = line_;
  for (;;) {
    std::string field;
    if (absl::Status status = read_field(field); !status.ok()) {
      place_ = text_.size();
      return status;
    }
    row.fields.push_back(std::move(field));
    if (at_end()) return true;
    if (take_line_end()) return true;
    ++place_;  // The separator; a field follows it, also at the end of the text.
    if (at_end()) {
      row.fields.emplace_back();
      return true;
    }
  }
}

char guess_separator(std::string_view text) {
  constexpr std::string_view kSeparators = ",;\t";
  std::array<std::size_t, 3> counts{};
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (ends_line(c) && std::any_of(counts.begin(), counts.end(), [](std::size_t n) { return n > 0; })) break;
    const std::size_t place = kSeparators.find(c);
    if (place != std::string_view::npos) ++counts[place];
  }
  return kSeparators[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin())];
}

std::string to_utf8(std::string_view bytes, bool& was_utf8) {
  if (bytes.substr(0, kUtf8Mark.size()) == kUtf8Mark) bytes.remove_prefix(kUtf8Mark.size());
  was_utf8 = is_valid_utf8(bytes);
  if (was_utf8) return std::string(bytes);
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 8);
  for (const char c : bytes) {
    const auto byte = static_cast<std::uint8_t>(c);
    append_code_point(text, byte >= 0x80 && byte < 0xA0 ? kWindows1252[byte - 0x80U] : char32_t{byte});
  }
  return text;
}

}  // namespace aandacht::base
