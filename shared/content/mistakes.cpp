#include "shared/content/mistakes.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"

namespace aandacht::content {
namespace {
constexpr std::size_t kMostShown = 20;
}

void Mistakes::add(std::string_view file, std::size_t line, std::string_view what) {
  std::string text(file);
  if (line > 0) absl::StrAppend(&text, ":", line);
  absl::StrAppend(&text, ": ", std::string(what));
  lines_.push_back(std::move(text));
}

absl::Status Mistakes::status() const {
  if (lines_.empty()) return absl::OkStatus();
  if (lines_.size() <= kMostShown) return absl::InvalidArgumentError(absl::StrJoin(lines_, "\n"));
  const std::vector<std::string> first(lines_.begin(), lines_.begin() + kMostShown);
  return absl::InvalidArgumentError(
      absl::StrCat(absl::StrJoin(first, "\n"), "\nand ", lines_.size() - kMostShown, " more"));
}

}  // namespace aandacht::content
