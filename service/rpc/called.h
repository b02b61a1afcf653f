// How the guard hands a caller to the handlers; for guard.cpp and caller.cpp.
#pragma once

#include <random>
#include <string>

#include "absl/strings/str_cat.h"

namespace aandacht::rpc {

/// Names of metadata that only this process can know, so that nobody sends them: what they carry is trusted.
/// HTTP/2 allows no capitals either, but gRPC 1.51 leaves that to the sender.
struct CalledKeys {
  std::string caller;
  std::string rpc;
};

[[nodiscard]] inline const CalledKeys& called_keys() {
  static const CalledKeys keys = [] {
    std::random_device random;
    const auto secret = absl::StrCat(absl::Hex(random(), absl::kZeroPad8), absl::Hex(random(), absl::kZeroPad8),
                                     absl::Hex(random(), absl::kZeroPad8), absl::Hex(random(), absl::kZeroPad8));
    return CalledKeys{absl::StrCat("Aandacht-Caller-", secret), absl::StrCat("Aandacht-Rpc-", secret)};
  }();
  return keys;
}

}  // namespace aandacht::rpc
