#include "client/model/library_exchange.h"

#include <algorithm>
#include <map>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "client/model/bilingual.h"
#include "client/model/library_words.h"
#include "client/model/refusal_words.h"

namespace aandacht::model {
namespace {

using domain::ImportOutcome;

constexpr Bilingual kImport{"Lees bestanden in", "Import from files"};
constexpr Bilingual kExport{"Bewaar als bestanden", "Export to files"};
constexpr Bilingual kAboutImport{
    "Kies een map met daarin een map “nl” of “en”, of één bestand in zo'n map. Eerst zie je wat er zou veranderen; "
    "daarna kies je of dat gebeurt.",
    "Choose a folder that has a folder “nl” or “en” in it, or one file in such a folder. First you see what would "
    "change; then you choose whether it does."};
constexpr Bilingual kAboutExport{
    "Alles wat nu in gebruik is komt in bestanden te staan, in een map “nl” en een map “en”. Wat er al staat wordt "
    "alleen vervangen als jij dat zegt.",
    "All that is in use now is put into files, in a folder “nl” and a folder “en”. What is there already is only "
    "replaced when you say so."};
constexpr Bilingual kWhat{"Wat", "What"};
constexpr Bilingual kWholeFolder{"De hele map", "The whole folder"};
constexpr Bilingual kName{"Naam van de nieuwe map daarin", "Name of the new folder in it"};
constexpr Bilingual kLook{"Kijk wat er verandert", "See what would change"};
constexpr Bilingual kWriteFiles{"Bewaar de bestanden", "Write the files"};
constexpr Bilingual kReplaceFiles{"Vervang ze", "Replace them"};
constexpr Bilingual kDrafts{"Lees in als concept", "Import as drafts"};
constexpr Bilingual kLive{"Zet meteen live", "Put live at once"};
constexpr Bilingual kBack{"Kies anders", "Choose again"};
constexpr Bilingual kStop{"Stop", "Stop"};
constexpr Bilingual kClose{"Sluit", "Close"};
constexpr Bilingual kReading{"Even kijken …", "Looking …"};
constexpr Bilingual kTaking{"Bezig met inlezen …", "Importing …"};
constexpr Bilingual kWriting{"Bezig: $0 van $1 bestanden.", "Under way: $0 of $1 files."};
constexpr Bilingual kWouldChange{"$0. Er is nog niets veranderd.", "$0. Nothing was changed yet."};
constexpr Bilingual kNothingNew{"Alles staat er al precies zo in. Er valt niets in te lezen.",
                                "All of it is there just so already. There is nothing to import."};
constexpr Bilingual kWrong{
    "Er klopt iets niet ($0), daarom is er niets veranderd. Kies een regel om te lezen wat je eraan doet; kijk daarna "
    "opnieuw.",
    "Something is wrong ($0), so nothing was changed. Choose a row to read what to do; then look again."};
constexpr Bilingual kTakenDrafts{"Klaar: $0. Het zijn concepten; bellers merken er nog niets van.",
                                 "Done: $0. They are drafts; calls notice nothing of them yet."};
constexpr Bilingual kTakenLive{"Klaar: $0. Het geldt vanaf de volgende zin in elk gesprek.",
                               "Done: $0. It counts from the next sentence of every call on."};
constexpr Bilingual kWouldReplace{
    "In $0 staan al bestanden met een andere inhoud: $1. Wil je die vervangen? Nieuw: $2, ongewijzigd: $3.",
    "In $0 there are files with other content: $1. Do you want to replace them? New: $2, unchanged: $3."};
constexpr Bilingual kWritten{"Klaar: $0 bestanden staan in $1.", "Done: $0 files are in $1."};
constexpr Bilingual kStopped{"Gestopt. In deze map is niets veranderd.",
                             "Stopped. Nothing was changed in this folder."};
constexpr Bilingual kPartly{
    "$0 van de $1 bestanden zijn bewaard, de rest is zoals het was: $2. Bewaar ze nog eens in dezelfde map; dan komt "
    "de "
    "rest erbij.",
    "$0 of $1 files are written, the others are as they were: $2. Write them into the same folder once more; then the "
    "others follow."};
constexpr Bilingual kAway{"De dienst is er even niet. Er is niets veranderd; probeer het zo nog eens.",
                          "The service is away. Nothing was changed; try again in a moment."};
constexpr Bilingual kRefused{"De dienst nam het niet aan: $0. Er is niets veranderd.",
                             "The service did not take it: $0. Nothing was changed."};
constexpr Bilingual kNoFolder{"Die map is er niet meer. Kies een andere.", "That folder is gone. Choose another."};
constexpr Bilingual kMayNotWrite{"In deze map mag je niets bewaren. Kies een andere.",
                                 "You may not save in this folder. Choose another."};
constexpr Bilingual kDiskFull{"De schijf is vol. Er is niets veranderd; maak ruimte en probeer het opnieuw.",
                              "The disk is full. Nothing was changed; make room and try again."};
constexpr Bilingual kNothingThere{
    "Hier staat geen bibliotheek: $0. Kies een map waar een map “nl” of “en” in staat.",
    "There is no library here: $0. Choose a folder that has a folder “nl” or “en” in it."};
constexpr Bilingual kOther{"Dat lukte niet: $0.", "That did not work: $0."};
constexpr Bilingual kOutcome{"Wordt", "Becomes"};
constexpr Bilingual kItem{"Wat", "What"};
constexpr Bilingual kPlace{"Waar", "Where"};

struct OutcomeWords {
  ImportOutcome outcome;
  Bilingual one;    ///< In the table.
  Bilingual count;  ///< "$0 nieuw".
};

// In the order in which they are told: what keeps the rest from going on comes first.
constexpr OutcomeWords kOutcomes[] = {{ImportOutcome::kWrong, {"kan niet", "refused"}, {"$0 kan niet", "$0 refused"}},
                                      {ImportOutcome::kNew, {"nieuw", "new"}, {"$0 nieuw", "$0 new"}},
                                      {ImportOutcome::kChanged, {"anders", "changed"}, {"$0 anders", "$0 changed"}},
                                      {ImportOutcome::kRetired, {"weg", "retired"}, {"$0 weg", "$0 retired"}},
                                      {ImportOutcome::kSame, {"gelijk", "same"}, {"$0 gelijk", "$0 the same"}}};

std::size_t rank_of(ImportOutcome outcome) {
  const auto* found = std::find_if(std::begin(kOutcomes), std::end(kOutcomes),
                                   [&](const auto& each) { return each.outcome == outcome; });
  return static_cast<std::size_t>(found - std::begin(kOutcomes));
}

std::map<ImportOutcome, std::size_t> counts_of(const std::vector<domain::ImportRow>& rows) {
  std::map<ImportOutcome, std::size_t> counts;
  for (const domain::ImportRow& row : rows) ++counts[row.outcome];
  return counts;
}

/// "2 nieuw, 1 anders, 400 gelijk".
std::string summary_of(const std::vector<domain::ImportRow>& rows, Language language) {
  const auto counts = counts_of(rows);
  std::vector<std::string> parts;
  for (const OutcomeWords& each : kOutcomes) {
    if (const auto found = counts.find(each.outcome); found != counts.end())
      parts.push_back(each.count.fill(language, found->second));
  }
  return absl::StrJoin(parts, ", ");
}

ExchangeRow row_of(const domain::ImportRow& row, Language language) {
  ExchangeRow made;
  made.wrong = row.outcome == ImportOutcome::kWrong;
  made.outcome = kOutcomes[rank_of(row.outcome)].one.in(language);
  if (!row.id.empty()) made.item = absl::StrCat(library_words::kind_words(row.kind).in(language), " ", row.id);
  made.place = row.line > 0 ? absl::StrCat(row.file, ":", row.line) : row.file;
  if (!row.what.empty())
    made.explained = absl::StrCat(made.place, ": ", library_words::refusal_words(row.what, language));
  return made;
}

void add_rows(ExchangeModel& model, const ExchangeState& state, Language language) {
  std::vector<const domain::ImportRow*> told;
  for (const domain::ImportRow& row : state.rows) {
    if (row.outcome != ImportOutcome::kSame) told.push_back(&row);
  }
  std::stable_sort(told.begin(), told.end(),
                   [](const auto* a, const auto* b) { return rank_of(a->outcome) < rank_of(b->outcome); });
  for (const domain::ImportRow* row : told) model.rows.push_back(row_of(*row, language));
  if (model.rows.empty()) return;
  model.columns = {kOutcome.in(language), kItem.in(language), kPlace.in(language)};
  model.selected = std::min(std::max(state.selected, 0), static_cast<int>(model.rows.size()) - 1);
  model.explained = model.rows[static_cast<std::size_t>(model.selected)].explained;
}

std::string failure_words(const ExchangeState& state, Language language) {
  switch (state.failure) {
    case ExchangeFailure::kAway:
      return kAway.in(language);
    case ExchangeFailure::kRefused:
      return kRefused.fill(language, said_words(state.detail, language));
    case ExchangeFailure::kNoFolder:
      return kNoFolder.in(language);
    case ExchangeFailure::kMayNotWrite:
      return kMayNotWrite.in(language);
    case ExchangeFailure::kDiskFull:
      return kDiskFull.in(language);
    case ExchangeFailure::kNothingThere:
      return kNothingThere.fill(language, said_words(state.detail, language));
    case ExchangeFailure::kPartly:
      return kPartly.fill(language, state.done, state.added + state.replaced, said_words(state.detail, language));
    case ExchangeFailure::kOther:
      break;
  }
  return kOther.fill(language, said_words(state.detail, language));
}

/// What is said, and asked, once it is known what would change.
void ask_import(ExchangeModel& model, const ExchangeState& state, Language language) {
  using Act = ExchangeButton::Act;
  const auto counts = counts_of(state.rows);
  const auto wrong = counts.find(ImportOutcome::kWrong);
  if (wrong != counts.end()) {
    model.standing = kWrong.fill(language, wrong->second);
    model.trouble = true;
    model.buttons.push_back({Act::kLook, kLook.in(language), true});
  } else if (model.rows.empty()) {
    model.standing = kNothingNew.in(language);
  } else {
    model.standing = kWouldChange.fill(language, summary_of(state.rows, language));
    model.buttons.push_back({Act::kDrafts, kDrafts.in(language), true});
    if (!state.four_eyes) model.buttons.push_back({Act::kLive, kLive.in(language), false});
  }
  model.buttons.push_back({Act::kBack, kBack.in(language), false});
}

void ask_export(ExchangeModel& model, const ExchangeState& state, Language language) {
  using Act = ExchangeButton::Act;
  model.standing = kWouldReplace.fill(language, state.place, state.replaced, state.added, state.same);
  model.buttons.push_back({Act::kWrite, kReplaceFiles.in(language), true});
  model.buttons.push_back({Act::kBack, kBack.in(language), false});
}

void add_choice(ExchangeModel& model, const ExchangeState& state, Language language) {
  model.chooses = true;
  model.folder = make_folder_model(state.folder, language);
  if (state.way == ExchangeWay::kExport) {
    model.name_caption = kName.in(language);
    return;
  }
  if (state.folder.files.empty()) return;
  model.file_caption = kWhat.in(language);
  model.files = {kWholeFolder.in(language)};
  model.files.insert(model.files.end(), state.folder.files.begin(), state.folder.files.end());
  model.file = static_cast<int>(std::min(state.file, state.folder.files.size()));
}

void add_phase(ExchangeModel& model, const ExchangeState& state, Language language) {
  using Act = ExchangeButton::Act;
  const bool imports = state.way == ExchangeWay::kImport;
  switch (state.phase) {
    case ExchangePhase::kFailed:
      model.standing = failure_words(state, language);
      model.trouble = true;
      [[fallthrough]];
    case ExchangePhase::kChoose:
      if (state.stopped) model.standing = kStopped.in(language);
      add_choice(model, state, language);
      model.buttons.push_back({Act::kLook, (imports ? kLook : kWriteFiles).in(language), true});
      break;
    case ExchangePhase::kLooking:
      model.standing = kReading.in(language);
      if (!imports) model.buttons.push_back({Act::kStop, kStop.in(language), false});
      return;
    case ExchangePhase::kAsk:
      imports ? ask_import(model, state, language) : ask_export(model, state, language);
      break;
    case ExchangePhase::kWriting:
      model.standing = imports ? kTaking.in(language)
                               : kWriting.fill(language, state.done, state.added + state.replaced + state.same);
      if (!imports) model.buttons.push_back({Act::kStop, kStop.in(language), false});
      return;
    case ExchangePhase::kDone:
      model.standing = imports
                           ? (state.live ? kTakenLive : kTakenDrafts).fill(language, summary_of(state.rows, language))
                           : kWritten.fill(language, state.added + state.replaced + state.same, state.place);
      break;
  }
  model.buttons.push_back({Act::kClose, kClose.in(language), state.phase == ExchangePhase::kDone});
}

}  // namespace

std::string exchange_verb(ExchangeWay way, Language language) {
  return (way == ExchangeWay::kImport ? kImport : kExport).in(language);
}

ExchangeModel make_exchange_model(const ExchangeState& state, Language language) {
  ExchangeModel model;
  model.title = exchange_verb(state.way, language);
  model.about = (state.way == ExchangeWay::kImport ? kAboutImport : kAboutExport).in(language);
  const bool told = state.phase == ExchangePhase::kAsk || state.phase == ExchangePhase::kDone;
  if (state.way == ExchangeWay::kImport && told) add_rows(model, state, language);
  add_phase(model, state, language);
  return model;
}

}  // namespace aandacht::model
