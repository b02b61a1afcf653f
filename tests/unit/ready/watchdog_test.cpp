// The watchdog as a program: everything around it is killed, and it too.
#include <fcntl.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "client/ready/program.h"
#include "tests/unit/ready/ready_house.h"

namespace aandacht::ready {
namespace {

using test::Child;
using test::eventually;
using test::ReadyHouse;

/// A watchdog in the background with a line to this program, as the overlay has it.
class OnALine {
 public:
  OnALine(const ReadyHouse& house, std::vector<std::string> arguments) {
    int ends[2];
    REQUIRE(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) == 0);
    std::erase(arguments, "--stay");
    arguments.erase(arguments.begin());
    const absl::StatusOr<int> started = start_program(ReadyHouse::kProgram, std::move(arguments), ends[1]);
    close(ends[1]);
    line_ = ends[0];
    INFO(started.status().ToString());
    REQUIRE(started.value_or(-1) == 0);
    REQUIRE(eventually([&] { return !lease_files(house.leases()).empty(); }));
    pid_ = living_holder(lease_files(house.leases()).front());
  }
  ~OnALine() { hang_up(); }
  OnALine(const OnALine&) = delete;
  OnALine& operator=(const OnALine&) = delete;

  void say(const std::string& word) const { REQUIRE(write(line_, (word + "\n").data(), word.size() + 1) > 0); }
  void hang_up() {
    if (line_ >= 0) close(std::exchange(line_, -1));
  }
  [[nodiscard]] int pid() const { return pid_; }

 private:
  int line_ = -1;
  int pid_ = 0;
};

bool is_gone(int pid) {
  return eventually([&] { return ::kill(pid, 0) != 0; });
}

}  // namespace

TEST_CASE("a watchdog that nobody speaks to makes ready when the time is over, once") {
  const ReadyHouse house;
  Child watchdog = house.watchdog("0.1");
  CHECK(watchdog.wait() == 0);
  CHECK(house.log() == "not-ready ready ");
  CHECK(house.nothing_owed());
}

TEST_CASE("the overlay's word makes ready at once, long before the time") {
  const ReadyHouse house;
  OnALine overlay(house, house.arguments(house.note("not-ready"), house.note("ready"), "600"));
  REQUIRE(house.becomes("not-ready "));
  overlay.say("ready");
  CHECK(house.becomes("not-ready ready "));
  CHECK(house.nothing_owed());
  CHECK(is_gone(overlay.pid()));
}

TEST_CASE("an overlay that dies leaves its agent ready") {
  const ReadyHouse house;
  OnALine overlay(house, house.arguments(house.note("not-ready"), house.note("ready"), "600"));
  REQUIRE(house.becomes("not-ready "));
  overlay.hang_up();  // What the kernel does for a program that is killed.
  CHECK(house.becomes("not-ready ready "));
  CHECK(is_gone(overlay.pid()));
}

TEST_CASE("an overlay that hangs, its line open, keeps nobody not-ready past the time") {
  const ReadyHouse house;
  const OnALine overlay(house, house.arguments(house.note("not-ready"), house.note("ready"), "0.2"));
  CHECK(house.becomes("not-ready ready "));
  CHECK(is_gone(overlay.pid()));
}

TEST_CASE("killed in every order at every stage, the last that the queue hears is ready") {
  const bool watchdog_first = GENERATE(true, false);
  const std::string stage = GENERATE("begun ", "begun not-ready ", "begun not-ready trying ");
  const ReadyHouse house;
  const auto slowly = [&](const char* before, const char* after) {
    return absl::StrCat(house.note(before), "; sleep 0.3; ", house.note(after));
  };
  std::vector<std::string> arguments = house.arguments(slowly("begun", "not-ready"), slowly("trying", "ready"), "600");
  arguments.insert(arguments.end(), {"--limit", "30"});
  OnALine overlay(house, arguments);
  const bool ends = stage.ends_with("trying ");
  if (ends) overlay.say("ready");
  REQUIRE(house.becomes(stage));
  if (!watchdog_first) overlay.hang_up();
  ::kill(overlay.pid(), SIGKILL);
  overlay.hang_up();
  REQUIRE(is_gone(overlay.pid()));
  INFO("killed at " << stage << (watchdog_first ? "with the line open" : "after the line was closed"));
  CHECK(house.recover() == 0);
  CHECK(house.log().ends_with("ready "));
  CHECK_FALSE(house.log().ends_with("not-ready "));
  CHECK(house.nothing_owed());
}

TEST_CASE("a reset that is extended stays not-ready past its first end") {
  const ReadyHouse house;
  OnALine overlay(house, house.arguments(house.note("not-ready"), house.note("ready"), "1"));
  overlay.say("for 600");
  CHECK_FALSE(house.becomes("not-ready ready ", absl::Milliseconds(1500)));
  overlay.say("for 0.1");
  CHECK(house.becomes("not-ready ready "));
}

TEST_CASE("each signal that asks to stop makes ready first") {
  for (const int signal : {SIGTERM, SIGINT, SIGHUP}) {
    const ReadyHouse house;
    Child watchdog = house.watchdog("600");
    REQUIRE(house.becomes("not-ready "));
    REQUIRE(::kill(watchdog.pid(), signal) == 0);
    CHECK(watchdog.wait() == 0);
    CHECK(house.log() == "not-ready ready ");
  }
}

TEST_CASE("a watchdog is in a session of its own and nobody's child: a killed process group does not take it along") {
  const ReadyHouse house;
  OnALine overlay(house, house.arguments(house.note("not-ready"), house.note("ready"), "600"));
  CHECK(getsid(overlay.pid()) == overlay.pid());
  CHECK(getpgid(overlay.pid()) != getpgid(0));
  CHECK(waitpid(overlay.pid(), nullptr, WNOHANG) == -1);
}

TEST_CASE("a ready command that fails is run until it succeeds, also when everybody wants the watchdog to stop") {
  const ReadyHouse house;
  Child watchdog(house.arguments(house.note("not-ready"), house.failing_ready(), "0"), house.file("stderr"));
  REQUIRE(eventually([&] { return house.log().find("tried tried tried") != std::string::npos; }));
  ::kill(watchdog.pid(), SIGTERM);
  ::kill(watchdog.pid(), SIGHUP);
  REQUIRE(watchdog.running());
  house.mend();
  CHECK(watchdog.wait() == 0);
  CHECK(house.log().ends_with("tried ready "));
}

TEST_CASE("a ready command that prints succeeds although the log's reader is gone, in both grounds") {
  const bool stays = GENERATE(true, false);
  const ReadyHouse house;
  const std::string loud = absl::StrCat("echo loud && echo loud >&2 && ", house.note("ready"));
  std::string line;
  for (const std::string& word : house.arguments(house.note("not-ready"), loud, "0.3")) {
    if (stays || word != "--stay") absl::StrAppend(&line, "\"", word, "\" ");
  }
  Child overlay({"/bin/sh", "-c", absl::StrCat(line, "2>&1 | true")});
  CHECK(house.becomes("not-ready ready "));
  CHECK(house.nothing_owed());
}

TEST_CASE("a ready command that prints succeeds although the terminal was closed, in both grounds") {
  const bool stays = GENERATE(true, false);
  const ReadyHouse house;
  const int terminal = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  REQUIRE(terminal >= 0);
  REQUIRE((grantpt(terminal) == 0 && unlockpt(terminal) == 0));
  const std::string loud = absl::StrCat("echo loud && echo loud >&2 && ", house.note("ready"));
  std::vector<std::string> arguments = house.arguments(house.note("not-ready"), loud, "0.5");
  if (!stays) std::erase(arguments, "--stay");
  Child overlay(arguments, ptsname(terminal));
  REQUIRE(house.becomes("not-ready "));
  close(terminal);
  CHECK(house.becomes("not-ready ready "));
  CHECK(house.nothing_owed());
}

TEST_CASE("a ready command that hangs is killed and run again") {
  const ReadyHouse house;
  Child watchdog(house.arguments(house.note("not-ready"), house.hanging_ready(), "0"), house.file("stderr"));
  REQUIRE(eventually([&] { return house.log().find("tried tried") != std::string::npos; }));
  house.mend();
  CHECK(watchdog.wait() == 0);
  CHECK(house.log().ends_with("tried ready "));
}

TEST_CASE("a not-ready command that hangs or fails keeps nobody from being ready again") {
  for (const char* command : {"sleep 600", "exit 7", "kill -9 $$"}) {
    const ReadyHouse house;
    Child watchdog(house.arguments(command, house.note("ready"), "0"), house.file("stderr"));
    CHECK(watchdog.wait() == 0);
    CHECK(house.log() == "ready ");
  }
}

TEST_CASE("a watchdog that was killed too leaves a lease, and whoever starts next makes ready, once") {
  const ReadyHouse house;
  {
    OnALine overlay(house, house.arguments(house.note("not-ready"), house.note("ready"), "600"));
    REQUIRE(house.becomes("not-ready "));
    REQUIRE(::kill(overlay.pid(), SIGKILL) == 0);
    REQUIRE(is_gone(overlay.pid()));
  }
  CHECK(house.log() == "not-ready ");
  CHECK(house.recover() == 0);
  CHECK(house.recover() == 0);
  CHECK(house.log() == "not-ready ready ");
  CHECK(house.nothing_owed());
}

TEST_CASE("a watchdog that is killed while its not-ready command runs takes that along, and ready is still owed") {
  const ReadyHouse house;
  const std::string slow = absl::StrCat(house.note("begun"), "; sleep 1; ", house.note("not-ready"));
  std::vector<std::string> arguments = house.arguments(slow, house.note("ready"), "600");
  arguments.insert(arguments.end(), {"--limit", "30"});
  {
    OnALine overlay(house, arguments);
    REQUIRE(house.becomes("begun "));
    REQUIRE(::kill(overlay.pid(), SIGKILL) == 0);
    REQUIRE(is_gone(overlay.pid()));
  }
  CHECK(house.recover() == 0);
  CHECK_FALSE(house.becomes("begun ready not-ready ", absl::Milliseconds(1500)));
  CHECK(house.log() == "begun ready ");
}

TEST_CASE("a lease whose watchdog is alive is left to it") {
  const ReadyHouse house;
  OnALine overlay(house, house.arguments(house.note("not-ready"), house.note("ready"), "600"));
  REQUIRE(house.becomes("not-ready "));
  CHECK(house.recover() == 0);
  CHECK(house.log() == "not-ready ");
  overlay.say("ready");
  CHECK(house.becomes("not-ready ready "));
}

TEST_CASE("a mended ready command is run in the place of one that fails, while that is tried and after a crash") {
  const bool crashed = GENERATE(false, true);
  const bool once = GENERATE(false, true);
  const ReadyHouse house;
  Child watchdog(house.arguments(house.note("not-ready"), "false", "0"), house.file("stderr"));
  REQUIRE(house.becomes("not-ready "));
  if (crashed) {
    ::kill(watchdog.pid(), SIGKILL);
    (void)watchdog.wait();
  }
  std::vector<std::string> recovery = {ReadyHouse::kProgram, "--stay",       "--recover",
                                       "--folder",           house.leases(), "--ready",
                                       house.note("mended"), "--agent",      "sanne"};
  if (once) recovery.push_back("--once");
  CHECK(Child(recovery, house.file("stderr")).wait() == 0);
  CHECK(house.log() == "not-ready mended ");
  CHECK(house.nothing_owed());
  if (!crashed) CHECK(watchdog.wait() == 0);
}

TEST_CASE("a mended ready command is not run for another agent, nor while a new reset holds with it") {
  const ReadyHouse house;
  Child watchdog(house.arguments(house.note("not-ready"), "false", "0"), house.file("stderr"));
  REQUIRE(house.becomes("not-ready "));
  const std::string mended = house.note("mended");
  const auto recover_for = [&](const std::string& agent) {
    return Child({ReadyHouse::kProgram, "--stay", "--recover", "--once", "--folder", house.leases(), "--ready", mended,
                  "--agent", agent},
                 house.file("stderr"))
        .wait();
  };
  CHECK(recover_for("joris") == 0);
  CHECK(house.log() == "not-ready ");
  OnALine overlay(house, house.arguments(house.note("again"), mended, "600"));
  REQUIRE(house.becomes("not-ready again "));
  CHECK(recover_for("sanne") == 1);
  CHECK(house.log() == "not-ready again ");
}

TEST_CASE("a second reset takes over from a watchdog that still tries: ready comes after the last not-ready") {
  const ReadyHouse house;
  Child first(house.arguments(house.note("not-ready"), house.failing_ready(), "0"), house.file("stderr"));
  REQUIRE(eventually([&] { return house.log().find("tried") != std::string::npos; }));
  std::vector<std::string> arguments = house.arguments(house.note("again"), house.failing_ready(), "600");
  OnALine overlay(house, arguments);
  REQUIRE(eventually([&] { return house.log().find("again") != std::string::npos; }));
  CHECK(first.wait() == 0);
  CHECK(house.log().ends_with("again "));
  house.mend();
  overlay.say("ready");
  REQUIRE(eventually([&] { return house.log().ends_with("again tried ready "); }));
  CHECK(house.nothing_owed());
}

TEST_CASE("where no lease can be kept nobody is set to not-ready") {
  const ReadyHouse house;
  std::ofstream(house.leases()) << "not a folder";
  Child watchdog = house.watchdog("0");
  CHECK(watchdog.wait() == 3);
  CHECK(house.log().empty());
}

TEST_CASE("a lease that another user could have written is not run") {
  const ReadyHouse house;
  {
    OnALine overlay(house, house.arguments(house.note("not-ready"), house.note("ready"), "600"));
    REQUIRE(house.becomes("not-ready "));
    ::kill(overlay.pid(), SIGKILL);
    REQUIRE(is_gone(overlay.pid()));
  }
  REQUIRE(chmod(lease_files(house.leases()).front().c_str(), 0666) == 0);
  CHECK(house.recover() == 1);
  CHECK(house.log() == "not-ready ");
}

TEST_CASE("names and times reach the commands as environment only, never as words of the shell") {
  const ReadyHouse house;
  const std::string tell =
      absl::StrCat("printf '%s %s\\n' \"$AANDACHT_AGENT\" \"$AANDACHT_UNTIL\" >>'", house.file("log"), "'");
  Child watchdog(house.arguments("true", tell, "0"), house.file("stderr"));
  CHECK(watchdog.wait() == 0);
  CHECK(house.log() == "sanne 2026-11-20T10:00:30Z ");
  std::vector<std::string> arguments = house.arguments("true", "true", "0");
  arguments.insert(arguments.end(), {"--agent", "sanne; touch x"});
  CHECK(Child(arguments, house.file("stderr")).wait() == 2);
}

TEST_CASE("a wrong command line says so and runs nothing") {
  const ReadyHouse house;
  for (const std::vector<std::string>& wrong : {std::vector<std::string>{"--for", "x"},
                                                {"--for", "-1"},
                                                {"--ready", "two\nlines"},
                                                {"--lease-fd", "1"},
                                                {"word"},
                                                {"--unknown"}}) {
    std::vector<std::string> arguments = house.arguments(house.note("not-ready"), house.note("ready"), "0");
    arguments.insert(arguments.end(), wrong.begin(), wrong.end());
    CHECK(Child(arguments, house.file("stderr")).wait() == 2);
  }
  CHECK(house.log().empty());
}

}  // namespace aandacht::ready
