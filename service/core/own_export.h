// Everything that is kept about an agent as such, one piece after another.
#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <variant>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "service/core/seats.h"
#include "service/store/store.h"
#include "shared/domain/event.h"
#include "shared/domain/my_day.h"

namespace aandacht::core {

/// The first piece: whose, and when it was taken.
struct ExportBegin {
  std::string agent_id;
  absl::Time time;
};

/// A heavy call of the agent.
struct HeavyCall {
  absl::Time ended;
};

/// How often the agent said that the cards of a rule do not fit.
struct Refusal {
  std::string rule_id;
  int count = 0;
};

using OwnPiece = std::variant<ExportBegin, store::CallRecord, domain::CallExperience, HeavyCall, domain::Fatigue,
                              domain::Reset, domain::ChosenHabit, domain::Routine, domain::Event, store::HabitVote,
                              store::HabitQuota, domain::Look, Refusal, store::WhyAnswer, store::WhyCheckWish,
                              domain::StoryBook, domain::QuestionTally, store::CardRecord>;

/// Holds one page of the store at a time, whatever there is. One thread at a time; `store` must outlive it.
class OwnExport {
 public:
  OwnExport(store::Store& store, const Seats& seats, const std::string& agent_id, absl::Time now);

  /// The next piece; absent at the end. UNAVAILABLE, INTERNAL: the store failed; begin again.
  [[nodiscard]] absl::StatusOr<std::optional<OwnPiece>> next();

 private:
  enum class Part {
    kCalls,
    kCards,
    kGuesses,
    kHeavyCalls,
    kActs,
    kVotes,
    kQuotas,
    kWhyAnswers,
    kWhyWish,
    kLooks,
    kEnd
  };

  absl::Status fetch();
  template <typename Piece, typename Row>
  absl::Status take_page(absl::StatusOr<store::Page<Row>> page);

  store::Store* store_;
  std::string agent_id_;
  Part part_ = Part::kCalls;
  std::string token_;
  std::deque<OwnPiece> pieces_;
};

}  // namespace aandacht::core
