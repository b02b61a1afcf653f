// How the guard hands a caller to the handlers; for guard.cpp and caller.cpp.
#pragma once

#include <string_view>

namespace aandacht::rpc {

// Names of metadata that cannot come over the wire: HTTP/2 allows no capitals.
inline constexpr std::string_view kCallerKey = "Aandacht-Caller";
inline constexpr std::string_view kRpcKey = "Aandacht-Rpc";

}  // namespace aandacht::rpc
