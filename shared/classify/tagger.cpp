#include "shared/classify/tagger.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <utility>

#include "absl/status/status.h"
#include "shared/classify/features.h"
#include "shared/classify/model_bytes.h"

namespace aandacht::classify {
namespace {

constexpr std::string_view kMagic = "AANDTAG\n";
constexpr std::uint32_t kFormat = 3;  // 2 had the weights and what is known apart.
constexpr std::size_t kMostLabels = 32;
constexpr std::size_t kBlock = 16;  // Labels that are summed at once: a loop of fixed length, without branches.
constexpr std::size_t kAhead = 8;   // Features whose weights are on their way while one is added.

constexpr std::size_t kCacheLine = 64;  // A row is within one.
constexpr std::string_view kDoesNotFit = "the tagger's parts do not fit each other";

// More would overflow when it is taken as an exponent.
constexpr float kMost = 50;
constexpr float kMostScale = 1e6F;

bool all_within(const std::vector<float>& values, float most) {
  return std::all_of(values.begin(), values.end(),
                     [&](float value) { return std::isfinite(value) && std::abs(value) <= most; });
}

// Bytes of a bucket's row: its weights up to whole blocks, and at its end the bits of what it knows, so that both come
// with one line of the cache. What is added of the last bytes is no label's.
std::size_t row_of(std::size_t labels) { return (labels + sizeof(std::uint32_t) + kBlock - 1) / kBlock * kBlock; }

std::uint32_t known_in(const std::int8_t* row, std::size_t bytes) {
  std::uint32_t known = 0;
  std::memcpy(&known, row + bytes - sizeof(known), sizeof(known));
  return known;
}

}  // namespace

std::uint32_t known_bit(std::uint32_t hash, int bucket_bits) { return 1U << (bucket_of(hash, bucket_bits + 5) & 31U); }

namespace {

// The weights of all features that are known, of the labels of the block that begins at label `first`. Sums of so many
// bytes fit into sixteen bits, of which twice as many are added at once as of thirty-two.
constexpr std::size_t kFitShort = 256;

// kRow: bytes of a row, for places that are told by a shift; 0: `any_row`.
template <std::size_t kRow>
std::array<std::int32_t, kBlock> sums_of(std::span<const std::uint32_t> hashes, const std::int8_t* rows,
                                         std::size_t any_row, std::size_t first, int bucket_bits) {
  const std::size_t row = kRow == 0 ? any_row : kRow;
  std::array<std::int32_t, kBlock> sums{};
  const auto row_at = [&](std::uint32_t hash) { return rows + bucket_of(hash, bucket_bits) * row; };
  for (std::size_t at = 0; at < hashes.size();) {
    std::array<std::int16_t, kBlock> few{};
    for (const std::size_t end = std::min(hashes.size(), at + kFitShort); at < end; ++at) {
      if (at + kAhead < hashes.size()) __builtin_prefetch(row_at(hashes[at + kAhead]));
      const std::int8_t* own = row_at(hashes[at]);
      // All bits of a weight or none: which features are known cannot be foretold by a branch.
      const auto mask =
          static_cast<std::int8_t>((known_in(own, row) & known_bit(hashes[at], bucket_bits)) != 0 ? -1 : 0);
      for (std::size_t l = 0; l < kBlock; ++l) few[l] = static_cast<std::int16_t>(few[l] + (own[first + l] & mask));
    }
    for (std::size_t l = 0; l < kBlock; ++l) sums[l] += few[l];
  }
  return sums;
}

// Numbers of the labels in a row of kLanes, the rest zero: loops of fixed length, which become vectors.
template <std::size_t kLanes>
using Row = std::array<float, kLanes>;

template <std::size_t kLanes>
Row<kLanes> row_at(const float* values, std::size_t labels) {
  Row<kLanes> row{};
  std::copy_n(values, labels, row.begin());
  return row;
}

template <std::size_t kLanes>
void multiply(Row<kLanes>& row, const Row<kLanes>& by) {
  for (std::size_t lane = 0; lane < kLanes; ++lane) row[lane] *= by[lane];
}

// Makes the labels' numbers together 1.
template <std::size_t kLanes>
void make_one(Row<kLanes>& row, std::size_t labels) {
  std::array<float, 4> sums{};  // Four at once, as each addition waits for the one before it.
  for (std::size_t lane = 0; lane < kLanes; ++lane) sums[lane % 4] += row[lane];
  const float sum = (sums[0] + sums[2]) + (sums[1] + sums[3]);
  if (sum > 0) {
    for (float& value : row) value /= sum;
  } else {
    std::fill_n(row.begin(), labels, 1.0F / static_cast<float>(labels));
  }
}

// How sums go on from word to word.
template <std::size_t kLanes>
class Chain {
 public:
  Chain(std::span<const float> steps, std::size_t labels) : labels_(labels) {
    for (std::size_t from = 0; from < labels; ++from) {
      for (std::size_t to = 0; to < labels; ++to) onward_[from][to] = back_[to][from] = steps[from * labels + to];
    }
  }

  // After a word whose sums are `before`.
  [[nodiscard]] Row<kLanes> go_on(const Row<kLanes>& before) const { return together(onward_, before); }

  // Before a word whose sums, its own included, are `after`.
  [[nodiscard]] Row<kLanes> go_back(const Row<kLanes>& after) const { return together(back_, after); }

 private:
  Row<kLanes> together(const std::array<Row<kLanes>, kLanes>& steps, const Row<kLanes>& weights) const {
    Row<kLanes> sums{};
    for (std::size_t label = 0; label < labels_; ++label) {
      for (std::size_t lane = 0; lane < kLanes; ++lane) sums[lane] += weights[label] * steps[label][lane];
    }
    return sums;
  }

  std::size_t labels_;
  std::array<Row<kLanes>, kLanes> onward_{};  // [from][to]
  std::array<Row<kLanes>, kLanes> back_{};    // [to][from]
};

template <std::size_t kLanes>
void sum_chain(std::span<const float> starts, std::span<const float> steps, ChainSums& sums) {
  const std::size_t labels = starts.size();
  const std::size_t words = sums.alone.size() / labels;
  const Chain<kLanes> chain(steps, labels);
  Row<kLanes> own{};
  for (std::size_t l = 0; l < labels; ++l) own[l] = std::exp(starts[l]);
  for (std::size_t w = 0; w < words; ++w) {
    if (w > 0) own = chain.go_on(own);
    multiply(own, row_at<kLanes>(&sums.alone[w * labels], labels));
    make_one(own, labels);
    std::copy_n(own.begin(), labels, &sums.forward[w * labels]);
  }
  own = {};
  std::fill_n(own.begin(), labels, 1.0F);
  for (std::size_t w = words; w-- > 0;) {
    if (w + 1 < words) {
      multiply(own, row_at<kLanes>(&sums.alone[(w + 1) * labels], labels));
      own = chain.go_back(own);
    }
    make_one(own, labels);
    std::copy_n(own.begin(), labels, &sums.backward[w * labels]);
    Row<kLanes> both = own;
    multiply(both, row_at<kLanes>(&sums.forward[w * labels], labels));
    make_one(both, labels);
    std::copy_n(both.begin(), labels, &sums.marginal[w * labels]);
  }
}

}  // namespace

ChainSums::ChainSums(std::span<const float> scores, std::span<const float> starts, std::span<const float> steps)
    : alone(scores.size()), forward(scores.size()), backward(scores.size()), marginal(scores.size()) {
  const std::size_t labels = starts.size();
  for (std::size_t begin = 0; begin < scores.size(); begin += labels) {
    const std::span<const float> own = scores.subspan(begin, labels);
    const float highest = *std::max_element(own.begin(), own.end());
    for (std::size_t l = 0; l < labels; ++l) alone[begin + l] = std::exp(own[l] - highest);
  }
  if (labels <= kBlock) {
    sum_chain<kBlock>(starts, steps, *this);
  } else {
    sum_chain<kMostLabels>(starts, steps, *this);
  }
}

Tagger::Tagger(TaggerParts parts) : parts_(std::move(parts)) {
  for (const float value : parts_.transitions) steps_.push_back(std::exp(value));
}

TaggerParts Tagger::parts() const {
  TaggerParts parts = parts_;
  const std::size_t row = row_of(labels());
  parts.weights.reserve(rows_.size() / row * labels());
  parts.known.reserve(rows_.size() / row);
  for (std::size_t begin = 0; begin < rows_.size(); begin += row) {
    const std::int8_t* own = &rows_[begin];
    parts.weights.insert(parts.weights.end(), own, own + labels());
    parts.known.push_back(known_in(own, row));
  }
  return parts;
}

absl::Status Tagger::check() const {
  if (labels() < 2 || labels() > kMostLabels) return absl::InvalidArgumentError("a tagger has 2 to 32 labels");
  if (parts_.bucket_bits < 1 || parts_.bucket_bits > 20) {
    return absl::InvalidArgumentError("a tagger has 2^1 to 2^20 buckets");
  }
  if (parts_.scales.size() != labels() || parts_.starts.size() != labels() ||
      parts_.transitions.size() != labels() * labels()) {
    return absl::InvalidArgumentError(std::string(kDoesNotFit));
  }
  if (!all_within(parts_.scales, kMostScale) || !all_within(parts_.starts, kMost) ||
      !all_within(parts_.transitions, kMost)) {
    return absl::InvalidArgumentError("the tagger has a number that is too large, or none");
  }
  return absl::OkStatus();
}

absl::StatusOr<Tagger> Tagger::create(TaggerParts parts) {
  const std::vector<std::int8_t> weights = std::exchange(parts.weights, {});
  const std::vector<std::uint32_t> known = std::exchange(parts.known, {});
  Tagger tagger(std::move(parts));
  if (absl::Status status = tagger.check(); !status.ok()) return status;
  const std::size_t labels = tagger.labels();
  const std::size_t buckets = std::size_t{1} << static_cast<unsigned>(tagger.parts_.bucket_bits);
  if (weights.size() != labels * buckets || known.size() != buckets) {
    return absl::InvalidArgumentError(std::string(kDoesNotFit));
  }
  const std::size_t row = row_of(labels);
  auto rows = std::make_shared<std::vector<std::int8_t>>(buckets * row);
  for (std::size_t bucket = 0; bucket < buckets; ++bucket) {
    std::int8_t* own = rows->data() + bucket * row;
    std::memcpy(own, &weights[bucket * labels], labels);
    std::memcpy(own + row - sizeof(std::uint32_t), &known[bucket], sizeof(std::uint32_t));
  }
  tagger.own_rows_ = std::move(rows);
  tagger.rows_ = *tagger.own_rows_;
  return tagger;
}

std::string Tagger::serialise() const {
  ModelWriter body;
  body.text(parts_.name);
  body.text(parts_.version);
  body.texts(parts_.labels);
  body.integer(parts_.bucket_bits);
  body.reals(parts_.scales);
  body.reals(parts_.starts);
  body.reals(parts_.transitions);
  body.align(kCacheLine);
  body.plain(rows_);
  return sealed_model(kMagic, kFormat, body.bytes());
}

absl::StatusOr<Tagger> Tagger::over_body(std::string_view body, std::size_t size) {
  ModelSource source(body);
  TaggerParts parts;
  parts.name = source.text();
  parts.version = source.text();
  parts.labels = source.texts();
  parts.bucket_bits = source.integer();
  parts.scales = source.reals();
  parts.starts = source.reals();
  parts.transitions = source.reals();
  source.align(kCacheLine, size);
  const std::string_view rows = source.plain();
  if (!source.ok()) return absl::InvalidArgumentError("the model file is damaged: its parts do not fit");
  Tagger tagger(std::move(parts));
  if (absl::Status status = tagger.check(); !status.ok()) return status;
  if (rows.size() != row_of(tagger.labels()) << static_cast<unsigned>(tagger.parts_.bucket_bits)) {
    return absl::InvalidArgumentError(std::string(kDoesNotFit));
  }
  tagger.rows_ = {reinterpret_cast<const std::int8_t*>(rows.data()), rows.size()};
  return tagger;
}

absl::StatusOr<Tagger> Tagger::over(std::string_view bytes) {
  const absl::StatusOr<std::string_view> body = trusted_model(kMagic, kFormat, bytes);
  return body.ok() ? over_body(*body, bytes.size()) : body.status();
}

absl::StatusOr<Tagger> Tagger::parse(std::string_view bytes) {
  const absl::StatusOr<std::string_view> body = open_model(kMagic, kFormat, bytes);
  if (!body.ok()) return body.status();
  absl::StatusOr<Tagger> tagger = over_body(*body, bytes.size());
  if (!tagger.ok()) return tagger;
  tagger->own_rows_ = std::make_shared<std::vector<std::int8_t>>(tagger->rows_.begin(), tagger->rows_.end());
  tagger->rows_ = *tagger->own_rows_;
  return tagger;
}

std::vector<float> Tagger::probabilities(const TokenFeatures& line) const {
  const std::size_t count = labels();
  if (line.size() == 0) return {};
  const std::size_t row = row_of(count);
  std::vector<float> scores(line.size() * count);
  for (std::size_t word = 0; word < line.size(); ++word) {
    for (std::size_t first = 0; first < count; first += kBlock) {
      const std::array<std::int32_t, kBlock> sums =
          row == kBlock ? sums_of<kBlock>(line.of(word), rows_.data(), row, first, parts_.bucket_bits)
                        : sums_of<0>(line.of(word), rows_.data(), row, first, parts_.bucket_bits);
      for (std::size_t l = first; l < count && l < first + kBlock; ++l) {
        scores[word * count + l] = static_cast<float>(sums[l - first]) * parts_.scales[l];
      }
    }
  }
  return ChainSums(scores, parts_.starts, steps_).marginal;
}

}  // namespace aandacht::classify
