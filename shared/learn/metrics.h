// How good a classifier is: the usual figures, from what was wanted and what was said.
#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace aandacht::learn {

/// Counts of (wanted label, said label). Labels appear when they are first seen, in the order of their names.
class Confusion {
 public:
  void add(const std::string& wanted, const std::string& said);

  [[nodiscard]] std::vector<std::string> labels() const;
  [[nodiscard]] std::size_t count(const std::string& wanted, const std::string& said) const;
  [[nodiscard]] std::size_t wanted(const std::string& label) const;  ///< Lines that have this label.
  [[nodiscard]] std::size_t said(const std::string& label) const;    ///< Lines that were given this label.
  [[nodiscard]] std::size_t total() const { return total_; }

  /// Each 0 when it would divide by 0.
  [[nodiscard]] double precision(const std::string& label) const;
  [[nodiscard]] double recall(const std::string& label) const;
  [[nodiscard]] double f1(const std::string& label) const;
  [[nodiscard]] double accuracy() const;
  /// The mean F1 of the labels that are wanted at least once.
  [[nodiscard]] double macro_f1() const;
  /// The share of lines labelled `wanted` that were called `said`.
  [[nodiscard]] double share(const std::string& wanted, const std::string& said) const;

 private:
  std::map<std::string, std::map<std::string, std::size_t>> counts_;
  std::size_t total_ = 0;
};

/// A line's score for a class and whether it has it.
struct Scored {
  double score = 0;
  bool has = false;
};

/// The chance that a line of the class scores above one that is not, a tie for a half: the area under the ROC curve
/// (Mann-Whitney U). 0.5 when either kind is absent. O(n log n).
[[nodiscard]] double roc_auc(std::span<const Scored> lines);

}  // namespace aandacht::learn
