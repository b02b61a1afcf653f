#include "shared/domain/replay.h"

#include "absl/strings/str_cat.h"
#include "shared/domain/redaction_conversation.h"
#include "shared/domain/spoken_day.h"

namespace aandacht::domain {
namespace {

class Replay {
 public:
  Replay(const ReplayScript& script, const Reader& reader, const Library& library)
      : script_(script), reader_(reader), library_(library) {}

  std::vector<ReplayStep> run() {
    report(script_.answered, CallEvent::kAnswered);
    for (std::size_t i = 0; i < script_.turns.size(); ++i) {
      const ReplayTurn& turn = script_.turns[i];
      wait_until(turn.at);
      turn_ = static_cast<int>(i);
      if (const auto* words = std::get_if<ReplayWords>(&turn.what)) {
        say(turn.at, *words);
      } else {
        report(turn.at, std::get<CallEvent>(turn.what));
      }
    }
    return std::move(steps_);
  }

 private:
  void wait_until(absl::Time at) {
    while (desk_.wake <= at) {
      const absl::Time wake = desk_.wake;
      ReplayStep step;
      step.waited = true;
      happen(wake, WokeUp{}, std::move(step));
    }
  }

  void report(absl::Time at, CallEvent event) {
    CallReported reported;
    reported.call_id = script_.call_id;
    reported.event = event;
    reported.queue = script_.queue;
    reported.language = script_.language;
    reported.customer = script_.customer;
    happen(at, std::move(reported), {});
  }

  void say(absl::Time at, const ReplayWords& words) {
    ReplayStep step;
    step.redacted = redactor_.hear(words.speaker, absl::StrCat("u", turn_), words.text).redacted;
    const Call* call = find_call(desk_, script_.call_id);
    const std::optional<SpokenDay> day = call == nullptr ? std::nullopt : day_in_mind(*call);
    step.reading =
        reader_.read(words.speaker, step.redacted.text, {script_.language, script_.queue, at, script_.zone, day});
    UtteranceSaid said{script_.call_id, absl::StrCat("u", turn_), words.speaker, step.redacted.text, step.reading};
    happen(at, std::move(said), std::move(step));
  }

  void happen(absl::Time at, decltype(Event::what) what, ReplayStep step) {
    Outcome outcome = apply(std::move(desk_), Event{"e", at, std::move(what)}, library_, at);
    desk_ = std::move(outcome.desk);
    step.turn = turn_;
    step.at = at;
    step.changes = std::move(outcome.changes);
    if (const Call* call = find_call(desk_, script_.call_id)) step.call = *call;
    steps_.push_back(std::move(step));
  }

  const ReplayScript& script_;
  const Reader& reader_;
  const Library& library_;
  Desk desk_;
  ConversationRedactor redactor_;
  int turn_ = -1;
  std::vector<ReplayStep> steps_;
};

}  // namespace

std::vector<ReplayStep> replay(const ReplayScript& script, const Reader& reader, const Library& library) {
  return Replay(script, reader, library).run();
}

}  // namespace aandacht::domain
