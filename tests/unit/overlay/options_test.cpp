#include "client/overlay/options.h"

#include "shared/base/text_file.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

namespace aandacht::overlay {
namespace {

/// A configuration folder of its own, and the overlay started in it.
class Started {
 public:
  Started() { setenv("XDG_CONFIG_HOME", std::string(folder_.file("config")).c_str(), 1); }

  void write(const std::string& toml) const { REQUIRE(base::write_text_file(file(), toml).ok()); }

  [[nodiscard]] std::filesystem::path file() const { return folder_.file("config/aandacht/overlay.toml"); }

  [[nodiscard]] static Parsed with(std::vector<const char*> arguments = {}) {
    arguments.insert(arguments.begin(), "aandacht");
    return parse_options(static_cast<int>(arguments.size()), arguments.data(), "1");
  }

 private:
  test::TemporaryFolder folder_;
};

TEST_CASE("a wrong value in the file is a fault with its line, and all else of the file holds") {
  struct Row {
    const char* toml;
    std::int64_t line;
    const char* setting;
    const char* used;
  };
  const auto row = GENERATE(Row{"width = 400\ntheme = \"blauw\"\n", 2, "theme", "light"},
                            Row{"width = 400\nlanguage = \"de\"\n", 2, "language", "nl"},
                            Row{"width = 400\nscale = \"large\"\n", 2, "scale", "0.0"},
                            Row{"width = 400\n\nscale = 9\n", 3, "scale", "0.0"},
                            Row{"width = 400\ndock = \"beside:\"\n", 2, "dock", "right-edge"},
                            Row{"width = 400\n[reset]\nhold_off = \"busy\"\n", 3, "reset.hold_off", "refuse"},
                            Row{"width = 400\n[reset]\nready = \"a\\nb\"\n", 3, "reset.ready", ""},
                            Row{"width = 400\n[reset]\nredy = \"a\"\n", 3, "reset.redy", ""},
                            Row{"width = 400\ntema = \"dark\"\n", 2, "tema", ""},
                            Row{"width = 400\n[theme]\ncolour = 3\n", 3, "theme.colour", ""});
  Started started;
  started.write(row.toml);
  const Parsed parsed = Started::with();
  INFO(row.toml);
  REQUIRE_FALSE(parsed.answer);
  CHECK(parsed.options.width == 400);
  CHECK(parsed.options.theme == "light");
  REQUIRE(parsed.source.faults.size() == 1);
  CHECK(parsed.source.faults[0].line == row.line);
  CHECK(parsed.source.faults[0].setting == row.setting);
  CHECK(parsed.source.faults[0].used == row.used);
}

TEST_CASE("a file that is not TOML leaves every default and is said with its line") {
  Started started;
  started.write("width = 400\ntheme: dark\n");
  const Parsed parsed = Started::with();
  REQUIRE_FALSE(parsed.answer);
  CHECK(parsed.options.width == 380);
  REQUIRE(parsed.source.faults.size() == 1);
  CHECK(parsed.source.faults[0].kind == base::FaultKind::kNotToml);
  CHECK(parsed.source.faults[0].line == 2);
}

TEST_CASE("a wrong command line stays a mistake") {
  Started started;
  const auto arguments =
      GENERATE(std::vector<const char*>{"--theme", "blauw"}, std::vector<const char*>{"--width", "9000"},
               std::vector<const char*>{"--no-such-option"}, std::vector<const char*>{"--config", "no/such/file"});
  const Parsed parsed = Started::with(arguments);
  REQUIRE(parsed.answer);
  CHECK(parsed.answer->exit_code == 2);
  CHECK_FALSE(parsed.answer->err.empty());
}

TEST_CASE("the command line holds over the file") {
  Started started;
  started.write("theme = \"dark\"\nwidth = 400\n");
  const Parsed parsed = Started::with({"--theme", "contrast"});
  CHECK(parsed.options.theme == "contrast");
  CHECK(parsed.options.width == 400);
  CHECK(parsed.source.by_command == std::set<std::string>{"theme"});
}

TEST_CASE("the service's address is the command line's, else the environment's, else the file's") {
  Started started;
  started.write("server = \"file:1\"\n");
  CHECK(Started::with().options.server == "file:1");
  setenv("AANDACHT_SERVER", "environment:2", 1);
  const Parsed by_environment = Started::with();
  const Parsed by_flag = Started::with({"--server", "flag:3"});
  setenv("AANDACHT_SERVER", "nothing that is an address", 1);
  const Parsed wrong = Started::with();
  setenv("AANDACHT_SERVER", "", 1);
  const Parsed empty = Started::with();
  unsetenv("AANDACHT_SERVER");
  CHECK(by_environment.options.server == "environment:2");
  CHECK(by_environment.source.by_command.contains("server"));  // A change of the file does not take its place.
  CHECK(by_flag.options.server == "flag:3");
  REQUIRE(wrong.answer);
  CHECK(wrong.answer->exit_code == 2);
  CHECK(empty.options.server == "file:1");
}

TEST_CASE("the first start is the one without a file and without being told whose desk or what to follow") {
  Started started;
  CHECK(Started::with().first_start());
  CHECK(Started::with({"--lang", "en"}).first_start());
  CHECK_FALSE(Started::with({"--agent", "sanne"}).first_start());
  CHECK_FALSE(Started::with({"--softphone", "none"}).first_start());
  started.write("");
  CHECK_FALSE(Started::with().first_start());
}

}  // namespace
}  // namespace aandacht::overlay
