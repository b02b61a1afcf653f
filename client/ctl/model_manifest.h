// What a model is trained from and how: models/training/sources.toml of a content folder.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "shared/learn/train.h"
#include "shared/learn/train_tagger.h"

namespace aandacht::ctl {

/// What a set of labelled lines is for.
enum class SetRole { kTrain, kCalibrate, kTest };

/// One [[set]]: a file of tab-separated lines without a header, or a word list of the content.
struct CorpusSet {
  std::string name;
  std::string file;  ///< Under the corpora's folder, or beside the manifest when `own`.
  std::string list;  ///< Instead of a file: weights of this name in every language; a word is negative or positive.
  bool own = false;
  std::vector<std::string> columns;  ///< Names of the fields in order; "label", "lang" and "text" are read.
  std::string kind;                  ///< Only lines with this in the column "kind"; empty: all.
  SetRole role = SetRole::kTrain;
  double weight = 1;     ///< Of each line.
  double calibrate = 0;  ///< Share of the lines of a set to train on that is kept for calibration instead.
  std::string licence;
  std::string origin;
  std::string sha256;  ///< Of the file; others' sets have it, so that a model can be made again.
};

struct ModelPlan {
  learn::TrainingOptions options;
  std::vector<CorpusSet> sets;
};

/// A tagger's plan: its sets are lines as `aandachtctl eval redaction` reads them.
struct TaggerPlan {
  learn::TaggerTraining options;  ///< Without labels.
  std::vector<CorpusSet> sets;
};

/// Reads [tagger.NAME] and every [[set]] whose `model` is NAME. Errors: as read_plan().
[[nodiscard]] absl::StatusOr<TaggerPlan> read_tagger_plan(const std::filesystem::path& manifest,
                                                          const std::string& name);

/// Reads the plan of one model: [model.NAME] and every [[set]] whose `model` is NAME.
///
/// NOT_FOUND: no such file, or it has no such model. INVALID_ARGUMENT: it is wrong; the message has file and line.
[[nodiscard]] absl::StatusOr<ModelPlan> read_plan(const std::filesystem::path& manifest, const std::string& name);

}  // namespace aandacht::ctl
