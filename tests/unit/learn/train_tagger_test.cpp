#include "shared/learn/train_tagger.h"

#include <cmath>

#include "shared/classify/features.h"
#include "tests/support/catch.h"

namespace aandacht::learn {
namespace {

constexpr std::uint32_t kCue = 1;
constexpr std::uint32_t kNumber = 2;
constexpr std::uint32_t kOther = 3;

/// A number goes when a cue came before it: only the one before tells the two apart.
TaggedLine line_of(std::initializer_list<std::uint32_t> words, std::vector<int> labels) {
  TaggedLine line;
  std::uint32_t before = 0;
  for (const std::uint32_t word : words) {
    line.features.begin_token();
    line.features.add(word);
    line.features.add(100 + before * 10 + word);
    before = word;
  }
  line.labels = std::move(labels);
  return line;
}

std::vector<TaggedLine> lines() {
  std::vector<TaggedLine> all;
  for (int i = 0; i < 20; ++i) {
    all.push_back(line_of({kOther, kCue, kNumber, kNumber, kOther}, {0, 0, 1, 1, 0}));
    all.push_back(line_of({kOther, kNumber, kNumber, kOther}, {0, 0, 0, 0}));
  }
  return all;
}

TaggerTraining options() {
  TaggerTraining training;
  training.name = "small";
  training.version = "small-1";
  training.labels = {"stays", "goes"};
  training.bucket_bits = 10;
  training.l2 = 0.001;
  return training;
}

TEST_CASE("a tagger learns what the word before says, and how a label goes on", "[learn]") {
  const auto tagger = train_tagger(lines(), options());
  REQUIRE(tagger.ok());
  const auto goes = [&](const TaggedLine& line, std::size_t word) {
    return tagger->probabilities(line.features)[word * 2 + 1];
  };
  CHECK(goes(lines()[0], 2) > 0.9F);
  CHECK(goes(lines()[0], 3) > 0.9F);
  CHECK(goes(lines()[0], 4) < 0.1F);
  CHECK(goes(lines()[1], 1) < 0.1F);
  CHECK(goes(lines()[1], 2) < 0.1F);
}

TEST_CASE("what fewer words have than asked for is not learned", "[learn]") {
  std::vector<TaggedLine> all = lines();
  all.push_back(line_of({7}, {1}));
  TaggerTraining training = options();
  training.least_seen = 2;
  const auto tagger = train_tagger(all, training);
  REQUIRE(tagger.ok());
  const auto knows = [&](std::uint32_t hash) {
    return (tagger->parts().known[classify::bucket_of(hash, 10)] & classify::known_bit(hash, 10)) != 0;
  };
  CHECK(knows(kNumber));
  CHECK_FALSE(knows(7));
}

TEST_CASE("the same lines and seed give the same tagger", "[learn]") {
  const auto first = train_tagger(lines(), options());
  const auto again = train_tagger(lines(), options());
  REQUIRE(first.ok());
  REQUIRE(again.ok());
  CHECK(first->serialise() == again->serialise());
}

/// Words of a kind have a strong sign always and a weak one mostly: beside the strong one the weak is hardly learned.
std::vector<TaggedLine> lines_with_two_signs() {
  std::vector<TaggedLine> all;
  for (int i = 0; i < 40; ++i) {
    const bool goes = i % 2 == 0;
    TaggedLine line;
    line.features.begin_token();
    line.features.add(goes ? 11 : 12);
    if (i % 5 != 0) line.features.add(goes ? 21 : 22);
    line.labels = {goes ? 1 : 0};
    all.push_back(std::move(line));
  }
  return all;
}

TEST_CASE("a weak sign that stands beside a strong one is learned better when signs are left out", "[learn]") {
  TaggedLine weak_alone;
  weak_alone.features.begin_token();
  weak_alone.features.add(21);
  const auto how_sure = [&](double dropout) {
    TaggerTraining training = options();
    training.dropout = dropout;
    const auto tagger = train_tagger(lines_with_two_signs(), training);
    REQUIRE(tagger.ok());
    return tagger->probabilities(weak_alone.features)[1];
  };
  CHECK(how_sure(0.3) > how_sure(0));
}

TEST_CASE("what is left out is the same each time", "[learn]") {
  TaggerTraining training = options();
  training.dropout = 0.3;
  const auto first = train_tagger(lines(), training);
  const auto again = train_tagger(lines(), training);
  REQUIRE(first.ok());
  REQUIRE(again.ok());
  CHECK(first->serialise() == again->serialise());
  const auto whole = train_tagger(lines(), options());
  REQUIRE(whole.ok());
  CHECK(first->serialise() != whole->serialise());
}

TEST_CASE("a line that comes does not move the other lines' draws", "[learn]") {
  TaggerTraining training = options();
  training.dropout = 0.3;
  std::vector<TaggedLine> more = lines();
  more.insert(more.begin(), TaggedLine{});  // Of no words: it teaches nothing itself.
  const auto without = train_tagger(lines(), training);
  const auto with = train_tagger(more, training);
  REQUIRE(without.ok());
  REQUIRE(with.ok());
  CHECK(with->serialise() == without->serialise());
}

TEST_CASE("lines that cannot be learned are refused", "[learn]") {
  for (const double dropout : {-0.1, 1.0, std::nan("")}) {
    TaggerTraining wrong = options();
    wrong.dropout = dropout;
    CHECK_FALSE(train_tagger(lines(), wrong).ok());
  }
  CHECK_FALSE(train_tagger({}, options()).ok());
  TaggerTraining one = options();
  one.labels = {"stays"};
  CHECK_FALSE(train_tagger(lines(), one).ok());
  std::vector<TaggedLine> short_line = lines();
  short_line[0].labels.pop_back();
  CHECK_FALSE(train_tagger(short_line, options()).ok());
  std::vector<TaggedLine> unknown = lines();
  unknown[0].labels[0] = 2;
  CHECK_FALSE(train_tagger(unknown, options()).ok());
}

}  // namespace
}  // namespace aandacht::learn
