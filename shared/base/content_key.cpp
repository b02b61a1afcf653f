#include "shared/base/content_key.h"

#include <cstdint>

#include "absl/numeric/int128.h"
#include "absl/strings/str_format.h"

namespace aandacht::base {

std::string content_key(const std::string& kind, std::string_view content) {
  absl::uint128 hash = absl::MakeUint128(0x6c62272e07bb0142U, 0x62b821756295c58dU);
  const absl::uint128 prime = absl::MakeUint128(0x0000000001000000U, 0x000000000000013bU);
  for (const char c : content) {
    hash ^= static_cast<unsigned char>(c);
    hash *= prime;
  }
  return absl::StrFormat("%s-%016x%016x", kind, absl::Uint128High64(hash), absl::Uint128Low64(hash));
}

}  // namespace aandacht::base
