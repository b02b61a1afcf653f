#include "client/ready/program.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <system_error>

#include "absl/strings/str_cat.h"

namespace aandacht::ready {
namespace {

constexpr int kLine = 3;

/// What a child gets: no blocked or ignored signal of ours, an empty input, the line.
class SpawnSetup {
 public:
  explicit SpawnSetup(int line) {
    posix_spawn_file_actions_init(&files_);
    posix_spawn_file_actions_addopen(&files_, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    if (line >= 0) posix_spawn_file_actions_adddup2(&files_, line, kLine);  // Also from 3 to 3: it then stays open.
    posix_spawnattr_init(&attributes_);
    sigset_t set;
    sigemptyset(&set);
    posix_spawnattr_setsigmask(&attributes_, &set);
    for (const int each : {SIGTERM, SIGINT, SIGHUP, SIGPIPE, SIGCHLD}) sigaddset(&set, each);
    posix_spawnattr_setsigdefault(&attributes_, &set);
    posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  }
  ~SpawnSetup() {
    posix_spawn_file_actions_destroy(&files_);
    posix_spawnattr_destroy(&attributes_);
  }
  SpawnSetup(const SpawnSetup&) = delete;
  SpawnSetup& operator=(const SpawnSetup&) = delete;

  [[nodiscard]] int start(pid_t& child, const std::string& program, char* const* arguments) const {
    return posix_spawn(&child, program.c_str(), &files_, &attributes_, arguments, environ);
  }

 private:
  posix_spawn_file_actions_t files_{};
  posix_spawnattr_t attributes_{};
};

}  // namespace

std::filesystem::path ready_program() {
  std::error_code error;
  return std::filesystem::read_symlink("/proc/self/exe", error).parent_path() / "aandacht-ready";
}

absl::StatusOr<int> start_program(const std::filesystem::path& program, std::vector<std::string> arguments, int line) {
  arguments.insert(arguments.begin(), program.string());
  if (line >= 0) arguments.insert(arguments.end(), {"--lease-fd", std::to_string(kLine)});
  std::vector<char*> raw;
  for (std::string& argument : arguments) raw.push_back(argument.data());
  raw.push_back(nullptr);
  pid_t child = -1;
  const int error = SpawnSetup(line).start(child, program.string(), raw.data());
  if (error != 0) return absl::UnavailableError(absl::StrCat(program.string(), ": ", std::strerror(error)));
  int status = 0;
  while (waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) return absl::UnavailableError(absl::StrCat(program.string(), ": ", std::strerror(errno)));
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace aandacht::ready
