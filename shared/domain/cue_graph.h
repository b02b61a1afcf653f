// Expressions as numbers of words in one graph: beginnings are shared, and so is what may follow.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_set.h"

namespace aandacht::domain {

inline constexpr std::uint32_t kAnyWord = 0;  ///< Instead of a word's number: any one word.

/// Immutable; from a CueTree. Its nodes are small numbers; 0 is none.
class CueGraph {
 public:
  [[nodiscard]] std::uint32_t root() const { return root_; }

  /// Where a word leads; 0: nowhere.
  [[nodiscard]] std::uint32_t next(std::uint32_t node, std::uint32_t word) const;

  /// The lists of which an expression ends at a node, rising.
  [[nodiscard]] std::span<const std::uint16_t> lists(std::uint32_t node) const {
    return std::span(lists_).subspan(nodes_[node].lists, nodes_[node + 1].lists - nodes_[node].lists);
  }

 private:
  friend class CueTree;
  struct Edge {
    std::uint32_t word = 0;
    std::uint32_t to = 0;
    bool operator==(const Edge&) const = default;
  };
  struct Node {
    std::uint32_t edges = 0;  ///< Where its own begin; they end where those of the next node begin.
    std::uint32_t lists = 0;
  };

  std::uint32_t root_ = 0;
  std::vector<Node> nodes_;
  std::vector<Edge> edges_;  ///< Of each node by word.
  std::vector<std::uint16_t> lists_;
  std::vector<std::uint32_t> from_root_;  ///< [word]: the root has too many edges to search.
};

/// Builds a graph.
class CueTree {
 public:
  static constexpr std::uint32_t kRoot = 0;

  CueTree();
  CueTree(const CueTree&) = delete;
  CueTree& operator=(const CueTree&) = delete;

  /// The node after a word; made when it is not there.
  std::uint32_t child(std::uint32_t node, std::uint32_t word);

  /// An expression of `list` ends at `node`.
  void end(std::uint32_t node, std::uint16_t list) { ends_.emplace_back(node, list); }

  /// Nodes after which the same may follow become one. Leaves the tree without use.
  [[nodiscard]] CueGraph graph();

 private:
  struct Node {
    std::uint32_t parent = 0;
    std::uint32_t word = 0;
  };
  struct Hash {
    const std::vector<Node>* nodes;
    std::size_t operator()(std::uint32_t node) const;
  };
  struct Same {
    const std::vector<Node>* nodes;
    bool operator()(std::uint32_t a, std::uint32_t b) const;
  };

  std::vector<Node> nodes_{1};
  absl::flat_hash_set<std::uint32_t, Hash, Same> children_;  ///< By parent and word.
  std::vector<std::pair<std::uint32_t, std::uint16_t>> ends_;
};

}  // namespace aandacht::domain
