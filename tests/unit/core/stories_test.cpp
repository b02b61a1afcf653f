// Stories from their consent to their withdrawal.
#include <filesystem>

#include "shared/domain/story_card.h"
#include "tests/support/catch.h"
#include "tests/support/core_house.h"
#include "tests/support/slurp.h"
#include "tests/unit/picture/made_pictures.h"

using namespace aandacht;
using test::Awaited;
using test::CoreHouse;

namespace {

constexpr const char* kWords = "Vier keer gebeld over dezelfde terugbetaling.";

store::StoryRecord story(const std::string& id) {
  const domain::Story told{id,
                           "Mevrouw Voorbeeld",
                           "en",
                           kWords,
                           "Ze wachtte vijf maanden.",
                           "Iemand belde terug.",
                           test::monday() + absl::Hours(24 * 30),
                           false};
  return {told, test::monday() - absl::Hours(24), "op het scherm van wie de telefoon beantwoordt"};
}

class House : public CoreHouse {
 public:
  House() : CoreHouse({}, library()) {}

  absl::StatusOr<bool> put(const std::string& request, const store::StoryRecord& record,
                           const std::string& photo = "") {
    Awaited<bool> done;
    core().stories().put(request, record, photo, done.callback());
    return done.get();
  }

  absl::StatusOr<bool> withdraw(const std::string& request, const std::string& id) {
    Awaited<bool> done;
    core().stories().withdraw(request, id, done.callback());
    return done.get();
  }

  /// A call of this agent that is over and wrapped up, a quarter of an hour into the shift.
  void finish_a_call(const std::string& agent) {
    const std::string call = "call-of-" + agent;
    begin_call(call, agent);
    advance(absl::Minutes(15));
    REQUIRE(tell(report(call + "-end", domain::CallEvent::kEnded, call, agent)).ok());
    core::FinishWrapUp finished{call + "-done", agent, call, {}};
    REQUIRE(tell(finished).ok());
  }

  /// Nothing is due any more: no wake-up commits beside what comes next.
  void let_due_happen() {
    for (const char* agent : {"sanne", "piet", "els"}) {
      REQUIRE(test::eventually([&] { return desk(agent).wake > clock().now(); }));
    }
  }

  bool shows_story(const std::string& agent) {
    const auto card = desk(agent).card;
    return card && card->kind == domain::CardKind::kEmpathy;
  }

 private:
  static domain::Library library() {
    domain::Library library = test::small_library();
    library.attention.story_lifetime = absl::Minutes(20);  // Two calls one after another still find the first shown.
    library.fatigue.suggest_from = 101;                    // No reset goes before it.
    return library;
  }
};

std::string small_png() {
  return picture::png_file(400, 200, [](int, int) { return 0x336699ffU; });
}

}  // namespace

TEST_CASE("a story that was put is listed with its consent, has a small photo, and survives a restart") {
  House house;
  REQUIRE(house.put("r1", story("s1"), small_png()).value());
  CHECK_FALSE(house.put("r1", story("s2")).value());
  house.restart();
  const auto stories = house.core().stories().list();
  REQUIRE(stories->size() == 1);
  store::StoryRecord expected = story("s1");
  expected.story.has_photo = true;
  CHECK((stories->front() == expected));
  const auto photo = house.core().stories().photo("s1");
  REQUIRE(photo.ok());
  CHECK(photo->width == 192);
  CHECK(photo->height == 96);
  CHECK(absl::IsNotFound(house.core().stories().photo("s2").status()));
}

TEST_CASE("a story without its consent in order is refused, and nothing is kept") {
  House house;
  store::StoryRecord record = story("s1");
  std::string photo;
  SECTION("no id") { record.story.id.clear(); }
  SECTION("no customer") { record.story.customer.clear(); }
  SECTION("no language") { record.story.language.clear(); }
  SECTION("no line") { record.story.line.clear(); }
  SECTION("a line that is too long") { record.story.line = std::string(161, 'x'); }
  SECTION("no purpose") { record.purpose.clear(); }
  SECTION("over already") { record.story.expires = test::monday(); }
  SECTION("more than two years") { record.story.expires = record.given + absl::Hours(24 * 732); }
  SECTION("given only next week") { record.given = test::monday() + absl::Hours(24 * 7); }
  SECTION("ends before it begins") { record.given = record.story.expires + absl::Hours(1); }
  SECTION("a picture that is none") { photo = "GIF89a"; }
  SECTION("a picture that is cut off") { photo = small_png().substr(0, 100); }
  CHECK(absl::IsInvalidArgument(house.put("r1", record, photo).status()));
  CHECK(house.core().stories().list()->empty());
}

TEST_CASE("a number that slipped into a story is hidden before it is kept") {
  House house;
  store::StoryRecord record = story("s1");
  record.story.detail = "Bel haar op 06 12345678.";
  REQUIRE(house.put("r1", record).ok());
  CHECK(house.core().stories().list()->front().story.detail.find("12345678") == std::string::npos);
}

TEST_CASE("a withdrawn story leaves every desk that shows it in one commit, and no other desk moves") {
  House house;
  REQUIRE(house.put("r1", story("s1")).ok());
  house.finish_a_call("sanne");
  house.finish_a_call("piet");
  house.begin_call("call-of-els", "els");
  REQUIRE(house.shows_story("sanne"));
  REQUIRE(house.shows_story("piet"));
  const auto before = house.desk("els").version;
  house.let_due_happen();
  const int commits = house.store().commits();
  REQUIRE(house.withdraw("w1", "s1").value());
  CHECK(house.store().commits() == commits + 1);
  CHECK_FALSE(house.shows_story("sanne"));
  CHECK_FALSE(house.shows_story("piet"));
  CHECK(house.desk("els").version == before);
  CHECK(std::holds_alternative<domain::StoryWithdrawn>(house.events("piet").back().what));
  CHECK_FALSE(house.withdraw("w1", "s1").value());
  CHECK(absl::IsNotFound(house.withdraw("w2", "s1").status()));
  CHECK(house.core().stories().list()->empty());
}

TEST_CASE("after a withdrawal no desk shows the story any more, also after a restart") {
  House house;
  REQUIRE(house.put("r1", story("s1")).ok());
  house.begin_call("call-of-sanne", "sanne");
  REQUIRE(house.withdraw("w1", "s1").ok());
  const bool restarted = GENERATE(false, true);
  if (restarted) house.restart();
  house.finish_a_call("sanne");
  CHECK_FALSE(house.shows_story("sanne"));
}

TEST_CASE("a call that ends in the same commit as the withdrawal does not bring the story back") {
  House house;
  REQUIRE(house.put("r1", story("s1")).ok());
  house.begin_call("c1", "sanne");
  house.advance(absl::Minutes(15));
  REQUIRE(house.tell(house.report("e1", domain::CallEvent::kEnded, "c1", "sanne")).ok());
  house.store().shut();
  Awaited<core::Written> first;
  house.core().desks().mark_heavy({"m1", "sanne", "c1", true, {}}, first.callback());
  REQUIRE(test::eventually([&] { return house.store().someone_waits(); }));
  Awaited<bool> gone;
  Awaited<core::Written> finished;
  house.core().stories().withdraw("w1", "s1", gone.callback());
  house.core().desks().finish_wrap_up({"f1", "sanne", "c1", {}}, finished.callback());
  house.store().open();
  REQUIRE(gone.get().ok());
  REQUIRE(finished.get().ok());
  CHECK_FALSE(house.shows_story("sanne"));
}

TEST_CASE("a story whose consent ends leaves the desks and the store by itself") {
  House house;
  store::StoryRecord record = story("s1");
  record.story.expires = test::monday() + absl::Minutes(16);
  REQUIRE(house.put("r1", record).ok());
  REQUIRE(house.put("r2", story("s2")).ok());
  house.finish_a_call("sanne");
  REQUIRE(house.desk("sanne").card->source_id == "s1");
  house.advance(absl::Minutes(2));
  REQUIRE(test::eventually([&] { return house.core().stories().list()->size() == 1 && !house.shows_story("sanne"); }));
  REQUIRE(test::eventually([&] {
    std::size_t stored = 2;
    const absl::Status read = house.store().read([&](store::Reads& reads) {
      stored = reads.stories()->size();
      return absl::OkStatus();
    });
    return read.ok() && stored == 1;
  }));
}

TEST_CASE("a consent that ended while the service was off is over when it starts") {
  House house;
  store::StoryRecord record = story("s1");
  record.story.expires = test::monday() + absl::Minutes(1);
  REQUIRE(house.put("r1", record, small_png()).ok());
  house.clock().advance(absl::Hours(1));
  house.restart();
  CHECK(house.core().stories().list()->empty());
  CHECK(absl::IsNotFound(house.core().stories().photo("s1").status()));
}

TEST_CASE("a story that is put again takes the old words off the desks") {
  House house;
  REQUIRE(house.put("r1", story("s1")).ok());
  house.finish_a_call("sanne");
  REQUIRE(house.shows_story("sanne"));
  store::StoryRecord changed = story("s1");
  changed.story.line = "Liever korter.";
  REQUIRE(house.put("r2", changed).ok());
  CHECK_FALSE(house.shows_story("sanne"));
}

TEST_CASE("of a withdrawn story that was on screen no file of the service has a word or a name left") {
  House house;
  REQUIRE(house.put("r1", story("s1"), small_png()).ok());
  house.finish_a_call("sanne");
  REQUIRE(house.shows_story("sanne"));
  const auto in_files = [&](const std::string& words) {
    for (const auto& file : std::filesystem::directory_iterator(house.folder())) {
      if (test::slurp(file.path()).find(words) != std::string::npos) return true;
    }
    return false;
  };
  REQUIRE(in_files(kWords));
  REQUIRE(house.withdraw("w1", "s1").ok());
  // The log is emptied once nobody reads.
  REQUIRE(house.tell(house.report("later", domain::CallEvent::kRinging, "c9", "sanne")).ok());
  CHECK_FALSE(in_files(kWords));
  CHECK_FALSE(in_files("Mevrouw Voorbeeld"));
  CHECK_FALSE(in_files("Ze wachtte vijf maanden."));
}

TEST_CASE("the log of cards never has what a customer told") {
  House house;
  REQUIRE(house.put("r1", story("s1")).ok());
  house.finish_a_call("sanne");
  std::vector<store::CardRecord> cards;
  REQUIRE(house.store()
              .read([&](store::Reads& reads) {
                cards = *reads.cards("");
                return absl::OkStatus();
              })
              .ok());
  REQUIRE(cards.size() == 1);
  CHECK(cards[0].card.kind == domain::CardKind::kEmpathy);
  CHECK(cards[0].card.source_id == "s1");
  CHECK(cards[0].card.line.empty());
  CHECK(cards[0].card.topic.empty());
}

TEST_CASE("the five hundred and first story is refused, a replacement is not") {
  House house;
  REQUIRE(house.store()
              .write([](store::Transaction& transaction) {
                for (int i = 0; i < 500; ++i) {
                  const absl::Status saved = transaction.save_story(story("s" + std::to_string(i)), {});
                  if (!saved.ok()) return saved;
                }
                return absl::OkStatus();
              })
              .ok());
  CHECK(absl::IsResourceExhausted(house.put("r1", story("new")).status()));
  CHECK(house.put("r2", story("s7")).value());
}
