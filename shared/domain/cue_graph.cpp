#include "shared/domain/cue_graph.h"

#include <algorithm>

namespace aandacht::domain {

std::uint32_t CueGraph::next(std::uint32_t node, std::uint32_t word) const {
  if (node == root_) return word < from_root_.size() ? from_root_[word] : 0;
  const auto begin = edges_.begin() + nodes_[node].edges;
  const auto end = edges_.begin() + nodes_[node + 1].edges;
  const auto edge = std::lower_bound(begin, end, word, [](const Edge& e, std::uint32_t w) { return e.word < w; });
  return edge != end && edge->word == word ? edge->to : 0;
}

}  // namespace aandacht::domain
