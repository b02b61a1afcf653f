// The desk as the agent should see it now: what the service confirmed, and what it has not heard of yet.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "shared/domain/change.h"
#include "shared/domain/desk.h"
#include "shared/domain/event.h"
#include "shared/domain/library.h"

namespace aandacht::local {

/// An event on its way to the service.
struct PendingEvent {
  domain::Event event;  ///< Its id is that of the request in the outbox.
  /// The desk's version with which the service acknowledged it; absent before.
  std::optional<std::int64_t> acknowledged;
};

/// Client-side prediction with rebase (docs/adr/0009): desk() is domain::apply() folded over the confirmed desk with
/// the pending events, in their order. When nothing is pending it is the confirmed desk, so both sides agree.
///
/// Pure: no clock, disk or network. One thread at a time.
class Prediction {
 public:
  /// `agent_id`: whose desk; begins empty.
  explicit Prediction(std::string agent_id);

  /// The whole desk as the service has it, or as it was stored.
  void take_desk(domain::Desk desk);

  /// False: an update is missing before this one, or there was no desk; the stream must begin again. An update that is
  /// already in the desk changes nothing.
  [[nodiscard]] bool take_update(const domain::DeskUpdate& update);

  /// Something happened here. The same id twice, and one that the service has shown or refused since, change nothing:
  /// what is read from the outbox may come after the service's answer to it.
  void add(domain::Event event);

  /// The service has it: it is in the desk from this version on. May come before add().
  void acknowledged(const std::string& event_id, std::int64_t version);

  /// The service will never take it, or it could not be kept. May come before add().
  void refused(const std::string& event_id);

  /// The desk's time goes on while the service is away: wake-ups that are due by `now` show. They are never sent.
  void wake(absl::Time now);

  /// What apply() is told with; by value, small: the whys that were chosen here and the lines of openings.
  void use(domain::Library library);
  [[nodiscard]] const domain::Library& library() const { return library_; }

  /// nullptr: nothing is known yet. Valid until the next call that changes something.
  [[nodiscard]] const domain::Desk* desk() const;

  [[nodiscard]] const std::optional<domain::Desk>& confirmed() const { return confirmed_; }
  [[nodiscard]] const std::vector<PendingEvent>& pending() const { return pending_; }
  [[nodiscard]] bool is_pending(const std::string& event_id) const;

 private:
  struct Fold {
    domain::Desk told;   ///< After the pending events …
    domain::Desk woken;  ///< … and after the wake-ups until now.
  };

  /// What became of an event that was settled, also when it was not added yet.
  struct Settled {
    std::string event_id;
    std::optional<std::int64_t> version;  ///< Acknowledged with it; absent: shown or refused, so it is over.
  };

  template <typename Gone>
  void drop_if(Gone gone);
  void remember(std::string event_id, std::optional<std::int64_t> version);
  void drop_confirmed();
  void refold() const;
  void settle();

  const std::string agent_id_;
  domain::Library library_;
  std::optional<domain::Desk> confirmed_;
  std::vector<PendingEvent> pending_;
  std::vector<Settled> settled_;  // Newest last, bounded.
  absl::Time woken_until_ = absl::InfinitePast();
  mutable std::optional<Fold> fold_;  // Absent: to be made again.
};

}  // namespace aandacht::local
