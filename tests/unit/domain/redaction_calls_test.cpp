// Calls and lines of other authors: what must be gone when the call is over.
#include <cctype>
#include <fstream>
#include <nlohmann/json.hpp>

#include "absl/strings/str_cat.h"
#include "shared/domain/redaction_conversation.h"
#include "tests/support/catch.h"

namespace aandacht::domain {
namespace {

using Ranges = std::vector<std::pair<std::size_t, std::size_t>>;  // Bytes.

struct Turn {
  Speaker speaker = Speaker::kCustomer;
  std::string text;
  Ranges private_parts;
};

// What each turn keeps hidden at the end of the call.
std::vector<std::vector<RedactedSpan>> heard(const std::vector<Turn>& call) {
  ConversationRedactor redactor;
  std::vector<std::vector<RedactedSpan>> spans;
  for (std::size_t i = 0; i < call.size(); ++i) {
    const auto result = redactor.hear(call[i].speaker, absl::StrCat(i), call[i].text);
    spans.push_back(result.redacted.spans);
    for (const LateRedaction& late : result.earlier) spans[std::stoul(late.utterance_id)] = late.redacted.spans;
  }
  return spans;
}

bool is_gone(const std::string& text, const std::vector<RedactedSpan>& spans, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) {
    bool hidden = std::isalnum(static_cast<unsigned char>(text[i])) == 0;
    for (const RedactedSpan& span : spans) hidden = hidden || (span.begin <= i && i < span.end);
    if (!hidden) return false;
  }
  return true;
}

Turn turn_of(const std::string& line) {
  Turn turn;
  turn.speaker = line[0] == 'A' ? Speaker::kAgent : Speaker::kCustomer;
  for (const char c : line.substr(2)) {
    if (c == '{') {
      turn.private_parts.emplace_back(turn.text.size(), turn.text.size());
    } else if (c == '}') {
      turn.private_parts.back().second = turn.text.size();
    } else {
      turn.text += c;
    }
  }
  return turn;
}

TEST_CASE("of calls everything in braces is gone in the end, and turns without braces stay", "[redaction]") {
  std::ifstream file(AANDACHT_SOURCE_DIR "/tests/data/redaction/calls.txt");
  std::vector<std::vector<Turn>> calls(1);
  for (std::string line; std::getline(file, line);) {
    if (line.empty()) {
      calls.emplace_back();
    } else {
      calls.back().push_back(turn_of(line));
    }
  }
  REQUIRE(calls.size() > 35);
  for (const std::vector<Turn>& call : calls) {
    const auto spans = heard(call);
    for (std::size_t i = 0; i < call.size(); ++i) {
      INFO(call[i].text);
      if (call[i].private_parts.empty()) CHECK(spans[i].empty());
      for (const auto& [begin, end] : call[i].private_parts) CHECK(is_gone(call[i].text, spans[i], begin, end));
    }
  }
}

std::size_t byte_of(const std::string& text, std::size_t code_point) {
  std::size_t byte = 0;
  for (; byte < text.size(); ++byte) {
    const bool begins = (static_cast<unsigned char>(text[byte]) & 0xC0U) != 0x80U;
    if (begins && code_point-- == 0) break;
  }
  return byte;
}

struct Share {
  std::size_t gone = 0;
  std::size_t wanted = 0;
  std::size_t touched = 0;  // Turns without anything private out of which something went.
  std::size_t quiet = 0;
};

// How much of what is private in an author's lines goes, and how many turns without any are touched.
Share share_gone(const std::string& name) {
  std::ifstream file(std::string(AANDACHT_SOURCE_DIR "/") + name);
  std::vector<std::pair<std::string, std::vector<Turn>>> calls;
  for (std::string line; std::getline(file, line);) {
    const auto row = nlohmann::json::parse(line);
    Turn turn;
    turn.speaker = row["speaker"] == "agent" ? Speaker::kAgent : Speaker::kCustomer;
    turn.text = row["text"];
    for (const auto& span : row["spans"]) {
      turn.private_parts.emplace_back(byte_of(turn.text, span["start"]), byte_of(turn.text, span["end"]));
    }
    const std::string id = row.value("call", "");
    if (id.empty() || calls.empty() || calls.back().first != id) calls.emplace_back(id, std::vector<Turn>());
    calls.back().second.push_back(turn);
  }
  Share share;
  for (const auto& [id, call] : calls) {
    const auto spans = heard(call);
    for (std::size_t i = 0; i < call.size(); ++i) {
      if (call[i].private_parts.empty()) {
        ++share.quiet;
        if (!spans[i].empty()) ++share.touched;
      }
      for (const auto& [begin, end] : call[i].private_parts) {
        ++share.wanted;
        if (is_gone(call[i].text, spans[i], begin, end)) ++share.gone;
      }
    }
  }
  return share;
}

constexpr char kLearned[] = "service/content/models/training/redaction-author";

TEST_CASE("of the lines that the redaction learned from nearly all that is private goes, and little else",
          "[redaction]") {
  for (const int author : {2, 9, 14, 22}) {
    const Share share = share_gone(kLearned + std::to_string(author) + ".jsonl");
    INFO("author " << author);
    REQUIRE(share.wanted >= 100);
    CHECK(static_cast<double>(share.gone) >= 0.97 * static_cast<double>(share.wanted));
    CHECK(static_cast<double>(share.touched) <= 0.02 * static_cast<double>(share.quiet));
  }
}

// Measured before they were read: .98 of 1,053, look-alikes 1.5 %. Floors against decay, with room for another model.
TEST_CASE("of lines that nothing was learned from most that is private goes, and hardly a look-alike", "[redaction]") {
  Share all;
  for (const char* author : {"75", "76", "77", "78", "84"}) {
    const Share share = share_gone(std::string("tests/data/reading/held-out/redaction-author") + author + ".jsonl");
    all.wanted += share.wanted;
    all.gone += share.gone;
    all.quiet += share.quiet;
    all.touched += share.touched;
  }
  REQUIRE(all.wanted >= 800);
  CHECK(static_cast<double>(all.gone) >= 0.98 * static_cast<double>(all.wanted));
  CHECK(static_cast<double>(all.touched) <= 0.02 * static_cast<double>(all.quiet));
}

}  // namespace
}  // namespace aandacht::domain
