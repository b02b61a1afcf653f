#include "client/ready/line.h"

#include <poll.h>
#include <signal.h>
#include <sys/signalfd.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <ctime>

namespace aandacht::ready {
namespace {

constexpr std::size_t kLongestLine = 256;

int stop_signals() {
  sigset_t set;
  sigemptyset(&set);
  for (const int each : {SIGTERM, SIGINT, SIGHUP}) sigaddset(&set, each);
  sigprocmask(SIG_BLOCK, &set, nullptr);
  signal(SIGPIPE, SIG_IGN);
  return signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
}

}  // namespace

absl::Duration steady_now() {
  timespec time{};
  clock_gettime(CLOCK_BOOTTIME, &time);
  return absl::DurationFromTimespec(time);
}

std::optional<std::vector<std::string>> LineReader::read() {
  char bytes[512];
  const ssize_t count = ::read(descriptor_, bytes, sizeof bytes);
  if (count < 0 && (errno == EINTR || errno == EAGAIN)) return std::vector<std::string>();
  if (count <= 0) return std::nullopt;
  rest_.append(bytes, static_cast<std::size_t>(count));
  std::vector<std::string> lines;
  for (std::size_t end = rest_.find('\n'); end != std::string::npos; end = rest_.find('\n')) {
    lines.push_back(rest_.substr(0, end));
    rest_.erase(0, end + 1);
  }
  if (rest_.size() > kLongestLine) rest_.clear();
  return lines;
}

void tell(int descriptor, const std::string& word) {
  if (descriptor < 0) return;
  const std::string line = word + "\n";
  (void)!::write(descriptor, line.data(), line.size());
}

Waiter::Waiter(int line)
    : line_(line), signals_(stop_signals()), timer_(timerfd_create(CLOCK_BOOTTIME, TFD_CLOEXEC | TFD_NONBLOCK)) {}

Waiter::~Waiter() {
  close(signals_);
  close(timer_);
}

Waiter::Woken Waiter::wait(absl::Duration limit) {
  itimerspec due{};
  due.it_value = absl::ToTimespec(std::max(limit, absl::Milliseconds(1)));
  timerfd_settime(timer_, 0, &due, nullptr);
  pollfd watched[3] = {{signals_, POLLIN, 0}, {timer_, POLLIN, 0}, {line_, POLLIN, 0}};
  if (poll(watched, 3, -1) <= 0) return {};
  signalfd_siginfo asked{};
  const bool stop = watched[0].revents != 0 && ::read(signals_, &asked, sizeof asked) > 0;
  return {stop, watched[2].revents != 0};
}

}  // namespace aandacht::ready
