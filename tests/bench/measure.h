// Times that repeat on a shared machine.
#pragma once

#include <ctime>

#include <algorithm>
#include <vector>

namespace aandacht::bench {

/// CPU time of the calling thread, microseconds.
inline double cpu_us() {
  timespec now = {};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e6 + static_cast<double>(now.tv_nsec) / 1e3;
}

struct Spread {
  double median = 0;  ///< microseconds
  double p99 = 0;     ///< microseconds
};

/// Runs `work` `times` times after a tenth as many for warming up, and gives the spread of its CPU time.
template <typename Work>
Spread measure(int times, Work work) {
  for (int i = 0; i < times / 10; ++i) work();
  std::vector<double> took;
  for (int i = 0; i < times; ++i) {
    const double before = cpu_us();
    work();
    took.push_back(cpu_us() - before);
  }
  std::sort(took.begin(), took.end());
  return {took[took.size() / 2], took[took.size() * 99 / 100]};
}

}  // namespace aandacht::bench
