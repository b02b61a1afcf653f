// What a line does in the conversation: acknowledges, advises, closes, asks why.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "shared/domain/library.h"
#include "shared/domain/normalise.h"

namespace aandacht::domain {

/// Immutable after creation and safe to use from any number of threads.
///
/// Phrases of the lexicon, by name: "acknowledge", "advise", "close", "why-question"; each is cancelled by a match of
/// the same name with ".not".
class Cues {
 public:
  /// Keeps copies of what it needs. INVALID_ARGUMENT: a phrase is not valid; the message names its language and list.
  [[nodiscard]] static absl::StatusOr<std::unique_ptr<Cues>> create(const std::map<std::string, Lexicon>& lexicons);

  ~Cues();

  /// \param text  folded(normalise(original)).text; language: "nl…" or "en…"
  /// @{
  /// An agent's line that recognises how the customer feels ("dat snap ik", "I'm really sorry").
  [[nodiscard]] bool acknowledges(std::string_view text, std::string_view language) const;
  /// An agent's line that proposes what to do.
  [[nodiscard]] bool advises(std::string_view text, std::string_view language) const;
  /// Anybody's line that begins to end the call.
  [[nodiscard]] bool closes(std::string_view text, std::string_view language) const;
  /// A customer's line that asks for the reason, in whatever words ("hoe komt het dat", "what's the point of").
  [[nodiscard]] bool asks_why(std::string_view text, std::string_view language) const;
  /// @}

 private:
  struct Compiled;
  Cues();

  std::unique_ptr<Compiled> compiled_;
};

}  // namespace aandacht::domain
