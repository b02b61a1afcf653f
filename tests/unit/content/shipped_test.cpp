// The content that ships: it loads, it is complete in both languages, and it reads as people speak.
#include <algorithm>
#include <set>

#include "absl/strings/str_split.h"
#include "shared/content/load.h"
#include "shared/domain/reader.h"
#include "tests/support/catch.h"
#include "tests/unit/content/coach_lines.h"

namespace aandacht {
namespace {

using domain::AddressForm;
using domain::CoachLabel;

const domain::Library& shipped() {
  static const auto* library = [] {
    auto loaded = content::load_library(test::content_folder());
    INFO(loaded.status());
    REQUIRE(loaded.ok());
    return new domain::Library(*std::move(loaded));
  }();
  return *library;
}

const domain::Reader& reader() {
  static const auto* made = [] {
    auto created = domain::Reader::create(shipped());
    INFO(created.status());
    REQUIRE(created.ok());
    return created->release();
  }();
  return *made;
}

domain::Reading agent_says(const std::string& text, const std::string& language) {
  return reader().read(domain::Speaker::kAgent, text, {language, "", absl::UnixEpoch(), absl::UTCTimeZone()});
}

domain::Reading customer_says(const std::string& text, const std::string& language, const std::string& queue = "") {
  return reader().read(domain::Speaker::kCustomer, text, {language, queue, absl::UnixEpoch(), absl::UTCTimeZone()});
}

constexpr char kCompany[] = "Vaartbaan";  // Has whys of its own.

std::size_t words(const std::string& text) {
  const std::vector<std::string> all = absl::StrSplit(text, ' ', absl::SkipWhitespace());
  return all.size();
}

constexpr CoachLabel kLabels[] = {CoachLabel::kBlame, CoachLabel::kHelpless, CoachLabel::kInstitute,
                                  CoachLabel::kFaceless, CoachLabel::kJargon};

TEST_CASE("every shipped phrase compiles into a reader") { reader(); }

TEST_CASE("every label has rules and five lines without a gap, in both languages and for both forms of address") {
  for (const std::string language : {"nl", "en"}) {
    for (const CoachLabel label : kLabels) {
      INFO(language << " " << test::label_name(label));
      CHECK(std::any_of(shipped().coach_rules.begin(), shipped().coach_rules.end(),
                        [&](const auto& rule) { return rule.language == language && rule.label == label; }));
      for (const AddressForm form : {AddressForm::kFormal, AddressForm::kInformal}) {
        const auto fits = [&](const domain::WeLine& line) {
          return line.language == language && line.label == label &&
                 (line.address_form == form || line.address_form == AddressForm::kUnknown) &&
                 line.own.find('{') == std::string::npos && line.act.find('{') == std::string::npos;
        };
        CHECK(std::count_if(shipped().we_lines.begin(), shipped().we_lines.end(), fits) >= 5);
      }
    }
  }
}

TEST_CASE("a we line says what we own and what I do, in one breath") {
  for (const domain::WeLine& line : shipped().we_lines) {
    INFO(line.own << " / " << line.act);
    CHECK(words(line.own) + words(line.act) <= 40);
    const std::string act = " " + line.act;
    const bool first_person = line.language == "nl"
                                  ? act.find(" ik ") != std::string::npos || act.find(" Ik ") == 0
                                  : act.find(" I") != std::string::npos || act.find("me ") != std::string::npos;
    CHECK(first_person);
    // What the coach warns for is not what it gives to say.
    CHECK(agent_says(line.own + " " + line.act, line.language).coach.empty());
  }
}

TEST_CASE("every opening occasion and every phase has a line, in both languages and for both forms of address") {
  for (const std::string language : {"nl", "en"}) {
    for (const AddressForm form : {AddressForm::kFormal, AddressForm::kInformal}) {
      const auto any = [&](auto&& wanted) {
        return std::any_of(shipped().warmth_lines.begin(), shipped().warmth_lines.end(), [&](const auto& line) {
          return line.language == language &&
                 (line.address_form == form || line.address_form == AddressForm::kUnknown) && wanted(line);
        });
      };
      for (int occasion = 0; occasion <= static_cast<int>(domain::OpeningOccasion::kUnknown); ++occasion) {
        INFO(language << " occasion " << occasion);
        CHECK(any([&](const auto& line) { return line.opening && static_cast<int>(line.occasion) == occasion; }));
      }
      for (int phase = 0; phase <= static_cast<int>(domain::CallPhase::kClosing); ++phase) {
        INFO(language << " phase " << phase);
        CHECK(any([&](const auto& line) { return !line.opening && static_cast<int>(line.phase) == phase; }));
      }
    }
  }
}

TEST_CASE("both languages have a dozen whys, each complete and at most 40 words a corner") {
  for (const std::string language : {"nl", "en"}) {
    CHECK(std::count_if(shipped().whys.begin(), shipped().whys.end(),
                        [&](const auto& why) { return why.language == language; }) >= 12);
  }
  for (const domain::Why& why : shipped().whys) {
    INFO(why.id);
    CHECK_FALSE(why.emotion.empty());
    CHECK_FALSE(why.example.empty());
    CHECK_FALSE(why.synonyms.empty());
    for (const std::string* corner : {&why.customer, &why.employee, &why.organisation}) CHECK(words(*corner) <= 40);
    CHECK(words(why.emotion) + words(why.customer) <= 50);
    // A why is no jargon and no institute language.
    CHECK(agent_says(why.customer, why.language).coach.empty());
  }
}

TEST_CASE("a why is found by the words customers use for it") {
  const auto first = [](const std::string& text, const std::string& language) {
    const domain::Reading reading = customer_says(text, language, kCompany);
    return reading.whys.empty() ? "" : reading.whys[0].why_id;
  };
  CHECK(first("waarom duurt die terugbetaling zo lang", "nl") == "nl/terugbetaling");
  CHECK(first("hoezo is de terugbetalingstermijn vijf dagen", "nl") == "nl/terugbetaling");
  CHECK(first("waarom moet ik de hele dag thuis zitten voor een monteur", "nl") == "nl/tijdvak-monteur");
  CHECK(first("waarom moet ik nog een maand betalen als ik het abonnement stopzet", "nl") == "nl/opzegtermijn");
  CHECK(first("why does my refund take five days", "en") == "en/refund");
  CHECK(first("why do you need my date of birth", "en") == "en/security-questions");
  CHECK(customer_says("goedemorgen met jansen", "nl").whys.empty());
}

TEST_CASE("a mention of a topic scores one, so that it is offered") {
  const domain::Reading reading = customer_says("ik bel over de garantie", "nl", kCompany);
  REQUIRE_FALSE(reading.whys.empty());
  CHECK(reading.whys[0].why_id == "nl/garantie");
  CHECK(reading.whys[0].score >= 1);
  CHECK(reading.whys[0].evidence == "garantie");
}

TEST_CASE("two typed letters find a why, nothing typed lists them all by topic") {
  const auto found = reader().search_whys("te", "nl", "", 5);
  REQUIRE_FALSE(found.empty());
  CHECK(found.size() <= 5);
  const auto garantie = reader().search_whys("ga", "nl", "", 5);
  REQUIRE_FALSE(garantie.empty());
  CHECK(garantie[0]->id == "nl/garantie");
  CHECK(reader().search_whys("mont tijd", "nl", "", 5).at(0)->id == "nl/tijdvak-monteur");
  CHECK(reader().search_whys("xq", "nl", "", 5).empty());
  const auto all = reader().search_whys("", "en", "", 100);
  CHECK(all.size() >= 12);
  CHECK(std::is_sorted(all.begin(), all.end(), [](const auto* a, const auto* b) { return a->topic < b->topic; }));
}

TEST_CASE("plain requests and polite commands are not negative") {
  for (const std::string text :
       {"Kunt u mij het nummer van de helpdesk geven?", "Ik wil graag mijn abonnement opzeggen.",
        "Stuur het maar naar mijn nieuwe adres.", "Zet de afspraak op donderdag alstublieft",
        "mag ik de rekening in twee keer betalen", "Wacht even, ik pak een pen.", "Belt u mij morgen maar terug.",
        "Ik zou graag weten hoe laat de monteur komt", "Geef mij de collega van gisteren maar",
        "ik heb een vraag over de boete", "Leg het nog eens uit alsjeblieft"}) {
    INFO(text);
    CHECK(customer_says(text, "nl").sentiment->feeling != domain::Feeling::kNegative);
  }
  for (const std::string text :
       {"Could you send that again, please?", "I'd like to cancel my contract.", "Put me through to billing.",
        "Please call me back tomorrow.", "Wait a second, let me get a pen.", "I want to change my address.",
        "can I pay the fine in two parts", "Tell me again how long it takes"}) {
    INFO(text);
    CHECK(customer_says(text, "en").sentiment->feeling != domain::Feeling::kNegative);
  }
}

TEST_CASE("plain feelings are read as they are said") {
  const auto feels = [](const std::string& text, const std::string& language) {
    return customer_says(text, language).sentiment->feeling;
  };
  CHECK(feels("Ik vind het schandalig, ik zit al drie weken te wachten.", "nl") == domain::Feeling::kNegative);
  CHECK(feels("dit is nou al de derde keer dat ik bel", "nl") == domain::Feeling::kNegative);
  CHECK(feels("daar ben ik niet tevreden over", "nl") == domain::Feeling::kNegative);
  CHECK(feels("ik ben hier helemaal klaar mee", "nl") == domain::Feeling::kNegative);
  CHECK(feels("waardeloos wat een service", "nl") == domain::Feeling::kNegative);
  CHECK(feels("Wat ontzettend fijn, dank u wel!", "nl") == domain::Feeling::kPositive);
  CHECK(feels("ik ben niet eens meer boos", "nl") != domain::Feeling::kPositive);
  CHECK(feels("This is ridiculous, nobody ever rings me back.", "en") == domain::Feeling::kNegative);
  CHECK(feels("I'm not happy with that at all", "en") == domain::Feeling::kNegative);
  CHECK(feels("oh that's lovely thank you so much", "en") == domain::Feeling::kPositive);
}

TEST_CASE("a hand-over in which the agent stays the owner brings no card") {
  for (const std::string text :
       {"Ik zet het zelf door naar mijn collega en bel u morgen terug.",
        "Mijn collega van de planning belt u vanmiddag, ik heb hem net gesproken.",
        "Helaas is dinsdag vol, maar woensdag heb ik nog een plek.",
        "We vragen dat omdat anders iedereen uw contract kan opzeggen.", "Goedemorgen, waarmee kan ik u helpen?",
        "Ik stuur u een sms met de code.", "Uw pakket staat klaar bij de balie."}) {
    INFO(text);
    CHECK(agent_says(text, "nl").coach.empty());
  }
  for (const std::string text :
       {"I'll pass it to my colleague myself and ring you tomorrow.",
        "I can't do Tuesday, but I can do Wednesday at ten.", "We ask that so that nobody else can close your account.",
        "Good morning, how can I help?", "I'll text you the code by 3PM."}) {
    INFO(text);
    CHECK(agent_says(text, "en").coach.empty());
  }
}

TEST_CASE("the worst label counts first and the evidence is what was said") {
  const domain::Reading reading = agent_says("Nou, dat is een andere afdeling, zo werkt dat hier nou eenmaal.", "nl");
  REQUIRE(reading.coach.size() >= 2);
  CHECK(reading.coach[0].label == CoachLabel::kBlame);
  CHECK(reading.coach[0].evidence == "een andere afdeling");
  CHECK(std::is_sorted(reading.coach.begin(), reading.coach.end(),
                       [](const auto& a, const auto& b) { return a.label < b.label; }));
}

TEST_CASE("only an agent is coached and only a customer is scored") {
  const std::string text = "Dat is nou eenmaal de regel.";
  CHECK_FALSE(agent_says(text, "nl").coach.empty());
  CHECK_FALSE(agent_says(text, "nl").sentiment.has_value());
  CHECK(customer_says(text, "nl").coach.empty());
  CHECK(customer_says(text, "nl").sentiment.has_value());
  CHECK(customer_says(text, "nl").sentiment->model.starts_with("sentiment-"));
}

TEST_CASE("any bytes and any length are read without failing") {
  const domain::ReadingContext guess{"", "", absl::UnixEpoch(), absl::UTCTimeZone()};
  const std::string long_text(10 << 20, 'a');
  CHECK(reader().read(domain::Speaker::kAgent, long_text, guess).coach.empty());
  std::string bytes;
  for (int i = 0; i < 20000; ++i) bytes.push_back(static_cast<char>(i * 37));
  const domain::Reading reading = reader().read(domain::Speaker::kCustomer, bytes, guess);
  CHECK((reading.language == "nl" || reading.language == "en"));
  CHECK(reader().read(domain::Speaker::kCustomer, "", guess).sentiment->feeling == domain::Feeling::kNeutral);
  CHECK(reader().read(domain::Speaker::kCustomer, "I really don't know what you want from me", guess).language == "en");
  CHECK(agent_says("That's our policy.", "en-GB").language == "en");
}

}  // namespace
}  // namespace aandacht
