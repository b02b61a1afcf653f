#include "shared/domain/question_groups.h"

#include <vector>

#include "shared/domain/phrase_list.h"
#include "shared/domain/question_shelf.h"

namespace aandacht::domain {
namespace {

// Fewer features than this say nothing about what is wanted.
constexpr std::size_t kFewestFeatures = 2;

const Lexicon& lexicon_of(const std::map<std::string, Lexicon>& lexicons, const std::string& language) {
  static const auto* empty = new Lexicon();
  const auto found = lexicons.find(language);
  return found == lexicons.end() ? *empty : found->second;
}

}  // namespace

QuestionGroups::QuestionGroups(const std::map<std::string, Lexicon>& lexicons, QuestionLimits limits)
    : dutch_(std::make_unique<Shelf>(lexicon_of(lexicons, "nl"), "nl", limits.examples)),
      english_(std::make_unique<Shelf>(lexicon_of(lexicons, "en"), "en", limits.examples)) {}

QuestionGroups::~QuestionGroups() = default;

QuestionGroups::Shelf& QuestionGroups::shelf(std::string_view language) const {
  return base_language(language) == "en" ? *english_ : *dutch_;
}

std::optional<QuestionGroups::Found> QuestionGroups::find(const AskedQuestion& asked) const {
  Shelf& shelf = this->shelf(asked.language);
  const QuestionVector vector = shelf.read(asked, true);
  if (vector.features.size() < kFewestFeatures) return std::nullopt;
  const std::vector<Shelf::Near> near = shelf.near(vector);
  if (near.empty()) return std::nullopt;
  return Found{shelf.name(near.front().part), near.front().likeness};
}

QuestionGroups::Placed QuestionGroups::place(const AskedQuestion& asked, const std::string& new_group) {
  Shelf& shelf = this->shelf(asked.language);
  const QuestionVector vector = shelf.read(asked, true);
  if (vector.features.size() < kFewestFeatures) return {};
  const std::vector<Shelf::Near> near = shelf.near(vector);
  if (near.empty()) {
    if (shelf.add(vector, new_group, 0)) done_.push_back({&shelf, ""});
    return {new_group};
  }
  Placed placed{"", shelf.merge(near)};
  for (const QuestionMerge& merge : placed.merges) done_.push_back({&shelf, merge.gone});
  placed.group = shelf.name(near.front().part);
  // Among the examples that it is like, under the id they have.
  const std::string part = shelf.id(near.front().part);
  if (shelf.add(vector, part, near.front().likeness)) done_.push_back({&shelf, ""});
  return placed;
}

void QuestionGroups::restore(const AskedQuestion& asked, const std::string& group) {
  Shelf& shelf = this->shelf(asked.language);
  if (shelf.is_full(group)) return;
  const QuestionVector vector = shelf.read(asked, false);
  if (vector.features.size() >= kFewestFeatures) shelf.add(vector, group, 0);
}

void QuestionGroups::restore(std::string_view language, const QuestionMerge& merge) { shelf(language).merge(merge); }

void QuestionGroups::forget(std::string_view language, const std::string& group) { shelf(language).forget(group); }

void QuestionGroups::undo() {
  for (; !done_.empty(); done_.pop_back()) {
    const Step& step = done_.back();
    if (step.gone.empty()) {
      step.shelf->drop_last();
    } else {
      step.shelf->split(step.gone);
    }
  }
}

QuestionFootprint QuestionGroups::footprint() const {
  QuestionFootprint sum = dutch_->footprint();
  const QuestionFootprint english = english_->footprint();
  sum.groups += english.groups;
  sum.examples += english.examples;
  sum.bytes += english.bytes;
  return sum;
}

}  // namespace aandacht::domain
