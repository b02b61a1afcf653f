// Survey answers as a table or JSON lines tell them; the format is in docs/commands.md.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "client/ctl/service.h"

namespace aandacht::ctl {

/// The fields of a survey answer, and how the file names them where it does not name them so.
using SurveyNames = std::map<std::string, std::string>;

/// Takes "call_id=gesprek". INVALID_ARGUMENT: no "=", or a field that an answer does not have.
[[nodiscard]] absl::Status add_name(const std::string& mapping, SurveyNames& names);

/// The fields of one line of a table. A field in quotes may hold the separator and doubled quotes, no line end.
///
/// INVALID_ARGUMENT: a quote is not closed.
[[nodiscard]] absl::StatusOr<std::vector<std::string>> split_line(std::string_view line, char separator);

/// A table with a line of names; parted by ',', ';' or tabs, whichever its first line has most of.
class SurveyTable {
 public:
  /// INVALID_ARGUMENT: no column for the call, or none for an answer.
  [[nodiscard]] static absl::StatusOr<SurveyTable> begin(std::string_view first_line, const SurveyNames& names);

  /// INVALID_ARGUMENT: what is wrong with the line.
  [[nodiscard]] absl::StatusOr<SurveyAnswer> parse(std::string_view line) const;

 private:
  char separator_ = ',';
  std::map<std::string, std::size_t> columns_;  // By our names.
};

/// One JSON object. INVALID_ARGUMENT: not JSON, or a field is wrong.
[[nodiscard]] absl::StatusOr<SurveyAnswer> parse_survey(std::string_view line, const SurveyNames& names);

}  // namespace aandacht::ctl
