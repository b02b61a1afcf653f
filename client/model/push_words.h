// The words of the page that pushes prompts.
#pragma once

#include "client/model/bilingual.h"

namespace aandacht::model::push_words {

inline constexpr Bilingual kTitle{"Een bericht sturen", "Send a message"};
inline constexpr Bilingual kTo{"Aan wie", "To whom"};
inline constexpr Bilingual kToHint{"Kies iedereen, een team of een collega", "Choose everybody, a team or a colleague"};
inline constexpr Bilingual kToMore{"Voeg nog iemand toe", "Add somebody else"};
inline constexpr Bilingual kEverybody{"Iedereen ($0)", "Everybody ($0)"};
inline constexpr Bilingual kTeam{"Team $0 ($1)", "Team $0 ($1)"};
inline constexpr Bilingual kReachesOne{"Gaat naar 1 collega.", "Goes to 1 colleague."};
inline constexpr Bilingual kReaches{"Gaat naar $0 collega's.", "Goes to $0 colleagues."};
inline constexpr Bilingual kAwayOne{"$0 is er nu niet: het bericht wacht tot het venster weer open is.",
                                    "$0 is away: the message waits until their window is open again."};
inline constexpr Bilingual kAway{"$0 zijn er nu niet: daar wacht het tot hun venster weer open is.",
                                 "$0 are away: there it waits until their window is open again."};
inline constexpr Bilingual kRoom{"Je kunt elk van hen dit uur nog $0 keer iets sturen.",
                                 "You can still send each of them $0 this hour."};
inline constexpr Bilingual kRoomOne{"Dit is het laatste bericht dat je hun allemaal dit uur kunt sturen.",
                                    "This is the last one that all of them can get from you this hour."};
inline constexpr Bilingual kNoRoom{
    "$0 kreeg er dit uur al $1 van je. Er is weer ruimte om $2. Laat die collega weg, of wacht.",
    "$0 had $1 from you this hour. There is room again at $2. Leave them out, or wait."};
inline constexpr Bilingual kNoRoomMore{"$0 en $1 anderen kregen er dit uur al $2 van je. Er is weer ruimte om $3.",
                                       "$0 and $1 others had $2 from you this hour. There is room again at $3."};
inline constexpr Bilingual kQuiet{"Het is stil tot $0. Het bericht gaat daarna.",
                                  "It is quiet hours until $0. The message goes after that."};
inline constexpr Bilingual kNobodyYet{
    "Er is nog niemand om iets te sturen. Zodra een collega het venster opent of belt, staat die hier.",
    "There is nobody to send to yet. A colleague appears here once they open their window or take a call."};
inline constexpr Bilingual kTemplate{"Sjabloon", "Template"};
inline constexpr Bilingual kFreeText{"Eigen woorden", "Own words"};
inline constexpr Bilingual kOwnWords{"Pas de woorden aan", "Change the words"};
inline constexpr Bilingual kText{"Bericht", "Message"};
inline constexpr Bilingual kTextHint{"Wat wil je laten weten? Zeg wat wij doen en wat kan, geen opdracht.",
                                     "What do you want to tell? Say what we do and what they can do, not an order."};
inline constexpr Bilingual kCount{"$0 van 40 woorden", "$0 of 40 words"};
inline constexpr Bilingual kFine{"Niets gevonden om te verbeteren.", "Nothing found to improve."};
inline constexpr Bilingual kReason{"Waarom", "Why"};
inline constexpr Bilingual kReasonHint{"Je collega ziet dit onder het bericht",
                                       "Your colleague sees this under the message"};
inline constexpr Bilingual kUrgent{"Dringend: gaat voor andere kaarten", "Urgent: goes before other cards"};
inline constexpr Bilingual kLives{"Geldt", "Worth showing for"};
inline constexpr Bilingual kMinutes{"$0 min", "$0 min"};
inline constexpr Bilingual kHours{"$0 uur", "$0 h"};
inline constexpr Bilingual kPush{"Stuur", "Send"};
inline constexpr Bilingual kPushing{"Wordt verstuurd …", "Sending …"};
inline constexpr Bilingual kRepeat{"Haal het vorige terug", "Bring back the last one"};
inline constexpr Bilingual kMissingTo{"Kies nog aan wie.", "Choose to whom."};
inline constexpr Bilingual kMissingText{"Schrijf nog het bericht.", "Write the message."};
inline constexpr Bilingual kMissingSlot{"Vul nog in: $0.", "Fill in: $0."};
inline constexpr Bilingual kMissingReason{"Schrijf nog waarom.", "Write why."};
inline constexpr Bilingual kTooLong{"Het bericht is te lang: hooguit 300 tekens.",
                                    "The message is too long: at most 300 characters."};
inline constexpr Bilingual kReasonTooLong{"De reden is te lang: hooguit 200 tekens.",
                                          "The reason is too long: at most 200 characters."};
inline constexpr Bilingual kNoConnection{"Er is geen verbinding. Wat je typt blijft staan.",
                                         "There is no connection. What you type stays."};
inline constexpr Bilingual kRefused{"Niet verstuurd, niemand kreeg het: $0", "Not sent, nobody got it: $0"};
inline constexpr Bilingual kRefusedBudget{
    "Niet verstuurd, niemand kreeg het: iemand van hen kreeg dit uur al genoeg. Bovenaan staat wie, en vanaf wanneer "
    "het weer kan.",
    "Not sent, nobody got it: one of them had enough this hour. Above stands who, and from when on there is room."};
inline constexpr Bilingual kRefusedTeam{
    "Niet verstuurd, niemand kreeg het: niet iedereen hier is van een team dat jij leidt. Haal weg wie dat niet is.",
    "Not sent, nobody got it: not all of them are in a team you lead. Leave out who is not."};
inline constexpr Bilingual kRefusedGone{
    "Niet verstuurd, niemand kreeg het: een van hen is er niet meer. Kies opnieuw aan wie.",
    "Not sent, nobody got it: one of them is not there any more. Choose again to whom."};
inline constexpr Bilingual kRefusedAway{
    "Er kwam geen antwoord. Stuur het gerust nog eens: niemand krijgt het twee keer.",
    "No answer came. Send it again: nobody gets it twice."};
inline constexpr Bilingual kPreview{"Zo ziet je collega het", "As your colleague sees it"};
inline constexpr Bilingual kPreviewEmpty{"Hier verschijnt de kaart, precies zoals je collega hem ziet.",
                                         "The card appears here, exactly as your colleague sees it."};
inline constexpr Bilingual kList{"Verstuurd, laatste 24 uur", "Sent, last 24 hours"};
inline constexpr Bilingual kWhen{"Tijd", "Time"};
inline constexpr Bilingual kWhat{"Bericht", "Message"};
inline constexpr Bilingual kToWhom{"Aan", "To"};
inline constexpr Bilingual kBecame{"Hoe het ermee staat", "What became of it"};
inline constexpr Bilingual kListEmpty{
    "Wat je stuurt komt hier te staan, met hoe het ermee gaat. Stuur links het eerste bericht.",
    "What you send appears here, with what becomes of it. Send the first message at the left."};
inline constexpr Bilingual kAbout{"$0, $1 · geldt tot $2", "$0, $1 · until $2"};
inline constexpr Bilingual kAboutUrgent{"$0, $1 · geldt tot $2 · dringend", "$0, $1 · until $2 · urgent"};
inline constexpr Bilingual kRecall{"Trek in", "Take back"};
inline constexpr Bilingual kAgain{"Stuur nog eens", "Send again"};
inline constexpr Bilingual kClose{"Sluit", "Close"};
inline constexpr Bilingual kToEverybody{"iedereen", "everybody"};
inline constexpr Bilingual kToTeam{"team $0", "team $0"};
inline constexpr Bilingual kToPeople{"$0 collega's", "$0 colleagues"};
inline constexpr Bilingual kSentOne{"Verstuurd naar 1 collega.", "Sent to 1 colleague."};
inline constexpr Bilingual kSent{"Verstuurd naar $0 collega's.", "Sent to $0 colleagues."};
inline constexpr Bilingual kSentWaiting{" Bij $0 wacht het tot hun venster open is.",
                                        " With $0 it waits until their window is open."};
inline constexpr Bilingual kSentQuiet{" Het gaat om $0, na de stille uren.", " It goes at $0, after quiet hours."};
inline constexpr Bilingual kRecalled{"Het bericht is ingetrokken.", "The message is taken back."};
inline constexpr Bilingual kNotRecalled{"Het intrekken lukte niet. Probeer het nog eens.",
                                        "It could not be taken back. Try again."};

inline constexpr Bilingual kWaiting{"wacht", "waiting"};
inline constexpr Bilingual kDelivered{"bezorgd", "delivered"};
inline constexpr Bilingual kShown{"getoond", "shown"};
inline constexpr Bilingual kUsed{"gebruikt", "used"};
inline constexpr Bilingual kNotNow{"nu niet", "not now"};
inline constexpr Bilingual kDoesNotFit{"past niet", "does not fit"};
inline constexpr Bilingual kExpired{"verlopen", "expired"};
inline constexpr Bilingual kTakenBack{"ingetrokken", "taken back"};

inline constexpr Bilingual kJargon{"‘$0’ kent niet iedereen.", "Not everybody knows “$0”."};
inline constexpr Bilingual kJargonDo{"Zeg ‘$0’, of zeg het allebei.", "Say “$0”, or say both."};
inline constexpr Bilingual kLength{"$0 woorden: te veel voor één blik.", "$0 words: too many for a glance."};
inline constexpr Bilingual kLengthDo{"Laat er $0 weg.", "Leave out $0."};
inline constexpr Bilingual kOrder{"‘$0’ klinkt als een opdracht.", "“$0” sounds like an order."};
inline constexpr Bilingual kOrderDo{"Zeg wat wij doen, of wat je collega kan doen.",
                                    "Say what we do, or what your colleague can do."};
inline constexpr Bilingual kThey{"‘$0’ maakt van collega's een ander.", "“$0” makes others of colleagues."};
inline constexpr Bilingual kTheyDo{"Zeg ‘$0’: we zijn één bedrijf.", "Say “$0”: we are one company."};
inline constexpr Bilingual kPassive{"In ‘$0’ doet niemand iets.", "Nobody acts in “$0”."};
inline constexpr Bilingual kPassiveDo{"Zeg dat wij het doen.", "Say that we do it."};
inline constexpr Bilingual kLevel{"‘$0’ is lastig te lezen.", "“$0” is hard to read."};
inline constexpr Bilingual kLevelDo{"Maak kortere zinnen met gewone woorden.",
                                    "Make shorter sentences with plain words."};
inline constexpr Bilingual kSlot{"$0 is nog niet ingevuld.", "$0 is not filled in."};
inline constexpr Bilingual kSlotDo{"Schrijf er de woorden voor.", "Write the words for it."};

}  // namespace aandacht::model::push_words
