#include "service/core/own_export.h"

#include <utility>

namespace aandacht::core {
namespace {

constexpr int kPage = 100;
constexpr absl::Time kFirst = absl::InfinitePast();
constexpr absl::Time kLast = absl::InfiniteFuture();

void take_desk(const domain::Desk& desk, std::deque<OwnPiece>& pieces) {
  pieces.emplace_back(desk.fatigue);
  for (const domain::Reset& reset : desk.resets.past) pieces.emplace_back(reset);
  if (desk.resets.current) pieces.emplace_back(*desk.resets.current);
  if (desk.habits.current) pieces.emplace_back(*desk.habits.current);
  for (const domain::Routine& routine : desk.habits.shelf) pieces.emplace_back(routine);
  for (const auto& [rule_id, count] : desk.refusals) pieces.emplace_back(Refusal{rule_id, count});
  if (!desk.stories.shown_ids.empty()) pieces.emplace_back(desk.stories);
  if (!desk.questions.calls.empty()) pieces.emplace_back(desk.questions);
}

/// A short list as its only page.
template <typename Row>
absl::StatusOr<store::Page<Row>> whole(absl::StatusOr<std::vector<Row>> rows) {
  if (!rows.ok()) return rows.status();
  return store::Page<Row>{*std::move(rows), ""};
}

/// One, or none when nothing is kept.
absl::StatusOr<std::vector<store::WhyCheckWish>> wishes(store::Reads& reads, const std::string& agent_id) {
  const absl::StatusOr<store::WhyCheckWish> wish = reads.why_check_wish(agent_id);
  if (!wish.ok()) return wish.status();
  if (!wish->asked && !wish->never) return std::vector<store::WhyCheckWish>();
  return std::vector{*wish};
}

}  // namespace

OwnExport::OwnExport(store::Store& store, const Seats& seats, const std::string& agent_id, absl::Time now)
    : store_(&store), agent_id_(agent_id) {
  pieces_.emplace_back(ExportBegin{agent_id, now});
  if (const std::shared_ptr<const Seat> seat = seats.find(agent_id)) take_desk(seat->desk, pieces_);
}

absl::StatusOr<std::optional<OwnPiece>> OwnExport::next() {
  while (pieces_.empty() && part_ != Part::kEnd) {
    if (absl::Status status = fetch(); !status.ok()) return status;
  }
  if (pieces_.empty()) return std::optional<OwnPiece>();
  std::optional<OwnPiece> piece = std::move(pieces_.front());
  pieces_.pop_front();
  return piece;
}

/// Takes the page that `ask` gives; after the last the next part comes.
template <typename Piece, typename Row>
absl::Status OwnExport::take_page(absl::StatusOr<store::Page<Row>> page) {
  if (!page.ok()) return page.status();
  for (Row& row : page->rows) pieces_.emplace_back(Piece(std::move(row)));
  token_ = page->next;
  if (token_.empty()) part_ = static_cast<Part>(static_cast<int>(part_) + 1);
  return absl::OkStatus();
}

absl::Status OwnExport::fetch() {
  return store_->read([this](store::Reads& reads) -> absl::Status {
    switch (part_) {
      case Part::kCalls:
        return take_page<store::CallRecord>(reads.calls(agent_id_, kPage, token_));
      case Part::kCards:
        return take_page<store::CardRecord>(reads.answered_cards(agent_id_, kPage, token_));
      case Part::kGuesses:
        return take_page<domain::CallExperience>(reads.experiences(agent_id_, kFirst, kLast, kPage, token_));
      case Part::kHeavyCalls:
        return take_page<HeavyCall>(reads.heavy_calls(agent_id_, kFirst, kLast, kPage, token_));
      case Part::kActs:
        return take_page<domain::Event>(reads.own_events(agent_id_, kPage, token_));
      case Part::kVotes:
        return take_page<store::HabitVote>(whole(reads.habit_votes(agent_id_)));
      case Part::kQuotas:
        return take_page<store::HabitQuota>(whole(reads.habit_quotas(agent_id_)));
      case Part::kWhyAnswers:
        return take_page<store::WhyAnswer>(whole(reads.own_why_answers(agent_id_)));
      case Part::kWhyWish:
        return take_page<store::WhyCheckWish>(whole(wishes(reads, agent_id_)));
      case Part::kLooks:
        return take_page<domain::Look>(reads.looks(agent_id_, kPage, token_));
      case Part::kEnd:
        return absl::OkStatus();
    }
    return absl::OkStatus();
  });
}

}  // namespace aandacht::core
