#include "client/render/png.h"

#include <filesystem>

#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

namespace aandacht::test {

TEST_CASE("a canvas is written as a PNG of its size", "[png]") {
  render::Canvas canvas(300, 20);
  const std::vector<unsigned char> png = render::to_png(canvas);
  REQUIRE(png.size() > 33);
  CHECK(png[1] == 'P');
  CHECK((png[18] * 256 + png[19]) == 300);
  CHECK(png[23] == 20);
  CHECK(png[25] == 2);  // colour type: RGB
}

TEST_CASE("a PNG is written to a file, and what goes wrong is told", "[png]") {
  const TemporaryFolder folder;
  render::Canvas canvas(3, 2);
  CHECK(render::write_png(canvas, folder.file("a.png")).ok());
  CHECK(std::filesystem::file_size(folder.file("a.png")) > 33);
  const absl::Status missing = render::write_png(canvas, folder.file("no/such/folder.png"));
  CHECK(missing.code() == absl::StatusCode::kUnavailable);
  CHECK(missing.message().find("folder.png") != std::string::npos);
  CHECK(render::write_png(render::Canvas(), folder.file("b.png")).code() == absl::StatusCode::kInvalidArgument);
}

}  // namespace aandacht::test
