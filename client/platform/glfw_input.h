// GLFW's keys and characters in our words.
#pragma once

#include <string>
#include <vector>

#include "client/platform/window.h"
#include "client/render/keys.h"

struct GLFWwindow;

namespace aandacht::platform {

/// The key by its meaning on the user's keyboard: GLFW names letters by their place on an American one.
/// kNone for keys that nothing here uses.
[[nodiscard]] render::Key key_of_glfw(int key, int scancode);

[[nodiscard]] render::Modifiers modifiers_of_glfw(int mods);

/// What GLFW has reported since somebody last looked.
struct GlfwEvents {
  std::vector<Input> input;
  bool uncovered = false;  ///< the window must be repainted
  bool moved = false;      ///< the window is at another place
};

/// From now on what happens to `window` is put into `events`, which must outlive it. Takes the user pointer.
void listen(GLFWwindow* window, GlfwEvents& events);

/// One character as UTF-8.
[[nodiscard]] std::string utf8_of(unsigned code_point);

}  // namespace aandacht::platform
