#include "client/ctl/call_player.h"

#include <algorithm>
#include <cctype>

#include "absl/strings/str_cat.h"

namespace aandacht::ctl {
namespace {

using domain::CallEvent;

constexpr absl::Duration kRings = absl::Seconds(4);
constexpr absl::Duration kAfterLastTurn = absl::Milliseconds(1500);
constexpr absl::Duration kWrapUp = absl::Seconds(5);
constexpr absl::Duration kBetweenCalls = absl::Seconds(3);
constexpr absl::Duration kPatienceWithPhone = absl::Minutes(2);

/// Keeps to the times of a call.
class Pace {
 public:
  Pace(const PlayOptions& options, ReplayDesk& desk, const base::Clock& clock)
      : options_(options), desk_(desk), clock_(clock), start_(clock.steady()) {}

  /// Waits until the moment so long after the beginning.
  void reach(absl::Duration moment) {
    if (options_.instant) return;
    const absl::Duration left = start_ + moment / options_.speed - clock_.steady();
    if (left > absl::ZeroDuration()) desk_.follow(left);
  }

 private:
  const PlayOptions& options_;
  ReplayDesk& desk_;
  const base::Clock& clock_;
  absl::Duration start_;
};

/// A call that this replay reports itself.
class Player {
 public:
  Player(const AnnotatedCall& call, const PlayOptions& options, ReplayDesk& desk, Environment& environment)
      : call_(call),
        desk_(desk),
        pace_(options, desk, environment.clock),
        answered_(options.dated_now ? environment.clock.now() + kRings
                                    : absl::FromCivil(absl::CivilHour(call.date) + 10, environment.zone)),
        call_id_(absl::StrCat(call.id, "-", options.run, kReplayedCallSuffix)) {
    desk_.begin_call(call_id_, call.id);
  }

  absl::Status play() {
    absl::Status status = begin();
    for (std::size_t i = 0; status.ok() && i < call_.turns.size(); ++i) status = turn(static_cast<int>(i));
    const absl::Status ended = end();
    return status.ok() ? ended : status;
  }

 private:
  absl::Status begin() {
    const absl::Status rang = report(CallEvent::kRinging, -kRings, std::nullopt);
    if (!rang.ok()) return rang;
    pace_.reach(kRings);
    return report(CallEvent::kAnswered, absl::ZeroDuration(), std::nullopt);
  }

  absl::Status turn(int index) {
    const CallTurn& turn = call_.turns[static_cast<std::size_t>(index)];
    pace_.reach(kRings + turn.at);
    if (const auto* event = std::get_if<CallEvent>(&turn.what)) return report(*event, turn.at, index);
    const auto& speech = std::get<Speech>(turn.what);
    return desk_.say({.call_id = call_id_,
                      .speaker = speech.speaker,
                      .text = speech.text,
                      .language = call_.language,
                      .said = answered_ + turn.at},
                     index);
  }

  absl::Status end() {
    const absl::Duration end = call_.turns.back().at + kAfterLastTurn;
    pace_.reach(kRings + end);
    const absl::Status ended = report(CallEvent::kEnded, end, std::nullopt);
    if (!ended.ok()) return ended;
    pace_.reach(kRings + end + kWrapUp);
    const absl::Status finished = desk_.finish_wrap_up(call_id_);
    pace_.reach(kRings + end + kWrapUp + kBetweenCalls);
    return finished;
  }

  absl::Status report(CallEvent event, absl::Duration at, std::optional<int> turn) {
    return desk_.report({.call_id = call_id_,
                         .event = event,
                         .from = call_.customer.phones.front(),
                         .display_name = call_.customer.name,
                         .queue = call_.company,
                         .language = call_.language},
                        answered_ + at, turn);
  }

  const AnnotatedCall& call_;
  ReplayDesk& desk_;
  Pace pace_;
  absl::Time answered_;
  std::string call_id_;
};

const domain::Call* answered_call_from(const domain::Desk& desk, const std::string& phone) {
  for (const domain::Call& call : desk.calls) {
    if (call.state == domain::CallState::kInCall && same_number(call.from, phone)) return &call;
  }
  return nullptr;
}

/// The words alone, into a call that a softphone reports.
absl::Status speak(const AnnotatedCall& call, const PlayOptions& options, ReplayDesk& desk, Environment& environment) {
  const std::string& phone = call.customer.phones.front();
  const absl::Status found =
      desk.follow_until(kPatienceWithPhone, [&] { return answered_call_from(desk.desk(), phone) != nullptr; });
  if (absl::IsDeadlineExceeded(found)) {
    return absl::DeadlineExceededError(absl::StrCat("no call from ", phone, " was answered at desk ", desk.agent()));
  }
  if (!found.ok()) return found;
  const std::string call_id = answered_call_from(desk.desk(), phone)->id;
  desk.begin_call(call_id, call.id);
  Pace pace(options, desk, environment.clock);
  for (std::size_t i = 0; i < call.turns.size(); ++i) {
    const auto* speech = std::get_if<Speech>(&call.turns[i].what);
    if (speech == nullptr) continue;
    pace.reach(call.turns[i].at);
    const absl::Status said =
        desk.say({.call_id = call_id, .speaker = speech->speaker, .text = speech->text, .language = call.language},
                 static_cast<int>(i));
    if (!said.ok()) return said;
  }
  return absl::OkStatus();
}

}  // namespace

bool same_number(std::string_view one, std::string_view other) {
  constexpr std::size_t kSubscriber = 8;
  const auto digits = [](std::string_view number) {
    std::string kept;
    std::copy_if(number.begin(), number.end(), std::back_inserter(kept),
                 [](char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; });
    return kept.size() > kSubscriber ? kept.substr(kept.size() - kSubscriber) : kept;
  };
  const std::string end = digits(one);
  return !end.empty() && end == digits(other);
}

absl::Status play_call(const AnnotatedCall& call, const PlayOptions& options, ReplayDesk& desk,
                       Environment& environment) {
  return options.phone ? Player(call, options, desk, environment).play() : speak(call, options, desk, environment);
}

}  // namespace aandacht::ctl
