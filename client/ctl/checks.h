// What `aandachtctl doctor` looks at. Each check is one thing that can be wrong and what to do about it.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "client/ctl/environment.h"
#include "client/platform/standing.h"

namespace aandacht::ctl {

enum class Health { kOk, kWarning, kBroken };

struct Finding {
  std::string subject;  ///< "service", "content", …
  Health health = Health::kOk;
  std::string what;    ///< What was found.
  std::string advice;  ///< What to do; empty when it is well.
};

/// Where checks look, so that tests can show them another machine.
struct Machine {
  std::function<std::optional<std::string>(const std::string& name)> variable;
  std::filesystem::path proc = "/proc";
  std::filesystem::path x_sockets = "/tmp/.X11-unix";
  std::vector<std::filesystem::path> fonts = {"/usr/share/fonts", "/usr/local/share/fonts"};
};

/// Whether a window can be shown, by the environment and the X server's socket; X itself is not spoken to.
[[nodiscard]] Finding check_display(const Machine& machine);

/// Whether pictures can go to the X server through shared memory: it must be on this machine.
[[nodiscard]] Finding check_shared_memory(const Machine& machine);

/// Whether a window manager that is known to keep windows on top runs.
[[nodiscard]] Finding check_window_manager(const Machine& machine);

/// The overlay's `dock` setting as `file` has it; the default when it does not say or is not there.
[[nodiscard]] std::string dock_setting(const std::filesystem::path& file);

/// Whether the overlay stays on top of other windows there.
[[nodiscard]] Finding check_on_top(const platform::Standing& standing);

/// Whether the overlay finds what `dock` says that it stands at.
[[nodiscard]] Finding check_dock(const platform::Standing& standing, const std::string& dock);

/// What the overlay does during a reset.
struct ResetSettings {
  std::string softphone = "none";
  std::string hold_off = "refuse";
  std::string not_ready;
  std::string ready;
};

/// As the overlay's settings in `file` have it; the defaults when it does not say or is not there.
[[nodiscard]] ResetSettings reset_settings(const std::filesystem::path& file);

/// Whether calls are kept away during a reset, the commands can be found, and no ready command is owed. Runs nothing.
/// `program`: the watchdog; `leases`: its folder; `path`: where programs are looked for, as $PATH.
[[nodiscard]] Finding check_not_ready(const ResetSettings& settings, const std::filesystem::path& program,
                                      const std::filesystem::path& leases, const std::string& path);

/// Whether the overlay finds a font of its own.
[[nodiscard]] Finding check_fonts(const Machine& machine);

/// Whether the content in `folder` can be loaded.
[[nodiscard]] Finding check_content(const std::filesystem::path& folder);

/// Whether something waits in the outbox, or was refused. A file that is not there is well.
[[nodiscard]] Finding check_outbox(const std::filesystem::path& file, const base::Clock& clock);

/// Which teams the service knows. Without an answer there is nothing to say: check_service() does.
[[nodiscard]] Finding check_teams(const std::string& server);

/// Whether the service answers and says that it serves (grpc.health.v1).
[[nodiscard]] Finding check_service(const std::string& server);

}  // namespace aandacht::ctl
