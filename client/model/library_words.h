// The words of the page where the library is tended.
#pragma once

#include "client/model/bilingual.h"
#include "shared/domain/item_life.h"

namespace aandacht::model::library_words {

inline constexpr Bilingual kTitle{"Bibliotheek", "Library"};
inline constexpr Bilingual kSearch{"Zoek op woorden", "Search by words"};
inline constexpr Bilingual kAllKinds{"Alle soorten", "All kinds"};
inline constexpr Bilingual kAllLanguages{"Beide talen", "Any language"};
inline constexpr Bilingual kAllStates{"Elke status", "Any state"};
inline constexpr Bilingual kNew{"Nieuw", "New"};
inline constexpr Bilingual kNewName{"Korte naam, zoals “parkeren”", "A short name, such as “parking”"};
inline constexpr Bilingual kColumnTitle{"Wat", "What"};
inline constexpr Bilingual kColumnKind{"Soort", "Kind"};
inline constexpr Bilingual kColumnLanguage{"Taal", "Lang."};
inline constexpr Bilingual kColumnState{"Status", "State"};
inline constexpr Bilingual kNothingFound{"Niets gevonden. Haal een filter weg of zoek andere woorden.",
                                         "Nothing found. Take a filter away or search other words."};
inline constexpr Bilingual kNotYet{
    "Hier komen de waaroms, coachregels, vakwoorden, gewoontes en berichten te staan. Geef hieronder een korte naam om "
    "te beginnen, of lees bestanden in.",
    "Whys, coach rules, jargon, habits and messages will appear here. Give a short name below to begin, or import "
    "files."};
inline constexpr Bilingual kAway{"De dienst is er even niet. Zodra die terug is, staat hier de bibliotheek.",
                                 "The service is away. Once it is back, the library stands here."};
inline constexpr Bilingual kChoose{
    "Kies links iets om te lezen of te veranderen. Wat je verandert is eerst een concept: bellers merken er nog niets "
    "van.",
    "Choose something at the left to read or change. What you change is a draft first: calls notice nothing of it "
    "yet."};
inline constexpr Bilingual kWrite{"Schrijven", "Write"};
inline constexpr Bilingual kPreview{"Zoals je collega het ziet", "As your colleague sees it"};
inline constexpr Bilingual kHistory{"Geschiedenis", "History"};
inline constexpr Bilingual kSave{"Bewaar concept", "Save draft"};
inline constexpr Bilingual kSubmit{"Vraag een tweede blik", "Ask for a second look"};
inline constexpr Bilingual kPublish{"Zet live", "Put live"};
inline constexpr Bilingual kRetire{"Trek in", "Retire"};
inline constexpr Bilingual kRetireAsk{"Intrekken? Vanaf het volgende gesprek komt dit niet meer langs.",
                                      "Retire it? From the next call on it does not come up any more."};
inline constexpr Bilingual kKeepIt{"Laat staan", "Keep it"};
inline constexpr Bilingual kRestore{"Maak hier een concept van", "Make a draft of this"};
inline constexpr Bilingual kCompare{"Wat is er anders", "What differs"};
inline constexpr Bilingual kSame{"Niets anders dan nu.", "Nothing differs from now."};
inline constexpr Bilingual kDirty{"Nog niet bewaard", "Not saved yet"};
inline constexpr Bilingual kInForce{"$0 · wordt nu gebruikt", "$0 · in use now"};
inline constexpr Bilingual kOtherInForce{"$0 · nu wordt versie $1 gebruikt", "$0 · version $1 is in use now"};
inline constexpr Bilingual kShippedInForce{"$0 · nu wordt de meegeleverde tekst gebruikt",
                                           "$0 · the shipped text is in use now"};
inline constexpr Bilingual kNoHistory{
    "Hier is nog niets aan veranderd. Zodra iemand iets bewaart, staat hier wie wat wanneer deed, en kun je terug.",
    "Nothing was changed here yet. As soon as somebody saves something, this shows who did what and when, and you can "
    "go back."};
inline constexpr Bilingual kVersionBy{"versie $0, $1", "version $0, $1"};
inline constexpr Bilingual kOtherLanguage{"Ernaast: het $0", "Beside it: $0"};
inline constexpr Bilingual kLacks{"In het $0 is dit er nog niet.", "$0 does not have this yet."};
inline constexpr Bilingual kOpenTwin{"Open het $0", "Open the $0"};
inline constexpr Bilingual kBegin{"Begin in het $0", "Begin the $0"};
inline constexpr Bilingual kBeginName{"Korte naam in het $0", "A short name in $0"};
inline constexpr Bilingual kBeginWord{"Het woord in het $0", "The word in $0"};
inline constexpr Bilingual kBeginNeedsName{"Geef het eerst een korte naam.", "Give it a short name first."};
inline constexpr Bilingual kBeginTaken{
    "$0 is er al. Kies een andere naam, of noem $1 daar in het onderste veld.",
    "$0 is there already. Choose another name, or name $1 in the bottom field there."};
inline constexpr Bilingual kFieldLacks{"($0: nog leeg)", "($0: still empty)"};
inline constexpr Bilingual kFine{"Niets aan te merken.", "Nothing to mend."};
inline constexpr Bilingual kNotSaved{"Niet bewaard: $0 Wat je schreef staat hier nog.",
                                     "Not saved: $0 What you wrote is still here."};
inline constexpr Bilingual kNoService{"de dienst is er even niet; we proberen het vanzelf opnieuw.",
                                      "the service is away; it is tried again by itself."};
inline constexpr Bilingual kMerged{"$0 schreef hier ook. Beide veranderingen staan erin.",
                                   "$0 wrote here too. Both changes are in it."};
inline constexpr Bilingual kMergeTitle{"$0 veranderde dezelfde woorden. Kies per veld, of schrijf er zelf iets van.",
                                       "$0 changed the same words. Choose for each field, or write your own."};
inline constexpr Bilingual kTheirs{"Van $0", "By $0"};
inline constexpr Bilingual kMine{"Van jou", "By you"};
inline constexpr Bilingual kResult{"Wordt", "Becomes"};
inline constexpr Bilingual kTakeTheirs{"Neem die van $0", "Take $0's"};
inline constexpr Bilingual kTakeMine{"Neem die van mij", "Take mine"};
inline constexpr Bilingual kMergeDone{"Klaar, bewaar", "Done, save"};
inline constexpr Bilingual kNoPreview{"Dit komt niet als kaart op het scherm.", "This does not come as a card."};
inline constexpr Bilingual kPreviewLater{"Vul de velden in; dan staat hier de kaart.",
                                         "Fill in the fields; then the card stands here."};
inline constexpr Bilingual kDutchName{"Nederlands", "Dutch"};
inline constexpr Bilingual kEnglishName{"Engels", "English"};

[[nodiscard]] Bilingual kind_words(domain::ItemKind kind);
[[nodiscard]] Bilingual state_words(domain::ItemState state);

/// As a person calls the field of an item; its own name when there is no other.
[[nodiscard]] std::string field_words(domain::ItemKind kind, const std::string& field, Language language);

/// A sentence of the service about an item, in the window's language; English, and what is none of the usual, as it was
/// said.
[[nodiscard]] std::string sentence_words(const std::string& said, Language language);

/// The same of what keeps an item from being taken: sentences with "; " between them, each maybe with its item and
/// field before it.
[[nodiscard]] std::string refusal_words(const std::string& what, Language language);

/// What is to be mended, and what to do.
struct FindingWords {
  std::string what;
  std::string advice;
};
[[nodiscard]] FindingWords finding_words(const std::string& kind, const std::string& what, const std::string& advice,
                                         Language language);

}  // namespace aandacht::model::library_words
