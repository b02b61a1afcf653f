#include "client/platform/glfw_native.h"

#define GLFW_INCLUDE_NONE
#define GLFW_EXPOSE_NATIVE_X11
#include <GLFW/glfw3.h>
#include <GLFW/glfw3native.h>

namespace aandacht::platform {

X11Display* glfw_x11_display() { return glfwGetX11Display(); }

X11Window glfw_x11_window(GLFWwindow* window) { return glfwGetX11Window(window); }

void glfw_x11_map(GLFWwindow* window) {
  XMapWindow(glfwGetX11Display(), glfwGetX11Window(window));
  XFlush(glfwGetX11Display());
}

void glfw_x11_withdraw(GLFWwindow* window) {
  Display* display = glfwGetX11Display();
  XWithdrawWindow(display, glfwGetX11Window(window), DefaultScreen(display));
  XFlush(display);
}

bool glfw_x11_pending() { return XPending(glfwGetX11Display()) > 0; }

int glfw_x11_descriptor() { return ConnectionNumber(glfwGetX11Display()); }

}  // namespace aandacht::platform
