#include "shared/content/mistakes.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"

namespace aandacht::content {
namespace {
constexpr std::size_t kMostShown = 20;
}

void Mistakes::add(std::string_view file, std::size_t line, std::string_view what) {
  all_.push_back({std::string(file), line, std::string(what)});
}

absl::Status Mistakes::status() const {
  if (all_.empty()) return absl::OkStatus();
  std::vector<std::string> first;
  for (std::size_t i = 0; i < std::min(all_.size(), kMostShown); ++i) {
    const Mistake& mistake = all_[i];
    first.push_back(absl::StrCat(mistake.file, mistake.line > 0 ? absl::StrCat(":", mistake.line) : std::string(), ": ",
                                 mistake.what));
  }
  if (all_.size() > kMostShown) first.push_back(absl::StrCat("and ", all_.size() - kMostShown, " more"));
  return absl::InvalidArgumentError(absl::StrJoin(first, "\n"));
}

}  // namespace aandacht::content
