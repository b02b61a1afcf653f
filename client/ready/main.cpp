// aandacht-ready: outlives the overlay, so that nobody stays not-ready because a window died.
#include <fcntl.h>
#include <getopt.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <string>

#include "absl/strings/numbers.h"
#include "client/ready/watchdog.h"

namespace aandacht::ready {
namespace {

constexpr char kHelp[] =
    R"(Runs a not-ready command and, whatever happens, the ready command after it. The overlay starts it for a reset.

  aandacht-ready --not-ready CMD --ready CMD --for SECONDS [--lease-fd N]
  aandacht-ready --recover          runs the ready commands that a killed watchdog still owes

  --not-ready CMD   shell command; may be left out
  --ready CMD       shell command; run again with growing waits until it ends with exit status 0
  --for SECONDS     ready at the latest so long from now, and a margin
  --lease-fd N      ready as soon as this pipe or socket is closed or says "ready"; "for SECONDS" puts it off
  --agent NAME      AANDACHT_AGENT for the commands (agent)
  --until TIME      AANDACHT_UNTIL for the commands
  --folder DIR      where leases are kept ($XDG_STATE_HOME/aandacht/not-ready)
  --margin SECONDS  (5)    --limit SECONDS  of one run of a command (10)    --retry SECONDS  the first wait (1)
  --ready CMD       with --recover: what the settings say now; tried before what is owed to --agent NAME
  --once            with --recover: one try each, exit status 1 when one failed
  --stay            does not go to the background; only then what the commands print is seen

Exit status: 0 ready again, 1 it failed, 2 the command line is wrong, 3 nothing was run: no lease could be kept.
)";

struct Arguments {
  WatchOptions watch;
  bool recover = false;
  bool once = false;
  bool stay = false;
  bool help = false;
  bool wrong = false;
};

absl::Duration seconds(const char* text, Arguments& arguments) {
  double value = 0;
  if (!absl::SimpleAtod(text, &value) || value < 0 || value > 86'400) arguments.wrong = true;
  return absl::Seconds(value);
}

void take(int option, Arguments& arguments) {
  WatchOptions& watch = arguments.watch;
  switch (option) {
    case 'n':
      watch.not_ready = optarg;
      break;
    case 'r':
      watch.ready = optarg;
      break;
    case 'f':
      watch.span = seconds(optarg, arguments);
      break;
    case 'l':
      arguments.wrong |= !absl::SimpleAtoi(optarg, &watch.line) || watch.line < 3;
      break;
    case 'a':
      watch.told.agent = optarg;
      break;
    case 'u':
      watch.told.until = optarg;
      break;
    case 'd':
      watch.folder = optarg;
      break;
    case 'm':
      watch.margin = seconds(optarg, arguments);
      break;
    case 't':
      watch.limit = seconds(optarg, arguments);
      break;
    case 'w':
      watch.waits.first = seconds(optarg, arguments);
      break;
    case 'c':
      arguments.recover = true;
      break;
    case 'o':
      arguments.once = true;
      break;
    case 's':
      arguments.stay = true;
      break;
    case 'h':
      arguments.help = true;
      break;
    default:
      arguments.wrong = true;
  }
}

Arguments read_arguments(int argc, char** argv) {
  static constexpr option kOptions[] = {{"not-ready", required_argument, nullptr, 'n'},
                                        {"ready", required_argument, nullptr, 'r'},
                                        {"for", required_argument, nullptr, 'f'},
                                        {"lease-fd", required_argument, nullptr, 'l'},
                                        {"agent", required_argument, nullptr, 'a'},
                                        {"until", required_argument, nullptr, 'u'},
                                        {"folder", required_argument, nullptr, 'd'},
                                        {"margin", required_argument, nullptr, 'm'},
                                        {"limit", required_argument, nullptr, 't'},
                                        {"retry", required_argument, nullptr, 'w'},
                                        {"recover", no_argument, nullptr, 'c'},
                                        {"once", no_argument, nullptr, 'o'},
                                        {"stay", no_argument, nullptr, 's'},
                                        {"help", no_argument, nullptr, 'h'},
                                        {nullptr, 0, nullptr, 0}};
  Arguments arguments;
  arguments.watch.told.agent = "agent";
  for (int each = getopt_long(argc, argv, "", kOptions, nullptr); each != -1;
       each = getopt_long(argc, argv, "", kOptions, nullptr)) {
    take(each, arguments);
  }
  const WatchOptions& watch = arguments.watch;
  const bool commands_fit = check_command(watch.not_ready).ok() && check_command(watch.ready).ok();
  arguments.wrong |= optind != argc || !commands_fit || !is_agent_name(watch.told.agent) ||
                     (!arguments.recover && watch.ready.empty());
  if (arguments.watch.folder.empty()) arguments.watch.folder = lease_folder();
  return arguments;
}

/// What the overlay had open must not stay open because of this: its screen, its sockets, the line's other end.
void close_what_is_not_ours(int line) {
  const unsigned kept = line < 0 ? 2 : static_cast<unsigned>(line);
  if (kept > 3) close_range(3, kept - 1, 0);
  close_range(kept + 1, ~0U, 0);
  if (line >= 0) fcntl(line, F_SETFD, FD_CLOEXEC);
}

/// Its terminal or whoever reads its log may go before it does: nothing is written there, by the commands neither.
void leave_output() {
  const int nothing = open("/dev/null", O_RDWR);
  for (const int each : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) dup2(nothing, each);
  if (nothing > STDERR_FILENO) close(nothing);
}

/// In a session of its own, nobody's child: neither a closed terminal nor a killed process group takes it along.
bool go_to_background() {
  const pid_t child = fork();
  if (child > 0) _exit(0);
  return child == 0 && setsid() > 0;
}

}  // namespace
}  // namespace aandacht::ready

int main(int argc, char** argv) {
  using namespace aandacht::ready;
  const Arguments arguments = read_arguments(argc, argv);
  if (arguments.help) return std::fputs(kHelp, stdout) < 0 ? 1 : 0;
  if (arguments.wrong) {
    std::fputs("aandacht-ready: the command line is wrong; see aandacht-ready --help\n", stderr);
    return 2;
  }
  close_what_is_not_ours(arguments.watch.line);
  umask(077);
  if (chdir("/") != 0) return 1;
  signal(SIGPIPE, SIG_IGN);
  if (!arguments.stay) {
    if (!go_to_background()) return 1;
    leave_output();
  }
  return arguments.recover ? recover(arguments.watch, arguments.once) : watch(arguments.watch);
}
