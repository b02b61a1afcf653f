#include "client/ready/command.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "absl/strings/str_cat.h"

namespace aandacht::ready {
namespace {

constexpr std::size_t kLongest = 2000;
constexpr int kDiesWithin = 1'000;  // Milliseconds after SIGKILL; who takes longer hangs in the kernel.

/// What nobody reads any more must not make a command fail: a closed terminal, a pipe whose reader is gone.
bool is_read(int descriptor) {
  pollfd watched = {descriptor, 0, 0};
  return poll(&watched, 1, 0) == 0;
}

[[noreturn]] void become(const std::string& command, const Told& told, pid_t parent) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(127);
  setpgid(0, 0);
  for (const int each : {SIGTERM, SIGINT, SIGHUP, SIGPIPE, SIGCHLD}) signal(each, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  const int nothing = open("/dev/null", O_RDWR);
  if (nothing >= 0) dup2(nothing, STDIN_FILENO);
  if (nothing >= 0 && !is_read(STDERR_FILENO)) dup2(nothing, STDERR_FILENO);
  dup2(STDERR_FILENO, STDOUT_FILENO);
  setenv("AANDACHT_AGENT", told.agent.c_str(), 1);
  setenv("AANDACHT_UNTIL", told.until.c_str(), 1);
  execl("/bin/sh", "sh", "-c", command.c_str(), static_cast<char*>(nullptr));
  _exit(127);
}

bool ends_within(int process, int milliseconds) {
  pollfd watched = {process, POLLIN, 0};
  int ready = 0;
  do {
    ready = poll(&watched, 1, milliseconds);
  } while (ready < 0 && errno == EINTR);
  return ready > 0;
}

absl::Status outcome(int status) {
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return absl::OkStatus();
  if (WIFEXITED(status)) return absl::FailedPreconditionError(absl::StrCat("exit status ", WEXITSTATUS(status)));
  return absl::FailedPreconditionError(absl::StrCat("ended by signal ", WTERMSIG(status)));
}

}  // namespace

absl::Status run_command(const std::string& command, const Told& told, absl::Duration limit) {
  const pid_t parent = getpid();
  const pid_t child = fork();
  if (child == 0) become(command, told, parent);
  if (child < 0) return absl::UnavailableError(absl::StrCat("cannot start: ", std::strerror(errno)));
  setpgid(child, child);  // Here too: whoever is first.
  const int process = static_cast<int>(syscall(SYS_pidfd_open, child, 0));
  const bool ended = process < 0 || ends_within(process, static_cast<int>(absl::ToInt64Milliseconds(limit)));
  if (!ended) {
    kill(-child, SIGKILL);
    ends_within(process, kDiesWithin);
  }
  if (process >= 0) close(process);
  int status = 0;
  (void)waitpid(child, &status, ended ? 0 : WNOHANG);
  if (!ended) return absl::DeadlineExceededError(absl::StrCat("not over after ", absl::FormatDuration(limit)));
  return outcome(status);
}

absl::Status check_command(const std::string& text) {
  const bool one_line =
      std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= ' ' || c == '\t'; });
  if (one_line && text.size() <= kLongest) return absl::OkStatus();
  return absl::InvalidArgumentError("must be one line of at most 2000 characters");
}

}  // namespace aandacht::ready
