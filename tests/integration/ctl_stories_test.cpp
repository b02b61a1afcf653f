// A customer's consent, from the command to the agent's screen and back.
#include <fstream>

#include "client/net/channel.h"
#include "client/net/story_photo.h"
#include "nlohmann/json.hpp"
#include "tests/integration/ctl_service.h"
#include "tests/support/awaited.h"
#include "tests/unit/picture/made_pictures.h"

namespace aandacht::test {
namespace {

using ctl::Exit;
using nlohmann::json;

std::vector<std::string> put(const std::string& id, std::vector<std::string> more = {}) {
  const absl::CivilDay today = absl::ToCivilDay(absl::Now(), absl::UTCTimeZone());
  std::vector<std::string> arguments{"stories",
                                     "put",
                                     id,
                                     "--customer",
                                     "A. Voorbeeld",
                                     "--lang",
                                     "nl",
                                     "--line",
                                     "Ze belde vier keer.",
                                     "--consent-given",
                                     absl::FormatCivilTime(today - 1),
                                     "--expires",
                                     absl::FormatCivilTime(today + 30),
                                     "--purpose",
                                     "op het scherm van medewerkers"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return arguments;
}

TEST_CASE("a story that was put is listed with its consent, and withdrawn it is gone", "[ctl]") {
  CtlService service;
  const TemporaryFolder folder;
  const std::string photo = folder.file("photo.jpg");
  std::ofstream(photo, std::ios::binary) << picture::jpeg_file(640, 480, [](int, int) { return 0x336699ffU; });
  const CtlRan stored = service.run(put("s1", {"--photo", photo, "--ending", "Iemand belde terug."}));
  INFO(stored.err);
  REQUIRE(stored.exit == Exit::kOk);
  const CtlRan listed = service.run({"stories", "list", "--json"});
  REQUIRE(listed.lines().size() == 1);
  const json story = json::parse(listed.lines()[0]);
  CHECK(story["customer"] == "A. Voorbeeld");
  CHECK(story["photo"] == true);
  CHECK(story["purpose"] == "op het scherm van medewerkers");
  CHECK_THAT(service.run({"stories", "list"}).out, Catch::Matchers::Contains("agreed on"));
  REQUIRE(service.run({"stories", "withdraw", "s1"}).exit == Exit::kOk);
  CHECK(service.run({"stories", "list"}).out.empty());
  const CtlRan again = service.run({"stories", "withdraw", "s1"});
  CHECK(again.exit == Exit::kFailed);
  CHECK_THAT(again.err, Catch::Matchers::Contains("no such story"));
}

TEST_CASE("the overlay gets a small photo of a story, and none any more once it is withdrawn", "[ctl]") {
  CtlService service;
  const TemporaryFolder folder;
  const std::string file = folder.file("photo.jpg");
  std::ofstream(file, std::ios::binary) << picture::jpeg_file(640, 480, [](int, int) { return 0x336699ffU; });
  REQUIRE(service.run(put("s1", {"--photo", file})).exit == Exit::kOk);
  net::StoryPhoto photos(net::open_channel(service.address()));
  Awaited<net::Photo> shown;
  photos.ask("s1", shown.callback());
  REQUIRE(shown.get().ok());
  CHECK(shown.get()->width == 192);
  CHECK(shown.get()->height == 144);
  REQUIRE(service.run({"stories", "withdraw", "s1"}).exit == Exit::kOk);
  Awaited<net::Photo> gone;
  photos.ask("s1", gone.callback());
  CHECK(absl::IsNotFound(gone.get().status()));
}

TEST_CASE("a story without consent, with a day that is none or a photo that is none is refused in a sentence",
          "[ctl]") {
  CtlService service;
  CHECK(service.run({"stories", "put", "s1", "--customer", "A", "--lang", "nl", "--line", "x"}).exit == Exit::kUsage);
  CHECK_THAT(service.run(put("s1", {"--photo", "nowhere.png"})).err, Catch::Matchers::Contains("cannot read"));
  const TemporaryFolder folder;
  std::ofstream(folder.file("text.png")) << "this is no picture";
  const CtlRan refused = service.run(put("s1", {"--photo", folder.file("text.png")}));
  CHECK(refused.exit == Exit::kFailed);
  CHECK_THAT(refused.err, Catch::Matchers::Contains("no PNG or JPEG"));
  std::vector<std::string> wrong = put("s1");
  wrong[10] = "yesterday";
  CHECK_THAT(service.run(wrong).err, Catch::Matchers::Contains("2026-11-22"));
  CHECK(service.run({"stories", "list"}).out.empty());
}

}  // namespace
}  // namespace aandacht::test
