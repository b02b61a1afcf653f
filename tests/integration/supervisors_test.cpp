// Each supervisor sees and follows the calls of their own team, and no more.
#include "tests/integration/two_teams.h"

namespace aandacht::test {

TEST_CASE("each supervisor has the rows of the team they lead, an administrator those of all", "[identity]") {
  TwoTeams teams;
  const auto blue = teams.watch_floor(teams.blue());
  const auto red = teams.watch_floor(teams.red());
  const auto all = teams.watch_floor(teams.administrator());
  REQUIRE((blue->has_begun() && red->has_begun() && all->has_begun()));
  teams.begin_call(kBlueCall, "sanne");
  teams.begin_call(kRedCall, "bram");
  CHECK(eventually([&] { return calls_on(*all) == Names{kBlueCall, kRedCall}; }));
  CHECK(eventually([&] { return calls_on(*blue) == Names{kBlueCall}; }));
  CHECK(eventually([&] { return calls_on(*red) == Names{kRedCall}; }));
  // Rows in the order of what happened: one that is told shows that none was before it.
  teams.begin_call("call-joost", "joost");
  teams.begin_call("call-mila", "mila");
  CHECK(eventually([&] { return calls_on(*all).size() == 4; }));
  CHECK(eventually([&] { return calls_on(*blue) == Names{kBlueCall, "call-joost"}; }));
  CHECK(eventually([&] { return calls_on(*red) == Names{kRedCall, "call-mila"}; }));
  CHECK(agents_on(*all) == Names{"bram", "joost", "mila", "sanne"});
  CHECK(agents_on(*blue) == Names{"joost", "sanne"});
  CHECK(agents_on(*red) == Names{"bram", "mila"});
}

TEST_CASE("who watches a call stands on its agent's desk and in their trail before a word is told, as the token says",
          "[identity]") {
  TwoTeams teams;
  teams.begin_call(kBlueCall, "sanne");
  teams.begin_call(kRedCall, "bram");
  teams.say("u-1", "Waar blijft mijn pakket?", kBlueCall);
  const auto watch = teams.watch_call(teams.blue(), "sanne", "");
  REQUIRE(watch->has_begun());
  const std::vector<v1::LookRow> looks = teams.looks("sanne");
  REQUIRE(looks.size() == 1);
  CHECK(looks[0].who() == "Name of kim-blue (kim-blue)");
  CHECK(looks[0].what() == std::string("watch ") + kBlueCall);
  CHECK(looks[0].reason() == kReason);
  const auto fresh = teams.open_desk("sanne");
  REQUIRE(fresh->has_begun());
  const v1::Desk desk = fresh->all()[0].desk();
  REQUIRE(desk.watchers_size() == 1);
  CHECK(desk.watchers(0).name() == "Name of kim-blue");
  CHECK(desk.watchers(0).reason() == kReason);
  CHECK(desk.watchers(0).call_id() == kBlueCall);
  CHECK(watch->all()[0].turns_size() == 1);
  teams.say("u-2", "Ik wacht al een week.", kBlueCall);
  CHECK(eventually([&] {
    int turns = 0;
    for (const v1::WatchCallResponse& each : watch->all()) turns += each.turns_size();
    return turns == 2;
  }));
  CHECK(eventually([&] { return watchers_on(teams.desk("sanne")) == Names{"Name of kim-blue"}; }));
  for (const char* other : {"joost", "bram", "mila"}) {
    CHECK(watchers_on(teams.desk(other)).empty());
    CHECK(teams.looks(other).empty());
  }
  watch->leave();
  CHECK(eventually([&] {
    const auto again = teams.open_desk("sanne");
    return again->has_begun() && again->all()[0].desk().watchers_size() == 0;
  }));
}

TEST_CASE("a call of another team cannot be watched, and is refused in the words of one that is not there",
          "[identity]") {
  TwoTeams teams;
  teams.begin_call(kBlueCall, "sanne");
  for (const std::string reason : {kReason, ""}) {
    INFO("reason \"" << reason << "\"");
    const grpc::Status by_agent = teams.watch_call(teams.red(), "sanne", "", reason)->end();
    const grpc::Status nobody = teams.watch_call(teams.red(), "nobody", "", reason)->end();
    CHECK(by_agent.error_code() == StatusCode::NOT_FOUND);
    CHECK(nobody.error_code() == StatusCode::NOT_FOUND);
    CHECK(renamed(by_agent.error_message(), "sanne", "nobody") == nobody.error_message());
    const grpc::Status by_call = teams.watch_call(teams.red(), "", kBlueCall, reason)->end();
    const grpc::Status no_call = teams.watch_call(teams.red(), "", "call-none", reason)->end();
    CHECK(by_call.error_code() == StatusCode::NOT_FOUND);
    CHECK(by_call.error_message() == no_call.error_message());
    CHECK(no_call.error_code() == StatusCode::NOT_FOUND);
  }
  CHECK(teams.looks("sanne").empty());
  CHECK(watchers_on(teams.desk("sanne")).empty());
  CHECK(teams.watch_call(teams.administrator(), "sanne", "")->has_begun());
}

TEST_CASE("the text of a call is for who leads its team, and its agent reads who looked", "[identity]") {
  TwoTeams teams;
  teams.begin_call(kBlueCall, "sanne");
  teams.say("u-1", "Waar blijft mijn pakket?", kBlueCall);
  v1::ListTurnsRequest request;
  request.set_call_id(kBlueCall);
  v1::ListTurnsResponse turns;
  CHECK(teams.ask("RecordService/ListTurns", teams.red(), request, &turns).error_code() == StatusCode::NOT_FOUND);
  CHECK(turns.turns().empty());
  CHECK(teams.looks("sanne").empty());
  CHECK(teams.ask("RecordService/ListTurns", teams.blue(), request, &turns).ok());
  CHECK(turns.turns_size() == 1);
  const std::vector<v1::LookRow> looks = teams.looks("sanne");
  REQUIRE(looks.size() == 1);
  CHECK(looks[0].who() == "Name of kim-blue (kim-blue)");
  CHECK(looks[0].what() == std::string("turns ") + kBlueCall);
}

}  // namespace aandacht::test
