#include "client/ctl/transcript_line.h"

#include <sstream>

#include "client/ctl/line_reader.h"
#include "tests/support/catch.h"

namespace aandacht::ctl {
namespace {

const absl::Time kStart = absl::FromUnixSeconds(1'800'000'000);

absl::StatusOr<net::Utterance> parse(const std::string& line) {
  return parse_transcript_line(line, {.call_id = "c", .language = "nl", .start = kStart, .id = "run-1"});
}

TEST_CASE("a transcript line says only what it must; the rest is the stream's", "[transcript_line]") {
  const auto utterance = parse(R"({"speaker": "customer", "text": "hallo"})");
  REQUIRE(utterance.ok());
  CHECK(utterance->id == "run-1");
  CHECK(utterance->call_id == "c");
  CHECK(utterance->language == "nl");
  CHECK(utterance->said == absl::InfinitePast());
}

TEST_CASE("a transcript line may say its id, language and time", "[transcript_line]") {
  CHECK(parse(R"({"speaker": "agent", "text": "x", "id": "u7", "lang": "en"})")->id == "u7");
  CHECK(parse(R"({"speaker": "agent", "text": "x", "lang": "en"})")->language == "en");
  CHECK(parse(R"({"speaker": "agent", "text": "x", "at_ms": 1500})")->said == kStart + absl::Milliseconds(1500));
  CHECK(parse(R"({"speaker": "agent", "text": "x", "at": "2027-01-15T09:00:00+01:00"})")->said == kStart);
}

TEST_CASE("a transcript line that is wrong or too long says why", "[transcript_line]") {
  CHECK(parse(R"({"text": "x"})").status().message() == "`speaker` is missing or empty");
  CHECK(parse(R"({"speaker": "agent"})").status().message() == "`text` is missing or empty");
  CHECK(parse(R"({"speaker": "agent", "text": "x", "at": "noon"})").status().message() ==
        "`at` must be a moment such as 2026-11-17T10:00:00+01:00");
  const auto long_one = parse(R"({"speaker": "agent", "text": ")" + std::string(16'385, 'a') + R"("})");
  CHECK(long_one.status().message() == "`text` is 16385 bytes: split a turn over 16384 bytes into several");
}

TEST_CASE("lines are counted with the blank ones and come without their ends", "[line_reader]") {
  std::istringstream in("one\r\n\n  \ntwo\nthree");
  LineReader lines(in);
  REQUIRE(lines.next());
  CHECK(lines.line() == "one");
  REQUIRE(lines.next());
  CHECK(lines.line() == "two");
  CHECK(lines.number() == 4);
  REQUIRE(lines.next());
  CHECK(lines.line() == "three");
  CHECK_FALSE(lines.next());
}

TEST_CASE("a line that is too long is skipped to its end", "[line_reader]") {
  std::istringstream in("12345\n" + std::string(1000, 'x') + "\nabc\n");
  LineReader lines(in, 5);
  REQUIRE(lines.next());
  CHECK(lines.line() == "12345");
  CHECK_FALSE(lines.too_long());
  REQUIRE(lines.next());
  CHECK(lines.too_long());
  CHECK(lines.line().empty());
  REQUIRE(lines.next());
  CHECK(lines.line() == "abc");
}

}  // namespace
}  // namespace aandacht::ctl
