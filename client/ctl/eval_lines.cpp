#include "client/ctl/eval_lines.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "client/ctl/line_reader.h"
#include "shared/base/utf8.h"

namespace aandacht::ctl {
namespace {

constexpr std::size_t kColumns = 4;

absl::Status check(const LabelledLine& line, const std::vector<std::string>& labels) {
  if (std::find(labels.begin(), labels.end(), line.label) == labels.end()) {
    return wrong_line(line.number, absl::StrCat("the label is \"", std::string(base::truncate_utf8(line.label, 40)),
                                                "\" but must be one of: ", absl::StrJoin(labels, ", ")));
  }
  if (!is_wanted(line.language, "nl") && !is_wanted(line.language, "en")) {
    return wrong_line(line.number,
                      absl::StrCat("the language is \"", std::string(base::truncate_utf8(line.language, 40)),
                                   "\" but must be nl or en"));
  }
  if (absl::StripAsciiWhitespace(line.text).empty()) return wrong_line(line.number, "the text is empty");
  return absl::OkStatus();
}

absl::StatusOr<LabelledLine> parse(const std::string& text, std::size_t number) {
  std::vector<std::string> columns = absl::StrSplit(text, absl::MaxSplits('\t', kColumns - 1));
  if (columns.size() < kColumns) {
    return wrong_line(number,
                      absl::StrCat("it has ", columns.size(), " columns parted by tabs but must have 4 (see --help)"));
  }
  return LabelledLine{number, columns[0], columns[1], columns[2], base::to_valid_utf8(columns[3])};
}

}  // namespace

absl::Status wrong_line(std::size_t number, const std::string& complaint) {
  return absl::InvalidArgumentError(absl::StrCat("line ", number, ": ", complaint));
}

bool is_wanted(const std::string& language, const std::string& wanted) {
  return wanted.empty() || language == wanted || language.starts_with(wanted + "-");
}

absl::StatusOr<std::vector<LabelledLine>> read_labelled_lines(std::istream& in, const std::vector<std::string>& labels,
                                                              const std::string& language) {
  std::vector<LabelledLine> found;
  LineReader lines(in);
  while (lines.next()) {
    if (lines.too_long()) return wrong_line(lines.number(), "it is over 1 MiB");
    if (lines.line().starts_with('#') || (lines.number() == 1 && lines.line().starts_with("label\t"))) continue;
    absl::StatusOr<LabelledLine> line = parse(lines.line(), lines.number());
    if (!line.ok()) return line.status();
    if (!line->text.empty() && line->text.back() == '\r') line->text.pop_back();
    if (absl::Status status = check(*line, labels); !status.ok()) return status;
    if (is_wanted(line->language, language)) found.push_back(*std::move(line));
  }
  if (absl::Status read = lines.status(); !read.ok()) return read;
  if (found.empty()) return absl::FailedPreconditionError("the file has no line to measure");
  return found;
}

}  // namespace aandacht::ctl
