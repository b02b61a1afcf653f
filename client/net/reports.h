// Reports from the service.
#pragma once

#include <functional>
#include <memory>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "shared/domain/report.h"

namespace grpc {
class Channel;
}

namespace aandacht::net {

/// Asks for each kind of report on its own; of one kind only the newest question is answered, older ones are not.
/// Answers come on threads of this, begun with the first question: hand over and return. Ask from one thread, not from
/// an answer.
///
/// Statuses are the service's (see reports.proto); UNAVAILABLE or DEADLINE_EXCEEDED when it is away.
class Reports {
 public:
  template <typename Report>
  using Answer = std::function<void(absl::StatusOr<Report>)>;

  explicit Reports(const std::shared_ptr<grpc::Channel>& channel, absl::Duration timeout = absl::Seconds(30));

  /// No answer is told any more when this returns; do not destroy from inside one.
  ~Reports();
  Reports(const Reports&) = delete;
  Reports& operator=(const Reports&) = delete;

  void sentiment(const domain::ReportQuestion& question, Answer<domain::SentimentReport> answer);
  void experience(const domain::ReportQuestion& question, Answer<domain::ExperienceReport> answer);
  void cards(const domain::ReportQuestion& question, Answer<domain::CardReport> answer);
  void promises(const domain::ReportQuestion& question, Answer<domain::PromiseReport> answer);

 private:
  struct Questions;
  std::unique_ptr<Questions> questions_;
};

}  // namespace aandacht::net
