#include "client/model/refusal_words.h"

#include "absl/strings/ascii.h"
#include "client/model/bilingual.h"
#include "client/model/said_sentence.h"
#include "client/model/token_trouble.h"

namespace aandacht::model {
namespace {

constexpr Bilingual kOtherRole{"dit mag niet met de rol van jouw toegangsbewijs",
                               "the role of your access token may not do this"};
constexpr std::string_view kOtherRoleSaid = "$0 is for $1; this token is of another role";

// Of several that fit, the first counts.
constexpr SaidSentence kSentences[] = {
    // Of the connection.
    {"failed to connect to all addresses", "de dienst antwoordt niet"},
    {"failed to connect to all addresses; $0", "de dienst antwoordt niet"},
    {"Deadline Exceeded", "de dienst antwoordt niet op tijd"},
    {"Socket closed", "de verbinding viel weg"},
    {"Connection reset by peer", "de verbinding viel weg"},
    {"the service ended the stream", "de dienst brak het af"},
    // Of a team.
    {"there is no team \"$0\" that you lead; yours: $1", "je leidt geen team “$0”; wel: $1"},
    {"there is no team \"$0\" that you lead; you lead none that the configuration names, so leave the team out",
     "je leidt geen team “$0”"},
    // Of a customer.
    {"name is missing; send one", "de naam is leeg"},
    {"external_id is missing; send one", "het klantnummer is leeg"},
    {"name is $0 characters; at most $1 are taken", "de naam heeft $0 tekens, hooguit $1 kan"},
    {"external_id is $0 bytes; at most $1 are taken", "het klantnummer heeft $0 tekens, hooguit $1 kan"},
    {"external_id has control characters or is not UTF-8; send printable text",
     "in het klantnummer staan tekens die niet te lezen zijn"},
    {"has more than $0 phone numbers", "er staan meer dan $0 telefoonnummers"},
    {"has more than $0 journey steps", "er staan meer dan $0 stappen in de klantreis"},
    {"a journey step's what is $0 characters; at most $1 are taken",
     "een stap van de klantreis heeft $0 tekens, hooguit $1 kan"},
    {"a promise is $0 characters; at most $1 are taken", "een belofte heeft $0 tekens, hooguit $1 kan"},
    {"\"$0\" is not a phone number; write it as $1", "“$0” is geen telefoonnummer; schrijf het als $1"},
    // Of a line of JSON.
    {"this is not JSON: a line must be one JSON object", "dit is geen JSON; elke regel is één object: {…}"},
    {"this is JSON but not an object: a line must be {…}", "dit is geen object; elke regel is er één: {…}"},
    {"the line is over 1 MiB", "de regel is langer dan 1 MiB"},
    {"`$0` is \"$1\" but must be one of: $2", "bij $0 staat “$1”; kies een van: $2"},
    {"`$0` is missing or empty", "$0 mist of is leeg"},
    {"`$0` is missing: give the day of the step", "$0 mist: geef de dag van de stap"},
    {"`$0` must be a text", "$0 moet tekst zijn"},
    {"`$0` must be a whole number", "$0 moet een heel getal zijn"},
    {"`$0` must be true or false", "$0 moet true (ja) of false (nee) zijn"},
    {"`$0` must be a year such as $1", "$0 moet een jaar zijn, zoals $1"},
    {"`$0` must be a day such as $1", "$0 moet een dag zijn, zoals $1"},
    {"`$0` must be a moment such as $1", "$0 moet een tijdstip zijn, zoals $1"},
    {"`$0` must be a list of texts", "$0 moet een lijst van teksten zijn"},
    {"`$0` must be a list", "$0 moet een lijst zijn"},
    {"`$0` must be an object", "$0 moet een object zijn: {…}"},
    // Of files.
    {"cannot read $0: there is no such file; check the name", "$0 is er niet meer"},
    {"cannot read $0: it is a folder; name a file in it", "$0 is een map; kies een bestand erin"},
    {"cannot read $0: it is a device; name a file", "$0 is geen gewoon bestand"},
    {"cannot read $0: it is empty; is it the right file?", "$0 is leeg; is het het goede bestand?"},
    {"cannot read $0: check its permissions", "je mag $0 niet lezen"},
    {"cannot read $0: Permission denied", "je mag $0 niet lezen"},
    {"cannot read $0: the disk does not give what is in it; try a copy", "de schijf geeft $0 niet; probeer een kopie"},
    {"cannot read $0", "$0 is niet te lezen"},
    {"cannot write $0: Permission denied", "in $0 mag je niet schrijven"},
    {"cannot write $0: Read-only file system", "in $0 kan niet geschreven worden"},
    {"cannot write $0: No space left on device", "de schijf is vol"},
    {"cannot write $0: No such file or directory", "de map van $0 is er niet"},
    {"cannot write $0: $1", "$0 is niet te schrijven ($1)"},
    {"$0 is over $1 bytes, the most that is taken", "$0 is groter dan $1 bytes, meer kan niet"},
    {"$0 is there already", "$0 is er al"},
    {"$0 is not there", "$0 is er niet"},
    {"$0 has no content: no folder nl or en with *.toml in it", "in $0 is geen map nl of en met bestanden"},
    {"$0 is no file; content is read from files only", "$0 is geen gewoon bestand"},
    {"the file has no header row; the first row names the columns",
     "de bovenste rij, met de namen van de kolommen, mist"},
    {"the quote that opens in line $0 is never closed", "het aanhalingsteken van regel $0 gaat nergens dicht"},
    {"the file's columns have changed since they were read; read it again",
     "de kolommen zijn intussen anders; kies het bestand opnieuw"},
};

}  // namespace

std::string said_words(const std::string& said, Language language) {
  if (holes_in(kOtherRoleSaid, said)) return kOtherRole.in(language);
  if (language == Language::kEnglish) return said;
  return said_in_dutch(kSentences, said).value_or(said);
}

std::string said_sentence(const std::string& said, Language language) {
  std::string words = said_words(said, language);
  if (words.empty()) return words;
  words[0] = absl::ascii_toupper(static_cast<unsigned char>(words[0]));
  if (const char last = words.back(); last != '.' && last != '?') words += '.';
  return words;
}

std::string refusal_words(const absl::Status& status, Language language) {
  if (absl::IsUnauthenticated(status)) return token_clause(token_trouble(std::string(status.message())), language);
  return said_words(std::string(status.message()), language);
}

}  // namespace aandacht::model
