#include "shared/domain/cue_graph.h"

#include <algorithm>
#include <numeric>

#include "absl/hash/hash.h"

namespace aandacht::domain {
namespace {

constexpr std::uint64_t kSpread = 0x9E3779B97F4A7C15U;  // 2^64 by the golden ratio: Fibonacci hashing.

std::uint64_t mixed(std::uint64_t hash, std::uint64_t value) {
  hash = (hash ^ value) * kSpread;
  return hash ^ hash >> 29U;
}

}  // namespace

std::uint32_t CueGraph::next(std::uint32_t node, std::uint32_t word) const {
  if (node == root_) return word < from_root_.size() ? from_root_[word] : 0;
  const auto begin = edges_.begin() + nodes_[node].edges;
  const auto end = edges_.begin() + nodes_[node + 1].edges;
  const auto edge = std::lower_bound(begin, end, word, [](const Edge& e, std::uint32_t w) { return e.word < w; });
  return edge != end && edge->word == word ? edge->to : 0;
}

std::size_t CueTree::Hash::operator()(std::uint32_t node) const {
  return mixed(0, std::uint64_t{(*nodes)[node].parent} << 32U | (*nodes)[node].word);
}

bool CueTree::Same::operator()(std::uint32_t a, std::uint32_t b) const {
  return (*nodes)[a].parent == (*nodes)[b].parent && (*nodes)[a].word == (*nodes)[b].word;
}

CueTree::CueTree() : children_(0, Hash{&nodes_}, Same{&nodes_}) {}

std::uint32_t CueTree::child(std::uint32_t node, std::uint32_t word) {
  const auto fresh = static_cast<std::uint32_t>(nodes_.size());
  nodes_.push_back({node, word});
  const auto [known, added] = children_.insert(fresh);
  if (!added) nodes_.pop_back();
  return *known;
}

CueGraph CueTree::graph() {
  decltype(children_)(0, Hash{&nodes_}, Same{&nodes_}).swap(children_);
  std::sort(ends_.begin(), ends_.end());
  ends_.erase(std::unique(ends_.begin(), ends_.end()), ends_.end());

  // Children of one node next to each other.
  std::vector<std::uint32_t> begins(nodes_.size() + 1, 0);
  for (std::size_t i = 1; i < nodes_.size(); ++i) ++begins[nodes_[i].parent + 1];
  std::partial_sum(begins.begin(), begins.end(), begins.begin());
  std::vector<std::uint32_t> children(nodes_.size() - 1);
  std::vector<std::uint32_t> filled(begins.begin(), begins.end() - 1);
  for (std::uint32_t i = 1; i < nodes_.size(); ++i) children[filled[nodes_[i].parent]++] = i;

  CueGraph graph;
  graph.nodes_ = {{}, {}};  // None, and where the first begins.
  const auto hash = [&](std::uint32_t node) {
    std::uint64_t value = 0;
    for (std::uint32_t i = graph.nodes_[node].edges; i < graph.nodes_[node + 1].edges; ++i)
      value = mixed(value, std::uint64_t{graph.edges_[i].word} << 32U | graph.edges_[i].to);
    for (const std::uint16_t list : graph.lists(node)) value = mixed(value, list);
    return static_cast<std::size_t>(value);
  };
  const auto same = [&](std::uint32_t a, std::uint32_t b) {
    const auto edges = [&](std::uint32_t node) {
      return std::span(graph.edges_)
          .subspan(graph.nodes_[node].edges, graph.nodes_[node + 1].edges - graph.nodes_[node].edges);
    };
    return std::ranges::equal(edges(a), edges(b)) && std::ranges::equal(graph.lists(a), graph.lists(b));
  };
  absl::flat_hash_set<std::uint32_t, decltype(hash), decltype(same)> known(0, hash, same);

  // From the last node back, so that what follows is known; a node is written, and taken back when there is one such.
  std::vector<std::uint32_t>& became = filled;
  std::size_t end = ends_.size();
  for (std::size_t i = nodes_.size(); i-- > 0;) {
    const std::size_t edges_before = graph.edges_.size();
    const std::size_t lists_before = graph.lists_.size();
    for (std::uint32_t c = begins[i]; c < begins[i + 1]; ++c)
      graph.edges_.push_back({nodes_[children[c]].word, became[children[c]]});
    std::sort(graph.edges_.begin() + static_cast<std::ptrdiff_t>(edges_before), graph.edges_.end(),
              [](const CueGraph::Edge& a, const CueGraph::Edge& b) { return a.word < b.word; });
    const std::size_t last = end;
    while (end > 0 && ends_[end - 1].first == i) --end;
    for (std::size_t e = end; e < last; ++e) graph.lists_.push_back(ends_[e].second);
    const auto fresh = static_cast<std::uint32_t>(graph.nodes_.size() - 1);
    graph.nodes_.push_back(
        {static_cast<std::uint32_t>(graph.edges_.size()), static_cast<std::uint32_t>(graph.lists_.size())});
    const auto [one, added] = known.insert(fresh);
    became[i] = *one;
    if (added) continue;
    graph.nodes_.pop_back();
    graph.edges_.resize(edges_before);
    graph.lists_.resize(lists_before);
  }
  graph.root_ = became[kRoot];
  const std::uint32_t root_edges = graph.nodes_[graph.root_].edges;
  for (std::size_t i = root_edges; i < graph.nodes_[graph.root_ + 1].edges; ++i) {
    const CueGraph::Edge& edge = graph.edges_[i];
    if (edge.word >= graph.from_root_.size()) graph.from_root_.resize(edge.word + 1, 0);
    graph.from_root_[edge.word] = edge.to;
  }
  graph.nodes_.shrink_to_fit();
  graph.edges_.shrink_to_fit();
  graph.lists_.shrink_to_fit();
  graph.from_root_.shrink_to_fit();
  return graph;
}

}  // namespace aandacht::domain
