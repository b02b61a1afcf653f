#include "client/ctl/desk_lines.h"

#include <algorithm>

namespace aandacht::ctl {
namespace {

using domain::Call;
using domain::CallState;
using domain::Desk;

/// Collects the lines of one update or desk.
class Collector {
 public:
  Collector(const Desk& before, absl::Time at, std::string cause_id)
      : before_(before), at_(at), cause_id_(std::move(cause_id)) {}

  void operator()(const domain::CallChanged& change) { tell(change.call); }

  void operator()(const domain::CallGone& change) {
    const Call* known = domain::find_call(before_, change.call_id);
    if (known == nullptr || told_ended_ == change.call_id) return;
    Call gone = *known;
    gone.state = CallState::kEnded;
    tell(gone);
  }

  void operator()(const domain::CardShown& change) { add(cards_, change.card.call_id, CardLine{change.card}); }

  void operator()(const domain::CardGone& change) {
    add(cards_, card_call(), CardGoneLine{change.card_id, change.reason, change.answer});
  }

  void operator()(const domain::CardHeldBack& change) {
    add(cards_, change.card.call_id, HeldBackLine{change.card, change.reason, change.waits});
  }

  void operator()(const domain::TurnTaken& change) {
    add(said_, change.call_id, SaidLine{change.speaker, change.text, change.sentiment});
  }

  void operator()(const domain::PromptsChanged& change) {
    for (const domain::Prompt& prompt : change.prompts) {
      const auto same = [&](const domain::Prompt& other) { return other.id == prompt.id; };
      if (std::none_of(before_.prompts.begin(), before_.prompts.end(), same)) add(calls_, {}, PromptLine{prompt});
    }
  }

  void operator()(const domain::CardAnswered&) {}
  void operator()(const domain::WatchersChanged&) {}
  void operator()(const domain::BookkeepingChanged&) {}
  // The agent's own: not for whoever reads over their shoulder.
  void operator()(const domain::ExperienceGiven&) {}
  void operator()(const domain::FatigueChanged&) {}
  void operator()(const domain::ResetsChanged&) {}
  void operator()(const domain::HabitsChanged&) {}

  std::vector<DeskLine> take() {
    for (std::vector<DeskLine>* part : {&said_, &noticed_, &cards_}) {
      calls_.insert(calls_.end(), std::make_move_iterator(part->begin()), std::make_move_iterator(part->end()));
    }
    return std::move(calls_);
  }

 private:
  template <typename What>
  void add(std::vector<DeskLine>& part, std::string call_id, What what) {
    part.push_back({at_, std::move(call_id), cause_id_, std::move(what)});
  }

  void tell(const Call& call) {
    const Call* known = domain::find_call(before_, call.id);
    const std::string& name = call.customer ? call.customer->name : call.display_name;
    const bool named = known != nullptr && (known->customer ? known->customer->name : known->display_name) == name;
    if (known == nullptr || known->state != call.state || !named || known->from != call.from) {
      add(calls_, call.id, CallStateLine{call.state, call.from, name});
      if (call.state == CallState::kEnded) told_ended_ = call.id;
    }
    const bool same_opening =
        known != nullptr && known->opening == call.opening && known->repeat_contact == call.repeat_contact;
    if (!same_opening && (!call.opening.empty() || call.repeat_contact)) {
      add(calls_, call.id, OpeningLine{call.opening, call.repeat_contact});
    }
    tell_heard(known, call);
    tell_promises(known, call);
  }

  void tell_heard(const Call* known, const Call& call) {
    for (const domain::HeardFact& fact : call.heard) {
      const auto same = [&](const domain::HeardFact& other) {
        return other.words == fact.words && other.said == fact.said;
      };
      if (known != nullptr && std::any_of(known->heard.begin(), known->heard.end(), same)) continue;
      add(noticed_, call.id, HeardLine{fact});
    }
  }

  void tell_promises(const Call* known, const Call& call) {
    for (const domain::Promise& promise : call.promises) {
      const auto same = [&](const domain::Promise& other) {
        return other.text == promise.text && other.due == promise.due;
      };
      if (known != nullptr && std::any_of(known->promises.begin(), known->promises.end(), same)) continue;
      add(noticed_, call.id, PromiseLine{promise});
    }
  }

  [[nodiscard]] std::string card_call() const { return before_.card ? before_.card->call_id : std::string(); }

  const Desk& before_;
  absl::Time at_;
  std::string cause_id_;
  std::string told_ended_;
  std::vector<DeskLine> calls_;
  std::vector<DeskLine> said_;
  std::vector<DeskLine> noticed_;
  std::vector<DeskLine> cards_;
};

}  // namespace

std::vector<DeskLine> lines_of(const Desk& before, const domain::DeskUpdate& update) {
  Collector collector(before, update.time, update.cause_id);
  for (const domain::Change& change : update.changes) std::visit(collector, change);
  return collector.take();
}

std::vector<DeskLine> lines_between(const Desk& before, const Desk& after) {
  domain::DeskUpdate update{.version = after.version, .time = after.time};
  for (const Call& call : before.calls) {
    if (domain::find_call(after, call.id) == nullptr) update.changes.emplace_back(domain::CallGone{call.id});
  }
  for (const Call& call : after.calls) update.changes.emplace_back(domain::CallChanged{call});
  if (before.prompts != after.prompts) update.changes.emplace_back(domain::PromptsChanged{after.prompts});
  const std::string shown = after.card ? after.card->id : std::string();
  if (before.card && before.card->id != shown) {
    const auto reason = after.card ? domain::CardGoneReason::kReplaced : domain::CardGoneReason::kExpired;
    update.changes.emplace_back(domain::CardGone{before.card->id, reason, std::nullopt});
  }
  if (after.card && !(before.card && before.card->id == shown))
    update.changes.emplace_back(domain::CardShown{*after.card});
  return lines_of(before, update);
}

}  // namespace aandacht::ctl
