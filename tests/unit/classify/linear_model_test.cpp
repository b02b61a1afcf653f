#include "shared/classify/linear_model.h"

#include <cmath>
#include <limits>

#include "tests/unit/classify/small_model.h"

namespace aandacht::classify {
namespace {

TEST_CASE("probabilities are the softmax of what the words weigh, by the language's calibration") {
  ModelParts parts = test::small_parts();
  test::set_weight(parts, "prut", 0, 20);  // 2.0 for "bad".
  parts.biases = {0, 0.5F, 0, 0};
  parts.temperatures = {2, 1};
  const LinearModel model = test::made(parts);
  const std::vector<std::string_view> words = {"wat", "een", "prut"};
  const auto dutch = model.probabilities({words, "nl", {}});
  CHECK(dutch[0] == Approx(1 / (1 + std::exp((0.5 - 2.0) / 2))));
  CHECK(dutch[0] + dutch[1] == Approx(1));
  const auto unknown =
      model.probabilities({words, "fr", {}});  // Other n-grams: only the unknown language's bias is left.
  CHECK(unknown[0] == Approx(0.5));
}

TEST_CASE("an extra counts when the model knows it") {
  ModelParts parts = test::small_parts();
  parts.extra_weights = {3, 0};
  const LinearModel model = test::made(parts);
  const std::vector<Extra> known = {{"question", 1, {}}};
  const std::vector<Extra> unknown = {{"shouting", 1, {}}};
  CHECK(model.sums({{}, "nl", known})[0] == Approx(3));
  CHECK(model.sums({{}, "nl", unknown})[0] == Approx(0));
}

TEST_CASE("evidence is the words next to each other that speak most for a label") {
  ModelParts parts = test::small_parts();
  test::set_weight(parts, "echt", 0, 3);
  test::set_weight(parts, "prut", 0, 20);
  test::set_weight(parts, "bedankt", 1, 15);
  const LinearModel model = test::made(parts);
  const std::vector<std::string_view> words = {"bedankt", "dit", "is", "echt", "prut", "bedankt"};
  CHECK(model.evidence({words, "nl", {}}, 0) == TokenRange{3, 2});
  CHECK(model.evidence({words, "nl", {}}, 1) == TokenRange{0, 1});
  const std::vector<std::string_view> plain = {"dit", "is"};
  CHECK(model.evidence({plain, "nl", {}}, 0).count == 0);
  CHECK(model.evidence({words, "nl", {}}, 0, 1) == TokenRange{4, 1});
}

TEST_CASE("a model survives being written and read") {
  ModelParts parts = test::small_parts();
  test::set_weight(parts, "prut", 0, -128);
  test::set_weight(parts, "prima", 1, 127);
  const LinearModel model = test::made(parts);
  const auto back = LinearModel::parse(model.serialise());
  REQUIRE(back.ok());
  CHECK(*back == model);
  CHECK(back->serialise() == model.serialise());
  CHECK(back->label_index("fine") == 1);
  CHECK(back->label_index("other") == -1);
}

TEST_CASE("a model file cut off anywhere is refused") {
  const std::string bytes = test::made(test::small_parts()).serialise();
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    const auto model = LinearModel::parse(std::string_view(bytes).substr(0, size));
    if (model.ok()) FAIL("taken at " << size << " of " << bytes.size() << " bytes");
    CHECK(model.status().code() == absl::StatusCode::kInvalidArgument);
  }
}

TEST_CASE("a model file with any byte changed is refused, and with bytes behind it") {
  std::string bytes = test::made(test::small_parts()).serialise();
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    bytes[i] = static_cast<char>(bytes[i] ^ 0x20);
    if (LinearModel::parse(bytes).ok()) FAIL("taken with byte " << i << " changed");
    bytes[i] = static_cast<char>(bytes[i] ^ 0x20);
  }
  CHECK_FALSE(LinearModel::parse(bytes + "x").ok());
  CHECK(LinearModel::parse(bytes).ok());
}

TEST_CASE("a model file of another format says so") {
  std::string bytes = test::made(test::small_parts()).serialise();
  bytes[8] = 7;
  const auto model = LinearModel::parse(bytes);
  REQUIRE_FALSE(model.ok());
  CHECK(std::string(model.status().message()).find("format 7") != std::string::npos);
}

TEST_CASE("parts that do not fit each other make no model") {
  struct Case {
    const char* what;
    void (*spoil)(ModelParts&);
  };
  const Case cases[] = {
      {"one label", [](ModelParts& p) { p.labels.pop_back(); }},
      {"a label twice", [](ModelParts& p) { p.labels[1] = p.labels[0]; }},
      {"too few weights", [](ModelParts& p) { p.weights.pop_back(); }},
      {"buckets out of range", [](ModelParts& p) { p.bucket_bits = 40; }},
      {"a temperature of 0", [](ModelParts& p) { p.temperatures[0] = 0; }},
      {"a scale that is no number", [](ModelParts& p) { p.scales[0] = std::numeric_limits<float>::quiet_NaN(); }},
      {"biases of one language only", [](ModelParts& p) { p.biases.resize(2); }},
      {"letters out of range", [](ModelParts& p) { p.features.most_letters = 100; }},
  };
  for (const Case& spoiled : cases) {
    ModelParts parts = test::small_parts();
    spoiled.spoil(parts);
    INFO(spoiled.what);
    CHECK(LinearModel::create(parts).status().code() == absl::StatusCode::kInvalidArgument);
  }
}

TEST_CASE("a number that would make probabilities no numbers is refused by name") {
  const float value = GENERATE(std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity(),
                               -std::numeric_limits<float>::infinity(), 1e30F, -1e30F);
  struct Case {
    const char* named;
    float& (*number)(ModelParts&);
  };
  const Case cases[] = {
      {"length_exponent", [](ModelParts& p) -> float& { return p.features.length_exponent; }},
      {"letters_weight", [](ModelParts& p) -> float& { return p.features.letters_weight; }},
      {"scale", [](ModelParts& p) -> float& { return p.scales[1]; }},
      {"extra", [](ModelParts& p) -> float& { return p.extra_weights[0]; }},
      {"bias", [](ModelParts& p) -> float& { return p.biases[3]; }},
      {"temperature", [](ModelParts& p) -> float& { return p.temperatures[0]; }},
  };
  for (const Case& spoiled : cases) {
    ModelParts parts = test::small_parts();
    spoiled.number(parts) = value;
    const absl::Status status = LinearModel::create(parts).status();
    INFO(spoiled.named << " " << value << ": " << status);
    CHECK(status.code() == absl::StatusCode::kInvalidArgument);
    CHECK(std::string(status.message()).find(spoiled.named) != std::string::npos);
    CHECK(std::string(status.message()).find("it must be from") != std::string::npos);
  }
}

TEST_CASE("at the ends of what is allowed probabilities are still numbers") {
  ModelParts parts = test::small_parts();
  parts.features = {.longest_words = 4, .least_letters = 1, .most_letters = 8, .letters_weight = 100};
  parts.features.length_exponent = GENERATE(0.0F, 2.0F);
  parts.weights.assign(parts.weights.size(), 127);
  parts.scales = {1e6F, -1e6F};
  parts.extra_weights = {-1e6F, 1e6F};
  parts.biases = {1e6F, -1e6F, -1e6F, 1e6F};
  parts.temperatures = {1e-3F, 1e6F};
  const LinearModel model = test::made(parts);
  const std::vector<std::string_view> words(600, "onweerstaanbaarheidsverklaringen");
  const std::vector<classify::Extra> extras = {{"question", 1000, {}}};
  for (const char* language : {"nl", "xx"}) {
    const std::vector<double> probabilities = model.probabilities({words, language, extras});
    CHECK(probabilities[0] + probabilities[1] == Approx(1));
    CHECK(probabilities[0] >= 0);
    CHECK(probabilities[1] >= 0);
  }
}

TEST_CASE("models are equal when their contents are, wherever they lie") {
  ModelParts parts = test::small_parts();
  const Models one = {{"small", std::make_shared<const LinearModel>(test::made(parts))}};
  const Models same = {{"small", std::make_shared<const LinearModel>(test::made(parts))}};
  parts.version = "small-2";
  const Models other = {{"small", std::make_shared<const LinearModel>(test::made(parts))}};
  CHECK(one == same);
  CHECK_FALSE(one == other);
  CHECK_FALSE(one == Models{});
  CHECK(one.find_model("small") != nullptr);
  CHECK(one.find_model("large") == nullptr);
}

}  // namespace
}  // namespace aandacht::classify
