#include "client/overlay/standing_words.h"

#include "tests/support/catch.h"

namespace aandacht::overlay {

using model::Language;
using platform::Followed;

TEST_CASE("A desktop that lets the window be all it wants needs no words") {
  CHECK(standing_words({.manager = "Openbox"}, "right-edge", Language::kDutch).empty());
  CHECK(standing_words({.followed = Followed::kInSight}, "beside:twinkle", Language::kDutch).empty());
  // Minimised is what the agent did; there is nothing wrong with it.
  CHECK(standing_words({.followed = Followed::kHidden}, "beside:twinkle", Language::kDutch).empty());
}

TEST_CASE("What the desktop does not let the window be is said, each thing for itself") {
  const auto said = [](const platform::Standing& standing) {
    const std::vector<std::string> words = standing_words(standing, "beside:twinkle", Language::kEnglish);
    return words.size() == 1 ? words[0] : "";
  };
  const auto names = [&](const platform::Standing& standing, const std::string& part) {
    INFO(said(standing));
    return said(standing).find(part) != std::string::npos;
  };
  CHECK(names({.followed = Followed::kNotFound}, "“twinkle”"));
  CHECK(names({.has_manager = false, .keeps_above = false}, "no window manager"));
  CHECK(names({.keeps_above = false}, "on top"));
  CHECK(names({.full_screen = true}, "whole screen"));
  CHECK(names({.wayland = true}, "Wayland"));
  CHECK(names({.placed_by_hand = true}, "Double-click"));
}

}  // namespace aandacht::overlay
