#include "shared/learn/train.h"

#include <cmath>
#include <random>

#include "tests/support/catch.h"

namespace aandacht::learn {
namespace {

/// Lines of which one word tells the label, in two languages, with a share of wrong labels.
std::vector<Example> lines(std::size_t count, double wrong, std::uint64_t seed = 3) {
  const std::vector<std::string> bad = {"prut", "slecht", "boos", "waardeloos"};
  const std::vector<std::string> fine = {"prima", "bedankt", "mooi", "top"};
  const std::vector<std::string> filler = {"dat", "is", "nou", "echt", "toch", "ja", "hier", "vandaag"};
  std::mt19937_64 random(seed);
  std::vector<Example> examples;
  for (std::size_t i = 0; i < count; ++i) {
    const bool is_bad = random() % 2 == 0;
    std::string text;
    for (int w = 0; w < 4; ++w) text += filler[random() % filler.size()] + " ";
    text += (is_bad ? bad : fine)[random() % 4];
    const bool flip = static_cast<double>(random() % 1000) < wrong * 1000;
    examples.push_back(
        {is_bad != flip ? "bad" : "fine", i % 2 == 0 ? "nl" : "en", text, {{"bad", is_bad ? 1.0F : 0.0F}}, 1});
  }
  return examples;
}

TrainingOptions options() {
  TrainingOptions options;
  options.name = "small";
  options.version = "small-1";
  options.bucket_bits = 12;
  options.epochs = 4;
  return options;
}

classify::LinearModel trained(const std::vector<Example>& examples, const TrainingOptions& how) {
  auto model = train(examples, how);
  REQUIRE(model.ok());
  auto small = quantise(*std::move(model));
  REQUIRE(small.ok());
  return *std::move(small);
}

double accuracy(const classify::LinearModel& model, const std::vector<Example>& examples) {
  double right = 0;
  for (const Example& example : examples) {
    const auto p = model.probabilities(ExampleLine(example).line());
    right += p[static_cast<std::size_t>(model.label_index(example.label))] > 0.5 ? 1 : 0;
  }
  return right / static_cast<double>(examples.size());
}

TEST_CASE("the same examples, options and seed give the same bytes; another seed does not") {
  const auto examples = lines(300, 0.1);
  TrainingOptions how = options();
  const std::string first = trained(examples, how).serialise();
  CHECK(trained(examples, how).serialise() == first);
  how.seed = 2;
  CHECK(trained(examples, how).serialise() != first);
}

TEST_CASE("what tells the labels apart is learned, and holds on lines not trained on") {
  const auto model = trained(lines(400, 0), options());
  CHECK(accuracy(model, lines(200, 0, 99)) > 0.97);
}

TEST_CASE("a set that weighs nothing teaches nothing") {
  auto examples = lines(400, 0);
  auto lies = lines(400, 1);
  for (Example& lie : lies) lie.weight = 0;
  examples.insert(examples.end(), lies.begin(), lies.end());
  CHECK(accuracy(trained(examples, options()), lines(200, 0, 99)) > 0.97);
}

TEST_CASE("quantising moves a sum by at most half a scale for every feature's value") {
  auto exact = train(lines(300, 0.2), options());
  REQUIRE(exact.ok());
  const auto small = quantise(*exact);
  REQUIRE(small.ok());
  const std::size_t labels = small->labels().size();
  for (const Example& example : lines(100, 0, 5)) {
    const ExampleLine holder(example);
    std::vector<classify::Feature> features;
    classify::line_features(holder.line().words, holder.line().language, small->parts().features, features);
    const auto sums = small->sums(holder.line());
    for (std::size_t i = 0; i < labels; ++i) {
      double wanted = static_cast<double>(exact->parts.extra_weights[i] * example.extras[0].value);
      double bound = 1e-4;
      for (const classify::Feature& f : features) {
        wanted += static_cast<double>(f.value * exact->weights[classify::bucket_of(f.hash, 12) * labels + i]);
        bound += static_cast<double>(std::abs(f.value) * small->parts().scales[i]) / 2;
      }
      CHECK(std::abs(sums[i] - wanted) <= bound);
    }
  }
}

TEST_CASE("calibration makes a sure model as sure as it is right") {
  TrainingOptions how = options();
  how.epochs = 30;
  how.l2 = 0;
  const auto sure = trained(lines(100, 0.3), how);
  const auto held = lines(1000, 0.3, 11);
  const auto calm = calibrate(sure, held);
  REQUIRE(calm.ok());
  CHECK(log_loss(*calm, held) < log_loss(sure, held) - 0.01);
  const auto unseen = lines(1000, 0.3, 12);
  double said = 0;
  for (const Example& example : unseen) {
    const auto p = calm->probabilities(ExampleLine(example).line());
    said += *std::max_element(p.begin(), p.end());
  }
  CHECK(said / 1000 == Approx(accuracy(*calm, unseen)).margin(0.06));
}

TEST_CASE("calibration shifts the labels of a language to how often they occur in it") {
  const auto model = trained(lines(400, 0.2), options());
  std::vector<Example> held;
  for (const Example& example : lines(1000, 0.2, 21)) {
    if (example.label == "fine" || held.size() % 9 == 0) held.push_back(example);
  }
  const auto calm = calibrate(model, held);
  REQUIRE(calm.ok());
  double bad = 0;
  double expected = 0;
  for (const Example& example : held) {
    bad += example.label == "bad" ? 1 : 0;
    expected += calm->probabilities(ExampleLine(example).line())[0];
  }
  CHECK(expected == Approx(bad).margin(0.05 * static_cast<double>(held.size())));
}

TEST_CASE("one label alone cannot be learned") {
  const std::vector<Example> one = {{"bad", "nl", "prut", {}, 1}};
  CHECK(train(one, options()).status().code() == absl::StatusCode::kInvalidArgument);
}

}  // namespace
}  // namespace aandacht::learn
