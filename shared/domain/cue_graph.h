// Expressions as numbers of words in one graph: beginnings are shared, and so is what may follow.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace aandacht::domain {

inline constexpr std::uint32_t kAnyWord = 0;  ///< Instead of a word's number: any one word.

/// Immutable; from a CueGraphBuilder. Its nodes are small numbers; 0 is none.
class CueGraph {
 public:
  /// Where a word leads from the root; 0: nowhere.
  [[nodiscard]] std::uint32_t begin(std::uint32_t word) const {
    return word < from_root_.size() ? from_root_[word] : 0;
  }

  /// Where a word leads from another node than the root; 0: nowhere.
  [[nodiscard]] std::uint32_t next(std::uint32_t node, std::uint32_t word) const;

  /// Nothing follows.
  [[nodiscard]] bool is_end(std::uint32_t node) const { return nodes_[node].edges == nodes_[node + 1].edges; }

  /// The same of kAnyWord.
  [[nodiscard]] std::uint32_t next_after_any(std::uint32_t node) const {
    const std::uint32_t first = nodes_[node].edges;  // It sorts before all words.
    return first < nodes_[node + 1].edges && edges_[first].word == kAnyWord ? edges_[first].to : 0;
  }

  /// The lists of which an expression ends at a node, rising.
  [[nodiscard]] std::span<const std::uint16_t> lists(std::uint32_t node) const {
    return std::span(lists_).subspan(nodes_[node].lists, nodes_[node + 1].lists - nodes_[node].lists);
  }

 private:
  friend class CueGraphJoiner;
  struct Edge {
    std::uint32_t word = 0;
    std::uint32_t to = 0;
    bool operator==(const Edge&) const = default;
  };
  struct Node {
    std::uint32_t edges = 0;  ///< Where its own begin; they end where those of the next node begin.
    std::uint32_t lists = 0;
  };

  std::vector<Node> nodes_;
  std::vector<Edge> edges_;  ///< Of each node by word.
  std::vector<std::uint16_t> lists_;
  std::vector<std::uint32_t> from_root_;  ///< [word]: the root has too many edges to search.
};

/// Builds a graph of expressions that are told from their last word to their first: what may follow is then known, and
/// told once for all the ways in which one may have come there.
class CueGraphBuilder {
 public:
  using Rest = std::uint32_t;  ///< What may follow.
  struct Step {
    std::uint32_t word = 0;
    Rest rest = 0;  ///< After that word.
  };

  /// Nothing follows: an expression of `list` has ended.
  Rest end(std::uint16_t list);

  /// Any one of these steps.
  Rest any_of(std::span<const Step> steps);

  /// Expressions begin so.
  void begin(Rest rest) { begins_.push_back(rest); }

  /// True when a word leads on from `rest`.
  [[nodiscard]] bool leads(Rest rest, std::uint32_t word) const;

  /// One way for each word, and rests after which the same may follow become one. Built by subset construction (Rabin
  /// and Scott, 1959), then joined from the ends back (Revuz, 1992).
  [[nodiscard]] CueGraph graph() const;

 private:
  class Subsets;
  struct Stored {
    std::uint32_t steps = 0;  ///< Where its own begin; they end where those of the next begin.
    std::int32_t list = kNoList;
  };
  static constexpr std::int32_t kNoList = -1;

  [[nodiscard]] std::span<const Step> steps_of(Rest rest) const;

  std::vector<Stored> rests_;
  std::vector<Step> steps_;  ///< Each leads to a rest that was told before its own.
  std::vector<Rest> begins_;
};

}  // namespace aandacht::domain
