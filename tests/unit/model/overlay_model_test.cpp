#include "client/model/overlay_model.h"

#include "tests/support/catch.h"
#include "tests/unit/model/example_desk.h"

namespace aandacht::model {
namespace {

domain::Card we_card() {
  domain::Card card;
  card.id = "card-1";
  card.kind = domain::CardKind::kWe;
  card.line = "Dat hebben wij niet goed gedaan. Ik zoek het nu uit.";
  card.evidence = {"dat doet die andere afdeling", "blame-department", "Aandacht", "u-9"};
  card.call_id = "call-1";
  return card;
}

TEST_CASE("without a desk the screen follows the connection") {
  const auto screen = [](ConnectionState state) {
    return make_overlay_model(nullptr, {state, "", 0}, {}, Language::kDutch, now(), zone()).screen;
  };
  CHECK(screen(ConnectionState::kConnected) == Screen::kIdle);
  CHECK(screen(ConnectionState::kConnecting) == Screen::kDisconnected);
  CHECK(screen(ConnectionState::kLost) == Screen::kDisconnected);
  CHECK(screen(ConnectionState::kRefused) == Screen::kDisconnected);
}

TEST_CASE("a call stays on screen when the connection is lost, and what waits is told") {
  const domain::Desk desk = example_desk(domain::CallState::kInCall);
  const OverlayModel model =
      make_overlay_model(&desk, {ConnectionState::kLost, "", 2}, {}, Language::kDutch, now(), zone());
  CHECK(model.screen == Screen::kInCall);
  CHECK(model.connection.text == "geen verbinding, 2 bewaard");
  CHECK(model.connection.kept == "2 antwoorden wachten en gaan straks mee.");
}

TEST_CASE("each state of a call has its screen, time and words") {
  struct Row {
    domain::CallState state;
    Screen screen;
    const char* time;
    const char* dutch;
    const char* english;
  };
  const auto row = GENERATE(Row{domain::CallState::kRinging, Screen::kRinging, "02:20", "gaat over", "ringing"},
                            Row{domain::CallState::kInCall, Screen::kInCall, "02:14", "", ""},
                            Row{domain::CallState::kOnHold, Screen::kOnHold, "00:42", "in de wacht", "on hold"},
                            Row{domain::CallState::kWrapUp, Screen::kWrapUp, "00:12", "afronden", "wrap-up"});
  const domain::Desk desk = example_desk(row.state);
  const OverlayModel dutch = model_of(desk);
  CHECK(dutch.screen == row.screen);
  REQUIRE(dutch.header);
  CHECK(dutch.header->time == row.time);
  CHECK(dutch.header->state == row.dutch);
  CHECK(model_of(desk, Language::kEnglish).header->state == row.english);
  CHECK(dutch.header->phase.has_value() == (row.state == domain::CallState::kInCall));
  CHECK(dutch.wrap_up.has_value() == (row.state == domain::CallState::kWrapUp));
}

TEST_CASE("an ended call leaves an empty screen") {
  const OverlayModel model = model_of(example_desk(domain::CallState::kEnded));
  CHECK(model.screen == Screen::kIdle);
  CHECK_FALSE(model.header);
}

TEST_CASE("the header says who calls, how long with us and how to address them") {
  const HeaderModel header = *model_of(example_desk(domain::CallState::kInCall)).header;
  CHECK(header.name == "Gerda Hoekstra-Baaij");
  CHECK(header.initials == "GH");
  CHECK(header.about == "klant sinds 1998 · u");
  CHECK(header.number == "+31 6 00 11 02 01");
}

TEST_CASE("an unknown caller is shown by display name, else as unknown with the number") {
  domain::Desk desk = example_desk(domain::CallState::kRinging);
  desk.calls[0].customer.reset();
  CHECK(model_of(desk).header->name == "Onbekend");
  CHECK(model_of(desk).header->about == "+31 6 00 11 02 01");
  CHECK(model_of(desk).header->initials == "?");
  CHECK(model_of(desk).journey.empty());
  desk.calls[0].display_name = "Bakkerij Jansen";
  CHECK(model_of(desk).header->name == "Bakkerij Jansen");
  desk.calls[0].from = "";
  CHECK(model_of(desk).header->about == "nummer onbekend");
}

TEST_CASE("a second call is told with who it is and how long it waits") {
  domain::Desk desk = example_desk(domain::CallState::kInCall);
  CHECK_FALSE(model_of(desk).other);
  desk.calls.push_back(example_call(domain::CallState::kRinging));
  desk.calls[1].id = "call-2";
  desk.calls[1].customer->name = "Youssef el Amrani";
  REQUIRE(model_of(desk).other);
  const OtherCall other = *model_of(desk).other;
  CHECK(other.call_id == "call-2");
  CHECK(other.state == domain::CallState::kRinging);
  CHECK(other.who == "Youssef el Amrani");
  CHECK(other.what == "gaat over 02:20");
  CHECK(other.time == "02:20");
  CHECK(other.more.empty());
  CHECK(other.tooltip == "Ook aan de lijn\nYoussef el Amrani, gaat over 02:20");
  CHECK(model_of(desk).header->name == "Gerda Hoekstra-Baaij");
}

TEST_CASE("of three calls the second is told, the third is counted and named in the note") {
  domain::Desk desk = example_desk(domain::CallState::kInCall);
  desk.calls.push_back(example_call(domain::CallState::kRinging));
  desk.calls.push_back(example_call(domain::CallState::kOnHold));
  const OtherCall other = *model_of(desk).other;
  CHECK(other.more == "+1");
  CHECK(other.tooltip.find("in de wacht 00:42") != std::string::npos);
}

TEST_CASE("a desk works on without the service: between calls it is idle, not disconnected") {
  domain::Desk desk;
  const auto offline = [&](ConnectionState state) {
    return make_overlay_model(&desk, {.state = state, .server = "", .pending = 3, .phone_trouble = ""}, {},
                              Language::kDutch, now(), zone());
  };
  CHECK(offline(ConnectionState::kLost).screen == Screen::kIdle);
  CHECK(offline(ConnectionState::kLost).connection.text == "geen verbinding, 3 bewaard");
  CHECK_FALSE(offline(ConnectionState::kLost).connection.needs_help);
  CHECK(offline(ConnectionState::kExpired).screen == Screen::kIdle);
  CHECK(offline(ConnectionState::kExpired).connection.text == "toegang verlopen, 3 bewaard");
  CHECK(offline(ConnectionState::kExpired).connection.needs_help);
  CHECK(offline(ConnectionState::kOtherVersion).connection.title == "De dienst heeft een andere versie");
  CHECK(offline(ConnectionState::kOtherVersion).connection.needs_help);
}

TEST_CASE("a pill says who is on the line and how long, and marks what waits") {
  domain::Desk desk = example_desk(domain::CallState::kInCall);
  CHECK(make_pill(model_of(desk)).words == "Gerda Hoekstra-Baaij");
  CHECK(make_pill(model_of(desk)).time == "02:14");
  CHECK(make_pill(model_of(desk)).mark == PillMark::kNone);
  desk.card = we_card();
  CHECK(make_pill(model_of(desk)).mark == PillMark::kCard);
  desk.calls.push_back(example_call(domain::CallState::kRinging));
  CHECK(make_pill(model_of(desk)).mark == PillMark::kCall);
  desk = {};
  CHECK(make_pill(model_of(desk)).words == "Geen gesprek");
  CHECK(make_pill(model_of(desk)).time.empty());
  const OverlayModel offline =
      make_overlay_model(&desk, {ConnectionState::kLost, "", 2}, {}, Language::kDutch, now(), zone());
  CHECK(make_pill(offline).words == "geen verbinding, 2 bewaard");
  CHECK(make_pill(offline).mark == PillMark::kNone);  // The words say it.
  CHECK_FALSE(make_pill(offline).well);
  desk = example_desk(domain::CallState::kInCall);
  const OverlayModel in_call =
      make_overlay_model(&desk, {ConnectionState::kLost, "", 2}, {}, Language::kDutch, now(), zone());
  CHECK(make_pill(in_call).mark == PillMark::kKept);
}

TEST_CASE("a repeated contact is told with its count and span, and only when it is one") {
  domain::Desk desk = example_desk(domain::CallState::kInCall);
  CHECK(model_of(desk).repeat_contact == "4e contact over deze terugbetaling in 5 maanden");
  CHECK(model_of(desk, Language::kEnglish).repeat_contact == "4th contact about deze terugbetaling in 5 months");
  desk.calls[0].repeat_contact = domain::RepeatContact{2, "Internet valt weg", absl::Hours(3)};
  CHECK(model_of(desk).repeat_contact == "2e contact over “Internet valt weg” vandaag");
  desk.calls[0].repeat_contact.reset();
  CHECK(model_of(desk).repeat_contact.empty());
}

TEST_CASE("the journey ends with this call") {
  const auto journey = model_of(example_desk(domain::CallState::kInCall)).journey;
  REQUIRE(journey.size() == 4);
  CHECK(journey[2].felt == domain::Feeling::kNegative);
  CHECK(journey[2].when == "do 12 nov");
  CHECK(journey[2].feeling == "voelde slecht");
  CHECK(journey[3].now);
}

TEST_CASE("promises: what is open stands above what was broken") {
  const auto promises = model_of(example_desk(domain::CallState::kInCall)).promises;
  REQUIRE(promises.size() == 2);
  CHECK(promises[0].text == "terugbellen");
  CHECK(promises[0].when == "voor vr 12:00");
  CHECK(promises[0].state == domain::PromiseState::kOpen);
  CHECK(promises[1].text == "Internet werkt vanaf 5 oktober");
  CHECK(promises[1].when == "gemist, ma 5 okt");
}

TEST_CASE("the opening stays until a card comes or the opening is over") {
  domain::Desk desk = example_desk(domain::CallState::kRinging);
  CHECK(model_of(desk).opening == "“Fijn dat u belt.”");
  desk = example_desk(domain::CallState::kInCall);
  CHECK_FALSE(model_of(desk).opening.empty());
  desk.card = we_card();
  CHECK(model_of(desk).opening.empty());
  desk.card.reset();
  desk.calls[0].phase = domain::CallPhase::kSolving;
  CHECK(model_of(desk).opening.empty());
  CHECK(model_of(example_desk(domain::CallState::kOnHold)).opening.empty());
}

TEST_CASE("a card shows its kind, its place in the budget and what brought it up") {
  domain::Desk desk = example_desk(domain::CallState::kInCall);
  desk.calls[0].attention = {1, 4, now()};
  desk.card = we_card();
  const CardModel card = *model_of(desk).card;
  CHECK(card.caption == "WIJ HEBBEN DIT, IK DOE DIT");
  CHECK(card.budget == "1 van 4");
  CHECK(card.line == "“Dat hebben wij niet goed gedaan. Ik zoek het nu uit.”");
  CHECK(card.evidence == "gehoord: “dat doet die andere afdeling”");
  CHECK(card.evidence_tooltip == "regel blame-department\ngeschreven door Aandacht");
  CHECK(model_of(desk, Language::kEnglish).card->caption == "WE OWN IT, I DO IT");
}

TEST_CASE("a card that the agent asked for has no budget") {
  domain::Desk desk = example_desk(domain::CallState::kInCall);
  desk.card = we_card();
  desk.card->unsolicited = false;
  CHECK(model_of(desk).card->budget.empty());
  desk.calls.clear();
  CHECK(model_of(desk).card->budget.empty());
}

TEST_CASE("captions name the topic of a why and the sender of a message") {
  domain::Desk desk = example_desk(domain::CallState::kInCall);
  desk.card = we_card();
  desk.card->kind = domain::CardKind::kWhy;
  desk.card->topic = "tijdvak één";
  CHECK(model_of(desk).card->caption == "WAAROM: TIJDVAK ÉÉN");
  desk.card->kind = domain::CardKind::kPrompt;
  desk.card->topic = "Noor";
  CHECK(model_of(desk).card->caption == "BERICHT VAN NOOR");
  CHECK(model_of(desk).card->line == desk.card->line);
}

TEST_CASE("a heard card is not its own evidence") {
  domain::Desk desk = example_desk(domain::CallState::kInCall);
  desk.card = we_card();
  desk.card->kind = domain::CardKind::kHeard;
  desk.card->line = desk.card->evidence.words;
  CHECK(model_of(desk).card->evidence.empty());
}

TEST_CASE("what was heard stands newest first, with the day it speaks of") {
  domain::Desk desk = example_desk(domain::CallState::kInCall);
  desk.calls[0].heard = {{"mijn man heeft een alarm", domain::HeardKind::kPerson, std::nullopt, now(), true},
                         {"mijn dochter komt", domain::HeardKind::kPlan, absl::CivilDay(2026, 11, 20), now(), false}};
  const auto heard = model_of(desk).heard;
  REQUIRE(heard.size() == 2);
  CHECK(heard[0] == HeardRow{"“mijn dochter komt”", "vr 20 nov", false});
  CHECK(heard[1].brought_back);
}

TEST_CASE("sentiment is unknown before the first turn, then has a line and a word") {
  domain::Desk desk = example_desk(domain::CallState::kInCall);
  CHECK(model_of(desk).sentiment.scores.empty());
  desk.calls[0].sentiment = {.start = -0.6,
                             .end = 0.4,
                             .lowest = -0.7,
                             .trend = 0.9,
                             .turns = 30,
                             .feeling = domain::Feeling::kPositive,
                             .scores = std::vector<double>(30, 0.2)};
  const SentimentModel sentiment =
      make_overlay_model(&desk, connected(), {}, Language::kDutch, now(), zone(), "o heel fijn").sentiment;
  CHECK(sentiment.scores.size() == 24);
  CHECK(sentiment.tooltip == "voelde goed, het gaat beter\nnet gezegd: “o heel fijn”");
}

TEST_CASE("wrap-up tells how it ended and when it closes by itself") {
  domain::Desk desk = example_desk(domain::CallState::kWrapUp);
  desk.calls[0].wrap_up_ends = now() + absl::Seconds(48);
  desk.calls[0].sentiment = {.start = -0.6,
                             .end = 0.4,
                             .lowest = -0.7,
                             .trend = 0.9,
                             .turns = 3,
                             .feeling = domain::Feeling::kPositive,
                             .scores = {-0.6, 0, 0.4}};
  desk.calls[0].promises = {{"dan bel ik u vrijdag", std::nullopt, domain::PromiseState::kOpen}};
  const WrapUpModel wrap_up = *model_of(desk).wrap_up;
  CHECK(wrap_up.call_id == "call-1");
  CHECK(wrap_up.how_it_ended == "Begon ontevreden, eindigde tevreden.");
  CHECK(wrap_up.ends == "Sluit vanzelf over 00:48.");
  REQUIRE(wrap_up.promises.size() == 1);
  CHECK(wrap_up.promises[0].text == "dan bel ik u vrijdag");
  CHECK(wrap_up.promises[0].when == "zonder datum");
}

TEST_CASE("search rows begin with a capital and show how the why begins") {
  domain::Why why;
  why.id = "nl/tijdvak";
  why.topic = "tijdvak monteur";
  why.customer = "U hoeft niet de hele dag te wachten.";
  const OverlayModel model =
      make_overlay_model(nullptr, connected(), {true, "tij", false, {why}}, Language::kDutch, now(), zone());
  CHECK(model.search.open);
  REQUIRE(model.search.rows.size() == 1);
  CHECK(model.search.rows[0] == SearchRow{"nl/tijdvak", "Tijdvak monteur", "U hoeft niet de hele dag te wachten."});
}

}  // namespace
}  // namespace aandacht::model
