#include "shared/base/ids.h"

#include <array>
#include <cstdint>
#include <random>

#include "absl/strings/str_format.h"

namespace aandacht::base {

std::string RandomIds::next() {
  std::random_device device;  // getrandom(2) with glibc; no state to share between threads.
  std::array<std::uint32_t, 4> word{};
  for (std::uint32_t& w : word) w = device();
  word[1] = (word[1] & 0xffff0fffU) | 0x00004000U;
  word[2] = (word[2] & 0x3fffffffU) | 0x80000000U;
  return absl::StrFormat("%08x-%04x-%04x-%04x-%04x%08x", word[0], word[1] >> 16, word[1] & 0xffffU, word[2] >> 16,
                         word[2] & 0xffffU, word[3]);
}

}  // namespace aandacht::base
