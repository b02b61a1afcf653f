// Words by which somebody doubts or states a rule, whatever it is about. Used by why_offer.cpp.
#pragma once

#include <string_view>

#include "absl/status/status.h"
#include "shared/domain/library.h"

namespace aandacht::domain {

/// The lists "why.NAME" of one language's lexicon; without a list nothing is found by it. All texts are normalised (see
/// normalise.h). Borrows the lexicon. Any thread.
class WhySigns {
 public:
  explicit WhySigns(const Lexicon& lexicon) : lexicon_(lexicon) {}

  /// "waarom", "hoezo dan": a line of a few words that is nothing but the question (why.bare).
  [[nodiscard]] bool only_asks_why(std::string_view text) const;

  /// A customer contradicts, is astonished, refuses (why.doubt: "maar", "toch", "ga ik niet"), or asks whether it must
  /// or may be (why.modal before why.subject: "moet ze dan").
  [[nodiscard]] bool objects(std::string_view text) const;

  /// A short line leans on what was said before (why.pointer): "en dat geld dan".
  [[nodiscard]] bool is_elliptic(std::string_view text) const;

  /// An agent says what must, may not or is only possible so (why.rule), and not why: "dat gaat pas na". False for a
  /// question, and for what the agent does or promises (why.acts).
  [[nodiscard]] bool states_rule(std::string_view text) const;

  /// The reason comes with it (why.reason): "omdat".
  [[nodiscard]] bool gives_reason(std::string_view text) const;

 private:
  [[nodiscard]] bool has(std::string_view line, std::string_view list) const;
  [[nodiscard]] bool has_inversion(std::string_view line) const;

  const Lexicon& lexicon_;
};

/// Of library.lexicons, for a language tag; an empty one when there is none.
[[nodiscard]] WhySigns why_signs(const Library& library, std::string_view language);

/// INVALID_ARGUMENT: a list of a name that begins with "why." and is none of those above, or a phrase in one that is
/// not words with spaces between them, the last perhaps with "\\S*" behind it ("begins with"). OK for every other list.
[[nodiscard]] absl::Status check_why_sign(std::string_view list, std::string_view phrase);

}  // namespace aandacht::domain
