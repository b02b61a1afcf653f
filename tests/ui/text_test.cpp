#include "client/ui/text.h"

#include "client/ui/fonts.h"
#include "tests/support/catch.h"

namespace aandacht::ui {
namespace {

struct Page {
  ImFontAtlas atlas;
  Look look = make_look(Palette::kLight, 1, atlas);
};

Page& page() {
  static Page page;
  return page;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += (out.empty() ? "" : "|") + line;
  return out;
}

TEST_CASE("faces have the letters of Dutch and of its neighbours' names, quotation marks and the euro") {
  for (const ImWchar letter :
       {u'é', u'ë', u'ï', u'ó', u'ü', u'Ł', u'ş', u'ğ', u'ő', u'€', u'“', u'”', u'’', u'…', u'·', u'–'}) {
    for (const Type type : {Type::kSmall, Type::kSmallBold, Type::kBody, Type::kBodyBold, Type::kSay}) {
      INFO(static_cast<int>(letter));
      CHECK(page().look.fonts.face(type)->FindGlyphNoFallback(letter) != nullptr);
    }
  }
}

TEST_CASE("names and words of customers may be Vietnamese") {
  for (const Type type : {Type::kBody, Type::kBodyBold}) {
    CHECK(page().look.fonts.face(type)->FindGlyphNoFallback(u'ễ') != nullptr);
  }
}

TEST_CASE("digits of a running time are as wide as each other") {
  for (const Type type : {Type::kClock, Type::kFigures}) {
    for (const char digit : std::string("123456789")) {
      CHECK(text_width(page().look, type, std::string(1, digit)) == text_width(page().look, type, "0"));
    }
  }
}

TEST_CASE("without a font file something can be read all the same") {
  ImFontAtlas atlas;
  const Fonts fonts = load_fonts(atlas, 2, {"/nowhere/regular.otf", ""});
  for (const ImFont* face : fonts.faces) REQUIRE(face != nullptr);
  CHECK(fonts.face(Type::kBody)->FindGlyphNoFallback('a') != nullptr);
}

TEST_CASE("a scale enlarges everything by one factor") {
  ImFontAtlas atlas;
  const Fonts fonts = load_fonts(atlas, 2, find_fonts());
  CHECK(fonts.pitch(Type::kBody) == Approx(2 * page().look.pitch(Type::kBody)).margin(1));
  CHECK(fonts.face(Type::kSay)->FontSize == Approx(2 * page().look.fonts.face(Type::kSay)->FontSize).epsilon(0.03));
}

TEST_CASE("text breaks at spaces and keeps its lines within the width") {
  const std::string words = "dat hebben wij niet goed gedaan, ik zoek nu zelf uit waar uw geld is";
  const auto lines = wrap(page().look, Type::kBody, words, 180);
  CHECK(lines.size() > 2);
  std::string again;
  for (const std::string& line : lines) {
    CHECK(text_width(page().look, Type::kBody, line) <= 180);
    again += (again.empty() ? "" : " ") + line;
  }
  CHECK(again == words);
}

TEST_CASE("a word too long for the column is cut with a hyphen between syllables") {
  const auto lines = wrap(page().look, Type::kSay, "arbeidsongeschiktheidsverzekering", 240);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].ends_with("-"));
  CHECK(text_width(page().look, Type::kSay, lines[0]) <= 240);
  CHECK(lines[0].substr(0, lines[0].size() - 1) + lines[1] == "arbeidsongeschiktheidsverzekering");
}

TEST_CASE("a soft hyphen is where a word is cut, and unseen otherwise") {
  const auto cut = wrap(page().look, Type::kSay, "arbeids\xC2\xADongeschiktheids\xC2\xADverzekering", 280);
  CHECK(joined(cut) == "arbeidsongeschiktheids-|verzekering");
  CHECK(joined(wrap(page().look, Type::kSmall,
                    "post\xC2\xAD"
                    "bode",
                    280)) == "postbode");
}

TEST_CASE("a hyphen and a slash end a line where need be, a line feed always") {
  CHECK(joined(wrap(page().look, Type::kBody, "een\ntwee", 300)) == "een|twee");
  const auto lines = wrap(page().look, Type::kBody, "Hoogstraten-Oosterdiepenveen", 150);
  CHECK(lines[0] == "Hoogstraten-");
}

TEST_CASE("empty text is one empty line, and the narrowest column still ends") {
  CHECK(joined(wrap(page().look, Type::kBody, "", 100)).empty());
  CHECK(wrap(page().look, Type::kBody, "", 100).size() == 1);
  CHECK(wrap(page().look, Type::kBody, "één", 1).size() == 3);
}

TEST_CASE("what is cut off ends with an ellipsis inside the width") {
  const auto lines = wrap(page().look, Type::kBody, "een zin die veel te lang is voor twee korte regels", 120, 2);
  REQUIRE(lines.size() == 2);
  CHECK(lines[1].ends_with("…"));
  CHECK(text_width(page().look, Type::kBody, lines[1]) <= 120);
  CHECK(shortened(page().look, Type::kBody, "kort", 200) == "kort");
  CHECK(shortened(page().look, Type::kBody, "ééééééééé", 40).ends_with("…"));
  CHECK(shortened(page().look, Type::kBody, "lang", 1) == "…");
}

TEST_CASE("balanced lines are as many, and none is much shorter") {
  const std::string words = "4e contact over “Internet valt ’s avonds weg” in 6 weken";
  const auto plain = wrap(page().look, Type::kSmallBold, words, 348);
  const auto balanced = wrap_balanced(page().look, Type::kSmallBold, words, 348);
  CHECK(balanced.size() == plain.size());
  CHECK(text_width(page().look, Type::kSmallBold, balanced.back()) >
        text_width(page().look, Type::kSmallBold, plain.back()));
}

TEST_CASE("a long word that no longer fits is begun on the last line, and no pause stands before the ellipsis") {
  const float width = text_width(page().look, Type::kBody, "gehoord: “de arbeidsongeschikt…");
  const std::vector<std::string> cut =
      wrap(page().look, Type::kBody, "gehoord: “de arbeidsongeschiktheidsverzekeringsmaatschappij”", width, 1);
  REQUIRE(cut.size() == 1);
  CHECK(cut[0].starts_with("gehoord: “de arbeidsonge"));
  CHECK(cut[0].ends_with("…"));
  CHECK(shortened(page().look, Type::kBody, "gebeurd, en dan", text_width(page().look, Type::kBody, "gebeurd, e")) ==
        "gebeurd…");
}

}  // namespace
}  // namespace aandacht::ui
