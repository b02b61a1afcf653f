// One thing for the writer to do.
#pragma once

#include <functional>
#include <memory>
#include <utility>

#include "absl/status/statusor.h"
#include "service/core/batch.h"
#include "service/core/commands.h"

namespace aandacht::core {

class Job {
 public:
  virtual ~Job() = default;

  /// Inside a transaction. Runs again, in another transaction, when the first could not be committed.
  virtual void run(Batch& batch) = 0;
  /// After the commit.
  virtual void done() = 0;
  /// Nothing of it was written.
  virtual void fail(const absl::Status& status) = 0;
};

template <typename Result>
class WorkJob final : public Job {
 public:
  using Work = std::function<absl::StatusOr<Result>(Batch&)>;

  WorkJob(Work work, Done<Result> then) : work_(std::move(work)), then_(std::move(then)) {}

  void run(Batch& batch) override { result_ = work_(batch); }
  void done() override { then_(std::move(result_)); }
  void fail(const absl::Status& status) override { then_(status); }

 private:
  Work work_;
  Done<Result> then_;
  absl::StatusOr<Result> result_;
};

}  // namespace aandacht::core
