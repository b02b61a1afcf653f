#include "client/softphone/port_use.h"

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace aandacht::softphone {
namespace {

constexpr char kListens[] = "0A";
constexpr char kOpen[] = "01";

}  // namespace

void count_port_use(const std::string& table, int port, PortUse& use) {
  std::istringstream lines(table);
  std::string line;
  while (std::getline(lines, line)) {
    std::istringstream columns(line);
    std::string slot, local, remote, state;
    columns >> slot >> local >> remote >> state;
    const std::size_t colon = local.rfind(':');
    if (colon == std::string::npos || std::strtol(local.c_str() + colon + 1, nullptr, 16) != port) {
      continue;
    }
    use.listening = use.listening || state == kListens;
    use.clients += state == kOpen ? 1 : 0;
  }
}

std::optional<PortUse> look_at_local_port(int port) {
  PortUse use;
  bool known = false;
  for (const char* file : {"/proc/net/tcp", "/proc/net/tcp6"}) {
    std::ifstream stream(file);
    if (stream) {
      known = true;
      std::ostringstream table;
      table << stream.rdbuf();
      count_port_use(table.str(), port, use);
    }
  }
  return known ? std::optional(use) : std::nullopt;
}

}  // namespace aandacht::softphone
