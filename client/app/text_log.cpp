#include "client/app/text_log.h"

#include <cmath>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "client/render/drawn_text.h"

namespace aandacht::app {

absl::StatusOr<std::unique_ptr<TextLog>> TextLog::open(const std::filesystem::path& file, const base::Clock& clock) {
  std::ofstream stream(file, std::ios::app);
  if (!stream) return absl::UnavailableError(absl::StrCat("cannot write the text log ", file.string()));
  return std::unique_ptr<TextLog>(new TextLog(std::move(stream), clock));
}

void TextLog::shown(const ImDrawData& frame) {
  std::string lines =
      absl::StrCat("frame ", absl::FormatTime("%Y-%m-%dT%H:%M:%E6SZ", clock_.now(), absl::UTCTimeZone()), "\n");
  const render::DrawnText text = render::DrawnText::read(frame, *ImGui::GetIO().Fonts);
  for (const render::TextRun& run : text.runs()) {
    const render::TextRect& rect = run.rect;
    absl::StrAppend(&lines, std::lround(rect.left), " ", std::lround(rect.top), " ", std::lround(rect.right), " ",
                    std::lround(rect.bottom), " ", run.text, "\n");
  }
  file_ << lines << std::flush;  // Read while it grows.
}

}  // namespace aandacht::app
