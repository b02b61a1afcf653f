#include "shared/base/export_table.h"

#include <cmath>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "shared/base/csv.h"
#include "shared/base/utf8.h"

namespace aandacht::base {
namespace {

constexpr std::string_view kLineEnd = "\r\n";

// What JSON wants escaped, and nothing else: the text is well-formed UTF-8.
void append_json_string(std::string& to, std::string_view value) {
  to += '"';
  for (const char c : value) {
    if (c == '"' || c == '\\') {
      to += '\\';
      to += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      absl::StrAppendFormat(&to, "\\u%04x", static_cast<unsigned char>(c));
    } else {
      to += c;
    }
  }
  to += '"';
}

}  // namespace

ExportTable::ExportTable(Format format, absl::TimeZone zone, std::vector<std::string> columns)
    : format_(format), zone_(zone), columns_(std::move(columns)) {
  for (const std::string& column : columns_) keys_.push_back("\"" + column + "\":");
}

void ExportTable::head() {
  if (format_ == Format::kJsonLines) return;
  bytes_ += kUtf8Mark;
  for (const std::string& column : columns_) {
    if (&column != &columns_.front()) bytes_ += ',';
    bytes_ += '"';
    bytes_ += column;
    bytes_ += '"';
  }
  bytes_ += kLineEnd;
}

void ExportTable::begin_cell() {
  if (format_ == Format::kCsv) {
    if (column_ > 0) bytes_ += ',';
  } else {
    bytes_ += column_ == 0 ? '{' : ',';
    bytes_ += keys_[column_];
  }
  ++column_;
}

void ExportTable::raw(std::string_view value) {
  begin_cell();
  bytes_ += value;
}

void ExportTable::text(std::string_view value) {
  begin_cell();
  const std::string repaired = is_valid_utf8(value) ? std::string() : to_valid_utf8(value);
  if (!repaired.empty()) value = repaired;
  if (format_ == Format::kJsonLines) return append_json_string(bytes_, value);
  if (!looks_like_formula(value)) return append_csv_field(bytes_, value);
  append_csv_field(bytes_, "'" + std::string(value));
}

void ExportTable::number(double value) {
  if (!std::isfinite(value)) return absent();
  std::string digits = absl::StrFormat("%.6g", value);
  if (digits.find_first_of(".e") == std::string::npos) digits += ".0";
  raw(digits);
}

void ExportTable::count(std::int64_t value) { raw(absl::StrCat(value)); }

void ExportTable::time(absl::Time value) {
  if (value == absl::InfinitePast() || value == absl::InfiniteFuture()) return absent();
  const std::string written = absl::FormatTime("%Y-%m-%dT%H:%M:%E3S%Ez", value, zone_);
  raw(format_ == Format::kCsv ? written : "\"" + written + "\"");
}

void ExportTable::absent() { raw(format_ == Format::kCsv ? "" : "null"); }

void ExportTable::end_row() {
  bytes_ += format_ == Format::kCsv ? kLineEnd : std::string_view("}\n");
  column_ = 0;
}

std::string ExportTable::take() { return std::exchange(bytes_, std::string()); }

}  // namespace aandacht::base
