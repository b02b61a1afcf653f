#include "client/overlay/session.h"

#include <grpcpp/channel.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "client/app/connection_view.h"
#include "client/app/lean_process.h"
#include "client/model/recalled_note.h"
#include "client/net/channel.h"
#include "client/net/requests.h"
#include "client/softphone/baresip.h"

namespace aandacht::overlay {
namespace {

constexpr const char* kBaresip = "baresip:";

}  // namespace

Session::Session(SessionOptions options, const base::Clock& clock, base::Ids& ids, Post post)
    : options_(std::move(options)),
      clock_(clock),
      ids_(ids),
      post_([post = std::move(post), alive = alive_](std::function<void()> work) {
        post([work = std::move(work), alive] {
          if (*alive) work();
        });
      }),
      prediction_(options_.agent_id),
      started_(clock.steady()),
      changed_(started_) {
  connection_.server = options_.server;
}

Session::~Session() {
  *alive_ = false;
  if (errands_ && store_ && desk_changed()) keep_desk();
  softphone_.reset();
  watch_.reset();
  teller_.reset();
  own_side_.reset();
  story_photo_.reset();
  why_list_.reset();
  why_search_.reset();
  errands_.reset();
}

absl::StatusOr<std::unique_ptr<Session>> Session::start(SessionOptions options, const base::Clock& clock,
                                                        base::Ids& ids, Post post) {
  std::unique_ptr<Session> session(new Session(std::move(options), clock, ids, std::move(post)));
  if (absl::Status status = session->begin(); !status.ok()) return status;
  return session;
}

absl::Status Session::begin() {
  absl::StatusOr<std::unique_ptr<net::Outbox>> outbox = net::Outbox::open(options_.outbox_file, clock_);
  if (!outbox.ok()) return outbox.status();
  outbox_ = *std::move(outbox);
  restore();
  channel_ = net::open_channel(options_.server, {.agent = options_.agent_id});
  transport_ = net::make_transport(channel_);
  sleeper_ = net::make_sleeper(net::bell_of(*outbox_));
  sender_ = std::make_unique<net::Sender>(*outbox_, *transport_, *sleeper_, clock_);
  actions_ = std::make_unique<net::DeskActions>(*outbox_, ids_, options_.agent_id, [this] { sender_->wake(); });
  errands_ = std::make_unique<Errands>();
  begin_not_ready();
  why_search_ = std::make_unique<net::WhySearch>(channel_);
  why_list_ = std::make_unique<net::WhyList>(channel_);
  story_photo_ = std::make_unique<net::StoryPhoto>(channel_);
  watch();
  send();
  return follow_softphone();
}

void Session::watch() {
  net::DeskHandlers handlers;
  handlers.on_desk = [this](domain::Desk desk, absl::Time now) {
    post_([this, desk = std::move(desk), now] { take_desk(desk, now); });
  };
  handlers.on_fatigue_rules = [this](domain::FatigueRules rules) {
    post_([this, rules = std::move(rules)] { take_fatigue_rules(rules); });
  };
  handlers.on_update = [this](domain::DeskUpdate update) {
    post_([this, update = std::move(update)] { take_update(update); });
  };
  handlers.on_connection = [this](net::ConnectionState state, const std::string&) {
    post_([this, state] { take_connection(state); });
  };
  watch_ = std::make_unique<net::DeskWatch>(channel_, options_.agent_id, std::move(handlers));
}

void Session::send() {
  net::SenderHandlers handlers;
  handlers.on_status = [this](const net::OutboxStatus& status) {
    if (status.pending > 0) take_outbox();
    post_([this, pending = static_cast<int>(status.pending)] { connection_.pending = pending; });
  };
  handlers.on_delivered = [this](const std::string& id, std::int64_t version) {
    post_([this, id, version] {
      leave_unread(id);
      prediction_.acknowledged(id, version);
    });
  };
  handlers.on_refused = [this](const std::string& id) {
    post_([this, id] {
      leave_unread(id);
      prediction_.refused(id);
    });
  };
  sender_->start(std::move(handlers));
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

// On the softphone's thread, which may wait for the disk: on disk first, then on the screen.
void Session::take_call(const softphone::CallEvent& event) {
  std::optional<domain::CallReported> report = softphone::to_report(event);
  if (!report) return;
  report->queue = options_.queue;
  domain::Event told{ids_.next(), event.time, *std::move(report)};
  const absl::Time appended = clock_.now();
  const absl::Status kept = actions_->tell(told);
  if (!kept.ok()) {  // What nobody will ever send must not stay on the desk for the rest of the day.
    report_trouble(kept);
    return;
  }
  know_customer(told);
  post_([this, told = std::move(told), appended] { add(told, appended); });
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

void Session::take_connection(net::ConnectionState state) {
  connection_.state = app::shown(state);
  changed_ = clock_.steady();
  if (away()) return;
  unread_.clear();  // The service reads them.
  errands_->ask([this] {
    if (bookcase_) bookcase_->close();
    if (!listener_->is_open()) return;
    listener_->close();
    app::give_back_memory();
  });
}

void Session::take_desk(domain::Desk desk, absl::Time now) {
  prediction_.take_desk(std::move(desk));
  has_service_desk_ = true;
  forget_receipts();
  acknowledge_received();
  // With something still on its way the service's present may be that of hours ago.
  prediction_.pending().empty() ? set_desk_time(now) : drop_delivered_by_others();
  follow_reset();
}

void Session::take_update(const domain::DeskUpdate& update) {
  const absl::Time before = prediction_.confirmed() ? prediction_.confirmed()->time : absl::InfinitePast();
  const bool ours = prediction_.is_pending(update.cause_id);
  leave_unread(update.cause_id);
  const std::optional<domain::Card> card = prediction_.confirmed() ? prediction_.confirmed()->card : std::nullopt;
  if (!prediction_.take_update(update)) return;  // The watch opens a new stream by itself.
  // A late report leaves the desk's time where it was; its present goes on. What happened here set it when it did.
  const bool moved = prediction_.confirmed()->time != before;
  if (moved && !ours && prediction_.pending().empty()) set_desk_time(prediction_.confirmed()->time);
  for (const domain::Change& change : update.changes) {
    const auto* turn = std::get_if<domain::TurnTaken>(&change);
    if (turn != nullptr && turn->speaker == domain::Speaker::kCustomer) last_words_ = turn->text;
    if (turn != nullptr) customer_has_word_ = turn->speaker != domain::Speaker::kCustomer;
    if (!std::holds_alternative<domain::CallGone>(change)) continue;
    last_words_.clear();
    customer_has_word_ = true;
  }
  acknowledge_received();
  follow_recall(card, update);
  follow_reset();
}

void Session::follow_recall(const std::optional<domain::Card>& card, const domain::DeskUpdate& update) {
  for (const domain::Change& change : update.changes) {
    const auto* gone = std::get_if<domain::CardGone>(&change);
    if (gone == nullptr || gone->reason != domain::CardGoneReason::kRecalled || !card) continue;
    if (card->kind != domain::CardKind::kPrompt || card->id != gone->card_id) continue;
    recalled_by_ = card->topic;
    recalled_until_ = clock_.steady() + model::kRecalledNote;
  }
}

void Session::set_desk_time(absl::Time time) {
  desk_time_ = time;
  desk_time_set_ = clock_.steady();
}

absl::Time Session::desk_now() const {
  if (desk_time_ == absl::InfinitePast()) return clock_.now();
  return desk_time_ + (clock_.steady() - desk_time_set_);
}

void Session::happen(decltype(domain::Event::what) what) {
  const domain::Event event{ids_.next(), desk_now(), std::move(what)};
  const bool ran = reset_runs();
  prediction_.add(event);
  has_service_desk_ = has_service_desk_ || (!ran && reset_runs());
  follow_reset();
  errands_->ask([this, event] {
    const absl::Status kept = actions_->tell(event);
    if (kept.ok()) return;
    report_trouble(kept);
    post_([this, id = event.id] { prediction_.refused(id); });
  });
}

void Session::add_now(domain::Event event, absl::Time appended) {
  const auto time_of = [](const domain::Desk* desk) { return desk == nullptr ? absl::InfinitePast() : desk->time; };
  const absl::Time before = time_of(desk());
  const absl::Time happened = event.time;
  prediction_.add(std::move(event));
  if (time_of(desk()) != before) set_desk_time(happened + std::max(clock_.now() - appended, absl::ZeroDuration()));
  follow_reset();
}

void Session::answer_card(const std::string& card_id, domain::CardAnswer answer) {
  happen(domain::CardAnswerGiven{card_id, answer});
}

void Session::show_why(const std::string& why_id) {
  const auto chosen =
      std::find_if(search_.whys.begin(), search_.whys.end(), [&](const domain::Why& why) { return why.id == why_id; });
  if (chosen != search_.whys.end()) know_why(*chosen);
  domain::WhyChosen what{why_id};  // The id may be that of a why in the search.
  close_search();
  happen(std::move(what));
}

void Session::finish_wrap_up(const std::string& call_id) { happen(domain::WrapUpFinished{call_id}); }

void Session::pin_heard(const std::string& call_id, const std::string& utterance_id) {
  happen(domain::HeardPinned{call_id, utterance_id});
}

void Session::record_act(domain::OwnAct act) { happen(domain::OwnActed{std::move(act)}); }

void Session::mark_heavy(const std::string& call_id, bool heavy) { happen(domain::CallMarkedHeavy{call_id, heavy}); }

void Session::search_for(const std::string& text, const std::string& language) {
  search_.open = true;
  search_.text = text;
  search_.waiting = true;
  const domain::Call* call = desk() != nullptr ? domain::current_call(*desk()) : nullptr;
  const std::string spoken = call != nullptr && !call->language.empty() ? call->language : language;
  const std::string queue = call != nullptr ? call->queue : "";
  if (away() && bookcase_) return find_here(text, spoken, queue);
  why_search_->ask({text, spoken, queue}, [this, text, spoken, queue](absl::StatusOr<std::vector<domain::Why>> whys) {
    post_([this, text, spoken, queue, whys = std::move(whys)] {
      if (!whys.ok() && bookcase_) return find_here(text, spoken, queue);
      show_found(text, whys.ok() ? *whys : search_.whys);
    });
  });
}

void Session::fetch_story_photo(const std::string& story_id, std::function<void(const net::Photo&)> take) {
  story_photo_->ask(story_id, [this, take = std::move(take)](absl::StatusOr<net::Photo> photo) {
    if (photo.ok()) post_([photo = *std::move(photo), take] { take(photo); });
  });
}

void Session::close_search() { search_ = model::Search{}; }

}  // namespace aandacht::overlay
