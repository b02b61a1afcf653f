// What an editor would mend in a prompt.
#pragma once

#include <string>

namespace aandacht::domain {

enum class PromptFlaw { kJargon, kLength, kOrder, kThey, kPassive, kLevel, kSlot };

struct PromptFinding {
  PromptFlaw flaw = PromptFlaw::kJargon;
  bool in_reason = false;  ///< Otherwise in the text.
  std::string part;        ///< The words that it is about, as they stand there; empty: all of it.
  std::string instead;     ///< What to say in their place; may be empty.
  int words = 0;           ///< Of kLength: how many there are.

  bool operator==(const PromptFinding&) const = default;
};

}  // namespace aandacht::domain
