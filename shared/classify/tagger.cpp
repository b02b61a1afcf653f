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

void make_one(std::span<float> values) {
  float sum = 0;
  for (const float value : values) sum += value;
  if (sum > 0) {
    for (float& value : values) value /= sum;
  } else {
    std::fill(values.begin(), values.end(), 1.0F / static_cast<float>(values.size()));
  }
}

// The weights of all features that are known, of the labels of the block that begins at label `first`.
std::array<int, kBlock> sums_of(std::span<const std::uint32_t> hashes, const std::int8_t* rows, std::size_t row,
                                std::size_t first, int bucket_bits) {
  std::array<int, kBlock> sums{};
  const auto row_at = [&](std::uint32_t hash) { return rows + bucket_of(hash, bucket_bits) * row; };
  for (std::size_t at = 0; at < hashes.size(); ++at) {
    if (at + kAhead < hashes.size()) __builtin_prefetch(row_at(hashes[at + kAhead]));
    const std::int8_t* own = row_at(hashes[at]);
    if ((known_in(own, row) & known_bit(hashes[at], bucket_bits)) == 0) continue;
    for (std::size_t l = 0; l < kBlock; ++l) sums[l] += own[first + l];
  }
  return sums;
}

}  // namespace

std::uint32_t known_bit(std::uint32_t hash, int bucket_bits) { return 1U << (bucket_of(hash, bucket_bits + 5) & 31U); }

namespace {

// Sums over a chain whose labels stand in rows of kLanes, the rest zero: loops of fixed length, which become vectors.
template <std::size_t kLanes>
class Chain {
 public:
  using Row = std::array<float, kLanes>;

  Chain(std::span<const float> steps, std::size_t labels) : labels_(labels) {
    for (std::size_t from = 0; from < labels; ++from) {
      for (std::size_t to = 0; to < labels; ++to) {
        onward_[from][to] = back_[to][from] = steps[from * labels + to];
      }
    }
  }

  // After a word whose sums are `before`.
  void go_on(const float* before, float* after) const {
    Row sums{};
    for (std::size_t from = 0; from < labels_; ++from) {
      for (std::size_t lane = 0; lane < kLanes; ++lane) sums[lane] += before[from] * onward_[from][lane];
    }
    std::copy_n(sums.begin(), labels_, after);
  }

  // Before a word whose sums are `after`, by itself `alone`.
  void go_back(const float* alone, const float* after, float* before) const {
    Row sums{};
    for (std::size_t to = 0; to < labels_; ++to) {
      for (std::size_t lane = 0; lane < kLanes; ++lane) sums[lane] += back_[to][lane] * alone[to] * after[to];
    }
    std::copy_n(sums.begin(), labels_, before);
  }

 private:
  std::size_t labels_;
  std::array<Row, kLanes> onward_{};  // [from][to]
  std::array<Row, kLanes> back_{};    // [to][from]
};

template <std::size_t kLanes>
void sum_chain(std::span<const float> starts, std::span<const float> steps, ChainSums& sums) {
  const std::size_t labels = starts.size();
  const std::size_t words = sums.alone.size() / labels;
  const Chain<kLanes> chain(steps, labels);
  for (std::size_t w = 0; w < words; ++w) {
    float* own = &sums.forward[w * labels];
    if (w == 0) {
      for (std::size_t l = 0; l < labels; ++l) own[l] = std::exp(starts[l]);
    } else {
      chain.go_on(own - labels, own);
    }
    for (std::size_t l = 0; l < labels; ++l) own[l] *= sums.alone[w * labels + l];
    make_one({own, labels});
  }
  for (std::size_t w = words; w-- > 0;) {
    float* own = &sums.backward[w * labels];
    if (w + 1 == words) {
      std::fill_n(own, labels, 1.0F);
    } else {
      chain.go_back(&sums.alone[(w + 1) * labels], own + labels, own);
    }
    make_one({own, labels});
    float* marginal = &sums.marginal[w * labels];
    for (std::size_t l = 0; l < labels; ++l) marginal[l] = sums.forward[w * labels + l] * own[l];
    make_one({marginal, labels});
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
      const std::array<int, kBlock> sums = sums_of(line.of(word), rows_.data(), row, first, parts_.bucket_bits);
      for (std::size_t l = first; l < count && l < first + kBlock; ++l) {
        scores[word * count + l] = static_cast<float>(sums[l - first]) * parts_.scales[l];
      }
    }
  }
  return ChainSums(scores, parts_.starts, steps_).marginal;
}

}  // namespace aandacht::classify
