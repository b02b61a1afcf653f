#include "tests/unit/local/simulation.h"

#include <algorithm>
#include <deque>
#include <memory>
#include <set>
#include <utility>
#include <variant>

#include "client/local/prediction.h"
#include "tests/support/generate.h"
#include "tests/unit/local/simulated_service.h"

namespace aandacht::test {
namespace {

using domain::CallEvent;
using domain::Desk;
using domain::DeskUpdate;
using domain::Event;

constexpr const char* kAgent = "sanne";

struct Request {
  Event event;
  int attempt = 0;
  int due = 0;  ///< The step in which it reaches the service.
};

struct Answer {
  std::string event_id;
  int attempt = 0;
  absl::StatusOr<std::int64_t> version;
  int due = 0;
};

class Simulation {
 public:
  Simulation(std::uint64_t seed, const Weather& weather) : random_(seed), weather_(weather) { start_overlay(); }

  Run play(int steps) {
    for (step_ = 0; step_ < steps && !run_.failure; ++step_) {
      now_ += absl::Milliseconds(random_.number(0, 1) * random_.number(0, 20'000));
      happen();
      network();
    }
    calm_ = true;
    for (const int end = step_ + 4'000; step_ < end && !settled() && !run_.failure; ++step_) network();
    if (!run_.failure) judge();
    return std::move(run_);
  }

 private:
  bool chance(int percent) { return random_.number(1, 100) <= percent; }
  bool bad(bool weather, int percent) { return chance(percent) && weather && !calm_; }
  int lag() { return step_ + (weather_.delays && !calm_ ? random_.number(0, 6) : 0); }
  void note(std::string line) { run_.trace.push_back(absl::StrCat(step_, ": ", line)); }

  // ── What people do ──────────────────────────────────────────────────────────
  void happen() {
    if (bad(weather_.cuts, 4)) away_ = !away_;
    if (bad(weather_.cuts, 3)) cut();
    if (bad(weather_.restarts, 2)) restart_overlay();
    if (away_ && chance(50)) prediction_->wake(now_);
    switch (random_.number(0, 9)) {
      case 0:
      case 1:
      case 2:
        return tell(report());
      case 3:
        return answer_card();
      case 4:
        return tell(domain::WhyChosen{chance(80) ? "nl/terugbetaling" : "nl/unknown"});
      case 5:
        return finish_wrap_up();
      case 6:
        return others();
      default:
        return;
    }
  }

  domain::CallReported report() {
    domain::CallReported what;
    what.call_id = absl::StrCat("c", calls_ + random_.number(-2, 1));
    calls_ += chance(15) ? 1 : 0;
    what.event = random_.one_of(CallEvent::kEnded);
    what.from = "+31600110201";
    what.language = "nl";
    return what;
  }

  void answer_card() {
    const Desk* desk = prediction_->desk();
    if (desk == nullptr || desk->shown_card_ids.empty()) return;
    const auto& shown = desk->shown_card_ids;
    const int last = static_cast<int>(shown.size()) - 1;
    const std::string& id = shown[static_cast<std::size_t>(chance(70) ? last : random_.number(0, last))];
    tell(domain::CardAnswerGiven{id, random_.one_of(domain::CardAnswer::kDoesNotFit)});
  }

  void finish_wrap_up() {
    const Desk* desk = prediction_->desk();
    if (desk == nullptr) return;
    for (const domain::Call& call : desk->calls) {
      if (call.state == domain::CallState::kWrapUp) return tell(domain::WrapUpFinished{call.id});
    }
  }

  // Keeps it on disk, and predicts. A clock that is a little late, as softphones' are.
  void tell(decltype(Event::what) what) {
    const Event event{absl::StrCat("e", ++events_), now_ - absl::Seconds(chance(10) ? random_.number(0, 5) : 0),
                      std::move(what)};
    note(absl::StrCat("the agent's ", event.id, " (", event.what.index(), ")"));
    outbox_.push_back(event);
    told_.push_back(event.id);
    if (bad(weather_.delays, 15)) return read_later_.push_back({event, 0, lag() + 4});  // Another program's.
    prediction_->add(event);
    if (bad(weather_.duplicates, 5)) prediction_->add(event);
  }

  void others() {
    if (!weather_.others) return;
    Event event{absl::StrCat("o", ++events_), now_, report()};
    if (chance(40)) {
      event.what =
          domain::PromptPushed{{event.id, "Noor", "Bel terug.", "Drukte.", chance(30), now_ + absl::Minutes(2)}};
    } else if (!service_.desk().calls.empty() && chance(80)) {
      domain::UtteranceSaid said{
          service_.desk().calls.front().id, event.id, domain::Speaker::kAgent, "dat is een andere afdeling", {}};
      said.reading.language = "nl";
      said.reading.coach = {{"blame-1", domain::CoachLabel::kBlame, 1.0, "andere afdeling"}};
      event.what = std::move(said);
    }
    note(absl::StrCat("somebody else's ", event.id));
    (void)service_.take(event);
  }

  // ── The network ─────────────────────────────────────────────────────────────
  void network() {
    if (!away_ || calm_) service_.wake(now_);
    publish();
    if (calm_) away_ = false;
    if (!away_) {
      send();
      deliver_requests();
    }
    read_outbox();
    deliver_answers();
    stream();
    if (step_ % 7 == 0 && chance(40)) stored_ = prediction_->confirmed();
  }

  void cut() {
    note("the stream is cut");
    messages_.clear();
    open_ = false;
  }

  // One at a time, the oldest first; a request that is not answered in time goes again, and the first may still arrive.
  void send() {
    if (outbox_.empty() || (sending_ == outbox_.front().id && step_ < retry_)) return;
    sending_ = outbox_.front().id;
    retry_ = step_ + 8;
    ++attempt_;
    if (bad(weather_.lost, 20)) return;
    requests_.push_back({outbox_.front(), attempt_, lag()});
    if (bad(weather_.duplicates, 10)) requests_.push_back({outbox_.front(), attempt_, lag() + 12});
  }

  void deliver_requests() {
    for (std::size_t i = 0; i < requests_.size();) {
      if (requests_[i].due > step_) {
        ++i;
        continue;
      }
      const Request request = requests_[i];
      requests_.erase(requests_.begin() + static_cast<long>(i));
      absl::StatusOr<std::int64_t> version = service_.take(request.event);
      publish();
      if (bad(weather_.lost, 15)) continue;
      answers_.push_back({request.event.id, request.attempt, std::move(version), lag()});
    }
  }

  void read_outbox() {
    while (!read_later_.empty() && read_later_.front().due <= step_) {
      prediction_->add(read_later_.front().event);
      read_later_.pop_front();
    }
  }

  void deliver_answers() {
    for (std::size_t i = 0; i < answers_.size();) {
      if (answers_[i].due > step_) {
        ++i;
        continue;
      }
      const Answer answer = answers_[i];
      answers_.erase(answers_.begin() + static_cast<long>(i));
      if (outbox_.empty() || outbox_.front().id != answer.event_id || answer.attempt != attempt_) continue;
      outbox_.pop_front();
      if (answer.version.ok()) {
        prediction_->acknowledged(answer.event_id, *answer.version);
      } else {
        prediction_->refused(answer.event_id);
      }
    }
  }

  void publish() {
    for (DeskUpdate& update : service_.take_updates()) {
      if (!open_) continue;
      messages_.push_back({std::move(update), lag()});
      if (bad(weather_.duplicates, 5)) messages_.push_back(messages_.back());
    }
    if (messages_.size() > 2 && bad(weather_.delays, 3)) std::swap(messages_.back(), messages_[messages_.size() - 2]);
  }

  void stream() {
    if (!open_ && !away_) {
      open_ = true;
      messages_.assign(1, {service_.desk(), lag()});
    }
    while (!messages_.empty() && messages_.front().due <= step_) {
      const Message message = std::move(messages_.front());
      messages_.pop_front();
      if (const auto* desk = std::get_if<Desk>(&message.content)) {
        prediction_->take_desk(*desk);
      } else if (!prediction_->take_update(std::get<DeskUpdate>(message.content))) {
        cut();
      }
    }
  }

  // ── The overlay's life ──────────────────────────────────────────────────────
  void start_overlay() {
    prediction_ = std::make_unique<local::Prediction>(kAgent);
    prediction_->use(service_.library());
    if (stored_) prediction_->take_desk(*stored_);
    for (const Event& event : outbox_) prediction_->add(event);
  }

  void restart_overlay() {
    note("the overlay is killed");
    cut();
    answers_.clear();
    read_later_.clear();
    sending_.clear();
    start_overlay();
  }

  // ── What must hold ──────────────────────────────────────────────────────────
  [[nodiscard]] bool settled() const {
    return outbox_.empty() && read_later_.empty() && requests_.empty() && answers_.empty() && open_ &&
           messages_.empty() && prediction_->pending().empty();
  }

  void judge() {
    if (!settled()) return fail(absl::StrCat(prediction_->pending().size(), " pending, ", outbox_.size(), " unsent"));
    if (prediction_->desk() == nullptr || !(*prediction_->desk() == service_.desk())) {
      const std::int64_t version = prediction_->desk() == nullptr ? -1 : prediction_->desk()->version;
      return fail(absl::StrCat("the desks differ: ", version, " here, ", service_.desk().version, " at the service"));
    }
    for (const std::string& id : told_) {
      const bool once = service_.taken(id) == 1 || (service_.taken(id) == 0 && service_.refused(id) > 0);
      if (!once) return fail(absl::StrCat(id, " was taken ", service_.taken(id), " times"));
    }
  }

  void fail(std::string what) { run_.failure = std::move(what); }

  struct Message {
    std::variant<Desk, DeskUpdate> content;
    int due = 0;
  };

  Generate random_;
  const Weather weather_;
  Run run_;
  SimulatedService service_{kAgent};
  std::unique_ptr<local::Prediction> prediction_;
  absl::Time now_ = domain::kNine;
  int step_ = 0;
  int calls_ = 3;
  int events_ = 0;
  bool away_ = false;
  bool calm_ = false;

  std::deque<Event> outbox_;  // On the overlay's disk.
  std::deque<Request> read_later_;
  std::optional<Desk> stored_;
  std::vector<std::string> told_;
  std::string sending_;
  int attempt_ = 0;
  int retry_ = 0;
  std::vector<Request> requests_;
  std::vector<Answer> answers_;
  bool open_ = false;
  std::deque<Message> messages_;
};

}  // namespace

Run play(std::uint64_t seed, int steps, const Weather& weather) { return Simulation(seed, weather).play(steps); }

std::string smallest_failure(std::uint64_t seed, int steps) {
  Weather weather;
  for (bool Weather::*part :
       {&Weather::cuts, &Weather::lost, &Weather::delays, &Weather::duplicates, &Weather::restarts, &Weather::others}) {
    weather.*part = false;
    weather.*part = !play(seed, steps, weather).failure.has_value();
  }
  int fewest = 1;
  while (fewest < steps && !play(seed, fewest, weather).failure) ++fewest;
  const Run run = play(seed, fewest, weather);
  std::string told = absl::StrCat("seed ", seed, ", ", fewest, " steps, weather:", weather.cuts ? " cuts" : "",
                                  weather.lost ? " lost" : "", weather.delays ? " delays" : "",
                                  weather.duplicates ? " duplicates" : "", weather.restarts ? " restarts" : "",
                                  weather.others ? " others" : "", "\n", run.failure.value_or("none any more"), "\n");
  for (const std::string& line : run.trace) absl::StrAppend(&told, "  ", line, "\n");
  return told;
}

}  // namespace aandacht::test
