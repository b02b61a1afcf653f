// redact(): idempotent, spans in order and in range, well-formed text. In a conversation too nothing breaks.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "shared/base/utf8.h"
#include "shared/domain/redaction.h"
#include "shared/domain/redaction_conversation.h"
#include "tests/fuzz/require.h"

using namespace aandacht;
using fuzz::require;

namespace {

void check(const domain::Redacted& redacted, std::string_view repaired) {
  require(base::is_valid_utf8(redacted.text), "the text is well-formed");
  std::string rebuilt;
  std::size_t at = 0;
  for (const domain::RedactedSpan& span : redacted.spans) {
    require(span.begin >= at && span.begin < span.end && span.end <= repaired.size(),
            "spans are in order and in range");
    rebuilt += repaired.substr(at, span.begin - at);
    rebuilt += domain::placeholder(span.kind);
    at = span.end;
  }
  rebuilt += repaired.substr(at);
  require(rebuilt == redacted.text, "the spans make the text");
}

// Each line is a turn of the other speaker.
void check_conversation(std::string_view text) {
  domain::ConversationRedactor redactor;
  int turn = 0;
  while (turn < 12) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string said = base::to_valid_utf8(text.substr(0, end));
    const auto speaker = turn % 2 == 0 ? domain::Speaker::kAgent : domain::Speaker::kCustomer;
    const auto result = redactor.hear(speaker, std::to_string(turn++), said);
    check(result.redacted, said);
    for (const domain::LateRedaction& late : result.earlier) {
      require(base::is_valid_utf8(late.redacted.text), "a late text is well-formed");
    }
    if (end == text.size()) return;
    text.remove_prefix(end + 1);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const domain::Redacted once = domain::redact(text);
  check(once, base::to_valid_utf8(text));
  const domain::Redacted twice = domain::redact(once.text);
  require(twice.text == once.text && twice.spans.empty(), "redacting twice changes nothing");
  check_conversation(text);
  return 0;
}
