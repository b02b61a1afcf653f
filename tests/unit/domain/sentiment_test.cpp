#include "shared/domain/sentiment.h"

#include "shared/domain/sentiment_signs.h"
#include "shared/domain/sentiment_typed.h"
#include "shared/domain/sentiment_words.h"
#include "tests/support/catch.h"

namespace aandacht::domain {
namespace {

Library small_library() {
  Library library;
  Lexicon& dutch = library.lexicons["nl"];
  dutch.weights["sentiment"] = {{"boos", -2.5}, {"fijn", 2}, {"kastje naar de muur", -3}, {"irritant*", -2}};
  dutch.weights["sentiment-common"] = {{"vies", -2}, {"mooi", 2}};
  dutch.weights["sentiment-intensify"] = {{"heel", 1.5}};
  dutch.weights["sentiment-negate"] = {{"niet", -0.7}};
  dutch.weights["sentiment-contrast"] = {{"maar", 1}};
  dutch.weights["sentiment-patterns"] = {{"voor de (?:tweede|derde) keer", -2}};
  dutch.weights["sentiment-requests"] = {{"kunt u \\S+", 0.2}};
  return library;
}

/// Two-word model: "prut" is negative, "super" positive.
std::shared_ptr<const classify::LinearModel> small_model(std::vector<std::string> labels) {
  classify::ModelParts parts;
  parts.name = "sentiment";
  parts.version = "sentiment-test-1";
  parts.features = {.longest_words = 1, .most_letters = 0, .length_exponent = 0};
  parts.bucket_bits = 10;
  parts.weights.assign(labels.size() << 10, 0);
  parts.scales.assign(labels.size(), 0.1F);
  parts.languages = {"nl"};
  parts.biases.assign(2 * labels.size(), 0);
  parts.biases[1] = 1;  // Neutral, until something else is seen.
  parts.temperatures = {1, 1};
  const auto set = [&](std::string_view word, std::size_t label) {
    std::vector<classify::Feature> features;
    classify::line_features(std::vector{word}, "nl", parts.features, features);
    parts.weights[classify::bucket_of(features[0].hash, 10) * labels.size() + label] = 50;
  };
  set("prut", 0);
  set("super", 2);
  parts.labels = std::move(labels);
  auto model = classify::LinearModel::create(std::move(parts));
  REQUIRE(model.ok());
  return std::make_shared<const classify::LinearModel>(*std::move(model));
}

std::unique_ptr<SentimentScorer> scorer_of(const Library& library) {
  auto scorer = SentimentScorer::create(library);
  INFO(scorer.status());
  REQUIRE(scorer.ok());
  return *std::move(scorer);
}

TEST_CASE("without a model the lists score a turn, and say so") {
  const auto scorer = scorer_of(small_library());
  struct Case {
    const char* text;
    Feeling feeling;
  };
  const Case cases[] = {
      {"ik ben boos", Feeling::kNegative},
      {"ik ben niet boos", Feeling::kNeutral},
      {"dat is fijn", Feeling::kPositive},
      {"dat is niet fijn", Feeling::kNegative},
      {"van het kastje naar de muur gestuurd", Feeling::kNegative},
      {"wat irritante muziek", Feeling::kNegative},
      {"ik bel voor de derde keer", Feeling::kNegative},
      {"kunt u zeggen waarom hij boos is", Feeling::kNeutral},
      {"dat is vies", Feeling::kNeutral},  // Only a model reads the common list.
      {"hoe laat gaat de winkel open", Feeling::kNeutral},
      {"", Feeling::kNeutral},
  };
  for (const Case& turn : cases) {
    INFO(turn.text);
    const Sentiment sentiment = scorer->score(turn.text, "nl");
    CHECK(sentiment.feeling == turn.feeling);
    CHECK(sentiment.model == "lexicon-nl-1");
    CHECK((sentiment.score >= -1 && sentiment.score <= 1));
  }
  CHECK(scorer->score("je suis fâché", "fr").model == "none");
}

TEST_CASE("with a model its probabilities are the score, and its version goes along") {
  Library library = small_library();
  library.models["sentiment"] = small_model({"negative", "neutral", "positive"});
  const auto scorer = scorer_of(library);
  const Sentiment bad = scorer->score("wat een prut", "nl");
  CHECK(bad.feeling == Feeling::kNegative);
  CHECK(bad.score < -0.9);
  CHECK(bad.confidence > 0.9);
  CHECK(bad.model == "sentiment-test-1");
  CHECK(scorer->score("super gedaan", "nl").feeling == Feeling::kPositive);
  CHECK(scorer->score("een gewone vraag", "nl").feeling == Feeling::kNeutral);
  const Sentiment nothing = scorer->score("", "nl");
  CHECK(nothing.feeling == Feeling::kNeutral);
  CHECK(nothing.score == 0);
}

TEST_CASE("a language that the model never learned is read with its lists") {
  Library library = small_library();
  library.lexicons["fy"] = library.lexicons["nl"];
  library.models["sentiment"] = small_model({"negative", "neutral", "positive"});
  const auto scorer = scorer_of(library);
  CHECK(scorer->score("ik bin boos", "fy").model == "lexicon-fy-1");
  CHECK(scorer->score("ik bin boos", "fy").feeling == Feeling::kNegative);
}

TEST_CASE("a model with other labels is refused") {
  Library library = small_library();
  library.models["sentiment"] = small_model({"bad", "neutral", "positive"});
  CHECK(SentimentScorer::create(library).status().code() == absl::StatusCode::kInvalidArgument);
}

double sign(const LineSigns& signs, std::string_view name) {
  for (const classify::Extra& extra : signs.extras) {
    if (extra.name == name) return static_cast<double>(extra.value);
  }
  return 0;
}

TEST_CASE("signs of a line: sums by list, what comes after but, negations, what was typed") {
  const SentimentSigns reader(small_library());
  const auto read = [&](std::string_view text, std::string_view original) {
    return reader.read(split_words(text), original, "nl");
  };
  const LineSigns plain = read("fijn maar ik ben boos", "Fijn, maar ik ben BOOS!!");
  CHECK(sign(plain, "nl own+") > 0);
  CHECK(sign(plain, "nl own-") < 0);
  CHECK(sign(plain, "nl own after but") < sign(plain, "nl own"));
  CHECK(sign(plain, "nl exclamations") > 0);
  CHECK(sign(plain, "nl capitals") == 1);
  CHECK(sign(plain, "nl question") == 0);
  CHECK(sign(read("dat is vies", ""), "nl common-") < 0);
  CHECK(sign(read("dat is niet fijn", ""), "nl negations") > 0);
  CHECK(sign(read("ok", ""), "nl short") == 1);
  CHECK(reader.read(split_words("boos"), "", "de").extras.empty());
}

TEST_CASE("typed signs: smileys, not colons in links or times") {
  CHECK(typed_signs("mooi :)").smiles == 1);
  CHECK(typed_signs("mooi 😊").smiles == 1);
  CHECK(typed_signs("jammer :(").frowns == 1);
  CHECK(typed_signs("zie https://aandacht.example").frowns == 0);
  CHECK(typed_signs("om 10:30 uur").smiles + typed_signs("om 10:30 uur").frowns == 0);
  CHECK_FALSE(typed_signs("ABONNEMENT").shouts);  // All of it is in capitals: a habit, no shout.
  CHECK(typed_signs("echt NIET leuk").shouts);
  CHECK(typed_signs("\xF0\xE2:").smiles == 0);
}

TEST_CASE("the longest entry wins, then the longest beginning") {
  const WeightedWords words({{"een", 1}, {"een twee", 2}, {"een twee drie", 3}, {"twe*", 4}, {"twee*", 5}});
  const auto line = split_words("een twee drie tweeling");
  CHECK(words.longest(line, 0)->weight == 3);
  CHECK(words.longest(line, 0)->words == 3);
  CHECK(words.longest(std::span(line).first(2), 0)->weight == 2);
  CHECK(words.longest(line, 3)->weight == 5);
  CHECK_FALSE(words.longest(line, 2).has_value());
  CHECK(words.of("een") == 1.0);
  CHECK_FALSE(words.of("drie").has_value());
}

}  // namespace
}  // namespace aandacht::domain
