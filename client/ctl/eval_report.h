// The parts that the reports of `aandachtctl eval` have in common.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "client/ctl/json_out.h"
#include "shared/base/clock.h"
#include "shared/domain/library.h"
#include "shared/learn/metrics.h"

namespace aandacht::ctl {

/// Something that was read wrongly; the worst have the highest weight.
struct Mistake {
  double weight = 0;
  Json told;
};

/// The `most` worst, worst first; equal ones in the order in which they came.
[[nodiscard]] Json worst(std::vector<Mistake> mistakes, std::size_t most);

/// {"precision", "recall", "f1", "wanted", "said"} for each label that is wanted or said.
[[nodiscard]] Json labels_json(const learn::Confusion& confusion);
/// {"<wanted>": {"<said>": count}}.
[[nodiscard]] Json confusion_json(const learn::Confusion& confusion);
/// {"count", "of", "share"}; the share is null when there is nothing to have a share of.
[[nodiscard]] Json share_json(std::size_t count, std::size_t of);
/// The area under the ROC curve; null when one of the two kinds is absent.
[[nodiscard]] Json auc_json(const std::vector<learn::Scored>& scored);

/// Versions of the trained models of a library, by name; without models: that rules and lists alone have read.
[[nodiscard]] Json models_json(const domain::Library& library);

/// Times of single lines.
class LineTimes {
 public:
  explicit LineTimes(const base::Clock& clock) : clock_(clock) {}

  /// Runs `work` and takes its time.
  template <typename Work>
  auto take(Work work) {
    const absl::Duration before = clock_.steady();
    auto result = work();
    took_.push_back(absl::ToDoubleMicroseconds(clock_.steady() - before));
    return result;
  }

  /// {"mean", "median", "p99"} in microseconds.
  [[nodiscard]] Json json() const;

 private:
  const base::Clock& clock_;
  std::vector<double> took_;
};

}  // namespace aandacht::ctl
