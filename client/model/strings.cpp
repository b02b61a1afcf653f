#include "client/model/strings.h"

#include <array>
#include <cstddef>

namespace aandacht::model {
namespace {

struct Entry {
  Text key;
  const char* dutch;
  const char* english;
};

constexpr std::array kEntries{
    Entry{Text::kUnknownCaller, "Onbekende beller", "Unknown caller"},
    Entry{Text::kNumberWithheld, "nummer onbekend", "number withheld"},
    Entry{Text::kCustomerSince, "klant sinds $0", "customer since $0"},
    Entry{Text::kFormal, "u", "formal"},
    Entry{Text::kInformal, "je", "informal"},
    Entry{Text::kRinging, "gaat over", "ringing"},
    Entry{Text::kDialling, "je belt", "you are calling"},
    Entry{Text::kOnHold, "in de wacht", "on hold"},
    Entry{Text::kCallTime, "gesprek $0", "call $0"},
    Entry{Text::kWrappingUp, "afronden", "wrap-up"},
    Entry{Text::kOneOtherCall, "nog 1 gesprek", "1 other call"},
    Entry{Text::kOtherCalls, "nog $0 gesprekken", "$0 other calls"},
    Entry{Text::kPhaseOpening, "begin van het gesprek", "beginning of the call"},
    Entry{Text::kPhaseSolving, "bezig met oplossen", "working it out"},
    Entry{Text::kPhaseClosing, "einde van het gesprek", "end of the call"},

    Entry{Text::kRepeatContact, "$0 contact over $1 in $2", "$0 contact about $1 in $2"},
    Entry{Text::kRepeatContactToday, "$0 contact over $1 vandaag", "$0 contact about $1 today"},
    Entry{Text::kJourney, "reis", "journey"},
    Entry{Text::kJourneyNow, "dit gesprek", "this call"},
    Entry{Text::kJourneyEarlier, "en nog $0 eerdere stappen", "and $0 earlier steps"},
    Entry{Text::kNoJourney, "eerste contact", "first contact"},
    Entry{Text::kFeltGood, "voelde goed", "felt good"},
    Entry{Text::kFeltNeutral, "voelde gewoon", "felt neutral"},
    Entry{Text::kFeltBad, "voelde slecht", "felt bad"},
    Entry{Text::kPromiseOpen, "zonder datum", "no date"},
    Entry{Text::kPromiseDue, "voor $0", "by $0"},
    Entry{Text::kPromiseKept, "nagekomen", "kept"},
    Entry{Text::kPromiseBroken, "gemist", "missed"},
    Entry{Text::kPromiseBrokenDue, "gemist, $0", "missed, $0"},
    Entry{Text::kMorePromises, "en nog $0", "and $0 more"},

    Entry{Text::kOpening, "ZO KUN JE BEGINNEN", "YOU COULD BEGIN WITH"},
    Entry{Text::kCardWe, "WIJ HEBBEN DIT, IK DOE DIT", "WE OWN IT, I DO IT"},
    Entry{Text::kCardWhy, "WAAROM", "WHY"},
    Entry{Text::kCardWhyOf, "WAAROM: $0", "WHY: $0"},
    Entry{Text::kCardHeard, "KOM HIEROP TERUG", "BRING THIS BACK"},
    Entry{Text::kCardWarmth, "EERST HET GEVOEL", "FEELING FIRST"},
    Entry{Text::kCardPrompt, "BERICHT", "MESSAGE"},
    Entry{Text::kCardPromptOf, "BERICHT VAN $0", "MESSAGE FROM $0"},
    Entry{Text::kBudget, "$0/$1", "$0/$1"},
    Entry{Text::kBudgetExplained, "kaart $0 van de hooguit $1 in dit gesprek", "card $0 of at most $1 in this call"},
    Entry{Text::kEvidenceHeard, "gehoord: “$0”", "heard: “$0”"},
    Entry{Text::kEvidenceRule, "regel $0", "rule $0"},
    Entry{Text::kEvidenceBy, "geschreven door $0", "written by $0"},
    Entry{Text::kUsed, "Gebruikt", "Used"},
    Entry{Text::kNotNow, "Nu niet", "Not now"},
    Entry{Text::kDoesNotFit, "Past niet", "Doesn’t fit"},

    Entry{Text::kHeard, "Gehoord", "Heard"},
    Entry{Text::kHeardMore, "Gehoord, en nog $0", "Heard, and $0 more"},

    Entry{Text::kSearchHint, "waarom …", "why …"},
    Entry{Text::kSearchNothing, "Hier is nog geen uitleg voor.", "There is no explanation for this yet."},
    Entry{Text::kSearchNothingHelp, "Probeer een korter woord.", "Try a shorter word."},
    Entry{Text::kSearching, "Zoeken …", "Searching …"},
    Entry{Text::kSearchClose, "Sluiten", "Close"},

    Entry{Text::kCustomer, "klant", "customer"},
    Entry{Text::kGettingBetter, "$0, het gaat beter", "$0, getting better"},
    Entry{Text::kGettingWorse, "$0, het wordt lastiger", "$0, getting harder"},
    Entry{Text::kLastSaid, "net gezegd: “$0”", "just said: “$0”"},

    Entry{Text::kHoldTitle, "In de wacht", "On hold"},
    Entry{Text::kHoldHelp, "Nu wordt er niets meegelezen en niets bewaard.",
          "Nothing is read along or stored right now."},

    Entry{Text::kPromisedHere, "Beloofd", "Promised"},
    Entry{Text::kNothingPromised, "Niets gehoord dat een belofte was.", "Nothing that sounded like a promise."},
    Entry{Text::kHowItEnded, "Hoe het ging", "How it went"},
    Entry{Text::kStayedGood, "Tevreden, van begin tot eind.", "Content from start to finish."},
    Entry{Text::kStayedNeutral, "Rustig, van begin tot eind.", "Calm from start to finish."},
    Entry{Text::kStayedBad, "Ontevreden, van begin tot eind.", "Unhappy from start to finish."},
    Entry{Text::kBeganGood, "Begon tevreden, $0.", "Began content, $0."},
    Entry{Text::kBeganNeutral, "Begon rustig, $0.", "Began calm, $0."},
    Entry{Text::kBeganBad, "Begon ontevreden, $0.", "Began unhappy, $0."},
    Entry{Text::kEndedGood, "eindigde tevreden", "ended content"},
    Entry{Text::kEndedNeutral, "eindigde rustig", "ended calm"},
    Entry{Text::kEndedBad, "eindigde ontevreden", "ended unhappy"},
    Entry{Text::kFromTheWords, "Gelezen uit de woorden van de klant.", "Read from the customer’s words."},
    Entry{Text::kWrapUpEnds, "Sluit vanzelf over $0.", "Closes by itself in $0."},
    Entry{Text::kFinish, "Rond af", "Finish"},

    Entry{Text::kIdleTitle, "Geen gesprek", "No call"},
    Entry{Text::kIdleHelp, "Het volgende verschijnt hier vanzelf.", "The next one appears here by itself."},
    Entry{Text::kSwitchLanguage, "English", "Nederlands"},

    Entry{Text::kConnected, "verbonden", "connected"},
    Entry{Text::kConnectedPending, "verbonden, $0 onderweg", "connected, $0 on its way"},
    Entry{Text::kPhoneAway, "softphone niet gevonden", "softphone not found"},
    Entry{Text::kPhoneAwayHelp, "Gesprekken verschijnen hier nu niet vanzelf. Bellen gaat gewoon door.",
          "Calls do not appear here by themselves now. Calling simply goes on."},
    Entry{Text::kConnecting, "verbinden …", "connecting …"},
    Entry{Text::kLost, "geen verbinding", "no connection"},
    Entry{Text::kLostPending, "geen verbinding, $0 bewaard", "no connection, $0 kept"},
    Entry{Text::kConnectingTitle, "Even verbinden", "Connecting"},
    Entry{Text::kConnectingHelp, "Dit duurt meestal nog geen seconde.", "This usually takes less than a second."},
    Entry{Text::kLostTitle, "Geen verbinding met de dienst", "No connection to the service"},
    Entry{Text::kLostWorks, "Bellen gaat gewoon door. Wat je hier doet, blijft bewaard.",
          "Calls simply go on. What you do here is kept."},
    Entry{Text::kLostKeptOne, "1 antwoord wacht en gaat straks mee.", "1 answer is waiting and will be sent later."},
    Entry{Text::kLostKept, "$0 antwoorden wachten en gaan straks mee.",
          "$0 answers are waiting and will be sent later."},
    Entry{Text::kLostDo, "Dit scherm komt vanzelf terug. Duurt het lang? Meld het bij je beheerder.",
          "This screen comes back by itself. If it takes long, tell your administrator."},
    Entry{Text::kRefused, "geen toegang", "no access"},
    Entry{Text::kRefusedTitle, "De dienst laat dit bureau niet toe", "The service does not admit this desk"},
    Entry{Text::kRefusedWhy, "Je naam staat er niet bij. Bellen gaat gewoon door.",
          "Your name is not on its list. Calls simply go on."},
    Entry{Text::kRefusedDo, "Vraag je beheerder om je toe te voegen. Dit scherm komt dan vanzelf terug.",
          "Ask your administrator to add you. This screen then comes back by itself."},

    Entry{Text::kFloorTitle, "Vloer", "Floor"},
    Entry{Text::kFloorSummaryOne, "1 medewerker", "1 agent"},
    Entry{Text::kFloorSummary, "$0 medewerkers", "$0 agents"},
    Entry{Text::kFloorInCall, "$0, $1 in gesprek", "$0, $1 in a call"},
    Entry{Text::kFloorAgent, "Medewerker", "Agent"},
    Entry{Text::kFloorState, "Nu", "Now"},
    Entry{Text::kFloorDuration, "Duur", "Time"},
    Entry{Text::kFloorCustomer, "Klant", "Customer"},
    Entry{Text::kFloorPhase, "Fase", "Phase"},
    Entry{Text::kFloorSentiment, "Gevoel", "Feeling"},
    Entry{Text::kFloorCards, "Kaarten", "Cards"},
    Entry{Text::kFloorPrompts, "Berichten", "Messages"},
    Entry{Text::kFloorOpening, "begin", "opening"},
    Entry{Text::kFloorSolving, "oplossen", "solving"},
    Entry{Text::kFloorClosing, "afsluiten", "closing"},
    Entry{Text::kFloorEmptyTitle, "Nog niemand aan het werk", "Nobody at work yet"},
    Entry{Text::kFloorEmptyHelp, "Zodra iemand de overlay opent of een gesprek krijgt, staat die hier.",
          "As soon as someone opens the overlay or gets a call, they appear here."},
    Entry{Text::kStateIdle, "vrij", "free"},
    Entry{Text::kStateRinging, "gaat over", "ringing"},
    Entry{Text::kStateInCall, "in gesprek", "in a call"},
    Entry{Text::kStateOnHold, "in de wacht", "on hold"},
    Entry{Text::kStateWrapUp, "rondt af", "wrap-up"},

    Entry{Text::kToday, "vandaag", "today"},
    Entry{Text::kTomorrow, "morgen", "tomorrow"},
    Entry{Text::kYesterday, "gisteren", "yesterday"},
    Entry{Text::kOneDay, "1 dag", "1 day"},
    Entry{Text::kDays, "$0 dagen", "$0 days"},
    Entry{Text::kOneWeek, "1 week", "1 week"},
    Entry{Text::kWeeks, "$0 weken", "$0 weeks"},
    Entry{Text::kOneMonth, "1 maand", "1 month"},
    Entry{Text::kMonths, "$0 maanden", "$0 months"},
    Entry{Text::kOneYear, "1 jaar", "1 year"},
    Entry{Text::kYears, "$0 jaar", "$0 years"},
};

constexpr bool complete() {
  for (std::size_t i = 0; i < kEntries.size(); ++i) {
    if (static_cast<std::size_t>(kEntries[i].key) != i) return false;
    if (kEntries[i].dutch[0] == '\0' || kEntries[i].english[0] == '\0') return false;
  }
  return kEntries.size() == static_cast<std::size_t>(Text::kCount);
}
static_assert(complete(), "the table has every key once, in the order of the enum, in both languages");

}  // namespace

const char* text(Text key, Language language) {
  const Entry& entry = kEntries[static_cast<std::size_t>(key)];
  switch (language) {
    case Language::kDutch:
      return entry.dutch;
    case Language::kEnglish:
      return entry.english;
  }
  return entry.english;
}

}  // namespace aandacht::model
