#include "shared/domain/question_postings.h"

#include <algorithm>

namespace aandacht::domain {

void QuestionPostings::add(std::uint32_t key, std::uint32_t number) { lists_[key].numbers.push_back(number); }

void QuestionPostings::remove(std::uint32_t key, std::uint32_t number) {
  const auto found = lists_.find(key);
  if (found == lists_.end()) return;
  auto& [numbers, gone] = found->second;
  const auto first = numbers.begin() + static_cast<std::ptrdiff_t>(gone);
  const auto place = std::lower_bound(first, numbers.end(), number);
  if (place == numbers.end() || *place != number) return;
  if (place == first) {
    ++gone;
  } else {
    numbers.erase(place);
  }
  if (gone == numbers.size()) {
    lists_.erase(found);
  } else if (gone > numbers.size() / 2) {
    numbers.erase(numbers.begin(), numbers.begin() + static_cast<std::ptrdiff_t>(gone));
    gone = 0;
  }
}

std::span<const std::uint32_t> QuestionPostings::find(std::uint32_t key) const {
  const auto found = lists_.find(key);
  if (found == lists_.end()) return {};
  return std::span(found->second.numbers).subspan(found->second.gone);
}

std::size_t QuestionPostings::bytes() const {
  std::size_t sum = lists_.capacity() * (sizeof(List) + 5);
  for (const auto& [key, list] : lists_) sum += list.numbers.capacity() * sizeof(std::uint32_t);
  return sum;
}

}  // namespace aandacht::domain
