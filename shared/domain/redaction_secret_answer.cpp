// The answer to the question for a password.
#include <optional>

#include "shared/domain/redaction_secret.h"

namespace aandacht::domain::redaction {
namespace {

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

// A few words that are no common ones.
void find_bare_answer(Search& search) {
  if (search.content == 0 || search.content > 3) return;
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

}  // namespace

void find_asked_password(Search& search) {
  if (!search.expected.has(Cue::kPassword)) return;
  if (!find_linked_answer(search) && !find_answer_with_details(search)) find_bare_answer(search);
}

}  // namespace aandacht::domain::redaction
