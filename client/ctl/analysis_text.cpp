// An analysis as a person reads it.
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "client/ctl/analysis.h"

namespace aandacht::ctl {
namespace {

std::string text_of(const Json& value, const char* key) {
  const auto found = value.find(key);
  return found == value.end() || !found->is_string() ? std::string() : found->get<std::string>();
}

/// "blame 0.93", "negative -0.61", "ok".
std::string verdict(const Json& analysis) {
  const Json& sentiment = analysis["sentiment"];
  if (!sentiment.is_null()) {
    return absl::StrFormat("%-8s %+.2f", text_of(sentiment, "class"), sentiment["score"].get<double>());
  }
  const Json& coach = analysis["coach"];
  const std::string label = text_of(coach, "label");
  return label == "ok" ? label : absl::StrFormat("%-9s %.2f", label, coach["score"].get<double>());
}

void below(std::string& text, const char* what, const std::string& words) {
  absl::StrAppendFormat(&text, "\n%18s%s: %s", "", what, words);
}

}  // namespace

std::string analysis_text(const Json& analysis) {
  std::string text = absl::StrFormat("%-16s  %s", verdict(analysis), text_of(analysis, "redacted"));
  if (!analysis["coach"].is_null()) {
    for (const Json& words : analysis["coach"]["evidence"])
      below(text, "because of", absl::StrCat("“", words.get<std::string>(), "”"));
  }
  for (const Json& fact : analysis["heard"]) {
    const std::string when = text_of(fact, "when");
    below(text, "heard",
          absl::StrCat("“", text_of(fact, "words"), "” (", text_of(fact, "kind"), when.empty() ? "" : ", ", when, ")"));
  }
  for (const Json& promise : analysis["promises"]) {
    const std::string due = text_of(promise, "due");
    below(text, "promise", absl::StrCat("“", text_of(promise, "text"), "”", due.empty() ? "" : ", due ", due));
  }
  if (!analysis["why"].is_null()) {
    below(text, analysis["asks_why"].get<bool>() ? "asks why" : "why", text_of(analysis["why"], "topic"));
  } else if (analysis["asks_why"].get<bool>()) {
    below(text, "asks why", "no why in the library fits");
  }
  if (!analysis["question"].is_null()) {
    below(text, "question",
          absl::StrCat("“", text_of(analysis["question"], "words"), "”, ", text_of(analysis["question"], "group")));
  }
  for (const Json& span : analysis["spans"]) below(text, "taken out", text_of(span, "kind"));
  return text;
}

}  // namespace aandacht::ctl
