#include "client/ready/not_ready.h"

#include <spdlog/spdlog.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "client/ready/lease.h"
#include "client/ready/line.h"
#include "client/ready/program.h"
#include "client/ready/watchdog.h"

namespace aandacht::ready {
namespace {

/// Watchdogs of one hold that may be killed before nobody believes in another.
constexpr int kMostDeaths = 3;

std::string in_seconds(absl::Duration span) {
  return absl::StrCat(std::max<std::int64_t>(absl::ToInt64Seconds(absl::Ceil(span, absl::Seconds(1))), 0));
}

void start_recovery(const NotReadyOptions& options) {
  std::vector<std::string> arguments = {"--recover", "--folder", options.folder.string()};
  if (!options.ready.empty()) {
    arguments.insert(arguments.end(), {"--ready", options.ready, "--agent", options.agent});
  }
  const absl::StatusOr<int> started = start_program(options.program, std::move(arguments));
  if (!started.ok()) spdlog::warn("nobody makes ready again: {}", std::string(started.status().message()));
}

}  // namespace

/// One hold, from its first watchdog to the ready command. A thread listens to the watchdog.
class NotReady::Watch {
 public:
  Watch(const NotReadyOptions& options, const base::Clock& clock, std::function<void(Standing)> tell,
        absl::Duration span)
      : options_(options), clock_(clock), tell_(std::move(tell)), ends_(clock.steady() + span) {
    thread_ = std::thread([this] { listen(); });
  }

  ~Watch() {
    {
      const std::scoped_lock lock(mutex_);
      left_ = true;
      if (line_ >= 0) shutdown(line_, SHUT_RDWR);
    }
    thread_.join();
  }

  Watch(const Watch&) = delete;
  Watch& operator=(const Watch&) = delete;

  void put_off(absl::Duration span) {
    const std::scoped_lock lock(mutex_);
    ends_ = clock_.steady() + span;
    if (line_ >= 0) say(line_, kSayFor + in_seconds(span));
  }

  void release() {
    const std::scoped_lock lock(mutex_);
    released_ = true;
    if (line_ >= 0) say(line_, kSayReady);
  }

  /// Its results are told no more.
  void fall_silent() { silent_ = true; }
  [[nodiscard]] bool over() const { return over_; }

 private:
  // A line that is gone ends the listening anyway; SIGPIPE would end the overlay.
  static void say(int line, const std::string& word) {
    const std::string text = word + "\n";
    (void)!send(line, text.data(), text.size(), MSG_NOSIGNAL);
  }

  void tell(Standing standing) const {
    if (!silent_ && tell_) tell_(standing);
  }

  void listen() {
    for (int deaths = 0; deaths < kMostDeaths && !settled_; ++deaths) {
      if (!start()) break;
      follow();
      if (leave_dead_line()) break;
    }
    const std::scoped_lock lock(mutex_);
    over_ = true;
    if (settled_ || left_) return;
    if (!released_) tell(Standing::kNotTaken);
    start_recovery(options_);
  }

  bool start() {
    int ends[2] = {-1, -1};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return false;
    absl::Duration span;
    {
      const std::scoped_lock lock(mutex_);
      span = released_ ? absl::ZeroDuration() : std::max(ends_ - clock_.steady(), absl::ZeroDuration());
    }
    const std::string until = absl::FormatTime(absl::RFC3339_sec, clock_.now() + span, absl::UTCTimeZone());
    const absl::StatusOr<int> started =
        start_program(options_.program,
                      {"--not-ready", options_.not_ready, "--ready", options_.ready, "--for", in_seconds(span),
                       "--agent", options_.agent, "--until", until, "--folder", options_.folder.string()},
                      ends[1]);
    close(ends[1]);
    if (!started.ok()) spdlog::warn("nobody is set to not-ready: {}", std::string(started.status().message()));
    const std::scoped_lock lock(mutex_);
    if (!started.ok() || *started != 0 || left_) {
      close(ends[0]);  // Whoever was left meanwhile makes ready because of this.
      settled_ = left_;
      return false;
    }
    line_ = ends[0];
    // What was asked for while it started.
    if (released_) say(line_, kSayReady);
    return true;
  }

  void follow() {
    LineReader reader(line_);
    while (const std::optional<std::vector<std::string>> words = reader.read()) {
      for (const std::string& word : *words) take(word);
    }
  }

  void take(const std::string& word) {
    if (word == kTellNotReady) tell(Standing::kNotReady);
    if (word == kTellNotTaken) tell(Standing::kNotTaken);
    if (word == kTellFailed) tell(Standing::kReadyFails);
    settled_ = settled_ || word == kTellReady || word == kTellTakenOver;
    if (word == kTellReady) tell(Standing::kReady);
  }

  /// True when this object is being left, or the hold is over: nobody else is to be started.
  bool leave_dead_line() {
    const std::scoped_lock lock(mutex_);
    close(std::exchange(line_, -1));
    if (!settled_ && !left_) spdlog::warn("aandacht-ready was ended; starting it again");
    return left_ || released_;
  }

  const NotReadyOptions& options_;
  const base::Clock& clock_;
  const std::function<void(Standing)> tell_;
  std::mutex mutex_;  // Guards the next four.
  absl::Duration ends_;
  int line_ = -1;
  bool released_ = false;
  bool left_ = false;
  bool settled_ = false;  // The thread's own.
  std::atomic<bool> silent_ = false;
  std::atomic<bool> over_ = false;
  std::thread thread_;
};

NotReady::NotReady(NotReadyOptions options, const base::Clock& clock, std::function<void(Standing)> on_change)
    : options_(std::move(options)), clock_(clock), on_change_(std::move(on_change)) {}

NotReady::~NotReady() = default;

void NotReady::hold(absl::Duration span) {
  if (options_.not_ready.empty() || options_.ready.empty()) return;
  leaving_.remove_if([](const std::unique_ptr<Watch>& watch) { return watch->over(); });
  if (current_) return current_->put_off(span);
  for (const std::unique_ptr<Watch>& watch : leaving_) watch->fall_silent();
  current_ = std::make_unique<Watch>(options_, clock_, on_change_, span);
}

void NotReady::release() {
  if (!current_) return;
  current_->release();
  leaving_.push_back(std::move(current_));
}

void NotReady::recover() {
  if (!lease_files(options_.folder).empty()) start_recovery(options_);
}

bool NotReady::owes() const {
  const std::vector<std::filesystem::path> files = lease_files(options_.folder);
  return std::any_of(files.begin(), files.end(), [this](const std::filesystem::path& file) {
    const absl::StatusOr<Owed> owed = read_lease(file);
    return owed.ok() && owed->told.agent == options_.agent;
  });
}

}  // namespace aandacht::ready
