#include "shared/domain/cue_graph.h"

namespace aandacht::domain {

std::uint32_t CueGraph::next(std::uint32_t node, std::uint32_t word) const {
  const Edge* edge = edges_.data() + nodes_[node].edges;
  std::size_t left = nodes_[node + 1].edges - nodes_[node].edges;
  if (left == 0) return 0;
  while (left > 1) {  // Binary search without a branch that cannot be foretold.
    const std::size_t half = left / 2;
    edge += edge[half - 1].word < word ? half : 0;
    left -= half;
  }
  return edge->word == word ? edge->to : 0;
}

}  // namespace aandacht::domain
