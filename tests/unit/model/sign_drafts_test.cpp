#include "client/model/sign_drafts.h"

#include "tests/support/catch.h"

namespace aandacht::test {
namespace {

using domain::SignPlace;

const absl::CivilDay kToday(2026, 3, 2);

void type(model::SignsState& state, const std::string& words) {
  state.draft.text = words;
  state.dirty = true;
}

}  // namespace

TEST_CASE("who looks at another question or place finds what they wrote of a sign as they left it", "[signs]") {
  model::SignsState state;
  model::SignDrafts drafts;
  const absl::CivilDay chosen = kToday - 3;
  CHECK(model::select_sign(state, drafts, "q0", SignPlace::kSite, kToday, kToday) == kToday);
  type(state, "Waar blijft mijn terugbetaling?");
  CHECK(model::select_sign(state, drafts, "q0", SignPlace::kIvr, chosen, kToday) == kToday);
  CHECK(state.draft.text.empty());
  CHECK_FALSE(state.dirty);
  type(state, "U hoort van ons binnen een week.");
  CHECK(model::select_sign(state, drafts, "q1", SignPlace::kSite, kToday, kToday) == kToday);
  CHECK(state.draft.text.empty());
  CHECK(drafts.size() == 2);
  CHECK(model::select_sign(state, drafts, "q0", SignPlace::kSite, kToday, kToday) == chosen);
  CHECK(state.draft.text == "Waar blijft mijn terugbetaling?");
  CHECK(state.dirty);
  CHECK(model::select_sign(state, drafts, "q0", SignPlace::kIvr, chosen, kToday) == kToday);
  CHECK(state.draft.text == "U hoort van ons binnen een week.");
  CHECK(drafts.size() == 1);
}

TEST_CASE("a sign that was stored is read anew, not kept", "[signs]") {
  model::SignsState state;
  model::SignDrafts drafts;
  CHECK(model::select_sign(state, drafts, "q0", SignPlace::kSite, kToday, kToday) == kToday);
  type(state, "Waar blijft mijn terugbetaling?");
  state.dirty = false;
  domain::Sign stored = state.draft;
  stored.text = "Iemand anders schreef dit daarna.";
  stored.up = kToday - 9;
  state.signs.push_back({stored, ""});
  CHECK(model::select_sign(state, drafts, "q1", SignPlace::kSite, kToday, kToday) == kToday);
  CHECK(model::select_sign(state, drafts, "q0", SignPlace::kSite, kToday, kToday) == kToday - 9);
  CHECK(state.draft.text == "Iemand anders schreef dit daarna.");
}

}  // namespace aandacht::test
