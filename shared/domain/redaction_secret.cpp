// Passwords after their cue.
#include <algorithm>
#include <optional>

#include "absl/container/flat_hash_set.h"
#include "shared/domain/redaction_detail.h"

namespace aandacht::domain::redaction {
namespace {

using Words = absl::flat_hash_set<std::string_view>;

constexpr std::size_t kMostWords = 8;
constexpr std::size_t kMostSpelled = 40;

bool is_cue(std::string_view key) {
  static const auto* words =
      new Words{"wachtwoord", "wachtwoordje", "paswoord",  "password",     "passwoord", "passphrase", "wachtzin",
                "ww",         "codewoord",    "inlogcode", "toegangscode", "passcode",  "pw"};
  if (key.ends_with("'s")) key.remove_suffix(2);
  return words->contains(key) || key.ends_with("wachtwoord");
}

// "geheime woord", "memorable word", "pass word": at the last word.
bool is_cue_at(const Tokens& tokens, std::size_t at) {
  if (is_cue(tokens[at].key)) return true;
  if (at == 0) return false;
  const std::string& before = tokens[at - 1].key;
  const std::string& key = tokens[at].key;
  if (key == "word" || key == "woord") {
    return before == "memorable" || before == "geheim" || before == "geheime" || before == "pass" || before == "secret";
  }
  if (key == "vraag") return before == "geheime" || before == "veiligheids";
  if (key == "name") return before == "maiden";
  if (key == "meisjesnaam" || key == "veiligheidsvraag" || key == "beveiligingsvraag") return true;
  return (key == "antwoord" && before == "geheime") ||
         (key == "answer" && (before == "secret" || before == "security"));
}

bool is_link(std::string_view key) {
  return key == "is" || key == "was" || key == ":" || key == "=" || key == "luidt" || key == "wordt" ||
         key == "being" || key == "been" || key == "be" || key == "da's" || key == "that's" || key == "it's";
}

// "my password for the app is": words between the cue and its link.
bool is_between_cue_and_link(const Token& token) {
  return token.kind == TokenKind::kWord && !is_link(token.key) && token.value < 0 && token.key != "niet" &&
         token.key != "not";
}

// What a password may be said to be without telling it.
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

bool ends_password(const Token& token) {
  static const auto* words = new Words{"en",  "maar", "and", "but",  "dus", "want", "because", "klopt",
                                       "met", "with", "dan", "then", "?",   ",",    ";",       "that's"};
  return token.kind == TokenKind::kPlaceholder || words->contains(token.key);
}

// Characters that stand together, as a written password does: the last token of them.
std::size_t chunk_end(const Tokens& tokens, std::size_t first) {
  std::size_t last = first;
  while (last + 1 < tokens.size() && !tokens[last + 1].space_before &&
         tokens[last + 1].kind != TokenKind::kPlaceholder && last - first < 64) {
    ++last;
  }
  while (last > first && (tokens[last].key == "." || tokens[last].key == "," || tokens[last].key == "?")) --last;
  return last;
}

bool has_digit_and_more(const Tokens& tokens, std::size_t first, std::size_t last) {
  const auto begin = tokens.begin() + static_cast<std::ptrdiff_t>(first);
  const auto end = tokens.begin() + static_cast<std::ptrdiff_t>(last) + 1;
  return std::any_of(begin, end, [](const Token& token) { return token.kind == TokenKind::kDigits; });
}

// A password as it is spelled out: "hoofdletter z, o, m, 2 0 2 4, uitroepteken".
bool is_spelled(const Token& token) {
  if (token.kind == TokenKind::kDigits || token.value >= 0 || token.letter != 0 || token.has(kMany)) return true;
  if (token.kind == TokenKind::kWord && token.key.size() == 1) return true;
  static const auto* words =
      new Words{"hoofdletter",  "hoofdletters", "capital",      "uppercase",   "lowercase",  "kleine",   "letter",
                "letters",      "uitroepteken", "exclamation",  "mark",        "hekje",      "hash",     "hashtag",
                "dollar",       "sterretje",    "asterisk",     "star",        "underscore", "streepje", "dash",
                "apenstaartje", "vraagteken",   "procentteken", "dollarteken", "point",      "punt"};
  return words->contains(token.key);
}

// Over a comma or "en dan" to another spelled piece.
bool spells_on(const Tokens& tokens, std::size_t at) {
  for (std::size_t steps = 0; at < tokens.size() && steps < 4; ++steps, ++at) {
    if (is_spelled(tokens[at]) && !tokens[at].has(kFiller)) return true;
    if (tokens[at].key != "," && !tokens[at].has(kFiller | kFresh | kGap)) return false;
  }
  return false;
}

// "tulips and roses": one or two words to the end that begin no clause.
bool goes_on(const Tokens& tokens, std::size_t at) {
  if (!tokens[at].has(kFresh) || at + 1 >= tokens.size() || tokens.size() - at > 3) return false;
  return std::none_of(tokens.begin() + static_cast<std::ptrdiff_t>(at) + 1, tokens.end(), [](const Token& token) {
    return token.kind != TokenKind::kWord || token.has(kStop | kConnector | kFiller) || token.cue != Cue::kNone;
  });
}

// What is told of how a password is written: "met hoofdletter k", "and a one at the end", "en dan drie nullen".
bool is_detail(const Token& token) {
  static const auto* words = new Words{
      "hoofdletter", "hoofdletters", "kleine",   "letter",    "letters", "capital",      "capitals",    "caps",
      "uppercase",   "lowercase",    "cijfer",   "cijfers",   "eind",    "einde",        "end",         "front",
      "begin",       "beginning",    "erachter", "ervoor",    "nullen",  "uitroepteken", "exclamation", "mark",
      "keer",        "times",        "spatie",   "spaties",   "space",   "spaces",       "elkaar",      "vooraan",
      "achteraan",   "after",        "hekje",    "sterretje", "word",    "punt",         "vraagteken",  "underscore",
      "streepje",    "dollarteken",  "nulletje", "eentje"};
  return words->contains(token.key) || token.kind == TokenKind::kDigits || token.value >= 0 || token.has(kMany) ||
         is_zero_letter(token);
}

// What leads to such words, or to another password: "of anders regenlaars met een nul".
bool leads_on(const Token& token) {
  for (const std::string_view word :
       {"met", "with", "zonder", "without", "en", "and", "dan", "then", "of", "or", "all", "alles", "aan", "no"}) {
    if (token.key == word) return true;
  }
  return false;
}

// Past "met hoofdletter k en dan drie uitroeptekens" behind a password that ends at `last`.
std::size_t with_details(const Tokens& tokens, std::size_t last) {
  constexpr std::size_t kFarthestDetail = 6;  // tokens from one detail to the next
  std::size_t end = last;
  if (last + 1 >= tokens.size()) return last;
  const bool leads = leads_on(tokens[last + 1]) || is_detail(tokens[last + 1]) || tokens[last + 1].key == ",";
  for (std::size_t at = last + 1; leads && at < tokens.size() && at - end <= kFarthestDetail; ++at) {
    const Token& token = tokens[at];
    if (token.kind == TokenKind::kPlaceholder || token.cue != Cue::kNone || token.has(kUnit) || token.key == "maar" ||
        token.key == "but" || token.key == "?") {
      if (!is_detail(token)) break;
    }
    const bool letter = token.key.size() == 1 && token.kind == TokenKind::kWord && at == end + 1;
    const bool of = (tokens[at - 1].key == "of" || tokens[at - 1].key == "or" || tokens[at - 1].key == "anders") &&
                    !token.has(kStop | kConnector | kFiller) && token.key != "anders" && token.kind == TokenKind::kWord;
    if (is_detail(token) || letter || of) end = at;
  }
  return end;
}

// Over "denk ik", "volgens mij", "just", which may stand before a password.
std::size_t past_hedges(const Tokens& tokens, std::size_t at) {
  const auto is_hedge = [&](std::size_t i) {
    for (const std::string_view word :
         {"denk", "dacht", "geloof", "volgens", "gewoon", "just", "think", "believe", "probably", "misschien", "maybe",
          "nog", "altijd", "steeds", "heel", "simpel"}) {
      if (key_at(tokens, i) == word) return true;
    }
    const std::string_view key = key_at(tokens, i);
    const bool person = key == "ik" || key == "mij" || key == "i";
    return person && i > at;
  };
  std::size_t past = at;
  while (past < tokens.size() && past < at + 4 && is_hedge(past)) ++past;
  if (past == at && (key_at(tokens, at) == "i") && is_hedge(at + 1)) past = at + 2;
  return past;
}

// After "is": to the end of the clause, a chunk at a time.
std::size_t clause_end(const Tokens& tokens, std::size_t first) {
  std::size_t last = chunk_end(tokens, first);
  std::size_t spelled_words = 0;
  for (std::size_t words = 1; words < kMostWords && last + 1 < tokens.size(); ++words) {
    const Token& next = tokens[last + 1];
    const bool spelled = spells_on(tokens, last + 1);
    if (next.kind == TokenKind::kPlaceholder || (next.key == "." && !spelled)) break;
    if (ends_password(next) && !spelled && !goes_on(tokens, last + 1)) break;
    if (spelled) {  // Letters are no words.
      --words;
      ++spelled_words;
    }
    if (spelled_words > kMostSpelled) break;
    last = chunk_end(tokens, last + 1);
  }
  return last;
}

}  // namespace

namespace {

// Words that may lead from a cue to its link: "… voor de app is", "… dat ik gebruik is", "… has always been".
bool leads_to_link(std::string_view key) {
  for (const std::string_view word :
       {"voor", "for", "van", "of",   "dat", "die", "that", "i",   "we", "has", "moet", "should", "to",
        "ik",   "op",  "on",  "must", "zou", "eh",  "ehm",  "euh", "uh", "um",  "used", "het",    "daarvan"}) {
    if (key == word) return true;
  }
  return false;
}

// Where the password after the cue at `cue` begins; absent when none is told.
std::optional<std::size_t> told_at(const Tokens& tokens, std::size_t cue, bool& linked) {
  linked = tokens[cue].key.ends_with("'s");
  std::size_t first = cue + 1;
  std::size_t link = first;
  while (link < tokens.size() && link <= cue + 6 && is_between_cue_and_link(tokens[link])) ++link;
  if (link < tokens.size() && link > first && leads_to_link(tokens[first].key) && is_link(tokens[link].key))
    first = link;
  while (first < tokens.size() && first <= cue + 12 &&
         (is_link(tokens[first].key) || (tokens[first].has(kFiller) && tokens[first].key != "so") ||
          (linked && (tokens[first].key == "," || tokens[first].key == "dan")))) {
    linked = linked || is_link(tokens[first].key);
    ++first;
  }
  if (linked) first = past_hedges(tokens, first);
  if (first >= tokens.size() || tokens[first].kind == TokenKind::kPlaceholder) return std::nullopt;
  if (tokens[first].kind == TokenKind::kMark && tokens[first].key != "\"" && !linked) return std::nullopt;
  if (ends_password(tokens[first])) return std::nullopt;
  return first;
}

// "Tulp22", "hond_9!": letters and digits that stand together, and no quantity ("8gb", "3e").
bool is_mixed(const Tokens& tokens, std::size_t first, std::size_t last) {
  bool letters = false;
  bool digits = false;
  for (std::size_t at = first; at <= last; ++at) {
    letters = letters || (tokens[at].kind == TokenKind::kWord && !tokens[at].has(kUnit) && tokens[at].key.size() > 2);
    digits = digits || tokens[at].kind == TokenKind::kDigits;
    if (tokens[at].kind == TokenKind::kPlaceholder || tokens[at].key == "@" || tokens[at].key == "/") return false;
  }
  return letters && digits;
}

// A mixed chunk near the cue, whatever the words between: "ik heb mijn wachtwoord veranderd in Tulp22".
std::optional<std::size_t> mixed_near(const Tokens& tokens, std::size_t cue) {
  const auto ends = [&](std::size_t at) {
    return tokens[at].key == "?" || tokens[at].kind == TokenKind::kPlaceholder || tokens[at].cue == Cue::kStays ||
           (tokens[at].key == "." && at + 1 < tokens.size() && tokens[at + 1].space_before);
  };
  for (std::size_t at = cue + 1; at < tokens.size() && at <= cue + 8 && !ends(at); ++at) {
    if (tokens[at].space_before && is_mixed(tokens, at, chunk_end(tokens, at))) return at;
  }
  for (std::size_t at = cue; at-- > 0 && cue - at <= 14 && !ends(at);) {
    const bool begins = tokens[at].space_before;
    if (begins && is_mixed(tokens, at, chunk_end(tokens, at))) return at;
  }
  return std::nullopt;
}

// What may be answered instead of a password.
bool is_reply(std::string_view key) {
  static const auto* words =
      new Words{"vergeten", "kwijt",  "idee",       "hallo",  "hello",  "sure",      "nope",     "thanks", "bedankt",
                "forgot",   "forget", "remember",   "unsure", "bye",    "doei",      "dag",      "waarom", "why",
                "hoezo",    "huh",    "pardon",     "what",   "wat",    "welk",      "welke",    "which",  "geen",
                "moment",   "hold",   "minuut",     "minute", "second", "seconde",   "opzoeken", "check",  "zoeken",
                "liever",   "rather", "natuurlijk", "weet",   "know",   "hetzelfde", "same",     "great"};
  return words->contains(key);
}

// An answer to "wat is uw wachtwoord?": a few words that are no common ones.
// "het is regenlaars met hoofdletter": what is linked to the question.
bool find_linked_answer(Search& search) {
  const Tokens& tokens = search.tokens;
  if (search.content == 0 || search.content > 5) return false;
  std::size_t link = 0;
  while (link < tokens.size() && link <= 6 && !is_link(tokens[link].key) && !tokens[link].key.ends_with("'s")) {
    const Token& token = tokens[link];
    if (token.has(kNegation) || token.cue != Cue::kNone) return false;
    if (!token.has(kFiller | kConnector | kStop | kDeterminer) && token.key != "believe" && token.key != "denk") {
      return false;
    }
    ++link;
  }
  const std::size_t first = link < tokens.size() ? past_hedges(tokens, link + 1) : tokens.size();
  if (first >= tokens.size() || link > 6) return false;
  for (const Token& token : tokens) {
    if (token.has(kNegation) || token.key == "?" || token.kind == TokenKind::kPlaceholder) return false;
  }
  const Token& begin = tokens[first];
  if (begin.kind == TokenKind::kMark || begin.has(kFiller | kStop | kConnector | kAsk) || begin.cue != Cue::kNone ||
      is_state(begin.key) || is_reply(begin.key) || begin.key.ends_with("nd") || begin.has(kUnit)) {
    return false;
  }
  const std::size_t last = with_details(tokens, clause_end(tokens, first));
  if (!search.is_free(first, last)) return false;
  search.take(first, last, SpanKind::kSecret);
  return true;
}

// "regenlaars met hoofdletter": a word and how it is written.
bool find_answer_with_details(Search& search) {
  const Tokens& tokens = search.tokens;
  std::size_t first = 0;
  while (first < tokens.size() && tokens[first].has(kFiller | kConnector | kDeterminer)) ++first;
  if (first + 1 >= tokens.size() || tokens[first].kind != TokenKind::kWord || search.content > 5) return false;
  if (tokens[first].has(kStop | kAsk) || is_state(tokens[first].key) || is_reply(tokens[first].key)) return false;
  const std::size_t last = with_details(tokens, first);
  if (last == first || !search.is_free(first, last)) return false;
  search.take(first, last, SpanKind::kSecret);
  return true;
}

void find_asked_password(Search& search) {
  if (search.expected.has(Cue::kPassword) && (find_linked_answer(search) || find_answer_with_details(search))) return;
  if (!search.expected.has(Cue::kPassword) || search.content == 0 || search.content > 3) return;
  bool numbered = false;
  bool common = false;
  std::optional<std::size_t> first;
  std::size_t last = 0;
  for (std::size_t at = 0; at < search.tokens.size(); ++at) {
    const Token& token = search.tokens[at];
    if (token.kind == TokenKind::kPlaceholder || token.key == "?" || search.taken[at]) return;
    if (token.kind == TokenKind::kMark) continue;
    const bool value = token.kind == TokenKind::kDigits || token.value >= 0 ||
                       (!token.has(kFiller | kConnector | kStop | kGap | kAsk) && token.cue == Cue::kNone);
    if (value && (is_state(token.key) || is_reply(token.key))) return;
    numbered = numbered || token.kind == TokenKind::kDigits || token.value >= 0;
    common = common || (token.has(kStop) && !token.has(kFiller | kGap));
    if (value) {
      if (!first) first = at;
      last = at;
    } else if (first && !token.has(kFiller | kGap)) {
      break;
    }
  }
  if (first && (numbered || !common)) search.take(*first, chunk_end(search.tokens, last), SpanKind::kSecret);
}

// "ik gebruik overal sneeuwvlok als wachtwoord": between a verb that gives it and the cue.
void find_passwords_behind(Search& search) {
  const Tokens& tokens = search.tokens;
  for (std::size_t cue = 2; cue < tokens.size(); ++cue) {
    if (!is_cue_at(tokens, cue)) continue;
    std::size_t as = cue - 1;
    while (as > 1 && tokens[as].has(kDeterminer)) --as;
    if (tokens[as].key != "als" && tokens[as].key != "as" && tokens[as].key != "for") continue;
    std::size_t first = 0;
    for (std::size_t at = as; at-- > 0 && as - at <= 8;) {
      bool gives = false;
      for (const std::string_view word : {"is", "it's", "that's", "gebruik", "use", "used", "had", "heb", "neem", "nam",
                                          "koos", "put", "overal", "gebruikte", "chose"}) {
        gives = gives || tokens[at].key == word;
      }
      if (gives) {
        first = at + 1;
        break;
      }
    }
    while (first > 0 && first < as && (tokens[first].has(kFiller) || tokens[first].key == "overal")) ++first;
    if (first == 0 || first >= as || tokens[first].has(kStop | kConnector | kDeterminer) ||
        is_state(tokens[first].key) || !search.is_free(first, as - 1)) {
      continue;
    }
    const bool hidden = std::any_of(tokens.begin() + static_cast<std::ptrdiff_t>(first),
                                    tokens.begin() + static_cast<std::ptrdiff_t>(as),
                                    [](const Token& token) { return token.kind == TokenKind::kPlaceholder; });
    if (hidden) continue;
    search.take(first, as - 1, SpanKind::kSecret);
  }
}

}  // namespace

namespace {

// "ik log in met Zomer!2019": what somebody enters with, when it is written as passwords are.
void find_login(Search& search) {
  const Tokens& tokens = search.tokens;
  for (std::size_t at = 0; at + 2 < tokens.size(); ++at) {
    if (tokens[at + 1].key != "met" && tokens[at + 1].key != "with") continue;
    const std::string& verb = tokens[at].key;
    const bool split =
        verb == "in" && at > 0 &&
        (tokens[at - 1].key.starts_with("log") || tokens[at - 1].key == "altijd" || tokens[at - 1].key == "sign");
    if (!split && !verb.starts_with("inlog") && !verb.starts_with("ingelog") && verb != "aanmelden") continue;
    const std::size_t first = at + 2;
    const std::size_t last = chunk_end(tokens, first);
    if (is_mixed(tokens, first, last) && search.is_free(first, last)) search.take(first, last, SpanKind::kSecret);
  }
}

}  // namespace

void find_passwords(Search& search) {
  const Tokens& tokens = search.tokens;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    if (!is_cue_at(tokens, at)) continue;
    if (tokens[at].key.size() <= 2 && touches(tokens, at) && tokens[at + 1].key != ":") continue;  // "WW2"
    if (const auto mixed = mixed_near(tokens, at)) {
      const std::size_t end = chunk_end(tokens, *mixed);
      if (search.is_free(*mixed, end)) {
        search.take(*mixed, end, SpanKind::kSecret);
        continue;
      }
    }
    bool linked = false;
    const auto first = told_at(tokens, at, linked);
    if (!first) continue;
    const std::size_t chunk = chunk_end(tokens, *first);
    const bool mixed = has_digit_and_more(tokens, *first, chunk);
    if (is_state(tokens[*first].key) && !(mixed && chunk > *first)) continue;
    if (!linked && !mixed && tokens[*first].value < 0 && !tokens[*first].key.starts_with("hoofdletter")) continue;
    const std::size_t last = with_details(tokens, linked ? clause_end(tokens, *first) : chunk);
    if (!search.is_free(*first, last)) continue;
    search.take(*first, last, SpanKind::kSecret);
    at = last;
  }
  find_passwords_behind(search);
  find_login(search);
  find_asked_password(search);
}

}  // namespace aandacht::domain::redaction
