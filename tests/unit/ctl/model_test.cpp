// aandachtctl model: from a manifest to a file, the same every time.
#include <filesystem>
#include <fstream>

#include "client/ctl/model_manifest.h"
#include "client/ctl/model_training.h"
#include "shared/learn/sha256.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

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

}  // namespace
}  // namespace aandacht::ctl
