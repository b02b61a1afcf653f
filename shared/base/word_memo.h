// What is known of the words that were said lately.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "shared/base/word_map.h"

namespace aandacht::base {

/// Most words of a turn were said in another turn not long ago (Zipf), so what depends on a word alone need not be
/// found again: a cache of one place a word (direct-mapped), in which it replaces the one before. Words of more than 15
/// bytes are not kept. Only for text that has been redacted, as its words stay after the call. One thread:
/// `thread_local WordMemo<Stem> memo`.
template <typename Value>
class WordMemo {
 public:
  /// What `make(word)` gives, now or lately. Until the next call.
  ///
  /// \param owner  of whom it is asked: the same number for the same answers only ("Dutch", a model's number)
  template <typename Make>
  [[nodiscard]] const Value& of(std::string_view word, std::uint64_t owner, const Make& make) {
    if (word.size() > WordKey::kLongest) return spare_ = make(word);
    const WordKey key = WordKey::of(word);
    Kept& kept = kept_[(key.hash() ^ owner) % kPlaces];
    if (kept.word != key || kept.owner != owner) {
      kept.value = make(word);
      kept.word = key;
      kept.owner = owner;
    }
    return kept.value;
  }

 private:
  static constexpr std::size_t kPlaces = 4096;

  struct Kept {
    WordKey word;
    std::uint64_t owner = 0;
    Value value{};
  };

  std::vector<Kept> kept_ = std::vector<Kept>(kPlaces);
  Value spare_{};
};

}  // namespace aandacht::base
