// Whatever a command is given as a file, it answers in a sentence.
#include "client/ctl/input_file.h"

#include <filesystem>
#include <sstream>

#include "client/ctl/line_reader.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/ctl/run_ctl.h"

namespace aandacht::ctl {
namespace {

// A regular file that opens and gives an input error, also to root, whom permissions do not stop.
constexpr char kUnreadable[] = "/proc/self/mem";

std::vector<std::vector<std::string>> commands_with(const std::string& file, const test::TemporaryFolder& folder) {
  return {{"customers", "import", file},
          {"survey", "import", file},
          {"survey", "import", file, "--csv"},
          {"survey", "import", file, "--csv", "--dry-run"},
          {"replay", file},
          {"eval", "coach", file},
          {"eval", "sentiment", file},
          {"eval", "redaction", file},
          {"eval", "redaction", "-", "--model", file},
          {"eval", "calls", file},
          {"model", "info", file},
          {"model", "train", "coach", "--out", folder.file("made.model"), "--manifest", file},
          {"stories", "put", "s1", "--customer", "A. Voorbeeld", "--lang", "nl", "--line", "Ze belde.", "--photo", file,
           "--consent-given", "2026-11-22", "--expires", "2027-11-21", "--purpose", "op het scherm"}};
}

void check_refused(const std::string& file, const std::string& why) {
  const test::TemporaryFolder folder;
  for (std::vector<std::string> command : commands_with(file, folder)) {
    INFO(command[0] << " " << command[1] << " with " << file);
    command.insert(command.begin(), {"--server", "127.0.0.1:1"});
    const Ran ran = run_ctl(command);
    CHECK(ran.exit == Exit::kFailed);
    CHECK(ran.out.empty());
    CHECK(lines_in(ran.err).size() == 1);
    CHECK_THAT(ran.err, Catch::Matchers::StartsWith("aandachtctl: "));
    CHECK_THAT(ran.err, Catch::Matchers::Contains(file));
    CHECK_THAT(ran.err, Catch::Matchers::Contains(why));
  }
}

TEST_CASE("a folder in the place of a file is told by every command", "[input]") {
  const test::TemporaryFolder folder;
  check_refused(folder.path().string(), "it is a folder");
}

TEST_CASE("an empty file is told by every command, a photo's too", "[input]") {
  const test::TemporaryFolder folder;
  const std::string empty = folder.file("empty.jpg");
  std::ofstream(empty).close();
  check_refused(empty, "it is empty");
}

TEST_CASE("a file that cannot be read is told by every command", "[input]") {
  check_refused(kUnreadable, "cannot read /proc/self/mem: ");
}

TEST_CASE("a file that is not there, and a device, are told by every command", "[input]") {
  check_refused("no/such/file", "");
  check_refused("/dev/zero", "it is a device");
}

TEST_CASE("a file is read to its end, and one byte too many is refused", "[input]") {
  const test::TemporaryFolder folder;
  const std::string file = folder.file("bytes");
  const std::string bytes(200'000, 'x');
  std::ofstream(file) << bytes;
  REQUIRE(read_input_file(file, bytes.size()).ok());
  CHECK(*read_input_file(file, bytes.size()) == bytes);
  CHECK(absl::IsInvalidArgument(read_input_file(file, bytes.size() - 1).status()));
}

TEST_CASE("a dash is standard input, which is not closed", "[input]") {
  std::istringstream in("words");
  absl::StatusOr<Input> input = Input::open("-", in);
  REQUIRE(input.ok());
  CHECK(&input->stream() == &in);
}

TEST_CASE("lines from a stream that breaks off end, and say after which line", "[input]") {
  // A folder opens as a stream does, and throws at the first byte.
  const test::TemporaryFolder folder;
  std::ifstream in(folder.path());
  LineReader lines(in);
  CHECK_FALSE(lines.next());
  CHECK(absl::IsDataLoss(lines.status()));
  CHECK_THAT(std::string(lines.status().message()), Catch::Matchers::Contains("after line 0"));

  std::istringstream whole("one\ntwo");
  LineReader all(whole);
  while (all.next()) {
  }
  CHECK(all.number() == 2);
  CHECK(all.status().ok());
}

TEST_CASE("standard input that is a folder is told by the commands that read turns", "[input]") {
  const test::TemporaryFolder folder;
  std::ifstream in(folder.path());
  for (const std::vector<std::string>& command :
       {std::vector<std::string>{"analyse", "--content", AANDACHT_SOURCE_DIR "/service/content"},
        {"survey", "import", "-", "--csv"},
        {"replay", "-"}}) {
    INFO(command.front());
    const Ran ran = run_ctl_on(command, in);
    CHECK(ran.exit == Exit::kFailed);
    CHECK_THAT(ran.err, Catch::Matchers::Contains("cannot be read after line 0"));
    in.clear();
  }
}

}  // namespace
}  // namespace aandacht::ctl
