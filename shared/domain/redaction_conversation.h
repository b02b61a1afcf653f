// Redacts one call: what was asked for, and numbers that are said in more than one turn.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "shared/classify/tagger.h"
#include "shared/domain/reading.h"
#include "shared/domain/redaction.h"
#include "shared/domain/redaction_payment.h"

namespace aandacht::domain {

namespace redaction {
class Expected;
class Lessons;
struct Situation;
struct Token;
}  // namespace redaction

/// An earlier turn that turned out to hold the first part of a number.
struct LateRedaction {
  std::string utterance_id;
  std::string before;  ///< Its text as it was given back first, or as last confirmed.
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
    Redacted redacted;  ///< This turn. Spans are of the repaired text, as redact()'s are.
    /// Oldest first; rewrite what was stored of them. What was told and not confirmed is told again.
    std::vector<LateRedaction> earlier;
  };

  /// With the tagger that the product has.
  ConversationRedactor();
  /// With another one, which must outlive this; nullptr: by the rules alone.
  explicit ConversationRedactor(const classify::Tagger* tagger) : tagger_(tagger) {}

  /// Redacts the next turn. A turn that is heard twice, by its id, gives what is hidden in it by now and changes
  /// nothing. Any bytes are taken. The text may have been redacted before, by a sender who keeps a conversation of its
  /// own.
  [[nodiscard]] Result hear(Speaker speaker, std::string_view utterance_id, std::string_view text);

  /// These were rewritten wherever they are kept. Those of turns that have more to hide by now stay unconfirmed.
  void confirm(const std::vector<LateRedaction>& rewritten);

  /// What its turns hold, about, in bytes.
  [[nodiscard]] std::size_t size() const;

 private:
  struct Turn {
    std::string id;
    Speaker speaker = Speaker::kCustomer;
    std::string text;  // As it was said; empty when it was too long.
    std::vector<RedactedSpan> spans;
    std::vector<RedactedSpan> confirmed = {};  // Of `spans`, those that were given first, or confirmed.
    // Whether a number or an address may go on behind it, or in it from a turn before.
    bool ends_open = false;
    bool ends_linked = false;  // "jan punt": anything may follow.
    bool begins_open = false;
    bool begins_with_sign = false;
    bool asks_for_another = false;  // What the other speaker says next is no part of what was said before.
  };
  /// The turns of one speaker that a number may run through, as one text.
  struct Joined {
    std::string text;
    std::vector<std::size_t> turns;   // Indices into turns_, oldest first.
    std::vector<std::size_t> begins;  // Of each in `text`, then of the new turn.
  };

  friend class redaction::Lessons;

  [[nodiscard]] redaction::Situation situation(Speaker speaker) const;
  using Tokens = std::vector<redaction::Token>;

  static void note_ends(Turn& turn, const Tokens& tokens);
  void remember(Turn turn, const Tokens& tokens);
  [[nodiscard]] bool says_when_card_expires(const Tokens& tokens) const;

  void redact_joined(Turn& turn);
  void redact_begun(const Turn& turn, const Tokens& tokens);
  static void hide(Turn& before, RedactedSpan span);
  [[nodiscard]] std::vector<LateRedaction> unconfirmed(std::string_view but) const;
  void redact_read_back(Turn& turn, const Tokens& tokens) const;
  void redact_words_read_back(Turn& turn, const Tokens& tokens, std::size_t oldest) const;
  void hide_read_back(Turn& turn, std::size_t oldest, const std::string& digits, SpanKind kind);
  [[nodiscard]] Joined join(const Turn& turn) const;
  void expect(const Turn& turn, const Tokens& tokens, const redaction::Expected& asked_as_said);

  const classify::Tagger* tagger_;
  std::deque<Turn> turns_;
  std::uint32_t expected_ = 0;  // Cues, one bit each; read while turns_left_ > 0.
  int turns_left_ = 0;
  redaction::PaymentStretch payment_;
  std::array<std::vector<std::uint32_t>, 2> words_;  // Hashes of what each speaker said last.
};

}  // namespace aandacht::domain
