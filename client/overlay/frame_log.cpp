#include "client/overlay/frame_log.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "absl/strings/str_cat.h"
#include "client/render/drawn_text.h"
#include "shared/content/choices.h"

namespace aandacht::overlay {
namespace {

const char* name(model::Screen screen) {
  switch (screen) {
    case model::Screen::kIdle:
      return "idle";
    case model::Screen::kRinging:
      return "ringing";
    case model::Screen::kInCall:
      return "in_call";
    case model::Screen::kOnHold:
      return "on_hold";
    case model::Screen::kWrapUp:
      return "wrap_up";
    case model::Screen::kDisconnected:
      return "disconnected";
  }
  return "";
}

const char* name(domain::CardKind kind) { return content::name_of(content::kCardKinds, kind); }

}  // namespace

absl::StatusOr<std::unique_ptr<FrameLog>> FrameLog::open(const std::filesystem::path& file, const base::Clock& clock) {
  std::ofstream stream(file, std::ios::app);
  if (!stream) return absl::UnavailableError(absl::StrCat("cannot write the frame log ", file.string()));
  return std::unique_ptr<FrameLog>(new FrameLog(std::move(stream), clock));
}

void FrameLog::shown(const model::OverlayModel& model, const ImDrawData& frame) {
  nlohmann::ordered_json line;
  line["at"] = absl::FormatTime("%Y-%m-%dT%H:%M:%E6SZ", clock_.now(), absl::UTCTimeZone());
  line["screen"] = name(model.screen);
  line["card"] = model.card ? name(model.card->kind) : "";
  line["text"] = render::DrawnText::read(frame, *ImGui::GetIO().Fonts).lines();
  file_ << line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << std::endl;  // Read while it grows.
}

}  // namespace aandacht::overlay
