#include "client/platform/glfw_input.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <array>
#include <utility>

namespace aandacht::platform {
namespace {

using render::Key;

constexpr std::array<std::pair<int, Key>, 16> kNamed = {{
    {GLFW_KEY_TAB, Key::kTab},
    {GLFW_KEY_LEFT, Key::kLeft},
    {GLFW_KEY_RIGHT, Key::kRight},
    {GLFW_KEY_UP, Key::kUp},
    {GLFW_KEY_DOWN, Key::kDown},
    {GLFW_KEY_PAGE_UP, Key::kPageUp},
    {GLFW_KEY_PAGE_DOWN, Key::kPageDown},
    {GLFW_KEY_HOME, Key::kHome},
    {GLFW_KEY_END, Key::kEnd},
    {GLFW_KEY_INSERT, Key::kInsert},
    {GLFW_KEY_DELETE, Key::kDelete},
    {GLFW_KEY_BACKSPACE, Key::kBackspace},
    {GLFW_KEY_SPACE, Key::kSpace},
    {GLFW_KEY_ENTER, Key::kEnter},
    {GLFW_KEY_KP_ENTER, Key::kKeypadEnter},
    {GLFW_KEY_ESCAPE, Key::kEscape},
}};

Key from(Key first, int distance) { return static_cast<Key>(static_cast<int>(first) + distance); }

GlfwEvents& events_of(GLFWwindow* window) { return *static_cast<GlfwEvents*>(glfwGetWindowUserPointer(window)); }

void add(GLFWwindow* window, Input input) { events_of(window).input.push_back(std::move(input)); }

void on_move(GLFWwindow* window, double x, double y) {
  add(window, MouseMoved{static_cast<float>(x), static_cast<float>(y)});
}

void on_button(GLFWwindow* window, int button, int action, int) {
  // A pointer that has not moved since the window appeared under it was never reported.
  double x = 0;
  double y = 0;
  glfwGetCursorPos(window, &x, &y);
  on_move(window, x, y);
  add(window, MouseButton{button, action == GLFW_PRESS});
}

void on_key(GLFWwindow* window, int key, int scancode, int action, int mods) {
  add(window, KeyChanged{key_of_glfw(key, scancode), action != GLFW_RELEASE, modifiers_of_glfw(mods)});
}

}  // namespace

Key key_of_glfw(int key, int scancode) {
  for (const auto& [glfw, ours] : kNamed) {
    if (glfw == key) return ours;
  }
  if (key >= GLFW_KEY_F1 && key <= GLFW_KEY_F12) return from(Key::kF1, key - GLFW_KEY_F1);
  if (key >= GLFW_KEY_0 && key <= GLFW_KEY_9) return from(Key::k0, key - GLFW_KEY_0);
  const char* name = glfwGetKeyName(key, scancode);
  if (name != nullptr && name[0] >= 'a' && name[0] <= 'z' && name[1] == '\0') return from(Key::kA, name[0] - 'a');
  if (key >= GLFW_KEY_A && key <= GLFW_KEY_Z) return from(Key::kA, key - GLFW_KEY_A);
  return Key::kNone;
}

render::Modifiers modifiers_of_glfw(int mods) {
  return {(mods & GLFW_MOD_CONTROL) != 0, (mods & GLFW_MOD_SHIFT) != 0, (mods & GLFW_MOD_ALT) != 0,
          (mods & GLFW_MOD_SUPER) != 0};
}

void listen(GLFWwindow* window, GlfwEvents& events) {
  glfwSetWindowUserPointer(window, &events);
  glfwSetCursorPosCallback(window, &on_move);
  glfwSetMouseButtonCallback(window, &on_button);
  glfwSetKeyCallback(window, &on_key);
  glfwSetCursorEnterCallback(window, [](GLFWwindow* w, int entered) {
    if (entered == GLFW_FALSE) add(w, MouseLeft{});
  });
  glfwSetScrollCallback(window, [](GLFWwindow* w, double x, double y) {
    add(w, MouseWheel{static_cast<float>(x), static_cast<float>(y)});
  });
  glfwSetCharCallback(window, [](GLFWwindow* w, unsigned character) { add(w, TextTyped{utf8_of(character)}); });
  glfwSetWindowFocusCallback(window, [](GLFWwindow* w, int focused) { add(w, FocusChanged{focused == GLFW_TRUE}); });
  glfwSetWindowPosCallback(window, [](GLFWwindow* w, int, int) { events_of(w).moved = true; });
  glfwSetWindowRefreshCallback(window, [](GLFWwindow* w) { events_of(w).uncovered = true; });
}

std::string utf8_of(unsigned c) {
  const auto tail = [c](unsigned shift) { return static_cast<char>(0x80U | ((c >> shift) & 0x3FU)); };
  if (c < 0x80) return {static_cast<char>(c)};
  if (c < 0x800) return {static_cast<char>(0xC0U | (c >> 6U)), tail(0)};
  if (c < 0x10000) return {static_cast<char>(0xE0U | (c >> 12U)), tail(6), tail(0)};
  return {static_cast<char>(0xF0U | (c >> 18U)), tail(12), tail(6), tail(0)};
}

}  // namespace aandacht::platform
