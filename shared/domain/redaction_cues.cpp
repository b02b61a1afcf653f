// What the words around a number say it is.
#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "shared/domain/redaction_detail.h"

namespace aandacht::domain::redaction {
namespace {

constexpr std::size_t kFarthestCue = 12;  // tokens

using Cues = absl::flat_hash_map<std::string_view, Cue>;
using Words = absl::flat_hash_set<std::string_view>;

void add(Cues& cues, Cue cue, std::initializer_list<std::string_view> words) {
  for (const std::string_view word : words) cues[word] = cue;
}

const Cues& cues() {
  static const Cues* const all = [] {
    auto* made = new Cues;
    add(*made, Cue::kStays,
        {"klantnummer",
         "klantnr",
         "klantenkaart",
         "klantennummer",
         "ordernummer",
         "ordernr",
         "order",
         "bestelnummer",
         "bestelling",
         "factuurnummer",
         "factuurnr",
         "factuur",
         "dossiernummer",
         "dossier",
         "zaaknummer",
         "zaak",
         "meterstand",
         "meterstanden",
         "stand",
         "meternummer",
         "ean",
         "lidnummer",
         "lidmaatschapsnummer",
         "polisnummer",
         "polis",
         "contractnummer",
         "contract",
         "referentie",
         "referentienummer",
         "kenmerk",
         "ticketnummer",
         "ticket",
         "boekingsnummer",
         "boeking",
         "reserveringsnummer",
         "reservering",
         "pakket",
         "pakketnummer",
         "trackingnummer",
         "tracking",
         "trace",
         "zending",
         "barcode",
         "serienummer",
         "artikelnummer",
         "relatienummer",
         "debiteurnummer",
         "betalingskenmerk",
         "aanvraagnummer",
         "meldingsnummer",
         "klachtnummer",
         "patientnummer",
         "verzekerdennummer",
         "postcode",
         "case",
         "customer",
         "invoice",
         "booking",
         "reference",
         "ref",
         "membership",
         "policy",
         "claim",
         "meter",
         "reading",
         "parcel",
         "serial",
         "reservation",
         "confirmation",
         "article",
         "item",
         "complaint"});
    add(*made, Cue::kCard,
        {"kaartnummer", "creditcard", "creditcardnummer", "kredietkaart", "kredietkaartnummer", "kaart", "card", "visa",
         "mastercard", "amex", "pasnummer", "bankkaart", "bankpas", "betaalpas", "maestro", "debit", "credit",
         "cardnumber"});
    add(*made, Cue::kCardCode,
        {"cvc", "cvv", "cvccode", "cvvcode", "beveiligingscode", "veiligheidscode", "kaartcode", "security", "csc"});
    add(*made, Cue::kBank,
        {"iban", "ibannummer", "rekeningnummer", "rekening", "bankrekening", "bankrekeningnummer", "bank", "sort"});
    add(*made, Cue::kBsn, {"bsn", "bsnnummer", "burgerservicenummer", "sofinummer", "sofi", "rijksregisternummer"});
    add(*made, Cue::kPhone,
        {"telefoonnummer", "telefoon", "telefoonnr", "tel",         "mobiel",     "mobiele",  "mobieltje", "gsm",
         "gsmnummer",      "bellen",   "bel",        "terugbellen", "bereikbaar", "bereiken", "whatsapp",  "appen",
         "sms'en",         "phone",    "telephone",  "mobile",      "cell",       "call",     "ring",      "reach",
         "landline",       "vaste"});
    add(*made, Cue::kSecret,
        {"pin", "pincode", "pinnummer", "toegangscode", "inlogcode", "verificatiecode", "smscode", "passcode",
         "verification", "wachtwoord", "paswoord", "password", "ontgrendelcode", "alarmcode", "kluiscode"});
    return made;
  }();
  return *all;
}

const Words& connectors() {
  static const auto* words = new Words{
      "is",     "was",   "zijn",    "are",      "dat",    "that's",   "it's",       "that",   "it",   "its",   "'t",
      "het",    "de",    "the",     "mijn",     "m'n",    "my",       "our",        "onze",   "van",  "of",    "for",
      "voor",   "dan",   "then",    "namelijk", "nummer", "nr",       "no",         "number", "code", "luidt", "staat",
      "staan",  "here",  "hier",    "dus",      "ok",     "okay",     "oke",        "en",     "and",  "op",    "on",
      "at",     "aan",   "bij",     "onder",    "under",  "me",       "mij",        "ons",    "us",   "her",   "haar",
      "his",    "u",     "uw",      "you",      "your",   "je",       "jouw",       "er",     "ie",   "komt",  "even",
      "graag",  "wacht", "ook",     "also",     "met",    "with",     "reads",      "to",     "naar", "te",    "best",
      "beste",  "sms",   "account", "cijfers",  "digits", "achterop", "achterkant", "back",   "die",  "this",  "dit",
      "gewoon", "just",  "numero",  "starts",   "begint", "kan",      "kunt"};
  return *words;
}

bool ends_reach(const std::vector<Token>& tokens, std::size_t at) {
  const std::string& key = tokens[at].key;
  if (key == "." && at > 0) {
    const std::string& before = tokens[at - 1].key;
    return before != "nr" && before != "no" && before != "tel" && before != "ref";
  }
  return key == "." || key == "?" || key == "!" || key == ";" || key == "€" || key == "£" || key == "$";
}

// "c v c" and "c v v", spelled.
bool is_spelled_card_code(const std::vector<Token>& tokens, std::size_t at) {
  return at >= 2 && (tokens[at].key == "c" || tokens[at].key == "v") && tokens[at - 1].key == "v" &&
         tokens[at - 2].key == "c";
}

}  // namespace

Cue cue_before(const std::vector<Token>& tokens, std::size_t at) {
  Cue candidate = Cue::kNone;
  bool said_code = false;
  bool said_back = false;
  for (std::size_t steps = 0; at > 0 && steps < kFarthestCue; ++steps) {
    const Token& token = tokens[--at];
    const bool in_name = token.key == "2" && !token.space_before;  // "cvc2"
    if (token.kind == TokenKind::kPlaceholder || (token.kind == TokenKind::kDigits && !in_name)) break;
    if (token.kind != TokenKind::kWord) {
      if (ends_reach(tokens, at)) break;
      continue;
    }
    if (is_spelled_card_code(tokens, at)) return Cue::kCardCode;
    std::string_view key = token.key;
    if (key.ends_with("'s")) key.remove_suffix(2);
    const auto found = cues().find(key);
    const Cue cue = found == cues().end() ? Cue::kNone : found->second;
    if (said_back && (token.key == "cijfers" || token.key == "digits")) return Cue::kCardCode;
    if (cue == Cue::kCard) {
      if (said_code || said_back) return Cue::kCardCode;
      candidate = cue;  // "the code on the back of my card is": what stands before it may say more
    } else if (cue == Cue::kCardCode || (cue != Cue::kNone && candidate == Cue::kNone)) {
      return cue;
    } else if (connectors().contains(token.key) || connectors().contains(key) || is_filler(token.key)) {
      said_code = said_code || key == "code";
      said_back = said_back || token.key == "achterop" || token.key == "achterkant" || token.key == "back";
      if (candidate == Cue::kCard && said_back) return Cue::kCardCode;
    } else {
      break;
    }
  }
  return candidate;
}

Cue cue_after(const std::vector<Token>& tokens, std::size_t last) {
  for (std::size_t at = last + 1; at < tokens.size() && at <= last + 5; ++at) {
    const Token& token = tokens[at];
    if (token.kind == TokenKind::kMark && !ends_reach(tokens, at)) continue;
    if (token.kind != TokenKind::kWord) break;
    const bool on_the_back = token.key == "back" && tokens[at - 1].key == "the";
    if (token.key == "achterop" || token.key == "achterkant" || on_the_back) return Cue::kCardCode;
    const auto found = cues().find(token.key);
    if (found != cues().end()) return found->second == Cue::kCardCode ? Cue::kCardCode : Cue::kNone;
    static const auto* links =
        new Words{"is", "op", "de", "the", "on", "at", "van", "my", "mijn", "that's", "dat", "was", "staat"};
    if (!links->contains(token.key)) break;
  }
  return Cue::kNone;
}

}  // namespace aandacht::domain::redaction
