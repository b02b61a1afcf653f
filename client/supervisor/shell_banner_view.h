// What lies over a page for a while: trouble with the connection at its head, where its title is, and a notice at its
// foot. Nothing moves for them.
#pragma once

#include <string>
#include <vector>

#include "client/model/shell_model.h"
#include "client/supervisor/shell_view.h"

namespace aandacht::supervisor {

/// Draws over `place`, in windows of its own above what was drawn before. A press of the mouse counts
/// only once the pointer moved since the banner came: it was meant for what stood there.
void draw_banners(ui::Look& look, const model::ShellModel& model, const ui::Box& place, ShellMemory& memory,
                  std::vector<ShellAction>& actions);

/// There is trouble, and it was put away.
[[nodiscard]] bool is_trouble_hidden(const model::ShellModel& model, const ShellMemory& memory);

}  // namespace aandacht::supervisor
