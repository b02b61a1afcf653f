#include "shared/base/settings.h"

#include "tests/support/catch.h"

using aandacht::base::Settings;

namespace {

struct Example {
  std::string listen = "127.0.0.1:7443";
  std::string mode = "automatic";
  std::vector<std::string> list = {"sanne", "Joost \"J\""};
  int queue = 10;
  double scale = 1;
  bool loud = false;
  absl::Duration drain = absl::Seconds(3);
  Settings settings{"Settings of an example."};

  Example() {
    settings.text("listen", &listen, "address:port", "Where to listen.");
    settings.section("agents", "Who may have a desk.");
    settings.choice("agents.mode", &mode, {"automatic", "listed"}, "Who gets a desk.");
    settings.texts("agents.list", &list, "agent id", "Whose desks there are.");
    settings.integer("queue", &queue, 1, 100, "commands", "How many may wait.");
    settings.real("scale", &scale, 0.5, 4, "factor", "How large.");
    settings.flag("loud", &loud, "Whether to shout.");
    settings.duration("drain", &drain, absl::Seconds(1), absl::Minutes(1), "How long to wait.");
  }
};

std::string message(const absl::Status& status) { return std::string(status.message()); }

}  // namespace

TEST_CASE("printed settings are a configuration file that says the same") {
  Example one;
  one.queue = 12;
  one.drain = absl::Milliseconds(2500);
  Example two;
  two.list.clear();
  REQUIRE(two.settings.load_text(one.settings.print(), "printed").ok());
  CHECK(two.queue == 12);
  CHECK(two.drain == absl::Milliseconds(2500));
  CHECK(two.list == one.list);
}

TEST_CASE("printed settings tell meaning, unit and default of each") {
  Example example;
  const std::string printed = example.settings.print();
  CHECK_THAT(printed, Catch::Contains("# Settings of an example."));
  CHECK_THAT(printed,
             Catch::Contains("# How many may wait.\n# Value: commands, 1 to 100.\n# Default: 10\nqueue = 10\n"));
  CHECK_THAT(printed, Catch::Contains("# Who may have a desk.\n[agents]\n"));
}

TEST_CASE("a file sets what it names and leaves the rest") {
  Example example;
  REQUIRE(example.settings.load_text("scale = 2\n[agents]\nmode = \"listed\"\nlist = []\n", "f").ok());
  CHECK(example.scale == 2);
  CHECK(example.mode == "listed");
  CHECK(example.list.empty());
  CHECK(example.queue == 10);
}

TEST_CASE("faults are named with file and line, all of them, and nothing is set") {
  Example example;
  const absl::Status status =
      example.settings.load_text("loud = true\nqueue = 0\n\n[agents]\nmod = \"x\"\nlist = [1]\n", "a.toml");
  REQUIRE(status.code() == absl::StatusCode::kInvalidArgument);
  CHECK_THAT(message(status), Catch::Contains("a.toml:2: queue must be a whole number from 1 to 100"));
  CHECK_THAT(message(status),
             Catch::Contains("a.toml:5: unknown setting \"agents.mod\"; did you mean \"agents.mode\"?"));
  CHECK_THAT(message(status), Catch::Contains("a.toml:6: agents.list "));
  CHECK_FALSE(example.loud);
}

TEST_CASE("text that is not TOML is refused with its line") {
  Example example;
  CHECK_THAT(message(example.settings.load_text("queue = 3\nlisten = \n", "a.toml")), Catch::Contains("a.toml:2: "));
}

TEST_CASE("a file that is not there is named") {
  Example example;
  const absl::Status status = example.settings.load("no/such/file.toml");
  CHECK(status.code() == absl::StatusCode::kNotFound);
  CHECK_THAT(message(status), Catch::Contains("no/such/file.toml"));
}

TEST_CASE("one setting is set from a command line") {
  Example example;
  CHECK(example.settings.set("drain", "5s").ok());
  CHECK(example.drain == absl::Seconds(5));
  CHECK(example.settings.set("agents.list", "a, b").ok());
  CHECK(example.list == std::vector<std::string>{"a", "b"});
  CHECK_THAT(message(example.settings.set("queue", "many")), Catch::Contains("queue must be"));
  CHECK(example.settings.set("quue", "1").code() == absl::StatusCode::kNotFound);
}

TEST_CASE("what fits of a file holds, and every fault is named with its line and with what is used instead") {
  Example example;
  const auto faults = example.settings.load_what_fits(
      "loud = true\nqueue = 0\nquue = 4\n[agents]\nmode = \"blue\"\nlist = [1]\n", "a.toml");
  REQUIRE(faults.size() == 4);
  CHECK(example.loud);
  CHECK(example.queue == 10);
  CHECK(faults[0].kind == aandacht::base::FaultKind::kWrongValue);
  CHECK(faults[0].line == 2);
  CHECK(faults[0].setting == "queue");
  CHECK(faults[0].given == "0");
  CHECK(faults[0].used == "10");
  CHECK(faults[0].message == "a.toml:2: queue must be a whole number from 1 to 100; 10 is used");
  CHECK(faults[1].kind == aandacht::base::FaultKind::kUnknownSetting);
  CHECK(faults[1].near == "queue");
  CHECK(faults[2].setting == "agents.mode");
  CHECK(faults[2].given == "blue");
  CHECK(faults[2].used == "automatic");
  CHECK(faults[3].setting == "agents.list");
  CHECK(example.list.size() == 2);
}

TEST_CASE("a file that is not TOML is one fault with its line, and nothing is set") {
  Example example;
  const auto faults = example.settings.load_what_fits("queue = 3\nthis is no TOML\n", "a.toml");
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].kind == aandacht::base::FaultKind::kNotToml);
  CHECK(faults[0].line == 2);
  CHECK_THAT(faults[0].message, Catch::Contains("a.toml:2: "));
  CHECK(example.queue == 10);
}

TEST_CASE("a table where a value is expected is a fault of the names in it") {
  Example example;
  const auto faults = example.settings.load_what_fits("[queue]\nlength = 3\n", "a.toml");
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].setting == "queue.length");
  CHECK(faults[0].line == 2);
}

TEST_CASE("what a setting tells of itself can be given back to it") {
  Example one;
  Example two;
  two.list.clear();
  two.drain = absl::Seconds(50);
  two.loud = true;
  for (const std::string& name : one.settings.names()) {
    INFO(name);
    if (name == "agents.list") one.list = {"a", "b"};
    REQUIRE(two.settings.set(name, one.settings.get(name)).ok());
    CHECK(two.settings.toml(name) == one.settings.toml(name));
  }
  CHECK(one.settings.comment("queue") == "# How many may wait.\n# Value: commands, 1 to 100.\n# Default: 10\n");
  CHECK(one.settings.get("nothing").empty());
}

namespace {

struct Tables {
  std::map<std::string, std::vector<std::string>> teams;
  int queue = 10;
  Settings settings{"Settings with a table."};

  Tables() {
    settings.integer("queue", &queue, 1, 100, "commands", "How many may wait.");
    settings.lists("teams", &teams, "agent id", "Who works together.", "blue = [\"anna\", \"joost\"]",
                   [](const std::string& agent) {
                     return agent.empty() ? absl::InvalidArgumentError("names nobody") : absl::OkStatus();
                   });
  }
};

}  // namespace

TEST_CASE("a table whose keys the file chooses is read, printed and read again") {
  Tables one;
  REQUIRE(one.settings.load_text("queue = 5\n[teams]\nblue = [\"anna\", \"joost\"]\n\"the reds\" = []\n", "f").ok());
  CHECK(one.teams.size() == 2);
  CHECK(one.teams["blue"] == std::vector<std::string>{"anna", "joost"});
  Tables two;
  REQUIRE(two.settings.load_text(one.settings.print(), "printed").ok());
  CHECK(two.teams == one.teams);
}

TEST_CASE("an empty table is printed with an example that is a comment") {
  Tables tables;
  CHECK_THAT(tables.settings.print(), Catch::Contains("[teams]\n# blue = [\"anna\", \"joost\"]\n"));
  Tables again;
  REQUIRE(again.settings.load_text(tables.settings.print(), "printed").ok());
  CHECK(again.teams.empty());
}

TEST_CASE("what is no list in such a table is refused with its line, and nothing is taken") {
  for (const std::string wrong : {"blue = \"anna\"", "blue = [1, 2]", "blue = [\"anna\", \"\"]", "blue = 3"}) {
    Tables tables;
    const absl::Status status = tables.settings.load_text("queue = 5\n[teams]\n" + wrong + "\n", "f");
    CAPTURE(wrong);
    CHECK_THAT(message(status), Catch::StartsWith("f:3: teams.blue "));
    CHECK(tables.teams.empty());
    CHECK(tables.queue == 10);
  }
  Tables nested;
  CHECK_THAT(message(nested.settings.load_text("[teams.blue]\nmembers = [\"anna\"]\n", "f")),
             Catch::Contains("write there blue = [\"anna\", \"joost\"]"));
  CHECK_FALSE(nested.settings.load_text("teams = []\n", "f").ok());
}

TEST_CASE("a wrong list is left out when what fits is read") {
  Tables tables;
  const auto faults = tables.settings.load_what_fits("[teams]\nblue = 3\nred = [\"omar\"]\n", "f");
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].line == 2);
  CHECK(tables.teams.size() == 1);
}
