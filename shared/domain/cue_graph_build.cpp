// How a graph of expressions is built.
#include <algorithm>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "shared/domain/cue_graph.h"

namespace aandacht::domain {
namespace {

constexpr std::uint64_t kSpread = 0x9E3779B97F4A7C15U;  // 2^64 by the golden ratio: Fibonacci hashing.

std::uint64_t mixed(std::uint64_t hash, std::uint64_t value) {
  hash = (hash ^ value) * kSpread;
  return hash ^ hash >> 29U;
}

}  // namespace

/// Writes the nodes of a graph, the last first; a node is taken back when there is one such.
class CueGraphJoiner {
 public:
  CueGraphJoiner() : known_(0, Hash{&graph_}, Same{&graph_}) { graph_.nodes_ = {{}, {}}; }  // None, and the first.
  CueGraphJoiner(const CueGraphJoiner&) = delete;
  CueGraphJoiner& operator=(const CueGraphJoiner&) = delete;

  void edge(std::uint32_t word, std::uint32_t to) { graph_.edges_.push_back({word, to}); }
  void list(std::uint16_t list) { graph_.lists_.push_back(list); }

  /// The node of the edges by word and the lists, rising, that were told since the last node.
  std::uint32_t node() {
    const auto fresh = static_cast<std::uint32_t>(graph_.nodes_.size() - 1);
    const CueGraph::Node begin = graph_.nodes_.back();
    graph_.nodes_.push_back(
        {static_cast<std::uint32_t>(graph_.edges_.size()), static_cast<std::uint32_t>(graph_.lists_.size())});
    const auto [one, added] = known_.insert(fresh);
    if (!added) {
      graph_.nodes_.pop_back();
      graph_.edges_.resize(begin.edges);
      graph_.lists_.resize(begin.lists);
    }
    return *one;
  }

  CueGraph finish(std::uint32_t root) {
    for (const CueGraph::Edge& edge : edges(graph_, root)) {
      if (edge.word >= graph_.from_root_.size()) graph_.from_root_.resize(edge.word + 1, 0);
      graph_.from_root_[edge.word] = edge.to;
    }
    CueGraph done = graph_;  // A copy has no room to spare.
    return done;
  }

 private:
  static std::span<const CueGraph::Edge> edges(const CueGraph& graph, std::uint32_t node) {
    const std::uint32_t begin = graph.nodes_[node].edges;
    return std::span(graph.edges_).subspan(begin, graph.nodes_[node + 1].edges - begin);
  }
  struct Hash {
    const CueGraph* graph;
    std::size_t operator()(std::uint32_t node) const {
      std::uint64_t value = 0;
      for (const CueGraph::Edge& edge : edges(*graph, node))
        value = mixed(value, std::uint64_t{edge.word} << 32U | edge.to);
      for (const std::uint16_t list : graph->lists(node)) value = mixed(value, list);
      return value;
    }
  };
  struct Same {
    const CueGraph* graph;
    bool operator()(std::uint32_t a, std::uint32_t b) const {
      return std::ranges::equal(edges(*graph, a), edges(*graph, b)) &&
             std::ranges::equal(graph->lists(a), graph->lists(b));
    }
  };

  CueGraph graph_;
  absl::flat_hash_set<std::uint32_t, Hash, Same> known_;
};

CueGraphBuilder::Rest CueGraphBuilder::end(std::uint16_t list) {
  rests_.push_back({static_cast<std::uint32_t>(steps_.size()), list});
  return static_cast<Rest>(rests_.size() - 1);
}

CueGraphBuilder::Rest CueGraphBuilder::any_of(std::span<const Step> steps) {
  rests_.push_back({static_cast<std::uint32_t>(steps_.size()), kNoList});
  steps_.insert(steps_.end(), steps.begin(), steps.end());
  return static_cast<Rest>(rests_.size() - 1);
}

std::span<const CueGraphBuilder::Step> CueGraphBuilder::steps_of(Rest rest) const {
  const std::size_t begin = rests_[rest].steps;
  const std::size_t end = rest + 1 < rests_.size() ? rests_[rest + 1].steps : steps_.size();
  return std::span(steps_).subspan(begin, end - begin);
}

bool CueGraphBuilder::leads(Rest rest, std::uint32_t word) const {
  return std::ranges::any_of(steps_of(rest), [&](const Step& step) { return step.word == word; });
}

/// The sets of rests in which one can be after the same words.
class CueGraphBuilder::Subsets {
 public:
  using Subset = std::vector<Rest>;  ///< Rising.

  explicit Subsets(const CueGraphBuilder& of) : of_(of), by_largest_(of.rests_.size() + 1) {}

  CueGraph graph(Subset begin) {
    const std::uint32_t root = id_of(std::move(begin));
    // A step leads to a rest that was told before: from a subset only to one whose largest is smaller.
    std::vector<std::uint32_t> order;
    for (std::size_t largest = by_largest_.size(); largest-- > 0;) {
      for (const std::uint32_t one : by_largest_[largest]) {
        find_steps(one);
        order.push_back(one);
      }
    }
    CueGraphJoiner joiner;
    std::vector<std::uint32_t> became(subsets_.size());
    for (auto one = order.rbegin(); one != order.rend(); ++one) {
      for (const Step& step : steps_[*one]) joiner.edge(step.word, became[step.rest]);
      for (const std::uint16_t list : lists_in(subsets_[*one])) joiner.list(list);
      became[*one] = joiner.node();
    }
    return joiner.finish(became[root]);
  }

 private:
  std::uint32_t id_of(Subset subset) {
    const std::size_t largest = subset.empty() ? 0 : subset.back() + 1;
    const auto [known, added] = ids_.try_emplace(subset, static_cast<std::uint32_t>(subsets_.size()));
    if (added) {
      subsets_.push_back(std::move(subset));
      steps_.emplace_back();
      by_largest_[largest].push_back(known->second);
    }
    return known->second;
  }

  void find_steps(std::uint32_t one) {
    std::vector<std::pair<std::uint32_t, Rest>> all;
    for (const Rest rest : subsets_[one]) {
      for (const Step& step : of_.steps_of(rest)) all.emplace_back(step.word, step.rest);
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    std::vector<Step> steps;
    for (auto at = all.begin(); at != all.end();) {
      const std::uint32_t word = at->first;
      Subset after;
      for (; at != all.end() && at->first == word; ++at) after.push_back(at->second);
      steps.push_back({word, id_of(std::move(after))});
    }
    steps_[one] = std::move(steps);
  }

  std::vector<std::uint16_t> lists_in(const Subset& subset) const {
    std::vector<std::uint16_t> lists;
    for (const Rest rest : subset) {
      if (of_.rests_[rest].list != kNoList) lists.push_back(static_cast<std::uint16_t>(of_.rests_[rest].list));
    }
    std::sort(lists.begin(), lists.end());
    lists.erase(std::unique(lists.begin(), lists.end()), lists.end());
    return lists;
  }

  const CueGraphBuilder& of_;
  std::vector<Subset> subsets_;
  std::vector<std::vector<Step>> steps_;  ///< Of each subset; here a rest is a subset.
  absl::flat_hash_map<Subset, std::uint32_t> ids_;
  std::vector<std::vector<std::uint32_t>> by_largest_;
};

CueGraph CueGraphBuilder::graph() const {
  std::vector<Rest> begins = begins_;
  std::sort(begins.begin(), begins.end());
  begins.erase(std::unique(begins.begin(), begins.end()), begins.end());
  return Subsets(*this).graph(std::move(begins));
}

}  // namespace aandacht::domain
