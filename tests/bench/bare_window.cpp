// The floor under the overlay's window: GLFW without a graphics API, waiting for events. Runs until it is killed.
#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <cstdio>

int main() {
  if (glfwInit() == 0) return 1;
  glfwWindowHint(GLFW_CLIENT_API, GLFW_NO_API);
  GLFWwindow* window = glfwCreateWindow(380, 720, "floor", nullptr, nullptr);
  if (window == nullptr) return 1;
  std::puts("shown");
  std::fflush(stdout);
  while (glfwWindowShouldClose(window) == 0) glfwWaitEvents();
  glfwTerminate();
  return 0;
}
