// GLFW's window as X11 knows it.
#pragma once

#include "client/platform/x11_display.h"

struct GLFWwindow;

namespace aandacht::platform {

/// The connection that GLFW holds. Null before glfwInit() or when GLFW does not run on X11.
[[nodiscard]] X11Display* glfw_x11_display();

[[nodiscard]] X11Window glfw_x11_window(GLFWwindow* window);

/// Asks for the window to appear, without waiting for it: glfwShowWindow spins for ever in GLFW 3.3 when a window
/// manager that is just starting loses the request.
void glfw_x11_map(GLFWwindow* window);

/// Takes the window off the screen and tells the window manager to forget it (ICCCM "withdrawn").
void glfw_x11_withdraw(GLFWwindow* window);

/// True when GLFW's connection has events that nobody has taken; sends what waits to be sent.
[[nodiscard]] bool glfw_x11_pending();

/// Becomes readable when events come for GLFW.
[[nodiscard]] int glfw_x11_descriptor();

}  // namespace aandacht::platform
