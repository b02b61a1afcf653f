#include "tests/ui/example_library.h"

#include "absl/strings/str_cat.h"

namespace aandacht::test {
namespace {

using content::Field;
using content::ItemText;
using domain::ItemKind;
using domain::ItemState;
using model::Language;

const absl::Time kNow = absl::FromUnixSeconds(1772445600);

void set(ItemText& item, const char* name, const std::string& text) { item.set({name, Field::Shape::kText, text, {}}); }

ItemText dutch_why() {
  ItemText item{ItemKind::kWhy, "nl", "nl/terugbetaling", {}};
  set(item, "topic", "terugbetaling");
  set(item, "spoken", "de terugbetaling");
  item.set({"synonyms", Field::Shape::kList, {}, {"geld terug", "teruggave", "geld terugstorten"}});
  set(item, "rule", "Een terugbetaling staat binnen vijf werkdagen op de rekening.");
  set(item, "emotion", "Het is uw geld, dus wachten daarop voelt niet goed.");
  set(item, "customer", "We kijken eerst na of het bedrag klopt. Zo krijgt u in één keer het goede bedrag.");
  set(item, "employee", "Ik kan u precies zeggen op welke dag het er is.");
  set(item, "organisation", "Tweemaal nakijken is goedkoper dan een fout bedrag terughalen.");
  return item;
}

ItemText english_why() {
  ItemText item{ItemKind::kWhy, "en", "en/terugbetaling", {}};
  set(item, "topic", "refund");
  set(item, "rule", "A refund is in the account within five working days.");
  set(item, "emotion", "It is your money, so waiting for it does not feel right.");
  set(item, "customer", "We check the amount first, so you get the right sum in one go.");
  set(item, "employee", "I can tell you on which day it arrives.");
  set(item, "organisation", "Checking twice is cheaper than getting a wrong amount back.");
  return item;
}

domain::ItemVersion version(std::int64_t number, ItemState state, const ItemText& item, const char* who,
                            const char* note) {
  domain::ItemVersion made{number, number - 1, content::write_item(item), state, false, {}};
  made.steps = {{ItemState::kDraft, {who, who}, kNow - absl::Hours(26 - number), note}};
  if (state != ItemState::kDraft) made.steps.push_back({state, {"Kim Bosch", "Kim Bosch"}, kNow - absl::Hours(20), ""});
  return made;
}

domain::ItemRow row(ItemKind kind, const std::string& id, const std::string& title, ItemState state, bool in_force) {
  return {kind, id, id.substr(0, 2), title, state, state == ItemState::kShipped ? 0 : 2, in_force, "Kim Bosch", kNow};
}

std::vector<domain::ItemRow> rows() {
  using enum ItemState;
  return {row(ItemKind::kWhy, "nl/terugbetaling", "terugbetaling", kDraft, true),
          row(ItemKind::kWhy, "en/terugbetaling", "refund", kShipped, true),
          row(ItemKind::kWhy, "nl/bezorgtijd", "bezorgtijd", kLive, true),
          row(ItemKind::kWhy, "nl/oude-actie", "kortingsactie van vorig jaar", kRetired, false),
          row(ItemKind::kRule, "nl/hun-fout", "hun-fout", kReview, true),
          row(ItemKind::kTerm, "nl/EAN-code", "EAN-code", kShipped, true),
          row(ItemKind::kHabit, "nl/naam-twee-keer", "schrijf ik één woord op over hoe de klant zich voelde", kShipped,
              true),
          row(ItemKind::kPrompt, "nl/storing", "Er is een storing in {plaats}. We weten het.", kDraft, false)};
}

}  // namespace

model::LibraryState empty_library() {
  model::LibraryState state;
  state.connection = model::ConnectionState::kConnected;
  return state;
}

model::LibraryState typical_library(Language /*language*/) {
  model::LibraryState state = empty_library();
  state.rows = rows();
  state.rows_known = true;
  state.selected = model::LibraryKey{ItemKind::kWhy, "nl/terugbetaling"};
  const ItemText now = dutch_why();
  ItemText before = now;
  set(before, "customer", "We kijken het bedrag eerst na. Zo krijgt u het goede bedrag.");
  domain::ItemView view{ItemKind::kWhy, "nl/terugbetaling", "nl", content::write_item(before), {}, {}};
  view.in_force = version(1, ItemState::kLive, before, "Amir", "korter");
  view.newest = version(2, ItemState::kDraft, now, "Kim Bosch", "op verzoek van team 3");
  state.form = model::opened(view);
  state.twin = english_why();
  state.versions = {*view.newest, *view.in_force};
  state.findings = {{"customer", "jargon", "“bedrag” is jargon", "say “geld”, or say both"},
                    {"organisation", "level", "harder than B1, long word: “Tweemaal nakijken”", "use shorter words"}};
  return state;
}

model::LibraryState conflicting_library(Language language) {
  model::LibraryState state = typical_library(language);
  model::LibraryForm form = *state.form;
  set(form.mine, "customer", "We kijken eerst na of het bedrag klopt. Zo krijgt u vrijdag het goede bedrag.");
  ItemText theirs = dutch_why();
  set(theirs, "customer", "We kijken eerst na of het bedrag klopt. Zo krijgt u binnen vijf dagen het goede bedrag.");
  domain::ItemView view = form.view;
  view.newest = version(3, ItemState::kDraft, theirs, "Sanne", "");
  state.form = model::merged(form, view);
  state.merged_with = "Sanne";
  return state;
}

model::LibraryState full_library(Language language) {
  model::LibraryState state = typical_library(language);
  for (int i = 0; i < 200; ++i) {
    state.rows.push_back(row(ItemKind::kTerm, absl::StrCat("nl/vakwoord-", i),
                             absl::StrCat("arbeidsongeschiktheidsverzekeringspolis ", i), ItemState::kShipped, true));
  }
  set(state.form->mine, "example", "Wie maandag terugstuurt, ziet het geld meestal vrijdag staan.");
  state.refused = language == Language::kDutch ? "de dienst is er even niet; we proberen het vanzelf opnieuw."
                                               : "the service is away; it is tried again by itself.";
  return state;
}

model::LibraryState lonely_library(Language language) {
  model::LibraryState state = typical_library(language);
  state.twin.reset();
  state.lacks_twin = true;
  return state;
}

model::ExchangeState chosen_import() {
  model::ExchangeState state;
  state.folder = {"/home/kim/Downloads/aandacht/nl", model::FolderStanding::kThere, {"oud"}, {"whys.toml"}, true};
  return state;
}

model::ExchangeState wrong_import() {
  model::ExchangeState state = asked_import();
  state.rows.insert(state.rows.begin() + 1,
                    {domain::ImportOutcome::kWrong, ItemKind::kWhy, "nl/parkeren", "nl/whys.toml", 12,
                     "why nl/parkeren, customer: a why needs customer; add customer = \"…\""});
  state.rows.push_back(
      {domain::ImportOutcome::kWrong, ItemKind::kWhy, "", "nl/oud.toml", 3, "a why without id; give it one"});
  return state;
}

model::ExchangeState asked_import() {
  using enum domain::ImportOutcome;
  model::ExchangeState state = chosen_import();
  state.phase = model::ExchangePhase::kAsk;
  state.rows = {{kSame, ItemKind::kWhy, "nl/retour", "nl/whys.toml", 3, ""},
                {kChanged, ItemKind::kWhy, "nl/terugbetaling", "nl/whys.toml", 24, ""},
                {kNew, ItemKind::kHabit, "nl/even-staan", "nl/habits.toml", 4, ""},
                {kSame, ItemKind::kTerm, "nl/EAN-code", "nl/jargon.toml", 5, ""}};
  return state;
}

model::ExchangeState asked_export() {
  model::ExchangeState state = chosen_import();
  state.way = model::ExchangeWay::kExport;
  state.phase = model::ExchangePhase::kAsk;
  state.place = "/home/kim/Downloads/aandacht-2026-11-22";
  state.added = 1;
  state.replaced = 2;
  state.same = 21;
  return state;
}

model::LibraryModel library_model(const model::LibraryState& state, Language language) {
  model::LibraryState sorted = state;
  model::sort_library_rows(sorted.rows, language);
  return model::make_library_model(sorted, language, kNow, absl::UTCTimeZone());
}

supervisor::LibraryFields library_fields(const model::LibraryState& state) {
  supervisor::LibraryFields fields;
  if (!state.form) return fields;
  for (const content::FieldShape& shape : content::fields_of(state.form->mine.kind)) {
    const bool one_line = !shape.is_long && shape.shape != Field::Shape::kList;
    fields.other_name.set(content::stem_of(state.form->mine.id, state.form->mine.language));
    fields.fields.try_emplace(std::string(shape.name), model::area_text(state.form->mine, shape), 8000, one_line);
  }
  return fields;
}

}  // namespace aandacht::test
