// Reports, exports and imports by command, against a whole service.
#include <fstream>
#include <map>

#include "nlohmann/json.hpp"
#include "shared/base/csv.h"
#include "tests/integration/ctl_service.h"
#include "tests/support/eventually.h"
#include "tests/support/slurp.h"

namespace aandacht::test {
namespace {

/// RFC 4180 read in the plainest way, apart from the reader that is shipped.
std::vector<std::vector<std::string>> parsed(std::string text) {
  if (text.starts_with(base::kUtf8Mark)) text.erase(0, base::kUtf8Mark.size());
  std::vector<std::vector<std::string>> rows(1, {""});
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    std::string& field = rows.back().back();
    if (quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"') {
      field += text[++i];
    } else if (c == '"') {
      quoted = !quoted;
    } else if (!quoted && c == ',') {
      rows.back().emplace_back();
    } else if (!quoted && c == '\r' && i + 1 < text.size() && text[i + 1] == '\n') {
      ++i;
      rows.push_back({""});
    } else {
      field += c;
    }
  }
  rows.pop_back();  // What stands behind the last line end.
  return rows;
}

/// A call with words that a spreadsheet, and a careless reader, would take wrongly.
void have_call(CtlService& service) {
  CHECK(service.run({"call", "ringing", "--id", "c1", "--agent", "sanne", "--queue", "=Vaart,baan"}).exit ==
        ctl::Exit::kOk);
  CHECK(service.run({"call", "answered", "--id", "c1", "--agent", "sanne"}).exit == ctl::Exit::kOk);
  const CtlRan said = service.run({"transcript", "stream", "--call", "c1", "--lang", "nl"},
                                  "{\"speaker\":\"customer\",\"text\":\"=1+1 dit is \\\"belachelijk\\\", echt\"}\n"
                                  "{\"speaker\":\"agent\",\"text\":\"wij lossen het op\"}\n"
                                  "{\"speaker\":\"customer\",\"text\":\"fijn dank je wel\"}\n");
  INFO(said.err);
  CHECK(said.exit == ctl::Exit::kOk);
  CHECK(service.run({"call", "ended", "--id", "c1", "--agent", "sanne"}).exit == ctl::Exit::kOk);
}

const std::vector<std::string> kAlways = {"--from", "2020-01-01", "--to", "2099-12-31"};

CtlRan run_always(CtlService& service, std::vector<std::string> arguments) {
  arguments.insert(arguments.end(), kAlways.begin(), kAlways.end());
  return service.run(std::move(arguments));
}

TEST_CASE("an export of turns is a table that any reader of CSV understands", "[ctl][export]") {
  CtlService service;
  have_call(service);
  const CtlRan exported = run_always(service, {"export", "turns"});
  INFO(exported.err);
  REQUIRE(exported.exit == ctl::Exit::kOk);
  const auto rows = parsed(exported.out);
  REQUIRE(rows.size() == 4);
  for (const auto& row : rows) CHECK(row.size() == 12);
  CHECK(rows[0][5] == "text");
  CHECK(rows[1][3] == "customer");
  CHECK(rows[1][5] == "'=1+1 dit is \"belachelijk\", echt");
  CHECK(std::stod(rows[1][6]) < 0);
  CHECK(rows[2][6].empty());
  CHECK(rows[1][11] == "'=Vaart,baan");
  // A time with its offset, as a spreadsheet and a database read it.
  CHECK(rows[1][2].size() == std::string("2026-11-22T10:00:00.000+01:00").size());
}

TEST_CASE("the same as JSON lines has the words as they are", "[ctl][export]") {
  CtlService service;
  have_call(service);
  const CtlRan exported = run_always(service, {"export", "turns", "--format", "jsonl"});
  REQUIRE(exported.lines().size() == 3);
  const auto first = nlohmann::json::parse(exported.lines()[0]);
  CHECK(first["text"] == "=1+1 dit is \"belachelijk\", echt");
  CHECK(first["score"].is_number());
  CHECK(nlohmann::json::parse(exported.lines()[1])["score"].is_null());
}

TEST_CASE("the log of sentiment has scores and no words, and calls have one row each", "[ctl][export]") {
  CtlService service;
  have_call(service);
  const CtlRan log = run_always(service, {"export", "sentiment"});
  CHECK(parsed(log.out).size() == 3);
  CHECK(log.out.find("belachelijk") == std::string::npos);
  const CtlRan calls = run_always(service, {"export", "calls"});
  REQUIRE(parsed(calls.out).size() == 2);
  CHECK(parsed(calls.out)[1].front() == "c1");
  CHECK(calls.out.find("sanne") == std::string::npos);  // No agent is named.
  CHECK(parsed(run_always(service, {"export", "prompts"}).out).size() == 1);
}

TEST_CASE("an export that finds nothing for long goes on by itself and is whole", "[ctl][export]") {
  CtlService service;
  have_call(service);
  // Lines of the agent have no sentiment: more of them than the service reads in one step.
  std::string lines;
  for (int i = 0; i < 1100; ++i) lines += "{\"speaker\":\"agent\",\"text\":\"ja\"}\n";
  lines += "{\"speaker\":\"customer\",\"text\":\"dit is belachelijk\"}\n";
  CHECK(service.run({"call", "ringing", "--id", "c0", "--agent", "sanne"}).exit == ctl::Exit::kOk);
  REQUIRE(service.run({"transcript", "stream", "--call", "c0", "--lang", "nl"}, lines).exit == ctl::Exit::kOk);
  const CtlRan log = run_always(service, {"export", "sentiment"});
  INFO(log.err);
  CHECK(log.exit == ctl::Exit::kOk);
  CHECK(parsed(log.out).size() == 4);
}

TEST_CASE("an export into a file is there whole, and the agent can read who made it", "[ctl][export]") {
  CtlService service;
  have_call(service);
  const std::string file = service.folder().file("turns.csv");
  const CtlRan exported = run_always(service, {"export", "turns", "--out", file, "--reason", "kwartaalcijfers"});
  REQUIRE(exported.exit == ctl::Exit::kOk);
  CHECK(parsed(slurp(file)).size() == 4);
  CHECK_FALSE(std::filesystem::exists(file + ".part"));
  const CtlRan mine = service.run({"me", "export", "--agent", "sanne"});
  INFO(mine.out);
  CHECK(mine.out.find("export turns") != std::string::npos);
  CHECK(mine.out.find("kwartaalcijfers") != std::string::npos);
  // A file that cannot be written says so, and leaves nothing.
  const CtlRan nowhere = run_always(service, {"export", "turns", "--out", service.folder().file("no/such/folder.csv")});
  CHECK(nowhere.exit == ctl::Exit::kFailed);
  CHECK(nowhere.err.find("cannot write") != std::string::npos);
}

std::size_t marks_in(const std::string& text) {
  std::size_t count = 0;
  for (std::size_t at = text.find(base::kUtf8Mark); at != std::string::npos; at = text.find(base::kUtf8Mark, at + 1))
    ++count;
  return count;
}

TEST_CASE("an export in CSV has one byte order mark, at the beginning of its file, also when it is appended",
          "[ctl][export]") {
  CtlService service;
  have_call(service);
  for (const char* what : {"calls", "turns", "sentiment", "prompts"}) {
    const CtlRan exported = run_always(service, {"export", what});
    CHECK(exported.out.starts_with("\xEF\xBB\xBF\""));
    CHECK(marks_in(exported.out) == 1);
    CHECK(marks_in(run_always(service, {"export", what, "--format", "jsonl"}).out) == 0);
  }
  const CtlRan behind = service.run({"export", "calls"}, "", "calls of last week\r\n");
  CHECK(marks_in(behind.out) == 0);
  CHECK(behind.out.starts_with("calls of last week\r\n\"call_id\""));
}

TEST_CASE("a CSV with a byte order mark is imported as one without: customers, surveys, and what was refused",
          "[ctl][export]") {
  CtlService service;
  const std::string mark(base::kUtf8Mark);
  const std::string file = service.folder().file("klanten.csv");
  std::ofstream(file, std::ios::binary) << mark
                                        << "\"Klantnummer\",Naam,Telefoon\r\nK1,Anna,0612345678\r\nK2,Bram,nee\r\n";
  const std::string back = service.folder().file("terug.csv");
  CHECK(service.run({"customers", "import", file, "--refused", back}).out ==
        "1 new, 0 changed, 0 the same, 1 rows refused\n");
  CHECK(marks_in(slurp(back)) == 1);
  const CtlRan again = service.run({"customers", "import", back});
  INFO(again.err);
  CHECK(again.err.find("Klantnummer → external_id") != std::string::npos);
  CHECK(again.out == "0 new, 0 changed, 0 the same, 1 rows refused\n");
  const CtlRan survey = service.run({"survey", "import", "-", "--csv"}, mark + "\"call_id\",ease\r\nc1,4\r\n");
  INFO(survey.err);
  CHECK(survey.out.find("1 answers stored, 0 lines refused") != std::string::npos);
}

TEST_CASE("a report says what was said, and draws it", "[ctl][report]") {
  CtlService service;
  have_call(service);
  const std::string picture = service.folder().file("plot.png");
  nlohmann::json row;
  const auto reported = [&] {
    const CtlRan report = service.run({"report", "sentiment", "--by", "queue", "--json", "--plot", picture});
    INFO(report.err);
    REQUIRE(report.exit == ctl::Exit::kOk);
    REQUIRE(report.lines().size() == 1);
    row = nlohmann::json::parse(report.lines()[0]);
  };
  // A report may be read just before what the call was of.
  CHECK(eventually([&] { return reported(), row["queue"] == "=Vaart,baan"; }));
  CHECK(row["turns"] == 2);
  CHECK(row["calls"] == 1);
  CHECK(std::filesystem::file_size(picture) > 1000);
  CHECK(service.run({"report", "experience", "--by", "total"}).exit == ctl::Exit::kOk);
  CHECK(service.run({"report", "cards"}).exit == ctl::Exit::kOk);
  CHECK(service.run({"report", "promises"}).exit == ctl::Exit::kOk);
}

TEST_CASE("a report is saved as the table that the console saves", "[ctl][report]") {
  CtlService service;
  have_call(service);
  const std::string file = service.folder().file("sentiment.csv");
  std::string told;
  const auto saved = [&] {
    std::filesystem::remove(file);
    const CtlRan ran = service.run({"report", "sentiment", "--by", "queue", "--out", file});
    INFO(ran.err);
    REQUIRE(ran.exit == ctl::Exit::kOk);
    told = ran.err;
    return slurp(file);
  };
  // A report may be read just before what the call was of, or before the call.
  CHECK(eventually([&] { return saved().find("Vaart,baan") != std::string::npos; }));
  CHECK(told.find("1 rows") != std::string::npos);
  CHECK(slurp(file).starts_with("\xEF\xBB\xBF\"queue\","));
  const std::string lines = service.folder().file("cards.jsonl");
  CHECK(service.run({"report", "cards", "--out", lines, "--format", "jsonl"}).exit == ctl::Exit::kOk);
  CHECK(std::filesystem::exists(lines));
  CHECK(service.run({"report", "cards", "--format", "jsonl"}).exit == ctl::Exit::kUsage);
  CHECK(service.run({"report", "cards", "--out", lines, "--json"}).exit == ctl::Exit::kUsage);
}

TEST_CASE("a CSV of customers is tried, imported, imported again, and refused rows come back", "[ctl][customers]") {
  CtlService service;
  const std::string file = service.folder().file("klanten.csv");
  std::ofstream(file, std::ios::binary) << "Klantnummer;Naam;Telefoon\r\n"
                                           "K1;Anna de Wit;06-12345678\r\n"
                                           "K2;Caf\xE9 Bram;bel maar\r\n"
                                           "K3;\"Ren\xE9; jr.\";+32 470 12 34 56\r\n";
  const CtlRan dry = service.run({"customers", "import", file, "--dry-run"});
  INFO(dry.err);
  CHECK(dry.exit == ctl::Exit::kFailed);
  CHECK(dry.out == "would be: 2 new, 0 changed, 0 the same, 1 rows refused\n");
  CHECK(dry.err.find("Windows-1252") != std::string::npos);
  CHECK(dry.err.find("Naam → name (guessed)") != std::string::npos);
  CHECK(dry.err.find(":3: \"Telefoon\" \"bel maar\" is not a phone number") != std::string::npos);
  CHECK(service.run({"customers", "show", "--id", "K1"}).exit == ctl::Exit::kFailed);
  const std::string back = service.folder().file("refused.csv");
  CHECK(service.run({"customers", "import", file, "--refused", back}).out ==
        "2 new, 0 changed, 0 the same, 1 rows refused\n");
  const auto refused = parsed(slurp(back));
  REQUIRE(refused.size() == 2);
  CHECK(slurp(back).starts_with(base::kUtf8Mark));
  CHECK(refused[1][1] == "Café Bram");
  CHECK(refused[1].size() == 4);
  CHECK(service.run({"customers", "import", file}).out == "0 new, 0 changed, 2 the same, 1 rows refused\n");
  CHECK(service.run({"customers", "show", "--id", "K3"}).out.find("René; jr.") != std::string::npos);
}

absl::TimeZone zone_named(const char* name) {
  absl::TimeZone zone;
  REQUIRE(absl::LoadTimeZone(name, &zone));
  return zone;
}

TEST_CASE("days of exports and of reports are those of the service's time zone, not of this machine's",
          "[ctl][export][report]") {
  // A whole day apart at every moment.
  const char* there = "Pacific/Kiritimati";
  const absl::TimeZone here = zone_named("Pacific/Honolulu");
  CtlService service([&](service_app::Config& config) { config.time_zone = there; }, here);
  have_call(service);
  const absl::Time now = absl::Now();
  const std::string theirs = absl::FormatTime("%Y-%m-%d", now, zone_named(there));
  const std::string ours = absl::FormatTime("%Y-%m-%d", now, here);
  REQUIRE(theirs != ours);
  const auto rows_on = [&](const std::string& day) {
    const CtlRan ran = service.run({"export", "turns", "--from", day, "--to", day});
    INFO(ran.err);
    CHECK(ran.exit == ctl::Exit::kOk);
    return parsed(ran.out).size() - 1;
  };
  CHECK(rows_on(theirs) == 3);
  CHECK(rows_on(ours) == 0);
  CHECK(parsed(service.run({"export", "turns"}).out).size() == 4);  // Today there.
  for (const std::vector<std::string>& rest : {std::vector<std::string>{}, {"--from", theirs, "--to", theirs}}) {
    std::vector<std::string> ask = {"report", "sentiment", "--json"};
    ask.insert(ask.end(), rest.begin(), rest.end());
    const CtlRan report = service.run(ask);
    INFO(report.err);
    REQUIRE(report.lines().size() == 1);
    CHECK(nlohmann::json::parse(report.lines()[0])["day"] == theirs);
  }
  CHECK(service.run({"report", "sentiment", "--json", "--from", ours, "--to", ours}).out.empty());
  const std::string file = service.folder().file("days.csv");
  REQUIRE(service.run({"report", "sentiment", "--out", file}).exit == ctl::Exit::kOk);
  CHECK(parsed(slurp(file)).at(1).front() == theirs);
}

TEST_CASE("no column and no id of an exported replay has its agent", "[ctl][export]") {
  CtlService service;
  const CtlRan played =
      service.run({"replay", AANDACHT_SOURCE_DIR "/tests/data/calls/calls.jsonl", "--instant", "--now", "--agent",
                   "agent-7f,agent-8e", "--only", "nl-telecom-01", "--only", "nl-energie-03"});
  INFO(played.err);
  REQUIRE(played.exit == ctl::Exit::kOk);
  for (const char* what : {"calls", "turns", "sentiment", "prompts"}) {
    for (const char* format : {"csv", "jsonl"}) {
      const CtlRan exported = run_always(service, {"export", what, "--format", format});
      INFO(what);
      CHECK(exported.out.find("agent-") == std::string::npos);
    }
  }
  CHECK(parsed(run_always(service, {"export", "turns"}).out).size() > 20);
}

}  // namespace
}  // namespace aandacht::test
