#include "shared/domain/question_shelf.h"

#include <algorithm>
#include <cmath>

#include "shared/domain/normalise.h"

namespace aandacht::domain {
namespace {

constexpr double kOnlyOne = 0.65;
constexpr float kTelling = 1.2F;      // Weight by rarity of a feature that counts as something shared.
constexpr double kAlike = 0.52;       // Cosine with an example to join its group …
constexpr double kAlikeFirst = 0.40;  // … and with the group's first.
constexpr double kVeryAlike = 0.85;   // Adds nothing as an example.
constexpr std::uint32_t kMostExamples = 6;
constexpr std::size_t kMostCandidates = 128;
constexpr std::size_t kMostPostings = 4000;  // Looked at for one question.
// Rarity is the logarithm of how many examples there are for one that has the feature; a few do not say yet.
constexpr float kPriorExamples = 40;
constexpr float kPriorUses = 1;
constexpr float kMostRarity = 5;
constexpr float kUnseen = 0.6F;  // Of the rarity of what was never said before: nothing can match it.

}  // namespace

QuestionVector QuestionGroups::Shelf::read(const AskedQuestion& asked, bool correct) {
  QuestionVector vector = question_vector(meanings_, words_.read(folded(normalise(asked.words)).text), asked.why_id);
  if (!correct) return vector;
  for (auto& [place, stem] : vector.rare) {
    if (const auto right = spelling_.correct(stem)) {
      vector.features[place] = QuestionFeature(question_stem_key(*right), vector.features[place].weight());
      stem = *right;
    }
  }
  return vector;
}

bool QuestionGroups::Shelf::is_full(const std::string& group) const {
  const auto known = by_id_.find(group);
  return known != by_id_.end() && groups_[known->second].examples >= kMostExamples;
}

float QuestionGroups::Shelf::rarity(std::uint32_t key) const {
  const auto found = postings_.find(key);
  const float uses = found == postings_.end() ? 0 : static_cast<float>(found->second.size());
  const float all = static_cast<float>(examples_.size()) + kPriorExamples;
  const float value = std::min(kMostRarity, std::log(all / (uses + kPriorUses)));
  return uses == 0 ? value * kUnseen : std::max(value, 0.1F);
}

QuestionGroups::Shelf::Weights QuestionGroups::Shelf::weights_of(const QuestionFeature* begin,
                                                                 const QuestionFeature* end) const {
  Weights weights;
  weights.reserve(static_cast<std::size_t>(end - begin));
  for (const QuestionFeature* feature = begin; feature != end; ++feature) {
    weights.push_back({feature->key(), feature->weight() * rarity(feature->key()), feature->suffices()});
  }
  std::sort(weights.begin(), weights.end(), [](const Weighed& a, const Weighed& b) { return a.key < b.key; });
  return weights;
}

QuestionGroups::Shelf::Weights QuestionGroups::Shelf::weights_of(std::uint32_t example) const {
  const std::size_t end = example + 1 < examples_.size() ? examples_[example + 1].begin : features_.size();
  return weights_of(features_.data() + examples_[example].begin, features_.data() + end);
}

/// Cosine; less when only one thing is shared that does not say what is wanted: "the bill" may be about anything.
double QuestionGroups::Shelf::likeness(const Weights& a, const Weights& b) {
  double product = 0;
  double a_square = 0;
  double b_square = 0;
  int shared = 0;
  auto left = a.begin();
  for (const Weighed& right : b) {
    b_square += right.weight * right.weight;
    while (left != a.end() && left->key < right.key) ++left;
    if (left == a.end() || left->key != right.key) continue;
    product += left->weight * right.weight;
    if (right.weight > kTelling) shared += right.suffices ? 2 : 1;
  }
  for (const Weighed& each : a) a_square += each.weight * each.weight;
  if (a_square <= 0 || b_square <= 0) return 0;
  return product / std::sqrt(a_square * b_square) * (shared < 2 ? kOnlyOne : 1);
}

std::vector<std::uint32_t> QuestionGroups::Shelf::candidates(const Weights& asked) const {
  std::vector<std::pair<const std::vector<std::uint32_t>*, float>> lists;
  for (const Weighed& each : asked) {
    const auto found = postings_.find(each.key);
    if (found != postings_.end()) lists.emplace_back(&found->second, each.weight);
  }
  std::sort(lists.begin(), lists.end(), [](const auto& a, const auto& b) { return a.first->size() < b.first->size(); });
  absl::flat_hash_map<std::uint32_t, float> sums;
  std::size_t left = kMostPostings;
  for (const auto& [list, weight] : lists) {
    // The newest first; of the commonest features only as many as there is room for.
    const std::size_t count = std::min(left, list->size());
    for (std::size_t i = list->size() - count; i < list->size(); ++i) sums[(*list)[i]] += weight;
    left -= count;
  }
  std::vector<std::pair<float, std::uint32_t>> best;
  best.reserve(sums.size());
  for (const auto& [example, sum] : sums) best.emplace_back(-sum, example);
  const std::size_t count = std::min(kMostCandidates, best.size());
  std::partial_sort(best.begin(), best.begin() + static_cast<std::ptrdiff_t>(count), best.end());
  std::vector<std::uint32_t> result;
  for (std::size_t i = 0; i < count; ++i) result.push_back(best[i].second);
  return result;
}

std::optional<QuestionGroups::Shelf::Nearest> QuestionGroups::Shelf::nearest(const QuestionVector& asked) const {
  const Weights weights = weights_of(asked.features.data(), asked.features.data() + asked.features.size());
  Nearest best;
  for (const std::uint32_t candidate : candidates(weights)) {
    const double alike = likeness(weights, weights_of(candidate));
    const Group& group = groups_[examples_[candidate].group];
    if (alike < kAlike || alike <= best.likeness) continue;
    if (group.first != candidate && likeness(weights, weights_of(group.first)) < kAlikeFirst) continue;
    best = {examples_[candidate].group, alike};
  }
  if (best.likeness == 0) return std::nullopt;
  return best;
}

std::uint32_t QuestionGroups::Shelf::group(const std::string& id) {
  const auto [known, added] = by_id_.emplace(id, static_cast<std::uint32_t>(groups_.size()));
  if (added) groups_.push_back({id, static_cast<std::uint32_t>(examples_.size()), 0});
  return known->second;
}

void QuestionGroups::Shelf::post(std::uint32_t example) {
  const std::size_t end = example + 1 < examples_.size() ? examples_[example + 1].begin : features_.size();
  for (std::size_t i = examples_[example].begin; i < end; ++i) postings_[features_[i].key()].push_back(example);
}

bool QuestionGroups::Shelf::add(const QuestionVector& vector, const std::string& id, double likeness) {
  if (is_full(id) || likeness >= kVeryAlike) return false;
  if (examples_.size() >= most_) forget_oldest();
  const std::uint32_t place = group(id);
  ++groups_[place].examples;
  examples_.push_back({place, static_cast<std::uint32_t>(features_.size())});
  features_.insert(features_.end(), vector.features.begin(), vector.features.end());
  post(static_cast<std::uint32_t>(examples_.size() - 1));
  for (const auto& [at, stem] : vector.rare) spelling_.add(stem);
  return true;
}

void QuestionGroups::Shelf::drop_last() {
  const Example last = examples_.back();
  for (std::size_t i = last.begin; i < features_.size(); ++i) {
    const auto list = postings_.find(features_[i].key());
    list->second.pop_back();
    if (list->second.empty()) postings_.erase(list);
  }
  features_.resize(last.begin);
  examples_.pop_back();
  Group& group = groups_[last.group];
  if (--group.examples > 0) return;
  by_id_.erase(group.id);
  groups_.pop_back();  // Its first example was the latest of all, so the group is too.
}

void QuestionGroups::Shelf::forget_oldest() {
  const std::vector<Example> examples = std::move(examples_);
  const std::vector<QuestionFeature> features = std::move(features_);
  const std::vector<Group> groups = std::move(groups_);
  examples_.clear();
  features_.clear();
  groups_.clear();
  by_id_.clear();
  postings_.clear();
  for (std::size_t i = examples.size() / 4; i < examples.size(); ++i) {
    const std::size_t end = i + 1 < examples.size() ? examples[i + 1].begin : features.size();
    const std::uint32_t place = group(groups[examples[i].group].id);
    ++groups_[place].examples;
    examples_.push_back({place, static_cast<std::uint32_t>(features_.size())});
    features_.insert(features_.end(), features.begin() + examples[i].begin,
                     features.begin() + static_cast<std::ptrdiff_t>(end));
    post(static_cast<std::uint32_t>(examples_.size() - 1));
  }
}

QuestionFootprint QuestionGroups::Shelf::footprint() const {
  std::size_t posted = 0;
  for (const auto& [key, list] : postings_) posted += list.capacity() * sizeof(std::uint32_t) + 16;
  const std::size_t bytes = examples_.capacity() * sizeof(Example) + features_.capacity() * sizeof(QuestionFeature) +
                            groups_.capacity() * sizeof(Group) + by_id_.capacity() * 41 + posted +
                            postings_.capacity() * 33 + spelling_.bytes();
  return {groups_.size(), examples_.size(), bytes};
}

}  // namespace aandacht::domain
