#include "client/supervisor/floor_page.h"

#include <utility>

#include "absl/strings/strip.h"
#include "client/supervisor/user_name.h"

namespace aandacht::supervisor {
namespace {

// Bands move at most every quarter of an hour.
constexpr absl::Duration kEnergyEvery = absl::Minutes(5);
constexpr absl::Duration kEnergyAgain = absl::Seconds(20);

model::TeamBandKind kind_of(net::EnergyBand band) {
  switch (band) {
    case net::EnergyBand::kTooFew:
      return model::TeamBandKind::kTooFew;
    case net::EnergyBand::kCalm:
      return model::TeamBandKind::kCalm;
    case net::EnergyBand::kBusy:
      return model::TeamBandKind::kBusy;
    case net::EnergyBand::kHeavy:
      return model::TeamBandKind::kHeavy;
  }
  return model::TeamBandKind::kTooFew;
}

model::WatchedLine line_of(const net::WatchedTurn& turn) {
  model::WatchedLine line{turn.utterance_id, turn.speaker == domain::Speaker::kCustomer, turn.text, turn.said, {}};
  if (turn.sentiment) line.feeling = turn.sentiment->feeling;
  return line;
}

}  // namespace

FloorPage::FloorPage(const PageContext& context)
    : context_(context), feed_(context.channel, context.clock, context.post, context.tell_connection) {}

FloorPage::~FloorPage() = default;

void FloorPage::enter() {
  shown_ = true;
  energy_source_ = std::make_unique<net::TeamEnergy>(context_.channel);
  energy_due_ = absl::InfinitePast();
}

// Nobody is watched by a page that nobody looks at.
void FloorPage::leave() {
  shown_ = false;
  stop_watch();
  energy_source_.reset();
}

void FloorPage::open(const std::string& argument) {
  absl::string_view agent = argument;
  if (absl::ConsumePrefix(&agent, "agent:")) select(std::string(agent));
}

void FloorPage::draw(PageFrame& frame) {
  follow_energy(context_.clock.now());
  const model::FloorSources sources{feed_.desks(), choice_, energy_, watched_};
  const model::FloorModel model =
      model::make_floor_model(sources, feed_.connection(), frame.language, feed_.now(), frame.zone);
  for (const FloorAction& action : draw_floor(model, memory_, frame)) act(action);
}

std::optional<absl::Duration> FloorPage::wakes() const {
  if (feed_.empty()) return std::nullopt;
  return absl::Seconds(1);
}

void FloorPage::act(const FloorAction& action) {
  struct Act {
    FloorPage& page;
    void operator()(const SortFloor& what) const { model::sort_by(what.column, page.choice_); }
    void operator()(const SelectAgent& what) const { page.select(what.agent_id); }
    void operator()(const ShowStates& what) const { page.choice_.show = what.show; }
    void operator()(const ShowTeam& what) const { page.choice_.team = what.team; }
    void operator()(const FindOnFloor& what) const { page.choice_.find = what.words; }
    void operator()(const AskForReason&) const {
      page.stop_watch();
      page.watched_.stage = model::WatchStage::kAsking;
      page.watched_.agent_id = page.choice_.selected;
      page.memory_.reason.set("");
    }
    void operator()(const ChangeReason& what) const { page.watched_.reason = what.reason; }
    void operator()(const StartWatch&) const { page.start_watch(); }
    void operator()(const StopWatch&) const { page.stop_watch(); }
    void operator()(const PushToAgent& what) const {
      page.context_.open_page(model::PageName::kPush, "agent:" + what.agent_id);
    }
  };
  std::visit(Act{*this}, action);
}

void FloorPage::select(const std::string& agent_id) {
  if (agent_id == choice_.selected) return;
  stop_watch();
  choice_.selected = agent_id;
}

void FloorPage::start_watch() {
  if (watched_.stage != model::WatchStage::kAsking) return;
  watched_.stage = model::WatchStage::kOpening;
  const int number = ++watches_;
  const auto hand_over = [this, number](auto work) {
    context_.post([this, number, work = std::move(work)]() mutable {
      if (number == watches_ && watch_ != nullptr) work();
    });
  };
  net::CallWatchHandlers handlers;
  handlers.on_news = [this, hand_over](net::CallNews news) {
    hand_over([this, news = std::move(news)]() mutable { take(std::move(news)); });
  };
  handlers.on_end = [this, hand_over](const absl::Status& status) { hand_over([this, status] { end(status); }); };
  watch_ = std::make_unique<net::CallWatch>(
      context_.channel, net::CallToWatch{watched_.agent_id, "", watched_.reason, user_name()}, std::move(handlers));
}

void FloorPage::stop_watch() {
  ++watches_;
  watch_.reset();
  watched_ = {};
  turns_.clear();
  cards_.clear();
}

void FloorPage::take(net::CallNews news) {
  net::take_in(news.turns, turns_);
  net::take_in(news.cards, cards_);
  watched_.stage = news.over ? model::WatchStage::kOver : model::WatchStage::kLive;
  watched_.state = news.call.state;
  watched_.watchers = std::move(news.call.watchers);
  watched_.lines.clear();
  for (const net::WatchedTurn& turn : turns_) watched_.lines.push_back(line_of(turn));
  watched_.cards.clear();
  for (const net::WatchedCard& card : cards_)
    watched_.cards.push_back({card.card_id, card.kind, card.line, card.shown});
}

void FloorPage::end(const absl::Status& status) {
  watch_.reset();
  watched_.stage = model::WatchStage::kOver;
  watched_.not_allowed = absl::IsPermissionDenied(status) || absl::IsUnauthenticated(status);
  watched_.lost = absl::IsUnavailable(status) || absl::IsInternal(status) || absl::IsUnknown(status);
  watched_.refused = !status.ok();
}

void FloorPage::follow_energy(absl::Time now) {
  if (energy_source_ == nullptr || now < energy_due_) return;
  energy_due_ = now + kEnergyAgain;
  energy_source_->ask([this](absl::StatusOr<std::vector<net::TeamBand>> teams) {
    context_.post([this, teams = std::move(teams)] {
      if (!teams.ok()) return;
      energy_due_ = context_.clock.now() + kEnergyEvery;
      energy_.clear();
      for (const net::TeamBand& team : *teams) energy_.push_back({team.team, kind_of(team.band), team.since});
    });
  });
}

}  // namespace aandacht::supervisor
