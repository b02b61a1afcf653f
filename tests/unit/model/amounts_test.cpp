#include "client/model/amounts.h"

#include "client/model/folder_model.h"
#include "tests/support/catch.h"

namespace aandacht::model {
namespace {

TEST_CASE("large numbers have a sign at every thousand, as each language writes it", "[amounts]") {
  CHECK(amount_text(0, Language::kDutch) == "0");
  CHECK(amount_text(999, Language::kDutch) == "999");
  CHECK(amount_text(12400, Language::kDutch) == "12.400");
  CHECK(amount_text(1234567, Language::kEnglish) == "1,234,567");
  CHECK(amount_text(-1000, Language::kEnglish) == "-1,000");
}

TEST_CASE("a file's size is told in the unit that somebody thinks in", "[amounts]") {
  CHECK(size_text(812, Language::kDutch) == "812 bytes");
  CHECK(size_text(64'400, Language::kDutch) == "64 kB");
  CHECK(size_text(3'140'000, Language::kDutch) == "3,1 MB");
  CHECK(size_text(3'140'000, Language::kEnglish) == "3.1 MB");
  CHECK(size_text(1'250'000'000, Language::kEnglish) == "1.2 GB");
}

TEST_CASE("folders are walked up to the root and no further", "[folder]") {
  CHECK(parent_of("/home/eva/Downloads") == "/home/eva");
  CHECK(parent_of("/home/eva/") == "/home");
  CHECK(parent_of("/home") == "/");
  CHECK(parent_of("/") == "/");
  CHECK(path_in("/", "a") == "/a");
  CHECK(path_in("/home", "a") == "/home/a");
  FolderState root;
  root.path = "/";
  root.has_parent = false;
  root.folders = {"home"};
  const FolderModel model = make_folder_model(root, Language::kEnglish);
  CHECK(model.go_to == std::vector<std::string>{"home"});
  CHECK(model.places == std::vector<std::string>{"/home"});
}

}  // namespace
}  // namespace aandacht::model
