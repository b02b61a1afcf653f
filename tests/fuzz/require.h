// A property that must hold for every input.
#pragma once

#include <cstdio>
#include <cstdlib>

namespace aandacht::fuzz {

/// Ends the program, which libFuzzer reports with the input, when `holds` is false.
inline void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", what);
  std::abort();
}

}  // namespace aandacht::fuzz
