// A linear-chain conditional random field: labels the words of a line, each in the light of its neighbours.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"

namespace aandacht::classify {

/// What is known of each word of a line, as hashes, in the order of the words.
class TokenFeatures {
 public:
  /// The features added from now on are those of the next word.
  void begin_token() { begins_.push_back(hashes_.size()); }
  void add(std::uint32_t hash) { hashes_.push_back(hash); }

  void reserve(std::size_t tokens, std::size_t features) {
    begins_.reserve(tokens);
    hashes_.reserve(features);
  }

  [[nodiscard]] std::size_t size() const { return begins_.size(); }
  [[nodiscard]] std::span<const std::uint32_t> of(std::size_t token) const {
    const std::size_t end = token + 1 < begins_.size() ? begins_[token + 1] : hashes_.size();
    return std::span(hashes_).subspan(begins_[token], end - begins_[token]);
  }

 private:
  std::vector<std::uint32_t> hashes_;
  std::vector<std::size_t> begins_;
};

/// What a tagger is made of; plain values. With L labels:
struct TaggerParts {
  std::string name;     ///< "redaction".
  std::string version;  ///< "redaction-2026-11-22.1".
  std::vector<std::string> labels;
  int bucket_bits = 16;              ///< Features share 2^this buckets; 1 … 20.
  std::vector<std::int8_t> weights;  ///< [bucket * L + label], in units of the label's scale.
  std::vector<std::uint32_t>
      known;                       ///< [bucket]: bits of known_bit() of the features it learned; others weigh nothing.
  std::vector<float> scales;       ///< [label].
  std::vector<float> starts;       ///< [label]: of the first word.
  std::vector<float> transitions;  ///< [label * L + label of the next word].

  bool operator==(const TaggerParts&) const = default;
};

/// Which of the 32 bits of its bucket stands for a feature: a Bloom filter of one hash (Bloom, CACM 13, 1970).
[[nodiscard]] std::uint32_t known_bit(std::uint32_t hash, int bucket_bits);

/// Immutable; safe to use from any number of threads.
class Tagger {
 public:
  /// INVALID_ARGUMENT: sizes that do not fit each other, fewer than 2 or more than 32 labels, a number that is not
  /// finite, a start or transition beyond 50, a scale beyond 1e6.
  [[nodiscard]] static absl::StatusOr<Tagger> create(TaggerParts parts);

  /// What serialise() wrote. INVALID_ARGUMENT: anything else, and parts that create() refuses.
  [[nodiscard]] static absl::StatusOr<Tagger> parse(std::string_view bytes);

  /// The same, of bytes that are part of the program: they are not copied, so they must outlive the tagger and all that
  /// was copied from it, and their checksum is not read. Nearly no time, and no memory but what is used.
  [[nodiscard]] static absl::StatusOr<Tagger> over(std::string_view bytes);

  /// The same bytes on every machine.
  [[nodiscard]] std::string serialise() const;

  [[nodiscard]] TaggerParts parts() const;
  [[nodiscard]] std::size_t labels() const { return parts_.labels.size(); }

  /// How likely each label is for each word, given the whole line: [word * labels() + label], each word's together 1.
  /// By forward and backward sums (Lafferty, McCallum and Pereira, "Conditional random fields", ICML 2001). Linear in
  /// the features.
  [[nodiscard]] std::vector<float> probabilities(const TokenFeatures& line) const;

 private:
  explicit Tagger(TaggerParts parts);

  static absl::StatusOr<Tagger> over_body(std::string_view body, std::size_t size);
  [[nodiscard]] absl::Status check() const;

  TaggerParts parts_;  ///< Without the weights and what is known, which rows_ has.
  std::shared_ptr<const std::vector<std::int8_t>> own_rows_;  ///< None when they belong to somebody else.
  std::span<const std::int8_t> rows_;                         ///< Of each bucket.
  std::vector<float> steps_;                                  ///< exp(transitions).
};

/// Forward and backward sums over one line, for Tagger and its training. With L labels and n words:
///
/// \param scores  [n * L], of each word by itself
/// \param starts  [L], of 1 … 32 labels
/// \param steps   [L * L], exp of the transitions
struct ChainSums {
  ChainSums(std::span<const float> scores, std::span<const float> starts, std::span<const float> steps);

  std::vector<float> alone;     ///< [n * L], exp(score), each word's highest 1.
  std::vector<float> forward;   ///< [n * L], each word's together 1.
  std::vector<float> backward;  ///< [n * L], each word's together 1.
  std::vector<float> marginal;  ///< [n * L], each word's together 1.
};

}  // namespace aandacht::classify
