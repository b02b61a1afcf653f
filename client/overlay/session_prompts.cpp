// What this window has of the prompts that supervisors pushed, told to the service.
#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "client/overlay/session.h"
#include "shared/domain/cards.h"

namespace aandacht::overlay {
namespace {

// Empty: none does. In a wrap-up the agent may have asked for a reset already, for which prompts wait.
std::string call_that_runs(const domain::Desk& desk) {
  const auto call = std::find_if(desk.calls.begin(), desk.calls.end(),
                                 [](const domain::Call& each) { return each.state != domain::CallState::kWrapUp; });
  return call == desk.calls.end() ? "" : call->id;
}

std::set<std::string> prompts_on(const domain::Desk& desk) {
  std::set<std::string> ids;
  for (const domain::Prompt& each : desk.prompts) ids.insert(each.id);
  if (desk.card && desk.card->kind == domain::CardKind::kPrompt) ids.insert(desk.card->source_id);
  return ids;
}

}  // namespace

// The service may have lost what an earlier stream told.
void Session::forget_receipts() { receipts_.forget(); }

void Session::acknowledge_received() {
  if (away() || !prediction_.confirmed()) return;
  if (const auto telling = receipts_.have(prompts_on(*prediction_.confirmed()), clock_.steady())) acknowledge(*telling);
}

// Nothing of a prompt that is not urgent outside calls: what is on screen there tells whether a reset ran.
void Session::see_card(const std::string& card_id) {
  const std::optional<domain::Desk>& desk = prediction_.confirmed();
  if (away() || !desk || !desk->card || desk->card->id != card_id) return;
  if (desk->card->kind != domain::CardKind::kPrompt) return;
  const std::string call = call_that_runs(*desk);
  if (call.empty() && !domain::is_urgent_prompt(*desk->card)) return;
  const auto telling = receipts_.show(desk->card->source_id, absl::StrCat(card_id, "\n", call), clock_.steady());
  if (telling) acknowledge(*telling);
}

// Both of one frame leave together.
void Session::acknowledge(const Receipts::Telling& telling) {
  if (!untold_ || untold_->stream != telling.stream) untold_.emplace(Receipts::Telling{{}, "", telling.stream});
  untold_->received.insert(untold_->received.end(), telling.received.begin(), telling.received.end());
  if (!telling.shown.empty()) untold_->shown = telling.shown;
}

void Session::frame_is_out() {
  const std::optional<Receipts::Telling> telling = std::exchange(untold_, std::nullopt);
  if (!telling) return;
  if (teller_ == nullptr) teller_ = std::make_unique<net::PromptReceipts>(channel_);
  teller_->send(options_.agent_id, telling->received, telling->shown,
                [this, telling = *telling](const absl::StatusOr<bool>& shown) {
                  post_([this, telling, shown] {
                    receipts_.answered(telling, shown.ok(), shown.value_or(false), clock_.steady());
                  });
                });
}

}  // namespace aandacht::overlay
