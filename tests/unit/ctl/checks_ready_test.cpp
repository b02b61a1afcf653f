// What the doctor says of being not ready, on a machine that a test made.
#include <fstream>

#include "client/ctl/checks.h"
#include "client/ready/lease.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

namespace aandacht::ctl {
namespace {

class Desk {
 public:
  Desk() {
    for (const char* name : {"aandacht-ready", "asterisk"}) {
      std::ofstream(folder_.file(name)) << "#!/bin/sh\n";
      std::filesystem::permissions(folder_.file(name), std::filesystem::perms::owner_all);
    }
  }
  [[nodiscard]] Finding look(const ResetSettings& settings) const {
    return check_not_ready(settings, folder_.file(program), folder_.file("leases"), folder_.path().string());
  }
  [[nodiscard]] const test::TemporaryFolder& folder() const { return folder_; }
  std::string program = "aandacht-ready";

 private:
  test::TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("the doctor says what keeps calls away during a reset", "[doctor]") {
  const Desk desk;
  CHECK(desk.look({.softphone = "baresip:127.0.0.1:4444"}).health == Health::kOk);
  CHECK(desk.look({.softphone = "none"}).health == Health::kWarning);
  CHECK(desk.look({.softphone = "baresip:127.0.0.1:4444", .hold_off = "off"}).health == Health::kWarning);
  CHECK(desk.look({.not_ready = "asterisk -rx 'queue pause member PJSIP/7'", .ready = "asterisk -rx x"}).health ==
        Health::kOk);
}

TEST_CASE("the doctor names what is wrong with the commands of a reset", "[doctor]") {
  Desk desk;
  CHECK(desk.look({.not_ready = "asterisk"}).what.find("only not_ready") != std::string::npos);
  CHECK(desk.look({.ready = "asterisk"}).what.find("only ready") != std::string::npos);
  const Finding missing = desk.look({.not_ready = "asterisk -rx x", .ready = "asteriks -rx x"});
  CHECK(missing.health == Health::kBroken);
  CHECK(missing.what.find("\"asteriks\"") != std::string::npos);
  CHECK(desk.look({.not_ready = "/no/such/program", .ready = "asterisk"}).health == Health::kBroken);
  CHECK(desk.look({.not_ready = "if true; then asterisk; fi", .ready = "PBX=a asterisk"}).health == Health::kOk);
  desk.program = "nowhere";
  CHECK(desk.look({.not_ready = "asterisk", .ready = "asterisk"}).health == Health::kBroken);
}

TEST_CASE("the doctor tells of a ready command that was never run", "[doctor]") {
  const Desk desk;
  { REQUIRE(ready::Lease::take(desk.folder().file("leases"), {{"sanne", ""}, "asterisk"}).ok()); }
  const Finding owed = desk.look({.not_ready = "asterisk", .ready = "asterisk"});
  CHECK(owed.health == Health::kBroken);
  CHECK(owed.advice.find("aandachtctl ready") != std::string::npos);
}

TEST_CASE("the settings of a reset are read whatever else is wrong with the file", "[doctor]") {
  const test::TemporaryFolder folder;
  std::ofstream(folder.file("overlay.toml")) << "softphone = \"baresip:127.0.0.1:4444\"\nwidth = \"x\"\n[reset]\n"
                                                "hold_off = \"maybe\"\nnot_ready = \"pause\"\nready = \"go\"\n";
  const ResetSettings settings = reset_settings(folder.file("overlay.toml"));
  CHECK(settings.softphone == "baresip:127.0.0.1:4444");
  CHECK(settings.hold_off == "refuse");
  CHECK(settings.not_ready == "pause");
  CHECK(settings.ready == "go");
  CHECK(reset_settings(folder.file("nowhere.toml")).ready.empty());
}

}  // namespace aandacht::ctl
