// Belgian postcodes as they are said with their town: "achtduizend vijfhonderd Kortrijk", "vijfendertighonderd
// Hasselt".
#include <algorithm>

#include "absl/container/flat_hash_set.h"
#include "shared/domain/redaction_postcode.h"

namespace aandacht::domain::redaction {
namespace {

constexpr std::size_t kFarthestTown = 3;  // tokens before the number

// Where a town's name is of several words, the first that tells. Not "Geel", "Landen" or "Menen", which are words.
bool is_town(std::string_view key) {
  static const auto* towns = new absl::flat_hash_set<std::string_view>{
      "aalst",       "aalter",      "aarschot",     "anderlecht", "antwerpen",      "arlon",        "asse",
      "balen",       "berchem",     "beringen",     "beveren",    "bilzen",         "blankenberge", "borgerhout",
      "bornem",      "brasschaat",  "bree",         "brugge",     "brussel",        "charleroi",    "deinze",
      "dendermonde", "denderleeuw", "deurne",       "diest",      "diksmuide",      "dilbeek",      "dinant",
      "doornik",     "duffel",      "edegem",       "eeklo",      "ekeren",         "elsene",       "etterbeek",
      "evergem",     "genk",        "gent",         "gentbrugge", "geraardsbergen", "grimbergen",   "halle",
      "hamme",       "harelbeke",   "hasselt",      "heist",      "herentals",      "heusden",      "hoboken",
      "hoogstraten", "houthalen",   "ieper",        "izegem",     "jette",          "kapellen",     "kessel",
      "knokke",      "koksijde",    "kontich",      "kortrijk",   "kruibeke",       "lanaken",      "ledeberg",
      "leuven",      "libramont",   "lier",         "lochristi",  "lokeren",        "lommel",       "lovendegem",
      "luik",        "maaseik",     "maasmechelen", "maldegem",   "mariakerke",     "mechelen",     "meise",
      "merelbeke",   "merksem",     "middelkerke",  "mol",        "molenbeek",      "mortsel",      "namen",
      "nieuwpoort",  "nijlen",      "ninove",       "oostende",   "oostkamp",       "oudenaarde",   "overijse",
      "panne",       "poperinge",   "puurs",        "roeselare",  "ronse",          "schaarbeek",   "schoten",
      "sint",        "temse",       "tervuren",     "tielt",      "tienen",         "tongeren",     "torhout",
      "turnhout",    "ukkel",       "veurne",       "vilvoorde",  "waregem",        "wemmel",       "wervik",
      "wetteren",    "wevelgem",    "willebroek",   "wilrijk",    "zaventem",       "zele",         "zelzate",
      "zemst",       "zottegem",    "zwevegem"};
  return towns->contains(key);
}

// What follows the number that is said from token `first` on, when it is one of four digits; 0 when it is not.
std::size_t end_of_thousands(const Tokens& tokens, std::size_t first) {
  if (tokens[first].kind != TokenKind::kWord) return 0;
  int value = tokens[first].value;
  std::size_t next = first + 1;
  const auto following = [&] {
    return next < tokens.size() && tokens[next].kind == TokenKind::kWord ? tokens[next].value : -1;
  };
  if (value >= 10 && value < 100 && following() >= 10 && following() < 100) return next + 1;  // "negentien dertig"
  if (value < 1000 || value > 9999) return 0;
  for (const int unit : {1000, 100, 10}) {
    if (value % unit == 0 && following() > 0 && following() < unit) value += tokens[next++].value;
  }
  return next;
}

bool has_town_before(const Tokens& tokens, std::size_t first) {
  for (std::size_t steps = 1; steps <= kFarthestTown && steps <= first; ++steps) {
    if (is_town(tokens[first - steps].key)) return true;
  }
  return false;
}

}  // namespace

std::optional<TokenRange> belgian_postcode(const Search& search, std::size_t first) {
  const Tokens& tokens = search.tokens;
  const std::size_t end = end_of_thousands(tokens, first);
  if (end == 0 || (first > 0 && tokens[first - 1].value > 9)) return std::nullopt;
  if (end < tokens.size() && tokens[end].has(kUnit)) return std::nullopt;
  std::size_t town = end;
  if (town < tokens.size() && tokens[town].key == ",") ++town;
  const bool named = town < tokens.size() && is_town(tokens[town].key);
  // "in sint-niklaas, eenennegentighonderd": counted in hundreds, as few other things are.
  const bool hundreds = tokens[first].value >= 1000 && tokens[first].key.ends_with("honderd") && end == first + 1;
  if (!named && !(hundreds && has_town_before(tokens, first))) return std::nullopt;
  return TokenRange{first, end - 1};
}

}  // namespace aandacht::domain::redaction
