// aandachtctl model: from a manifest to a file, the same every time.
#include <filesystem>
#include <fstream>

#include "client/ctl/model_manifest.h"
#include "client/ctl/model_training.h"
#include "nlohmann/json.hpp"
#include "shared/domain/redaction_lessons.h"
#include "shared/learn/sha256.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/ctl/run_ctl.h"

namespace aandacht::ctl {
namespace {

namespace fs = std::filesystem;

void write(const fs::path& path, const std::string& text) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

std::string lines() {
  std::string text;
  for (int i = 0; i < 40; ++i) {
    text += "negative\tnl\tservice\tdit is prut nummer " + std::to_string(i) + "\n";
    text += "positive\tnl\tservice\tdit is super nummer " + std::to_string(i) + "\n";
  }
  return text;
}

std::string manifest(const std::string& sha) {
  return R"([model.sentiment]
version = "sentiment-test-1"
bucket_bits = 10

[[set]]
model = "sentiment"
name = "theirs"
file = "theirs.tsv"
columns = ["label", "lang", "speaker", "text"]
calibrate = 0.3
licence = "MIT"
origin = "example/theirs @0123"
sha256 = ")" +
         sha + "\"\n";
}

TEST_CASE("a model is trained from a manifest, twice the same, and measured on what is left out") {
  const test::TemporaryFolder folder;
  write(folder.path() / "corpora" / "theirs.tsv", lines());
  write(folder.path() / "own.tsv", "negative\tnl\tservice\twat een prut\n");
  write(folder.path() / "sources.toml", manifest(learn::sha256(lines())) + R"(
[[set]]
model = "sentiment"
name = "own"
file = "own.tsv"
own = true
columns = ["label", "lang", "kind", "text"]
role = "test"
licence = "CC0"
origin = "written here"
)");
  const auto plan = read_plan(folder.path() / "sources.toml", "sentiment");
  INFO(plan.status());
  REQUIRE(plan.ok());
  const domain::Library library;
  const auto make = example_maker("sentiment", library);
  REQUIRE(make.ok());
  const auto portions = divide(*plan, folder.path(), folder.path() / "corpora", {}, library, *make);
  INFO(portions.status());
  REQUIRE(portions.ok());
  CHECK(portions->train.size() + portions->calibrate.size() == 80);
  CHECK(portions->calibrate.size() > 10);
  const auto once = train_model(plan->options, *portions);
  const auto again = train_model(plan->options, *portions);
  REQUIRE(once.ok());
  REQUIRE(again.ok());
  CHECK(once->serialise() == again->serialise());
  CHECK(once->version() == "sentiment-test-1");
  CHECK(training_figures(*once, *portions)["held"]["own nl"]["accuracy"] == 1.0);
  CHECK_FALSE(divide(*plan, folder.path(), folder.path() / "corpora", {"nobody"}, library, *make).ok());
}

TEST_CASE("a corpus that is missing or another is named, with what to do") {
  const test::TemporaryFolder folder;
  write(folder.path() / "sources.toml", manifest(learn::sha256(lines())));
  const auto plan = read_plan(folder.path() / "sources.toml", "sentiment");
  REQUIRE(plan.ok());
  const domain::Library library;
  const auto make = example_maker("sentiment", library);
  REQUIRE(make.ok());
  const auto missing = divide(*plan, folder.path(), folder.path(), {}, library, *make);
  REQUIRE_FALSE(missing.ok());
  CHECK(std::string(missing.status().message()).find("example/theirs @0123") != std::string::npos);
  write(folder.path() / "theirs.tsv", lines() + "neutral\tnl\tservice\tnog een\n");
  const auto other = divide(*plan, folder.path(), folder.path(), {}, library, *make);
  REQUIRE_FALSE(other.ok());
  CHECK(std::string(other.status().message()).find("SHA-256") != std::string::npos);
}

TEST_CASE("a wrong manifest is told with its line") {
  const test::TemporaryFolder folder;
  const fs::path path = folder.path() / "sources.toml";
  CHECK(read_plan(path, "sentiment").status().code() == absl::StatusCode::kNotFound);
  write(path, "[model.sentiment]\nversion = \"1\"\nepoch = 3\n");
  const auto unknown = read_plan(path, "sentiment");
  REQUIRE_FALSE(unknown.ok());
  CHECK(std::string(unknown.status().message()).find("sources.toml:3: 'epoch' is unknown") != std::string::npos);
  CHECK(read_plan(path, "other").status().code() == absl::StatusCode::kNotFound);
  write(path, "[model.sentiment\n");
  CHECK(read_plan(path, "sentiment").status().code() == absl::StatusCode::kInvalidArgument);
}

TEST_CASE("the same texts are always kept, about the share that was asked") {
  int kept = 0;
  for (int i = 0; i < 2000; ++i) kept += is_in_share("line " + std::to_string(i), 0.2) ? 1 : 0;
  CHECK(kept > 340);
  CHECK(kept < 460);
  CHECK_FALSE(is_in_share("line", 0));
}

/// A line in which the five digits of `number` must go.
std::string hidden_line(const std::string& number) {
  return R"({"speaker":"customer","lang":"nl","text":"het gaat om vak )" + number +
         R"( zei hij","spans":[{"start":16,"end":21,"kind":"secret"}]})"
         "\n";
}

std::string kept_line(const std::string& number) {
  return R"({"speaker":"customer","lang":"nl","text":"ik zag er )" + number + R"( op de foto","spans":[]})" + "\n";
}

/// A folder with a manifest of two sets, and content so small that it loads at once.
struct RedactionSets {
  RedactionSets() {
    std::string lines;
    for (int i = 0; i < 40; ++i) {
      lines += hidden_line(std::to_string(51234 + 917 * i)) + kept_line(std::to_string(52345 + 877 * i));
    }
    write(folder.path() / "many.jsonl", lines);
    write(folder.path() / "few.jsonl", hidden_line("74913") + kept_line("83517"));
    write(folder.path() / "sources.toml", R"([tagger.redaction]
version = "redaction-test-1"
bucket_bits = 12
epochs = 4
)" + set("many") + set("few"));
    write(folder.path() / "content" / "nl" / "all.toml",
          "[[rule]]\nid = \"taak\"\nlabel = \"blame\"\nphrases = [\"niet mijn taak\"]\n"
          "[[we_line]]\nlabel = \"blame\"\nown = \"Dat is van ons.\"\nact = \"Ik zoek het uit.\"\n");
  }
  static std::string set(const std::string& name) {
    return "[[set]]\nmodel = \"redaction\"\nname = \"" + name + "\"\nfile = \"" + name +
           ".jsonl\"\nown = true\nlicence = \"CC0\"\norigin = \"written here\"\n";
  }
  [[nodiscard]] Ran train(const std::vector<std::string>& more) const {
    std::vector<std::string> arguments = {"model", "train", "redaction", "--manifest", folder.file("sources.toml")};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_ctl(arguments);
  }
  [[nodiscard]] Ran eval(const std::vector<std::string>& more) const {
    std::vector<std::string> arguments = {"eval", "redaction", folder.file("few.jsonl"), "--content",
                                          folder.file("content")};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_ctl(arguments);
  }
  [[nodiscard]] std::string model() const { return folder.file("made.model"); }
  test::TemporaryFolder folder;
};

std::string bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

TEST_CASE("the redaction's tagger is trained from a manifest, twice the same, and its figures name the sets") {
  const RedactionSets sets;
  const Ran ran = sets.train({"--out", sets.model()});
  INFO(ran.err);
  REQUIRE(ran.exit == Exit::kOk);
  const auto figures = nlohmann::json::parse(ran.out);
  CHECK(figures["model"] == "redaction");
  CHECK(figures["version"] == "redaction-test-1");
  CHECK(figures["trained_on"] == nlohmann::json({{"many", 80}, {"few", 2}}));
  CHECK_FALSE(figures.contains("held"));
  const std::string bytes = bytes_of(sets.model());
  CHECK(figures["bytes"] == bytes.size());
  const auto tagger = classify::Tagger::parse(bytes);
  REQUIRE(tagger.ok());
  CHECK(tagger->parts().labels == domain::redaction::tagger_labels());
  REQUIRE(sets.train({"--out", sets.folder.file("again.model")}).exit == Exit::kOk);
  CHECK(bytes_of(sets.folder.file("again.model")) == bytes);
}

TEST_CASE("a set that is left out is measured on and not trained on, one that nobody has is refused") {
  const RedactionSets sets;
  const Ran ran = sets.train({"--out", sets.model(), "--leave-out", "few"});
  INFO(ran.err);
  REQUIRE(ran.exit == Exit::kOk);
  const auto figures = nlohmann::json::parse(ran.out);
  CHECK(figures["trained_on"] == nlohmann::json({{"many", 80}}));
  CHECK(figures["held"] == nlohmann::json({{"few", {{"words", 14}, {"kept_wrongly", 0}, {"hidden_wrongly", 0}}}}));
  const Ran turned = sets.train({"--out", sets.model(), "--leave-out", "many", "--leave-out", "few"});
  CHECK(turned.exit == Exit::kFailed);
  const Ran nobody = sets.train({"--out", sets.model(), "--leave-out", "nobody"});
  CHECK(nobody.exit == Exit::kFailed);
  CHECK_THAT(nobody.err, Catch::Matchers::Contains("no set is called 'nobody'"));
}

TEST_CASE("a line that is measured on is not learned from another set") {
  const RedactionSets sets;
  write(sets.folder.path() / "many.jsonl", hidden_line("74913"));
  const Ran ran = sets.train({"--out", sets.model(), "--leave-out", "few"});
  CHECK(ran.exit == Exit::kFailed);  // Nothing is left to learn.
  CHECK_FALSE(fs::exists(sets.model()));
}

TEST_CASE("without --out the redaction's training says where a model goes, and writes none") {
  const RedactionSets sets;
  const Ran ran = sets.train({"--content", sets.folder.file("content")});
  CHECK(ran.exit == Exit::kFailed);
  CHECK_THAT(ran.err, Catch::Matchers::Contains("--out") && Catch::Matchers::Contains("shared/domain/redaction.model"));
  CHECK(ran.out.empty());
  CHECK_FALSE(fs::exists(sets.folder.path() / "content" / "models"));
}

TEST_CASE("a wrong line and a set that is missing are told with file and line, or origin") {
  const RedactionSets sets;
  write(sets.folder.path() / "few.jsonl", kept_line("83517") + R"({"speaker":"customer","text":"x"})" + "\n");
  const Ran wrong = sets.train({"--out", sets.model()});
  CHECK(wrong.exit == Exit::kFailed);
  CHECK_THAT(wrong.err, Catch::Matchers::Contains("few.jsonl:2: `spans` is missing"));
  fs::remove(sets.folder.path() / "few.jsonl");
  const Ran missing = sets.train({"--out", sets.model()});
  CHECK(missing.exit == Exit::kFailed);
  CHECK_THAT(missing.err, Catch::Matchers::Contains("'few'") && Catch::Matchers::Contains("written here"));
  CHECK_FALSE(fs::exists(sets.model()));
}

TEST_CASE("eval redaction measures a tagger of one's own, and refuses a file that is damaged or not there") {
  const RedactionSets sets;
  REQUIRE(sets.train({"--out", sets.model(), "--leave-out", "few"}).exit == Exit::kOk);
  const Ran shipped = sets.eval({});
  INFO(shipped.err);
  REQUIRE(shipped.exit == Exit::kOk);
  CHECK(nlohmann::json::parse(shipped.out)["spans"]["hidden"] == 0);
  const Ran own = sets.eval({"--model", sets.model()});
  INFO(own.err);
  REQUIRE(own.exit == Exit::kOk);
  CHECK(nlohmann::json::parse(own.out)["spans"]["hidden"] == 1);
  CHECK(nlohmann::json::parse(own.out)["lookalikes_hidden"]["count"] == 0);
  const std::string bytes = bytes_of(sets.model());
  for (const std::string& damaged : {std::string(), std::string("nonsense"), bytes.substr(0, bytes.size() / 2)}) {
    write(sets.folder.path() / "damaged.model", damaged);
    const Ran ran = sets.eval({"--model", sets.folder.file("damaged.model")});
    CHECK(ran.exit == Exit::kFailed);
    CHECK_THAT(ran.err, Catch::Matchers::Contains("damaged.model: "));
    CHECK(ran.out.empty());
  }
  const Ran nowhere = sets.eval({"--model", sets.folder.file("nowhere.model")});
  CHECK(nowhere.exit == Exit::kFailed);
  CHECK_THAT(nowhere.err, Catch::Matchers::Contains("nowhere.model: there is no such file"));
}

}  // namespace
}  // namespace aandacht::ctl
