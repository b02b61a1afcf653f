// What an editor would say of a library: not only what cannot be read, but what cannot be said to a customer.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "shared/content/load.h"

namespace aandacht::content {

/// Something to mend.
struct Finding {
  std::string file;      ///< "nl/whys.toml".
  std::size_t line = 0;  ///< From 1; 0: no line is known.
  /// "unreadable" (what the service would refuse: syntax, labels, ids, slots, phrases), "jargon", "breath" (over 40
  /// words), "level" (harder than B1, see readability.h), "emotion" (no emotion line), "order" ("u moet"), "they"
  /// (about colleagues), "slot", "passive", "form" ("je" in a line for "u"), "example" (a rule and its examples
  /// disagree), "term" (of the jargon list itself), "habit", "languages" (one language has what another lacks),
  /// "translates" (names no item of another language).
  std::string kind;
  std::string what;    ///< One sentence.
  std::string advice;  ///< What to do; may be empty.

  bool operator==(const Finding&) const = default;
};

/// Words that may be said in one breath: an emotion line and a content line together.
inline constexpr std::size_t kMostBreathWords = 40;

/// In the order of the files and their lines. Reads the files only; pure.
[[nodiscard]] std::vector<Finding> check_content(std::span<const SourceFile> files);

/// The same for a content folder. NOT_FOUND, UNAVAILABLE: as load_library().
[[nodiscard]] absl::StatusOr<std::vector<Finding>> check_folder(const std::filesystem::path& folder);

}  // namespace aandacht::content
