#include "tests/integration/daemon.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <stdexcept>

namespace aandacht::test {
namespace {

struct Started {
  pid_t pid = -1;
  int output = -1;
};

Started start(std::vector<std::string> arguments) {
  std::string program = AANDACHT_BIN_DIR "/aandachtd";
  std::vector<char*> raw = {program.data()};
  for (std::string& argument : arguments) raw.push_back(argument.data());
  raw.push_back(nullptr);
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_adddup2(&files, ends[1], 1);
  posix_spawn_file_actions_adddup2(&files, ends[1], 2);
  Started started{-1, ends[0]};
  const int error = posix_spawn(&started.pid, raw[0], &files, nullptr, raw.data(), environ);
  posix_spawn_file_actions_destroy(&files);
  close(ends[1]);
  if (error != 0) throw std::runtime_error("cannot start " + program);
  return started;
}

// One line without its end; what there was when the other side closed.
std::string read_line(int descriptor) {
  std::string line;
  char c = 0;
  while (read(descriptor, &c, 1) == 1 && c != '\n') line += c;
  return line;
}

int wait_for(pid_t pid) {
  int status = 0;
  if (waitpid(pid, &status, 0) != pid) return -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace

Daemon::Daemon(const std::string& store_file, const std::vector<std::string>& more) {
  std::vector<std::string> arguments = {"--listen",  "127.0.0.1:0",
                                        "--store",   "sqlite:" + store_file,
                                        "--content", AANDACHT_SOURCE_DIR "/service/content"};
  if (std::find(more.begin(), more.end(), "--tokens") == more.end())
    arguments.insert(arguments.end(), {"--tokens", "off"});
  arguments.insert(arguments.end(), more.begin(), more.end());
  const Started started = start(arguments);
  pid_ = started.pid;
  output_ = started.output;
  const std::string mark = "listening on ";
  std::string all;
  for (std::string line = read_line(output_); !line.empty(); line = read_line(output_)) {
    if (line.rfind(mark, 0) == 0) {
      address_ = line.substr(mark.size());
      return;
    }
    all += line + "\n";
  }
  kill_now();
  close(output_);
  throw std::runtime_error("aandachtd did not listen: " + all);
}

Daemon::~Daemon() {
  if (pid_ > 0) kill_now();
  close(output_);
}

void Daemon::signal(int number) const { kill(pid_, number); }

void Daemon::kill_now() {
  kill(pid_, SIGKILL);
  wait();
}

int Daemon::wait() {
  const int code = wait_for(pid_);
  pid_ = -1;
  return code;
}

Ran run_daemon(const std::vector<std::string>& arguments) {
  const Started started = start(arguments);
  Ran ran;
  char buffer[4096];
  for (ssize_t count = 0; (count = read(started.output, buffer, sizeof buffer)) > 0;) {
    ran.output.append(buffer, static_cast<std::size_t>(count));
  }
  close(started.output);
  ran.exit_code = wait_for(started.pid);
  return ran;
}

}  // namespace aandacht::test
