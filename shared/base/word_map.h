// A table of words that is asked for every word of every turn.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"

namespace aandacht::base {

static_assert(std::endian::native == std::endian::little, "a key's bytes are the word's");

/// A word of at most kLongest bytes as two numbers, which are compared and hashed at once; no two words have the same.
struct WordKey {
  static constexpr std::size_t kLongest = 15;

  std::uint64_t low = 0;
  std::uint64_t high = 0;  ///< Its last byte is the word's size and 1, so no word has 0.

  bool operator==(const WordKey&) const = default;

  [[nodiscard]] static WordKey of(std::string_view word) {
    WordKey key;
    if (word.size() >= 8) {  // Loads that overlap: no loop over bytes.
      key.low = load<std::uint64_t>(word.data());
      const std::uint64_t rest = load<std::uint64_t>(word.data() + word.size() - 8);
      key.high = word.size() == 8 ? 0 : rest >> (16 - word.size()) * 8;
    } else if (word.size() >= 4) {
      const std::uint64_t rest = load<std::uint32_t>(word.data() + word.size() - 4);
      key.low = load<std::uint32_t>(word.data()) | rest << (word.size() - 4) * 8;
    } else if (!word.empty()) {
      const auto byte = [&](std::size_t i) { return std::uint64_t{static_cast<unsigned char>(word[i])} << i * 8; };
      key.low = byte(0) | byte(word.size() / 2) | byte(word.size() - 1);
    }
    key.high |= std::uint64_t{word.size() + 1} << 56U;
    return key;
  }

  /// Points into this.
  [[nodiscard]] std::string_view text() const {
    return {reinterpret_cast<const char*>(this), static_cast<std::size_t>(high >> 56U) - 1};
  }

  /// Both halves multiplied and folded, as in wyhash (Wang Yi, 2019).
  [[nodiscard]] std::uint64_t hash() const {
    const auto product = static_cast<unsigned __int128>(low ^ 0xa0761d6478bd642fU) * (high ^ 0xe7037ed1a0b428dbU);
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64U);
  }

 private:
  template <typename Number>
  static Number load(const char* from) {
    Number number;
    std::memcpy(&number, from, sizeof number);
    return number;
  }
};

/// Made once, then asked from any number of threads. Words of up to 15 bytes, which nearly all are, stand in one array
/// beside their values (linear probing, at most half full): one multiplication, mostly one cache line and no call.
/// Longer ones stand in absl's map. See docs/adr/0013-words-are-looked-up-as-two-numbers.md.
template <typename Value>
class WordMap {
 public:
  WordMap() = default;
  WordMap(std::initializer_list<std::pair<std::string_view, Value>> entries) {
    for (const auto& [word, value] : entries) (*this)[word] = value;
  }

  /// The value of `word`, made when there is none. Until the next that is made.
  Value& operator[](std::string_view word) {
    if (word.size() > WordKey::kLongest) return long_[std::string(word)];
    if ((short_ + 1) * 2 > places_.size()) grow();
    Place& place = places_[place_of(WordKey::of(word))];
    if (place.key == WordKey()) {
      place.key = WordKey::of(word);
      ++short_;
    }
    return place.value;
  }

  /// Makes it with `value`; one that it has stays.
  void try_emplace(std::string_view word, Value value) {
    if (!contains(word)) (*this)[word] = std::move(value);
  }

  void reserve(std::size_t words) {
    while (places_.size() < words * 2) grow();
  }

  /// Its value, or nullptr.
  [[nodiscard]] const Value* find(std::string_view word) const {
    if (word.size() > WordKey::kLongest) [[unlikely]] {
      const auto found = long_.find(absl::string_view(word.data(), word.size()));
      return found == long_.end() ? nullptr : &found->second;
    }
    if (short_ == 0) return nullptr;
    const WordKey key = WordKey::of(word);
    for (std::size_t at = key.hash() & mask_;; at = (at + 1) & mask_) {
      const Place& place = places_[at];
      if (place.key == key) return &place.value;
      if (place.key.high == 0) return nullptr;
    }
  }
  [[nodiscard]] Value* find(std::string_view word) {
    return const_cast<Value*>(std::as_const(*this).find(word));  // NOLINT(cppcoreguidelines-pro-type-const-cast)
  }

  [[nodiscard]] bool contains(std::string_view word) const { return find(word) != nullptr; }

  /// `visit(std::string_view word, Value& value)` of each, in no order.
  template <typename Visit>
  void for_each(const Visit& visit) {
    for (Place& place : places_) {
      if (place.key.high != 0) visit(place.key.text(), place.value);
    }
    for (auto& [word, value] : long_) visit(std::string_view(word), value);
  }
  template <typename Visit>
  void for_each(const Visit& visit) const {
    for (const Place& place : places_) {
      if (place.key.high != 0) visit(place.key.text(), place.value);
    }
    for (const auto& [word, value] : long_) visit(std::string_view(word), value);
  }

  [[nodiscard]] bool empty() const { return size() == 0; }
  [[nodiscard]] std::size_t size() const { return short_ + long_.size(); }

 private:
  struct Place {
    WordKey key;
    Value value{};
  };

  // Where the word is, or would be.
  [[nodiscard]] std::size_t place_of(const WordKey& key) const {
    std::size_t at = key.hash() & mask_;
    while (places_[at].key.high != 0 && places_[at].key != key) at = (at + 1) & mask_;
    return at;
  }

  void grow() {
    std::vector<Place> before = std::exchange(places_, std::vector<Place>(places_.empty() ? 8 : places_.size() * 2));
    mask_ = places_.size() - 1;
    for (Place& place : before) {
      if (place.key.high != 0) places_[place_of(place.key)] = std::move(place);
    }
  }

  std::vector<Place> places_;  // As many as a power of two.
  std::size_t mask_ = 0;       // One less.
  std::size_t short_ = 0;
  absl::flat_hash_map<std::string, Value> long_;
};

/// The same without values.
class WordSet {
 public:
  WordSet() = default;
  WordSet(std::initializer_list<std::string_view> words) {
    for (const std::string_view word : words) insert(word);
  }
  explicit WordSet(std::span<const std::string_view> words) {
    for (const std::string_view word : words) insert(word);
  }
  void insert(std::string_view word) { words_[word]; }
  [[nodiscard]] bool contains(std::string_view word) const { return words_.contains(word); }
  [[nodiscard]] std::size_t size() const { return words_.size(); }

 private:
  struct Nothing {};
  WordMap<Nothing> words_;
};

}  // namespace aandacht::base
