// What changed from one text to another.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace aandacht::model {

enum class Change { kSame, kRemoved, kAdded };

struct DifferencePart {
  Change change = Change::kSame;
  std::string text;  ///< With the blanks that follow it.

  bool operator==(const DifferencePart&) const = default;
};

/// The shortest way from `before` to `after` in whole words (a longest common subsequence, by Myers' O(ND) method of
/// 1986); what is removed stands before what is added in its place. All that is the same or removed makes `before`, all
/// that is the same or added makes `after`. Of texts that differ in more than 600 words the whole is replaced.
[[nodiscard]] std::vector<DifferencePart> difference_of(std::string_view before, std::string_view after);

}  // namespace aandacht::model
