#include "service/app/address.h"

#include <arpa/inet.h>
#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <memory>
#include <optional>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"

namespace aandacht::service_app {
namespace {

struct Endpoint {
  std::string host;
  std::string port;
};

std::optional<Endpoint> split(const std::string& address) {
  const std::size_t colon = address.rfind(':');
  int port = -1;
  if (colon == std::string::npos || !absl::SimpleAtoi(address.substr(colon + 1), &port)) return std::nullopt;
  if (port < 0 || port > 65535) return std::nullopt;
  std::string host = address.substr(0, colon);
  if (host.size() > 2 && host.front() == '[' && host.back() == ']') host = host.substr(1, host.size() - 2);
  return Endpoint{host, address.substr(colon + 1)};
}

bool is_loopback(const std::string& host) {
  in_addr v4{};
  in6_addr v6{};
  if (inet_pton(AF_INET, host.c_str(), &v4) == 1) return ntohl(v4.s_addr) == INADDR_LOOPBACK;
  if (inet_pton(AF_INET6, host.c_str(), &v6) == 1) return IN6_IS_ADDR_LOOPBACK(&v6);
  return host == "localhost";
}

bool is_unix_socket(const std::string& address) { return address.rfind("unix:", 0) == 0 && address.size() > 5; }

absl::Status explain(int error, const std::string& address) {
  switch (error) {
    case EADDRINUSE:
      return absl::UnavailableError(absl::StrCat(
          address,
          " is in use: another aandachtd or program listens there. Stop it, or choose another address with --listen"));
    case EACCES:
      return absl::PermissionDeniedError(
          absl::StrCat(address, ": this user may not take that port; choose one from 1024 on with --listen"));
    default:
      return absl::InvalidArgumentError(absl::StrCat("cannot listen on ", address, ": ", std::strerror(error)));
  }
}

int try_bind(const addrinfo& info) {
  const int socket_fd = socket(info.ai_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (socket_fd < 0) return errno;
  const int on = 1;
  setsockopt(socket_fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  const int error = bind(socket_fd, info.ai_addr, info.ai_addrlen) == 0 ? 0 : errno;
  close(socket_fd);
  return error;
}

}  // namespace

absl::Status check_address(const std::string& address) {
  if (is_unix_socket(address) || split(address)) return absl::OkStatus();
  return absl::InvalidArgumentError(
      absl::StrCat("must be address:port, such as \"127.0.0.1:7443\", not \"", address, "\""));
}

bool is_own_address(const std::string& address) {
  if (is_unix_socket(address)) return true;
  const std::optional<Endpoint> endpoint = split(address);
  return endpoint && is_loopback(endpoint->host);
}

absl::Status check_free(const std::string& address) {
  const std::optional<Endpoint> endpoint = split(address);
  if (is_unix_socket(address) || !endpoint || endpoint->port == "0") return absl::OkStatus();
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = AI_NUMERICSERV;
  addrinfo* found = nullptr;
  if (getaddrinfo(endpoint->host.c_str(), endpoint->port.c_str(), &hints, &found) != 0) {
    return absl::InvalidArgumentError(absl::StrCat("cannot listen on ", address, ": no such host"));
  }
  const std::unique_ptr<addrinfo, decltype(&freeaddrinfo)> owner(found, &freeaddrinfo);
  const int error = try_bind(*found);
  return error == 0 ? absl::OkStatus() : explain(error, address);
}

}  // namespace aandacht::service_app
