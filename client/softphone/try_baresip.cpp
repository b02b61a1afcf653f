#include "client/softphone/try_baresip.h"

#include <optional>
#include <string>

#include "absl/strings/match.h"
#include "client/softphone/baresip_socket.h"
#include "client/softphone/netstring.h"

namespace aandacht::softphone {

BaresipFound try_baresip(const BaresipAddress& address, absl::Duration limit, const PortProbe& probe) {
  if (probe) {
    const std::optional<PortUse> use = probe(address.port);
    if (use && use->listening && use->clients > 0) return BaresipFound::kInUse;
  }
  const WakeUp never;
  Socket socket;
  if (!socket.connect(address.host, address.port, limit, never).ok()) return BaresipFound::kNobody;
  if (!socket.write(to_netstring(R"({"command":"reginfo","token":"try"})"))) return BaresipFound::kSomethingElse;
  NetstringReader reader;
  bool answered = false;
  while (!answered && socket.wait(never, limit) == Socket::Ready::kReadable) {
    const std::optional<std::string> bytes = socket.read();
    if (!bytes) continue;
    if (bytes->empty()) break;
    const absl::Status fed =
        reader.feed(*bytes, [&](std::string_view payload) { answered = absl::StartsWith(std::string(payload), "{"); });
    if (!fed.ok()) break;
  }
  return answered ? BaresipFound::kAnswers : BaresipFound::kSomethingElse;
}

}  // namespace aandacht::softphone
