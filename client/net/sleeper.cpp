#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <limits>

#include "client/net/sender.h"
#include "spdlog/spdlog.h"

namespace aandacht::net {
namespace {

class PollSleeper final : public Sleeper {
 public:
  explicit PollSleeper(const std::filesystem::path& watched) : wake_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
    if (watched.empty()) {
      return;
    }
    bell_ = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
    if (bell_ < 0 || inotify_add_watch(bell_, watched.c_str(), IN_MODIFY) < 0) {
      spdlog::warn("{} cannot be watched; what other programs append is seen within a minute", watched.string());
    }
  }

  ~PollSleeper() override {
    ::close(wake_);
    if (bell_ >= 0) {
      ::close(bell_);
    }
  }

  PollSleeper(const PollSleeper&) = delete;
  PollSleeper& operator=(const PollSleeper&) = delete;

  void sleep(absl::Duration wait) override {
    pollfd watched[2] = {{wake_, POLLIN, 0}, {bell_, POLLIN, 0}};  // poll() passes over a negative descriptor.
    const std::int64_t milliseconds = absl::ToInt64Milliseconds(absl::Ceil(wait, absl::Milliseconds(1)));
    (void)::poll(watched, 2, static_cast<int>(std::clamp<std::int64_t>(milliseconds, 0, 1 << 30)));
    drain(wake_);
    drain(bell_);
  }

  void wake() override {
    const std::uint64_t one = 1;
    (void)!::write(wake_, &one, sizeof one);
  }

 private:
  static void drain(int descriptor) {
    alignas(inotify_event) char bytes[4096];
    while (descriptor >= 0 && ::read(descriptor, bytes, sizeof bytes) > 0) {
    }
  }

  int wake_;
  int bell_ = -1;
};

}  // namespace

std::unique_ptr<Sleeper> make_sleeper(const std::filesystem::path& watched) {
  return std::make_unique<PollSleeper>(watched);
}

std::filesystem::path bell_of(const Outbox& outbox) { return outbox.file().string() + ".sending"; }

}  // namespace aandacht::net
