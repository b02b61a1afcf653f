// What this window has of the prompts that supervisors pushed, told to the service.
#include <algorithm>
#include <iterator>

#include "client/overlay/session.h"
#include "shared/domain/cards.h"

namespace aandacht::overlay {
namespace {

// In a wrap-up the agent may have asked for a reset already, for which prompts wait.
bool is_in_a_call(const domain::Desk& desk) {
  return std::any_of(desk.calls.begin(), desk.calls.end(),
                     [](const domain::Call& call) { return call.state != domain::CallState::kWrapUp; });
}

std::set<std::string> prompts_on(const domain::Desk& desk) {
  std::set<std::string> ids;
  for (const domain::Prompt& each : desk.prompts) ids.insert(each.id);
  if (desk.card && desk.card->kind == domain::CardKind::kPrompt) ids.insert(desk.card->source_id);
  return ids;
}

}  // namespace

// The service may have lost what an earlier stream told.
void Session::forget_receipts() {
  received_.clear();
  shown_.clear();
}

void Session::acknowledge_received() {
  const std::set<std::string> here = prompts_on(*prediction_.confirmed());
  std::vector<std::string> fresh;
  std::set_difference(here.begin(), here.end(), received_.begin(), received_.end(), std::back_inserter(fresh));
  received_ = here;
  if (!fresh.empty()) acknowledge(fresh, "");
}

// Nothing of a prompt that is not urgent outside calls: what is on screen there tells whether a reset ran.
void Session::see_card(const std::string& card_id) {
  const std::optional<domain::Desk>& desk = prediction_.confirmed();
  if (away() || !desk || !desk->card || desk->card->id != card_id) return;
  if (desk->card->kind != domain::CardKind::kPrompt || shown_ == card_id) return;
  if (!is_in_a_call(*desk) && !domain::is_urgent_prompt(*desk->card)) return;
  shown_ = card_id;
  acknowledge({}, desk->card->source_id);
}

void Session::acknowledge(const std::vector<std::string>& received, const std::string& shown) {
  if (receipts_ == nullptr) receipts_ = std::make_unique<net::PromptReceipts>(channel_);
  receipts_->send(options_.agent_id, received, shown, [this](const absl::Status& status) {
    const bool worth_it = absl::IsUnavailable(status) || absl::IsDeadlineExceeded(status);
    if (worth_it) post_([this] { forget_receipts(); });
  });
}

}  // namespace aandacht::overlay
