// One desk as one watcher sees it: the whole first, then every version.
#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <variant>

#include "service/bus/bus.h"
#include "service/core/seats.h"
#include "shared/base/clock.h"

namespace aandacht::core {

/// A desk at a moment.
struct WholeDesk {
  domain::Desk desk;
  absl::Time now;  ///< The desk's time when it was taken; not before `desk.time`.
};

/// Safe to use from any thread. A watcher that falls behind by more than the backlog, and one that missed a message,
/// gets the whole desk again instead of what it missed: memory stays bounded and nobody ends up wrong.
class DeskWatch {
 public:
  /// The whole desk, or the next version of it.
  using Item = std::variant<WholeDesk, std::shared_ptr<const bus::Message>>;

  /// \param ready  called when there is something to take after next() had nothing; from the bus's thread, must not
  /// block
  ///               and must not destroy the watch.
  DeskWatch(bus::Bus& bus, const Seats& seats, const base::Clock& clock, std::string agent_id, std::size_t backlog,
            std::function<void()> ready);

  /// What comes next; absent when there is nothing until `ready` is called.
  [[nodiscard]] std::optional<Item> next();

 private:
  void take(const std::shared_ptr<const bus::Message>& message);
  WholeDesk whole();

  const Seats& seats_;
  const base::Clock& clock_;
  const std::string agent_id_;
  const std::size_t backlog_;
  const std::function<void()> ready_;
  std::mutex mutex_;
  std::deque<std::shared_ptr<const bus::Message>> messages_;
  bool whole_due_ = true;
  std::int64_t version_ = 0;
  std::unique_ptr<bus::Subscription> subscription_;  // Last: its callback uses the rest.
};

}  // namespace aandacht::core
