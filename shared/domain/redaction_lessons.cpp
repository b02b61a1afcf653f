#include "shared/domain/redaction_lessons.h"

#include <utility>

#include "shared/domain/redaction_search.h"
#include "shared/domain/redaction_tagger.h"

namespace aandacht::domain::redaction {
namespace {

void learn_from(const Tokens& tokens, const Situation& situation, const std::vector<RedactedSpan>& spans,
                std::vector<Lesson>& lessons) {
  Search search(tokens, situation);
  if (tokens.empty() || !may_hide(search)) return;
  find_by_rules(search);
  Lesson lesson{token_features(search), {}};
  for (const Token& token : tokens) {
    int label = 0;
    for (const RedactedSpan& span : spans) {
      if (token.begin < span.end && token.end > span.begin) label = 1 + static_cast<int>(span.kind);
    }
    lesson.labels.push_back(label);
  }
  lessons.push_back(std::move(lesson));
}

}  // namespace

std::vector<std::string> tagger_labels() {
  std::vector<std::string> labels = {"stays"};
  for (std::size_t kind = 0; kind < kKinds; ++kind) labels.emplace_back(name(static_cast<SpanKind>(kind)));
  return labels;
}

std::vector<Lesson> Lessons::hear(Speaker speaker, std::string_view text, const std::vector<RedactedSpan>& spans) {
  std::vector<Lesson> lessons;
  const Situation situation = redactor_.situation(speaker);
  const Tokens tokens = tokenise(text);
  learn_from(tokens, situation, spans, lessons);
  ConversationRedactor::Turn turn{{}, speaker, std::string(text), spans};
  if (text.size() <= ConversationRedactor::kLongestTurn) {
    ConversationRedactor::note_ends(turn, tokens);
    const ConversationRedactor::Joined joined = redactor_.join(turn);
    std::vector<RedactedSpan> all;
    for (std::size_t part = 0; part < joined.turns.size(); ++part) {
      for (const RedactedSpan& span : redactor_.turns_[joined.turns[part]].spans) {
        all.push_back({joined.begins[part] + span.begin, joined.begins[part] + span.end, span.kind});
      }
    }
    for (const RedactedSpan& span : spans) {
      all.push_back({joined.begins.back() + span.begin, joined.begins.back() + span.end, span.kind});
    }
    if (!joined.turns.empty()) learn_from(tokenise(joined.text), situation, all, lessons);
  }
  redactor_.remember(std::move(turn), tokens);
  return lessons;
}

}  // namespace aandacht::domain::redaction
