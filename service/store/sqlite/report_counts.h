// What is counted for reports when something is written. Each belongs into the transaction of what it counts.
#pragma once

#include <string>

#include "absl/status/status.h"
#include "service/store/report_records.h"
#include "service/store/sqlite/connection.h"
#include "service/store/store.h"

namespace aandacht::store::sqlite {

/// A turn that was just inserted; one without a sentiment, or of the agent, counts for nothing.
[[nodiscard]] absl::Status count_turn(Connection& connection, const TurnRecord& turn);

/// A card that was just inserted as the last row; one that was held back, or belongs to no call, counts for nothing.
[[nodiscard]] absl::Status count_card(Connection& connection, const CardRecord& card);

[[nodiscard]] absl::Status count_card_answer(Connection& connection, const std::string& agent_id,
                                             const std::string& card_id, domain::CardAnswer answer);

/// Which why the question of a call names.
[[nodiscard]] absl::Status count_why(Connection& connection, const std::string& call_id, const std::string& why_id);

/// The promises of a journey, in the place of those that were counted of this customer.
[[nodiscard]] absl::Status count_promises(Connection& connection, const domain::Customer& customer);

/// One step over at most `most` calls, and then customers, that were stored before there were reports.
[[nodiscard]] absl::StatusOr<Counting> count_stored(Connection& connection, const TeamOf& team_of, int most);

}  // namespace aandacht::store::sqlite
