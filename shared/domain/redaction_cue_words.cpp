#include "shared/domain/redaction_cue_words.h"

namespace aandacht::domain::redaction {

std::string_view key_before(const Tokens& tokens, std::size_t at, std::size_t steps) {
  return at >= steps ? std::string_view(tokens[at - steps].key) : std::string_view();
}

bool ends_reach(const Tokens& tokens, std::size_t at) {
  const Key& key = tokens[at].key;
  if (key == ".") {
    const std::string_view abbreviated = key_before(tokens, at, 1);
    return !is_one_of(abbreviated, {"nr", "no", "tel", "ref", "num"}) && abbreviated.size() != 1;
  }
  return is_one_of(key, {"?", "!", ";", "€", "£", "$"});
}

bool may_be_mail_sign(std::string_view key) {
  return key == "@" || key == "at" || key.starts_with("apen") || key.starts_with("apest");
}

bool is_spoken_sign(std::string_view key) {
  return key.starts_with("apenst") || key.starts_with("apest") || key.starts_with("aapst") || key == "slingeraap" ||
         key == "aapje";
}

bool is_back_of_card(const Tokens& tokens, std::size_t at) {
  if (!tokens[at].has(kBackOfCard)) return false;
  return tokens[at].key != "back" || key_before(tokens, at, 1) == "the" || key_at(tokens, at + 1) == "of";
}

bool opens_with_code(std::string_view key) {
  static constexpr base::OneOf kOpened{
      "alarm",           "alarmpaneel", "kluis",      "sleutelkluis",  "sleutelkluisje", "kluisje",  "deur",
      "poort",           "voordeur",    "hek",        "slot",          "toegang",        "simkaart", "sim",
      "garage",          "gate",        "door",       "safe",          "keysafe",        "lockbox",  "lock",
      "padlock",         "entrance",    "cijferslot", "slagboom",      "barrier",        "hekje",    "poortje",
      "fietsenstalling", "locker",      "vak",        "sleutelkastje", "parkeergarage",  "tuinhek",  "tuinpoort",
      "buitendeur",      "ingang",      "portiek",    "shed"};
  return kOpened.has(key);
}

bool has_own_code(const Tokens& tokens, std::size_t at) {
  if (tokens[at].key == "safe") return key_before(tokens, at, 1) == "key";
  static constexpr base::OneOf kLocked{"keysafe",        "lockbox",       "padlock", "cijferslot", "sleutelkluis",
                                       "sleutelkluisje", "sleutelkastje", "alarm",   "alarmpaneel"};
  return kLocked.has(tokens[at].key);
}

bool says_opened_with(const Tokens& tokens, std::size_t at) {
  static constexpr base::OneOf kOpened{"open", "opens", "unlocks", "binnen", "in", "erin", "opengaat", "opengaan"};
  if (!kOpened.has(tokens[at].key)) return false;
  return is_one_of(key_at(tokens, at + 1), {"met", "with", "using", "via"});
}

bool opened_by_code(const Tokens& tokens, std::size_t at) {
  for (std::size_t steps = 1; steps <= 4 && steps <= at; ++steps) {
    const Token& token = tokens[at - steps];
    if (token.has(kCode)) return true;
    if (!token.has(kDeterminer | kNameParticle) && !is_one_of(token.key, {"voor", "for", "of", "op", "on", "to"}))
      return false;
  }
  return false;
}

bool is_sent_by(std::string_view key) {
  return is_one_of(key, {"sms", "sms'je", "smsje", "text", "texted", "appje", "authenticator", "berichtje"});
}

bool is_side_of_card(std::string_view key) {
  static constexpr base::OneOf kSides{"front",      "voorkant",    "voorzijde", "voorop",       "back",     "achterop",
                                      "achterkant", "achterzijde", "strip",     "handtekening", "signature"};
  return kSides.has(key);
}

}  // namespace aandacht::domain::redaction
