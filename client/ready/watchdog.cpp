#include "client/ready/watchdog.h"

#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <list>
#include <optional>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "client/ready/line.h"

namespace aandacht::ready {
namespace {

constexpr int kNoLease = 3;
constexpr absl::Duration kLongest = absl::Hours(2);

void say(const std::string& sentence) { std::fputs(absl::StrCat("aandacht-ready: ", sentence, "\n").c_str(), stderr); }

/// Others have their turn with a not-ready and a ready command at most.
absl::Duration turn_limit(const WatchOptions& options) { return 2 * options.limit + absl::Seconds(2); }

enum class Tried { kReady, kTakenOver, kFailed };

/// One try at what a lease owes.
Tried try_ready(Lease& lease, const WatchOptions& options) {
  const CommandTurn turn(options.folder, lease.owed().told.agent, turn_limit(options));
  if (!lease.held()) return Tried::kTakenOver;
  const absl::Status ran = run_command(lease.owed().ready, lease.owed().told, options.limit);
  if (!ran.ok()) {
    say(absl::StrCat("the ready command failed: ", std::string(ran.message())));
    return Tried::kFailed;
  }
  lease.settle();
  return Tried::kReady;
}

absl::StatusOr<Lease> set_not_ready(const WatchOptions& options) {
  const CommandTurn turn(options.folder, options.told.agent, turn_limit(options));
  absl::StatusOr<Lease> lease = Lease::take(options.folder, {options.told, options.ready});
  if (!lease.ok() || options.not_ready.empty()) return lease;
  const absl::Status ran = run_command(options.not_ready, options.told, options.limit);
  if (!ran.ok()) say(absl::StrCat("the not-ready command failed: ", std::string(ran.message())));
  tell(options.line, ran.ok() ? kTellNotReady : kTellNotTaken);
  return lease;
}

absl::Duration bounded(absl::Duration span) { return std::clamp(span, absl::ZeroDuration(), kLongest); }

/// What the overlay says, until it is gone.
class Line {
 public:
  explicit Line(const WatchOptions& options) : options_(options), reader_(options.line) {}

  void take(Duty& duty, Waiter& waiter) {
    const std::optional<std::vector<std::string>> said = reader_.read();
    if (!said) {
      waiter.leave_line();
      return duty.call_in(steady_now());
    }
    for (const std::string& word : *said) {
      double seconds = 0;
      if (word == kSayReady) duty.call_in(steady_now());
      if (!absl::StartsWith(word, kSayFor) || !absl::SimpleAtod(word.substr(4), &seconds)) continue;
      duty.put_off(steady_now(), bounded(absl::Seconds(seconds)) + options_.margin);
    }
  }

 private:
  const WatchOptions& options_;
  LineReader reader_;
};

struct LeftBehind {
  std::filesystem::path file;
  Owed owed;
  std::optional<Lease> lease;  // Absent: its watchdog is alive.
  Duty duty;
};

/// The settings say another command than the one that is owed.
bool is_mended(const Owed& owed, const WatchOptions& options) {
  return !options.ready.empty() && owed.told.agent == options.told.agent && owed.ready != options.ready;
}

/// The command of the settings in the place of the one that is owed.
Tried try_mended(LeftBehind& left, const WatchOptions& options) {
  const CommandTurn turn(options.folder, left.owed.told.agent, turn_limit(options));
  if (left.lease ? !left.lease->held() : !std::filesystem::exists(left.file)) return Tried::kTakenOver;
  const absl::Status ran = run_command(options.ready, left.owed.told, options.limit);
  if (!ran.ok()) {
    say(absl::StrCat("the ready command of the settings failed: ", std::string(ran.message())));
    return Tried::kFailed;
  }
  // A watchdog that still tries the other sees that it does not hold it any more.
  unlink(left.file.c_str());
  return Tried::kReady;
}

Tried try_all(LeftBehind& left, const WatchOptions& options) {
  if (!left.lease) {
    absl::StatusOr<Lease> adopted = Lease::adopt(left.file);
    if (adopted.ok()) left.lease.emplace(*std::move(adopted));
  }
  const bool other = is_mended(left.owed, options);
  // Held not-ready again, with the new command: that reset is not to be ended.
  if (other && living_holder(lease_file(options.folder, {left.owed.told, options.ready})) > 0) return Tried::kFailed;
  const Tried mended = other ? try_mended(left, options) : Tried::kFailed;
  if (mended != Tried::kFailed || !left.lease) return mended;
  return try_ready(*left.lease, options);
}

bool is_settled(LeftBehind& left, const WatchOptions& options) {
  if (left.duty.due_in(steady_now()) > absl::ZeroDuration()) return false;
  if (try_all(left, options) != Tried::kFailed) return true;
  left.duty.failed(steady_now());
  return false;
}

void wait_for_next(const std::list<LeftBehind>& left) {
  absl::Duration due = absl::Hours(1);
  for (const LeftBehind& each : left) due = std::min(due, each.duty.due_in(steady_now()));
  const timespec pause = absl::ToTimespec(std::max(due, absl::Milliseconds(1)));
  nanosleep(&pause, nullptr);
}

}  // namespace

int watch(const WatchOptions& options) {
  Waiter waiter(options.line);
  const absl::Duration began = steady_now();
  absl::StatusOr<Lease> lease = set_not_ready(options);
  if (!lease.ok()) {
    say(absl::StrCat("nothing was run: ", std::string(lease.status().message())));
    tell(options.line, kTellNotTaken);
    return kNoLease;
  }
  Line line(options);
  Duty duty(began, bounded(options.span) + options.margin, options.waits);
  while (!duty.hopeless(steady_now())) {
    if (duty.due_in(steady_now()) > absl::ZeroDuration()) {
      const Waiter::Woken woken = waiter.wait(duty.due_in(steady_now()));
      if (woken.asked_to_stop) duty.call_in(steady_now());
      if (woken.line) line.take(duty, waiter);
      continue;
    }
    const Tried tried = try_ready(*lease, options);
    if (tried == Tried::kFailed) {
      duty.failed(steady_now());
      tell(options.line, kTellFailed);
      continue;
    }
    tell(options.line, tried == Tried::kReady ? kTellReady : kTellTakenOver);
    return 0;
  }
  say("given up; `aandachtctl ready` tries again");
  return 1;
}

int recover(const WatchOptions& options, bool once) {
  bool all_well = true;
  std::list<LeftBehind> left;
  for (const std::filesystem::path& file : lease_files(options.folder)) {
    const Duty due(steady_now(), absl::ZeroDuration(), options.waits);
    absl::StatusOr<Lease> lease = Lease::adopt(file);
    if (lease.ok()) {
      const Owed owed = lease->owed();
      left.push_back({file, owed, *std::move(lease), due});
    } else if (const absl::StatusOr<Owed> owed = read_lease(file); owed.ok() && is_mended(*owed, options)) {
      left.push_back({file, *owed, std::nullopt, due});
    } else if (!absl::IsAborted(lease.status()) && !absl::IsNotFound(lease.status())) {
      say(std::string(lease.status().message()));
      all_well = false;
    }
  }
  while (!left.empty()) {
    left.remove_if([&](LeftBehind& each) { return is_settled(each, options); });
    if (once) return left.empty() && all_well ? 0 : 1;
    const std::size_t before = left.size();
    left.remove_if([](const LeftBehind& each) { return each.duty.hopeless(steady_now()); });
    all_well = all_well && left.size() == before;
    if (!left.empty()) wait_for_next(left);
  }
  return all_well ? 0 : 1;
}

int call_in_all(const std::filesystem::path& folder) {
  int told = 0;
  for (const std::filesystem::path& file : lease_files(folder)) {
    const int holder = living_holder(file);
    if (holder > 0 && holder != getpid() && kill(holder, SIGTERM) == 0) ++told;
  }
  return told;
}

}  // namespace aandacht::ready
