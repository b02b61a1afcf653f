// A finite phrase of a cue list, parsed: what stands for many expressions is kept as it is written.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"

namespace aandacht::domain {

inline constexpr char kSomeLetters = '\x03';  ///< What "\S+" is parsed to: at least one letter.

struct CuePiece;
using CueSequence = std::vector<CuePiece>;
using CueChoice = std::vector<CueSequence>;  ///< One of these.

/// Letters, or one of several sequences, `least` … `most` times after each other.
struct CuePiece {
  /// kAnyLetters or kSomeLetters among them stand for any; spaces part words. Empty: `choices` counts.
  std::string letters;
  CueChoice choices;
  int least = 1;
  int most = 1;
};

/// INVALID_ARGUMENT: as CueWords::create(), but for what an expression begins with.
[[nodiscard]] absl::StatusOr<CueChoice> parse_finite(std::string_view phrase);

/// The same phrase with its pieces from the last to the first; the letters of a piece stay as they are.
[[nodiscard]] CueChoice backwards(CueChoice phrase);

/// Goes through a phrase with a set of states. `feed(letters, states)` moves each state over the letters; `merge(from,
/// into)` adds states to others.
template <typename States, typename Feed, typename Merge>
States walk_finite(const CueChoice& choice, const States& begin, const Feed& feed, const Merge& merge) {
  const auto once = [&](const CuePiece& piece, States states) {
    if (!piece.choices.empty()) return walk_finite(piece.choices, states, feed, merge);
    feed(piece.letters, states);
    return states;
  };
  States all{};
  for (const CueSequence& sequence : choice) {
    States states = begin;
    for (const CuePiece& piece : sequence) {
      if (piece.least == 1 && piece.most == 1) {
        states = once(piece, std::move(states));
        continue;
      }
      States after{};
      for (int times = 0; times <= piece.most; ++times) {
        if (times >= piece.least) merge(states, after);
        if (times < piece.most) states = once(piece, std::move(states));
      }
      states = std::move(after);
    }
    if (choice.size() == 1) return states;
    merge(states, all);
  }
  return all;
}

}  // namespace aandacht::domain
