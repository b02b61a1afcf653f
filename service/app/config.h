// What the service can be told.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "service/core/teams.h"
#include "shared/base/settings.h"

namespace aandacht::service_app {

/// Defaults here are the defaults of the program.
struct Config {
  std::string listen = "127.0.0.1:7443";
  std::string store;
  std::string content;
  std::string time_zone = "Europe/Amsterdam";
  absl::Duration drain = absl::Seconds(3);

  std::string registration = "automatic";
  std::vector<std::string> agents;
  std::map<std::string, std::vector<std::string>> teams;  ///< Agents by team.

  absl::Duration grace = absl::Seconds(10);
  int in_flight = 256;

  int prompts_per_hour = 3;
  std::vector<std::string> quiet;  ///< "12:00-12:30"
  bool urgent_in_quiet = false;

  bool four_eyes = false;

  int question_days = 90;
  int question_count_days = 400;
  int alert_days = 30;

  int queue = 4096;
  int batch = 256;
  int watch_backlog = 256;

  int largest_message = 4 * 1024 * 1024;
  int memory = 256;
  absl::Duration keepalive = absl::Seconds(30);
  absl::Duration keepalive_timeout = absl::Seconds(10);

  std::string tokens = "required";
  std::string jwks;  ///< Empty: the machine's own key.
  std::string issuer = "aandacht";
  std::string audience = "aandacht";
  std::string role_claim = "role";
  std::string teams_claim = "teams";
  bool agents_report_calls = true;
  std::string revoked;  ///< Empty: "revoked" in the identity folder.

  std::string tls_certificate;
  std::string tls_key;
  std::string tls_client_ca;

  std::string log_level = "info";
  std::string log_format = "text";
};

/// Declares every setting with its unit, default and meaning. `config` must outlive `settings`.
void declare(base::Settings& settings, Config& config);

/// The file that `store` names; empty: aandacht.db in the data folder.
///
/// INVALID_ARGUMENT: not "sqlite:FILE".
[[nodiscard]] absl::StatusOr<std::filesystem::path> store_file(const Config& config);

/// The teams.
///
/// INVALID_ARGUMENT: an agent who is in two of them, or who is not served.
[[nodiscard]] absl::StatusOr<core::Teams> teams_of(const Config& config);

/// The folder of `content`; empty: what was shipped with the program.
[[nodiscard]] std::filesystem::path content_folder(const Config& config);

}  // namespace aandacht::service_app
