// One model from a manifest, and its figures on what it was not trained on.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "client/ctl/json_out.h"
#include "client/ctl/model_corpora.h"
#include "shared/classify/linear_model.h"

namespace aandacht::ctl {

/// Lines by what they are for; held: by the set's name and language.
struct Portions {
  std::vector<learn::Example> train;
  std::vector<learn::Example> calibrate;
  std::map<std::string, std::vector<learn::Example>> held;
  std::map<std::string, std::size_t> trained_on;  ///< Lines of each set in `train`.
};

/// Reads every set of the plan. Sets named in `left_out` are only measured on. A line that is held, letters and digits
/// alone counted, is not trained on. Errors: as read_set(); INVALID_ARGUMENT: no set has a name that is left out.
[[nodiscard]] absl::StatusOr<Portions> divide(const ModelPlan& plan, const std::filesystem::path& manifest_folder,
                                              const std::filesystem::path& corpora,
                                              const std::vector<std::string>& left_out, const domain::Library& library,
                                              const ExampleMaker& make);

/// Trains, makes small, calibrates. INVALID_ARGUMENT: too few labels.
[[nodiscard]] absl::StatusOr<classify::LinearModel> train_model(const learn::TrainingOptions& options,
                                                                const Portions& portions);

/// One object: {model, version, bytes, labels, trained_on: {set: lines}, calibrated_on, log_loss, held: {"set lang":
/// {lines, accuracy, macro_f1, auc: {label: …}, labels: {label: {precision, recall, f1}}, confusion}}}.
[[nodiscard]] Json training_figures(const classify::LinearModel& model, const Portions& portions);

}  // namespace aandacht::ctl
