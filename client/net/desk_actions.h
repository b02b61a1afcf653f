// What programs of an agent tell the service, put in the outbox.
#pragma once

#include <functional>
#include <string>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "client/net/outbox.h"
#include "shared/base/ids.h"
#include "shared/domain/event.h"

namespace aandacht::net {

/// Each method returns when the request is on disk; `wake` is called after it. Errors are those of Outbox::append.
/// Safe from any thread. `outbox` and `ids` must outlive this.
class DeskActions {
 public:
  DeskActions(Outbox& outbox, base::Ids& ids, std::string agent_id, std::function<void()> wake = {});

  /// Puts the request that tells of the event in the outbox. INVALID_ARGUMENT: as to_request().
  absl::Status tell(const domain::Event& event);

  /// `report.customer` is not sent: the service knows. `occurred` by this machine's clock.
  absl::Status report_call(const domain::CallReported& report, absl::Time occurred);

  // These happen when the service takes them.
  absl::Status answer_card(const std::string& card_id, domain::CardAnswer answer);
  absl::Status show_why(const std::string& why_id);
  absl::Status finish_wrap_up(const std::string& call_id);
  absl::Status pin_heard(const std::string& call_id, const std::string& utterance_id);
  absl::Status mark_heavy(const std::string& call_id, bool heavy);

 private:
  Outbox& outbox_;
  base::Ids& ids_;
  std::string agent_id_;
  std::function<void()> wake_;
};

}  // namespace aandacht::net
