// Labelled lines in a table: label, language, a third column, text, parted by tabs.
#pragma once

#include <istream>
#include <string>
#include <vector>

#include "absl/status/statusor.h"

namespace aandacht::ctl {

struct LabelledLine {
  std::size_t number = 0;  ///< In the file, from 1.
  std::string label;
  std::string language;
  std::string third;  ///< Of the coach the origin, of sentiment the speaker.
  std::string text;
};

/// All lines of `language` (empty: of every language). Blank lines, lines that begin with '#' and a first line that
/// begins with "label" are passed over; a '\r' at the end is dropped.
///
/// INVALID_ARGUMENT: "line N: …" for the first line that has not four columns, a label that is none of `labels`, a
/// language that is not nl… or en…, no text, or over 1 MiB. FAILED_PRECONDITION: no line is left.
[[nodiscard]] absl::StatusOr<std::vector<LabelledLine>> read_labelled_lines(std::istream& in,
                                                                            const std::vector<std::string>& labels,
                                                                            const std::string& language);

/// "line N: complaint".
[[nodiscard]] absl::Status wrong_line(std::size_t number, const std::string& complaint);

/// True when `language` is of the wanted one: "nl-BE" of "nl", everything of "".
[[nodiscard]] bool is_wanted(const std::string& language, const std::string& wanted);

}  // namespace aandacht::ctl
