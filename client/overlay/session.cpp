#include "client/overlay/session.h"

#include <grpcpp/channel.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "client/app/connection_view.h"
#include "client/net/channel.h"
#include "client/softphone/baresip.h"

namespace aandacht::overlay {
namespace {

constexpr const char* kBaresip = "baresip:";

}  // namespace

Session::Session(SessionOptions options, const base::Clock& clock, Post post)
    : options_(std::move(options)),
      clock_(clock),
      post_([post = std::move(post), alive = alive_](std::function<void()> work) {
        post([work = std::move(work), alive] {
          if (*alive) work();
        });
      }) {
  connection_.server = options_.server;
}

Session::~Session() {
  *alive_ = false;
  softphone_.reset();
  watch_.reset();
  why_search_.reset();
  errands_.reset();
}

absl::StatusOr<std::unique_ptr<Session>> Session::start(SessionOptions options, const base::Clock& clock,
                                                        base::Ids& ids, Post post) {
  std::unique_ptr<Session> session(new Session(std::move(options), clock, std::move(post)));
  if (absl::Status status = session->begin(ids); !status.ok()) return status;
  return session;
}

absl::Status Session::begin(base::Ids& ids) {
  absl::StatusOr<std::unique_ptr<net::Outbox>> outbox = net::Outbox::open(options_.outbox_file, clock_);
  if (!outbox.ok()) return outbox.status();
  outbox_ = *std::move(outbox);
  channel_ = net::open_channel(options_.server);
  transport_ = net::make_transport(channel_);
  sleeper_ = net::make_sleeper(net::bell_of(*outbox_));
  sender_ = std::make_unique<net::Sender>(*outbox_, *transport_, *sleeper_, clock_);
  actions_ = std::make_unique<net::DeskActions>(*outbox_, ids, options_.agent_id, [this] { sender_->wake(); });
  errands_ = std::make_unique<Errands>();
  why_search_ = std::make_unique<net::WhySearch>(channel_);
  net::DeskHandlers handlers;
  handlers.on_desk = [this](domain::Desk desk, absl::Time now) {
    post_([this, desk = std::move(desk), now] { take_desk(desk, now); });
  };
  handlers.on_update = [this](domain::DeskUpdate update) {
    post_([this, update = std::move(update)] { take_update(update); });
  };
  handlers.on_connection = [this](net::ConnectionState state, const std::string&) {
    post_([this, state] { take_connection(state); });
  };
  watch_ = std::make_unique<net::DeskWatch>(channel_, options_.agent_id, std::move(handlers));
  sender_->start({.on_status = [this](const net::OutboxStatus& status) {
    post_([this, pending = static_cast<int>(status.pending)] { connection_.pending = pending; });
  }});
  return follow_softphone();
}

absl::Status Session::follow_softphone() {
  if (options_.softphone.empty() || options_.softphone == "none") return absl::OkStatus();
  if (!absl::StartsWith(options_.softphone, kBaresip)) {
    return absl::InvalidArgumentError(
        absl::StrCat("softphone \"", options_.softphone, "\" is not known; write baresip:HOST:PORT or none"));
  }
  absl::StatusOr<softphone::BaresipAddress> address =
      softphone::parse_baresip_address(options_.softphone.substr(std::string(kBaresip).size()));
  if (!address.ok()) return address.status();
  softphone::PhoneHandlers handlers;
  handlers.on_call = [this](const softphone::CallEvent& event) { take_call(event); };
  handlers.on_state = [this](softphone::PhoneState state, const std::string& detail) {
    take_phone_state(state, detail);
  };
  softphone_ = softphone::start_baresip(*address, std::move(handlers), clock_);
  return absl::OkStatus();
}

// On the softphone's thread, which may wait for the disk.
void Session::take_call(const softphone::CallEvent& event) {
  std::optional<domain::CallReported> report = softphone::to_report(event);
  if (!report) return;
  report->queue = options_.queue;
  const absl::Status kept = actions_->report_call(*report, event.time);
  if (!kept.ok()) report_trouble(kept);
}

void Session::take_phone_state(softphone::PhoneState state, const std::string& detail) {
  post_([this, state, detail] {
    const bool fine = state == softphone::PhoneState::kConnected || state == softphone::PhoneState::kConnecting;
    connection_.phone_trouble = fine ? "" : detail;
  });
}

void Session::report_trouble(const absl::Status& status) {
  spdlog::warn("what happened could not be kept: {}", std::string(status.message()));
}

void Session::take_connection(net::ConnectionState state) { connection_.state = app::shown(state); }

void Session::take_desk(domain::Desk desk, absl::Time now) {
  desk_ = std::move(desk);
  set_desk_time(now);
  show_desk();
}

void Session::take_update(const domain::DeskUpdate& update) {
  const absl::Time before = desk_ ? desk_->time : absl::InfinitePast();
  if (!desk_ || !domain::reduce(*desk_, update)) return;  // The watch opens a new stream by itself.
  // A late report leaves the desk's time where it was; its present goes on.
  if (desk_->time != before) set_desk_time(desk_->time);
  for (const domain::Change& change : update.changes) {
    const auto* turn = std::get_if<domain::TurnTaken>(&change);
    if (turn != nullptr && turn->speaker == domain::Speaker::kCustomer) last_words_ = turn->text;
    if (std::holds_alternative<domain::CallGone>(change)) last_words_.clear();
  }
  show_desk();
}

void Session::set_desk_time(absl::Time time) {
  desk_time_ = time;
  desk_time_set_ = clock_.steady();
}

void Session::show_desk() {
  shown_ = desk_;
  if (!shown_) return;
  if (shown_->card && answered_.count(shown_->card->id) > 0) shown_->card.reset();
  std::erase_if(shown_->calls, [&](const domain::Call& call) { return answered_.count(call.id) > 0; });
}

absl::Time Session::desk_now() const {
  if (desk_time_ == absl::InfinitePast()) return clock_.now();
  return desk_time_ + (clock_.steady() - desk_time_set_);
}

void Session::send(std::function<absl::Status(net::DeskActions&)> request) {
  errands_->ask([this, request = std::move(request)] {
    const absl::Status kept = request(*actions_);
    if (!kept.ok()) report_trouble(kept);
  });
}

void Session::answer_card(const std::string& card_id, domain::CardAnswer answer) {
  answered_.insert(card_id);
  show_desk();
  send([card_id, answer](net::DeskActions& actions) { return actions.answer_card(card_id, answer); });
}

void Session::show_why(const std::string& why_id) {
  close_search();
  send([why_id](net::DeskActions& actions) { return actions.show_why(why_id); });
}

void Session::finish_wrap_up(const std::string& call_id) {
  answered_.insert(call_id);
  show_desk();
  send([call_id](net::DeskActions& actions) { return actions.finish_wrap_up(call_id); });
}

void Session::pin_heard(const std::string& call_id, const std::string& utterance_id) {
  send([call_id, utterance_id](net::DeskActions& actions) { return actions.pin_heard(call_id, utterance_id); });
}

void Session::mark_heavy(const std::string& call_id, bool heavy) {
  send([call_id, heavy](net::DeskActions& actions) { return actions.mark_heavy(call_id, heavy); });
}

void Session::search_for(const std::string& text, const std::string& language) {
  search_.open = true;
  search_.text = text;
  search_.waiting = true;
  const domain::Call* call = desk_ ? domain::current_call(*desk_) : nullptr;
  const std::string spoken = call != nullptr && !call->language.empty() ? call->language : language;
  why_search_->ask({text, spoken, call != nullptr ? call->queue : ""},
                   [this, text](absl::StatusOr<std::vector<domain::Why>> whys) {
                     post_([this, text, whys = std::move(whys)] {
                       if (search_.text != text) return;
                       search_.waiting = false;
                       if (whys.ok()) search_.whys = *whys;
                     });
                   });
}

void Session::close_search() { search_ = model::Search{}; }

}  // namespace aandacht::overlay
