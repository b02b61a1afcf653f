// Passwords after their cue, before it, and behind a login.
#include "shared/domain/redaction_secret.h"

#include <algorithm>
#include <optional>

#include "shared/domain/redaction_number_kinds.h"

namespace aandacht::domain::redaction {
namespace {

// "my password for the app is": words between the cue and its link.
bool is_between_cue_and_link(const Token& token) {
  return token.kind == TokenKind::kWord && !is_link(token.key) && token.value < 0 && token.key != "niet" &&
         token.key != "not";
}

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

// "ik gebruik overal sneeuwvlok als wachtwoord": between a verb that gives it and the cue.
void find_passwords_behind(Search& search) {
  const Tokens& tokens = search.tokens;
  for (std::size_t cue = 2; cue < tokens.size(); ++cue) {
    if (!is_password_cue(tokens, cue)) continue;
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

// "ik log in met Zomer!2019": what somebody enters with, when it is written as passwords are.
void find_login(Search& search) {
  const Tokens& tokens = search.tokens;
  for (std::size_t at = 0; at + 2 < tokens.size(); ++at) {
    if (tokens[at + 1].key != "met" && tokens[at + 1].key != "with") continue;
    const Key& verb = tokens[at].key;
    const bool split =
        verb == "in" && at > 0 &&
        (tokens[at - 1].key.starts_with("log") || tokens[at - 1].key == "altijd" || tokens[at - 1].key == "sign");
    const bool works = at > 0 && tokens[at - 1].key.starts_with("inlog") && (verb == "lukt" || verb == "gaat");
    if (!split && !works && !verb.starts_with("inlog") && !verb.starts_with("ingelog") && verb != "aanmelden") continue;
    const std::size_t first = at + 2;
    const std::size_t last = chunk_end(tokens, first);
    if (is_mixed(tokens, first, last) && search.is_free(first, last)) search.take(first, last, SpanKind::kSecret);
  }
}

}  // namespace

void find_passwords(Search& search) {
  const Tokens& tokens = search.tokens;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    if (!is_password_cue(tokens, at)) continue;
    if (tokens[at].key == "pw" && tokens[at].upper && is_insurance_number(tokens, at)) continue;   // "PW 61 08 42 C"
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
    const bool mixed = has_digits(tokens, *first, chunk);
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
