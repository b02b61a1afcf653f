// Every text of the windows fits where it stands, in the narrowest column and in both languages.
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "client/model/strings.h"
#include "tests/support/catch.h"
#include "tests/ui/view_fixture.h"

namespace aandacht::test {
namespace {

using model::Language;

constexpr char kEllipsis[] = "…";
constexpr std::size_t kLeast = 4;  // bytes that tell which text was cut

/// The text that a run is the cut begin of; empty when it is whole, or words of a customer.
std::string cut_text(const std::string& run, Language language) {
  if (!absl::EndsWith(run, kEllipsis)) return {};
  const std::string begin = run.substr(0, run.size() - (sizeof(kEllipsis) - 1));
  if (begin.size() < kLeast) return {};
  for (int key = 0; key < static_cast<int>(model::Text::kCount); ++key) {
    const std::string text = model::text(static_cast<model::Text>(key), language);
    const std::string fixed = text.substr(0, text.find('$'));
    if (text == run || fixed.size() <= begin.size()) continue;
    if (absl::StartsWith(fixed, begin)) return text;
  }
  return {};
}

TEST_CASE("a text that was cut is told from one that is whole and from a customer's words") {
  CHECK(cut_text("nummer on…", Language::kDutch) == "nummer onbekend");
  CHECK(cut_text("nummer onbekend", Language::kDutch).empty());
  CHECK(cut_text("Terugbetaling van de…", Language::kDutch).empty());
}

TEST_CASE("no text of the windows is cut in the narrowest column, in either language") {
  const auto language = GENERATE(Language::kDutch, Language::kEnglish);
  OverlayFixture overlay(overlay_model(Scene::kIdle, language), {.width = 300});
  for (const Scene scene : all_scenes()) {
    overlay.show(overlay_model(scene, language));
    const auto text = overlay.ui().text();
    REQUIRE_FALSE(text.runs().empty());
    for (const auto& run : text.runs()) {
      INFO(name_of(scene) << ": " << run.text);
      CHECK(cut_text(run.text, language) == "");
    }
  }
}

}  // namespace
}  // namespace aandacht::test
