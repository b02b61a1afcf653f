// The card that shows a customer's story.
#pragma once

#include "shared/domain/card.h"
#include "shared/domain/library.h"

namespace aandacht::domain {

/// The id under which stories count as a rule: an agent who says three times that they do not fit sees no more.
inline constexpr const char* kStoryRule = "story";

/// Topic: the customer. Line: what happened. Detail: how it was for them, and on a second line what helped; either may
/// be empty. Source: the story's id. Without times.
[[nodiscard]] Card story_card(const Story& story);

/// The same card without what the customer told, for whatever is kept: consent can be withdrawn. Other kinds of cards
/// come back as they are.
[[nodiscard]] Card without_story(Card card);

}  // namespace aandacht::domain
