#include "client/ctl/model_training.h"

#include <algorithm>
#include <set>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "shared/learn/metrics.h"
#include "shared/learn/train.h"

namespace aandacht::ctl {
namespace {

using Examples = std::vector<learn::Example>;

void share_out(const CorpusSet& set, bool is_left_out, Examples examples, Portions& portions) {
  for (learn::Example& example : examples) {
    const bool for_calibration = set.role == SetRole::kCalibrate || is_in_share(example.text, set.calibrate);
    if (is_left_out || set.role == SetRole::kTest) {
      portions.held[absl::StrCat(set.name, " ", example.language)].push_back(std::move(example));
    } else if (for_calibration) {
      portions.calibrate.push_back(std::move(example));
    } else {
      ++portions.trained_on[set.name];
      portions.train.push_back(std::move(example));
    }
  }
}

/// Nothing that is measured or calibrated on may have been learned by heart from another set.
void drop_known(Portions& portions) {
  std::set<std::pair<std::string, std::string>> known;
  for (const auto& [name, examples] : portions.held) {
    for (const learn::Example& example : examples) known.emplace(example.language, example.text);
  }
  const auto is_known = [&](const learn::Example& e) { return known.contains({e.language, e.text}); };
  std::erase_if(portions.calibrate, is_known);
  for (const learn::Example& example : portions.calibrate) known.emplace(example.language, example.text);
  std::erase_if(portions.train, is_known);
}

struct Measured {
  learn::Confusion confusion;
  std::map<std::string, std::vector<learn::Scored>> scored;  ///< By label.
};

Measured measure(const classify::LinearModel& model, const Examples& examples) {
  Measured measured;
  const std::vector<std::string>& labels = model.labels();
  const int negative = model.label_index("negative");
  const int positive = model.label_index("positive");
  for (const learn::Example& example : examples) {
    const std::vector<double> p = model.probabilities(learn::ExampleLine(example).line());
    const auto said = static_cast<std::size_t>(std::max_element(p.begin(), p.end()) - p.begin());
    measured.confusion.add(example.label, labels[said]);
    for (std::size_t i = 0; i < labels.size(); ++i) {
      double score = p[i];
      // A sentiment's score runs from one to the other.
      if (negative >= 0 && positive >= 0 && static_cast<int>(i) == negative)
        score -= p[static_cast<std::size_t>(positive)];
      measured.scored[labels[i]].push_back({score, example.label == labels[i]});
    }
  }
  return measured;
}

Json figures_of(const Measured& measured) {
  const learn::Confusion& table = measured.confusion;
  Json json = {
      {"lines", table.total()}, {"accuracy", rounded(table.accuracy())}, {"macro_f1", rounded(table.macro_f1())}};
  for (const auto& [label, scored] : measured.scored) json["auc"][label] = rounded(learn::roc_auc(scored));
  for (const std::string& label : table.labels()) {
    json["labels"][label] = {{"precision", rounded(table.precision(label))},
                             {"recall", rounded(table.recall(label))},
                             {"f1", rounded(table.f1(label))}};
    for (const std::string& said : table.labels()) json["confusion"][label][said] = table.count(label, said);
  }
  return json;
}

}  // namespace

absl::StatusOr<Portions> divide(const ModelPlan& plan, const std::filesystem::path& manifest_folder,
                                const std::filesystem::path& corpora, const std::vector<std::string>& left_out,
                                const domain::Library& library, const ExampleMaker& make) {
  std::set<std::string> unknown(left_out.begin(), left_out.end());
  Portions portions;
  for (const CorpusSet& set : plan.sets) {
    absl::StatusOr<Examples> examples = read_set(set, manifest_folder, corpora, library, make);
    if (!examples.ok()) return examples.status();
    const bool is_left_out = std::find(left_out.begin(), left_out.end(), set.name) != left_out.end();
    unknown.erase(set.name);
    share_out(set, is_left_out, *std::move(examples), portions);
  }
  if (!unknown.empty()) return absl::InvalidArgumentError(absl::StrCat("no set is named '", *unknown.begin(), "'"));
  drop_known(portions);
  return portions;
}

absl::StatusOr<classify::LinearModel> train_model(const learn::TrainingOptions& options, const Portions& portions) {
  absl::StatusOr<learn::FloatModel> exact = learn::train(portions.train, options);
  if (!exact.ok()) return exact.status();
  const absl::StatusOr<classify::LinearModel> model = learn::quantise(*std::move(exact));
  if (!model.ok()) return model;
  return learn::calibrate(*model, portions.calibrate);
}

Json training_figures(const classify::LinearModel& model, const Portions& portions) {
  Json json = {{"model", model.name()},
               {"version", model.version()},
               {"bytes", model.serialise().size()},
               {"labels", model.labels()},
               {"trained_on", portions.trained_on},
               {"calibrated_on", portions.calibrate.size()},
               {"log_loss", rounded(learn::log_loss(model, portions.calibrate))}};
  if (!portions.calibrate.empty()) json["calibration"] = figures_of(measure(model, portions.calibrate));
  for (const auto& [name, examples] : portions.held) json["held"][name] = figures_of(measure(model, examples));
  return json;
}

}  // namespace aandacht::ctl
