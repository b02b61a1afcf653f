// Times that repeat on a shared machine.
#pragma once

#include <ctime>

#include <algorithm>
#include <vector>

namespace aandacht::bench {

inline double microseconds(clockid_t clock) {
  timespec now = {};
  clock_gettime(clock, &now);
  return static_cast<double>(now.tv_sec) * 1e6 + static_cast<double>(now.tv_nsec) / 1e3;
}

/// CPU time of the calling thread, microseconds.
inline double cpu_us() { return microseconds(CLOCK_THREAD_CPUTIME_ID); }

/// Time since the machine started, microseconds; the same in every process.
inline double steady_us() { return microseconds(CLOCK_MONOTONIC); }

struct Spread {
  double median = 0;
  double p99 = 0;
};

/// Of what was measured, in its unit. All zero when nothing was.
inline Spread spread_of(std::vector<double> took) {
  if (took.empty()) return {};
  std::sort(took.begin(), took.end());
  return {took[took.size() / 2], took[took.size() * 99 / 100]};
}

/// CPU time of `work`, microseconds.
template <typename Work>
double cpu_us_of(Work work) {
  const double before = cpu_us();
  work();
  return cpu_us() - before;
}

/// Runs `work` `times` times after a tenth as many for warming up, and gives the spread of its CPU time, microseconds.
template <typename Work>
Spread measure(int times, Work work) {
  for (int i = 0; i < times / 10; ++i) work();
  std::vector<double> took;
  for (int i = 0; i < times; ++i) took.push_back(cpu_us_of(work));
  return spread_of(std::move(took));
}

}  // namespace aandacht::bench
