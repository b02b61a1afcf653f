#include "shared/classify/features.h"

#include <set>
#include <string>

#include "tests/support/catch.h"

namespace aandacht::classify {
namespace {

std::vector<Feature> features_of(std::vector<std::string_view> words, const FeatureOptions& options,
                                 std::string_view language = "nl") {
  std::vector<Feature> features;
  line_features(words, language, options, features);
  return features;
}

TEST_CASE("word n-grams point at the words they are made of") {
  const auto features = features_of({"dat", "is", "jammer"}, {.longest_words = 2, .most_letters = 0});
  std::vector<TokenRange> ranges;
  for (const Feature& feature : features) ranges.push_back(feature.words);
  CHECK(ranges == std::vector<TokenRange>{{0, 1}, {0, 2}, {1, 1}, {1, 2}, {2, 1}});
}

TEST_CASE("character n-grams stay inside a word and know its boundaries") {
  const FeatureOptions options{.longest_words = 0, .least_letters = 3, .most_letters = 4};
  CHECK(features_of({"boos"}, options).size() == 4 + 3);  // <bo boo oos os>, <boo boos oos>.
  CHECK(features_of({"a"}, options).size() == 1);         // <a>.
  const auto together = features_of({"boos", "boos"}, options);
  REQUIRE(together.size() == 14);
  CHECK(together[0].hash == together[7].hash);
  CHECK(together[7].words == TokenRange{1, 1});
  const auto inside = features_of({"xboosx"}, options);
  std::set<std::uint32_t> hashes;
  for (const Feature& feature : inside) hashes.insert(feature.hash);
  CHECK(hashes.count(together[0].hash) == 0);  // "<bo" is not "bo".
}

TEST_CASE("a language has n-grams of its own unless they are shared") {
  const FeatureOptions own{.longest_words = 1, .most_letters = 0};
  const FeatureOptions shared{.longest_words = 1, .most_letters = 0, .by_language = false};
  CHECK(features_of({"slim"}, own, "nl")[0].hash != features_of({"slim"}, own, "en")[0].hash);
  CHECK(features_of({"slim"}, shared, "nl")[0].hash == features_of({"slim"}, shared, "en")[0].hash);
}

TEST_CASE("a long line's features weigh less each") {
  const FeatureOptions options{.longest_words = 1, .most_letters = 0, .length_exponent = 0.5F};
  CHECK(features_of({"a", "b", "c", "d"}, options)[0].value == Approx(0.5));
  CHECK(features_of({}, options).empty());
}

TEST_CASE("a whole word is one feature that is evidence of nothing, and no word's neighbour") {
  const FeatureOptions options{.longest_words = 2, .least_letters = 3, .most_letters = 3, .length_exponent = 1};
  const std::string whole = std::string(1, kWhole) + "found";
  const auto without = features_of({"a", "b"}, options);
  const auto with = features_of({"a", "b", whole, whole}, options);
  REQUIRE(with.size() == without.size() + 2);
  CHECK(with[3].words == TokenRange{});
  CHECK(with[3].value == Approx(0.5));
  CHECK(with[0].value == Approx(without[0].value));
}

TEST_CASE("words after the most that are read are left out") {
  const std::vector<std::string_view> words(kMostWords + 100, "x");
  const auto features = features_of(words, {.longest_words = 2, .most_letters = 0});
  CHECK(features.size() == 2 * kMostWords - 1);
}

TEST_CASE("hashes of near words spread over the buckets") {
  std::set<std::uint32_t> buckets;
  std::vector<std::string> words;
  for (int i = 0; i < 1000; ++i) words.push_back("woord" + std::to_string(i));
  for (const std::string& word : words) {
    buckets.insert(bucket_of(features_of({word}, {.longest_words = 1, .most_letters = 0})[0].hash, 17));
  }
  CHECK(buckets.size() > 980);  // By chance alone 996.
}

}  // namespace
}  // namespace aandacht::classify
