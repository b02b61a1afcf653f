#include "client/ui/text_area.h"

#include "client/ui/button.h"
#include "client/ui/text_edit.h"
#include "tests/support/catch.h"
#include "tests/ui/console/page_fixture.h"

namespace aandacht::test {
namespace {

using render::Key;
using ui::TextEdit;

constexpr render::Modifiers kCtrl{.ctrl = true};
constexpr render::Modifiers kShift{.shift = true};
constexpr render::Modifiers kCtrlShift{.ctrl = true, .shift = true};

Key letter(char c) { return static_cast<Key>(static_cast<int>(Key::kA) + (c - 'A')); }

/// A field of several lines with one of a single line and a button under it.
struct Form {
  ui::TextArea area{"", 60};
  ui::TextArea line{"", 40, true};
  ui::TextEvent last;
  int entered = 0;
  int pressed = 0;
  ui::Box box;  // Of the area.
  PageFixture page{[this](supervisor::PageFrame& frame) {
                     ui::Pen pen = pen_of(frame);
                     box.low = {pen.x(), pen.y()};
                     last = ui::draw_text_area(pen, "area", area, {.lines = 3, .hint = "Wat wil je zeggen?"});
                     box.high = {pen.right(), pen.y()};
                     pen.skip(8);
                     if (ui::draw_text_line(pen, "line", line, "Waarom?").entered) ++entered;
                     pen.skip(8);
                     if (ui::draw_buttons(pen, {{"go", "Versturen"}}) == 0) ++pressed;
                   },
                   {.width = 320, .height = 400}};

  HeadlessUi& ui() { return page.ui(); }
  void begin() { ui().click("Wat wil je zeggen?"); }
};

}  // namespace

TEST_CASE("a hint that needs more than a line goes on in the next") {
  ui::TextArea area;
  PageFixture page(
      [&](supervisor::PageFrame& frame) {
        ui::Pen pen = pen_of(frame);
        ui::draw_text_area(pen, "area", area,
                           {.lines = 3, .hint = "Wat wil je laten weten? Zeg wat kan, geen opdracht."});
      },
      {.width = 300, .height = 200});
  CHECK(page.ui().find("Wat wil je")->top < page.ui().find("geen opdracht.")->top);
}

TEST_CASE("a pressed text area takes what is typed, and its hint goes") {
  Form form;
  CHECK(form.ui().sees("Wat wil je zeggen?"));
  form.begin();
  form.ui().type("één kop koffie");
  CHECK(form.area.text() == "één kop koffie");
  CHECK(form.ui().sees("één kop koffie"));
  CHECK_FALSE(form.ui().sees("Wat wil je zeggen?"));
  CHECK(form.ui().sees("Waarom?"));
}

TEST_CASE("text that is too wide for the area is wrapped after a blank, and no character of it is lost") {
  Form form;
  form.begin();
  form.ui().type("een twee drie vier vijf zes zeven acht negen tien elf");
  REQUIRE(form.area.lines.size() >= 2);
  std::string all;
  for (const ui::TextLine& line : form.area.lines) {
    all += form.area.text().substr(line.begin, line.end - line.begin);
    CHECK(ui::text_width(form.page.look(), ui::Type::kBody,
                         form.area.text().substr(line.begin, line.end - line.begin)) <= 320);
  }
  CHECK(all == form.area.text());
  CHECK(form.area.text()[form.area.lines[1].begin - 1] == ' ');
}

TEST_CASE("a word longer than the area is broken inside") {
  Form form;
  form.begin();
  form.ui().type("hottentottententententoonstellingsmakersopleiding");
  CHECK(form.area.lines.size() == 2);
}

TEST_CASE("Enter breaks the line in an area, and in a field of one line it says so") {
  Form form;
  form.begin();
  form.ui().type("a");
  form.ui().press(Key::kEnter);
  form.ui().type("b");
  CHECK(form.area.text() == "a\nb");
  form.ui().click("Waarom?");
  form.ui().type("c");
  form.ui().press(Key::kEnter);
  CHECK(form.line.text() == "c");
  CHECK(form.entered == 1);
}

TEST_CASE("arrows, Home and End move in a wrapped text, up and down keep to the column") {
  Form form;
  form.begin();
  form.ui().type("lang genoeg");
  form.ui().press(Key::kEnter);
  form.ui().type("kort");
  form.ui().press(Key::kEnter);
  form.ui().type("ook lang");
  form.ui().press(Key::kUp);
  CHECK(form.area.edit.caret() == std::string("lang genoeg\nkort").size());
  form.ui().press(Key::kDown);
  CHECK(form.area.edit.caret() == form.area.text().size());
  form.ui().press(Key::kHome);
  CHECK(form.area.edit.caret() == std::string("lang genoeg\nkort\n").size());
  form.ui().press(Key::kHome, kCtrl);
  CHECK(form.area.edit.caret() == 0);
  form.ui().press(Key::kRight, kCtrl);
  CHECK(form.area.edit.caret() == 5);
}

TEST_CASE("what is selected by keys can be cut and pasted") {
  Form form;
  form.begin();
  form.ui().type("ja nee");
  form.ui().press(Key::kLeft, kCtrlShift);
  CHECK(form.area.edit.selected() == "nee");
  form.ui().press(letter('X'), kCtrl);
  CHECK(form.area.text() == "ja ");
  form.ui().press(letter('V'), kCtrl);
  form.ui().press(letter('V'), kCtrl);
  CHECK(form.area.text() == "ja neenee");
  form.ui().press(letter('A'), kCtrl);
  form.ui().type("x");
  CHECK(form.area.text() == "x");
}

TEST_CASE("undo takes back a word at a time and redo brings it again") {
  Form form;
  form.begin();
  form.ui().type("een twee");
  form.ui().press(letter('Z'), kCtrl);
  CHECK(form.area.text() == "een ");
  form.ui().press(letter('Z'), kCtrl);
  CHECK(form.area.text().empty());
  form.ui().press(letter('Z'), kCtrlShift);
  form.ui().press(letter('Y'), kCtrl);
  CHECK(form.area.text() == "een twee");
}

TEST_CASE("Tab leaves a text area and Shift+Tab comes back, and neither writes into it") {
  Form form;
  form.begin();
  form.ui().type("a");
  form.ui().press(Key::kTab);
  form.ui().press(Key::kTab);
  form.ui().type("b");
  CHECK(form.line.text() == "b");
  form.ui().press(Key::kTab);
  form.ui().press(Key::kEnter);
  CHECK(form.pressed == 1);
  form.ui().press(Key::kTab, kShift);
  form.ui().type("c");
  CHECK(form.line.text() == "bc");
  CHECK(form.area.text() == "a");
}

TEST_CASE("a field holds no more than it may, and cuts no character") {
  TextEdit edit("", 5);
  edit.insert("ééé");
  CHECK(edit.text() == "éé");
  edit.insert("ab");
  CHECK(edit.text() == "ééa");
}

TEST_CASE("what is pasted into one line keeps no line breaks, control characters or broken bytes") {
  TextEdit edit("", 100, true);
  edit.insert(
      "a\nb\x01"
      "c\xFF");
  CHECK(edit.text() == "a bc\xEF\xBF\xBD");
}

TEST_CASE("a press in the middle of a text puts the caret there, a double press takes the word") {
  Form form;
  form.area.set("alpha beta gamma");
  form.page.settle();
  const auto place = form.ui().find("beta");
  REQUIRE(place);
  form.ui().click_at(place->centre().x, place->centre().y);
  CHECK(form.area.edit.caret() == 8);
  form.ui().click_at(place->centre().x, place->centre().y);
  CHECK(form.area.edit.selected() == "beta");
}

TEST_CASE("the caret is seen in a text of more lines than the area shows") {
  Form form;
  form.begin();
  for (const char* words : {"een", "twee", "drie", "vier", "vijf"}) {
    form.ui().type(words);
    form.ui().press(Key::kEnter);
  }
  form.ui().type("slot");
  form.page.settle();
  CHECK(form.ui().sees("slot"));
  CHECK_FALSE(form.ui().sees("een"));
  form.ui().press(Key::kHome, kCtrl);
  form.page.settle();
  CHECK(form.ui().sees("een"));
}

TEST_CASE("a field of several lines that was filled shows how it begins, and a bar leads to its end") {
  Form form;
  std::string words = "begin";
  for (int i = 0; i < 8; ++i) words += "\nregel";
  form.area.set(words + "\neinde");
  form.page.settle();
  REQUIRE(form.ui().sees("begin"));
  CHECK_FALSE(form.ui().sees("einde"));
  // The bar: at the field's right, low, three lines of text high.
  const auto begin = form.ui().find("begin");
  REQUIRE(begin.has_value());
  const float pitch = form.page.look().pitch(ui::Type::kBody);
  const ui::Box field = form.box;
  form.ui().click_at(field.high.x - 5, begin->top + 2.8F * pitch);
  form.page.settle();
  CHECK(form.ui().sees("einde"));
  CHECK(form.area.edit.caret() == 0);
}

}  // namespace aandacht::test
