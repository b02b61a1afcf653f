// The tagger of the redaction from a manifest.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "client/ctl/json_out.h"
#include "client/ctl/model_manifest.h"
#include "shared/classify/tagger.h"

namespace aandacht::ctl {

struct TrainedTagger {
  classify::Tagger tagger;
  /// {model, version, bytes, labels, trained_on: {set: lines}, held: {set: {words, kept_wrongly, hidden_wrongly}}}.
  Json figures;
};

/// Reads the sets (lines as `aandachtctl eval redaction` reads them) and trains. Sets named in `left_out` and those for
/// tests are only measured on. A line that is measured on is not learned.
///
/// NOT_FOUND: a set's file is not there. INVALID_ARGUMENT: a line is wrong, with file and line; no set has a name that
/// is left out.
[[nodiscard]] absl::StatusOr<TrainedTagger> train_redaction(const TaggerPlan& plan,
                                                            const std::filesystem::path& manifest_folder,
                                                            const std::filesystem::path& corpora,
                                                            const std::vector<std::string>& left_out);

}  // namespace aandacht::ctl
