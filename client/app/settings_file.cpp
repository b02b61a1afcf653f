#include "client/app/settings_file.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <thread>
#include <utility>

#include "absl/status/statusor.h"
#include "shared/base/text_file.h"
#include "shared/base/toml_edit.h"

namespace aandacht::app {

namespace fs = std::filesystem;

absl::Status write_setting(const fs::path& file, const SettingChange& change) {
  const absl::StatusOr<std::string> text = base::read_text_file(file);
  if (absl::IsNotFound(text.status())) return base::write_text_file(file, change.whole);
  if (!text.ok()) return text.status();  // What cannot be read is not written over.
  const absl::StatusOr<std::string> edited = base::set_in_toml(*text, change.name, change.toml, change.comment);
  if (edited.ok()) return base::write_text_file(file, *edited);
  if (!absl::IsInvalidArgument(edited.status())) return edited.status();
  if (absl::Status kept = base::write_text_file(file.string() + ".unreadable", *text); !kept.ok()) return kept;
  return base::write_text_file(file, change.whole);
}

class FileWatch::Impl {
 public:
  Impl(const fs::path& file, std::function<void()> changed) : name_(file.filename()), changed_(std::move(changed)) {
    inotify_ = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
    stop_ = eventfd(0, EFD_CLOEXEC);
    const bool watched =
        inotify_ >= 0 && inotify_add_watch(inotify_, file.parent_path().c_str(), IN_CLOSE_WRITE | IN_MOVED_TO) >= 0;
    if (watched && stop_ >= 0) thread_ = std::thread([this] { watch(); });
  }

  ~Impl() {
    if (thread_.joinable()) {
      eventfd_write(stop_, 1);
      thread_.join();
    }
    if (inotify_ >= 0) close(inotify_);
    if (stop_ >= 0) close(stop_);
  }

  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

 private:
  void watch() {
    std::array<pollfd, 2> waiting = {pollfd{inotify_, POLLIN, 0}, pollfd{stop_, POLLIN, 0}};
    while (true) {
      if (poll(waiting.data(), waiting.size(), -1) < 0) continue;
      if (waiting[1].revents != 0) return;
      if (waiting[0].revents != 0 && about_file()) changed_();
    }
  }

  /// Takes what came in; true when any of it was about the file.
  bool about_file() {
    bool about = false;
    alignas(inotify_event) std::array<char, 4096> buffer;
    for (ssize_t size = 0; (size = read(inotify_, buffer.data(), buffer.size())) > 0;) {
      for (ssize_t at = 0; at < size;) {
        const auto* event = reinterpret_cast<const inotify_event*>(buffer.data() + at);
        about = about || (event->len > 0 && name_ == static_cast<const char*>(event->name));
        at += static_cast<ssize_t>(sizeof(inotify_event) + event->len);
      }
    }
    return about;
  }

  const fs::path name_;
  const std::function<void()> changed_;
  int inotify_ = -1;
  int stop_ = -1;
  std::thread thread_;
};

FileWatch::FileWatch(const fs::path& file, std::function<void()> changed) {
  std::error_code error;
  const fs::path target = fs::weakly_canonical(file, error);
  impl_ = std::make_unique<Impl>(error ? file : target, std::move(changed));
}

FileWatch::~FileWatch() = default;

}  // namespace aandacht::app
