// What the settings window says about the desktop.
#include "client/model/window_findings.h"

#include "tests/support/catch.h"

namespace aandacht::model {

TEST_CASE("On a desktop where all is well there is nothing to say") {
  CHECK(window_findings({}, Language::kDutch).empty());
  CHECK(window_findings({.follows = true, .found = true, .window = "twinkle"}, Language::kDutch).empty());
}

TEST_CASE("A softphone's window that is not found is named as it is in the settings") {
  const auto found = window_findings({.follows = true, .found = false, .window = "twinkle"}, Language::kEnglish);
  REQUIRE(found.size() == 1);
  CHECK(found[0].find("“twinkle”") != std::string::npos);
}

TEST_CASE("Without a window manager it is not said as well that the manager keeps nothing on top") {
  CHECK(window_findings({.has_manager = false, .keeps_above = false}, Language::kDutch).size() == 1);
  CHECK(window_findings({.keeps_above = false}, Language::kDutch).size() == 1);
}

TEST_CASE("Everything at once is one sentence each") {
  const WindowStanding worst{.wayland = true,
                             .keeps_above = false,
                             .full_screen = true,
                             .follows = true,
                             .found = false,
                             .window = "x",
                             .placed_by_hand = true};
  for (const Language language : {Language::kDutch, Language::kEnglish}) {
    CHECK(window_findings(worst, language).size() == 5);
  }
}

}  // namespace aandacht::model
