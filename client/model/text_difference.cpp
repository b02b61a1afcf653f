#include "client/model/text_difference.h"

#include <algorithm>
#include <cstddef>

namespace aandacht::model {
namespace {

constexpr int kMostChanges = 600;

/// Words with the blanks after them; a line break is a word of its own.
std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    if (text[end] == '\n') {
      ++end;
    } else {
      while (end < text.size() && text[end] != ' ' && text[end] != '\n') ++end;
      while (end < text.size() && text[end] == ' ') ++end;
    }
    words.push_back(text.substr(at, end - at));
    at = end;
  }
  return words;
}

class Difference {
 public:
  Difference(std::string_view before, std::string_view after) : a_(words_of(before)), b_(words_of(after)) {}

  /// False when they differ too much.
  bool find() {
    const int n = static_cast<int>(a_.size());
    const int m = static_cast<int>(b_.size());
    const int most = std::min(n + m, kMostChanges);
    std::vector<int> reach(static_cast<std::size_t>(2 * most + 3), 0);
    const auto at = [&](int k) -> int& { return reach[static_cast<std::size_t>(k + most + 1)]; };
    for (int d = 0; d <= most; ++d) {
      rounds_.push_back(reach);
      for (int k = -d; k <= d; k += 2) {
        int x = k == -d || (k != d && at(k - 1) < at(k + 1)) ? at(k + 1) : at(k - 1) + 1;
        int y = x - k;
        while (x < n && y < m && a_[static_cast<std::size_t>(x)] == b_[static_cast<std::size_t>(y)]) {
          ++x;
          ++y;
        }
        at(k) = x;
        if (x >= n && y >= m) {
          go_back(d, most);
          return true;
        }
      }
    }
    return false;
  }

  [[nodiscard]] std::vector<DifferencePart> parts() const {
    std::vector<DifferencePart> parts;
    std::string removed;
    std::string added;
    const auto give = [&] {
      if (!removed.empty()) parts.push_back({Change::kRemoved, removed});
      if (!added.empty()) parts.push_back({Change::kAdded, added});
      removed.clear();
      added.clear();
    };
    for (auto step = steps_.rbegin(); step != steps_.rend(); ++step) {
      if (step->change == Change::kRemoved) {
        removed += step->word;
      } else if (step->change == Change::kAdded) {
        added += step->word;
      } else {
        give();
        if (parts.empty() || parts.back().change != Change::kSame) parts.push_back({Change::kSame, ""});
        parts.back().text += step->word;
      }
    }
    give();
    return parts;
  }

 private:
  struct Step {
    Change change;
    std::string_view word;
  };

  void go_back(int rounds, int most) {
    int x = static_cast<int>(a_.size());
    int y = static_cast<int>(b_.size());
    for (int d = rounds; d >= 0; --d) {
      const std::vector<int>& reach = rounds_[static_cast<std::size_t>(d)];
      const auto at = [&](int k) { return reach[static_cast<std::size_t>(k + most + 1)]; };
      const int k = x - y;
      const int from = k == -d || (k != d && at(k - 1) < at(k + 1)) ? k + 1 : k - 1;
      const int begin_x = d == 0 ? 0 : at(from);
      const int begin_y = d == 0 ? 0 : begin_x - from;
      while (x > begin_x && y > begin_y) {
        steps_.push_back({Change::kSame, b_[static_cast<std::size_t>(--y)]});
        --x;
      }
      if (x > begin_x) steps_.push_back({Change::kRemoved, a_[static_cast<std::size_t>(--x)]});
      if (y > begin_y) steps_.push_back({Change::kAdded, b_[static_cast<std::size_t>(--y)]});
    }
  }

  std::vector<std::string_view> a_;
  std::vector<std::string_view> b_;
  std::vector<std::vector<int>> rounds_;
  std::vector<Step> steps_;  // From the end.
};

}  // namespace

std::vector<DifferencePart> difference_of(std::string_view before, std::string_view after) {
  Difference difference(before, after);
  if (difference.find()) return difference.parts();
  return {{Change::kRemoved, std::string(before)}, {Change::kAdded, std::string(after)}};
}

}  // namespace aandacht::model
