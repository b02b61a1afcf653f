#include "shared/classify/tagger.h"

#include <cmath>
#include <limits>
#include <string>

#include "shared/classify/features.h"
#include "tests/support/catch.h"

namespace aandacht::classify {
namespace {

constexpr std::uint32_t kNumber = 11;
constexpr std::uint32_t kWord = 12;

/// Two labels; a number is likely label 1, a word label 0, and a label likes to go on.
TaggerParts small_parts() {
  TaggerParts parts;
  parts.name = "small";
  parts.version = "small-1";
  parts.labels = {"stays", "goes"};
  parts.bucket_bits = 8;
  parts.weights.assign(2U << 8U, 0);
  parts.weights[bucket_of(kNumber, 8) * 2 + 1] = 100;
  parts.weights[bucket_of(kWord, 8) * 2] = 40;
  parts.known.assign(1U << 8U, ~0U);
  parts.scales = {0.02F, 0.02F};
  parts.starts = {0, 0};
  parts.transitions = {1, -1, -1, 1};
  return parts;
}

TokenFeatures line_of(std::initializer_list<std::uint32_t> words) {
  TokenFeatures line;
  for (const std::uint32_t word : words) {
    line.begin_token();
    line.add(word);
  }
  return line;
}

// All ways to label the line, added up: what forward and backward sums must come to.
double by_all_ways(const TaggerParts& parts, const std::vector<std::uint32_t>& words, std::size_t word, int label) {
  double wanted = 0;
  double total = 0;
  for (unsigned way = 0; way < 1U << words.size(); ++way) {
    double score = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const unsigned own = way >> i & 1U;
      score += parts.weights[bucket_of(words[i], parts.bucket_bits) * 2 + own] * static_cast<double>(parts.scales[own]);
      score += static_cast<double>(i == 0 ? parts.starts[own] : parts.transitions[(way >> (i - 1) & 1U) * 2 + own]);
    }
    total += std::exp(score);
    if (static_cast<int>(way >> word & 1U) == label) wanted += std::exp(score);
  }
  return wanted / total;
}

TEST_CASE("a tagger's probabilities are those of all ways to label the line", "[tagger]") {
  const auto tagger = Tagger::create(small_parts());
  REQUIRE(tagger.ok());
  const std::vector<std::uint32_t> words = {kWord, kNumber, kNumber, kWord, kNumber};
  const std::vector<float> likely = tagger->probabilities(line_of({kWord, kNumber, kNumber, kWord, kNumber}));
  REQUIRE(likely.size() == 10);
  for (std::size_t word = 0; word < words.size(); ++word) {
    for (int label = 0; label < 2; ++label) {
      CHECK(static_cast<double>(likely[word * 2 + static_cast<std::size_t>(label)]) ==
            Approx(by_all_ways(small_parts(), words, word, label)).margin(1e-5));
    }
  }
}

TEST_CASE("a line without words has no probabilities, extreme weights give no NaN", "[tagger]") {
  TaggerParts parts = small_parts();
  parts.scales = {1e6F, 1e6F};
  const auto tagger = Tagger::create(parts);
  REQUIRE(tagger.ok());
  CHECK(tagger->probabilities({}).empty());
  for (const float value : tagger->probabilities(line_of({kNumber, kWord, kNumber}))) {
    CHECK(value >= 0);
    CHECK(value <= 1);
  }
}

TEST_CASE("a tagger that was written is read as it was", "[tagger]") {
  const auto tagger = Tagger::create(small_parts());
  REQUIRE(tagger.ok());
  const auto again = Tagger::parse(tagger->serialise());
  REQUIRE(again.ok());
  CHECK(again->parts() == small_parts());
  CHECK(again->serialise() == tagger->serialise());
}

TEST_CASE("a tagger over bytes that somebody keeps is the one that was written", "[tagger]") {
  const auto tagger = Tagger::create(small_parts());
  REQUIRE(tagger.ok());
  const std::string bytes = tagger->serialise();
  auto over = Tagger::over(bytes);
  REQUIRE(over.ok());
  CHECK(over->parts() == small_parts());
  const Tagger copied = *over;
  const Tagger moved = *std::move(over);
  for (const Tagger* one : {&copied, &moved})
    CHECK(one->probabilities(line_of({kWord, kNumber})) == tagger->probabilities(line_of({kWord, kNumber})));
  for (std::size_t at = 0; at < bytes.size(); at += 7) CHECK_FALSE(Tagger::over(bytes.substr(0, at)).ok());
}

TEST_CASE("a tagger that is copied or moved outlives what it was read from", "[tagger]") {
  const auto first = Tagger::create(small_parts());
  REQUIRE(first.ok());
  const auto read = [&] {
    const std::string bytes = first->serialise();
    auto parsed = Tagger::parse(bytes);
    REQUIRE(parsed.ok());
    return Tagger(*parsed);
  };
  const Tagger again = read();
  CHECK(again.parts() == small_parts());
}

TEST_CASE("a tagger with more labels than are added at once adds them all", "[tagger]") {
  constexpr std::size_t kLabels = 19;
  TaggerParts parts;
  parts.bucket_bits = 4;
  parts.weights.assign(kLabels << 4U, 0);
  for (std::size_t label = 0; label < kLabels; ++label) {
    parts.labels.push_back("label " + std::to_string(label));
    parts.weights[bucket_of(kWord, 4) * kLabels + label] = static_cast<std::int8_t>(7 * label % 10);
    parts.weights[bucket_of(kNumber, 4) * kLabels + label] = static_cast<std::int8_t>(-3 * static_cast<int>(label) % 8);
  }
  REQUIRE(bucket_of(kWord, 4) != bucket_of(kNumber, 4));
  parts.known.assign(1U << 4U, ~0U);
  parts.scales.assign(kLabels, 0.1F);
  parts.starts.assign(kLabels, 0);
  parts.transitions.assign(kLabels * kLabels, 0);
  const auto tagger = Tagger::create(parts);
  REQUIRE(tagger.ok());
  CHECK(tagger->parts() == parts);

  TokenFeatures line;
  line.begin_token();
  line.add(kWord);
  line.add(kNumber);
  const std::vector<float> likely = tagger->probabilities(line);
  REQUIRE(likely.size() == kLabels);
  const auto score = [&](std::size_t label) {
    return 0.1 * (parts.weights[bucket_of(kWord, 4) * kLabels + label] +
                  parts.weights[bucket_of(kNumber, 4) * kLabels + label]);
  };
  double total = 0;
  for (std::size_t label = 0; label < kLabels; ++label) total += std::exp(score(label));
  for (std::size_t label = 0; label < kLabels; ++label) {
    CHECK(static_cast<double>(likely[label]) == Approx(std::exp(score(label)) / total).margin(1e-5));
  }
}

TEST_CASE("a feature that was never learned weighs nothing, although it shares a bucket", "[tagger]") {
  std::uint32_t stranger = 100;
  while (bucket_of(stranger, 8) != bucket_of(kNumber, 8) || known_bit(stranger, 8) == known_bit(kNumber, 8)) ++stranger;
  TaggerParts parts = small_parts();
  const auto open = Tagger::create(parts);
  parts.known.assign(1U << 8U, 0);
  parts.known[bucket_of(kNumber, 8)] = known_bit(kNumber, 8);
  const auto strict = Tagger::create(parts);
  REQUIRE(open.ok());
  REQUIRE(strict.ok());
  CHECK(open->probabilities(line_of({stranger}))[1] > 0.8F);
  CHECK(strict->probabilities(line_of({stranger}))[1] == Approx(0.5F));
  CHECK(strict->probabilities(line_of({kNumber}))[1] > 0.8F);
}

TEST_CASE("a tagger's file that is cut off or changed anywhere is refused", "[tagger]") {
  const auto tagger = Tagger::create(small_parts());
  REQUIRE(tagger.ok());
  const std::string bytes = tagger->serialise();
  for (std::size_t at = 0; at < bytes.size(); at += 7) {
    CHECK_FALSE(Tagger::parse(bytes.substr(0, at)).ok());
    std::string changed = bytes;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    CHECK_FALSE(Tagger::parse(changed).ok());
  }
}

TEST_CASE("parts of a tagger that do not fit, or are no numbers, are refused", "[tagger]") {
  const auto refused = [](auto change) {
    TaggerParts parts = small_parts();
    change(parts);
    return !Tagger::create(parts).ok();
  };
  CHECK(refused([](TaggerParts& parts) { parts.labels = {"one"}; }));
  CHECK(refused([](TaggerParts& parts) { parts.bucket_bits = 0; }));
  CHECK(refused([](TaggerParts& parts) { parts.bucket_bits = 9; }));
  CHECK(refused([](TaggerParts& parts) { parts.weights.pop_back(); }));
  CHECK(refused([](TaggerParts& parts) { parts.known.pop_back(); }));
  CHECK(refused([](TaggerParts& parts) { parts.starts.push_back(0); }));
  CHECK(refused([](TaggerParts& parts) { parts.transitions.pop_back(); }));
  CHECK(refused([](TaggerParts& parts) { parts.scales[0] = std::numeric_limits<float>::infinity(); }));
  CHECK(refused([](TaggerParts& parts) { parts.transitions[0] = std::numeric_limits<float>::quiet_NaN(); }));
  CHECK(refused([](TaggerParts& parts) { parts.transitions[0] = 1e9F; }));
}

}  // namespace
}  // namespace aandacht::classify
