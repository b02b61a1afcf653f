// What holds for resets whatever happens, in whatever order.
#include <algorithm>
#include <random>
#include <set>

#include "tests/support/catch.h"
#include "tests/unit/domain/reset_desk.h"

namespace aandacht::domain {
namespace {

bool in_call(const Desk& desk) {
  return std::any_of(desk.calls.begin(), desk.calls.end(), [](const Call& c) { return c.state != CallState::kWrapUp; });
}

bool runs(const Reset& reset) { return reset.state == ResetState::kAccepted || reset.state == ResetState::kExtended; }

/// May `to` come after `from` on one reset, in one event? A desk that slept may have passed through states between.
bool may_follow(ResetState from, ResetState to) {
  switch (from) {
    case ResetState::kRequested:
      return true;
    case ResetState::kAccepted:
      return to == ResetState::kAccepted || to == ResetState::kExtended || to == ResetState::kDone;
    case ResetState::kExtended:
      return to == ResetState::kExtended || to == ResetState::kDone;
    case ResetState::kDone:
    case ResetState::kDeclined:
    case ResetState::kNoAnswer:
      return to == from;
  }
  return false;
}

const Reset* find_reset(const ResetBook& book, const std::string& id) {
  if (book.current && book.current->id == id) return &*book.current;
  for (const Reset& reset : book.past) {
    if (reset.id == id) return &reset;
  }
  return nullptr;
}

OwnAct random_act(std::mt19937& random, const ResetBook& book) {
  std::string id = "x";
  if (book.current && random() % 8 != 0) id = book.current->id;
  if (!book.current && !book.past.empty()) id = book.past.back().id;
  const absl::Duration lengths[] = {absl::Seconds(30), absl::Minutes(2), absl::Minutes(10)};
  switch (random() % 4) {
    case 0:
      return ResetAsked{lengths[random() % 3], random() % 2 == 0 ? "nl" : "en"};
    case 1:
      return FullnessTold{id, random() % 2 == 0, static_cast<int>(random() % 7)};
    default:
      return ResetAnswered{id, static_cast<ResetAnswer>(random() % 5), "nl"};
  }
}

decltype(Event::what) random_event(std::mt19937& random, const Desk& desk) {
  const std::string call = absl::StrCat("c", random() % 40);
  const std::string known = desk.calls.empty() ? call : desk.calls[random() % desk.calls.size()].id;
  switch (random() % 8) {
    case 0: {
      CallReported report;
      report.call_id = call;
      report.event = static_cast<CallEvent>(random() % 5);
      if (random() % 2 == 0) report.load = TeamLoad{absl::Seconds(300), .9, 8};
      return report;
    }
    case 1:
    case 2: {
      CallReported report;
      report.call_id = known;
      report.event = random() % 3 == 0 ? CallEvent::kAnswered : CallEvent::kEnded;
      return report;
    }
    case 3:
      return WrapUpFinished{known};
    case 4:
      return WokeUp{};
    default:
      return OwnActed{random_act(random, desk.resets)};
  }
}

void check_book(const Desk& before, const Desk& after, const FatigueRules& rules) {
  const ResetBook& book = after.resets;
  const ResetBook& then = before.resets;
  REQUIRE(book.past.size() <= 48);
  REQUIRE(book.used_exercise_ids.size() <= 24);
  std::set<std::string> ids;
  for (const Reset& reset : book.past) {
    REQUIRE(ids.insert(reset.id).second);
    REQUIRE(reset.steps.empty());
    const bool over = reset.state == ResetState::kDone || reset.state == ResetState::kDeclined ||
                      reset.state == ResetState::kNoAnswer;
    REQUIRE(over);
    REQUIRE(reset.full_before >= 0);
    REQUIRE(reset.full_before <= 5);
    REQUIRE(reset.full_after >= 0);
    REQUIRE(reset.full_after <= 5);
  }
  if (!book.current) return;
  const Reset& current = *book.current;
  REQUIRE(ids.insert(current.id).second);
  REQUIRE((current.state == ResetState::kRequested || runs(current) || current.state == ResetState::kDone));
  if (runs(current)) {
    REQUIRE(after.calls.empty());
    REQUIRE(current.ends == current.accepted + current.length);
    REQUIRE(current.steps.size() == 2);
  }
  if (current.state == ResetState::kRequested) {
    REQUIRE_FALSE(in_call(after));
    if (!current.asked_by_agent) REQUIRE(after.calls.empty());
  }
  if (current.state != ResetState::kRequested || !current.asked_by_agent) {
    REQUIRE(after.wake <=
            std::min(current.state == ResetState::kDone ? current.answer_by : current.ends,
                     current.state == ResetState::kRequested ? current.answer_by : absl::InfiniteFuture()));
  }
  const bool new_offer = book.last_offered != then.last_offered;
  if (!new_offer) return;
  REQUIRE(book.last_offered >= then.last_offered + rules.offer_gap);
  REQUIRE(book.last_offered >= then.last_declined + rules.decline_gap);
  REQUIRE(current.score.total >= rules.calm_below);
}

void check_arrows(const ResetBook& then, const ResetBook& now) {
  if (!then.current) return;
  const Reset* same = find_reset(now, then.current->id);
  REQUIRE(same != nullptr);
  REQUIRE(may_follow(then.current->state, same->state));
  if (runs(*then.current)) REQUIRE(same->length >= then.current->length);
}

}  // namespace

TEST_CASE("resets keep their rules over random days") {
  int offers = 0;
  int ended_by_calls = 0;
  for (unsigned seed = 1; seed <= 150; ++seed) {
    std::mt19937 random(seed);
    ResetDesk desk;
    double seconds = 0;
    for (int step = 0; step < 400; ++step) {
      seconds += random() % 12 == 0 ? static_cast<double>(random() % 1800) : static_cast<double>(random() % 40);
      const Desk before = desk.desk;
      desk.happen(seconds, random_event(random, before));
      INFO("seed " << seed << " step " << step);
      check_book(before, desk.desk, desk.library.fatigue);
      check_arrows(before.resets, desk.desk.resets);
      offers += before.resets.last_offered != desk.book().last_offered ? 1 : 0;
      const bool ended = desk.book().current && desk.current().state == ResetState::kDone && before.resets.current &&
                         runs(*before.resets.current);
      ended_by_calls += ended && desk.current().ending == ResetEnding::kCallCame ? 1 : 0;
    }
  }
  // Otherwise this test would look at nothing.
  CHECK(offers > 500);
  CHECK(ended_by_calls > 100);
}

TEST_CASE("midnight and a change of clocks neither lengthen a reset nor shorten the hour after a decline") {
  // Sunday 25 October 2026: at three in the morning it becomes two again in Amsterdam. Unix time does not notice.
  for (const double start : {0.0, 86400.0 * 29 + 61200}) {
    ResetDesk desk;
    desk.take_call(start);
    desk.answer(start + 100, ResetAnswer::kDecline);
    desk.take_call(start + 3590 - 100);
    CHECK_FALSE(desk.book().current);
    desk.take_call(start + 3700 - 100 + 1);
    REQUIRE(desk.offered());
    desk.answer(start + 3702, ResetAnswer::kAccept);
    CHECK(desk.current().ends - desk.current().accepted == absl::Seconds(30));
  }
}

}  // namespace aandacht::domain
