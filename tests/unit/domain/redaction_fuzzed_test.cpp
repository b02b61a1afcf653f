// What the fuzzer kept: texts that nobody would think of.
#include <filesystem>
#include <fstream>
#include <iterator>

#include "shared/base/utf8.h"
#include "shared/domain/redaction.h"
#include "tests/support/catch.h"

namespace aandacht::domain {
namespace {

TEST_CASE("every text the fuzzer kept is hidden in spans that are in order and apart", "[redaction]") {
  int texts = 0;
  for (const auto& entry : std::filesystem::directory_iterator(AANDACHT_SOURCE_DIR "/tests/fuzz/corpus/redact")) {
    INFO(entry.path().filename());
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string said = base::to_valid_utf8(std::string{std::istreambuf_iterator<char>(file), {}});
    const Redacted redacted = redact(said);
    std::string rebuilt;
    std::size_t at = 0;
    for (const RedactedSpan& span : redacted.spans) {
      REQUIRE(span.begin >= at);
      REQUIRE(span.begin < span.end);
      REQUIRE(span.end <= said.size());
      rebuilt += said.substr(at, span.begin - at) + std::string(placeholder(span.kind));
      at = span.end;
    }
    CHECK(rebuilt + said.substr(at) == redacted.text);
    CHECK(redact(redacted.text).text == redacted.text);
    ++texts;
  }
  CHECK(texts > 100);
}

}  // namespace
}  // namespace aandacht::domain
