#include "absl/strings/str_cat.h"
#include "client/ctl/checks.h"
#include "client/platform/dock.h"
#include "shared/base/settings.h"
#include "shared/base/text_file.h"

namespace aandacht::ctl {

std::string dock_setting(const std::filesystem::path& file) {
  std::string dock = platform::to_text(platform::Dock());
  base::Settings settings("");
  settings.text("dock", &dock, "", "", [](const std::string& text) { return platform::parse_dock(text).status(); });
  const absl::StatusOr<std::string> text = base::read_text_file(file);
  // The overlay itself tells what else is wrong with the file.
  if (text.ok()) static_cast<void>(settings.load_what_fits(*text, file.string()));
  return dock;
}

Finding check_on_top(const platform::Standing& standing) {
  constexpr const char* kSubject = "on top";
  if (!standing.reachable) return {kSubject, Health::kWarning, "not looked at: no X server answers", "see display"};
  if (!standing.has_manager) {
    return {kSubject, Health::kWarning,
            "no window manager runs: the overlay raises itself over ordinary windows, more cannot be promised",
            "start the desktop's window manager, or openbox"};
  }
  const std::string manager = standing.manager.empty() ? "the window manager" : standing.manager;
  if (!standing.keeps_above) {
    return {kSubject, Health::kWarning, absl::StrCat(manager, " does not know \"always on top\" (_NET_WM_STATE_ABOVE)"),
            "use one that does, such as openbox, xfwm4, mutter or kwin; or make a rule for the class \"aandacht\""};
  }
  if (standing.full_screen) {
    return {kSubject, Health::kWarning, "a window that fills the screen has the keyboard now: it covers the overlay",
            "leave full screen (usually F11); maximised is fine"};
  }
  return {kSubject, Health::kOk,
          absl::StrCat(manager, " keeps the overlay on top; only a window in full screen covers it"), ""};
}

Finding check_dock(const platform::Standing& standing, const std::string& dock) {
  constexpr const char* kSubject = "dock";
  const absl::StatusOr<platform::Dock> parsed = platform::parse_dock(dock);
  if (!parsed.ok()) {
    return {kSubject, Health::kBroken, absl::StrCat("\"", dock, "\" is no place to stand"),
            absl::StrCat("it ", std::string(parsed.status().message()))};
  }
  if (parsed->side != platform::DockSide::kBeside) return {kSubject, Health::kOk, absl::StrCat("at the ", dock), ""};
  const std::string window = absl::StrCat("\"", parsed->window, "\"");
  switch (standing.followed) {
    case platform::Followed::kInSight:
      return {kSubject, Health::kOk, absl::StrCat("the window ", window, " is there"), ""};
    case platform::Followed::kHidden:
      return {kSubject, Health::kOk,
              absl::StrCat("the window ", window,
                           " is minimised or on another desktop; until it is back the overlay "
                           "stands at the edge"),
              ""};
    case platform::Followed::kNotAsked:
    case platform::Followed::kNotFound:
      break;
  }
  std::string advice =
      "start the softphone; `xprop WM_CLASS` and a click on its window tell what to write after beside:";
  if (standing.wayland) {
    advice +=
        ". Windows of Wayland itself cannot be found: start the softphone with QT_QPA_PLATFORM=xcb or "
        "GDK_BACKEND=x11";
  }
  return {kSubject, Health::kWarning,
          absl::StrCat("no window is called ", window, "; the overlay stands at the edge until there is one"), advice};
}

}  // namespace aandacht::ctl
