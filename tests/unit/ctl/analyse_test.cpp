#include "client/ctl/analysis.h"
#include "tests/support/catch.h"
#include "tests/unit/ctl/run_ctl.h"

namespace aandacht::ctl {
namespace {

const std::string kContent = AANDACHT_SOURCE_DIR "/service/content";

std::vector<nlohmann::json> analyse(const std::string& input, Exit expected = Exit::kOk) {
  const Ran ran = run_ctl({"analyse", "--json", "--content", kContent}, input);
  INFO(ran.err);
  CHECK(ran.exit == expected);
  std::vector<nlohmann::json> lines;
  for (const std::string& line : lines_in(ran.out)) lines.push_back(nlohmann::json::parse(line));
  return lines;
}

TEST_CASE("spans are counted in code points", "[analyse]") {
  const std::string text = "één: jan@example.org, ëë x@y.nl";
  const std::size_t first = text.find("jan");
  const std::size_t second = text.find("x@");
  const Json spans =
      spans_json(text, {{first, first + 15, domain::SpanKind::kEmail}, {second, second + 6, domain::SpanKind::kEmail}});
  CHECK(to_line(spans) == R"([{"start":5,"end":20,"kind":"email"},{"start":25,"end":31,"kind":"email"}])");
}

TEST_CASE("an agent's line has a coach and no sentiment, a customer's the other way round", "[analyse]") {
  const auto lines = analyse(
      R"({"speaker":"agent","lang":"nl","text":"ja de planning heeft dat verkeerd erin gezet daar kan ik ook niks aan doen"})"
      "\n"
      R"({"speaker":"agent","lang":"nl","text":"ik zoek het meteen voor u uit"})"
      "\n"
      R"({"speaker":"customer","lang":"nl","text":"ik ben er helemaal klaar mee dit is echt belachelijk"})"
      "\n");
  REQUIRE(lines.size() == 3);
  CHECK(lines[0]["sentiment"].is_null());
  CHECK(lines[0]["coach"]["label"] != "ok");
  REQUIRE(lines[0]["coach"]["evidence"].is_array());
  CHECK_FALSE(lines[0]["coach"]["evidence"].empty());
  CHECK(lines[0]["coach"]["names"]["department"] == "wij van de planning");
  CHECK(lines[1]["coach"]["label"] == "ok");
  CHECK_FALSE(lines[1]["coach"].contains("names"));
  CHECK(lines[1]["coach"]["score"].is_number());
  CHECK(lines[1]["coach"]["evidence"] == nlohmann::json::array());
  CHECK(lines[2]["coach"].is_null());
  CHECK(lines[2]["sentiment"]["class"] == "negative");
  CHECK(lines[2]["sentiment"]["score"].get<double>() < 0);
  CHECK_FALSE(lines[2]["sentiment"]["model"].get<std::string>().empty());
}

TEST_CASE("a line redacted later is told also when a shorter line has the same id", "[analyse]") {
  const auto lines = analyse(
      R"({"speaker":"customer","call":"c","id":"x","text":"hi"})"
      "\n"
      R"({"speaker":"customer","call":"c","id":"x","text":"ja dan nog even dit voor u genoteerd nul zes twaalf"})"
      "\n"
      R"({"speaker":"customer","call":"c","id":"z","text":"vierendertig zesenvijftig achtenzeventig"})"
      "\n");
  REQUIRE(lines.size() == 3);
  REQUIRE(lines[2]["earlier"].size() == 1);
  CHECK(lines[2]["earlier"][0]["spans"][0]["start"] == 37);
  CHECK(lines[2]["earlier"][0]["spans"][0]["end"] == 51);
}

TEST_CASE("every line has the same keys in the same order", "[analyse]") {
  const std::string input = R"({"speaker":"agent","lang":"en","text":"hello"})"
                            "\n"
                            R"({"speaker":"customer","lang":"en","text":"hello"})"
                            "\n";
  const Ran ran = run_ctl({"analyse", "--json", "--content", kContent}, input);
  for (const std::string& line : lines_in(ran.out)) {
    std::vector<std::string> keys;
    const Json parsed = Json::parse(line);
    for (const auto& [key, value] : parsed.items()) keys.push_back(key);
    CHECK(keys == std::vector<std::string>{"speaker", "sentiment", "coach", "redacted", "spans", "earlier", "heard",
                                           "promise", "promises", "why", "whys", "asks_why", "question", "phase",
                                           "call", "sentiment_line", "solved", "helpless"});
  }
}

TEST_CASE("analyse says what is redacted and where", "[analyse]") {
  const auto lines =
      analyse(R"({"speaker":"customer","lang":"nl","text":"één moment: mijn mail is jan@example.org hoor"})"
              "\n");
  REQUIRE(lines.size() == 1);
  CHECK_THAT(lines[0]["redacted"].get<std::string>(), !Catch::Matchers::Contains("jan@example.org"));
  REQUIRE(lines[0]["spans"].size() == 1);
  CHECK(lines[0]["spans"][0]["start"] == 25);
  CHECK(lines[0]["spans"][0]["end"] == 40);
  CHECK(lines[0]["spans"][0]["kind"] == "email");
}

TEST_CASE("a bad line keeps its place and makes the exit status 1", "[analyse]") {
  const auto lines = analyse(
      "{\"speaker\":\"agent\",\"text\":\"a\"}\nnot json\n{\"speaker\":\"dog\",\"text\":\"b\"}\n"
      "{\"speaker\":\"agent\"}\n{\"speaker\":\"agent\",\"text\":\"\"}\n",
      Exit::kFailed);
  REQUIRE(lines.size() == 5);
  CHECK(lines[0]["coach"]["label"] == "ok");
  CHECK(lines[1]["line"] == 2);
  CHECK_THAT(lines[1]["error"].get<std::string>(), Catch::Matchers::Contains("not JSON"));
  CHECK_THAT(lines[2]["error"].get<std::string>(), Catch::Matchers::Contains("customer, agent"));
  CHECK_THAT(lines[3]["error"].get<std::string>(), Catch::Matchers::Contains("`text` is missing"));
  CHECK(lines[4]["redacted"] == "");
}

TEST_CASE("text that is not UTF-8, or enormous, is analysed all the same or refused in its place", "[analyse]") {
  const auto lines = analyse("{\"speaker\":\"agent\",\"text\":\"a\xff b\"}\n{\"speaker\":\"agent\",\"text\":\"" +
                                 std::string(10'000'000, 'a') + "\"}\n{\"speaker\":\"agent\",\"text\":\"c\"}\n",
                             Exit::kFailed);
  REQUIRE(lines.size() == 3);
  CHECK(lines[0]["redacted"] == "a\xEF\xBF\xBD b");
  CHECK(lines[1]["line"] == 2);
  CHECK(lines[2]["redacted"] == "c");
}

std::string said(const std::string& speaker, const std::string& text, const std::string& more = {}) {
  return R"({"lang":"nl","speaker":")" + speaker + R"(","text":")" + text + "\"" + more + "}\n";
}

TEST_CASE("lines of one call are one conversation, whatever other calls do between them", "[analyse]") {
  std::string input;
  for (int i = 0; i < 12; ++i) {
    input += said("customer", "heel fijn dank u wel", R"(,"call":"a")");
    input += said("customer", "ik ben hier helemaal klaar mee wat een schande", R"(,"call":"b")");
  }
  const auto lines = analyse(input);
  REQUIRE(lines.size() == 24);
  CHECK(lines[1]["phase"] == "opening");
  CHECK(lines[23]["phase"] != "opening");
  CHECK(lines[22]["sentiment_line"]["class"] == "positive");
  CHECK(lines[23]["sentiment_line"]["class"] == "negative");
  CHECK(lines[23]["call"] == "b");
}

TEST_CASE("a number that goes on in the next turn of a call is hidden in both", "[analyse]") {
  const std::string first = "mijn kaartnummer is 4111 1111";
  const auto lines = analyse(said("customer", first, R"(,"call":"a","id":"one")") +
                             said("customer", "1111 1111", R"(,"call":"a","id":"two")") +
                             said("customer", "het waren er vier, vijf of zes"));
  REQUIRE(lines.size() == 3);
  CHECK_THAT(lines[1]["redacted"].get<std::string>(), !Catch::Matchers::Contains("1111"));
  for (const auto& late : lines[1]["earlier"]) {
    CHECK(late["id"] == "one");
    CHECK_THAT(late["redacted"].get<std::string>(), !Catch::Matchers::Contains("1111"));
  }
  CHECK(lines[2]["redacted"] == "het waren er vier, vijf of zes");
}

TEST_CASE("a line without a call knows nothing of the lines before it", "[analyse]") {
  std::string input;
  for (int i = 0; i < 12; ++i) input += said("customer", "ik ben hier helemaal klaar mee wat een schande");
  const auto lines = analyse(input);
  REQUIRE(lines.size() == 12);
  CHECK(lines[11] == lines[0]);
  CHECK(lines[11]["phase"] == "opening");
  CHECK(lines[11]["sentiment_line"].is_null());
}

TEST_CASE("a promise and what was told have the day that was meant when they were said", "[analyse]") {
  const auto lines = analyse(said("agent", "ik bel u morgen voor twaalf uur terug", R"(,"date":"2026-11-17")") +
                             said("customer", "we gaan vrijdag met de kinderen weg", R"(,"date":"2026-11-17")"));
  REQUIRE(lines.size() == 2);
  CHECK_THAT(lines[0]["promise"]["due"].get<std::string>(), Catch::Matchers::StartsWith("2026-11-18T12:00"));
  CHECK_THAT(lines[0]["promise"]["words"].get<std::string>(), Catch::Matchers::Contains("bel u morgen"));
  CHECK(lines[0]["heard"].empty());
  REQUIRE(lines[1]["heard"].size() == 1);
  CHECK(lines[1]["heard"][0]["when"] == "2026-11-20");
  CHECK(lines[1]["promise"].is_null());
}

TEST_CASE("the best why stands by itself and the others in a list", "[analyse]") {
  const auto lines = analyse(said("customer", "waarom vraagt u mijn geboortedatum") + said("customer", "hallo") +
                             said("agent", "dat doet een andere collega"));
  REQUIRE(lines.size() == 3);
  CHECK(lines[2]["why"].is_null());
  REQUIRE(lines[0]["why"].is_object());
  CHECK(lines[0]["why"]["topic"] == lines[0]["whys"][0]["topic"]);
  CHECK(lines[0]["asks_why"] == true);
  CHECK(lines[1]["why"].is_null());
}

TEST_CASE("content that cannot be used is named", "[analyse]") {
  const Ran ran = run_ctl({"analyse", "--content", "no/such/folder"}, "");
  CHECK(ran.exit == Exit::kFailed);
  CHECK_THAT(ran.err, Catch::Matchers::Contains("no/such/folder"));
}

TEST_CASE("a person reads the class or the label before the redacted words", "[analyse]") {
  const Ran ran = run_ctl({"analyse", "--content", kContent},
                          "{\"speaker\":\"agent\",\"lang\":\"nl\",\"text\":\"bel mij op jan@example.org\"}\nx\n");
  CHECK(ran.exit == Exit::kFailed);
  CHECK_THAT(ran.out, Catch::Matchers::StartsWith("ok "));
  CHECK_THAT(ran.out, Catch::Matchers::Contains("taken out: email"));
  CHECK_THAT(ran.err, Catch::Matchers::Contains("line 2"));
}

}  // namespace
}  // namespace aandacht::ctl
