// What stands around a page: the list of pages at the left, the connection, a notice.
#pragma once

#include <functional>
#include <string>
#include <variant>
#include <vector>

#include "client/model/shell_model.h"
#include "client/supervisor/page_frame.h"
#include "client/ui/look.h"

namespace aandacht::supervisor {

struct ShowPage {
  model::PageName page = model::PageName::kFloor;
  bool operator==(const ShowPage&) const = default;
};
struct UndoNotice {
  bool operator==(const UndoNotice&) const = default;
};
struct CloseNotice {
  bool operator==(const CloseNotice&) const = default;
};
using ShellAction = std::variant<ShowPage, UndoNotice, CloseNotice>;

/// What the shell holds between two frames.
struct ShellMemory {
  std::string hidden_trouble;  ///< Put away; the next one is shown again.
  std::string banner;          ///< What lies over the page.
  ImVec2 pointer;              ///< Where it was when that came …
  bool pointer_rests = false;  ///< … and it did not move since.
};

/// What a page needs beside its place.
struct ShellMoment {
  absl::Time now = absl::UnixEpoch();
  absl::TimeZone zone = absl::UTCTimeZone();
};

/// For FrameLoop's apply_style: the overlay's look, with scroll bars that can be held at a desk.
void apply_console_look(const ui::Look& look);

/// Draws one frame over the whole window, between NewFrame and Render, and lets `page` draw into its place. Adds what
/// was pressed to `actions`: by mouse, Ctrl+1 … Ctrl+7, Ctrl+0, Ctrl+Tab and Ctrl+Shift+Tab.
void draw_shell(const model::ShellModel& model, ui::Look& look, const ShellMoment& moment, ShellMemory& memory,
                std::vector<ShellAction>& actions, const std::function<void(PageFrame&)>& page);

/// A page over the whole window with the shell's margins, for tests and pictures of one page.
void draw_alone(ui::Look& look, model::Language language, const ShellMoment& moment,
                const std::function<void(PageFrame&)>& page);

}  // namespace aandacht::supervisor
