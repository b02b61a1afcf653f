// The figures of `aandachtctl eval`, with a library so small that they can be counted by hand.
#include <filesystem>
#include <fstream>

#include "client/ctl/eval_calls_score.h"
#include "nlohmann/json.hpp"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/ctl/run_ctl.h"

namespace aandacht::ctl {
namespace {

constexpr char kRules[] = R"(
[[rule]]
id = "taak"
label = "blame"
phrases = ["niet mijn taak"]
[[rule]]
id = "beleid"
label = "institute"
phrases = ["is beleid"]
[[we_line]]
label = "blame"
own = "Dat is van ons."
act = "Ik zoek het uit."
[[we_line]]
label = "institute"
own = "Dat leggen wij uit."
act = "Ik zeg u waarom."
[weights.sentiment]
"boos" = -3
"fijn" = 3
[weights.sentiment-settings]
"negative" = -0.2
"positive" = 0.2
"normal" = 2
)";

struct Content {
  Content() {
    std::filesystem::create_directory(folder.path() / "nl");
    std::ofstream(folder.path() / "nl" / "all.toml") << kRules;
  }
  [[nodiscard]] Ran eval(const std::string& what, const std::string& input,
                         const std::vector<std::string>& more = {}) const {
    std::vector<std::string> arguments = {"eval", what, "-", "--content", folder.path().string()};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_ctl(arguments, input);
  }
  [[nodiscard]] nlohmann::json report(const std::string& what, const std::string& input,
                                      const std::vector<std::string>& more = {}) const {
    const Ran ran = eval(what, input, more);
    INFO(ran.err);
    REQUIRE(ran.exit == Exit::kOk);
    REQUIRE(lines_in(ran.out).size() == 1);
    return nlohmann::json::parse(ran.out);
  }
  test::TemporaryFolder folder;
};

TEST_CASE("coach figures are those that a person counts", "[eval]") {
  const Content content;
  const auto report = content.report("coach",
                                     "blame\tnl\ta\tdat is niet mijn taak\n"
                                     "blame\tnl\ta\tbel de bank maar\n"
                                     "institute\tnl\ta\tdat is beleid\n"
                                     "ok\tnl\tb\thet is beleid van ons om u terug te bellen\n"
                                     "ok\tnl\tb\tik bel u terug\n"
                                     "\n# a remark\n",
                                     {"--errors", "9"});
  CHECK(report["lines"] == 5);
  CHECK(report["labels"]["blame"]["recall"] == 0.5);
  CHECK(report["labels"]["blame"]["precision"] == 1.0);
  CHECK(report["labels"]["institute"]["precision"] == 0.5);
  CHECK(report["ok_flagged"]["share"] == 0.5);
  CHECK(report["any_bad"]["f1"].get<double>() == Approx(2.0 / 3).margin(1e-4));
  CHECK(report["any_bad"]["roc_auc"].get<double>() == Approx(4.0 / 6).margin(0.2));
  CHECK(report["confusion"]["blame"]["ok"] == 1);
  CHECK(report["confusion"]["ok"]["institute"] == 1);
  CHECK(report["by"]["nl a"]["lines"] == 3);
  CHECK(report["by"]["nl b"]["ok_flagged"]["count"] == 1);
  REQUIRE(report["mistakes"].size() == 2);
  CHECK(report["mistakes"][0]["line"] == 4);
  CHECK(report["mistakes"][0]["evidence"] == "is beleid");
  CHECK(report["mistakes"][1]["wanted"] == "blame");
  CHECK(report["us_per_line"]["mean"].get<double>() > 0);
}

TEST_CASE("sentiment figures are those that a person counts", "[eval]") {
  const Content content;
  const auto report = content.report("sentiment",
                                     "negative\tnl\tcustomer\tik ben boos\n"
                                     "negative\tnl\tcustomer\tdit is niks\n"
                                     "neutral\tnl\tcustomer\tmijn zoon was boos op school\n"
                                     "neutral\tnl\tcustomer\twat kost het\n"
                                     "positive\tnl\tcustomer\twat fijn\n"
                                     "neutral\ten\tcustomer\thello\n",
                                     {"--lang", "nl"});
  CHECK(report["lines"] == 5);
  CHECK(report["labels"]["negative"]["recall"] == 0.5);
  CHECK(report["labels"]["positive"]["f1"] == 1.0);
  CHECK(report["neutral_called_negative"]["share"] == 0.5);
  CHECK(report["called_negative"]["count"] == 2);
  CHECK(report["roc_auc"]["positive"] == 1.0);
  CHECK_FALSE(report.contains("mistakes"));
  CHECK(report["scored_by"].size() == 1);
}

TEST_CASE("a span is recalled when nothing of it is left, and a look-alike is counted by line", "[eval]") {
  const Content content;
  const auto report = content.report(
      "redaction",
      R"({"speaker":"customer","lang":"nl","text":"één: jan@example.org","spans":[{"start":5,"end":20,"kind":"email"}]})"
      "\n"
      R"({"speaker":"customer","lang":"nl","text":"ik woon daar","spans":[{"start":3,"end":7,"kind":"secret"}]})"
      "\n"
      R"({"speaker":"customer","lang":"nl","text":"mail piet@example.org","spans":[]})"
      "\n"
      R"({"speaker":"customer","lang":"nl","text":"bestelling 12345","spans":[]})"
      "\n",
      {"--errors", "5"});
  CHECK(report["spans"]["wanted"] == 2);
  CHECK(report["spans"]["hidden"] == 1);
  CHECK(report["spans"]["recall"] == 0.5);
  CHECK(report["labels"]["email"]["exact"] == 1);
  CHECK(report["labels"]["email"]["precision"] == 0.5);
  CHECK(report["lookalikes_hidden"]["count"] == 1);
  CHECK(report["lookalikes_hidden"]["of"] == 2);
  REQUIRE(report["mistakes"].size() == 2);
  CHECK(report["mistakes"][0]["stays"] == "secret");
  CHECK(report["mistakes"][1]["hidden_wrongly"] == "email");
}

constexpr char kCall[] = R"({"id":"c1","lang":"nl","date":"2026-11-17","company":{"name":"Vliet","whys":[]},)"
                         R"("customer":{"name":"A","phone":"+31600110201"},"turns":[)"
                         R"({"at_ms":0,"speaker":"agent","text":"goedemorgen"},)"
                         R"({"at_ms":5000,"speaker":"customer","text":"ik ben boos"},)"
                         R"({"at_ms":9000,"speaker":"agent","text":"dat is niet mijn taak"},)"
                         R"({"at_ms":12000,"speaker":"customer","text":"nou"},)"
                         R"({"at_ms":15000,"speaker":"agent","text":"dat is beleid"},)"
                         R"({"at_ms":99000,"speaker":"customer","text":"ja"}],)";

TEST_CASE("what was shown and what was held back in time both count as noticed", "[eval]") {
  const Content content;
  const auto report = content.report(
      "calls",
      std::string(kCall) +
          R"("expect":[{"turn":2,"kind":"we","label":"blame"},{"turn":4,"kind":"we","label":"institute"},)"
          R"({"turn":4,"kind":"promise","words":"ik bel u","due":"2026-11-18"}],)"
          R"("quiet":[0,2],"sentiment":{"1":"negative","3":"neutral","start":"negative"}})"
          "\n",
      {"--errors", "5"});
  CHECK(report["calls"] == 1);
  CHECK(report["turns"] == 6);
  CHECK(report["we"]["count"] == 2);
  CHECK(report["we"]["shown"] == 1);
  CHECK(report["we"]["held_back"] == 1);
  CHECK(report["noticed"]["share"] == 1.0);
  CHECK(report["promises"]["count"] == 0);
  CHECK(report["promises_due_right"]["of"] == 1);
  CHECK(report["quiet_turns_with_a_card"]["count"] == 1);
  CHECK(report["budget_violations"] == 0);
  CHECK(report["sentiment"]["labels"]["negative"]["recall"] == 1.0);
  CHECK(report["sentiment"]["start_right"]["count"] == 1);
  CHECK(report["phase"].is_null());
  REQUIRE(report["mistakes"].size() == 2);
  CHECK(report["mistakes"][0]["what"] == "a card at a quiet turn");
}

TEST_CASE("what was not noticed, or as something else, does not count", "[eval]") {
  const Content content;
  const auto report = content.report(
      "calls", std::string(kCall) +
                   R"("expect":[{"turn":2,"kind":"we","label":"jargon"},{"turn":5,"kind":"we","label":"blame"},)"
                   R"({"turn":1,"kind":"why","topic":"wachten"}]})"
                   "\n");
  CHECK(report["we"]["count"] == 0);
  CHECK(report["we"]["noticed_otherwise"] == 1);
  CHECK(report["why"]["share"] == 0.0);
  CHECK(report["not_expected"]["we"] == 0);
}

TEST_CASE("the attention budget is counted from what was shown", "[eval]") {
  const auto card = [](int seconds, bool unsolicited) {
    SeenCard seen;
    seen.shown = true;
    seen.card.unsolicited = unsolicited;
    seen.at = absl::UnixEpoch() + absl::Seconds(seconds);
    return seen;
  };
  const domain::AttentionRules rules{.minimum_gap = absl::Seconds(60), .cards_per_call = 3};
  CHECK(budget_violations({card(0, true), card(60, true), card(120, true)}, rules) == 0);
  CHECK(budget_violations({card(0, true), card(59, true)}, rules) == 1);
  CHECK(budget_violations({card(0, true), card(1, false)}, rules) == 0);
  CHECK(budget_violations({card(0, true), card(60, true), card(120, true), card(180, true)}, rules) == 1);
}

TEST_CASE("the same thing in more or fewer words is the same; another thing is not", "[eval]") {
  CHECK(
      same_words("mijn dochter komt vrijdag", "mijn dochter komt vrijdagmiddag en dan zou ik mee naar de markt", "nl"));
  CHECK(same_words("we gaan vrijdag weg", "vrijdag gaan we met de kinderen weg", "nl"));
  CHECK_FALSE(same_words("mijn moeder is overleden", "we gaan vrijdag met de kinderen weg", "nl"));
  CHECK_FALSE(same_words("", "", "nl"));
}

TEST_CASE("a bad file is refused with the number of its line", "[eval]") {
  const Content content;
  struct Case {
    std::string what;
    std::string input;
    std::string complaint;
  };
  const std::string good = "ok\tnl\ta\thallo\n";
  const std::vector<Case> cases = {
      {"coach", good + "ok nl a hallo\n", "line 2: it has 1 columns"},
      {"coach", good + "\nfine\tnl\ta\thallo\n", "line 3: the label is \"fine\""},
      {"coach", "ok\tfr\ta\thallo\n", "line 1: the language is \"fr\""},
      {"coach", "ok\tnl\ta\t\n", "line 1: the text is empty"},
      {"coach", "", "no line to measure"},
      {"sentiment", "angry\tnl\tcustomer\tx\n", "line 1: the label"},
      {"redaction", "{\"speaker\":\"agent\",\"text\":\"x\"}\n", "line 1: `spans` is missing"},
      {"redaction", R"({"speaker":"agent","text":"x","spans":[{"start":0,"end":2,"kind":"iban"}]})", "at most 1"},
      {"redaction", R"({"speaker":"agent","text":"x","spans":[{"start":0,"end":1,"kind":"iban2"}]})", "must be one of"},
      {"redaction", "nonsense\n", "line 1: "},
      {"calls", "{}\n", "line 1: `id`"},
      {"calls", std::string(kCall) + R"("expect":[{"turn":6,"kind":"we","label":"blame"}]})", "`expect[0].turn`"},
      {"calls", std::string(kCall) + R"("quiet":[99]})", "`quiet`"},
      {"calls", std::string(kCall) + R"("quiet":7})", "`quiet`"},
      {"calls", std::string(kCall) + R"("sentiment":{"1":"sad"}})", "`sentiment.1`"},
      {"calls", "", "no call to measure"},
  };
  for (const Case& c : cases) {
    const Ran ran = content.eval(c.what, c.input);
    INFO(c.what << ": " << c.input << "\n" << ran.err);
    CHECK(ran.exit == Exit::kFailed);
    CHECK_THAT(ran.err, Catch::Matchers::Contains(c.complaint));
    CHECK(ran.out.empty());
  }
}

TEST_CASE("the help of each eval teaches its format", "[eval]") {
  for (const auto& [what, word] : std::vector<std::pair<std::string, std::string>>{
           {"coach", "institute"}, {"sentiment", "neutral"}, {"redaction", "card_code"}, {"calls", "bring_back"}}) {
    const Ran ran = run_ctl({"eval", what, "--help"});
    CHECK(ran.exit == Exit::kOk);
    CHECK_THAT(ran.out, Catch::Matchers::Contains(word));
  }
}

}  // namespace
}  // namespace aandacht::ctl
