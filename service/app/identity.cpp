#include "service/app/identity.h"

#include <spdlog/spdlog.h>
#include <sys/stat.h>

#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "service/app/address.h"
#include "shared/base/text_file.h"
#include "shared/security/certificate.h"
#include "shared/security/machine_key.h"

namespace aandacht::service_app {
namespace {

bool is_off(const Config& config) { return config.tokens == "off"; }

absl::StatusOr<std::string> read_setting(const char* setting, const std::string& file) {
  absl::StatusOr<std::string> text = base::read_text_file(file);
  if (text.ok()) return text;
  return absl::Status(text.status().code(), absl::StrCat(setting, ": ", std::string(text.status().message())));
}

absl::Status check_secret(const std::string& file) {
  struct stat found {};
  if (stat(file.c_str(), &found) != 0 || (found.st_mode & S_IRWXO) == 0) return absl::OkStatus();
  return absl::InvalidArgumentError(
      absl::StrCat("tls.key: everybody on this machine may read ", file, "; chmod 640 it or less"));
}

}  // namespace

absl::StatusOr<std::filesystem::path> identity_folder(const Config& config) {
  const absl::StatusOr<std::filesystem::path> store = store_file(config);
  if (!store.ok()) return store.status();
  return store->parent_path() / "identity";
}

absl::StatusOr<std::shared_ptr<security::Guard>> make_guard(const Config& config, const base::Clock& clock) {
  if (is_off(config)) {
    spdlog::warn("tokens are off: whoever reaches {} may do everything there", config.listen);
    return std::shared_ptr<security::Guard>();
  }
  const absl::StatusOr<std::filesystem::path> folder = identity_folder(config);
  if (!folder.ok()) return folder.status();
  const security::MachineFiles own = security::machine_files(*folder);
  if (config.jwks.empty()) {
    if (const auto key = security::ensure_machine_key(*folder); !key.ok()) return key.status();
  }
  security::GuardOptions options;
  options.jwks = config.jwks.empty() ? own.jwks : std::filesystem::path(config.jwks);
  options.revoked = config.revoked.empty() ? own.revoked : std::filesystem::path(config.revoked);
  options.rules.issuer = config.issuer;
  options.rules.audience = config.audience;
  options.rules.role_claim = config.role_claim;
  options.rules.teams_claim = config.teams_claim;
  options.integrators_need_certificate = !config.tls_client_ca.empty();
  spdlog::info("tokens of {} for {}, by the keys {}", config.issuer, config.audience, options.jwks.string());
  absl::StatusOr<std::unique_ptr<security::Guard>> guard = security::Guard::open(std::move(options), clock);
  if (!guard.ok()) return guard.status();
  return std::shared_ptr<security::Guard>(*std::move(guard));
}

absl::StatusOr<rpc::TlsOptions> read_tls(const Config& config) {
  rpc::TlsOptions tls;
  if (config.tls_certificate.empty() && config.tls_key.empty() && config.tls_client_ca.empty()) return tls;
  if (config.tls_certificate.empty() || config.tls_key.empty())
    return absl::InvalidArgumentError("tls needs both tls.certificate and tls.key");
  if (absl::Status status = check_secret(config.tls_key); !status.ok()) return status;
  const std::pair<const char*, std::pair<const std::string*, std::string*>> files[] = {
      {"tls.certificate", {&config.tls_certificate, &tls.certificate}},
      {"tls.key", {&config.tls_key, &tls.key}},
      {"tls.client_ca", {&config.tls_client_ca, &tls.client_ca}}};
  for (const auto& [setting, file] : files) {
    if (file.first->empty()) continue;
    absl::StatusOr<std::string> text = read_setting(setting, *file.first);
    if (!text.ok()) return text.status();
    *file.second = *std::move(text);
  }
  if (absl::Status status = security::check_certificate_pair(tls.certificate, tls.key); !status.ok()) {
    return absl::InvalidArgumentError(absl::StrCat("tls.certificate ", config.tls_certificate, " and tls.key ",
                                                   config.tls_key, ": ", std::string(status.message())));
  }
  return tls;
}

absl::Status check_exposure(const Config& config) {
  if (is_own_address(config.listen)) return absl::OkStatus();
  if (!config.tls_certificate.empty() && !is_off(config)) return absl::OkStatus();
  return absl::InvalidArgumentError(absl::StrCat(
      "listen ", config.listen, ": other machines reach this address, so give tls.certificate and tls.key and leave ",
      "identity.tokens \"required\", or listen on 127.0.0.1"));
}

}  // namespace aandacht::service_app
