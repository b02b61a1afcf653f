// GLFW's window as X11 knows it.
#pragma once

#include "client/platform/x11_display.h"

struct GLFWwindow;

namespace aandacht::platform {

/// The connection that GLFW holds. Null before glfwInit() or when GLFW does not run on X11.
[[nodiscard]] X11Display* glfw_x11_display();

[[nodiscard]] X11Window glfw_x11_window(GLFWwindow* window);

}  // namespace aandacht::platform
