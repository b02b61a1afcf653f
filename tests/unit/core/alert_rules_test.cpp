// Who keeps which rules.
#include "tests/unit/core/alert_house.h"

using namespace aandacht;
using namespace aandacht::test;

TEST_CASE("a snoozed rule says nothing until then, for everybody, and says who snoozed it") {
  AlertHouse house;
  REQUIRE(house.put(words_rule()).ok());
  REQUIRE(house.snooze_rule("words", absl::Hours(1)).ok());
  CHECK(house.rules(kBas).at(0).rule.snoozed_by == "Kim");
  house.begin_call();
  REQUIRE(house.tell(house.says("u1", "my lawyer")).ok());
  house.settle_down();
  CHECK(house.kept_of("words").empty());
  house.advance(absl::Hours(1));
  REQUIRE(house.tell(house.says("u2", "my lawyer")).ok());
  REQUIRE(eventually([&] { return house.kept_of("words").size() == 1; }));
  CHECK(absl::IsNotFound(house.snooze_rule("words", absl::Hours(1), kNoor)));
  CHECK(absl::IsInvalidArgument(house.snooze_rule("words", absl::Hours(24 * 40))));
}

TEST_CASE("two supervisors who change the same rule do not overwrite each other") {
  AlertHouse house;
  domain::AlertRule rule = words_rule();
  REQUIRE(house.put(rule, 0, kKim).ok());
  rule.phrases = {"lawyer", "court"};
  REQUIRE(house.put(rule, 1, kBas).ok());
  rule.phrases = {"solicitor"};
  const absl::Status refused = house.put(rule, 1, kKim).status();
  CHECK(absl::IsAborted(refused));
  CHECK(refused.message().find("Bas") != std::string::npos);
  const auto kept = house.rules();
  REQUIRE(kept.size() == 1);
  CHECK(kept[0].rule.version == 2);
  CHECK(kept[0].rule.owner == "Kim");
  CHECK(kept[0].rule.changed_by == "Bas");
  REQUIRE(house.put(rule, 2, kKim).ok());
  CHECK(absl::IsAborted(house.remove("words", 1)));
  REQUIRE(house.remove("words", 3).ok());
  CHECK(absl::IsAborted(house.put(rule, 3, kBas).status()));  // It is gone.
  CHECK(house.rules().empty());
}

TEST_CASE("the same request twice puts a rule once") {
  AlertHouse house;
  REQUIRE(house.put(words_rule(), 0, kKim, "put-1").ok());
  const auto again = house.put(words_rule(), 0, kKim, "put-1");
  REQUIRE(again.ok());
  CHECK(again->rule.version == 1);
}

TEST_CASE("a put that comes again after its rule was deleted brings no rule back that nobody can see or delete") {
  AlertHouse house;
  REQUIRE(house.put(words_rule(), 0, kKim, "put-1").ok());
  REQUIRE(house.remove("words", 0).ok());
  CHECK(absl::IsNotFound(house.put(words_rule(), 0, kKim, "put-1").status()));
  CHECK(house.rules().empty());
  house.begin_call();
  REQUIRE(house.tell(house.says("u1", "my lawyer")).ok());
  house.settle_down();
  CHECK(house.kept_of("words").empty());
}

TEST_CASE("a put that comes again after somebody changed the rule is answered with what is kept, which goes on") {
  AlertHouse house;
  REQUIRE(house.put(words_rule(), 0, kKim, "put-1").ok());
  REQUIRE(house.put(words_rule("words", "court"), 1, kBas).ok());
  const auto again = house.put(words_rule(), 0, kKim, "put-1");
  REQUIRE(again.ok());
  CHECK(again->rule.phrases == std::vector<std::string>{"court"});
  house.begin_call();
  REQUIRE(house.tell(house.says("u1", "my lawyer")).ok());
  REQUIRE(house.tell(house.says("u2", "see you in court")).ok());
  house.settle_down();
  REQUIRE(house.kept_of("words").size() == 1);
  CHECK(house.kept_of("words")[0].finding.utterance_id == "u2");
}

TEST_CASE("a snooze of a rule that comes again leaves what was done since, in the engine as on disk") {
  AlertHouse house;
  REQUIRE(house.put(words_rule()).ok());
  REQUIRE(house.snooze_rule("words", absl::Hours(1), kKim, "snooze-1").ok());
  REQUIRE(house.snooze_rule("words", absl::ZeroDuration(), kBas).ok());  // It speaks again.
  REQUIRE(house.snooze_rule("words", absl::Hours(1), kKim, "snooze-1").ok());
  CHECK(house.rules().at(0).rule.snoozed_until == absl::InfinitePast());
  house.begin_call();
  REQUIRE(house.tell(house.says("u1", "my lawyer")).ok());
  CHECK(eventually([&] { return house.kept_of("words").size() == 1; }));
}

TEST_CASE("a rule of another team is not told to who knows its request, nor who changed it when") {
  AlertHouse house;
  domain::AlertRule rule = words_rule();
  rule.team = "zuid";
  REQUIRE(house.put(rule, 0, kKim, "put-1").ok());
  domain::AlertRule own = words_rule();
  own.team = "noord";
  domain::AlertRule free = own;
  free.id = "free";
  CHECK(house.put(own, 0, kNoor, "put-1").status() == house.put(free, 0, kNoor, "put-1").status());
  const absl::Status gone = house.put(free, 7, kNoor).status();  // As of a rule that was deleted.
  CHECK(absl::IsAborted(gone));
  CHECK(house.put(own, 7, kNoor).status() == gone);
  // For a team that they do not lead both are refused alike.
  free.team = rule.team;
  CHECK(house.put(rule, 0, kNoor).status() == house.put(free, 0, kNoor).status());
  CHECK(house.rules(kKim).at(0).rule.team == "zuid");
}

TEST_CASE("a name that another team's rule has is as free as any other, and the same again is the same rule") {
  AlertHouse house;
  domain::AlertRule theirs = words_rule();
  theirs.team = "zuid";
  const auto kim = house.put(theirs, 0, kKim);
  REQUIRE(kim.ok());
  domain::AlertRule mine = words_rule();
  mine.team = "noord";
  const auto noor = house.put(mine, 0, kNoor, "put-noor");
  REQUIRE(noor.ok());
  CHECK(noor->rule.version == 1);
  CHECK(noor->rule.id != kim->rule.id);
  // An id that is not in use gets no other kind of id.
  domain::AlertRule free = mine;
  free.id = "other";
  const auto unused = house.put(free, 0, kNoor);
  REQUIRE(unused.ok());
  CHECK(unused->rule.id.size() == noor->rule.id.size());
  // The same again, by name and by id; as a new one it is what it was.
  CHECK(house.put(mine, 0, kNoor, "put-noor")->rule.id == noor->rule.id);
  CHECK(absl::IsAborted(house.put(mine, 0, kNoor).status()));
  REQUIRE(house.put(mine, 1, kNoor).ok());
  mine.id = noor->rule.id;
  CHECK(house.put(mine, 2, kNoor)->rule.id == noor->rule.id);
  house.restart();
  CHECK(house.put(mine, 3, kNoor)->rule.version == 4);
  REQUIRE(house.remove("words", 0, kNoor).ok());
  CHECK(house.rules(kNoor).size() == 1);
  CHECK(house.rules(kKim).size() == 1);
  // Kim's own id, had somebody seen it, is no more in use to who does not see the rule.
  mine.id = kim->rule.id;
  const auto guessed = house.put(mine, 0, kNoor);
  REQUIRE(guessed.ok());
  CHECK(guessed->rule.version == 1);
  CHECK(house.rules(kKim).at(0).rule.version == 1);
}

TEST_CASE("who leads the same team puts a colleague's rule by the name that it was put under") {
  AlertHouse house;
  const auto kim = house.put(words_rule(), 0, kKim);
  REQUIRE(kim.ok());
  const auto bas = house.put(words_rule("words", "court"), 1, kBas);
  REQUIRE(bas.ok());
  CHECK(bas->rule.id == kim->rule.id);
  CHECK(house.rules(kKim).size() == 1);
}

TEST_CASE("pages of rules are full of one's own and end with them, however many others have") {
  AlertHouse house;
  for (int i = 0; i < 12; ++i) {
    domain::AlertRule rule = words_rule("words-" + std::to_string(i));
    rule.team = i % 4 == 0 ? "noord" : "zuid";
    REQUIRE(house.put(rule, 0, kBoss).ok());
  }
  const auto page = [&](int size, const std::string& token) {
    auto read = house.core().alerts().rules(kNoor, size, token);
    REQUIRE(read.ok());
    return *read;
  };
  const auto first = page(2, "");
  CHECK(first.rows.size() == 2);
  REQUIRE_FALSE(first.next.empty());
  const auto second = page(2, first.next);
  CHECK(second.rows.size() == 1);
  CHECK(second.next.empty());
  CHECK(page(3, "").next.empty());
  const core::AlertCaller nobody{"ria", "Ria", {"groen"}, "Ria (ria)"};
  const auto none = house.core().alerts().rules(nobody, 1, "");
  REQUIRE(none.ok());
  CHECK(none->rows.empty());
  CHECK(none->next.empty());
  CHECK(absl::IsInvalidArgument(house.core().alerts().rules(kNoor, -1, "").status()));
}

TEST_CASE("rules of another team are neither seen nor changed, and nobody makes one for a team they do not lead") {
  AlertHouse house;
  domain::AlertRule rule = words_rule();
  rule.team = "zuid";
  REQUIRE(house.put(rule, 0, kKim).ok());
  CHECK(house.rules(kNoor).empty());
  CHECK(absl::IsPermissionDenied(house.put(rule, 1, kNoor).status()));
  const absl::Status gone = house.remove("none", 0, kNoor);
  CHECK(absl::IsNotFound(gone));
  CHECK(house.remove("words", 0, kNoor) == gone);
  CHECK(house.snooze_rule("words", absl::Hours(1), kNoor) == gone);
  rule.id = "other";
  CHECK(absl::IsPermissionDenied(house.put(rule, 0, kNoor).status()));
  domain::AlertRule everybody = words_rule("everybody");
  REQUIRE(house.put(everybody, 0, kBoss).ok());
  const auto seen = house.rules(kKim);
  REQUIRE(seen.size() == 2);
  CHECK(absl::IsPermissionDenied(house.remove("everybody", 0, kKim)));  // It is seen, and looks at another team too.
  CHECK_FALSE(seen[0].editable);                                        // "everybody": it looks at other teams too.
  CHECK(seen[1].editable);
  CHECK(absl::IsPermissionDenied(house.core().alerts().try_rule(rule, 7, 10, kNoor).status()));
}

TEST_CASE("a rule that cannot be kept is refused with what to do") {
  AlertHouse house;
  domain::AlertRule rule = words_rule();
  rule.phrases = {"... lawyer"};
  const absl::Status refused = house.put(rule).status();
  CHECK(absl::IsInvalidArgument(refused));
  CHECK(refused.message().find("phrase 1") != std::string::npos);
  CHECK(absl::IsInvalidArgument(house.put(words_rule("")).status()));
}

TEST_CASE("starter rules are kept once, and not again when somebody deleted them") {
  core::CoreOptions options = options_with_teams();
  options.alerts.starters = {words_rule("en/starter")};
  AlertHouse house(options);
  REQUIRE(house.rules(kBoss).size() == 1);
  CHECK_FALSE(house.rules(kKim).at(0).editable);
  REQUIRE(house.remove("en/starter", 0, kBoss).ok());
  house.restart();
  CHECK(house.rules(kBoss).empty());
}

TEST_CASE("a rule for a team that does not exist is refused, and the sentence says which there are") {
  AlertHouse house;
  domain::AlertRule rule = words_rule();
  rule.team = "zuit";
  const absl::Status refused = house.put(rule, 0, kBoss).status();
  CHECK(absl::IsInvalidArgument(refused));
  CHECK(refused.message() == "there is no team \"zuit\"; choose noord, zuid, or leave it empty for all your teams");
  CHECK(house.rules(kBoss).empty());
  CHECK(house.core().alerts().try_rule(rule, 7, 10, kBoss).status() == refused);
  // Who leads only some is told of those; who leads none of that name is refused as for any team of others.
  const core::AlertCaller ruud{"ruud", "Ruud", {"zuid", "zuit"}, "Ruud (ruud)"};
  CHECK(house.put(rule, 0, ruud).status().message() ==
        "there is no team \"zuit\"; choose zuid, or leave it empty for all your teams");
  CHECK(absl::IsPermissionDenied(house.put(rule, 0, kKim).status()));
  CHECK(house.core().alerts().teams(kBoss) == std::vector<std::string>{"noord", "zuid"});
  CHECK(house.core().alerts().teams(kKim) == std::vector<std::string>{"zuid"});
  rule.team = "zuid";
  REQUIRE(house.put(rule, 0, kBoss).ok());
  CHECK_FALSE(house.rules(kBoss).at(0).team_gone);
}

TEST_CASE("a rule whose team went away says so, can be turned off, given another team and deleted") {
  AlertHouse house;
  domain::AlertRule rule = words_rule();
  rule.team = "west";  // As an earlier configuration had it.
  rule.version = 1;
  REQUIRE(house.store().write([&](store::Transaction& transaction) { return transaction.save_alert_rule(rule); }).ok());
  house.restart();
  REQUIRE(house.rules(kBoss).size() == 1);
  CHECK(house.rules(kBoss)[0].team_gone);
  CHECK(house.rules(kBoss)[0].editable);
  CHECK(absl::IsInvalidArgument(house.put(rule, 1, kBoss).status()));
  rule.on = false;
  const auto off = house.put(rule, 1, kBoss);
  REQUIRE(off.ok());
  CHECK(off->team_gone);
  rule.on = true;
  rule.team = "zuid";
  const auto moved = house.put(rule, 2, kBoss);
  REQUIRE(moved.ok());
  CHECK_FALSE(moved->team_gone);
  CHECK(house.remove("words", 3, kBoss).ok());
}
