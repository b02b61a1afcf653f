// Following a call, which its agent sees.
#include <atomic>
#include <functional>
#include <map>
#include <memory>

#include "tests/support/catch.h"
#include "tests/support/core_house.h"

using namespace aandacht;
using domain::CallEvent;
using test::Awaited;
using test::CoreHouse;
using test::eventually;

namespace {

core::WatchCall kim(const std::string& reason = "new colleague", const std::string& agent = "sanne") {
  return {agent, "", "Kim (kim)", "Kim", reason};
}

/// A supervisor's console, as far as it keeps what it was told.
class Console {
 public:
  explicit Console(CoreHouse& house, core::WatchCall request = kim())
      : watch_(house.core().call_watches().open(std::move(request), [] {})) {}

  /// Takes what there is.
  void look() {
    while (const auto news = watch_->next()) {
      call = news->call;
      over = over || news->over;
      for (const store::TurnRecord& turn : news->turns) texts[turn.utterance_id] = turn.text;
      for (const core::ShownCard& card : news->cards) cards.push_back(card);
    }
  }

  bool sees(const std::function<bool()>& condition) {
    return eventually([&] {
      look();
      return condition();
    });
  }

  std::optional<absl::Status> end() const { return watch_->end(); }
  bool has_begun() {
    return sees([&] { return call.has_value() || end(); }) && call.has_value();
  }
  void close() { watch_.reset(); }

  std::optional<core::WatchedCall> call;
  std::map<std::string, std::string> texts;
  std::vector<core::ShownCard> cards;
  bool over = false;

 private:
  std::unique_ptr<core::CallWatch> watch_;
};

std::vector<std::string> watchers(CoreHouse& house, const std::string& agent = "sanne") {
  std::vector<std::string> names;
  for (const domain::Watcher& watcher : house.desk(agent).watchers) names.push_back(watcher.name);
  return names;
}

std::vector<domain::Look> looks(CoreHouse& house, const std::string& agent = "sanne") {
  std::vector<domain::Look> found;
  REQUIRE(house.store()
              .read([&](store::Reads& reads) {
                auto page = reads.looks(agent, 50, "");
                if (page.ok()) found = std::move(page->rows);
                return page.status();
              })
              .ok());
  return found;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("before a watcher is told a word, their name and reason are on the agent's desk and in the trail") {
  CoreHouse house;
  house.begin_call();
  REQUIRE(house.tell(house.says("u1", "where is my parcel")).ok());
  house.store().shut();
  Console console(house);
  console.look();
  CHECK_FALSE(console.call);
  CHECK(console.texts.empty());
  house.store().open();
  REQUIRE(console.has_begun());
  REQUIRE(house.desk().watchers.size() == 1);
  const domain::Watcher watcher = house.desk().watchers[0];
  CHECK(watcher.name == "Kim");
  CHECK(watcher.reason == "new colleague");
  CHECK(watcher.call_id == "call-1");
  CHECK(watcher.since == house.clock().now());
  REQUIRE(looks(house).size() == 1);
  CHECK(looks(house)[0].who == "Kim (kim)");
  CHECK(looks(house)[0].what == "watch call-1");
  CHECK(looks(house)[0].reason == "new colleague");
  CHECK(console.texts == std::map<std::string, std::string>{{"u1", "where is my parcel"}});
  CHECK(console.call->watchers == Names{"Kim"});
}

TEST_CASE("a watcher is told each turn and card as they come, and what the agent refused is not among it") {
  CoreHouse house;
  house.begin_call();
  Console console(house);
  REQUIRE(console.has_begun());
  REQUIRE(house.tell(house.says("u1", "this is the other department", domain::Speaker::kAgent)).ok());
  REQUIRE(console.sees([&] { return console.texts.contains("u1") && console.cards.size() == 1; }));
  CHECK(console.cards[0].kind == domain::CardKind::kWe);
  CHECK_FALSE(console.cards[0].line.empty());
  const core::WatchedCall before = *console.call;
  REQUIRE(house.tell(core::AnswerCard{"a1", "sanne", console.cards[0].card_id, domain::CardAnswer::kDoesNotFit}).ok());
  REQUIRE(house.tell(house.says("u2", "thank you")).ok());
  REQUIRE(console.sees([&] { return console.texts.contains("u2"); }));
  CHECK(console.cards.size() == 1);
  CHECK(console.call->state == before.state);
}

TEST_CASE("words that are redacted afterwards are replaced at who watches") {
  CoreHouse house;
  house.begin_call();
  Console console(house);
  REQUIRE(house.tell(house.says("u1", "nul zes twaalf")).ok());
  REQUIRE(console.sees([&] { return console.texts["u1"] == "nul zes twaalf"; }));
  REQUIRE(house.tell(house.says("u2", "ja", domain::Speaker::kAgent)).ok());
  REQUIRE(house.tell(house.says("u3", "vierendertig zesenvijftig achtenzeventig")).ok());
  REQUIRE(console.sees([&] { return console.texts.contains("u3"); }));
  REQUIRE(console.sees([&] { return console.texts["u1"] == house.turns()[0].text; }));
  CHECK_THAT(console.texts["u1"], !Catch::Contains("twaalf"));
}

TEST_CASE("words that are redacted by a turn which is not stored itself are replaced at who watches too") {
  CoreHouse house;
  house.begin_call();
  Console console(house);
  REQUIRE(house.tell(house.says("u1", "nul zes twaalf")).ok());
  REQUIRE(console.sees([&] { return console.texts["u1"] == "nul zes twaalf"; }));
  REQUIRE(house.tell(house.report("held", CallEvent::kHeld)).ok());
  house.advance(absl::Seconds(1));
  const auto rest = house.tell(house.says("u2", "vierendertig zesenvijftig achtenzeventig"));
  REQUIRE(rest->outcome == core::UtteranceOutcome::kOnHold);
  REQUIRE(console.sees([&] { return console.texts["u1"] == house.turns()[0].text; }));
  CHECK_THAT(console.texts["u1"], !Catch::Contains("twaalf"));
}

TEST_CASE("two watch one call; when one goes the other stays on the desk") {
  CoreHouse house;
  house.begin_call();
  Console first(house);
  REQUIRE(first.has_begun());
  Console second(house, {"sanne", "call-1", "robin", "Robin", "a complaint"});
  REQUIRE(second.has_begun());
  CHECK(watchers(house) == Names{"Kim", "Robin"});
  REQUIRE(first.sees([&] { return first.call->watchers == Names{"Kim", "Robin"}; }));
  first.close();
  REQUIRE(eventually([&] { return watchers(house) == Names{"Robin"}; }));
  second.close();
  CHECK(eventually([&] { return watchers(house).empty(); }));
}

TEST_CASE("the same person who looks twice is in the trail twice, each time with their reason") {
  CoreHouse house;
  house.begin_call();
  Console first(house, kim("new colleague"));
  REQUIRE(first.has_begun());
  first.close();
  Console second(house, kim("she asked me to"));
  REQUIRE(second.has_begun());
  REQUIRE(looks(house).size() == 2);
  CHECK(looks(house)[0].reason == "she asked me to");
  CHECK(looks(house)[1].reason == "new colleague");
}

TEST_CASE("a watch ends when the call leaves the desk, and so does the watcher") {
  CoreHouse house;
  house.begin_call();
  Console console(house);
  REQUIRE(console.has_begun());
  REQUIRE(house.tell(house.report("ended", CallEvent::kEnded)).ok());
  REQUIRE(console.sees([&] { return console.call->state == domain::CallState::kWrapUp; }));
  CHECK_FALSE(console.over);
  REQUIRE(house.tell(core::FinishWrapUp{"f", "sanne", "call-1"}).ok());
  REQUIRE(console.sees([&] { return console.over; }));
  CHECK(console.end() == absl::OkStatus());
  console.close();
  CHECK(eventually([&] { return watchers(house).empty(); }));
}

TEST_CASE("a service that starts again has nobody watching any more") {
  CoreHouse house;
  house.begin_call();
  {
    Console console(house);
    REQUIRE(console.has_begun());
    house.core().stop_taking();  // It cannot write any more that the watcher went.
  }
  REQUIRE(watchers(house) == Names{"Kim"});
  house.restart();
  REQUIRE(eventually([&] { return watchers(house).empty(); }));
  CHECK(looks(house).size() == 1);
}

TEST_CASE("a watch needs a call and a reason") {
  CoreHouse house;
  house.begin_call();
  const auto refusal = [&](core::WatchCall request) {
    Console console(house, std::move(request));
    REQUIRE(eventually([&] { return console.end().has_value(); }));
    return console.end()->code();
  };
  CHECK(refusal(kim("")) == absl::StatusCode::kInvalidArgument);
  CHECK(refusal(kim("  x ")) == absl::StatusCode::kInvalidArgument);
  CHECK(refusal(kim(std::string(201, 'x'))) == absl::StatusCode::kInvalidArgument);
  CHECK(refusal({"sanne", "", "kim", "", "reason"}) == absl::StatusCode::kInvalidArgument);
  CHECK(refusal(kim("reason", "joost")) == absl::StatusCode::kNotFound);
  CHECK(refusal({"sanne", "call-9", "kim", "Kim", "reason"}) == absl::StatusCode::kNotFound);
  CHECK(watchers(house).empty());
  CHECK(looks(house).empty());
  CHECK(house.core().seats().find("joost") == nullptr);
}

TEST_CASE(
    "a call of another team is refused in the words of one that is not there, whatever is wrong with the reason") {
  CoreHouse house;
  house.begin_call();
  const auto refusal = [&](core::WatchCall request) {
    request.may_see = [](const std::string& agent) { return agent != "sanne"; };
    Console console(house, std::move(request));
    REQUIRE(eventually([&] { return console.end().has_value(); }));
    return *console.end();
  };
  const auto named = [](std::string sentence, const std::string& from, const std::string& to) {
    const std::size_t at = sentence.find(from);
    return at == std::string::npos ? sentence : sentence.replace(at, from.size(), to);
  };
  for (const std::string reason : {"new colleague", ""}) {
    const absl::Status other = refusal(kim(reason));
    const absl::Status nobody = refusal(kim(reason, "joost"));
    CHECK(absl::IsNotFound(other));
    CHECK(named(std::string(other.message()), "sanne", "joost") == nobody.message());
    CHECK(refusal({"", "call-1", "Kim (kim)", "Kim", reason}) == refusal({"", "call-9", "Kim (kim)", "Kim", reason}));
    CHECK(absl::IsNotFound(refusal({"", "call-1", "Kim (kim)", "Kim", reason})));
  }
  CHECK(watchers(house).empty());
  CHECK(looks(house).empty());
}

TEST_CASE("a call is followed by its id alone") {
  CoreHouse house;
  house.begin_call();
  Console console(house, {"", "call-1", "Kim (kim)", "Kim", "new colleague"});
  REQUIRE(console.has_begun());
  CHECK(watchers(house) == Names{"Kim"});
}

TEST_CASE("who follows a desk at which a colleague's call rings is told its state, and nothing of what is said") {
  CoreHouse house;
  house.begin_call("call-1", "bob");
  REQUIRE(house.tell(house.says("u1", "where is my parcel")).ok());
  core::ReportCall claimed = house.report("a1", CallEvent::kRinging, "call-1", "anna");
  claimed.by_agent = true;
  REQUIRE(house.tell(std::move(claimed)).ok());
  core::WatchCall asked = kim("new colleague", "anna");
  asked.call_id = "call-1";
  Console console(house, asked);
  REQUIRE(console.has_begun());
  CHECK(console.call->state == domain::CallState::kRinging);
  claimed = house.report("a2", CallEvent::kAnswered, "call-1", "anna");
  claimed.by_agent = true;
  REQUIRE(house.tell(std::move(claimed)).ok());
  REQUIRE(house.tell(house.says("u2", "this is the other department", domain::Speaker::kAgent)).ok());
  REQUIRE(house.desk("bob").card.has_value());
  REQUIRE(console.sees([&] { return console.call->state == domain::CallState::kInCall; }));
  CHECK(console.texts.empty());
  CHECK(console.cards.empty());
  Console his(house, kim("new colleague", "bob"));
  REQUIRE(his.sees([&] { return his.texts.size() == 2 && his.cards.size() == 1; }));
}

TEST_CASE("of a call that rang at two desks the words are told from when the followed one answers") {
  CoreHouse house;
  REQUIRE(house.tell(house.report("b1", CallEvent::kRinging, "call-1", "bob")).ok());
  REQUIRE(house.tell(house.report("a1", CallEvent::kRinging, "call-1", "anna")).ok());
  Console console(house, kim("new colleague", "anna"));
  REQUIRE(console.has_begun());
  REQUIRE(house.tell(house.report("a2", CallEvent::kAnswered, "call-1", "anna")).ok());
  REQUIRE(house.tell(house.says("u1", "where is my parcel")).ok());
  CHECK(console.sees([&] { return console.texts.contains("u1"); }));
}

TEST_CASE("a watcher is told of no prompt that came in a wrap-up or waited for the call, whether a reset was asked for",
          "[prompts]") {
  const auto told = [](bool asks) {
    CoreHouse house;
    const auto window = house.core().presence().open("sanne");
    const auto push = [&](const std::string& id, bool urgent) {
      core::PushPrompt prompt{id, {"sanne"}, "Team lead", "Drink some water " + id, "It is hot", urgent};
      REQUIRE(house.tell(std::move(prompt)).ok());
      house.advance(absl::Seconds(1));
    };
    std::string lines;
    house.begin_call();
    house.advance(absl::Seconds(5));
    Console first(house);
    push("in-call", false);
    REQUIRE(first.sees([&] { return first.cards.size() == 1; }));
    REQUIRE(house.tell(core::AnswerCard{"a1", "sanne", house.desk().card->id, domain::CardAnswer::kUsed}).ok());
    REQUIRE(house.tell(house.report("ended", CallEvent::kEnded)).ok());
    if (asks) {
      Awaited<core::Written> answer;
      house.core().desks().record_act(
          {"ask", "sanne", domain::ResetAsked{absl::Seconds(30), "en"}, {house.clock().now(), {}}}, answer.callback());
      REQUIRE(answer.get().ok());
    }
    house.advance(absl::Seconds(1));
    push("wrap-up", false);
    REQUIRE(house.desk().card.has_value() == !asks);
    first.look();
    house.begin_call("call-2");
    REQUIRE(house.desk().card.has_value());
    Console second(house);
    REQUIRE(second.has_begun());
    house.advance(absl::Seconds(5));
    push("urgent", true);
    REQUIRE(second.sees([&] { return !second.cards.empty(); }));
    for (const Console* console : {&first, &second}) {
      for (const core::ShownCard& card : console->cards) lines += card.line + absl::FormatTime(card.shown) + "\n";
    }
    return lines;
  };
  const std::string with = told(true);
  CHECK(with == told(false));
  CHECK_THAT(with, Catch::Contains("in-call") && Catch::Contains("urgent") && !Catch::Contains("wrap-up"));
}

TEST_CASE("a desk has room for sixteen watchers") {
  CoreHouse house;
  house.begin_call();
  std::vector<std::unique_ptr<Console>> consoles;
  for (int i = 0; i < 16; ++i) {
    consoles.push_back(std::make_unique<Console>(house));
    REQUIRE(consoles.back()->has_begun());
  }
  Console one_more(house);
  REQUIRE(one_more.sees([&] { return one_more.end().has_value(); }));
  CHECK(one_more.end()->code() == absl::StatusCode::kResourceExhausted);
  consoles.erase(consoles.begin());
  Console now(house);
  CHECK(now.has_begun());
}

TEST_CASE("what an agent does for themselves tells a watcher nothing, not even that something happened") {
  CoreHouse house;
  house.begin_call();
  std::atomic<int> calls = 0;
  const auto watch = house.core().call_watches().open(kim(), [&] { ++calls; });
  REQUIRE(eventually([&] { return watch->next().has_value(); }));
  REQUIRE(eventually([&] { return !watch->next() && !house.desk().watchers.empty(); }));
  const int before = calls;
  test::Awaited<core::Written> answer;
  house.core().desks().record_act({"own-1", "sanne", domain::SensitivitySet{1.5}, {house.clock().now(), {}}},
                                  answer.callback());
  REQUIRE(answer.get().ok());
  REQUIRE(house.tell(core::MarkHeavy{"heavy", "sanne", "call-1", true}).ok());
  CHECK_FALSE(watch->next());
  CHECK(calls - before <= 1);  // The mark is on the call, but makes no news.
}

TEST_CASE("the floor names who watches, and says who is away, whatever is on a desk") {
  core::CoreOptions options;
  options.teams = core::Teams({{"parcels", {"sanne"}}, {"returns", {"joost"}}});
  CoreHouse house(options);
  house.begin_call();
  house.begin_call("call-2", "joost");
  auto window = house.core().presence().open("sanne");
  const auto watch = house.core().watch_floor([] {}, [](const std::string& team) { return team == "parcels"; });
  const auto row = [&]() -> std::optional<core::FloorRow> {
    const auto rows = watch->next();
    if (!rows || rows->rows.empty()) return std::nullopt;
    CHECK(rows->rows.size() == 1);
    return rows->rows[0];
  };
  std::optional<core::FloorRow> told = row();
  REQUIRE(told);
  CHECK(told->agent_id == "sanne");
  CHECK(told->team == "parcels");
  CHECK_FALSE(told->away);
  Console console(house);
  REQUIRE(console.has_begun());
  REQUIRE(eventually([&] { return (told = row()).has_value(); }));
  CHECK(told->watchers == Names{"Kim"});
  house.advance(absl::Minutes(1));
  window.reset();
  house.advance(absl::Seconds(9));
  CHECK_FALSE(row());
  house.advance(absl::Seconds(2));
  REQUIRE(eventually([&] { return (told = row()).has_value(); }));
  CHECK(told->away);
  window = house.core().presence().open("sanne");
  REQUIRE(eventually([&] { return (told = row()).has_value(); }));
  CHECK_FALSE(told->away);
}

TEST_CASE("a window that is back within seconds was never away") {
  CoreHouse house;
  house.begin_call();
  auto window = house.core().presence().open("sanne");
  const auto watch = house.core().watch_floor([] {});
  REQUIRE(watch->next());
  house.advance(absl::Minutes(1));
  while (watch->next()) {
  }
  window.reset();
  house.advance(absl::Seconds(5));
  window = house.core().presence().open("sanne");
  house.advance(absl::Minutes(1));
  CHECK_FALSE(watch->next());
}

TEST_CASE("a floor with a pace gives at most one message in it, with each desk once and as it is") {
  core::CoreOptions options;
  options.floor_pace = absl::Milliseconds(250);
  CoreHouse house(options);
  house.begin_call();
  std::atomic<int> ready = 0;
  const auto watch = house.core().watch_floor([&] { ++ready; });
  REQUIRE(watch->next());
  for (int i = 0; i < 5; ++i) REQUIRE(house.tell(house.says("u" + std::to_string(i), "this is terrible")).ok());
  CHECK_FALSE(watch->next());
  const int before = ready;
  house.advance(absl::Milliseconds(250));
  REQUIRE(eventually([&] { return ready > before; }));
  const auto rows = watch->next();
  REQUIRE(rows);
  REQUIRE(rows->rows.size() == 1);
  CHECK(rows->rows[0].scores.size() == 5);
  CHECK_FALSE(watch->next());
}
