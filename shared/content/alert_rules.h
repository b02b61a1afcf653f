// Alert rules as files: [[alert]] tables of TOML.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "shared/content/load.h"
#include "shared/domain/alert.h"

namespace aandacht::content {

/// The rules of a file, of what people choose; see docs/alerts.md for the keys. In a file of a language the ids get it
/// in front and the rules look at calls in it only.
///
/// INVALID_ARGUMENT: any mistake, a line each, as of parse_library().
[[nodiscard]] absl::StatusOr<std::vector<domain::AlertRule>> parse_alert_rules(const SourceFile& file);

/// The rules as a file that parse_alert_rules() reads again.
[[nodiscard]] std::string format_alert_rules(std::span<const domain::AlertRule> rules);

/// Those of every <folder>/<language>/alerts.toml. NOT_FOUND, UNAVAILABLE, INVALID_ARGUMENT: as load_library().
[[nodiscard]] absl::StatusOr<std::vector<domain::AlertRule>> load_alert_rules(const std::filesystem::path& folder);

}  // namespace aandacht::content
