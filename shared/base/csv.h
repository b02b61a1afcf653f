// RFC 4180: fields between commas, in quotes where they must be; a quote in quotes is doubled; a row ends with CR LF.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace aandacht::base {

/// The byte order mark that tells a spreadsheet that a file is UTF-8; it stands once, before the first row.
inline constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

/// Puts one field behind `to`, in quotes where it has a separator, a quote or a line end.
void append_csv_field(std::string& to, std::string_view field, char separator = ',');

/// True for text that a spreadsheet takes as a formula: it begins with = + - @, a tab or a carriage return.
[[nodiscard]] bool looks_like_formula(std::string_view field);

/// One row, and the line of the file that it begins in, from 1: a field in quotes may go over several.
struct CsvRow {
  std::vector<std::string> fields;
  std::size_t line = 0;

  bool operator==(const CsvRow&) const = default;
};

/// Reads a text row by row. LF, CR LF and CR end a row; rows without anything are passed over. A quote inside a field
/// that does not begin with one is a letter.
class CsvReader {
 public:
  /// `text` must outlive this.
  CsvReader(std::string_view text, char separator) : text_(text), separator_(separator) {}

  /// True when a row was read; false at the end. DATA_LOSS: a quote is never closed; names its line. After that nothing
  /// more is read.
  [[nodiscard]] absl::StatusOr<bool> next(CsvRow& row);

 private:
  [[nodiscard]] absl::Status read_field(std::string& field);
  [[nodiscard]] absl::Status read_quoted(std::string& field);
  [[nodiscard]] bool at_end() const { return place_ >= text_.size(); }
  bool take_line_end();

  std::string_view text_;
  char separator_;
  std::size_t place_ = 0;
  std::size_t line_ = 1;
};

/// The separator that a file has: of comma, semicolon and tab the one that its first row has most of, outside quotes;
/// a comma when it has none.
[[nodiscard]] char guess_separator(std::string_view text);

/// A file's bytes as UTF-8: a mark at the beginning goes; bytes that are no UTF-8 are taken as Windows-1252, all of
/// them. `was_utf8` says which it was.
[[nodiscard]] std::string to_utf8(std::string_view bytes, bool& was_utf8);

}  // namespace aandacht::base
