#include "client/model/library_model.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "client/model/library_exchange.h"
#include "client/model/library_words.h"
#include "shared/domain/normalise.h"

namespace aandacht::model {

using namespace library_words;

const std::vector<domain::ItemState>& library_states() {
  using enum domain::ItemState;
  static const std::vector<domain::ItemState> states = {kShipped, kDraft, kReview, kLive, kRetired};
  return states;
}

void sort_library_rows(std::vector<domain::ItemRow>& rows, Language language) {
  const std::string own = language == Language::kDutch ? "nl" : "en";
  using Place = std::tuple<bool, std::string, std::string, domain::ItemKind, std::string>;
  std::vector<std::pair<Place, domain::ItemRow>> placed;
  placed.reserve(rows.size());
  for (domain::ItemRow& row : rows) {
    Place place{row.language != own, row.language, domain::fold(domain::normalise(row.title).text), row.kind, row.id};
    placed.emplace_back(std::move(place), std::move(row));
  }
  std::sort(placed.begin(), placed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i] = std::move(placed[i].second);
}

LibraryModel make_library_model(const LibraryState& state, Language language, absl::Time now, absl::TimeZone zone) {
  LibraryModel model;
  model.title = kTitle.in(language);
  model.search_hint = kSearch.in(language);
  model.kinds = {kAllKinds.in(language)};
  for (const domain::ItemKind kind : domain::item_kinds()) {
    if (state.kind == kind) model.kind = static_cast<int>(model.kinds.size());
    model.kinds.emplace_back(kind_words(kind).in(language));
  }
  model.languages = {kAllLanguages.in(language), kDutchName.in(language), kEnglishName.in(language)};
  model.language = state.language == "nl" ? 1 : state.language == "en" ? 2 : 0;
  model.states = {kAllStates.in(language)};
  for (const domain::ItemState each : library_states()) {
    if (state.state == each) model.state = static_cast<int>(model.states.size());
    model.states.emplace_back(state_words(each).in(language));
  }
  model.new_verb = kNew.in(language);
  model.new_hint = kNewName.in(language);
  model.import_verb = exchange_verb(ExchangeWay::kImport, language);
  model.export_verb = exchange_verb(ExchangeWay::kExport, language);
  model.columns = {kColumnTitle.in(language), kColumnKind.in(language), kColumnLanguage.in(language),
                   kColumnState.in(language)};
  for (const domain::ItemRow& row : state.rows) {
    const LibraryKey key{row.kind, row.id};
    if (state.selected == key) model.selected = static_cast<int>(model.rows.size());
    model.rows.push_back({key, row.title, kind_words(row.kind).in(language), row.language,
                          state_words(row.state).in(language), row.in_force});
  }
  if (state.rows_known) {
    model.list_empty = kNothingFound.in(language);
  } else {
    model.list_empty = (state.connection == ConnectionState::kLost ? kAway : kNotYet).in(language);
  }
  model.choose = kChoose.in(language);
  if (state.form) model.item = make_library_item(state, language, now, zone);
  return model;
}

}  // namespace aandacht::model
