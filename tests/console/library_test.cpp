// The library in the real window: find, write, see what is to be mended, put live; and two who write the same item.
#include "client/net/channel.h"
#include "client/net/editing.h"
#include "tests/console/console_house.h"
#include "tests/console/console_window.h"
#include "tests/support/awaited.h"

namespace aandacht::test {
namespace {

using model::PageName;

constexpr const char* kRefund = "nl/terugbetaling";
constexpr const char* kEmotion = "Het is uw geld, dus wachten daarop voelt niet goed.";
constexpr const char* kExample = "Wie maandag terugstuurt, ziet het geld meestal vrijdag staan.";

ConsoleWindow::Options library_of(ConsoleHouse& house, const std::string& who) {
  return {.server = house.address(),
          .token_file = house.token_file(who, {"blue"}),
          .page = PageName::kLibrary,
          .width = 1600,
          .height = 1600};
}

/// Finds the why about refunds and opens it.
void open_refund(ConsoleWindow& window) {
  REQUIRE(window.shows("Meegeleverd"));
  window.click("Zoek op woorden");
  window.type("terugbetaling");
  REQUIRE(window.shows_no("bezorgtijd"));
  // What was typed stands there too, and another of that name.
  window.click("terugbetaling", 2);
  REQUIRE(window.shows(kEmotion));
}

/// The library as the service keeps it, asked for by a third.
class Shelf {
 public:
  explicit Shelf(ConsoleHouse& house) {
    net::ChannelOptions options;
    options.login = net::Login();
    options.login->token_file = house.token_file("shelf", {"blue"});
    channel_ = net::open_channel(house.address(), options);
    editing_ = std::make_unique<net::Editing>(channel_, "");
  }

  domain::ItemView refund() {
    Awaited<domain::ItemView> view;
    editing_->get(domain::ItemKind::kWhy, kRefund, view.callback());
    const auto got = view.get();
    INFO(got.status());
    REQUIRE(got.ok());
    return *got;
  }
  domain::ItemState state() { return refund().state(); }
  /// What was written last.
  std::string body() {
    const domain::ItemView view = refund();
    return view.newest ? view.newest->body : view.shipped;
  }

 private:
  std::shared_ptr<grpc::Channel> channel_;
  std::unique_ptr<net::Editing> editing_;
};

/// kim and noor, who both have the why about refunds open.
struct TwoWriters {
  TwoWriters() {
    open_refund(kim);
    open_refund(noor);
  }

  void noor_saves(const char* instead_of, const char* words) {
    noor.write_over(instead_of, words);
    noor.click("Bewaar concept");
    REQUIRE(noor.shows("Vraag een tweede blik"));
  }

  ConsoleHouse house;
  Shelf shelf{house};
  ConsoleWindow kim{library_of(house, "kim")};
  ConsoleWindow noor{library_of(house, "noor")};
};

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a Dutch window's library begins with what is Dutch, an English one's with what is English", "[library]") {
  ConsoleHouse house;
  ConsoleWindow dutch(library_of(house, "kim"));
  REQUIRE(dutch.shows("Meegeleverd"));
  const auto languages = [](ConsoleWindow& window, const std::string& first, const std::string& other) {
    window.go_to(PageName::kLibrary);
    return window.draws_until([&] {
      const std::string text = window.ui().text().all();
      return text.find("  " + first + "  ") != std::string::npos && text.find("  " + other + "  ") == std::string::npos;
    });
  };
  CHECK(languages(dutch, "nl", "en"));
  dutch.go_to(PageName::kSettings);
  dutch.click("English");
  CHECK(languages(dutch, "en", "nl"));
}

TEST_CASE("a why is found, written with checks as one types, kept as a draft, looked at and put live", "[library]") {
  ConsoleHouse house;
  Shelf shelf(house);
  ConsoleWindow kim(library_of(house, "kim"));
  open_refund(kim);
  kim.write_over(kEmotion, "Uw netbeheerder heeft uw geld nog niet.");
  CHECK(kim.shows("is een vakwoord"));
  CHECK(kim.shows("Nog niet bewaard"));
  kim.write_over("Uw netbeheerder heeft uw geld nog niet.", "Wachten op uw eigen geld is niet fijn.");
  CHECK(kim.shows_no("is een vakwoord"));
  CHECK(shelf.state() == domain::ItemState::kShipped);
  kim.click("Bewaar concept");
  REQUIRE(kim.shows("Vraag een tweede blik"));
  CHECK(shelf.state() == domain::ItemState::kDraft);
  CHECK(holds(shelf.body(), "Wachten op uw eigen geld is niet fijn."));
  CHECK(holds(shelf.refund().live_body(), kEmotion));
  kim.click("Zoals je collega het ziet");
  CHECK(kim.shows("Wachten op uw eigen geld is niet fijn."));
  kim.click("Vraag een tweede blik");
  CHECK(kim.shows("Nakijken"));
  REQUIRE(kim.draws_until([&] { return shelf.state() == domain::ItemState::kReview; }));
  kim.click("Zet live");
  CHECK(kim.shows("wordt nu gebruikt"));
  REQUIRE(kim.draws_until([&] { return shelf.state() == domain::ItemState::kLive; }));
  CHECK(holds(shelf.refund().live_body(), "Wachten op uw eigen geld is niet fijn."));
}

TEST_CASE("what is not saved is kept as a draft by itself a moment after the last key", "[library]") {
  ConsoleHouse house;
  Shelf shelf(house);
  ConsoleWindow kim(library_of(house, "kim"));
  open_refund(kim);
  kim.write_over(kExample, "Een jas van maandag is vrijdag betaald.");
  REQUIRE(kim.shows("Nog niet bewaard"));
  CHECK(shelf.state() == domain::ItemState::kShipped);
  kim.advance(absl::Seconds(4));
  REQUIRE(kim.draws_until([&] { return shelf.state() == domain::ItemState::kDraft; }));
  CHECK(holds(shelf.body(), "Een jas van maandag is vrijdag betaald."));
  CHECK(kim.shows_no("Nog niet bewaard"));
}

TEST_CASE("two who write other fields of one item both stand in it, and the second is told", "[library]") {
  TwoWriters two;
  two.noor_saves(kExample, "Een jas van maandag is vrijdag betaald.");
  ConsoleWindow& kim = two.kim;
  kim.write_over(kEmotion, "Wachten op uw eigen geld is niet fijn.");
  kim.click("Bewaar concept");
  CHECK(kim.shows("Name of noor schreef hier ook. Beide veranderingen staan erin."));
  CHECK(kim.shows("Een jas van maandag is vrijdag betaald."));
  REQUIRE(kim.draws_until([&] { return holds(two.shelf.body(), "Wachten op uw eigen geld is niet fijn."); }));
  CHECK(holds(two.shelf.body(), "Een jas van maandag is vrijdag betaald."));
}

TEST_CASE("two who write the same words meet in the merge view, and neither edit is lost", "[library]") {
  TwoWriters two;
  two.noor_saves(kEmotion, "Het gaat om uw geld.");
  ConsoleWindow& kim = two.kim;
  kim.write_over(kEmotion, "Wachten is niet fijn.");
  kim.click("Bewaar concept");
  REQUIRE(kim.shows("Name of noor veranderde dezelfde woorden."));
  CHECK(kim.shows("Van Name of noor"));
  CHECK(kim.shows("Van jou"));
  CHECK(holds(two.shelf.body(), "Het gaat om uw geld."));
  kim.click("Neem die van Name of noor");
  kim.click("Wordt");
  REQUIRE(kim.draws_until([&] { return kim.ui().count("Het gaat om uw geld.") >= 1; }));
  kim.click("Het gaat om uw geld.", kim.count("Het gaat om uw geld.") - 1);
  kim.press(render::Key::kEnd);
  kim.type(" Wachten is niet fijn.");
  kim.click("Klaar, bewaar");
  REQUIRE(kim.shows("Vraag een tweede blik"));
  CHECK(holds(two.shelf.body(), "Het gaat om uw geld. Wachten is niet fijn."));
  kim.click("Geschiedenis");
  CHECK(kim.shows("versie 1, Name of noor"));
  CHECK(kim.shows("versie 2, Name of kim"));
  kim.click("Wat is er anders", kim.count("Wat is er anders") - 1);
  CHECK(kim.shows("Eerst het gevoel"));
}

TEST_CASE("with the service away the library keeps what was written and saves it when it is back", "[library]") {
  ConsoleHouse house;
  ConsoleWindow kim(library_of(house, "kim"));
  open_refund(kim);
  house.stop();
  kim.write_over(kExample, "Een jas van maandag is vrijdag betaald.");
  kim.click("Bewaar concept");
  CHECK(kim.shows("de dienst is er even niet; we proberen het vanzelf opnieuw."));
  CHECK(kim.shows("Een jas van maandag is vrijdag betaald."));
  house.start();
  REQUIRE(kim.shows_no("De dienst is even niet te bereiken."));
  kim.advance(absl::Seconds(6));
  REQUIRE(kim.shows("Vraag een tweede blik"));
  CHECK(holds(Shelf(house).body(), "Een jas van maandag is vrijdag betaald."));
}

}  // namespace aandacht::test
