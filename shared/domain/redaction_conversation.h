// Redacts a conversation: what was asked for, and numbers that are said in more than one turn.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <list>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "shared/domain/reading.h"
#include "shared/domain/redaction.h"

namespace aandacht::domain {

/// An earlier turn that turned out to hold the first part of a number.
struct LateRedaction {
  std::string utterance_id;
  std::string before;  ///< Its text as it was given back until now.
  Redacted redacted;   ///< The whole turn as it must be kept from now on.

  bool operator==(const LateRedaction& other) const {
    return utterance_id == other.utterance_id && redacted.text == other.redacted.text;
  }
};

/// One call's redaction: redact() plus what the conversation has shown.
///
/// An answer is known by its question ("wat is uw geboortedatum?"), a number that a speaker goes on with in the next
/// turn is hidden whole, and so is one that the other reads back. Holds the last turns as they were said, at most
/// kMostTurns of kLongestTurn bytes, in memory only; begins with nothing after a restart, so that a number split
/// exactly there may be missed. A value; not for several threads at once.
class ConversationRedactor {
 public:
  static constexpr std::size_t kMostTurns = 8;
  static constexpr std::size_t kLongestTurn = 1024;  ///< Longer turns are redacted by themselves.

  struct Result {
    Redacted redacted;                   ///< This turn. Spans are of the repaired text, as redact()'s are.
    std::vector<LateRedaction> earlier;  ///< Oldest first; rewrite what was stored of them.
  };

  /// Redacts the next turn. A turn that is heard twice, by its id, gives the same result and changes nothing. Any
  /// bytes are taken. The text may have been redacted before, by a sender who keeps a conversation of its own.
  [[nodiscard]] Result hear(Speaker speaker, std::string_view utterance_id, std::string_view text);

 private:
  struct Turn {
    std::string id;
    Speaker speaker = Speaker::kCustomer;
    std::string text;  // As it was said; empty when it was too long.
    std::vector<RedactedSpan> spans;
    std::vector<LateRedaction> earlier = {};  // What hearing it showed of turns before.
    // Whether a number or an address may go on behind it, or in it from a turn before.
    bool ends_open = false;
    bool ends_linked = false;  // "jan punt": anything may follow.
    bool begins_open = false;
    bool begins_with_sign = false;
  };
  struct Joined;

  void redact_joined(Turn& turn);
  void redact_begun(Turn& turn);
  static void hide(Turn& before, RedactedSpan span, std::vector<LateRedaction>& earlier);
  void redact_read_back(Turn& turn) const;
  void hide_read_back(Turn& turn, std::size_t oldest, const std::string& digits, SpanKind kind);
  [[nodiscard]] Joined join(const Turn& turn) const;
  void expect(const Turn& turn);

  std::deque<Turn> turns_;
  std::uint32_t expected_ = 0;  // Cues, one bit each; read while turns_left_ > 0.
  int turns_left_ = 0;
};

/// The redactors of all calls that go on, at most `most`: the one that was silent longest makes room. Safe to use from
/// any thread; turns of one call must come one after the other.
class ConversationRedactors {
 public:
  explicit ConversationRedactors(std::size_t most = 1024) : most_(most) {}

  [[nodiscard]] ConversationRedactor::Result hear(const std::string& call_id, Speaker speaker,
                                                  std::string_view utterance_id, std::string_view text);

 private:
  using Calls = std::list<std::pair<std::string, ConversationRedactor>>;

  const std::size_t most_;
  std::mutex mutex_;
  Calls calls_;  // Heard last first.
  std::unordered_map<std::string, Calls::iterator> by_id_;
};

}  // namespace aandacht::domain
