#include "shared/domain/queue_model.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace aandacht::domain {
namespace {

// By the number of calls that are there, waiting or being handled.
using ByCalls = std::vector<double>;

// What is less likely than this is left out.
constexpr double kNegligible = 1e-12;

/// Time is counted in handling times, so that an agent ends one call in each.
struct Chain {
  int agents = 1;
  double arrivals = 0;

  [[nodiscard]] double occupancy() const { return arrivals / agents; }
};

int waiting(std::size_t calls, int servers) { return std::max(0, static_cast<int>(calls) - servers); }
int handled(std::size_t calls, int servers) { return std::min(static_cast<int>(calls), servers); }

/// Nobody waits and one agent is free. No more calls can be there in the end than came in the meantime.
ByCalls at_start(const Chain& chain, double span) {
  const double come = chain.arrivals * span;
  const auto most = static_cast<std::size_t>(chain.agents + std::ceil(come + 7 * std::sqrt(come) + 12));
  ByCalls start(most + 1, 0);
  double sum = 0;
  double weight = 1;
  for (int calls = 0; calls < chain.agents; ++calls) {
    if (calls > 0) weight *= chain.arrivals / calls;
    // Large teams would leave the range of a double; only proportions matter.
    if (weight > 1e200) {
      for (int i = 0; i < calls; ++i) start[i] *= 1e-200;
      sum *= 1e-200;
      weight *= 1e-200;
    }
    start[calls] = weight;
    sum += weight;
  }
  for (double& share : start) share /= sum;
  return start;
}

/// What one more call costs in waiting from here on, by the number of calls that are there already.
ByCalls value_of_one_more(const Chain& chain, std::size_t states) {
  const double rho = chain.occupancy();
  const double mean_waiting = waiting_share(chain.agents, chain.arrivals) * rho / (1 - rho);
  ByCalls value(states, 0);
  for (std::size_t calls = 0; calls < states; ++calls) {
    const int over = static_cast<int>(calls) - chain.agents;
    if (over >= -1) {
      value[calls] = ((over - mean_waiting) * rho / (1 - rho) + rho / ((1 - rho) * (1 - rho))) / chain.arrivals;
    } else {
      const double before = calls == 0 ? 0 : static_cast<double>(calls) * value[calls - 1];
      value[calls] = (mean_waiting + before) / chain.arrivals;
    }
  }
  return value;
}

struct Course {
  double waited = 0;  ///< By all together.
  ByCalls end;
};

/// Follows the states for `span` with `servers` of the agents there.
Course follow(const Chain& chain, int servers, ByCalls states, double span) {
  const double rate = chain.arrivals + chain.agents;
  const double steps = rate * span;
  Course course{0, ByCalls(states.size(), 0)};
  ByCalls next(states.size());
  double seen = 0;
  for (int step = 0; step <= steps || 1 - seen > kNegligible * steps; ++step) {
    const double chance = std::exp(step * std::log(steps) - steps - std::lgamma(step + 1.0));
    seen += chance;
    double queue = 0;
    for (std::size_t calls = 0; calls < states.size(); ++calls) {
      course.end[calls] += chance * states[calls];
      queue += states[calls] * waiting(calls, servers);
    }
    course.waited += queue * std::max(0.0, 1 - seen) / rate;
    if (step > steps && chance < kNegligible) break;
    for (std::size_t calls = 0; calls < states.size(); ++calls) {
      const bool room = calls + 1 < states.size();
      const double moves = (room ? chain.arrivals : 0) + handled(calls, servers);
      next[calls] = states[calls] * (1 - moves / rate);
      if (calls > 0) next[calls] += states[calls - 1] * chain.arrivals / rate;
      if (room) next[calls] += states[calls + 1] * handled(calls + 1, servers) / rate;
    }
    states.swap(next);
  }
  return course;
}

}  // namespace

double waiting_share(int servers, double load) {
  if (load >= servers) return 1;
  double blocked = 1;
  for (int n = 1; n <= servers; ++n) blocked = load * blocked / (n + load * blocked);
  const double occupancy = load / servers;
  return blocked / (1 - occupancy * (1 - blocked));
}

ExtraWait extra_wait(const Queue& queue, absl::Duration length) {
  if (length <= absl::ZeroDuration()) return {};
  const Chain chain{queue.agents, queue.occupancy * queue.agents};
  const double span = absl::FDivDuration(length, queue.mean_handling);
  const ByCalls start = at_start(chain, span);
  const Course with = follow(chain, chain.agents, start, span);
  const Course without = follow(chain, chain.agents - 1, start, span);
  const ByCalls one_more = value_of_one_more(chain, start.size());
  double value = 0;
  double after = 0;
  for (std::size_t calls = 0; calls < start.size(); ++calls) {
    after += (without.end[calls] - with.end[calls]) * value;
    value += one_more[calls];
  }
  return {queue.mean_handling * (without.waited - with.waited), queue.mean_handling * after};
}

}  // namespace aandacht::domain
