#include "shared/domain/question_family.h"

#include <algorithm>

namespace aandacht::domain {

QuestionFamilies::Part QuestionFamilies::take(const std::string& id) {
  const auto known = by_id_.find(id);
  if (known != by_id_.end()) return known->second;
  Part part = static_cast<Part>(parts_.size());
  if (free_.empty()) {
    parts_.emplace_back();
  } else {
    part = free_.back();
    free_.pop_back();
  }
  parts_[part] = {id, ages_++, kNone, {}, {}};
  by_id_.emplace(id, part);
  ++groups_;
  return part;
}

std::optional<QuestionFamilies::Part> QuestionFamilies::find(const std::string& id) const {
  const auto known = by_id_.find(id);
  if (known == by_id_.end()) return std::nullopt;
  return known->second;
}

QuestionFamilies::Part QuestionFamilies::oldest(Part part) const {
  while (parts_[part].into != kNone) part = parts_[part].into;
  return part;
}

std::vector<QuestionFamilies::Part> QuestionFamilies::members(Part part) const {
  std::vector<Part> all = {oldest(part)};
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::vector<Part>& merged = parts_[all[i]].merged;
    all.insert(all.end(), merged.begin(), merged.end());
  }
  return all;
}

void QuestionFamilies::remove(Part part, std::uint32_t example) {
  Examples& examples = parts_[part].examples;
  examples.erase(std::remove(examples.begin(), examples.end(), example), examples.end());
  drop_if_empty(part);
}

QuestionFamilies::Merge QuestionFamilies::merge(Part a, Part b) {
  Merge merge{oldest(a), oldest(b)};
  if (parts_[merge.gone].age < parts_[merge.kept].age) std::swap(merge.kept, merge.gone);
  put_into(merge.gone, merge.kept);
  return merge;
}

void QuestionFamilies::put_into(Part gone, Part kept) {
  gone = oldest(gone);
  kept = oldest(kept);
  if (gone == kept) return;
  parts_[gone].into = kept;
  parts_[kept].merged.push_back(gone);
  --groups_;
}

void QuestionFamilies::split(Part gone) {
  const Part kept = parts_[gone].into;
  if (kept == kNone) return;
  std::vector<Part>& merged = parts_[kept].merged;
  merged.erase(std::remove(merged.begin(), merged.end(), gone), merged.end());
  parts_[gone].into = kNone;
  ++groups_;
  drop_if_empty(kept);
}

void QuestionFamilies::drop_if_empty(Part part) {
  Known& known = parts_[part];
  if (!known.examples.empty() || !known.merged.empty()) return;
  by_id_.erase(known.id);
  free_.push_back(part);
  const Part into = known.into;
  known = {};
  if (into == kNone) {
    --groups_;
    return;
  }
  std::vector<Part>& merged = parts_[into].merged;
  merged.erase(std::remove(merged.begin(), merged.end(), part), merged.end());
  drop_if_empty(into);
}

std::size_t QuestionFamilies::bytes() const {
  std::size_t sum = parts_.capacity() * sizeof(Known) + by_id_.capacity() * (sizeof(std::string) + 9);
  for (const Known& known : parts_) sum += known.merged.capacity() * sizeof(Part);
  return sum;
}

}  // namespace aandacht::domain
