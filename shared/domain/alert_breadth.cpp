#include "shared/domain/alert_breadth.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>

#include "shared/domain/alert_rules.h"

namespace aandacht::domain {
namespace {

using Texts = std::span<const std::string_view>;

constexpr std::string_view kCharacters = "abcdefghijklmnopqrstuvwxyz0123456789";

constexpr std::array<std::string_view, 18> kDutchWords = {
    "ja",     "nee",     "goed",   "oké",  "hallo", "bedankt", "natuurlijk", "precies", "moment",
    "gewoon", "vandaag", "morgen", "echt", "klopt", "alles",   "zeker",      "prima",   "dag"};
constexpr std::array<std::string_view, 18> kEnglishWords = {"yes",     "no",    "okay",     "hello",  "thanks", "right",
                                                            "sure",    "today", "tomorrow", "please", "really", "fine",
                                                            "exactly", "great", "maybe",    "bye",    "well",   "good"};

constexpr std::array<std::string_view, 18> kDutchTurns = {"Ja, dat klopt.",
                                                          "Nee, dat is het niet.",
                                                          "Goedemorgen, waarmee kan ik helpen?",
                                                          "Een momentje, ik kijk even.",
                                                          "Oké, dat is goed.",
                                                          "Dank je wel.",
                                                          "Fijne dag nog.",
                                                          "Wat zegt u?",
                                                          "Dat weet ik niet.",
                                                          "Ik wacht wel even.",
                                                          "Is goed, tot morgen.",
                                                          "Hoe bedoelt u dat?",
                                                          "Nee hoor, dat was alles.",
                                                          "Prima, doe dat maar.",
                                                          "Kunt u dat herhalen?",
                                                          "Ja, ik ben er nog.",
                                                          "Wanneer komt het dan?",
                                                          "Op welk adres woont u?"};
constexpr std::array<std::string_view, 18> kEnglishTurns = {"Yes, that is right.",
                                                            "No, that is not it.",
                                                            "Good morning, how can I help?",
                                                            "One moment, I will have a look.",
                                                            "Okay, that is fine.",
                                                            "Thank you very much.",
                                                            "Have a nice day.",
                                                            "What did you say?",
                                                            "I do not know that.",
                                                            "I will wait for it.",
                                                            "All right, see you tomorrow.",
                                                            "How do you mean that?",
                                                            "No, that was all.",
                                                            "Fine, just do that.",
                                                            "Could you repeat that?",
                                                            "Yes, I am still here.",
                                                            "When does it come then?",
                                                            "At which address do you live?"};

constexpr std::array<std::string_view, 12> kLongDutchTurns = {
    "Ik heb vorige week een pakket besteld en het is nog steeds niet aangekomen.",
    "Dan kijk ik even met u mee in het systeem, heeft u een momentje voor mij?",
    "Op de rekening van deze maand staat een bedrag dat ik niet herken.",
    "We sturen u vandaag nog een e-mail met alle stappen die u moet volgen.",
    "Mijn internet valt elke avond uit en gisteren kwam er een monteur langs.",
    "Volgens mij was de afspraak dat iemand mij voor vrijdag terug zou bellen.",
    "Als ik inlog krijg ik de melding dat mijn wachtwoord niet meer geldig is.",
    "Het nieuwe contract gaat in op de eerste dag van de volgende maand.",
    "Ik ga verhuizen en wil graag weten wat ik daarvoor moet doorgeven.",
    "Kunt u voor mij nakijken of de betaling van maandag al binnen is?",
    "Wij hebben het apparaat twee keer teruggestuurd en toch doet hij het niet.",
    "Dat is vervelend om te horen, ik zoek meteen voor u uit hoe dat komt."};
constexpr std::array<std::string_view, 12> kLongEnglishTurns = {
    "I ordered a parcel last week and it still has not arrived at my house.",
    "Let me have a look in the system, can you hold on for a moment?",
    "There is an amount on this month's bill that I do not recognise.",
    "We will send you an email today with all the steps you need to take.",
    "My internet goes down every evening and an engineer came by yesterday.",
    "I thought the agreement was that somebody would call me back before Friday.",
    "When I log in it says that the password is not valid any more.",
    "The new contract begins on the first day of the next month.",
    "We are moving house and I would like to know what you need from me.",
    "Could you check for me whether the payment of Monday has come in?",
    "We have sent the device back twice and it still does not work.",
    "I am sorry to hear that, I will find out for you right away why it happens."};

constexpr std::array<Texts, 6> kLists = {Texts(kDutchWords),   Texts(kEnglishWords),   Texts(kDutchTurns),
                                         Texts(kEnglishTurns), Texts(kLongDutchTurns), Texts(kLongEnglishTurns)};

// Each phrase as a rule of its own, so that one look at a text tells all that fit.
std::vector<AlertRule> apart(const AlertRule& rule) {
  std::vector<AlertRule> rules;
  for (const std::string& phrase : rule.phrases) {
    AlertRule each;
    each.kind = AlertKind::kPhrase;
    each.speaker = AlertSpeaker::kEither;
    each.regex = rule.regex;
    each.phrases = {phrase};
    rules.push_back(std::move(each));
  }
  return rules;
}

}  // namespace

AlertBreadth breadth_of(const AlertRule& rule) {
  AlertBreadth breadth;
  if (rule.kind != AlertKind::kPhrase) return breadth;
  const auto rules = AlertRules::create(apart(rule));
  if (!rules.ok()) return breadth;
  std::vector<bool> wide(rule.phrases.size());
  for (const char& each : kCharacters) {
    for (const AlertPhraseHit& hit : (*rules)->hear(Speaker::kCustomer, std::string_view(&each, 1))) {
      wide[hit.rule] = true;
    }
  }
  for (const Texts& texts : kLists) {
    std::vector<std::size_t> fits(rule.phrases.size());
    std::size_t fits_any = 0;
    for (const std::string_view text : texts) {
      const std::vector<AlertPhraseHit> hits = (*rules)->hear(Speaker::kCustomer, text);
      for (const AlertPhraseHit& hit : hits) ++fits[hit.rule];
      fits_any += hits.empty() ? 0 : 1;
    }
    for (std::size_t i = 0; i < fits.size(); ++i) wide[i] = wide[i] || fits[i] * 3 >= texts.size();
    breadth.together = breadth.together || fits_any * 2 >= texts.size();
  }
  for (std::size_t i = 0; i < wide.size(); ++i) {
    if (wide[i]) breadth.phrases.push_back(i);
  }
  breadth.together = breadth.together && breadth.phrases.empty();
  return breadth;
}

}  // namespace aandacht::domain
