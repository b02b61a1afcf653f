#include "client/app/frame_loop.h"

#include <algorithm>
#include <utility>
#include <variant>
#include <vector>

#include "client/app/lean_process.h"
#include "client/platform/software_painter.h"
#include "client/render/imgui_compat.h"

namespace aandacht::app {
namespace {

constexpr int kFramesAfterMessage = 2;
constexpr absl::Duration kAtOnceAfterInput = absl::Seconds(1);
constexpr int kFramesAfterInput = 3;

const char* get_clipboard(void* window) {
  static thread_local std::string text;  // ImGui keeps the pointer until the next call
  text = static_cast<platform::Window*>(window)->clipboard();
  return text.c_str();
}

void set_clipboard(void* window, const char* text) { static_cast<platform::Window*>(window)->set_clipboard(text); }

}  // namespace

FrameLoop::FrameLoop(platform::Window& window, Options options)
    : window_(window),
      options_(std::move(options)),
      context_(ImGui::CreateContext()),
      inbox_([&window] { window.post_wakeup(); }) {
  ImGui::SetCurrentContext(context_);
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  // A blinking cursor would need frames all the time.
  io.ConfigInputTextCursorBlink = false;
  render::prepare_input(io);
  render::use_clipboard(&get_clipboard, &set_clipboard, &window);
  painter_ = options_.make_painter ? options_.make_painter(window, textures_) : nullptr;
  if (painter_ == nullptr) painter_ = std::make_unique<platform::SoftwarePainter>(window, textures_);
  fonts_ = rebuild_fonts();
  last_frame_ = window_.now();
}

FrameLoop::~FrameLoop() {
  ImGui::SetCurrentContext(context_);
  painter_.reset();
  ImGui::DestroyContext(context_);
}

absl::Status FrameLoop::rebuild_fonts() {
  ImGui::SetCurrentContext(context_);
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  atlas.Clear();
  render::use_freetype(atlas);
  if (options_.add_fonts) options_.add_fonts(atlas, window_.scale());
  fonts_ = painter_->use_fonts(atlas);
  render::drop_font_files(atlas);
  give_back_memory();
  ImGui::GetStyle() = ImGuiStyle();
  if (options_.apply_style) options_.apply_style(window_.scale());
  redraw();
  return fonts_;
}

void FrameLoop::draw_with(std::function<void()> view) {
  view_ = std::move(view);
  redraw();
}

void FrameLoop::wake_in(absl::Duration in) {
  const absl::Duration at = window_.now() + std::max(in, absl::Milliseconds(1));
  wake_at_ = wake_at_.has_value() ? std::min(*wake_at_, at) : at;
}

void FrameLoop::redraw(int frames) { frames_due_ = std::max(frames_due_, frames); }

void FrameLoop::set_background(render::Pixel background) {
  options_.background = background;
  redraw(1);
}

absl::Status FrameLoop::run() {
  while (!quit_ && !window_.should_close()) {
    const absl::Status status = turn(std::nullopt);
    if (!status.ok()) return status;
  }
  return absl::OkStatus();
}

void FrameLoop::quit() {
  quit_ = true;
  window_.post_wakeup();
}

void FrameLoop::hold_keyboard(bool on) {
  holds_keyboard_ = on;
  redraw();
}

std::optional<absl::Duration> FrameLoop::time_to_wait(std::optional<absl::Duration> limit) const {
  if (frames_due_ > 0 || feed_.pending()) return absl::ZeroDuration();
  std::optional<absl::Duration> next = wake_at_;
  if (messages_at_.has_value()) next = std::min(next.value_or(*messages_at_), *messages_at_);
  if (!next.has_value()) return limit;
  const absl::Duration left = std::max(*next - window_.now(), absl::ZeroDuration());
  return limit.has_value() ? std::min(left, *limit) : left;
}

absl::Status FrameLoop::turn(std::optional<absl::Duration> limit) {
  if (!fonts_.ok()) return fonts_;
  ImGui::SetCurrentContext(context_);
  window_.wait_events(time_to_wait(limit));
  ++stats_.wakeups;
  take_in();
  while ((frames_due_ > 0 || feed_.pending()) && !quit_) {
    const absl::Status status = frame();
    if (!status.ok()) return status;
  }
  return absl::OkStatus();
}

void FrameLoop::take_in() {
  std::vector<platform::Input> inputs = window_.take_input();
  if (!inputs.empty()) {
    redraw(kFramesAfterInput);
    last_input_ = window_.now();
  }
  stats_.inputs += static_cast<std::int64_t>(inputs.size());
  for (const platform::Input& input : inputs) {
    // Only where the keyboard ends up counts: X11 reports a detour when the focus followed the pointer before.
    const auto* focus = std::get_if<platform::FocusChanged>(&input);
    if (focus != nullptr) leave_text_field_ = !focus->focused && has_keyboard_;
    const auto* hotkey = std::get_if<platform::HotkeyPressed>(&input);
    if (hotkey != nullptr && hotkey_) hotkey_(hotkey->name);
  }
  feed_.add(std::move(inputs));
  take_messages();
  if (wake_at_.has_value() && window_.now() >= *wake_at_) redraw(1);
  if (!(window_.size() == last_size_)) redraw(kFramesAfterMessage);
  last_size_ = window_.size();
}

void FrameLoop::take_messages() {
  const std::size_t messages = inbox_.drain();
  stats_.messages += static_cast<std::int64_t>(messages);
  const absl::Duration now = window_.now();
  if (messages > 0) {
    if (options_.message_pause <= absl::ZeroDuration() || now - last_input_ < kAtOnceAfterInput) {
      redraw(kFramesAfterMessage);
    } else if (!messages_at_.has_value()) {
      messages_at_ = last_frame_ + options_.message_pause;
    }
  }
  if (messages_at_.has_value() && now >= *messages_at_) redraw(1);
}

absl::Status FrameLoop::frame() {
  frames_due_ = std::max(frames_due_ - 1, 0);
  ImGuiIO& io = ImGui::GetIO();
  const absl::Duration now = window_.now();
  // ImGui insists that time passes.
  io.DeltaTime = std::max(0.001F, static_cast<float>(absl::ToDoubleSeconds(now - last_frame_)));
  last_frame_ = now;
  io.DisplaySize = ImVec2(static_cast<float>(last_size_.width), static_cast<float>(last_size_.height));
  // What this step opens takes as many frames as that of the last step: a list appears one frame after its press.
  if (feed_.feed(io)) redraw(kFramesAfterInput - 1);
  wake_at_.reset();
  messages_at_.reset();
  ImGui::NewFrame();
  if (std::exchange(leave_text_field_, false)) {
    ImGui::SetWindowFocus(nullptr);
    holds_keyboard_ = false;
  }
  if (view_) view_();
  ImGui::Render();
  ++stats_.frames;
  const absl::StatusOr<platform::Painted> painted = painter_->paint(*ImGui::GetDrawData(), options_.background);
  if (!painted.ok()) return painted.status();
  stats_.rasterisations += painted->rasterised ? 1 : 0;
  stats_.presents += painted->presented ? 1 : 0;
  stats_.pixels += painted->pixels;
  if (painted->presented && presented_) presented_();
  if (after_frame_) after_frame_();
  follow_text_fields();
  return absl::OkStatus();
}

void FrameLoop::follow_text_fields() {
  const bool typing = ImGui::GetIO().WantTextInput && options_.keyboard_for_text_fields;
  const bool wants = typing || holds_keyboard_;
  if (wants == has_keyboard_) return;
  has_keyboard_ = wants;
  window_.accept_keyboard(wants);
}

const ImDrawData* FrameLoop::last_frame() const {
  ImGui::SetCurrentContext(context_);
  return stats_.frames > 0 ? ImGui::GetDrawData() : nullptr;
}

}  // namespace aandacht::app
