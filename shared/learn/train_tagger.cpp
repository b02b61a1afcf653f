#include "shared/learn/train_tagger.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "shared/classify/features.h"

namespace aandacht::learn {
namespace {

constexpr float kSmoothing = 1e-4F;

/// Weights with the sum of the squares of their gradients.
class AdaGrad {
 public:
  AdaGrad(std::size_t count, double rate, double l2)
      : weights_(count), squares_(count), rate_(static_cast<float>(rate)), l2_(static_cast<float>(l2)) {}

  [[nodiscard]] float at(std::size_t i) const { return weights_[i]; }
  [[nodiscard]] const std::vector<float>& all() const { return weights_; }

  void note() {
    sums_.resize(weights_.size());
    for (std::size_t i = 0; i < weights_.size(); ++i) sums_[i] += weights_[i];
    ++noted_;
  }
  void begin_again() {
    std::fill(weights_.begin(), weights_.end(), 0.0F);
    std::fill(squares_.begin(), squares_.end(), 0.0F);
  }
  [[nodiscard]] std::vector<float> mean() const {
    std::vector<float> means = sums_;
    for (float& mean : means) mean /= static_cast<float>(noted_);
    return means;
  }

  void learn(std::size_t i, float gradient) {
    gradient += l2_ * weights_[i];
    squares_[i] += gradient * gradient;
    weights_[i] -= rate_ * gradient / (std::sqrt(squares_[i]) + kSmoothing);
  }

 private:
  std::vector<float> weights_;
  std::vector<float> squares_;
  std::vector<float> sums_;
  int noted_ = 0;
  float rate_;
  float l2_;
};

class TaggerTrainer {
 public:
  explicit TaggerTrainer(const TaggerTraining& options)
      : options_(options),
        labels_(options.labels.size()),
        left_out_(static_cast<std::uint32_t>(options.dropout * 4294967295.0)),
        known_(std::size_t{1} << static_cast<unsigned>(options.bucket_bits)),
        words_(labels_ << static_cast<unsigned>(options.bucket_bits), options.rate, options.l2),
        starts_(labels_, options.rate, options.l2),
        transitions_(labels_ * labels_, options.rate, options.l2) {}

  /// Only features that so many words have will be learned.
  void know(std::span<const TaggedLine> lines) {
    absl::flat_hash_map<std::uint32_t, int> seen;
    for (const TaggedLine& line : lines) {
      for (std::size_t w = 0; w < line.labels.size(); ++w) {
        for (const std::uint32_t hash : line.features.of(w)) ++seen[hash];
      }
    }
    for (const auto& [hash, times] : seen) {
      if (times >= options_.least_seen) {
        known_[classify::bucket_of(hash, options_.bucket_bits)] |= classify::known_bit(hash, options_.bucket_bits);
      }
    }
  }

  void learn(const TaggedLine& line, std::uint32_t salt) {
    salt_ = salt;
    const std::size_t words = line.labels.size();
    std::vector<float> scores(words * labels_);
    for (std::size_t w = 0; w < words; ++w) {
      for (const std::uint32_t hash : line.features.of(w)) {
        if (!is_learned(hash, w)) continue;
        const std::size_t place = bucket(hash);
        for (std::size_t l = 0; l < labels_; ++l) scores[w * labels_ + l] += words_.at(place + l);
      }
    }
    std::vector<float> steps(labels_ * labels_);
    for (std::size_t i = 0; i < steps.size(); ++i) steps[i] = std::exp(transitions_.at(i));
    const classify::ChainSums sums(scores, starts_.all(), steps);
    learn_chain(line, sums, steps);
    for (std::size_t w = 0; w < words; ++w) learn_word(line, w, sums);
  }

  /// What the weights are after one more of the epochs that count.
  void note() {
    words_.note();
    starts_.note();
    transitions_.note();
  }

  /// Forgets all but what was noted.
  void begin_again() {
    words_.begin_again();
    starts_.begin_again();
    transitions_.begin_again();
  }

  [[nodiscard]] absl::StatusOr<classify::Tagger> tagger() const {
    classify::TaggerParts parts{options_.name,
                                options_.version,
                                options_.labels,
                                options_.bucket_bits,
                                {},
                                known_,
                                std::vector<float>(labels_, 1),
                                starts_.mean(),
                                transitions_.mean()};
    std::vector<float> all = words_.mean();
    for (float& weight : all) weight *= static_cast<float>(1 - options_.dropout);  // None is left out of what is read.
    for (std::size_t i = 0; i < all.size(); ++i) {
      float& scale = parts.scales[i % labels_];
      scale = i < labels_ ? std::abs(all[i]) : std::max(scale, std::abs(all[i]));
    }
    for (float& scale : parts.scales) scale = scale > 0 ? scale / 127 : 1;
    parts.weights.resize(all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
      parts.weights[i] = static_cast<std::int8_t>(std::lround(all[i] / parts.scales[i % labels_]));
    }
    return classify::Tagger::create(std::move(parts));
  }

 private:
  [[nodiscard]] std::size_t bucket(std::uint32_t hash) const {
    return classify::bucket_of(hash, options_.bucket_bits) * labels_;
  }

  [[nodiscard]] bool is_known(std::uint32_t hash) const {
    return (known_[classify::bucket_of(hash, options_.bucket_bits)] &
            classify::known_bit(hash, options_.bucket_bits)) != 0;
  }

  [[nodiscard]] bool is_learned(std::uint32_t hash, std::size_t word) const {
    return is_known(hash) && (left_out_ == 0 || scrambled(hash ^ salt_, word) >= left_out_);
  }

  // The finaliser of MurmurHash3 (Appleby, 2011): which features are left out depends on nothing but the salt.
  static std::uint32_t scrambled(std::uint32_t hash, std::size_t word) {
    hash += static_cast<std::uint32_t>(word) * 0x9e3779b9U;
    hash = (hash ^ (hash >> 16U)) * 0x85ebca6bU;
    hash = (hash ^ (hash >> 13U)) * 0xc2b2ae35U;
    return hash ^ (hash >> 16U);
  }

  void learn_word(const TaggedLine& line, std::size_t word, const classify::ChainSums& sums) {
    for (std::size_t l = 0; l < labels_; ++l) {
      const float wanted = static_cast<std::size_t>(line.labels[word]) == l ? 1 : 0;
      const float gradient = (sums.marginal[word * labels_ + l] - wanted) * static_cast<float>(line.weight);
      if (std::abs(gradient) < 1e-5F) continue;
      if (word == 0) starts_.learn(l, gradient);
      for (const std::uint32_t hash : line.features.of(word)) {
        if (is_learned(hash, word)) words_.learn(bucket(hash) + l, gradient);
      }
    }
  }

  void learn_chain(const TaggedLine& line, const classify::ChainSums& sums, const std::vector<float>& steps) {
    std::vector<float> both(labels_ * labels_);
    for (std::size_t w = 0; w + 1 < line.labels.size(); ++w) {
      float total = 0;
      for (std::size_t i = 0; i < both.size(); ++i) {
        const std::size_t next = (w + 1) * labels_ + i % labels_;
        both[i] = sums.forward[w * labels_ + i / labels_] * steps[i] * sums.alone[next] * sums.backward[next];
        total += both[i];
      }
      const std::size_t wanted =
          static_cast<std::size_t>(line.labels[w]) * labels_ + static_cast<std::size_t>(line.labels[w + 1]);
      for (std::size_t i = 0; i < both.size(); ++i) {
        const float chance = total > 0 ? both[i] / total : 0;
        const float gradient = (chance - (i == wanted ? 1.0F : 0.0F)) * static_cast<float>(line.weight);
        if (std::abs(gradient) >= 1e-5F) transitions_.learn(i, gradient);
      }
    }
  }

  const TaggerTraining& options_;
  std::size_t labels_;
  std::uint32_t left_out_;  // Hashes below it.
  std::uint32_t salt_ = 0;
  std::vector<std::uint32_t> known_;
  AdaGrad words_;
  AdaGrad starts_;
  AdaGrad transitions_;
};

// The finaliser of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).
std::uint64_t mixed(std::uint64_t state) {
  state += 0x9e3779b97f4a7c15U;
  state = (state ^ (state >> 30U)) * 0xbf58476d1ce4e5b9U;
  state = (state ^ (state >> 27U)) * 0x94d049bb133111ebU;
  return state ^ (state >> 31U);
}

/// What a line is known by: its words' features and labels.
std::uint64_t mark_of(const TaggedLine& line) {
  std::uint64_t mark = line.labels.size();
  for (std::size_t w = 0; w < line.labels.size(); ++w) {
    for (const std::uint32_t hash : line.features.of(w)) mark = mixed(mark ^ hash);
    mark = mixed(mark ^ static_cast<std::uint64_t>(line.labels[w]));
  }
  return mark;
}

/// One for each line; the same line again has another, or what it says would be left out of all its copies at once.
std::vector<std::uint64_t> marks_of(std::span<const TaggedLine> lines) {
  absl::flat_hash_map<std::uint64_t, std::uint64_t> seen;
  std::vector<std::uint64_t> marks;
  for (const TaggedLine& line : lines) {
    const std::uint64_t mark = mark_of(line);
    marks.push_back(mixed(mark ^ seen[mark]++));
  }
  return marks;
}

/// A line's place in an epoch, and what of it is left out there: its own draw, so that a line that changes, comes or
/// goes does not move the others' draws.
struct Turn {
  std::uint64_t draw;
  std::size_t line;
  bool operator<(const Turn& other) const { return std::pair(draw, line) < std::pair(other.draw, other.line); }
};

void learn_all(std::span<const TaggedLine> lines, const TaggerTraining& options, std::uint64_t seed,
               TaggerTrainer& trainer) {
  const std::vector<std::uint64_t> marks = marks_of(lines);
  for (int epoch = 0; epoch < options.epochs; ++epoch) {
    const std::uint64_t salt = mixed(mixed(seed) + static_cast<std::uint64_t>(epoch));
    std::vector<Turn> turns;
    for (std::size_t i = 0; i < lines.size(); ++i) turns.push_back({mixed(marks[i] ^ salt), i});
    std::sort(turns.begin(), turns.end());
    for (const Turn& turn : turns) {
      if (!lines[turn.line].labels.empty()) trainer.learn(lines[turn.line], static_cast<std::uint32_t>(turn.draw));
    }
    if (2 * epoch >= options.epochs - 1) trainer.note();
  }
}

bool is_sound(const TaggedLine& line, std::size_t labels) {
  return line.labels.size() == line.features.size() &&
         std::all_of(line.labels.begin(), line.labels.end(),
                     [&](int label) { return label >= 0 && static_cast<std::size_t>(label) < labels; });
}

}  // namespace

absl::StatusOr<classify::Tagger> train_tagger(std::span<const TaggedLine> lines, const TaggerTraining& options) {
  if (options.labels.size() < 2) return absl::InvalidArgumentError("a tagger needs at least two labels");
  if (lines.empty()) return absl::InvalidArgumentError("there is no line to learn from");
  if (!(options.dropout >= 0 && options.dropout < 1)) {
    return absl::InvalidArgumentError("dropout is a share: 0 or more, and below 1");
  }
  for (const TaggedLine& line : lines) {
    if (!is_sound(line, options.labels.size())) {
      return absl::InvalidArgumentError("a line has not one of the labels for each of its words");
    }
  }
  TaggerTrainer trainer(options);
  trainer.know(lines);
  for (int model = 0; model < std::max(options.models, 1); ++model) {
    trainer.begin_again();
    learn_all(lines, options, options.seed + static_cast<std::uint64_t>(model), trainer);
  }
  return trainer.tagger();
}

}  // namespace aandacht::learn
