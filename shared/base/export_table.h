// Rows of an export as the bytes of a file.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/time/time.h"

namespace aandacht::base {

/// CSV by RFC 4180, or one JSON object a line. Cells are added from left to right, one for every column; absent values
/// are an empty field and null. Times are RFC 3339 with the zone's offset and milliseconds, numbers have a point.
class ExportTable {
 public:
  enum class Format { kCsv, kJsonLines };

  ExportTable(Format format, absl::TimeZone zone, std::vector<std::string> columns);

  /// What a file begins with: kUtf8Mark, without which a spreadsheet takes the words for its local code page, and the
  /// header row, in quotes: a reader that looks at the first rows only (DuckDB) then knows that quotes are used, though
  /// the first cell that needs them comes much later. Nothing for JSON lines.
  void head();

  /// Words, ids and names. In CSV a text that a spreadsheet would take as a formula gets an apostrophe before it.
  void text(std::string_view value);
  /// With a point, also when it is whole: a reader that looks at the first rows only would cut the later ones.
  void number(double value);
  void count(std::int64_t value);
  /// Absent for an infinite time.
  void time(absl::Time value);
  void absent();
  void end_row();

  [[nodiscard]] std::size_t size() const { return bytes_.size(); }
  /// What was written so far; the table goes on empty.
  [[nodiscard]] std::string take();

 private:
  void begin_cell();
  void raw(std::string_view value);

  const Format format_;
  const absl::TimeZone zone_;
  const std::vector<std::string> columns_;
  std::vector<std::string> keys_;  // "\"call_id\":"
  std::string bytes_;
  std::size_t column_ = 0;
};

}  // namespace aandacht::base
