// What is to be mended in an item, in the window's language. The service says it in English.
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "client/model/library_words.h"
#include "client/model/said_sentence.h"

namespace aandacht::model::library_words {
namespace {

// Of several that fit, the first counts. What is not here is told as the service said it.
constexpr SaidSentence kSentences[] = {
    // Of texts.
    {"“$0” is jargon", "“$0” is een vakwoord."},
    {"$0 words in one breath", "$0 woorden in één adem."},
    {"say at most 40 words, the line before it included", "Hooguit 40 woorden, met de zin ervoor erbij."},
    {"nobody acts in “$0”", "Hier doet niemand iets: “$0”."},
    {"nothing fills $0 here", "Niemand vult $0 hier in."},
    {"write the words themselves", "Schrijf de woorden zelf."},
    {"the field “$0” is in neither text nor reason", "Het veld “$0” staat niet in het bericht en niet in de reden."},
    {"write {$0} in the text or leave the field out", "Zet {$0} in het bericht, of haal het veld weg."},
    // Of rules.
    {"“$0” matches none of the examples", "“$0” past bij geen van de voorbeelden."},
    {"add an example that it is for, or leave the phrase out",
     "Zet er een voorbeeld bij waar de zin voor is, of haal de zin weg."},
    {"the rule stays quiet at “$0”", "De regel zwijgt bij “$0”."},
    {"widen a phrase or leave the example out", "Maak een zin ruimer, of haal het voorbeeld weg."},
    {"the rule speaks at “$0”", "De regel spreekt bij “$0”."},
    {"narrow a phrase or add to unless", "Maak een zin nauwer, of zet er iets bij onder “behalve bij”."},
    // Of jargon and habits.
    {"“$0” is jargon itself", "“$0” is zelf een vakwoord."},
    {"say “$0”", "Zeg “$0”."},
    {"no why", "Er staat nog niet wat het brengt."},
    {"add why = \"…\": what it brings whom", "Schrijf wat het wie brengt."},
    {"no celebrate", "Er staat nog niet hoe je het viert."},
    {"add celebrate = \"…\": a small cheer right after", "Schrijf een klein feestje voor meteen erna."},
    // Of the other language.
    {"there is no $0 “$1” to translate", "“$1” is er niet in de andere taal."},
    {"write the id of a $0 in another language, or leave translates out",
     "Schrijf hoe het in de andere taal heet, zoals nl/retour, of laat het leeg."},
    {"“$0” is translated by $1 too", "Naast “$0” staat $1 al."},
    {"“$0” says that it translates $1", "“$0” zegt zelf dat het naast $1 staat."},
    {"two stand beside each other, not three; let one of them name another, or leave translates out",
     "Er staan er twee naast elkaar, geen drie: noem een andere, of laat het leeg."},
    {"\"$0\" is no id in another language", "“$0” is geen naam in een andere taal."},
    {"write it with that language, such as translates = \"$0\", or leave translates out",
     "Schrijf de taal ervoor, zoals $0, of laat het leeg."},
    // What keeps an item from going live.
    {"$0 needs phrases", "Een regel heeft zinnen nodig."},
    {"a $0 without $1", "Hier mist nog “$1”.", 1},
    {"give it one", "Geef het er een."},
    {"$0 needs $1", "Dit veld mist nog: “$1”.", 1},
    {"add $0 = \"…\"", "Vul het in."},
    {"add $0 = [\"…\"]", "Schrijf er een of meer, elk op een regel."},
    {"$0 is empty", "Hier staat nog niets."},
    {"write what it should say", "Schrijf wat er moet staan."},
    {"$0 has $1 words", "Dit zijn $1 woorden."},
    {"write at most $0", "Schrijf er hooguit $0."},
    {"$0 must be a duration of at most a year with its unit: $1",
     "Dit is een tijd met zijn eenheid, zoals 60s of 1m30s."},
    {"$0 must be a whole number from $1 to $2", "Dit is een heel getal van $1 tot $2."},
    {"$0 must be true or false", "Schrijf true (ja) of false (nee)."},
    {"$0 must be text between quotes: $1", "Dit is gewone tekst."},
    {"$0 must be a list of texts: $1", "Dit is een lijst: elk op een eigen regel."},
    {"every item of $0 must be a text between quotes", "Elke regel hier is gewone tekst."},
    {"$0 must be a number", "Dit is een getal."},
    {"unknown slot $0", "$0 wordt hier door niemand ingevuld."},
    {"name it in fields = [\"…\"] or leave it out", "Noem het bij de velden, of haal het weg."},
    {"unknown $0 \"$1\"", "“$1” ken ik hier niet."},
    {"write one of $0", "Schrijf een van deze: $0."},
    {"$0 has no field \"$1\"", "Een veld “$1” is er niet."},
    {"it has $0", "Wel: $0."},
    {"the phrase \"$0\": $1", "De zin “$0” kan niet gelezen worden: $1."},
    {"no words are called <$0>", "woorden met de naam <$0> zijn er niet"},
    {"add them to [words] or use one of $0", "Gebruik een van deze: $0."},
    {"it fits every text", "hij past op elke tekst"},
    {"write at least one word", "Schrijf minstens één woord."},
    {"RE2 says: $0", "RE2 zegt: $0"},
    {"the id \"$0\" is used twice", "De naam $0 wordt twee keer gebruikt."},
    {"give this $0 another", "Geef deze een andere naam."},
    {"$0: this is not TOML", "Dit is geen leesbaar bestand: $0."},
    {"this is not TOML", "Dit kan zo niet gelezen worden."},
    {"write it anew", "Schrijf het opnieuw."},
};

/// As a person calls a field, with what the file calls the name itself.
std::string dutch_field(const std::string& field) {
  if (field == "id") return "naam";
  if (field == "word") return "woord";
  // Every kind calls the same field the same.
  return field_words(domain::ItemKind::kWhy, field, Language::kDutch);
}

}  // namespace

std::string sentence_words(const std::string& said, Language language) {
  if (language == Language::kEnglish) return said;
  return said_in_dutch(kSentences, said, dutch_field).value_or(said);
}

std::string refusal_words(const std::string& what, Language language) {
  if (language == Language::kEnglish) return absl::StrCat(what, ".");
  std::vector<std::string> parts;
  for (const absl::string_view part : absl::StrSplit(what, "; ", absl::SkipEmpty())) {
    std::string said(part);
    std::string before;
    // "why nl/geld, customer: …" names the item first.
    for (const domain::ItemKind kind : domain::item_kinds()) {
      const std::string named = absl::StrCat(domain::name_of(kind), " ");
      const std::size_t colon = said.starts_with(named) ? said.find(": ") : std::string::npos;
      const std::size_t comma = said.find(", ");
      if (colon == std::string::npos) continue;
      if (comma < colon) {
        before = field_words(kind, said.substr(comma + 2, colon - comma - 2), language);
      }
      said = said.substr(colon + 2);
      break;
    }
    std::string words = sentence_words(said, language);
    if (words == said) words += '.';
    // The sentence may name the field itself.
    const bool names = before.empty() || absl::StrContains(words, absl::StrCat("“", before, "”"));
    parts.push_back(names ? words : absl::StrCat(before, ": ", words));
  }
  std::string all;
  for (const std::string& part : parts) absl::StrAppend(&all, all.empty() ? "" : " ", part);
  return all;
}

}  // namespace aandacht::model::library_words
