// Trained models beside the rules: optional, loaded by name, and told by name when they are damaged.
#include <filesystem>
#include <fstream>

#include "shared/content/load.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

namespace aandacht::content {
namespace {

namespace fs = std::filesystem;

/// A content folder with one language and nothing in it.
void make_content(const fs::path& folder) {
  fs::create_directories(folder / "nl");
  std::ofstream(folder / "nl" / "words.toml") << "[phrases]\n";
}

void add_model(const fs::path& folder, const std::string& bytes) {
  fs::create_directories(folder / "models" / "training");
  std::ofstream(folder / "models" / "tiny.model", std::ios::binary) << bytes;
  std::ofstream(folder / "models" / "training" / "lines.tsv") << "no model\n";
}

std::string tiny_model() {
  classify::ModelParts parts;
  parts.name = "tiny";
  parts.version = "tiny-1";
  parts.labels = {"a", "b"};
  parts.bucket_bits = 1;
  parts.weights = {1, -1, 2, -2};
  parts.scales = {1, 1};
  parts.biases = {0, 0};
  parts.temperatures = {1};
  return classify::LinearModel::create(std::move(parts)).value().serialise();
}

TEST_CASE("models are loaded by the name of their file, and two loads are equal") {
  const test::TemporaryFolder folder;
  make_content(folder.path());
  const auto without = load_library(folder.path());
  REQUIRE(without.ok());
  CHECK(without->models.empty());
  add_model(folder.path(), tiny_model());
  const auto once = load_library(folder.path());
  const auto again = load_library(folder.path());
  INFO(once.status());
  REQUIRE(once.ok());
  REQUIRE(again.ok());
  REQUIRE(once->models.find_model("tiny") != nullptr);
  CHECK(once->models.find_model("tiny")->version() == "tiny-1");
  CHECK(*once == *again);
  CHECK_FALSE(*once == *without);
}

TEST_CASE("a damaged model is an error that names its file") {
  const test::TemporaryFolder folder;
  make_content(folder.path());
  add_model(folder.path(), tiny_model().substr(0, 60));
  const auto library = load_library(folder.path());
  REQUIRE_FALSE(library.ok());
  CHECK(std::string(library.status().message()).find("tiny.model: the model file is damaged") != std::string::npos);
}

TEST_CASE("words of one weight may stand together; a word that is no weight is told") {
  const SourceFile good{"nl/a.toml", "nl", "[weights.list]\nzeer = 1\n\"-1.5\" = \"vies goor\"\n"};
  const auto library = parse_library(std::vector{good});
  INFO(library.status());
  REQUIRE(library.ok());
  const std::map<std::string, double> wanted = {{"zeer", 1}, {"vies", -1.5}, {"goor", -1.5}};
  CHECK(library->lexicons.at("nl").weights.at("list") == wanted);
  const SourceFile bad{"nl/a.toml", "nl", "[weights.list]\nvies = \"goor\"\n"};
  const auto refused = parse_library(std::vector{bad});
  REQUIRE_FALSE(refused.ok());
  CHECK(std::string(refused.status().message()).find("nl/a.toml:2:") != std::string::npos);
}

}  // namespace
}  // namespace aandacht::content
