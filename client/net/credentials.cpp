#include "client/net/credentials.h"

#include <grpcpp/grpcpp.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "shared/base/text_file.h"
#include "shared/security/token.h"

namespace aandacht::net {
namespace {

std::string_view view(grpc::string_ref text) { return {text.data(), text.size()}; }

/// gRPC would take other bytes for a connection that failed, and a longer text for a request that is too large. What is
/// sent instead the service calls no token, as it would that file.
bool fits_header(const std::string& token) {
  return token.size() <= security::kLongestToken &&
         std::all_of(token.begin(), token.end(), [](char c) { return c >= 0x20 && c < 0x7f; });
}

/// Asked by gRPC before every rpc.
class TokenBearer final : public grpc::MetadataCredentialsPlugin {
 public:
  explicit TokenBearer(std::shared_ptr<TokenSource> source) : source_(std::move(source)) {}

  // A look at a file's time, and now and then 0.1 ms for a signature.
  bool IsBlocking() const override { return false; }

  grpc::Status GetMetadata(grpc::string_ref service_url, grpc::string_ref method, const grpc::AuthContext& /*channel*/,
                           std::multimap<std::string, std::string>* metadata) override {
    std::string_view service = view(service_url);
    service = service.substr(service.rfind('/') + 1);
    const std::string token =
        source_->token(absl::StrCat(std::string(service), "/", std::string(view(method))), absl::Now());
    if (!token.empty()) metadata->emplace("authorization", absl::StrCat("Bearer ", fits_header(token) ? token : "?"));
    return grpc::Status::OK;
  }

  // gRPC logs this when it traces: never the token.
  grpc::string DebugString() override { return "TokenBearer"; }

 private:
  const std::shared_ptr<TokenSource> source_;
};

std::string read_named(const std::filesystem::path& file) {
  if (file.empty()) return "";
  absl::StatusOr<std::string> text = base::read_text_file(file);
  if (!text.ok()) spdlog::error("{}", std::string(text.status().message()));
  return text.value_or("");
}

}  // namespace

bool is_own_machine(const std::string& address) {
  return absl::StartsWith(address, "unix:") || absl::StartsWith(address, "127.0.0.1:") ||
         absl::StartsWith(address, "localhost:") || absl::StartsWith(address, "[::1]:");
}

std::shared_ptr<grpc::ChannelCredentials> make_credentials(const std::string& address, const Login& login) {
  const bool own = is_own_machine(address);
  const auto bearer = [&](grpc_security_level least) {
    return grpc::experimental::MetadataCredentialsFromPlugin(
        std::make_unique<TokenBearer>(TokenSource::make(login, own)), least);
  };
  if (own && login.ca.empty()) {
    const grpc_local_connect_type type = absl::StartsWith(address, "unix:") ? UDS : LOCAL_TCP;
    return grpc::CompositeChannelCredentials(grpc::experimental::LocalCredentials(type), bearer(GRPC_SECURITY_NONE));
  }
  grpc::SslCredentialsOptions tls;
  tls.pem_root_certs = read_named(login.ca);
  tls.pem_cert_chain = read_named(login.certificate);
  tls.pem_private_key = read_named(login.key);
  return grpc::CompositeChannelCredentials(grpc::SslCredentials(tls), bearer(GRPC_PRIVACY_AND_INTEGRITY));
}

}  // namespace aandacht::net
