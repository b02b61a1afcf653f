// How long a window takes to come: start PROGRAM [ARGUMENT…] starts it on DISPLAY, waits for its window and for the
// first pixels in it, prints "visible-ms first-frame-ms cpu-ms" and ends it. CPU is of all its threads until the first
// frame; for a program that draws nothing, `--blank` first: until it is visible.
#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <sys/wait.h>
#include <unistd.h>
#include <csignal>

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>

namespace {

using Clock = std::chrono::steady_clock;

double ms_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

double cpu_ms(pid_t pid) {
  double sum = 0;
  std::error_code gone;
  for (const auto& task : std::filesystem::directory_iterator("/proc/" + std::to_string(pid) + "/task", gone)) {
    std::ifstream file(task.path() / "schedstat");
    double nanoseconds = 0;
    if (file >> nanoseconds) sum += nanoseconds / 1e6;
  }
  return sum;
}

bool belongs_to(Display* display, Window window, pid_t pid) {
  Atom type = 0;
  int format = 0;
  unsigned long count = 0;
  unsigned long rest = 0;
  unsigned char* data = nullptr;
  XGetWindowProperty(display, window, XInternAtom(display, "_NET_WM_PID", False), 0, 1, False, XA_CARDINAL, &type,
                     &format, &count, &rest, &data);
  const bool ours =
      data != nullptr && count == 1 && *reinterpret_cast<unsigned long*>(data) == static_cast<unsigned long>(pid);
  if (data != nullptr) XFree(data);
  return ours;
}

/// The visible window of `pid` under `from`; 0 when there is none yet.
Window find(Display* display, Window from, pid_t pid, int depth = 0) {
  Window root = 0;
  Window parent = 0;
  Window* children = nullptr;
  unsigned count = 0;
  if (XQueryTree(display, from, &root, &parent, &children, &count) == 0) return 0;
  Window found = 0;
  for (unsigned i = count; i-- > 0 && found == 0;) {
    XWindowAttributes attributes = {};
    if (XGetWindowAttributes(display, children[i], &attributes) == 0 || attributes.map_state != IsViewable) continue;
    found = belongs_to(display, children[i], pid) ? children[i]
            : depth < 2                           ? find(display, children[i], pid, depth + 1)
                                                  : 0;
  }
  if (children != nullptr) XFree(children);
  return found;
}

/// True when the middle of the window's top is not black any more.
bool has_pixels(Display* display, Window window) {
  XImage* image = XGetImage(display, window, 100, 10, 1, 1, AllPlanes, ZPixmap);
  if (image == nullptr) return false;
  const bool drawn = (XGetPixel(image, 0, 0) & 0xFFFFFFU) != 0;
  XDestroyImage(image);
  return drawn;
}

}  // namespace

int main(int count, char** arguments) {
  const bool blank = count > 2 && std::string(arguments[1]) == "--blank";
  char** program = arguments + (blank ? 2 : 1);
  Display* display = count > 1 ? XOpenDisplay(nullptr) : nullptr;
  if (display == nullptr) return 2;
  XSetErrorHandler([](Display*, XErrorEvent*) { return 0; });  // Windows may go while they are looked at.
  const Clock::time_point start = Clock::now();
  const pid_t pid = fork();
  if (pid == 0) {
    if (std::freopen("/dev/null", "w", stdout) == nullptr) _exit(126);  // What it says is no figure.
    execv(program[0], program);
    _exit(127);
  }
  Window window = 0;
  while (window == 0 && ms_since(start) < 10000) {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
    window = find(display, DefaultRootWindow(display), pid);
  }
  const double visible = ms_since(start);
  while (!blank && ms_since(start) < 10000 && !has_pixels(display, window)) {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  const double drawn = ms_since(start);
  const double cpu = cpu_ms(pid);
  kill(pid, SIGTERM);
  waitpid(pid, nullptr, 0);
  if (window == 0 || drawn >= 10000) return 1;
  std::printf("%.1f %.1f %.1f\n", visible, drawn, cpu);
  return 0;
}
