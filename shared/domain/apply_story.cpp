// Stories of customers, between calls.
#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "shared/domain/apply_own.h"
#include "shared/domain/apply_parts.h"
#include "shared/domain/story_card.h"

namespace aandacht::domain {
namespace {

constexpr std::size_t kMostShown = 32;
constexpr absl::Duration kSettlingIn = absl::Minutes(10);  // After a shift's start.

bool shows_story(const Desk& desk) { return desk.card && desk.card->kind == CardKind::kEmpathy; }

// The call whose end leaves the desk without one. Nothing comes later: between calls nothing moves.
const Call* call_that_left(const DeskDraft& draft) {
  if (!draft.desk().calls.empty()) return nullptr;
  for (const Call& call : draft.before().calls) {
    if (call.answered != absl::InfinitePast()) return &call;
  }
  return nullptr;
}

bool is_silenced(const DeskDraft& draft) {
  const auto refused = draft.desk().refusals.find(kStoryRule);
  return refused != draft.desk().refusals.end() && refused->second >= draft.library().attention.refusals_to_silence;
}

bool may_show_story(const DeskDraft& draft) {
  const Desk& desk = draft.desk();
  if (desk.card || !desk.prompts.empty() || desk.resets.current || is_silenced(draft)) return false;
  const absl::Time began = desk.fatigue.shift_began;
  if (began == absl::InfinitePast() || draft.now() < began + kSettlingIn) return false;
  return draft.now() >= desk.stories.last_shown + draft.library().attention.story_gap;
}

// "nl" of "nl-BE".
std::string base_language(const std::string& language) { return language.substr(0, language.find('-')); }

// Who was not shown of late comes first, then who was shown longest ago; the order of ids decides between equals.
const Story* next_story(const DeskDraft& draft, const std::string& language) {
  const auto& shown = draft.desk().stories.shown_ids;
  const auto turn = [&](const Story& story) {
    const auto at = std::find(shown.begin(), shown.end(), story.id);
    return at == shown.end() ? -1L : at - shown.begin();
  };
  const Story* next = nullptr;
  for (const Story& story : draft.library().stories) {
    const bool fits = language.empty() || base_language(story.language) == base_language(language);
    if (!fits || story.expires <= draft.now()) continue;
    const bool earlier =
        next == nullptr || turn(story) < turn(*next) || (turn(story) == turn(*next) && story.id < next->id);
    if (earlier) next = &story;
  }
  return next;
}

void remember(StoryBook& book, const std::string& story_id, absl::Time now) {
  book.last_shown = now;
  std::erase(book.shown_ids, story_id);
  book.shown_ids.push_back(story_id);
  if (book.shown_ids.size() > kMostShown) book.shown_ids.erase(book.shown_ids.begin());
}

}  // namespace

void serve_stories(DeskDraft& draft) {
  if (shows_story(draft.desk()) && (!draft.desk().calls.empty() || draft.desk().resets.current)) {
    draft.take_card_off(CardGoneReason::kReplaced);
  }
  const Call* left = call_that_left(draft);
  if (left == nullptr || !may_show_story(draft)) return;
  const Story* story = next_story(draft, left->language);
  if (story == nullptr) return;
  Card card = story_card(*story);
  card.expires = std::min(story->expires, draft.now() + draft.library().attention.story_lifetime);
  remember(draft.edit_stories(), story->id, draft.now());
  draft.show(std::move(card));
}

void apply_story_withdrawn(DeskDraft& draft, const StoryWithdrawn& withdrawn) {
  const auto& card = draft.desk().card;
  if (card && card->kind == CardKind::kEmpathy && card->source_id == withdrawn.story_id) {
    draft.take_card_off(CardGoneReason::kRecalled);
  }
}

Card story_card(const Story& story) {
  Card card;
  card.kind = CardKind::kEmpathy;
  card.topic = story.customer;
  card.line = story.line;
  card.detail = story.ending.empty() ? story.detail : absl::StrCat(story.detail, "\n", story.ending);
  card.source_id = story.id;
  card.evidence.rule_id = kStoryRule;
  return card;
}

Card without_story(Card card) {
  if (card.kind != CardKind::kEmpathy) return card;
  card.topic.clear();
  card.line.clear();
  card.detail.clear();
  return card;
}

}  // namespace aandacht::domain
