#include "client/local/library.h"

#include <utility>

#include "shared/content/load.h"
#include "spdlog/spdlog.h"

namespace aandacht::local {
namespace {

// As many as the service answers when nobody says how many.
constexpr std::size_t kMostFound = 8;

absl::StatusOr<domain::Library> load_shipped(const std::filesystem::path& folder) {
  const absl::StatusOr<std::vector<content::SourceFile>> sources = content::load_sources(folder);
  if (!sources.ok()) return sources.status();
  return content::parse_library(*sources);
}

}  // namespace

absl::StatusOr<domain::Library> load_lines(const std::filesystem::path& content_folder) {
  absl::StatusOr<domain::Library> shipped = load_shipped(content_folder);
  if (!shipped.ok()) return shipped.status();
  domain::Library lines;
  lines.warmth_lines = std::move(shipped->warmth_lines);
  lines.attention = shipped->attention;
  lines.fatigue = std::move(shipped->fatigue);
  lines.exercises = std::move(shipped->exercises);
  return lines;
}

Bookcase::Bookcase(LocalStore& store, std::filesystem::path content_folder)
    : store_(store), content_folder_(std::move(content_folder)) {}

std::vector<domain::Why> Bookcase::known_whys() {
  absl::StatusOr<std::vector<domain::Why>> told = store_.whys();
  if (told.ok() && !told->empty()) return *std::move(told);
  absl::StatusOr<domain::Library> shipped = load_shipped(content_folder_);
  if (shipped.ok()) return std::move(shipped->whys);
  spdlog::info("no whys are known here: {}", std::string(shipped.status().message()));
  return {};
}

std::vector<domain::Why> Bookcase::search(const std::string& text, const std::string& language,
                                          const std::string& queue) {
  if (!index_) index_ = std::make_unique<domain::WhyIndex>(known_whys());
  std::vector<domain::Why> found;
  for (const domain::Why* why : index_->search(text, language, queue, kMostFound)) found.push_back(*why);
  return found;
}

}  // namespace aandacht::local
