// Takes the library's whys over, to have them when the service is away.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "shared/domain/library.h"

namespace grpc {
class Channel;
}

namespace aandacht::net {

class CompletionThread;

/// Lists all whys, a page at a time, so that they never lie in memory together.
class WhyList {
 public:
  /// Called on a thread of the list, one at a time: hand over and return.
  struct Handlers {
    std::function<void(std::vector<domain::Why>)> on_page;
    std::function<void(const absl::Status&)> on_end;  ///< OK: that was all of them.
  };

  explicit WhyList(std::shared_ptr<grpc::Channel> channel, absl::Duration timeout_of_a_page = absl::Seconds(10));

  /// Nothing is told any more when this returns; do not destroy from inside a handler.
  ~WhyList();

  WhyList(const WhyList&) = delete;
  WhyList& operator=(const WhyList&) = delete;

  /// Begins at the first page; a listing under way is forgotten and its end not told.
  void fetch(Handlers handlers);

 private:
  struct Shared;
  struct Listing;

  std::shared_ptr<Shared> shared_;
  std::unique_ptr<CompletionThread> thread_;
};

}  // namespace aandacht::net
