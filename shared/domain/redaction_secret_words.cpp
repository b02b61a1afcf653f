// The words around a password: its cue, its link, and what may be said instead of it.
#include "absl/container/flat_hash_set.h"
#include "shared/base/one_of.h"
#include "shared/domain/redaction_secret.h"

namespace aandacht::domain::redaction {
namespace {

using Words = absl::flat_hash_set<std::string_view>;

bool is_cue(std::string_view key) {
  static constexpr base::OneOf kCues{"wachtwoord",  "wachtwoordje", "paswoord",     "password",  "passwoord",
                                     "passphrase",  "wachtzin",     "ww",           "codewoord", "controlewoord",
                                     "geheimwoord", "inlogcode",    "toegangscode", "passcode",  "pw"};
  if (key.ends_with("'s")) key.remove_suffix(2);
  return kCues.has(key) || key.ends_with("wachtwoord");
}

}  // namespace

bool is_password_cue(const Tokens& tokens, std::size_t at) {
  if (is_cue(tokens[at].key)) return true;
  static constexpr base::OneOf kLast{
      "word", "woord", "vraag", "name", "antwoord", "meisjesnaam", "veiligheidsvraag", "beveiligingsvraag", "answer"};
  if (at == 0 || !kLast.has(tokens[at].key)) return false;
  const Key& before = tokens[at - 1].key;
  const Key& key = tokens[at].key;
  if (key == "word" || key == "woord") {
    return before == "memorable" || before == "geheim" || before == "geheime" || before == "pass" || before == "secret";
  }
  if (key == "vraag") return before == "geheime" || before == "veiligheids";
  if (key == "name") return before == "maiden";
  if (key == "meisjesnaam" || key == "veiligheidsvraag" || key == "beveiligingsvraag") return true;
  return (key == "antwoord" && before == "geheime") ||
         (key == "answer" && (before == "secret" || before == "security" || before == "verification"));
}

bool is_link(std::string_view key) {
  return key == "is" || key == "was" || key == ":" || key == "=" || key == "luidt" || key == "wordt" ||
         key == "being" || key == "been" || key == "be" || key == "da's" || key == "that's" || key == "it's";
}

bool is_state(std::string_view key) {
  static const auto* words = new Words{
      "niet",        "vergeten",  "kwijt",     "fout",      "verkeerd",   "onjuist",   "ongeldig",  "verlopen",
      "geblokkeerd", "gewijzigd", "veranderd", "gereset",   "ingesteld",  "aangepast", "te",        "toch",
      "al",          "nog",       "wel",       "geweigerd", "gehackt",    "gestolen",  "leeg",      "weg",
      "nodig",       "hetzelfde", "steeds",    "altijd",    "ook",        "weer",      "dat",       "een",
      "de",          "het",       "er",        "zo",        "mij",        "me",        "geen",      "goed",
      "correct",     "juist",     "opnieuw",   "net",       "pas",        "sinds",     "door",      "bekend",
      "onbekend",    "voor",      "waar",      "wat",       "natuurlijk", "gewoon",    "prive",     "geheim",
      "at",          "between",   "tussen",    "minimaal",  "minstens",   "maximaal",  "langer",    "korter",
      "meestal",     "least",     "must",      "longer",    "vereist",    "verplicht", "beter",     "veilig",
      "onveilig",    "verstuurd", "gestuurd",  "via",       "wrong",      "not",       "incorrect", "expired",
      "forgotten",   "locked",    "blocked",   "reset",     "changed",    "too",       "still",     "invalid",
      "gone",        "lost",      "being",     "needed",    "required",   "never",     "no",        "rejected",
      "always",      "the",       "a",         "that",      "right",      "fine",      "correct",   "what",
      "something",   "private",   "secret",    "on",        "in",         "also",      "again",     "just",
      "set",         "sent",      "stolen",    "hacked",    "supposed",   "going",     "case",      "so",
      "it",          "my",        "mine",      "only",      "really",     "now",       "then",      "u",
      "ik",          "i",         "you",       "they",      "we"};
  return words->contains(key);
}

bool is_reply(std::string_view key) {
  static const auto* words =
      new Words{"vergeten", "kwijt",  "idee",       "hallo",  "hello",  "sure",      "nope",     "thanks", "bedankt",
                "forgot",   "forget", "remember",   "unsure", "bye",    "doei",      "dag",      "waarom", "why",
                "hoezo",    "huh",    "pardon",     "what",   "wat",    "welk",      "welke",    "which",  "geen",
                "moment",   "hold",   "minuut",     "minute", "second", "seconde",   "opzoeken", "check",  "zoeken",
                "liever",   "rather", "natuurlijk", "weet",   "know",   "hetzelfde", "same",     "great"};
  return words->contains(key);
}

}  // namespace aandacht::domain::redaction
