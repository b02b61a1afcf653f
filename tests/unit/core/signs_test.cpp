// What keeps coming back, the signs that answer it, and whether they helped.
#include "absl/strings/str_cat.h"
#include "tests/support/catch.h"
#include "tests/support/core_house.h"

using namespace aandacht;
using test::Awaited;
using test::CoreHouse;

namespace {

domain::Library library() {
  domain::Library library = test::small_library();
  domain::Why why;
  why.id = "nl/terugbetaling";
  why.language = "nl";
  why.topic = "terugbetaling";
  why.spoken = "de terugbetaling";
  why.rule = "Een terugbetaling staat binnen vijf werkdagen op de rekening.";
  why.customer = "We kijken eerst na of het bedrag klopt. Zo krijgt u meteen het goede bedrag.";
  why.employee = why.organisation = "Daarom.";
  library.whys.push_back(why);
  library.jargon.push_back({"nl", "incasso", "geld dat wij ophalen", "any", {}});
  return library;
}

/// A call of so many days ago, answered at noon, with a question.
void add_call(CoreHouse& house, const std::string& id, int days_ago, const std::string& group,
              const std::string& words = "waar blijft mijn geld", const std::string& customer = "",
              const std::string& why = "nl/terugbetaling") {
  const absl::CivilDay day = absl::ToCivilDay(house.clock().now(), absl::UTCTimeZone()) - days_ago;
  store::CallRecord call;
  call.call_id = id;
  call.agent_id = "sanne";
  call.answered = absl::FromCivil(day, absl::UTCTimeZone()) + absl::Hours(8);
  call.rang = call.answered - absl::Seconds(4);
  call.customer_id = customer;
  const absl::Status status = house.store().write([&](store::Transaction& t) -> absl::Status {
    if (absl::Status saved = t.save_call(call); !saved.ok() || group.empty()) return saved;
    return t.save_question({id, "nl", day, words, why, group});
  });
  INFO(status);
  REQUIRE(status.ok());
}

domain::RepeatedQuestions repeated(CoreHouse& house, int days = 28) {
  const auto told = house.core().signs().repeated(days, "", 0);
  INFO(told.status());
  REQUIRE(told.ok());
  return *told;
}

absl::StatusOr<domain::Sign> put(CoreHouse& house, const std::string& request, domain::Sign sign, int base = 0,
                                 const std::string& editor = "Sofie") {
  Awaited<domain::Sign> stored;
  house.core().signs().put({request, std::move(sign), base, editor}, stored.callback());
  return stored.get();
}

domain::Sign sign(const std::string& group = "g1") {
  domain::Sign made;
  made.group = group;
  made.language = "nl";
  made.text = "Waar blijft mijn geld?\nBinnen vijf werkdagen op uw rekening.";
  return made;
}

}  // namespace

TEST_CASE("repeated questions come with counts by day, their share of all calls and the customers' own words",
          "[signs]") {
  CoreHouse house({}, library());
  add_call(house, "1", 1, "g1", "waar blijft mijn geld");
  add_call(house, "2", 1, "g1", "ik wacht nog op mijn terugbetaling");
  add_call(house, "3", 3, "g1", "Waar blijft mijn geld?");
  add_call(house, "4", 3, "");
  const domain::RepeatedQuestions told = repeated(house);
  CHECK(told.calls == 4);
  REQUIRE(told.questions.size() == 1);
  const domain::RepeatedQuestion& question = told.questions[0];
  CHECK(question.calls == 3);
  CHECK(question.share == Approx(0.75));
  CHECK(question.wordings.size() == 2);  // The third says the same.
  CHECK(question.why_topic == "terugbetaling");
  REQUIRE(question.days.size() == 2);
  CHECK(question.days[1].calls == 2);
}

TEST_CASE("a question of one caller is in no list, words need three calls", "[signs]") {
  CoreHouse house({}, library());
  for (int i = 0; i < 4; ++i) add_call(house, absl::StrCat("one", i), 1, "g1", "waar blijft mijn geld", "k1");
  add_call(house, "a", 1, "g2", "kan ik betalen in delen", "k2");
  add_call(house, "b", 2, "g2", "kan ik betalen in delen", "k3");
  const domain::RepeatedQuestions told = repeated(house);
  REQUIRE(told.questions.size() == 1);
  CHECK(told.questions[0].group == "g2");
  CHECK(told.questions[0].wordings.empty());
  CHECK(absl::IsNotFound(house.core().signs().propose("g1", domain::SignPlace::kSite, "nl").status()));
}

TEST_CASE("what was asked before the period does not count in it", "[signs]") {
  CoreHouse house({}, library());
  for (int i = 0; i < 3; ++i) add_call(house, absl::StrCat("old", i), 40, "g1");
  CHECK(repeated(house).questions.empty());
  CHECK(repeated(house, 60).questions.size() == 1);
  CHECK(absl::IsInvalidArgument(house.core().signs().repeated(401, "", 0).status()));
}

TEST_CASE("a proposal is made of the words and the why; without a why it says what is missing", "[signs]") {
  CoreHouse house({}, library());
  for (int i = 0; i < 3; ++i) add_call(house, absl::StrCat("c", i), 1, "g1");
  for (int i = 0; i < 3; ++i) add_call(house, absl::StrCat("d", i), 1, "g2", "wanneer komt de kraan", "", "");
  const auto known = house.core().signs().propose("g1", domain::SignPlace::kSite, "nl");
  REQUIRE(known.ok());
  CHECK(known->draft.text ==
        "Waar blijft mijn geld?\nEen terugbetaling staat binnen vijf werkdagen op de rekening. We kijken eerst na of "
        "het bedrag klopt.");
  CHECK(known->findings.empty());
  CHECK(known->why_id == "nl/terugbetaling");
  const auto unknown = house.core().signs().propose("g2", domain::SignPlace::kIvr, "nl");
  REQUIRE(unknown.ok());
  CHECK_FALSE(unknown->draft.gaps.empty());
  CHECK(unknown->findings.back().kind == domain::SignFindingKind::kGap);
  const auto english = house.core().signs().propose("g1", domain::SignPlace::kSite, "en");
  REQUIRE(english.ok());
  CHECK_FALSE(english->draft.gaps.empty());  // No Dutch words and no Dutch rule on an English sign.
}

TEST_CASE("a text is checked for jargon, length and gaps", "[signs]") {
  CoreHouse house({}, library());
  const auto found = house.core().signs().check(
      domain::SignPlace::kIvr, "nl",
      "De incasso komt eraan. U moet even wachten. [vul aan] en nog veel meer woorden die niemand in de wachtrij kan "
      "onthouden omdat het er gewoon veel te veel achter elkaar zijn.");
  REQUIRE(found.ok());
  const auto has = [&](domain::SignFindingKind kind) {
    return std::any_of(found->begin(), found->end(), [kind](const auto& each) { return each.kind == kind; });
  };
  CHECK(has(domain::SignFindingKind::kJargon));
  CHECK(has(domain::SignFindingKind::kOrder));
  CHECK(has(domain::SignFindingKind::kLength));
  CHECK(has(domain::SignFindingKind::kGap));
  CHECK(found->front().instead == "geld dat wij ophalen");
}

TEST_CASE("a sign is written, changed by version and kept with its history over a restart", "[signs]") {
  CoreHouse house({}, library());
  for (int i = 0; i < 3; ++i) add_call(house, absl::StrCat("c", i), 1, "g1");
  const auto first = put(house, "p1", sign());
  REQUIRE(first.ok());
  CHECK(first->version == 1);
  CHECK(first->editor == "Sofie");
  CHECK(put(house, "p1", sign())->id == first->id);  // The same request again.
  domain::Sign next = *first;
  next.owner = "Marijke";
  next.state = domain::SignState::kWritten;
  REQUIRE(put(house, "p2", next, 1, "Bas").ok());
  const auto late = put(house, "p3", next, 1);
  CHECK(absl::IsAborted(late.status()));
  CHECK_THAT(std::string(late.status().message()), Catch::Contains("Bas"));
  house.restart();
  CHECK(house.core().signs().versions(first->id)->size() == 2);
  const auto listed = house.core().signs().list("g1");
  REQUIRE(listed.ok());
  REQUIRE(listed->size() == 1);
  CHECK(listed->front().sign.owner == "Marijke");
  CHECK(listed->front().question == "waar blijft mijn geld");
  CHECK(repeated(house).questions[0].sign_ids == std::vector{first->id});
}

TEST_CASE("the same new sign three times is one sign, and which one is told", "[signs]") {
  CoreHouse house({}, library());
  for (int i = 0; i < 3; ++i) add_call(house, absl::StrCat("c", i), 1, "g1");
  const auto first = put(house, "p1", sign());
  REQUIRE(first.ok());
  CHECK_FALSE(core::stood_before({"p1", sign(), 0, "Sofie"}, *first));
  for (const char* request : {"p2", "p3", "p3"}) {
    const auto again = put(house, request, sign(), 0, "Bas");
    REQUIRE(again.ok());
    CHECK(*again == *first);
    CHECK(core::stood_before({request, sign(), 0, "Bas"}, *again));
  }
  CHECK(house.core().signs().list("")->size() == 1);
  domain::Sign other = sign();
  other.place = domain::SignPlace::kIvr;
  REQUIRE(put(house, "p4", other).ok());
  other = sign();
  other.text = "Binnen een week.";
  REQUIRE(put(house, "p5", other).ok());
  CHECK(house.core().signs().list("")->size() == 3);
  // With another owner it is a change, which begins with what is there.
  other = sign();
  other.owner = "Marijke";
  const absl::Status changed = put(house, "p6", other).status();
  CHECK(absl::IsAborted(changed));
  CHECK_THAT(std::string(changed.message()), Catch::Contains(first->id));
  // One that was taken down does not stand.
  domain::Sign down = *first;
  down.state = domain::SignState::kDown;
  down.up = down.down = absl::CivilDay(2026, 3, 1);
  REQUIRE(put(house, "p7", down, 1).ok());
  const auto anew = put(house, "p8", sign());
  REQUIRE(anew.ok());
  CHECK(anew->id != first->id);
}

TEST_CASE("a sign needs a group, and days that can be", "[signs]") {
  CoreHouse house({}, library());
  CHECK(absl::IsNotFound(put(house, "p1", sign("nowhere")).status()));
  for (int i = 0; i < 3; ++i) add_call(house, absl::StrCat("c", i), 1, "g1");
  domain::Sign up = sign();
  up.state = domain::SignState::kUp;
  CHECK(absl::IsInvalidArgument(put(house, "p2", up).status()));
  up.up = absl::CivilDay(2026, 3, 1);
  up.state = domain::SignState::kDown;
  up.down = absl::CivilDay(2026, 2, 1);
  CHECK(absl::IsInvalidArgument(put(house, "p3", up).status()));
  const auto proposed = put(house, "p4", sign());
  REQUIRE(proposed.ok());
  CHECK(absl::IsFailedPrecondition(house.core().signs().effect(proposed->id).status()));
}

TEST_CASE("whether a question fell is told from the calls in the store, and too early is said so", "[signs]") {
  CoreHouse house({}, library());
  // Ten calls a day over 80 days; the question in four of them, and in one since the sign is up.
  constexpr int kUpAgo = 40;
  for (int day = 1; day <= 80; ++day) {
    for (int call = 0; call < 10; ++call) {
      const bool asks = call < (day > kUpAgo ? 4 : 1);
      add_call(house, absl::StrCat("c", day, "-", call), day, asks ? "g1" : call > 6 ? "g2" : "");
    }
  }
  const absl::CivilDay today = absl::ToCivilDay(house.clock().now(), absl::UTCTimeZone());
  domain::Sign up = sign();
  up.state = domain::SignState::kUp;
  up.up = today - kUpAgo;
  const auto stored = put(house, "p1", up);
  REQUIRE(stored.ok());
  const auto effect = house.core().signs().effect(stored->id);
  INFO(effect.status());
  REQUIRE(effect.ok());
  CHECK(effect->verdict == domain::SignVerdict::kFell);
  CHECK(effect->ratio.ratio == Approx(0.25).epsilon(0.05));
  CHECK(effect->weeks == 5);
  CHECK(effect->calls_after == 350);
  domain::Sign recent = *stored;
  recent.up = today - 9;
  const auto moved = put(house, "p2", recent, 1);
  REQUIRE(moved.ok());
  CHECK(house.core().signs().effect(moved->id)->too_early == domain::TooEarly::kFewWeeks);
}
