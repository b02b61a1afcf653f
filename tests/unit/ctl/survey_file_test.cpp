// Survey answers out of tables and JSON lines.
#include "client/ctl/survey_file.h"

#include "tests/support/catch.h"

namespace aandacht::ctl {
namespace {

using Fields = std::vector<std::string>;

SurveyTable table(const std::string& names, const SurveyNames& ours = {}) {
  const auto begun = SurveyTable::begin(names, ours);
  INFO(begun.status());
  REQUIRE(begun.ok());
  return *begun;
}

TEST_CASE("a line is parted at its separators, and quotes hold them", "[ctl]") {
  CHECK(*split_line("a,b,,c", ',') == Fields{"a", "b", "", "c"});
  CHECK(*split_line("\"a,b\",\"say \"\"yes\"\"\"\r", ',') == Fields{"a,b", "say \"yes\""});
  CHECK(*split_line("", ',') == Fields{""});
  CHECK_FALSE(split_line("\"a,b", ',').ok());
}

TEST_CASE("a table may be parted by commas, semicolons or tabs, with its columns in any order", "[ctl]") {
  const SurveyAnswer wanted{"c1", 5, 0, 2};
  CHECK(*table("call_id,effectiveness,ease,emotion").parse("c1,5,,2") == wanted);
  CHECK(*table("\xEF\xBB\xBF"
               "emotion;call_id;effectiveness")
             .parse("2;c1; 5 ") == wanted);
  CHECK(*table("other\tcall_id\temotion\teffectiveness").parse("x\tc1\t2\t5") == wanted);
}

TEST_CASE("columns with other names are found by a mapping", "[ctl]") {
  SurveyNames names;
  REQUIRE(add_name("call_id=gesprek", names).ok());
  REQUIRE(add_name("ease=ces", names).ok());
  CHECK(*table("gesprek;ces", names).parse("c1;4") == SurveyAnswer{"c1", 0, 4, 0});
  CHECK(*parse_survey(R"({"gesprek": "c1", "ces": "4"})", names) == SurveyAnswer{"c1", 0, 4, 0});
  CHECK_FALSE(add_name("score=ces", names).ok());
  CHECK_FALSE(add_name("ease=", names).ok());
  CHECK_FALSE(add_name("ease", names).ok());
}

TEST_CASE("a table without a call or without an answer is refused with what it has", "[ctl]") {
  const auto no_call = SurveyTable::begin("gesprek,ease", {});
  CHECK(std::string(no_call.status().message()).find("--map call_id=NAME. It has: gesprek, ease") != std::string::npos);
  CHECK_FALSE(SurveyTable::begin("call_id,score", {}).ok());
}

TEST_CASE("answers outside one to five and lines without a call are refused", "[ctl]") {
  const SurveyTable answers = table("call_id,ease");
  for (const char* line : {"c1,6", "c1,-1", "c1,four", "c1,4.5", ",4", "\"c1,4"}) {
    INFO(line);
    CHECK_FALSE(answers.parse(line).ok());
  }
  CHECK(answers.parse("c1")->ease == 0);
  for (const char* line : {R"({"call_id": "c1", "ease": 6})", R"({"ease": 4})", "nonsense"}) {
    INFO(line);
    CHECK_FALSE(parse_survey(line, {}).ok());
  }
  CHECK(*parse_survey(R"({"call_id": "c1", "ease": null, "emotion": 1})", {}) == SurveyAnswer{"c1", 0, 0, 1});
}

}  // namespace
}  // namespace aandacht::ctl
