// A service that other machines may reach: TLS, client certificates, and what it refuses to start with.
#include <filesystem>
#include <fstream>

#include "client/net/channel.h"
#include "shared/security/certificate.h"
#include "tests/integration/identity_house.h"
#include "tests/support/made_certificates.h"

namespace aandacht::test {
namespace {

using Catch::Matchers::Contains;
using grpc::StatusCode;
using security::Role;

struct Papers {
  TemporaryFolder folder;
  Certificate ca = make_certificate("Test CA");
  Certificate service = make_certificate("service", &ca, "DNS:localhost");
  Certificate client = make_certificate("crm", &ca);
  Certificate other_client = make_certificate("erp", &ca);

  std::string write(const std::string& name, const std::string& text) const {
    const std::string file = folder.file(name);
    std::ofstream(file) << text;
    std::filesystem::permissions(file, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    return file;
  }
  IdentityHouse::Change tls(bool mutual) const {
    return [this, mutual](service_app::Config& config) {
      config.listen = "0.0.0.0:0";
      config.tls_certificate = write("service.pem", service.pem);
      config.tls_key = write("service.key", service.key_pem);
      if (mutual) config.tls_client_ca = write("clients.pem", ca.pem);
    };
  }
};

std::string at_localhost(const std::string& address) { return "localhost" + address.substr(address.rfind(':')); }

grpc::Status list_whys(const IdentityHouse& house, const net::Login& login) {
  net::ChannelOptions options;
  options.login = login;
  const auto stub = v1::LibraryService::NewStub(net::open_channel(at_localhost(house.address()), options));
  v1::ListWhysResponse answer;
  return stub->ListWhys(soon().get(), {}, &answer);
}

TEST_CASE("over the network the token goes inside TLS, to a service whose certificate is known", "[identity][tls]") {
  const Papers papers;
  const IdentityHouse house(papers.tls(false));
  net::Login login;
  login.token_file = papers.write("token", house.supervisor("blue"));
  login.ca = papers.write("ca.pem", papers.ca.pem);
  const grpc::Status known = list_whys(house, login);
  INFO(known.error_message());
  CHECK(known.ok());

  SECTION("a service with a certificate of somebody else is not given the token") {
    const Certificate stranger = make_certificate("Another CA");
    login.ca = papers.write("stranger.pem", stranger.pem);
    CHECK(list_whys(house, login).error_code() == StatusCode::UNAVAILABLE);
  }
  SECTION("without a token TLS alone opens nothing") {
    login.token_file = papers.write("empty", "");
    CHECK(list_whys(house, login).error_code() == StatusCode::UNAUTHENTICATED);
  }
  SECTION("without TLS nobody is answered") {
    const auto stub = v1::LibraryService::NewStub(
        grpc::CreateChannel(at_localhost(house.address()), grpc::InsecureChannelCredentials()));
    v1::ListWhysResponse answer;
    CHECK(stub->ListWhys(soon().get(), {}, &answer).error_code() == StatusCode::UNAVAILABLE);
  }
}

TEST_CASE("with mutual TLS an integrator's token is good only beside the certificate it was made for",
          "[identity][tls]") {
  const Papers papers;
  const IdentityHouse house(papers.tls(true));
  net::Login login;
  login.ca = papers.write("ca.pem", papers.ca.pem);
  login.token_file = papers.write("crm.token", house.token(Role::kIntegrator, "crm", {}, absl::Hours(1), "token-1",
                                                           *security::certificate_print(papers.client.pem)));
  const auto with = [&](const Certificate& certificate) {
    net::Login mutual = login;
    mutual.certificate = papers.write("client.pem", certificate.pem);
    mutual.key = papers.write("client.key", certificate.key_pem);
    return list_whys(house, mutual);
  };
  const grpc::Status bound = with(papers.client);
  INFO(bound.error_message());
  CHECK(bound.ok());
  CHECK_THAT(with(papers.other_client).error_message(), Contains("client certificate that it was made for"));
  CHECK(list_whys(house, login).error_code() == StatusCode::UNAUTHENTICATED);  // Replayed by who has no certificate.

  login.token_file = papers.write("plain.token", house.integrator());
  CHECK_THAT(list_whys(house, login).error_message(), Contains("mutual TLS"));
  CHECK(with(papers.other_client).ok());
  // A certificate of somebody else does not even connect.
  const Certificate other_ca = make_certificate("Another CA");
  const Certificate forged = make_certificate("crm", &other_ca);
  CHECK(with(forged).error_code() == StatusCode::UNAVAILABLE);
  // Agents need none.
  login.token_file = papers.write("sanne.token", house.agent("sanne"));
  CHECK(list_whys(house, login).ok());
}

TEST_CASE("a service that other machines reach does not start without TLS and tokens, and says what to do",
          "[identity][tls]") {
  const Papers papers;
  const TemporaryFolder folder;
  const auto why_not = [&](const IdentityHouse::Change& change) {
    service_app::Config config;
    config.listen = "127.0.0.1:0";
    config.store = "sqlite:" + folder.file("aandacht.db");
    config.content = AANDACHT_SOURCE_DIR "/service/content";
    change(config);
    return std::string(service_app::Service::start(config).status().message());
  };
  for (const char* open : {"0.0.0.0:0", "[::]:0", "192.0.2.1:7443", "127.0.0.2:7443"}) {
    CHECK_THAT(why_not([&](auto& config) { config.listen = open; }), Contains("tls.certificate"));
  }
  CHECK_THAT(why_not([&](auto& config) {
               papers.tls(false)(config);
               config.tokens = "off";
             }),
             Contains("identity.tokens \"required\""));
  CHECK_THAT(why_not([&](auto& config) {
               papers.tls(false)(config);
               config.tls_key = papers.write("other.key", papers.client.key_pem);
             }),
             Contains("do not belong together"));
  CHECK_THAT(why_not([&](auto& config) {
               papers.tls(false)(config);
               config.tls_key.clear();
             }),
             Contains("both tls.certificate and tls.key"));
  CHECK_THAT(why_not([&](auto& config) {
               papers.tls(false)(config);
               std::filesystem::permissions(config.tls_key, std::filesystem::perms::others_read,
                                            std::filesystem::perm_options::add);
             }),
             Contains("everybody on this machine may read"));
  CHECK_THAT(why_not([&](auto& config) { config.jwks = folder.file("none.json"); }), Contains("none.json"));
}

TEST_CASE("a unix socket asks for a token as well", "[identity]") {
  const TemporaryFolder folder;
  const IdentityHouse house(
      [&](service_app::Config& config) { config.listen = "unix:" + folder.file("service.sock"); });
  const auto ask = [&](const std::string& token) {
    std::ofstream(folder.file("token")) << token;
    net::ChannelOptions options;
    options.login = net::Login{folder.file("token"), {}, {}, {}, {}, false};
    const auto stub = v1::LibraryService::NewStub(net::open_channel("unix:" + folder.file("service.sock"), options));
    v1::ListWhysResponse answer;
    return stub->ListWhys(soon().get(), {}, &answer);
  };
  CHECK(ask("").error_code() == StatusCode::UNAUTHENTICATED);
  CHECK(ask(house.agent("sanne")).ok());
}

}  // namespace
}  // namespace aandacht::test
