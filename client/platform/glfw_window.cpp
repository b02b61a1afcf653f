#include "client/platform/glfw_window.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "absl/strings/str_cat.h"
#include "client/platform/gl_painter.h"
#include "client/platform/glfw_input.h"
#include "client/platform/glfw_native.h"
#include "client/platform/software_painter.h"
#include "client/platform/x11_bell.h"
#include "client/platform/x11_clicks.h"

namespace aandacht::platform {
namespace {

constexpr absl::Duration kShowPatience = absl::Milliseconds(500);

std::string last_error() {
  const char* text = nullptr;
  return glfwGetError(&text) == GLFW_NO_ERROR || text == nullptr ? std::string("no reason given") : std::string(text);
}

absl::Status start_glfw() {
#ifdef GLFW_PLATFORM
  // Staying above others and not taking the keyboard exist on X11 only; Wayland desktops bring XWayland.
  glfwInitHint(GLFW_PLATFORM, GLFW_PLATFORM_X11);
#endif
  if (glfwInit() == GLFW_TRUE) return absl::OkStatus();
  return absl::UnavailableError(
      absl::StrCat("no window can be opened: ", last_error(), " (is DISPLAY set, and is an X server running there?)"));
}

float scale_for(float wanted) {
  if (wanted > 0) return std::clamp(wanted, 0.5F, 4.0F);
  float x = 1;
  float y = 1;
  if (GLFWmonitor* monitor = glfwGetPrimaryMonitor()) glfwGetMonitorContentScale(monitor, &x, &y);
  return std::clamp(x, 1.0F, 4.0F);
}

struct WorkArea {
  int left = 0, top = 0, width = 0, height = 0;
};

WorkArea work_area() {
  WorkArea area;
  if (GLFWmonitor* monitor = glfwGetPrimaryMonitor()) {
    glfwGetMonitorWorkarea(monitor, &area.left, &area.top, &area.width, &area.height);
  }
  return area;
}

Size scaled(const Size& design, float scale) {
  const auto pixels = [scale](int n) {
    return std::max(1, static_cast<int>(std::lround(static_cast<float>(n) * scale)));
  };
  return {pixels(design.width), pixels(design.height)};
}

Size fitting(const Size& size) {
  const WorkArea area = work_area();
  return {area.width > 0 ? std::min(size.width, area.width) : size.width,
          area.height > 0 ? std::min(size.height, area.height) : size.height};
}

GLFWwindow* create_window(const WindowOptions& options, const Size& size, bool opengl) {
  glfwDefaultWindowHints();
  glfwWindowHint(GLFW_CLIENT_API, opengl ? GLFW_OPENGL_API : GLFW_NO_API);
  if (opengl) {
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 0);
  }
  glfwWindowHint(GLFW_VISIBLE, GLFW_FALSE);
  glfwWindowHintString(GLFW_X11_CLASS_NAME, options.class_name.c_str());
  glfwWindowHintString(GLFW_X11_INSTANCE_NAME, options.class_name.c_str());
  if (options.overlay) {
    glfwWindowHint(GLFW_DECORATED, GLFW_FALSE);
    glfwWindowHint(GLFW_FLOATING, GLFW_TRUE);
    glfwWindowHint(GLFW_RESIZABLE, GLFW_FALSE);
    glfwWindowHint(GLFW_FOCUSED, GLFW_FALSE);
    glfwWindowHint(GLFW_FOCUS_ON_SHOW, GLFW_FALSE);
  }
  return glfwCreateWindow(size.width, size.height, options.title.c_str(), nullptr, nullptr);
}

}  // namespace

absl::StatusOr<std::unique_ptr<GlfwWindow>> GlfwWindow::open(const WindowOptions& options) {
  std::unique_ptr<GlfwWindow> window(new GlfwWindow());
  const absl::Status status = window->create(options);
  if (!status.ok()) return status;
  return window;
}

absl::Status GlfwWindow::create(const WindowOptions& options) {
  const absl::Status started = start_glfw();
  if (!started.ok()) return started;
  connection_ = X11Connection::open();
  if (connection_ == nullptr) return absl::UnavailableError("the X server accepts no second connection");
  overlay_ = options.overlay;
  shared_memory_ = options.shared_memory;
  scale_ = scale_for(options.scale);
  least_ = options.least_size;
  wanted_ = scaled(options.design_size, scale_);
  size_ = fitting(wanted_);
  if (options.renderer == Renderer::kOpenGl) {
    window_ = create_window(options, size_, true);
    opengl_ = window_ != nullptr;
    if (!opengl_) spdlog::warn("OpenGL cannot be had ({}); the software renderer draws instead", last_error());
  }
  if (window_ == nullptr) window_ = create_window(options, size_, false);
  if (window_ == nullptr) return absl::UnavailableError(absl::StrCat("no window could be made: ", last_error()));
  if (overlay_) {
    focus_ = std::make_unique<X11Focus>(glfw_x11_display(), x11_id());
    focus_->mark_as_overlay();
    dock_ = std::make_unique<X11Dock>(*connection_, X11Dock::Options{.dock = options.dock,
                                                                     .memory = PlaceMemory(options.place_file),
                                                                     .own = x11_id(),
                                                                     .now = [this] { return now(); },
                                                                     .changed =
                                                                         [this] {
                                                                           if (!grip_) stand();
                                                                         }});
    stand();
  } else {
    // At the left, since an overlay stands at the right edge.
    const WorkArea area = work_area();
    const int margin = static_cast<int>(32 * scale_);
    glfwSetWindowPos(window_, area.left + margin, area.top + margin);
    limit_size();
  }
  listen(window_, events_);
  if (!opengl_) {
    presenter_ = std::make_unique<X11Presenter>(glfw_x11_display(), x11_id(), shared_memory_);
    const absl::Status drawable = presenter_->resize(size_.width, size_.height);
    if (!drawable.ok()) return drawable;
  }
  glfw_x11_map(window_);
  asked_to_show_ = now();
  return absl::OkStatus();
}

GlfwWindow::~GlfwWindow() {
  if (focus_ != nullptr) focus_->give_back();
  presenter_.reset();
  if (window_ != nullptr) glfwDestroyWindow(window_);
  glfwTerminate();
}

void GlfwWindow::limit_size() {
  if (least_.width <= 0) return;
  const Size least = fitting(scaled(least_, scale_));
  glfwSetWindowSizeLimits(window_, least.width, least.height, GLFW_DONT_CARE, GLFW_DONT_CARE);
}

void GlfwWindow::set_scale(float scale) {
  scale_ = scale_for(scale);
  limit_size();
}

void GlfwWindow::stand() {
  const render::Rect before = std::exchange(asked_place_, dock_->place(wanted_));
  // What was asked before may still be on its way: until this is reported, nothing that is counts as a hand's doing.
  settled_ = settled_ && asked_place_ == before;
  glfwSetWindowPos(window_, asked_place_.left, asked_place_.top);
  const Size size{asked_place_.width(), asked_place_.height()};
  if (!(size == size_)) glfwSetWindowSize(window_, size.width, size.height);
  dock_->stands_at(asked_place_);
}

void GlfwWindow::drag() {
  if (dock_ == nullptr) return;
  const X11Dock::Pointer pointer = dock_->pointer();
  if (!pointer.held) return;
  grip_ = pressed_at_;
}

void GlfwWindow::note_press() {
  Place pointer = pressed_at_;
  for (const Input& input : events_.input) {
    if (const auto* moved = std::get_if<MouseMoved>(&input)) {
      pointer = {static_cast<int>(moved->x), static_cast<int>(moved->y)};
    } else if (const auto* button = std::get_if<MouseButton>(&input); button != nullptr && button->down) {
      pressed_at_ = pointer;
    }
  }
}

void GlfwWindow::follow_pointer() {
  if (!grip_) return;
  const X11Dock::Pointer pointer = dock_->pointer();
  const Place now{pointer.x - grip_->left, pointer.y - grip_->top};
  if (pointer.held) {
    // The pointer keeps its place in the window, so nobody needs to hear of it.
    std::erase_if(events_.input, [](const Input& input) { return std::holds_alternative<MouseMoved>(input); });
    glfwSetWindowPos(window_, now.left, now.top);
    return;
  }
  grip_.reset();
  dock_->put_by_hand({now.left, now.top, now.left + size_.width, now.top + size_.height});
  stand();
}

Place GlfwWindow::corner() const {
  Place corner;
  glfwGetWindowPos(window_, &corner.left, &corner.top);
  return corner;
}

void GlfwWindow::notice_move_by_manager() {
  if (!std::exchange(events_.moved, false) || dock_ == nullptr || grip_) return;
  const Place now = corner();
  const bool as_asked = now == Place{asked_place_.left, asked_place_.top};
  if (as_asked || !settled_) {
    settled_ = settled_ || as_asked;
    return;
  }
  const X11Dock::Pointer pointer = dock_->pointer();
  const render::Rect place{now.left, now.top, now.left + size_.width, now.top + size_.height};
  const render::Rect hand{pointer.x, pointer.y, pointer.x + 1, pointer.y + 1};
  // Only with the pointer in it is it the user's doing: a window manager moves windows for reasons of its own, too.
  if (hand.intersected(place).empty()) return;
  asked_place_ = place;
  dock_->put_by_hand(place);
}

void GlfwWindow::dock_again() {
  if (dock_ == nullptr) return;
  grip_.reset();
  dock_->dock_again();
  stand();
}

void GlfwWindow::dock(const Dock& dock) {
  if (dock_ == nullptr) return;
  grip_.reset();
  dock_->dock(dock);
  stand();
}

Standing GlfwWindow::standing() { return dock_ == nullptr ? Standing() : dock_->standing(); }

absl::Duration GlfwWindow::now() const { return absl::Seconds(glfwGetTime()); }

void GlfwWindow::ask_again_to_show() {
  shown_ = glfwGetWindowAttrib(window_, GLFW_VISIBLE) == GLFW_TRUE;
  if (shown_ && dock_ != nullptr) {
    stand();  // The window manager may have chosen another place.
    settled_ = corner() == Place{asked_place_.left, asked_place_.top};
  }
  if (shown_ || now() - asked_to_show_ < kShowPatience) return;
  glfw_x11_map(window_);
  asked_to_show_ = now();
}

void GlfwWindow::sleep(std::optional<absl::Duration> timeout) {
  // GLFW's own wait would not see the second connection.
  if (!glfw_x11_pending() && !connection_->pending()) {
    wait_for_any({glfw_x11_descriptor(), connection_->descriptor(), bell_.descriptor()}, timeout);
  }
  bell_.silence();
  connection_->process();
  glfwPollEvents();
}

void GlfwWindow::wait_events(std::optional<absl::Duration> timeout) {
  if (!shown_ && !hidden_) {
    ask_again_to_show();
    timeout = std::min(timeout.value_or(kShowPatience), kShowPatience);
  }
  sleep(timeout);
  note_press();
  follow_pointer();
  notice_move_by_manager();
  const Size before = size_;
  glfwGetFramebufferSize(window_, &size_.width, &size_.height);
  if (!(size_ == before) && presenter_ != nullptr) {
    const absl::Status status = presenter_->resize(size_.width, size_.height);
    if (!status.ok()) spdlog::error("{}", std::string(status.message()));
    return;  // a new size is drawn anew
  }
  if (presenter_ == nullptr) {
    if (events_.uncovered) events_.input.emplace_back(Uncovered{});
  } else if (take_uncovered()) {
    presenter_->show_again();
  }
}

void GlfwWindow::post_wakeup() { bell_.ring(); }

std::vector<Input> GlfwWindow::take_input() { return std::exchange(events_.input, {}); }

bool GlfwWindow::should_close() const { return glfwWindowShouldClose(window_) == GLFW_TRUE; }

render::Canvas& GlfwWindow::canvas() {
  static render::Canvas none;
  return presenter_ != nullptr ? presenter_->canvas() : none;
}

absl::Status GlfwWindow::present(const std::vector<render::Rect>& damage) {
  if (presenter_ == nullptr) return absl::FailedPreconditionError("OpenGL shows its frames itself");
  presenter_->show(damage);
  return absl::OkStatus();
}

void GlfwWindow::resize(Size size) {
  wanted_ = size;
  if (dock_ != nullptr) {
    stand();
  } else {
    const Size fit = fitting(size);
    glfwSetWindowSize(window_, fit.width, fit.height);
  }
}

void GlfwWindow::set_shown(bool shown) {
  if (shown != hidden_) return;
  hidden_ = !shown;
  shown_ = false;
  if (hidden_) {
    grip_.reset();  // Whoever lets go of the button now is not seen.
    if (focus_ != nullptr) focus_->give_back();
    glfw_x11_withdraw(window_);
    return;
  }
  if (focus_ != nullptr) focus_->ask_to_be_above();
  if (dock_ != nullptr) stand();
  glfw_x11_map(window_);
  asked_to_show_ = now();
}

void GlfwWindow::accept_keyboard(bool on) {
  if (focus_ == nullptr) return;
  if (on) {
    focus_->take();
  } else {
    focus_->give_back();
  }
}

void GlfwWindow::hold_hotkeys(std::vector<Hotkey> hotkeys) {
  if (hotkeys_ == nullptr) {
    if (hotkeys.empty()) return;
    hotkeys_ = std::make_unique<X11Hotkeys>(
        *connection_, [this](const std::string& name) { events_.input.emplace_back(HotkeyPressed{name}); },
        [this] { events_.input.emplace_back(HotkeysChanged{}); });
  }
  hotkeys_->hold(std::move(hotkeys));
}

const std::vector<HotkeyFault>& GlfwWindow::hotkey_faults() const {
  static const std::vector<HotkeyFault> none;
  return hotkeys_ == nullptr ? none : hotkeys_->faults();
}

bool GlfwWindow::let_clicks_through(bool on) { return platform::let_clicks_through(glfw_x11_display(), x11_id(), on); }

void GlfwWindow::ring_bell() { platform::ring_bell(glfw_x11_display()); }

std::string GlfwWindow::clipboard() const {
  const char* text = glfwGetClipboardString(window_);
  return text == nullptr ? std::string() : std::string(text);
}

void GlfwWindow::set_clipboard(const std::string& text) { glfwSetClipboardString(window_, text.c_str()); }

std::unique_ptr<Painter> GlfwWindow::make_painter(const render::Textures& textures) {
  if (opengl_) {
    absl::StatusOr<std::unique_ptr<Painter>> painter = make_gl_painter(*this, textures);
    if (painter.ok()) return *std::move(painter);
    spdlog::warn("OpenGL cannot be used ({}); the software renderer draws instead",
                 std::string(painter.status().message()));
    opengl_ = false;
    presenter_ = std::make_unique<X11Presenter>(glfw_x11_display(), x11_id(), shared_memory_);
    const absl::Status status = presenter_->resize(size_.width, size_.height);
    if (!status.ok()) spdlog::error("{}", std::string(status.message()));
  }
  return std::make_unique<SoftwarePainter>(*this, textures);
}

unsigned long GlfwWindow::x11_id() const { return glfw_x11_window(window_); }

}  // namespace aandacht::platform
