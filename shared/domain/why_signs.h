// Words by which somebody doubts or states a rule, whatever it is about. Used by why_offer.cpp.
#pragma once

#include <string_view>

namespace aandacht::domain {

/// All texts are normalised (see normalise.h); "en…" is English, all else Dutch. Closed classes of words: no company
/// has others. Any thread.

/// "waarom", "hoezo dan": a line of a few words that is nothing but the question.
[[nodiscard]] bool only_asks_why(std::string_view text, std::string_view language);

/// A customer contradicts, is astonished, refuses, or asks whether it must or may be: "maar", "toch", "alweer", "ga ik
/// niet doen", "moet ze dan", "een akte of zo".
[[nodiscard]] bool objects(std::string_view text, std::string_view language);

/// The line leans on what was said before: "en dat geld dan".
[[nodiscard]] bool is_elliptic(std::string_view text, std::string_view language);

/// An agent says what must, may not or is only possible so, and not why: "dat gaat pas na", "u moet daarvoor eerst".
/// False for a question, and for what the agent does or promises.
[[nodiscard]] bool states_rule(std::string_view text, std::string_view language);

/// The reason comes with it: "omdat", "so that".
[[nodiscard]] bool gives_reason(std::string_view text, std::string_view language);

}  // namespace aandacht::domain
