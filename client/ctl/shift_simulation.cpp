#include "client/ctl/shift_simulation.h"

#include <map>
#include <optional>
#include <utility>

#include "absl/strings/str_cat.h"
#include "client/ctl/draws.h"
#include "shared/domain/apply.h"

namespace aandacht::ctl {
namespace {

using domain::CallEvent;

// Monday 2 March 2026, nine o'clock. Any would do: the desk knows no days.
const absl::Time kFirstShift = absl::FromUnixSeconds(1'772'438'400);
constexpr absl::Duration kTalk = absl::Seconds(322);
constexpr absl::Duration kWrapUp = absl::Seconds(38);
constexpr absl::Duration kRings = absl::Seconds(4);
constexpr double kTalkSpread = 0.6;
constexpr double kWrapUpSpread = 0.5;
constexpr double kHeavyIsLonger = 1.25;
constexpr double kHeavyWrapUpIsLonger = 1.4;
constexpr double kRingsOut = 0.02;
constexpr double kComesThrough = 0.05;

struct MoodChances {
  double heavy = 0;
  double helpless = 0;  ///< Of the heavy ones.
};

MoodChances chances_of(Mood mood) {
  switch (mood) {
    case Mood::kCalm:
      return {.06, .1};
    case Mood::kMixed:
      return {.22, .3};
    case Mood::kBrutal:
      return {.75, .4};
  }
  return {};
}

class Player {
 public:
  Player(const ShiftPlan& plan, const domain::Library& library, const std::function<void(const ShiftStep&)>& on_step)
      : plan_(plan), library_(library), on_step_(on_step), chances_(chances_of(plan.mood)), draws_(plan.seed) {
    desk_.agent_id = "agent";
  }

  void play() {
    if (plan_.sensitivity != 1) act(kFirstShift, "set sensitivity", domain::SensitivitySet{plan_.sensitivity});
    begin_shift(0);
    while (const std::optional<absl::Time> next = next_time()) {
      if (desk_.wake <= *next) {
        wake(*next);
      } else {
        const auto due = agenda_.begin();
        const std::function<void(absl::Time)> run = std::move(due->second);
        agenda_.erase(due);
        run(*next);
      }
    }
  }

 private:
  using Deed = std::function<void(absl::Time)>;

  void plan(absl::Time at, Deed deed) { agenda_.emplace(at, std::move(deed)); }

  [[nodiscard]] std::optional<absl::Time> next_time() const {
    const absl::Time planned = agenda_.empty() ? absl::InfiniteFuture() : agenda_.begin()->first;
    const absl::Time next = std::min(planned, desk_.wake);
    if (next == absl::InfiniteFuture()) return std::nullopt;
    return next;
  }

  void wake(absl::Time at) {
    const absl::Time asked = desk_.wake;
    happen(at, "woke up", domain::WokeUp{});
    // A desk that asks for the same moment again would stop time; the tests must see that, not hang.
    if (desk_.wake <= asked) desk_.wake = absl::InfiniteFuture();
  }

  void happen(absl::Time at, std::string_view name, decltype(domain::Event::what) what) {
    const domain::Desk before = std::move(desk_);
    desk_ = domain::apply(before, {absl::StrCat("e", ++events_), at, std::move(what)}, library_, at).desk;
    ShiftStep step{at, at - kFirstShift, name, before, desk_, {}, false, false};
    step.score = domain::fatigue_score(desk_.fatigue, library_.fatigue, at);
    for (const domain::Call& call : desk_.calls) {
      step.in_call =
          step.in_call || call.state == domain::CallState::kInCall || call.state == domain::CallState::kOnHold;
    }
    step.offer = desk_.resets.last_offered != before.resets.last_offered;
    on_step_(step);
    follow_up(at);
  }

  void report(absl::Time at, std::string_view name, const std::string& call_id, CallEvent event) {
    domain::CallReported report;
    report.call_id = call_id;
    report.event = event;
    report.language = "nl";
    happen(at, name, std::move(report));
  }

  void act(absl::Time at, std::string_view name, domain::OwnAct what) {
    happen(at, name, domain::OwnActed{std::move(what)});
  }

  void begin_shift(std::size_t number) {
    if (number == plan_.shifts.size()) return;
    shift_ = number;
    shift_began_ = kFirstShift + absl::Hours(24) * static_cast<int>(number);
    breaks_ = plan_.breaks ? breaks_of(plan_.shifts[number]) : std::vector<Break>();
    plan_ring(shift_began_);
  }

  void plan_ring(absl::Time free) {
    const absl::Duration gap = (kTalk + kWrapUp) * ((1 - plan_.occupancy) / plan_.occupancy);
    ring_is_planned_ = true;
    // It rings in the gap.
    const absl::Duration quiet = std::max(absl::ZeroDuration(), draws_.exponential(gap) - kRings);
    plan(free + quiet, [this](absl::Time at) { ring(at); });
  }

  void ring(absl::Time at) {
    if (at >= shift_began_ + plan_.shifts[shift_]) return begin_shift(shift_ + 1);
    if (!breaks_.empty() && at >= shift_began_ + breaks_.front().from) {
      const absl::Time back = at + breaks_.front().length;
      breaks_.erase(breaks_.begin());
      return plan_ring(back);
    }
    const auto& reset = desk_.resets.current;
    const bool runs =
        reset && (reset->state == domain::ResetState::kAccepted || reset->state == domain::ResetState::kExtended);
    if (runs && !draws_.chance(kComesThrough))
      return plan(reset->ends + absl::Seconds(2), [this](absl::Time t) { ring(t); });
    ring_is_planned_ = false;
    const std::string id = absl::StrCat("call-", ++calls_);
    report(at, "ringing", id, CallEvent::kRinging);
    if (draws_.chance(kRingsOut)) {
      return plan(at + absl::Seconds(20), [this, id](absl::Time t) { report(t, "rang out", id, CallEvent::kEnded); });
    }
    plan_call(at + kRings, id);
  }

  void plan_call(absl::Time answered, const std::string& id) {
    const bool heavy = draws_.chance(chances_.heavy);
    const bool helpless = heavy && draws_.chance(chances_.helpless);
    // However many are heavy, the mean stays.
    const double usual = 1 / (1 + (kHeavyIsLonger - 1) * chances_.heavy);
    const double longer = heavy ? kHeavyIsLonger * usual : usual;
    const absl::Duration talk = std::max(absl::Seconds(30), draws_.log_normal(kTalk * longer, kTalkSpread));
    const absl::Time ended = answered + talk;
    plan(answered, [this, id](absl::Time at) { report(at, "answered", id, CallEvent::kAnswered); });
    plan_words(answered + absl::Seconds(5), talk, id, heavy, helpless);
    if (heavy && draws_.chance(.5)) {
      plan(ended - absl::Seconds(4), [this, id](absl::Time at) {
        happen(at, "marked heavy", domain::CallMarkedHeavy{id, true});
      });
    }
    plan(ended, [this, id](absl::Time at) { report(at, "ended", id, CallEvent::kEnded); });
    const absl::Duration work =
        std::max(absl::Seconds(2), draws_.log_normal(kWrapUp * (heavy ? kHeavyWrapUpIsLonger : 1), kWrapUpSpread));
    if (work >= library_.attention.wrap_up) return;  // It ends by itself.
    plan(ended + work, [this, id](absl::Time at) { happen(at, "wrapped up", domain::WrapUpFinished{id}); });
  }

  void plan_words(absl::Time from, absl::Duration talk, const std::string& id, bool heavy, bool helpless) {
    const double score = heavy ? -.5 - .4 * draws_.share() : -.1 + .6 * draws_.share();
    plan(from, [this, id, score](absl::Time at) {
      domain::Reading reading;
      reading.sentiment = {score, score < -.2 ? domain::Feeling::kNegative : domain::Feeling::kNeutral, .8,
                           "simulated"};
      say(at, id, domain::Speaker::kCustomer, std::move(reading));
    });
    if (!helpless) return;
    plan(from + (talk - absl::Seconds(10)) / 2, [this, id](absl::Time at) {
      domain::Reading reading;
      reading.refuses = reading.refuses_firmly = reading.offers_instead = true;
      say(at, id, domain::Speaker::kAgent, std::move(reading));
    });
  }

  void say(absl::Time at, const std::string& id, domain::Speaker speaker, domain::Reading reading) {
    domain::UtteranceSaid said;
    said.call_id = id;
    said.utterance_id = absl::StrCat("u", events_);
    said.speaker = speaker;
    reading.language = "nl";
    said.reading = std::move(reading);
    happen(at, "said", std::move(said));
  }

  /// What the agent and the queue do with what the desk has become.
  void follow_up(absl::Time at) {
    if (desk_.calls.empty() && !ring_is_planned_) plan_ring(at);
    const auto& reset = desk_.resets.current;
    if (!reset || (reset->id == answered_id_ && reset->state == answered_state_)) return;
    answered_id_ = reset->id;
    answered_state_ = reset->state;
    if (reset->state == domain::ResetState::kRequested) plan_answer(at, reset->id);
    if (reset->state == domain::ResetState::kAccepted) plan_reset(at, reset->id);
    if (reset->state == domain::ResetState::kDone) plan_leave(at, reset->id);
  }

  void plan_answer(absl::Time at, const std::string& id) {
    const double mind = draws_.share();
    at += draws_.between(3, 15);
    if (mind < plan_.accepts) return plan_act(at, "accepted", id, domain::ResetAnswer::kAccept);
    if (mind < plan_.accepts + plan_.declines) plan_act(at, "declined", id, domain::ResetAnswer::kDecline);
  }

  void plan_reset(absl::Time at, const std::string& id) {
    plan(at + absl::Seconds(3), [this, id](absl::Time t) {
      act(t, "told before", domain::FullnessTold{id, false, 4});
    });
    if (draws_.chance(.15)) plan_act(at + absl::Seconds(20), "extended", id, domain::ResetAnswer::kExtend);
    if (draws_.chance(.05)) plan_act(at + absl::Seconds(12), "stopped", id, domain::ResetAnswer::kStop);
  }

  void plan_leave(absl::Time at, const std::string& id) {
    plan(at + absl::Seconds(4), [this, id](absl::Time t) { act(t, "told after", domain::FullnessTold{id, true, 3}); });
  }

  void plan_act(absl::Time at, std::string_view name, const std::string& id, domain::ResetAnswer answer) {
    plan(at, [this, name, id, answer](absl::Time t) { act(t, name, domain::ResetAnswered{id, answer, "nl"}); });
  }

  const ShiftPlan& plan_;
  const domain::Library& library_;
  const std::function<void(const ShiftStep&)>& on_step_;
  const MoodChances chances_;
  Draws draws_;
  domain::Desk desk_;
  std::multimap<absl::Time, Deed> agenda_;  ///< Of the same moment in the order in which they were planned.
  std::size_t shift_ = 0;
  absl::Time shift_began_;
  std::vector<Break> breaks_;
  bool ring_is_planned_ = false;
  std::string answered_id_;
  domain::ResetState answered_state_ = domain::ResetState::kRequested;
  int calls_ = 0;
  int events_ = 0;
};

}  // namespace

std::vector<Break> breaks_of(absl::Duration shift) {
  constexpr absl::Duration kShort = absl::Minutes(15);
  constexpr absl::Duration kLunch = absl::Minutes(30);
  if (shift >= absl::Hours(6)) return {{shift / 4, kShort}, {shift / 2, kLunch}, {shift * 3 / 4, kShort}};
  if (shift >= absl::Hours(4)) return {{shift / 2, kShort}};
  return {};
}

std::vector<absl::Duration> shifts_of(absl::Duration hours) {
  constexpr absl::Duration kLongest = absl::Hours(12);
  constexpr absl::Duration kUsual = absl::Hours(8);
  if (hours <= kLongest) return {hours};
  std::vector<absl::Duration> shifts;
  for (absl::Duration left = hours; left > absl::ZeroDuration(); left -= kUsual)
    shifts.push_back(std::min(left, kUsual));
  return shifts;
}

void simulate_shifts(const ShiftPlan& plan, const domain::Library& library,
                     const std::function<void(const ShiftStep&)>& on_step) {
  Player(plan, library, on_step).play();
}

}  // namespace aandacht::ctl
