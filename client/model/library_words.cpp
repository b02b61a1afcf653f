#include "client/model/library_words.h"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace aandacht::model::library_words {
namespace {

using domain::ItemKind;
using domain::ItemState;

struct NamedField {
  std::string_view name;
  Bilingual words;
};

constexpr NamedField kFields[] = {
    {"topic", {"Onderwerp", "Topic"}},
    {"spoken", {"Zo zeg je het in een zin", "As one says it in a sentence"}},
    {"queues", {"Alleen voor deze wachtrijen", "Only for these queues"}},
    {"synonyms", {"Andere woorden ervoor", "Other words for it"}},
    {"rule", {"De regel zelf", "The rule itself"}},
    {"emotion", {"Eerst het gevoel", "First the feeling"}},
    {"customer", {"Waarom het de klant helpt", "Why it helps the customer"}},
    {"employee", {"Waarom het jou helpt", "Why it helps you"}},
    {"organisation", {"Waarom het ons helpt", "Why it helps us"}},
    {"example", {"Voorbeeld", "Example"}},
    {"author", {"Geschreven door", "Written by"}},
    {"label", {"Wat de regel opmerkt", "What the rule notices"}},
    {"priority", {"Voorrang, 0 tot 100", "Priority, 0 to 100"}},
    {"phrases", {"Zinnen, een per regel", "Phrases, one a line"}},
    {"unless", {"Behalve bij, een per regel", "Unless, one a line"}},
    {"examples", {"Hier hoort de regel te spreken", "The rule should speak here"}},
    {"counter_examples", {"Hier hoort de regel te zwijgen", "The rule should keep quiet here"}},
    {"cooldown", {"Rust erna, zoals 60s", "Rest after it, such as 60s"}},
    {"once_per_call", {"Een keer per gesprek (true of false)", "Once a call (true or false)"}},
    {"maximum_per_call", {"Hooguit zo vaak per gesprek", "At most so often in a call"}},
    {"phases", {"Alleen in: opening, solving, closing", "Only in: opening, solving, closing"}},
    {"plain", {"Gewoon woord", "Plain word"}},
    {"sector", {"Sector", "Sector"}},
    {"forms", {"Andere schrijfwijzen", "Other spellings"}},
    {"after", {"Nadat ik …", "After I …"}},
    {"will", {"… zal ik", "… I will"}},
    {"celebrate", {"Zo vier ik het", "How I celebrate"}},
    {"why", {"Wat het brengt", "What it brings"}},
    {"text", {"Bericht", "Message"}},
    {"reason", {"Waarom", "Why"}},
    {"urgency", {"normal of urgent", "normal or urgent"}},
    {"translates", {"Zelfde in de andere taal, zoals en/refund", "The same in the other language, such as nl/retour"}},
    {"fields", {"Velden tussen haakjes, een per regel", "Fields in braces, one a line"}},
};

struct NamedFinding {
  std::string_view kind;
  Bilingual what;    ///< $0: what it is about.
  Bilingual advice;  ///< $0: what to say instead.
};

constexpr NamedFinding kFindings[] = {
    {"jargon", {"“$0” is een vakwoord.", "“$0” is jargon."}, {"Zeg “$0”, of allebei.", "Say “$0”, or both."}},
    {"breath",
     {"Dit is te lang voor één adem.", "This is too long for one breath."},
     {"Hooguit 40 woorden, met de gevoelszin ervoor erbij.", "At most 40 words, with the line said before it."}},
    {"level",
     {"Dit leest moeilijk: “$0”.", "This is hard to read: “$0”."},
     {"Maak er kortere, gewonere woorden van.", "Use shorter, plainer words."}},
    {"emotion",
     {"Het gevoel staat er nog niet.", "The feeling is missing."},
     {"Schrijf in één zin hoe dit voor de klant voelt.", "Write in one sentence how this feels to the customer."}},
    {"order",
     {"“$0” klinkt als een opdracht.", "“$0” sounds like an order."},
     {"Zeg wat ik doe, of wat de klant kan.", "Say what I do, or what the customer can."}},
    {"they",
     {"“$0” gaat over collega's.", "“$0” is about colleagues."},
     {"Zeg “wij”: voor de klant zijn we één bedrijf.", "Say “we”: to the customer we are one company."}},
    {"passive",
     {"Hier doet niemand iets: “$0”.", "Nobody acts here: “$0”."},
     {"Zeg wat WIJ hebben en wat ik doe.", "Say that WE own it and what I do."}},
};

/// What stands between the first quotation marks; all of it when there are none.
std::string quoted(std::string_view text) {
  constexpr std::string_view kOpen = "“";
  constexpr std::string_view kClose = "”";
  const std::size_t open = text.find(kOpen);
  if (open == std::string_view::npos) return std::string(text);
  const std::size_t from = open + kOpen.size();
  const std::size_t close = text.find(kClose, from);
  return std::string(text.substr(from, close == std::string_view::npos ? close : close - from));
}

}  // namespace

Bilingual kind_words(ItemKind kind) {
  switch (kind) {
    case ItemKind::kWhy:
      return {"Waarom", "Why"};
    case ItemKind::kRule:
      return {"Coachregel", "Coach rule"};
    case ItemKind::kTerm:
      return {"Vakwoord", "Jargon"};
    case ItemKind::kHabit:
      return {"Gewoonte", "Habit"};
    case ItemKind::kPrompt:
      return {"Bericht", "Message"};
  }
  return {"", ""};
}

Bilingual state_words(ItemState state) {
  switch (state) {
    case ItemState::kShipped:
      return {"Meegeleverd", "Shipped"};
    case ItemState::kDraft:
      return {"Concept", "Draft"};
    case ItemState::kReview:
      return {"Nakijken", "In review"};
    case ItemState::kLive:
      return {"Live", "Live"};
    case ItemState::kReplaced:
      return {"Vervangen", "Replaced"};
    case ItemState::kRetired:
      return {"Ingetrokken", "Retired"};
  }
  return {"", ""};
}

std::string field_words(ItemKind /*kind*/, const std::string& field, Language language) {
  const auto known =
      std::find_if(std::begin(kFields), std::end(kFields), [&](const NamedField& each) { return each.name == field; });
  return known == std::end(kFields) ? field : known->words.in(language);
}

FindingWords finding_words(const std::string& kind, const std::string& what, const std::string& advice,
                           Language language) {
  const auto known = std::find_if(std::begin(kFindings), std::end(kFindings),
                                  [&](const NamedFinding& each) { return each.kind == kind; });
  if (known == std::end(kFindings)) return {sentence_words(what, language), sentence_words(advice, language)};
  return {known->what.fill(language, quoted(what)), known->advice.fill(language, quoted(advice))};
}

}  // namespace aandacht::model::library_words
