#include "client/ctl/survey_file.h"

#include <algorithm>
#include <array>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "client/ctl/json_fields.h"
#include "shared/base/csv.h"
#include "shared/base/utf8.h"

namespace aandacht::ctl {
namespace {

constexpr const char* kCall = "call_id";
constexpr std::array kAnswers = {"effectiveness", "ease", "emotion"};

std::string theirs(const SurveyNames& names, const std::string& ours) {
  const auto found = names.find(ours);
  return found == names.end() ? ours : found->second;
}

int& answer_of(SurveyAnswer& answer, std::string_view name) {
  if (name == "effectiveness") return answer.effectiveness;
  if (name == "ease") return answer.ease;
  return answer.emotion;
}

/// Empty is no answer.
absl::StatusOr<int> parse_answer(const std::string& name, const std::string& text) {
  const std::string trimmed(absl::StripAsciiWhitespace(text));
  if (trimmed.empty()) return 0;
  int value = 0;
  if (absl::SimpleAtoi(trimmed, &value) && value >= 0 && value <= 5) return value;
  return absl::InvalidArgumentError(
      absl::StrCat("`", name, "` must be 1 to 5, or empty when there is no answer; it is \"", trimmed, "\""));
}

char separator_of(std::string_view line) {
  constexpr std::array kSeparators = {',', ';', '\t'};
  return *std::max_element(kSeparators.begin(), kSeparators.end(), [&](char one, char other) {
    return std::count(line.begin(), line.end(), one) < std::count(line.begin(), line.end(), other);
  });
}

}  // namespace

absl::Status add_name(const std::string& mapping, SurveyNames& names) {
  const std::size_t equals = mapping.find('=');
  const std::string ours = mapping.substr(0, equals);
  const bool known = ours == kCall || std::find(kAnswers.begin(), kAnswers.end(), ours) != kAnswers.end();
  if (equals == std::string::npos || !known || equals + 1 == mapping.size()) {
    return absl::InvalidArgumentError(
        absl::StrCat("'", mapping, "' is not like call_id=NAME; fields are call_id, ", absl::StrJoin(kAnswers, ", ")));
  }
  names[ours] = mapping.substr(equals + 1);
  return absl::OkStatus();
}

absl::StatusOr<std::vector<std::string>> split_line(std::string_view line, char separator) {
  std::vector<std::string> fields(1);
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (quoted && c == '"' && i + 1 < line.size() && line[i + 1] == '"') {
      fields.back() += '"';
      ++i;
    } else if (c == '"' && (quoted || fields.back().empty())) {
      quoted = !quoted;
    } else if (!quoted && c == separator) {
      fields.emplace_back();
    } else {
      fields.back() += c;
    }
  }
  if (quoted) return absl::InvalidArgumentError("a quote is not closed on this line");
  if (!fields.back().empty() && fields.back().back() == '\r') fields.back().pop_back();
  return fields;
}

absl::StatusOr<SurveyTable> SurveyTable::begin(std::string_view first_line, const SurveyNames& names) {
  if (first_line.substr(0, base::kUtf8Mark.size()) == base::kUtf8Mark) first_line.remove_prefix(base::kUtf8Mark.size());
  SurveyTable table;
  table.separator_ = separator_of(first_line);
  absl::StatusOr<std::vector<std::string>> found = split_line(first_line, table.separator_);
  if (!found.ok()) return found.status();
  for (std::string& name : *found) name = std::string(absl::StripAsciiWhitespace(name));
  std::vector<std::string> wanted(kAnswers.begin(), kAnswers.end());
  wanted.emplace_back(kCall);
  for (const std::string& ours : wanted) {
    const auto column = std::find(found->begin(), found->end(), theirs(names, ours));
    if (column != found->end()) table.columns_[ours] = static_cast<std::size_t>(column - found->begin());
  }
  if (table.columns_.count(kCall) == 0) {
    return absl::InvalidArgumentError(
        absl::StrCat("the first line has no column \"", theirs(names, kCall),
                     "\"; name it with --map call_id=NAME. It has: ", absl::StrJoin(*found, ", ")));
  }
  if (table.columns_.size() == 1) {
    return absl::InvalidArgumentError(
        absl::StrCat("the first line has no column of answers (", absl::StrJoin(kAnswers, ", "),
                     "); name one with --map ease=NAME. It has: ", absl::StrJoin(*found, ", ")));
  }
  return table;
}

absl::StatusOr<SurveyAnswer> SurveyTable::parse(std::string_view line) const {
  const absl::StatusOr<std::vector<std::string>> fields = split_line(base::to_valid_utf8(line), separator_);
  if (!fields.ok()) return fields.status();
  SurveyAnswer answer;
  for (const auto& [ours, column] : columns_) {
    const std::string text = column < fields->size() ? (*fields)[column] : "";
    if (ours == kCall) {
      answer.call_id = std::string(absl::StripAsciiWhitespace(text));
      if (answer.call_id.empty()) return absl::InvalidArgumentError("`call_id` is empty");
      continue;
    }
    const absl::StatusOr<int> value = parse_answer(ours, text);
    if (!value.ok()) return value.status();
    answer_of(answer, ours) = *value;
  }
  return answer;
}

absl::StatusOr<SurveyAnswer> parse_survey(std::string_view line, const SurveyNames& names) {
  const absl::StatusOr<nlohmann::json> object = parse_object(line);
  if (!object.ok()) return object.status();
  absl::Status fault;
  JsonFields fields(*object, fault);
  SurveyAnswer answer{.call_id = fields.text(theirs(names, kCall))};
  for (const char* ours : kAnswers) {
    const std::string name = theirs(names, ours);
    const std::int64_t value = fields.whole_or(name, 0);
    if (value < 0 || value > 5) fields.wrong(name, "must be 1 to 5, or absent when there is no answer");
    answer_of(answer, ours) = static_cast<int>(std::clamp<std::int64_t>(value, 0, 5));
  }
  if (!fault.ok()) return fault;
  return answer;
}

}  // namespace aandacht::ctl
