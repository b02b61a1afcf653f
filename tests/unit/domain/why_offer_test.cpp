#include "shared/domain/why_offer.h"

#include "shared/domain/why_signs.h"
#include "tests/support/catch.h"
#include "tests/unit/domain/desk_fixture.h"

namespace aandacht::domain {
namespace {

std::map<std::string, Lexicon> words() {
  std::map<std::string, Lexicon> made;
  made["nl"].phrases = {{"why.doubt", {"maar", "toch", "nog steeds", "belachelijk\\S*"}},
                        {"why.modal", {"moet", "kan"}},
                        {"why.subject", {"ik", "ze", "de"}},
                        {"why.rule", {"pas", "eerst"}},
                        {"why.reason", {"omdat"}},
                        {"why.acts", {"ik"}},
                        {"why.pointer", {"dan", "dat"}},
                        {"why.bare", {"waarom", "hoezo"}}};
  made["en"].phrases = {{"why.doubt", {"but"}}, {"why.rule", {"first", "required"}}, {"why.acts", {"i'll"}}};
  return made;
}

Library two_whys() {
  Library library = small_library();
  library.lexicons = words();
  library.whys[0].queues = {"Vaartbaan"};
  Why other = library.whys[0];
  other.id = "nl/opzegtermijn";
  other.topic = "opzegtermijn";
  library.whys.push_back(other);
  return library;
}

UtteranceSaid said_by(Speaker speaker, const std::string& text, double score, double next = 0) {
  UtteranceSaid said{"c1", "u1", speaker, text, {}};
  said.reading.language = "nl";
  if (score > 0) said.reading.whys.push_back({"nl/terugbetaling", score, "terugbetaling"});
  if (next > 0) said.reading.whys.push_back({"nl/opzegtermijn", next, "opzegtermijn"});
  return said;
}

Call solving() {
  Call call;
  call.phase = CallPhase::kSolving;
  return call;
}

std::optional<WhyTrigger> trigger_of(const UtteranceSaid& said, const Call& call = solving()) {
  const Library library = two_whys();
  const auto offer = why_offer(call, said, library);
  if (!offer) return std::nullopt;
  return offer->trigger;
}

}  // namespace

TEST_CASE("a customer who objects to a topic or asks whether it must be brings its why", "[why]") {
  for (const char* text : {"maar die terugbetaling duurt nog steeds", "moet ik voor die terugbetaling iets opsturen",
                           "ja toch een terugbetaling of zo", "kan de terugbetaling ook op zijn rekening"}) {
    INFO(text);
    CHECK(trigger_of(said_by(Speaker::kCustomer, text, 1)) == WhyTrigger::kObjected);
  }
}

TEST_CASE("a topic that is named and no more is noticed and no more", "[why]") {
  CHECK(trigger_of(said_by(Speaker::kCustomer, "ik bel over mijn terugbetaling", 1)) == WhyTrigger::kNamed);
  CHECK(trigger_of(said_by(Speaker::kAgent, "ik zie uw terugbetaling staan", 1)) == WhyTrigger::kNamed);
  CHECK_FALSE(trigger_of(said_by(Speaker::kCustomer, "ik bel over mijn terugbetaling", 0.2)).has_value());
}

TEST_CASE("who tells their case in the opening does not object to a rule yet", "[why]") {
  const UtteranceSaid told = said_by(Speaker::kCustomer, "ik wacht nog steeds op mijn terugbetaling", 1);
  CHECK(trigger_of(told, Call{}) == WhyTrigger::kNamed);
  CHECK(trigger_of(told) == WhyTrigger::kObjected);
}

TEST_CASE("a why of the queue goes before one of all queues", "[why]") {
  Library library = two_whys();
  library.whys[0].queues.clear();
  UtteranceSaid asked = said_by(Speaker::kCustomer, "waarom is dat zo", 1, 0.8);
  asked.reading.asks_why = true;
  const auto offer = why_offer(solving(), asked, library);
  REQUIRE(offer.has_value());
  CHECK(offer->why->id == "nl/opzegtermijn");
}

TEST_CASE("an objection with two topics, or a faint one, brings no why", "[why]") {
  CHECK(trigger_of(said_by(Speaker::kCustomer, "maar die terugbetaling en die opzegtermijn", 1, 0.95)) ==
        WhyTrigger::kNamed);
  CHECK_FALSE(trigger_of(said_by(Speaker::kCustomer, "maar dat geld", 0.2)).has_value());
}

TEST_CASE("a rule stated without its reason brings its why, with its reason it does not", "[why]") {
  CHECK(trigger_of(said_by(Speaker::kAgent, "de terugbetaling gaat pas na vijf dagen", 1)) == WhyTrigger::kRule);
  CHECK(trigger_of(said_by(Speaker::kAgent, "de terugbetaling gaat pas na vijf dagen omdat de bank controleert", 1)) ==
        WhyTrigger::kNamed);
  CHECK(trigger_of(said_by(Speaker::kAgent, "ik zet de terugbetaling eerst voor u klaar", 1)) == WhyTrigger::kNamed);
}

TEST_CASE("a short line that leans on the call brings the why the call is clearly about", "[why]") {
  Call call = solving();
  call.why_weights = {{"nl/terugbetaling", 1.2}, {"nl/opzegtermijn", 0.1}};
  CHECK(trigger_of(said_by(Speaker::kCustomer, "maar dat geld dan", 0), call) == WhyTrigger::kObjected);
  CHECK(trigger_of(said_by(Speaker::kCustomer, "hoezo", 0), call) == WhyTrigger::kAsked);
  call.why_weights["nl/opzegtermijn"] = 1.0;
  CHECK_FALSE(trigger_of(said_by(Speaker::kCustomer, "maar dat geld dan", 0), call).has_value());
}

TEST_CASE("the signs of doubt and of rules are read in both languages", "[why]") {
  const Library library = two_whys();
  const WhySigns dutch = why_signs(library, "nl-BE");
  const WhySigns english = why_signs(library, "en-GB");
  CHECK(english.objects("but do i still have to send a certificate"));
  CHECK(dutch.objects("moet ze dan nog wel die toets doen"));
  CHECK(dutch.objects("dat is belachelijke onzin"));
  CHECK_FALSE(dutch.objects("ik moest ze inleveren"));
  CHECK_FALSE(dutch.objects("de jas kan kapot"));
  CHECK_FALSE(dutch.objects("mijn postcode is twaalf"));
  CHECK_FALSE(english.objects("my name is desmond"));
  CHECK(english.states_rule("the history is required first"));
  CHECK_FALSE(english.states_rule("i'll send the form first"));
  CHECK(dutch.only_asks_why("maar waarom dan"));
  CHECK_FALSE(dutch.only_asks_why("dat is waarom ik vandaag bel"));
  CHECK(dutch.is_elliptic("en dat geld dan"));
  CHECK_FALSE(dutch.is_elliptic("en dat geld dan dat ik gisteren heb overgemaakt"));
}

TEST_CASE("without words nobody doubts and no rule is stated", "[why]") {
  const Library empty;
  CHECK_FALSE(why_signs(empty, "nl").objects("maar moet ik dan"));
  CHECK_FALSE(why_signs(empty, "nl").states_rule("dat kan pas na vijf dagen"));
}

TEST_CASE("a list of signs has a known name and plain words", "[why]") {
  CHECK(check_why_sign("why.doubt", "nog steeds").ok());
  CHECK(check_why_sign("why.doubt", "belachelijk\\S*").ok());
  CHECK(check_why_sign("question.subject", "(?:any) .*").ok());
  for (const char* wrong : {"nog (?:steeds|altijd)", "\\S*maar", "Maar", " maar", "maar ", ""}) {
    INFO(wrong);
    CHECK(absl::IsInvalidArgument(check_why_sign("why.doubt", wrong)));
  }
  CHECK(absl::IsInvalidArgument(check_why_sign("why.doubts", "maar")));
}

TEST_CASE_METHOD(DeskFixture, "a topic that is named is logged once a call and shows nothing", "[why]") {
  report(0, CallEvent::kAnswered);
  Reading named;
  named.language = "nl";
  named.whys = {{"nl/terugbetaling", 1.0, "terugbetaling"}};
  const auto held = find_change<CardHeldBack>(say(5, Speaker::kCustomer, named));
  REQUIRE(held.has_value());
  CHECK(held->reason == HoldBackReason::kNotAsked);
  CHECK_FALSE(held->waits);
  CHECK_FALSE(desk.card.has_value());
  CHECK_FALSE(find_change<CardHeldBack>(say(6, Speaker::kCustomer, named)).has_value());
  named.asks_why = true;
  CHECK(find_change<CardShown>(say(20, Speaker::kCustomer, named)).has_value());
}

}  // namespace aandacht::domain
