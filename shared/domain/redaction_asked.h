// Inside redaction: what an utterance asks for, so that the next one may answer it.
#pragma once

#include <cstdint>

#include "shared/domain/redaction_token.h"

namespace aandacht::domain::redaction {

/// Kinds that somebody asked for, one bit for each Cue.
class Expected {
 public:
  void add(Cue cue) { bits_ |= bit(cue); }
  [[nodiscard]] bool has(Cue cue) const { return (bits_ & bit(cue)) != 0; }
  void remove(Cue cue) { bits_ &= ~bit(cue); }
  void add(Expected others) { bits_ |= others.bits_; }
  [[nodiscard]] bool empty() const { return bits_ == 0; }
  [[nodiscard]] std::uint32_t bits() const { return bits_; }
  static Expected from_bits(std::uint32_t bits) {
    Expected expected;
    expected.bits_ = bits;
    return expected;
  }
  /// Exactly this one.
  [[nodiscard]] bool only(Cue cue) const { return bits_ == bit(cue); }

 private:
  static std::uint32_t bit(Cue cue) { return 1U << static_cast<unsigned>(cue); }
  std::uint32_t bits_ = 0;
};

/// The kinds that an utterance names without giving them: what the next one may answer. Empty when it names none.
[[nodiscard]] Expected asked_in(const Tokens& tokens);

}  // namespace aandacht::domain::redaction
