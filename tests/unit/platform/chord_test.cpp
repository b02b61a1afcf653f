#include "client/platform/chord.h"

#include "tests/support/catch.h"

namespace aandacht::platform {
namespace {

struct Written {
  const char* text;
  Chord chord;
  const char* shown;
};

struct Mistake {
  const char* text;
  const char* why;
};

}  // namespace

TEST_CASE("a chord is read as people and GTK write it, and shown in one way") {
  const Written table[] = {
      {"Ctrl+Alt+G", {{.ctrl = true, .alt = true}, "g"}, "Ctrl+Alt+G"},
      {"alt+ctrl+g", {{.ctrl = true, .alt = true}, "g"}, "Ctrl+Alt+G"},
      {" Control + Alt + 1 ", {{.ctrl = true, .alt = true}, "1"}, "Ctrl+Alt+1"},
      {"<Primary><Alt>g", {{.ctrl = true, .alt = true}, "g"}, "Ctrl+Alt+G"},
      {"<Super>F9", {{.super = true}, "F9"}, "Super+F9"},
      {"Super+f9", {{.super = true}, "F9"}, "Super+F9"},
      {"Win+Shift+Page Up", {{.shift = true, .super = true}, "Page_Up"}, "Shift+Super+Page Up"},
      {"Mod4+page_down", {{.super = true}, "Page_Down"}, "Super+Page Down"},
      {"Ctrl+Alt+Space", {{.ctrl = true, .alt = true}, "space"}, "Ctrl+Alt+Space"},
      {"Ctrl+Enter", {{.ctrl = true}, "Return"}, "Ctrl+Enter"},
      {"Ctrl+plus", {{.ctrl = true}, "plus"}, "Ctrl+plus"},
      {"F12", {{}, "F12"}, "F12"},
      {"Pause", {{}, "Pause"}, "Pause"},
  };
  for (const Written& row : table) {
    INFO(row.text);
    const auto chord = parse_chord(row.text);
    REQUIRE(chord.ok());
    CHECK(*chord == row.chord);
    CHECK(to_string(*chord) == row.shown);
    CHECK(*parse_chord(to_string(*chord)) == row.chord);
  }
}

TEST_CASE("what is wrong with a chord is said in words that help") {
  const Mistake table[] = {
      {"", "must end with a key"},
      {"Ctrl+", "+ is written \"plus\""},
      {"Ctrl+Alt", "must end with a key"},
      {"<Primary><Alt>", "must end with a key"},
      {"Ctrl+AltGr+G", "has \"AltGr\" where"},
      {"Hyper+G", "has \"Hyper\" where"},
      {"Ctrl+Ctrl+G", "names Ctrl twice"},
      {"Ctrl+Alt+Gg", "names no key that is known: \"Gg\""},
      {"Ctrl+F25", "names no key that is known: \"F25\""},
      {"Ctrl+F0", "names no key that is known"},
      {"Ctrl+Alt+é", "names no key that is known"},
      {"g", "would take G from everything you type"},
      {"Shift+Space", "would take Shift+Space from everything you type"},
      {"Escape", "would take Esc from everything"},
  };
  for (const Mistake& row : table) {
    INFO(row.text);
    const auto chord = parse_chord(row.text);
    REQUIRE_FALSE(chord.ok());
    CHECK(chord.status().code() == absl::StatusCode::kInvalidArgument);
    CHECK_THAT(std::string(chord.status().message()), Catch::Contains(row.why));
  }
}

}  // namespace aandacht::platform
