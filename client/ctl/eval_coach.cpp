// How good the coach is on labelled agents' lines.
#include "absl/strings/str_cat.h"
#include "client/ctl/eval.h"
#include "client/ctl/eval_lines.h"
#include "client/ctl/eval_report.h"
#include "client/ctl/words.h"
#include "shared/domain/redaction.h"

namespace aandacht::ctl {
namespace {

constexpr char kOk[] = "ok";

/// The figures of some of the lines.
struct CoachFigures {
  learn::Confusion labels;
  learn::Confusion bad;  ///< "bad" or "ok".
  std::vector<learn::Scored> scored;

  void add(const std::string& wanted, const std::string& said, double score) {
    labels.add(wanted, said);
    bad.add(wanted == kOk ? kOk : "bad", said == kOk ? kOk : "bad");
    scored.push_back({score, wanted != kOk});
  }

  [[nodiscard]] double macro_f1_of_bad() const {
    double sum = 0;
    int count = 0;
    for (const std::string& label : labels.labels()) {
      if (label == kOk || labels.wanted(label) == 0) continue;
      sum += labels.f1(label);
      ++count;
    }
    return count == 0 ? 0 : sum / count;
  }

  [[nodiscard]] Json json() const {
    return {{"lines", labels.total()},
            {"accuracy", rounded(labels.accuracy())},
            {"macro_f1", rounded(labels.macro_f1())},
            {"macro_f1_without_ok", rounded(macro_f1_of_bad())},
            {"ok_flagged", share_json(bad.count(kOk, "bad"), bad.wanted(kOk))},
            {"any_bad",
             {{"precision", rounded(bad.precision("bad"))},
              {"recall", rounded(bad.recall("bad"))},
              {"f1", rounded(bad.f1("bad"))},
              {"roc_auc", auc_json(scored)}}},
            {"labels", labels_json(labels)},
            {"confusion", confusion_json(labels)}};
  }
};

/// A fine line that is flagged disturbs; a missed one is silence; a wrong label is the least.
double weight_of(const std::string& wanted, const std::string& said, double score) {
  if (wanted == kOk) return 2 + score;
  return said == kOk ? 2 : 1 + score;
}

}  // namespace

absl::StatusOr<Json> eval_coach(std::istream& in, const Evaluation& evaluation) {
  const auto lines =
      read_labelled_lines(in, {"blame", "helpless", "institute", "faceless", "jargon", kOk}, evaluation.language);
  if (!lines.ok()) return lines.status();
  const absl::StatusOr<std::unique_ptr<domain::Reader>> reader = domain::Reader::create(evaluation.library);
  if (!reader.ok()) return reader.status();
  CoachFigures all;
  std::map<std::string, CoachFigures> groups;  // By language, and by language and origin.
  std::vector<Mistake> mistakes;
  LineTimes times(evaluation.clock);
  for (const LabelledLine& line : *lines) {
    const domain::ReadingContext context{line.language, "", evaluation.clock.now(), evaluation.zone};
    const domain::Reading reading =
        times.take([&] { return (*reader)->read(domain::Speaker::kAgent, domain::redact(line.text).text, context); });
    const bool quiet = reading.coach.empty();
    const std::string said = quiet ? kOk : word(reading.coach.front().label);
    const double score = quiet ? 0 : reading.coach.front().score;
    all.add(line.label, said, score);
    groups[line.language].add(line.label, said, score);
    if (!line.third.empty()) groups[absl::StrCat(line.language, " ", line.third)].add(line.label, said, score);
    if (said == line.label) continue;
    mistakes.push_back({weight_of(line.label, said, score),
                        {{"line", line.number},
                         {"lang", line.language},
                         {"wanted", line.label},
                         {"said", said},
                         {"score", rounded(score)},
                         {"evidence", quiet ? std::string() : reading.coach.front().evidence},
                         {"rule", quiet ? std::string() : reading.coach.front().rule_id},
                         {"text", line.text}}});
  }
  Json made = {{"eval", "coach"}};
  made.update(all.json());
  made["by"] = Json::object();
  for (const auto& [name, figures] : groups) made["by"][name] = figures.json();
  made["models"] = models_json(evaluation.library);
  made["us_per_line"] = times.json();
  if (evaluation.mistakes > 0) made["mistakes"] = worst(std::move(mistakes), evaluation.mistakes);
  return made;
}

}  // namespace aandacht::ctl
