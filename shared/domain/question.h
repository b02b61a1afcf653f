// What a customer wants: the question of a call, in their own words.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "shared/domain/call.h"
#include "shared/domain/library.h"
#include "shared/domain/normalise.h"
#include "shared/domain/reading.h"

namespace aandacht::domain {

/// Finds where a customer says what they want. Immutable after creation and safe to use from any number of threads.
///
/// Phrases of the lexicon, by name: "question.introduction" and "question.name" (left out), "question.subject" ("I am
/// calling about"), "question.request", "question.trouble", "question.not" (answers to the agent's checks).
class QuestionFinder {
 public:
  /// Keeps a copy of what it needs. INVALID_ARGUMENT: a phrase is not valid; the message names its language and list.
  [[nodiscard]] static absl::StatusOr<std::unique_ptr<QuestionFinder>> create(
      const std::map<std::string, Lexicon>& lexicons);

  ~QuestionFinder();

  /// The words that say most of what the customer wants, at most 30 words and 240 bytes; absent when the line has no
  /// subject or does not ask or complain. The score is 0.4 for a subject, and at most 0.6 for cues: 0.5 when the
  /// subject is announced, 0.4 for a request, 0.2 for trouble.
  ///
  /// \param text  folded(normalise(original)); language: "nl…" or "en…"
  [[nodiscard]] std::optional<QuestionMention> find(const Normalised& text, std::string_view original,
                                                    std::string_view language) const;

 private:
  struct Compiled;
  QuestionFinder();

  std::unique_ptr<Compiled> compiled_;
};

/// Both look at the call as it was before this turn, so that who looks up the group decides as apply() does.
///
/// True when the call is about this rather than about what it seemed to be about so far: the first that says enough;
/// then, the longer the call lasts, only what is said much clearer; nothing while it closes.
[[nodiscard]] bool is_better_question(const Call& call, const QuestionMention& mention);

/// Takes the mention into the call when it is better.
void take_question(Call& call, const std::string& utterance_id, const Reading& reading);

}  // namespace aandacht::domain
