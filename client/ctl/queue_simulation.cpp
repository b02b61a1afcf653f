#include "client/ctl/queue_simulation.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <functional>
#include <random>
#include <vector>

namespace aandacht::ctl {
namespace {

// Times are seconds since the run began.
struct Call {
  double comes = 0;
  double lasts = 0;
};

/// The calls of one run, as far as anybody looked; those that are over can be let go.
class Calls {
 public:
  Calls(double mean_gap, double mean_handling, std::uint64_t seed)
      : random_(seed), mean_gap_(mean_gap), mean_handling_(mean_handling) {}

  const Call& operator[](std::size_t index) {
    while (index - first_ >= calls_.size()) {
      time_ += draw(mean_gap_);
      calls_.push_back({time_, draw(mean_handling_)});
    }
    return calls_[index - first_];
  }

  void forget_before(std::size_t index) {
    for (; first_ < index; ++first_) calls_.pop_front();
  }

 private:
  // Exponential; std::exponential_distribution differs from one library to another.
  double draw(double mean) {
    constexpr double kSteps = 9007199254740992.0;  // 2^53: every double from 0 to 1 of this step.
    return -mean * std::log1p(-static_cast<double>(random_() >> 11U) / kSteps);
  }

  std::mt19937_64 random_;
  const double mean_gap_;
  const double mean_handling_;
  double time_ = 0;
  std::size_t first_ = 0;
  std::deque<Call> calls_;
};

/// When each agent is free; the heap's front is the first of them.
class Agents {
 public:
  explicit Agents(std::vector<double> free_from) : free_(std::move(free_from)) {
    std::make_heap(free_.begin(), free_.end(), std::greater<>());
  }

  /// Hands a call to who is free first; how long it waited.
  double take(const Call& call) {
    std::pop_heap(free_.begin(), free_.end(), std::greater<>());
    const double begins = std::max(call.comes, free_.back());
    free_.back() = begins + call.lasts;
    std::push_heap(free_.begin(), free_.end(), std::greater<>());
    return begins - call.comes;
  }

  /// Who is busy at `now` and until when, in order.
  [[nodiscard]] std::vector<double> busy_after(double now) const {
    std::vector<double> busy;
    std::copy_if(free_.begin(), free_.end(), std::back_inserter(busy), [&](double until) { return until > now; });
    std::sort(busy.begin(), busy.end());
    return busy;
  }

 private:
  std::vector<double> free_;
};

struct OneReset {
  int calls = 0;
  double during = 0;
  double total = 0;
};

/// Plays both courses from `now` on until they are the same again.
OneReset play(Calls& calls, std::size_t next, double now, const std::vector<double>& others, double length) {
  std::vector<double> free = others;
  free.push_back(now);
  Agents there(free);
  free.back() = now + length;
  Agents away(free);
  OneReset result;
  for (std::size_t i = next;; ++i) {
    const Call& call = calls[i];
    const bool over = call.comes >= now + length;
    if (over && there.busy_after(call.comes) == away.busy_after(call.comes)) return result;
    const double usual = there.take(call);
    const double extra = away.take(call) - usual;
    result.total += extra;
    if (over) continue;
    ++result.calls;
    result.during += extra;
  }
}

class Run {
 public:
  Run(const domain::Queue& queue, absl::Duration length, std::uint64_t seed)
      : agents_(queue.agents),
        length_(absl::ToDoubleSeconds(length)),
        calls_(absl::ToDoubleSeconds(queue.mean_handling) / (queue.agents * queue.occupancy),
               absl::ToDoubleSeconds(queue.mean_handling), seed) {}

  PlayedResets play_all(int resets) {
    while (static_cast<int>(played_.size()) < resets) step();
    return summary();
  }

 private:
  void step() {
    if (busy_.empty() || calls_[next_].comes < busy_.front()) return call_comes();
    const double now = busy_.front();
    std::pop_heap(busy_.begin(), busy_.end(), std::greater<>());
    busy_.pop_back();
    if (!waiting_.empty()) {
      const Call call = waiting_.front();
      waiting_.pop_front();
      waited_ += now - call.comes;
      return answer(call, now);
    }
    // Far enough apart that one reset tells little about the next; counted, because the first such moment after a while
    // would too often be one in which the queue has just emptied.
    if (++moments_ % (2 * agents_) != 0) return;
    std::vector<double> others = busy_;
    others.resize(static_cast<std::size_t>(agents_ - 1), now);
    calls_.forget_before(next_);
    played_.push_back(play(calls_, next_, now, others, length_));
  }

  void call_comes() {
    const Call call = calls_[next_++];
    if (static_cast<int>(busy_.size()) == agents_) return waiting_.push_back(call);
    answer(call, call.comes);
  }

  void answer(const Call& call, double now) {
    ++answered_;
    busy_.push_back(now + call.lasts);
    std::push_heap(busy_.begin(), busy_.end(), std::greater<>());
  }

  [[nodiscard]] PlayedResets summary() const {
    const auto count = static_cast<double>(played_.size());
    double calls = 0;
    double during = 0;
    double total = 0;
    double squares = 0;
    double free = 0;
    for (const OneReset& one : played_) {
      calls += one.calls;
      during += one.during;
      total += one.total;
      squares += one.total * one.total;
      free += one.total <= 1e-9 ? 1 : 0;
    }
    const double mean = total / count;
    const double error = std::sqrt(std::max(0.0, squares / count - mean * mean) / count);
    return {static_cast<int>(played_.size()),
            calls / count,
            absl::Seconds(during / count),
            absl::Seconds(mean),
            absl::Seconds(error),
            free / count,
            absl::Seconds(waited_ / std::max(1.0, answered_))};
  }

  const int agents_;
  const double length_;
  Calls calls_;
  std::size_t next_ = 0;
  std::vector<double> busy_;  // A heap: when each call that is handled ends.
  std::deque<Call> waiting_;
  double waited_ = 0;
  double answered_ = 0;
  std::int64_t moments_ = 0;  // In which an agent ended a call and nobody waited.
  std::vector<OneReset> played_;
};

}  // namespace

PlayedResets play_resets(const domain::Queue& queue, absl::Duration length, int resets, std::uint64_t seed) {
  return Run(queue, length, seed).play_all(resets);
}

}  // namespace aandacht::ctl
