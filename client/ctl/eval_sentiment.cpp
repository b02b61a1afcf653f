// How good the sentiment is on labelled customers' turns.
#include <cmath>
#include <set>

#include "client/ctl/eval.h"
#include "client/ctl/eval_lines.h"
#include "client/ctl/eval_report.h"
#include "client/ctl/words.h"
#include "shared/domain/redaction.h"

namespace aandacht::ctl {
namespace {

constexpr char kNegative[] = "negative";
constexpr char kNeutral[] = "neutral";
constexpr char kPositive[] = "positive";

struct SentimentFigures {
  learn::Confusion classes;
  std::vector<learn::Scored> negative;
  std::vector<learn::Scored> positive;

  void add(const std::string& wanted, const domain::Sentiment& read) {
    classes.add(wanted, word(read.feeling));
    negative.push_back({-read.score, wanted == kNegative});
    positive.push_back({read.score, wanted == kPositive});
  }

  [[nodiscard]] Json json() const {
    return {{"lines", classes.total()},
            {"accuracy", rounded(classes.accuracy())},
            {"macro_f1", rounded(classes.macro_f1())},
            {"roc_auc", {{kNegative, auc_json(negative)}, {kPositive, auc_json(positive)}}},
            {"neutral_called_negative", share_json(classes.count(kNeutral, kNegative), classes.wanted(kNeutral))},
            {"called_negative", share_json(classes.said(kNegative), classes.total())},
            {"labels", labels_json(classes)},
            {"confusion", confusion_json(classes)}};
  }
};

double wanted_score(const std::string& label) {
  if (label == kNegative) return -1;
  return label == kPositive ? 1 : 0;
}

}  // namespace

absl::StatusOr<Json> eval_sentiment(std::istream& in, const Evaluation& evaluation) {
  const auto lines = read_labelled_lines(in, {kNegative, kNeutral, kPositive}, evaluation.language);
  if (!lines.ok()) return lines.status();
  const absl::StatusOr<std::unique_ptr<domain::Reader>> reader = domain::Reader::create(evaluation.library);
  if (!reader.ok()) return reader.status();
  SentimentFigures all;
  std::map<std::string, SentimentFigures> groups;
  std::set<std::string> models;
  std::vector<Mistake> mistakes;
  LineTimes times(evaluation.clock);
  for (const LabelledLine& line : *lines) {
    const domain::ReadingContext context{line.language, "", evaluation.clock.now(), evaluation.zone};
    const domain::Reading reading = times.take(
        [&] { return (*reader)->read(domain::Speaker::kCustomer, domain::redact(line.text).text, context); });
    const domain::Sentiment read = reading.sentiment.value_or(domain::Sentiment{});
    all.add(line.label, read);
    groups[line.language].add(line.label, read);
    models.insert(read.model);
    if (line.label == word(read.feeling)) continue;
    mistakes.push_back({std::abs(read.score - wanted_score(line.label)),
                        {{"line", line.number},
                         {"lang", line.language},
                         {"wanted", line.label},
                         {"said", word(read.feeling)},
                         {"score", rounded(read.score)},
                         {"confidence", rounded(read.confidence)},
                         {"text", line.text}}});
  }
  Json made = {{"eval", "sentiment"}};
  made.update(all.json());
  made["by"] = Json::object();
  for (const auto& [name, figures] : groups) made["by"][name] = figures.json();
  made["models"] = models_json(evaluation.library);
  made["scored_by"] = models;
  made["us_per_line"] = times.json();
  if (evaluation.mistakes > 0) made["mistakes"] = worst(std::move(mistakes), evaluation.mistakes);
  return made;
}

}  // namespace aandacht::ctl
