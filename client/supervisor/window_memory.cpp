#include "client/supervisor/window_memory.h"

#include <spdlog/spdlog.h>

#include <sstream>
#include <string>

#include "absl/strings/str_cat.h"
#include "shared/base/text_file.h"

namespace aandacht::supervisor {
namespace {

constexpr int kLeast = 200;
constexpr int kMost = 16000;

bool is_window(const platform::Size& size) {
  return size.width >= kLeast && size.height >= kLeast && size.width <= kMost && size.height <= kMost;
}

}  // namespace

std::optional<RememberedWindow> read_window(const std::filesystem::path& file) {
  const absl::StatusOr<std::string> text = base::read_text_file(file);
  if (!text.ok()) return std::nullopt;
  std::istringstream words(*text);
  RememberedWindow window;
  std::string page;
  if (!(words >> window.size.width >> window.size.height >> page) || !is_window(window.size)) return std::nullopt;
  window.page = model::page_of(page).value_or(model::PageName::kFloor);
  return window;
}

void keep_window(const std::filesystem::path& file, const RememberedWindow& window) {
  const std::string line =
      absl::StrCat(window.size.width, " ", window.size.height, " ", std::string(model::word_of(window.page)), "\n");
  const absl::Status kept = base::write_text_file(file, line);
  if (!kept.ok()) spdlog::warn("the size of the window is not remembered: {}", std::string(kept.message()));
}

}  // namespace aandacht::supervisor
