// The whys and lines that the overlay needs when the service is away.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "client/local/local_store.h"
#include "shared/domain/library.h"
#include "shared/domain/why_index.h"

namespace aandacht::local {

/// What apply() needs of the shipped content: lines of openings, exercises, what tires, and the figures of the
/// attention budget. Reads all content files once, which takes a tenth of a second, and keeps nothing else.
///
/// Errors are those of content::load_sources and content::parse_library.
[[nodiscard]] absl::StatusOr<domain::Library> load_lines(const std::filesystem::path& content_folder);

/// Finds whys without the service: those that it told last, or those that were shipped when it never told any.
/// Made when it is first asked, and costs some megabytes until it goes. One thread at a time.
class Bookcase {
 public:
  /// `store` must outlive this; `content_folder` need not exist.
  Bookcase(LocalStore& store, std::filesystem::path content_folder);

  /// Best first, as the service answers; empty when no whys are known here.
  [[nodiscard]] std::vector<domain::Why> search(const std::string& text, const std::string& language,
                                                const std::string& queue);

  /// Gives the memory back; the next search makes it anew.
  void close() { index_.reset(); }

 private:
  [[nodiscard]] std::vector<domain::Why> known_whys();

  LocalStore& store_;
  const std::filesystem::path content_folder_;
  std::unique_ptr<domain::WhyIndex> index_;
};

}  // namespace aandacht::local
