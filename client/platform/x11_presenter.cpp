#include "client/platform/x11_presenter.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XShm.h>
#undef Status  // Xlib's macro, in the way of absl::Status
#include <sys/ipc.h>
#include <sys/shm.h>

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "client/platform/x11_errors.h"
#include "client/render/difference.h"

namespace aandacht::platform {
namespace {

/// True when a pixel of the window is 32 bits with blue lowest, as Canvas has it.
bool shows_our_pixels(const XWindowAttributes& window) {
  return (window.depth == 24 || window.depth == 32) && window.visual->red_mask == 0xFF0000 &&
         window.visual->green_mask == 0xFF00 && window.visual->blue_mask == 0xFF;
}

}  // namespace

struct X11Presenter::Image {
  explicit Image(Display* on) : display(on) {}
  Image(const Image&) = delete;
  Image& operator=(const Image&) = delete;

  ~Image() {
    if (shared) XShmDetach(display, &segment);
    if (image != nullptr) {
      image->data = nullptr;  // ours, not Xlib's
      XDestroyImage(image);
    }
    if (segment.shmaddr != nullptr) shmdt(segment.shmaddr);
    if (gc != nullptr) XFreeGC(display, gc);
    XSync(display, False);
  }

  /// False when the server cannot attach our memory: it has no MIT-SHM, or runs elsewhere.
  bool share(const XWindowAttributes& window, int width, int height) {
    if (XShmQueryExtension(display) == False || ImageByteOrder(display) != LSBFirst) return false;
    image = XShmCreateImage(display, window.visual, static_cast<unsigned>(window.depth), ZPixmap, nullptr, &segment,
                            static_cast<unsigned>(width), static_cast<unsigned>(height));
    if (image == nullptr) return false;
    const auto bytes = static_cast<std::size_t>(image->bytes_per_line) * static_cast<std::size_t>(height);
    segment.shmid = shmget(IPC_PRIVATE, bytes, IPC_CREAT | 0600);
    if (segment.shmid < 0) return false;
    void* address = shmat(segment.shmid, nullptr, 0);
    if (address != reinterpret_cast<void*>(-1)) {
      segment.shmaddr = static_cast<char*>(address);
      segment.readOnly = True;
      image->data = segment.shmaddr;
      X11ErrorTrap trap(display);
      shared = XShmAttach(display, &segment) != 0 && !trap.failed();
    }
    // Marked now, so that the memory goes when both sides have let go, however the process ends.
    shmctl(segment.shmid, IPC_RMID, nullptr);
    return shared;
  }

  void keep(const XWindowAttributes& window, int width, int height) {
    own.assign(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), 0);
    image = XCreateImage(display, window.visual, static_cast<unsigned>(window.depth), ZPixmap, 0,
                         reinterpret_cast<char*>(own.data()), static_cast<unsigned>(width),
                         static_cast<unsigned>(height), 32, width * 4);
    if (image != nullptr) image->byte_order = LSBFirst;
  }

  Display* display;
  GC gc = nullptr;
  XImage* image = nullptr;
  XShmSegmentInfo segment = {};
  std::vector<render::Pixel> own;
  bool shared = false;
};

X11Presenter::X11Presenter(X11Display* display, X11Window window, bool may_share)
    : display_(display), window_(window), may_share_(may_share) {}

X11Presenter::~X11Presenter() = default;

absl::Status X11Presenter::resize(int width, int height) {
  XWindowAttributes window = {};
  XGetWindowAttributes(display_, window_, &window);
  if (!shows_our_pixels(window)) {
    return absl::UnavailableError(
        absl::StrCat("the screen has ", window.depth, " bits a pixel; 24-bit true colour is needed"));
  }
  width = std::max(width, 1);
  height = std::max(height, 1);
  image_ = std::make_unique<Image>(display_);
  if (!may_share_ || !image_->share(window, width, height)) {
    image_ = std::make_unique<Image>(display_);
    image_->keep(window, width, height);
  }
  if (image_->image == nullptr) return absl::UnavailableError("the X server gave no image to draw in");
  image_->gc = XCreateGC(display_, window_, 0, nullptr);
  canvas_ = render::Canvas(width, height, image_->image->bytes_per_line / 4,
                           reinterpret_cast<render::Pixel*>(image_->image->data));
  being_read_ = false;
  on_screen_ = render::Canvas();
  return absl::OkStatus();
}

render::Canvas& X11Presenter::canvas() {
  if (being_read_) XSync(display_, False);
  being_read_ = false;
  return canvas_;
}

void X11Presenter::show(const std::vector<render::Rect>& damage) {
  if (image_ == nullptr) return;
  if (!image_->shared && on_screen_.width() == 0) return show_again();
  for (const render::Rect& wanted : damage) {
    const render::Rect part = wanted.intersected(canvas_.bounds());
    if (image_->shared) {
      put(part);
      continue;
    }
    for (const render::Rect& changed : render::difference(on_screen_, canvas_, part)) {
      put(changed);
      render::copy(canvas_, changed, on_screen_);
    }
  }
  XFlush(display_);
}

void X11Presenter::show_again() {
  if (image_ == nullptr) return;
  if (!image_->shared) {
    if (on_screen_.width() == 0) on_screen_ = render::Canvas(canvas_.width(), canvas_.height());
    render::copy(canvas_, canvas_.bounds(), on_screen_);
  }
  put(canvas_.bounds());
  XFlush(display_);
}

void X11Presenter::put(const render::Rect& part) {
  if (part.empty()) return;
  const auto width = static_cast<unsigned>(part.width());
  const auto height = static_cast<unsigned>(part.height());
  if (image_->shared) {
    XShmPutImage(display_, window_, image_->gc, image_->image, part.left, part.top, part.left, part.top, width, height,
                 False);
    being_read_ = true;
  } else {
    XPutImage(display_, window_, image_->gc, image_->image, part.left, part.top, part.left, part.top, width, height);
  }
}

bool X11Presenter::shares_memory() const { return image_ != nullptr && image_->shared; }

}  // namespace aandacht::platform
