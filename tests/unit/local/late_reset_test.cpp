// What an agent answers while the service is away, and what becomes of it when the service is back and had given up.
#include <algorithm>
#include <vector>

#include "client/local/prediction.h"
#include "shared/domain/reset_late.h"
#include "tests/support/catch.h"
#include "tests/support/generate.h"
#include "tests/unit/domain/reset_desk.h"

namespace aandacht::local {
namespace {

using domain::FullnessTold;
using domain::kNine;
using domain::ResetAnswer;
using domain::ResetAnswered;
using domain::ResetDesk;
using domain::ResetState;

struct Told {
  double seconds;
  domain::OwnAct act;
};

/// An offer stands since second 100. One desk hears everything at once; the other one only when `reconnect` comes.
class Evening {
 public:
  Evening() {
    away_.library.fatigue.offer_gap = absl::Hours(100);
    away_.take_call(0);
    there_ = away_;
    here_.use(away_.library);
    here_.take_desk(away_.desk);
  }

  [[nodiscard]] const domain::Reset& reset() const { return there_.book().current.value(); }
  [[nodiscard]] bool on_screen() const { return there_.book().current.has_value(); }
  [[nodiscard]] const domain::ResetBook& book() const { return away_.book(); }

  void answer(double seconds, ResetAnswer answer) { tell(seconds, ResetAnswered{id_, answer, "nl"}); }
  void tap(double seconds, bool after, int fullness) { tell(seconds, FullnessTold{id_, after, fullness}); }

  /// True when both sides and the service that was there all along agree.
  bool reconnect(double seconds, test::Generate& generate) {
    away_.wait_until(seconds);
    here_.take_desk(away_.desk);
    for (std::size_t i = 0; i < told_.size(); ++i) {
      if (generate.coin()) away_.wait_until(seconds);  // The service's own timers come between.
      const bool unknown_here = !takes(told_[i]);
      if (unknown_here) return false;
      away_.happen(told_[i].seconds, domain::OwnActed{told_[i].act});
      here_.acknowledged(absl::StrCat("act-", i), away_.desk.version);
    }
    away_.wait_until(seconds + 900);
    there_.wait_until(seconds + 900);
    here_.take_desk(away_.desk);
    return here_.pending().empty() && *here_.desk() == away_.desk && away_.book() == there_.book();
  }

 private:
  void tell(double seconds, domain::OwnAct act) {
    there_.wait_until(seconds);
    there_.act(seconds, act);
    here_.wake(kNine + absl::Seconds(seconds));
    here_.add({absl::StrCat("act-", told_.size()), kNine + absl::Seconds(seconds), domain::OwnActed{act}});
    CHECK(here_.desk()->resets == there_.book());
    told_.push_back({seconds, std::move(act)});
  }

  // As the service checks an act: see service/core/work_own.cpp.
  [[nodiscard]] bool takes(const Told& told) const {
    const auto* answered = std::get_if<ResetAnswered>(&told.act);
    const auto& current = book().current;
    if (answered == nullptr || (current && current->id == answered->reset_id)) return true;
    const bool leaves = answered->answer == ResetAnswer::kLeave;
    return leaves || domain::was_in_time(book(), *answered, kNine + absl::Seconds(told.seconds));
  }

  ResetDesk away_;
  ResetDesk there_;
  Prediction here_{"sanne"};
  std::string id_ = [this] {
    ResetDesk desk;
    desk.take_call(0);
    return desk.current().id;
  }();
  std::vector<Told> told_;
};

double seconds_of(absl::Time time) { return absl::ToDoubleSeconds(time - kNine); }

}  // namespace

TEST_CASE("A reset of two minutes that was taken while the service was away is recorded as done, with its taps") {
  test::Generate generate(1);
  Evening evening;
  evening.tap(105, false, 4);
  evening.answer(110, ResetAnswer::kAccept);
  evening.answer(120, ResetAnswer::kExtend);
  evening.tap(235, true, 2);
  REQUIRE(evening.reconnect(400, generate));
  REQUIRE(evening.book().past.size() == 1);
  const domain::Reset& reset = evening.book().past.back();
  CHECK(reset.state == ResetState::kDone);
  CHECK(reset.accepted == kNine + absl::Seconds(110));
  CHECK(reset.ends == kNine + absl::Seconds(230));
  CHECK(reset.full_before == 4);
  CHECK(reset.full_after == 2);
  CHECK(evening.book().count == 1);
}

TEST_CASE("Whatever was answered in time while the service was away, both sides end with what happened, and once") {
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    INFO("seed " << seed);
    test::Generate generate(seed);
    Evening evening;
    double now = 100 + generate.number(1, 40);
    if (generate.coin()) evening.tap(now, false, generate.number(1, 5));
    now += generate.number(0, 40);
    const bool declines = generate.number(0, 9) == 0;
    evening.answer(now, declines ? ResetAnswer::kDecline : ResetAnswer::kAccept);
    for (int extends = generate.number(0, 3); extends > 0 && evening.on_screen(); --extends) {
      now += generate.number(1, 9);
      evening.answer(now, ResetAnswer::kExtend);
    }
    if (evening.on_screen() && generate.number(0, 3) == 0) {
      now += generate.number(0, 2);
      evening.answer(now, ResetAnswer::kStop);
    }
    if (evening.on_screen() && generate.coin()) {
      now = std::max(now, seconds_of(evening.reset().ends)) + generate.number(0, 30);
      evening.tap(now, true, generate.number(1, 5));
      if (generate.coin()) evening.answer(now + 1, ResetAnswer::kLeave);
    }
    REQUIRE(evening.reconnect(now + generate.number(1, 700), generate));
    CHECK(evening.book().past.size() == 1);
    CHECK(evening.book().past.back().state == (declines ? ResetState::kDeclined : ResetState::kDone));
  }
}

}  // namespace aandacht::local
