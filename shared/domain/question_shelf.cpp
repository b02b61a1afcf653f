#include "shared/domain/question_shelf.h"

#include <algorithm>
#include <cmath>

#include "absl/container/flat_hash_map.h"
#include "shared/domain/normalise.h"

namespace aandacht::domain {
namespace {

constexpr double kOnlyOne = 0.65;
constexpr float kTelling = 1.2F;      // Weight by rarity of a feature that counts as something shared.
constexpr double kAlike = 0.52;       // Cosine with an example to join its group …
constexpr double kAlikeFirst = 0.40;  // … and with the group's first.
constexpr double kVeryAlike = 0.85;   // Adds nothing as an example.
// Two groups that one question could join are the same when their examples are alike by this on average. Of 54 such
// pairs in questions-own*.tsv different groups reach 0.41 at most.
constexpr double kSame = 0.45;
constexpr std::size_t kMostCompared = 4;  // Groups for one question, the nearest among them.
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

bool QuestionGroups::Shelf::is_full(const std::string& id) const {
  const auto part = families_.find(id);
  return part && families_.examples(*part).size() >= kMostExamples;
}

float QuestionGroups::Shelf::rarity(std::uint32_t key) const {
  const auto uses = static_cast<float>(postings_.find(key).size());
  const float all = static_cast<float>(kept_) + kPriorExamples;
  const float value = std::min(kMostRarity, std::log(all / (uses + kPriorUses)));
  return uses == 0 ? value * kUnseen : std::max(value, 0.1F);
}

QuestionGroups::Shelf::Weights QuestionGroups::Shelf::weights_of(std::span<const QuestionFeature> features) const {
  Weights weights;
  weights.reserve(features.size());
  for (const QuestionFeature& feature : features) {
    weights.push_back({feature.key(), feature.weight() * rarity(feature.key()), feature.suffices()});
  }
  std::sort(weights.begin(), weights.end(), [](const Weighed& a, const Weighed& b) { return a.key < b.key; });
  return weights;
}

QuestionGroups::Shelf::Weights QuestionGroups::Shelf::weights_of(std::uint32_t number) const {
  const Example& known = example(number);
  return weights_of({known.features.get(), known.count});
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
  std::vector<std::pair<std::span<const std::uint32_t>, float>> lists;
  for (const Weighed& each : asked) {
    const auto found = postings_.find(each.key);
    if (!found.empty()) lists.emplace_back(found, each.weight);
  }
  std::sort(lists.begin(), lists.end(), [](const auto& a, const auto& b) { return a.first.size() < b.first.size(); });
  absl::flat_hash_map<std::uint32_t, float> sums;
  std::size_t left = kMostPostings;
  for (const auto& [list, weight] : lists) {
    // The newest first; of the commonest features only as many as there is room for.
    const std::size_t count = std::min(left, list.size());
    for (const std::uint32_t number : list.last(count)) sums[number] += weight;
    left -= count;
  }
  std::vector<std::pair<float, std::uint32_t>> best;
  best.reserve(sums.size());
  for (const auto& [number, sum] : sums) best.emplace_back(-sum, number);
  const std::size_t count = std::min(kMostCandidates, best.size());
  std::partial_sort(best.begin(), best.begin() + static_cast<std::ptrdiff_t>(count), best.end());
  std::vector<std::uint32_t> result;
  for (std::size_t i = 0; i < count; ++i) result.push_back(best[i].second);
  return result;
}

std::vector<QuestionGroups::Shelf::Near> QuestionGroups::Shelf::near(const QuestionVector& asked) const {
  const Weights weights = weights_of(asked.features);
  std::vector<Near> found;
  for (const std::uint32_t candidate : candidates(weights)) {
    const double alike = likeness(weights, weights_of(candidate));
    if (alike < kAlike) continue;
    const Part part = example(candidate).part;
    const auto known = std::find_if(found.begin(), found.end(), [&](const Near& each) { return each.part == part; });
    if (known != found.end()) {
      known->likeness = std::max(known->likeness, alike);
      continue;
    }
    const std::uint32_t first = families_.examples(part).front();
    if (first != candidate && likeness(weights, weights_of(first)) < kAlikeFirst) continue;
    found.push_back({part, alike});
  }
  std::stable_sort(found.begin(), found.end(), [](const Near& a, const Near& b) { return a.likeness > b.likeness; });
  return found;
}

/// By what an example of the one and an example of the other are alike on average.
bool QuestionGroups::Shelf::same(Part a, Part b) const {
  std::vector<Weights> left;
  for (const std::uint32_t number : families_.examples(a)) left.push_back(weights_of(number));
  double sum = 0;
  std::size_t pairs = 0;
  for (const std::uint32_t number : families_.examples(b)) {
    const Weights right = weights_of(number);
    for (const Weights& each : left) sum += likeness(each, right);
    pairs += left.size();
  }
  return pairs > 0 && sum >= kSame * static_cast<double>(pairs);
}

std::vector<QuestionMerge> QuestionGroups::Shelf::merge(const std::vector<Near>& near) {
  std::vector<QuestionMerge> merges;
  for (std::size_t i = 1; i < std::min(near.size(), kMostCompared); ++i) {
    const Part nearest = near.front().part;
    const Part other = near[i].part;
    if (families_.oldest(other) == families_.oldest(nearest) || !same(nearest, other)) continue;
    const auto [kept, gone] = families_.merge(nearest, other);
    merges.push_back({families_.id(kept), families_.id(gone)});
  }
  return merges;
}

void QuestionGroups::Shelf::merge(const QuestionMerge& merge) {
  if (const auto gone = families_.find(merge.gone)) families_.put_into(*gone, families_.take(merge.kept));
}

void QuestionGroups::Shelf::split(const std::string& gone) {
  if (const auto part = families_.find(gone)) families_.split(*part);
}

bool QuestionGroups::Shelf::add(const QuestionVector& vector, const std::string& id, double likeness) {
  if (is_full(id) || likeness >= kVeryAlike) return false;
  const Part part = families_.take(id);
  const std::uint32_t number = first_ + static_cast<std::uint32_t>(examples_.size());
  families_.add(part, number);
  Example& made = examples_.emplace_back();
  made.part = part;
  made.count = static_cast<std::uint32_t>(vector.features.size());
  made.features = std::make_unique<QuestionFeature[]>(made.count);
  std::copy(vector.features.begin(), vector.features.end(), made.features.get());
  for (const QuestionFeature& feature : vector.features) postings_.add(feature.key(), number);
  ++kept_;
  features_ += made.count;
  for (const auto& [at, stem] : vector.rare) spelling_.add(stem);
  if (kept_ > most_) forget(first_);  // Last, so that a group that is asked again keeps its id.
  return true;
}

void QuestionGroups::Shelf::drop_last() {
  if (!examples_.empty()) forget(first_ + static_cast<std::uint32_t>(examples_.size()) - 1);
}

void QuestionGroups::Shelf::forget(std::uint32_t number) {
  Example& old = example(number);
  for (std::size_t i = 0; i < old.count; ++i) postings_.remove(old.features[i].key(), number);
  families_.remove(old.part, number);
  --kept_;
  features_ -= old.count;
  old = {};
  // What was forgotten in the middle goes when it has become the oldest.
  for (; !examples_.empty() && examples_.front().count == 0; ++first_) examples_.pop_front();
  while (!examples_.empty() && examples_.back().count == 0) examples_.pop_back();
}

void QuestionGroups::Shelf::forget(const std::string& id) {
  const auto known = families_.find(id);
  if (!known) return;
  std::vector<std::uint32_t> numbers;
  for (const Part part : families_.members(*known)) {
    numbers.insert(numbers.end(), families_.examples(part).begin(), families_.examples(part).end());
  }
  for (const std::uint32_t number : numbers) forget(number);
}

QuestionFootprint QuestionGroups::Shelf::footprint() const {
  constexpr std::size_t kBlock = 16;  // What an allocation takes besides, about.
  const std::size_t bytes = examples_.size() * sizeof(Example) + kept_ * kBlock + features_ * sizeof(QuestionFeature) +
                            families_.bytes() + postings_.bytes() + spelling_.bytes();
  return {families_.groups(), kept_, bytes};
}

}  // namespace aandacht::domain
