#include "shared/base/toml_edit.h"

#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <map>
#include <sstream>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "tests/support/catch.h"
#include "tests/support/generate.h"

namespace aandacht::base {
namespace {

using Says = std::map<std::string, std::string>;

void flatten(const toml::table& table, const std::string& prefix, Says& says) {
  for (const auto& [key, node] : table) {
    const std::string name = prefix + std::string(key.str());
    if (const toml::table* inner = node.as_table()) {
      flatten(*inner, name + ".", says);
      continue;
    }
    std::ostringstream out;
    node.visit([&](const auto& exact) { out << exact; });
    says[name] = out.str();
  }
}

Says says(const std::string& text) {
  Says all;
  flatten(toml::parse(text), "", all);
  return all;
}

/// What of `before` is not in `after`, when all the rest stands before and behind one place where something was put.
std::string lost(const std::string& before, const std::string& after) {
  std::size_t begin = 0;
  while (begin < std::min(before.size(), after.size()) && before[begin] == after[begin]) ++begin;
  std::size_t end = 0;
  const std::size_t most = std::min(before.size(), after.size()) - begin;
  while (end < most && before[before.size() - 1 - end] == after[after.size() - 1 - end]) ++end;
  return before.substr(begin, before.size() - begin - end);
}

/// A file as people write them: tables, dotted and inline ones, comments, values of every kind and over several lines.
class Written {
 public:
  explicit Written(test::Generate& generate) : generate_(generate) {
    entries("");
    for (const char* table : {"keys", "dock", "more"}) {
      if (generate_.coin()) continue;
      switch (generate_.number(0, 3)) {
        case 0:
          tables_.push_back(absl::StrCat("[", table, "]", generate_.coin() ? " # a table" : ""));
          break;
        case 1:
          tables_.push_back(absl::StrCat("# About.\n [ ", table, " ]"));
          break;
        case 2:
          lines_.push_back(absl::StrCat(table, ".own = ", value()));
          continue;
        default:
          lines_.push_back(absl::StrCat(table, " = { own = 1, \"other one\" = \"a,b}\" }  # inline"));
          continue;
      }
      std::swap(lines_, body_);
      entries("");
      std::swap(lines_, body_);
      for (const std::string& line : body_) tables_.push_back(line);
      body_.clear();
    }
    for (const std::string& line : tables_) lines_.push_back(line);
  }

  [[nodiscard]] std::string text() {
    std::string text = absl::StrJoin(lines_, "\n");
    if (generate_.coin()) text += "\n";
    if (generate_.number(0, 3) == 0) text = absl::StrReplaceAll(text, {{"\n", "\r\n"}});
    if (generate_.number(0, 5) == 0) text = "\xEF\xBB\xBF" + text;
    return text;
  }

  [[nodiscard]] std::string value() { return kValues[static_cast<std::size_t>(generate_.number(0, 14))]; }

  static constexpr std::array<const char*, 15> kValues = {
      "1",
      "-1_000",
      "0x1F",
      "1.5",
      "\"dark\"",
      "\"één # 💡 \\\" ding\"",
      "'it = \"so\"'",
      "true",
      "\"\"\"two\n\nlines = 1\"\"\"",
      "[ 1,\n  # inner\n  2 ]",
      "[]",
      "1979-05-27",
      "[\"a\", \"b\"]",
      "[[1], [2]]",
      "07:32:00",
  };

 private:
  void entries(const std::string& prefix) {
    for (const char* key : {"theme", "width", "\"q k\"", "used", "pin"}) {
      if (generate_.coin()) continue;
      if (generate_.coin()) lines_.push_back("# one = \"comment\"");
      if (generate_.coin()) lines_.emplace_back("");
      lines_.push_back(absl::StrCat(generate_.coin() ? "  " : "", prefix, key, generate_.coin() ? "=" : "  =  ",
                                    value(), generate_.coin() ? "   # why = [" : ""));
    }
  }

  test::Generate& generate_;
  std::vector<std::string> lines_;
  std::vector<std::string> tables_;
  std::vector<std::string> body_;
};

TEST_CASE("after an edit a file says what it said, with that one value, and its other lines are untouched") {
  for (std::uint64_t seed = 0; seed < 3000; ++seed) {
    test::Generate generate(seed);
    Written written(generate);
    const std::string text = written.text();
    static const char* const kNames[] = {"theme",     "width", "keys.used",    "keys.fresh",
                                         "dock.side", "fresh", "new.table.key"};
    const std::string name = kNames[generate.number(0, 6)];
    const std::string value = written.value();
    INFO("seed " << seed << ", " << name << " = " << value << " in:\n" << text);
    Says wanted = says(text);
    const bool there = wanted.count(name) > 0;
    const absl::StatusOr<std::string> result = set_in_toml(text, name, value, "# A comment.\n");
    REQUIRE(result.ok());
    INFO("gave:\n" << *result);
    wanted[name] = says("v = " + value)["v"];
    CHECK(says(*result) == wanted);
    const std::string gone = absl::StrReplaceAll(lost(text, *result), {{"\r\n", "\n"}});
    INFO("lost: " << gone);
    CHECK((there || gone.empty()));
    CHECK(std::any_of(Written::kValues.begin(), Written::kValues.end(),
                      [&](const char* old) { return absl::StrContains(old, gone); }));
    CHECK(absl::StrContains(*result, "\r\n") == absl::StrContains(text, "\r\n"));
  }
}

TEST_CASE("an edit changes the value and nothing else of its line") {
  struct Row {
    const char* text;
    const char* name;
    const char* value;
    const char* result;
  };
  const auto row =
      GENERATE(Row{"theme='light' # calm\nwidth = 380\n", "theme", "\"dark\"", "theme=\"dark\" # calm\nwidth = 380\n"},
               Row{"a = \"é💡\"  # b\n", "a", "2", "a = 2  # b\n"},
               Row{"[keys]\nused = \"F1\"", "keys.used", "1", "[keys]\nused = 1"},
               Row{"keys = { used = 1, more = 2 } # x\n", "keys.used", "3", "keys = { used = 3, more = 2 } # x\n"},
               Row{"list = [ 1,\n 2 ] # two\nb = 1\n", "list", "[]", "list = [] # two\nb = 1\n"});
  CHECK(set_in_toml(row.text, row.name, row.value, "").value() == row.result);
}

TEST_CASE("a setting that is missing comes behind the last of its table, under its comment") {
  struct Row {
    const char* text;
    const char* name;
    const char* result;
  };
  const auto row = GENERATE(
      Row{"", "theme", "# C.\ntheme = 1\n"}, Row{"# Mine.\n", "theme", "# Mine.\n\n# C.\ntheme = 1\n"},
      Row{"a = 1", "theme", "a = 1\n\n# C.\ntheme = 1\n"},
      Row{"a = 1\n\n# Keys.\n[keys]\nb = 2\n", "theme", "a = 1\n\n# C.\ntheme = 1\n\n# Keys.\n[keys]\nb = 2\n"},
      Row{"# Keys.\n[keys]\nb = 2\n", "theme", "# C.\ntheme = 1\n\n# Keys.\n[keys]\nb = 2\n"},
      Row{"[keys]\nb = 2\n[dock]\n", "keys.used", "[keys]\nb = 2\n\n# C.\nused = 1\n\n[dock]\n"},
      Row{"a = 1\n", "keys.used", "a = 1\n\n[keys]\n# C.\nused = 1\n"},
      Row{"a = 1\r\n", "b", "a = 1\r\n\r\n# C.\r\nb = 1\r\n"});
  CHECK(set_in_toml(row.text, row.name, "1", "# C.\n").value() == row.result);
}

TEST_CASE("what cannot be edited is left alone and says why") {
  CHECK(set_in_toml("theme: dark\n", "theme", "1", "").status().code() == absl::StatusCode::kInvalidArgument);
  CHECK(set_in_toml("theme = 1\n", "theme", "dark", "").status().code() == absl::StatusCode::kInvalidArgument);
  CHECK(set_in_toml("theme = 1\n", "theme", "1\nwidth = 2", "").status().code() ==
        absl::StatusCode::kFailedPrecondition);
  CHECK(set_in_toml("[theme]\na = 1\n", "theme", "1", "").status().code() == absl::StatusCode::kFailedPrecondition);
  CHECK(set_in_toml("keys = 1\n", "keys.used", "1", "").status().code() == absl::StatusCode::kFailedPrecondition);
}

}  // namespace
}  // namespace aandacht::base
