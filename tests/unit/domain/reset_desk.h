// A desk at which one call is enough to be tired, so that resets can be looked at alone.
#pragma once

#include <string>

#include "absl/strings/str_cat.h"
#include "tests/unit/domain/desk_fixture.h"

namespace aandacht::domain {

inline constexpr Exercise kExercises[] = {Exercise::kInfluence, Exercise::kKindAct, Exercise::kCustomersEyes,
                                          Exercise::kBreathing};

/// Two wordings of each kind in each language: "nl/0-1" is the first kind's second.
inline std::vector<ResetExercise> small_exercises() {
  std::vector<ResetExercise> all;
  for (const std::string language : {"nl", "en"}) {
    for (int kind = 0; kind < 4; ++kind) {
      for (int wording = 0; wording < 2; ++wording) {
        ResetExercise each;
        each.id = absl::StrCat(language, "/", kind, "-", wording);
        each.language = language;
        each.kind = kExercises[kind];
        each.title = absl::StrCat("title ", each.id);
        each.steps = {"one", "two"};
        all.push_back(each);
      }
    }
  }
  return all;
}

/// Times are seconds after nine.
class ResetDesk : public DeskFixture {
 public:
  ResetDesk() {
    library.fatigue = {};
    library.fatigue.weights = {{FatigueCause::kCallsInARow, {0, 1, 100, "test"}}};
    library.exercises = small_exercises();
  }

  [[nodiscard]] const ResetBook& book() const { return desk.resets; }
  [[nodiscard]] const Reset& current() const { return desk.resets.current.value(); }
  [[nodiscard]] const Reset& latest() const { return desk.resets.past.back(); }
  [[nodiscard]] bool offered() const { return book().current && current().state == ResetState::kRequested; }

  Outcome act(double seconds, OwnAct what) { return happen(seconds, OwnActed{std::move(what)}); }
  Outcome answer(double seconds, ResetAnswer what) { return act(seconds, ResetAnswered{current().id, what, "nl"}); }
  Outcome ask(double seconds, absl::Duration length = absl::Seconds(30)) {
    return act(seconds, ResetAsked{length, "nl"});
  }
  Outcome wake(double seconds) { return happen(seconds, WokeUp{}); }
  Outcome finish(double seconds, const std::string& call_id) { return happen(seconds, WrapUpFinished{call_id}); }

  /// A call of 100 seconds from `seconds` on, wrap-up included.
  void take_call(double seconds) {
    const std::string id = absl::StrCat("call-", ++calls_);
    report(seconds, CallEvent::kRinging, id);
    report(seconds + 5, CallEvent::kAnswered, id);
    report(seconds + 90, CallEvent::kEnded, id);
    finish(seconds + 100, id);
  }

  /// Wakes it whenever it wants to be woken, until then.
  void wait_until(double seconds) {
    while (desk.wake <= kNine + absl::Seconds(seconds)) wake(absl::ToDoubleSeconds(desk.wake - kNine));
  }

 private:
  int calls_ = 0;
};

}  // namespace aandacht::domain
