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
  const auto nearest = shelf.nearest(vector);
  if (!nearest) return std::nullopt;
  return Found{shelf.name(nearest->group), nearest->likeness};
}

std::string QuestionGroups::place(const AskedQuestion& asked, const std::string& new_group) {
  Shelf& shelf = this->shelf(asked.language);
  const QuestionVector vector = shelf.read(asked, true);
  if (vector.features.size() < kFewestFeatures) return "";
  const auto nearest = shelf.nearest(vector);
  const std::string group = nearest ? shelf.name(nearest->group) : new_group;
  if (shelf.add(vector, group, nearest ? nearest->likeness : 0)) log_.push_back(&shelf == english_.get());
  return group;
}

void QuestionGroups::restore(const AskedQuestion& asked, const std::string& group) {
  Shelf& shelf = this->shelf(asked.language);
  if (shelf.is_full(group)) return;
  const QuestionVector vector = shelf.read(asked, false);
  if (vector.features.size() < kFewestFeatures) return;
  if (shelf.add(vector, group, 0)) log_.push_back(&shelf == english_.get());
}

std::size_t QuestionGroups::mark() const { return log_.size(); }

void QuestionGroups::undo_to(std::size_t mark) {
  for (; log_.size() > mark; log_.pop_back()) (log_.back() ? *english_ : *dutch_).drop_last();
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
