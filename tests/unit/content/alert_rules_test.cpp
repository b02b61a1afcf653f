// Alert rules as files.
#include "shared/content/alert_rules.h"

#include "tests/support/catch.h"

using namespace aandacht;

namespace {

absl::StatusOr<std::vector<domain::AlertRule>> parse(const std::string& text, const std::string& language = "") {
  return content::parse_alert_rules({"rules.toml", language, text});
}

std::string mistakes_of(const std::string& text) {
  const auto read = parse(text);
  REQUIRE_FALSE(read.ok());
  return std::string(read.status().message());
}

}  // namespace

TEST_CASE("rules of every kind that are written to a file are read back as they were") {
  std::vector<domain::AlertRule> rules;
  for (int kind = 0; kind < 6; ++kind) {
    domain::AlertRule rule;
    rule.id = "rule-" + std::to_string(kind);
    rule.name = "Regel \"" + std::to_string(kind) + "\"";
    rule.kind = static_cast<domain::AlertKind>(kind);
    rule.team = kind == 1 ? "zuid" : "";
    rule.language = kind == 2 ? "nl" : "";
    rule.on = kind != 3;
    rule.cooldown = absl::Minutes(kind);
    rule.team_cooldown = absl::Seconds(kind * 30);
    if (rule.kind == domain::AlertKind::kNegative) rule.score = -0.25;
    if (rule.kind == domain::AlertKind::kRepeatContact) rule.days = 45;
    if (rule.kind == domain::AlertKind::kPhrase) {
      rule.phrases = {"wil ... opzeggen", "“precies zo”", "a\\b"};
      rule.speaker = domain::AlertSpeaker::kAgent;
    }
    rules.push_back(rule);
  }
  const std::string text = content::format_alert_rules(rules);
  INFO(text);
  const auto read = parse(text);
  INFO(read.status());
  REQUIRE(read.ok());
  CHECK(*read == rules);
}

TEST_CASE("what is wrong in a file of rules is told with its line and what to do") {
  CHECK_THAT(mistakes_of("[[alert]]\nid = \"a\"\nname = \"A\"\nwhen = \"sometimes\"\n"),
             Catch::Matchers::Contains("rules.toml:4"));
  CHECK_THAT(mistakes_of("[[alert]]\nid = \"a\"\nname = \"A\"\nwhen = \"words\"\nwords = [\"... weg\"]\n"),
             Catch::Matchers::Contains("phrase 1"));
  CHECK_THAT(mistakes_of("[[alert]]\nid = \"a\"\nname = \"A\"\nwhen = \"long-hold\"\nturns = 3\n"),
             Catch::Matchers::Contains("turns"));
  CHECK_THAT(mistakes_of("[alert]\nid = \"a\"\n"), Catch::Matchers::Contains("[[alert]]"));
  CHECK_THAT(mistakes_of("[[alert]]\n= 3"), Catch::Matchers::Contains("TOML"));
  const std::string one = "[[alert]]\nid = \"a\"\nname = \"A\"\nwhen = \"long-hold\"\n";
  CHECK_THAT(mistakes_of(one + one), Catch::Matchers::Contains("used twice"));
}

TEST_CASE("the rules that are shipped look at calls in their own language, and few of them are on") {
  const auto rules = content::load_alert_rules(AANDACHT_SOURCE_DIR "/service/content");
  INFO(rules.status());
  REQUIRE(rules.ok());
  std::map<std::string, int> on;
  std::map<std::string, int> count;
  for (const domain::AlertRule& rule : *rules) {
    CHECK(rule.id.starts_with(rule.language + "/"));
    ++count[rule.language];
    on[rule.language] += rule.on ? 1 : 0;
  }
  CHECK(count["nl"] >= 5);
  CHECK(count["nl"] == count["en"]);
  CHECK((on["nl"] >= 1 && on["nl"] <= 2));
  CHECK(on["nl"] == on["en"]);
}
