// What the overlay keeps for when the service is away.
#include "client/local/local_store.h"

#include <fstream>

#include "absl/strings/str_cat.h"
#include "client/local/library.h"
#include "tests/support/catch.h"
#include "tests/support/generate.h"
#include "tests/support/manual_clock.h"
#include "tests/support/slurp.h"
#include "tests/support/temporary_folder.h"

namespace aandacht::local {
namespace {

class Fixture {
 public:
  std::unique_ptr<LocalStore> open() {
    auto store = LocalStore::open(folder.file("local.db"), clock);
    REQUIRE(store.ok());
    return *std::move(store);
  }

  test::TemporaryFolder folder;
  test::ManualClock clock;
};

domain::Desk desk_of(const std::string& phone, const std::string& name) {
  domain::Desk desk;
  desk.agent_id = "sanne";
  domain::Call call;
  call.id = "c1";
  call.customer.emplace();
  call.customer->name = name;
  call.customer->phones = {phone};
  desk.calls = {call};
  return desk;
}

domain::Why why_of(const std::string& id, const std::string& topic) {
  domain::Why why;
  why.id = id;
  why.language = "nl";
  why.topic = topic;
  return why;
}

}  // namespace

TEST_CASE("The desk that was kept last is there after a restart, for its agent only") {
  Fixture fixture;
  test::Generate generate(5);
  domain::Desk desk = generate.desk();
  for (int i = 0; i < 20; ++i) {
    desk = generate.desk();
    desk.agent_id = "sanne";
    if (desk.card && desk.card->kind == domain::CardKind::kEmpathy) desk.card.reset();  // Is not kept, see below.
    REQUIRE(fixture.open()->keep_desk(desk, absl::Hours(i)).ok());
  }
  const auto store = fixture.open();
  const auto kept = store->desk("sanne");
  REQUIRE(kept.ok());
  REQUIRE(kept->has_value());
  CHECK((*kept)->desk == desk);
  CHECK((*kept)->skew == absl::Hours(19));
  CHECK_FALSE(store->desk("ali")->has_value());
}

TEST_CASE("What a customer told is never written on this machine") {
  Fixture fixture;
  domain::Desk desk = desk_of("06-12345678", "Zoë");
  desk.agent_id = "sanne";
  desk.card = domain::Card{};
  desk.card->kind = domain::CardKind::kEmpathy;
  desk.card->line = "vier keer gebeld over haar terugbetaling";
  REQUIRE(fixture.open()->keep_desk(desk, {}).ok());
  CHECK_FALSE((*fixture.open()->desk("sanne"))->desk.card.has_value());
  for (const auto& file : std::filesystem::directory_iterator(fixture.folder.path())) {
    CHECK(test::slurp(file.path()).find("vier keer gebeld") == std::string::npos);
  }
}

TEST_CASE("A customer who was seen is known by every number, however it is written, until 200 others came or a month") {
  Fixture fixture;
  const auto store = fixture.open();
  domain::Desk desk = desk_of("06-12345678", "Zoë");
  desk.calls[0].from = "sip:+31101234567@example.nl";
  REQUIRE(store->keep_desk(desk, {}).ok());
  for (const char* number : {"+31612345678", "0031612345678", "sip:0612345678@example.nl", "010-1234567"}) {
    REQUIRE(store->customer(number)->has_value());
    CHECK((*store->customer(number))->name == "Zoë");
  }
  CHECK_FALSE(store->customer("")->has_value());
  CHECK_FALSE(store->customer("+31600000000")->has_value());

  for (int i = 0; i < LocalStore::kMostCustomers - 1; ++i) {
    fixture.clock.advance(absl::Seconds(1));
    REQUIRE(store->keep_desk(desk_of(absl::StrCat("+3168000", 1000 + i), "other"), {}).ok());
  }
  const bool one_is_left = store->customer("+31612345678")->has_value() != store->customer("010-1234567")->has_value();
  CHECK(one_is_left);
  fixture.clock.advance(LocalStore::kForgottenAfter + absl::Hours(1));
  REQUIRE(store->keep_desk(desk_of("+31699999999", "new"), {}).ok());
  CHECK_FALSE(store->customer("+31680001000")->has_value());
  CHECK(store->customer("+31699999999")->has_value());
}

TEST_CASE("Whys that left the library are gone after a complete listing, and not before") {
  Fixture fixture;
  const auto store = fixture.open();
  CHECK(*store->listing() == 0);
  REQUIRE(store->keep_whys({why_of("nl/a", "terugbetaling"), why_of("nl/b", "annuleren")}, 1).ok());
  REQUIRE(store->finish_listing(1).ok());
  REQUIRE(store->keep_whys({why_of("nl/b", "opzeggen")}, 2).ok());
  CHECK(store->whys()->size() == 2);
  CHECK(*store->listing() == 2);
  REQUIRE(store->finish_listing(2).ok());
  REQUIRE(store->whys()->size() == 1);
  CHECK(store->whys()->at(0).topic == "opzeggen");
  CHECK((*store->why("nl/b"))->topic == "opzeggen");
  CHECK_FALSE(store->why("nl/a")->has_value());
}

TEST_CASE("A damaged file is moved aside and the overlay goes on; a newer one is left alone") {
  Fixture fixture;
  std::ofstream(fixture.folder.file("local.db")) << "this is not a database, and long enough to be read as one";
  const auto store = fixture.open();
  CHECK_FALSE(store->desk("sanne")->has_value());
  REQUIRE(store->keep_desk(desk_of("+31612345678", "Zoë"), {}).ok());

  auto newer = net::open_sqlite_file(fixture.folder.file("newer.db"),
                                     {.version = 9, .make = "PRAGMA user_version = 9", .settings = ""}, fixture.clock);
  REQUIRE(newer.ok());
  const auto refused = LocalStore::open(fixture.folder.file("newer.db"), fixture.clock);
  CHECK(absl::IsFailedPrecondition(refused.status()));
}

TEST_CASE("Without a service whys are found among those it told last, and among the shipped ones when it never did") {
  Fixture fixture;
  const auto store = fixture.open();
  Bookcase shipped(*store, AANDACHT_SOURCE_DIR "/service/content");
  CHECK_FALSE(shipped.search("terugbet", "nl", "").empty());
  CHECK_FALSE(shipped.search("refund", "en", "").empty());

  REQUIRE(store->keep_whys({why_of("nl/own", "kampeerplaats ruilen")}, 1).ok());
  Bookcase told(*store, AANDACHT_SOURCE_DIR "/service/content");
  REQUIRE(told.search("kampeer", "nl", "").size() == 1);
  CHECK(told.search("kampeer", "nl", "")[0].id == "nl/own");
  CHECK(told.search("terugbet", "nl", "").empty());
  CHECK(Bookcase(*fixture.open(), "").search("kampeer", "nl", "").size() == 1);
}

TEST_CASE("Openings, what tires and the attention budget come from the shipped content, and nothing else is kept") {
  const auto lines = load_lines(AANDACHT_SOURCE_DIR "/service/content");
  REQUIRE(lines.ok());
  CHECK(lines->fatigue.weights.at(domain::FatigueCause::kOccupancy).reason.size() > 10);  // From the file.
  CHECK_FALSE(lines->warmth_lines.empty());
  CHECK(lines->lexicons.empty());
  CHECK(lines->coach_rules.empty());
  CHECK(absl::IsNotFound(load_lines("no/such/folder").status()));
}

TEST_CASE("What the service counts fatigue with is there after a restart, and the table told last is the one") {
  Fixture fixture;
  CHECK_FALSE(fixture.open()->fatigue_rules()->has_value());
  domain::FatigueRules rules = domain::shipped_fatigue_rules();
  for (const int score : {70, 77}) {
    rules.suggest_from = score;
    REQUIRE(fixture.open()->keep_fatigue_rules(rules).ok());
  }
  CHECK(**fixture.open()->fatigue_rules() == rules);
}

TEST_CASE("A desk that was replaced leaves no byte in the file or its log when it is told so") {
  Fixture fixture;
  const auto store = fixture.open();
  const auto other = fixture.open();
  const std::string words = "ik adem eigenaardig uit";
  domain::Desk desk;
  desk.agent_id = "sanne";
  desk.habits.current.emplace().will = words;
  REQUIRE(store->keep_desk(desk, {}).ok());
  desk.habits = {};
  REQUIRE(store->keep_desk(desk, {}).ok());
  const auto left = [&](const std::string& file) {
    return test::slurp(fixture.folder.file(file)).find(words) != std::string::npos;
  };
  REQUIRE(left("local.db-wal"));
  REQUIRE(store->leave_nothing_behind().ok());
  CHECK_FALSE(left("local.db"));
  CHECK_FALSE(left("local.db-wal"));
}

}  // namespace aandacht::local
