// Many wordings: written lines of many sectors, and generated ones.
#include <cctype>
#include <fstream>

#include "shared/domain/redaction.h"
#include "tests/support/catch.h"
#include "tests/support/generate_private.h"

namespace aandacht::domain {
namespace {

std::vector<std::string> lines_of(const std::string& name) {
  std::ifstream file(std::string(AANDACHT_SOURCE_DIR "/tests/data/redaction/") + name);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

// Letters and digits of bytes [begin, end) that no span covers.
std::string left_of(const std::string& text, const std::vector<RedactedSpan>& spans, std::size_t begin,
                    std::size_t end) {
  std::string left;
  for (std::size_t i = begin; i < end; ++i) {
    bool hidden = std::isalnum(static_cast<unsigned char>(text[i])) == 0;
    for (const RedactedSpan& span : spans) hidden = hidden || (span.begin <= i && i < span.end);
    if (!hidden) left += text[i];
  }
  return left;
}

TEST_CASE("of written lines of many sectors everything in braces goes", "[redaction]") {
  const std::vector<std::string> lines = lines_of("hidden.txt");
  REQUIRE(lines.size() > 300);
  for (const std::string& line : lines) {
    std::string text;
    std::vector<std::pair<std::size_t, std::size_t>> secrets;
    for (const char c : line) {
      if (c == '{') {
        secrets.emplace_back(text.size(), text.size());
      } else if (c == '}') {
        secrets.back().second = text.size();
      } else {
        text += c;
      }
    }
    const std::vector<RedactedSpan> spans = redact(text).spans;
    INFO(line << "\n" << redact(text).text);
    for (const auto& [begin, end] : secrets) CHECK(left_of(text, spans, begin, end).empty());
  }
}

TEST_CASE("look-alikes of many sectors stay", "[redaction]") {
  const std::vector<std::string> lines = lines_of("kept.txt");
  REQUIRE(lines.size() > 200);
  for (const std::string& line : lines) CHECK(redact(line).text == line);
}

using Make = test::GeneratePrivate::Line (test::GeneratePrivate::*)();

TEST_CASE("generated secrets of every kind go whole, and redacting again changes nothing", "[redaction]") {
  test::GeneratePrivate generate(20261122);
  for (const Make make :
       {&test::GeneratePrivate::card, &test::GeneratePrivate::card_code, &test::GeneratePrivate::citizen,
        &test::GeneratePrivate::phone, &test::GeneratePrivate::pin, &test::GeneratePrivate::postcode,
        &test::GeneratePrivate::birth_date, &test::GeneratePrivate::email}) {
    for (int i = 0; i < 500; ++i) {
      const auto line = (generate.*make)();
      const Redacted redacted = redact(line.text);
      INFO(line.text << "\n" << redacted.text);
      const std::size_t begin = line.text.find(line.secret);
      CHECK(left_of(line.text, redacted.spans, begin, begin + line.secret.size()).empty());
      CHECK(redact(redacted.text).text == redacted.text);
    }
  }
}

TEST_CASE("generated look-alikes stay", "[redaction]") {
  test::GeneratePrivate generate(4);
  for (int i = 0; i < 2000; ++i) {
    const auto line = generate.look_alike();
    CHECK(redact(line.text).text == line.text);
  }
}

}  // namespace
}  // namespace aandacht::domain
