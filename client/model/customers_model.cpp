#include "client/model/customers_model.h"

#include <algorithm>
#include <array>

#include "absl/strings/str_cat.h"
#include "client/model/amounts.h"
#include "client/model/bilingual.h"
#include "client/model/refusal_words.h"

namespace aandacht::model {
namespace {

using domain::CellProblem;
using domain::CustomerColumn;

constexpr std::size_t kMostRefusals = 5000;  // That are listed; all of them are counted and saved.

constexpr Bilingual kTitle{"Klanten inlezen", "Import customers"};
constexpr Bilingual kAsking{"Kijken of dit mag met jouw toegangsbewijs …", "Looking whether your token may do this …"};
constexpr Bilingual kNotAllowed{"Met jouw toegangsbewijs kun je geen klanten inlezen.",
                                "Your access token may not import customers."};
constexpr std::array<Bilingual, 3> kNotAllowedDetails = {
    {{"Klantgegevens veranderen mag een beheerder, of een koppeling met een ander systeem. Een supervisor niet.",
      "Administrators and links with other systems may change what is known of customers. Supervisors may not."},
     {"Vraag de beheerder om het bestand in te lezen, of om een toegangsbewijs met de rol beheerder.",
      "Ask the administrator to import the file, or for a token with the role of administrator."},
     {"Op de opdrachtregel doet de beheerder het zo: aandachtctl customers import klanten.csv --dry-run",
      "By command the administrator does it so: aandachtctl customers import customers.csv --dry-run"}}};
constexpr Bilingual kTokenEnded{"Je toegangsbewijs geldt niet meer.", "Your access token is no longer valid."};
constexpr Bilingual kTokenEndedDetail{"Vraag de beheerder om een nieuw, en kijk dan nog eens.",
                                      "Ask the administrator for a new one, then look again."};
constexpr Bilingual kAway{"De dienst antwoordt niet.", "The service does not answer."};
constexpr Bilingual kAwayDetail{"Klanten die er al zijn blijven gewoon herkend. Kijk zo nog eens.",
                                "Customers who are known already are still recognised. Look again in a moment."};
constexpr Bilingual kLookAgain{"Kijk nog eens", "Look again"};
constexpr Bilingual kIntro{
    "Een bestand met klanten: CSV of JSON-regels. Eerst proberen, dan zie je wat er verandert; dan pas inlezen.",
    "A file of customers: CSV or JSON lines. Try it first and see what would change; then import it."};
constexpr Bilingual kFile{"Bestand", "File"};
constexpr Bilingual kFileHint{"Kies een bestand", "Choose a file"};
constexpr Bilingual kNoFiles{"In deze map staat geen .csv, .tsv of .jsonl.",
                             "There is no .csv, .tsv or .jsonl in this folder."};
constexpr Bilingual kReading{"Even kijken …", "Having a look …"};
constexpr Bilingual kUnreadable{"Dit bestand kan niet gelezen worden. $0", "This file cannot be read. $0"};
constexpr Bilingual kCsvNote{"CSV, gescheiden door $0.", "CSV, separated by $0."};
constexpr Bilingual kWindows{" Gelezen als Windows-1252: kijk of letters met accenten kloppen.",
                             " Read as Windows-1252: see whether letters with accents are right."};
constexpr Bilingual kTabs{"tabs", "tabs"};
constexpr Bilingual kLines{"JSON-regels: elke regel zegt zelf wat hij brengt.",
                           "JSON lines: each line says itself what it brings."};
constexpr Bilingual kColumns{"Wat is elke kolom?", "What is each column?"};
constexpr std::array<Bilingual, domain::kCustomerColumns> kFields = {{{"niet gebruiken", "do not use"},
                                                                      {"klantnummer", "customer number"},
                                                                      {"naam", "name"},
                                                                      {"telefoon", "phone"},
                                                                      {"klant sinds", "customer since"},
                                                                      {"taal", "language"},
                                                                      {"u of je", "u or je"},
                                                                      {"merk of bedrijf", "brand or company"}}};
constexpr Bilingual kCountry{"Telefoonnummers zonder landnummer zijn uit", "Phone numbers without a country are from"};
constexpr Bilingual kNoName{"Kies welke kolom de naam is; zonder naam kan niemand bewaard worden.",
                            "Choose which column is the name; nobody can be stored without one."};
constexpr Bilingual kTry{"Probeer", "Try"};
constexpr Bilingual kTryAgain{"Probeer opnieuw", "Try again"};
constexpr Bilingual kStore{"Lees in", "Import"};
constexpr Bilingual kGoOn{"Lees verder in", "Go on importing"};
constexpr Bilingual kStop{"Stop", "Stop"};
constexpr Bilingual kTrying{"Proberen: $0 rijen …", "Trying: $0 rows …"};
constexpr Bilingual kTryingOf{"Proberen: $0 van $1 rijen …", "Trying: $0 of $1 rows …"};
constexpr Bilingual kStoring{"Inlezen: $0 rijen …", "Importing: $0 rows …"};
constexpr Bilingual kStoringOf{"Inlezen: $0 van $1 rijen …", "Importing: $0 of $1 rows …"};
constexpr Bilingual kWould{"Er is nog niets bewaard. Inlezen zou geven:",
                           "Nothing is stored yet. An import would give:"};
constexpr Bilingual kDid{"Ingelezen:", "Imported:"};
constexpr Bilingual kCounts{"$0 nieuw, $1 veranderd, $2 hetzelfde, $3 geweigerd.",
                            "$0 new, $1 changed, $2 the same, $3 refused."};
constexpr Bilingual kOthersStored{"Geweigerde rijen slaan we over; de andere worden wel bewaard.",
                                  "Refused rows are left out; the others are stored all the same."};
constexpr Bilingual kStays{"Wat het bestand niet noemt, ook klantreizen, blijft zoals het is.",
                           "What the file does not say, journeys too, stays as it is."};
constexpr Bilingual kStopping{"Stoppen …", "Stopping …"};
constexpr Bilingual kStoppedTrying{"Gestopt. Er is niets bewaard.", "Stopped. Nothing was stored."};
constexpr Bilingual kStoppedStoring{
    "Gestopt na $0 rijen; die zijn bewaard, en misschien ook wat al onderweg was. Ga je verder, dan komt er niets "
    "dubbel in.",
    "Stopped after $0 rows; they are stored, and perhaps what was under way. When you go on, nothing gets in twice."};
constexpr Bilingual kBrokenTrying{"Proberen brak af: $0. Er is niets bewaard. Probeer het zo weer.",
                                  "Trying broke off: $0. Nothing was stored. Try again in a moment."};
constexpr Bilingual kBrokenStoring{
    "Inlezen brak af na $0 rijen: $1. Die rijen zijn bewaard; ga zo verder, niets komt er "
    "dubbel in.",
    "The import broke off after $0 rows: $1. Those rows are stored; go on in a moment, "
    "nothing gets in twice."};
constexpr Bilingual kRefusals{"Geweigerde rijen", "Refused rows"};
constexpr std::array<Bilingual, 3> kRefusalColumns = {
    {{"Rij", "Row"}, {"Kolom", "Column"}, {"Wat er mis is", "What is wrong"}}};
constexpr Bilingual kMore{"De eerste $0 staan hier; bewaar ze om ze allemaal te zien.",
                          "The first $0 are listed here; save them to see all."};
constexpr Bilingual kWholeRow{"hele rij", "whole row"};
constexpr Bilingual kRowTitle{"Rij $0", "Row $0"};
constexpr Bilingual kRowColumnTitle{"Rij $0, kolom “$1”", "Row $0, column “$1”"};
constexpr Bilingual kSaveRefused{"Bewaar geweigerde rijen", "Save refused rows"};
constexpr Bilingual kRefusedSaved{"Bewaard: $0. Verbeter ze daar en lees dat bestand in.",
                                  "Saved: $0. Mend them there and import that file."};
constexpr Bilingual kRefusedNotSaved{"Bewaren lukte niet: $0. Kies een map waar je mag schrijven.",
                                     "Saving did not work: $0. Choose a folder that you may write into."};
constexpr Bilingual kRightEmpty{
    "Hier komen de rijen die we niet kunnen inlezen, met wat er mis is en wat je eraan doet.",
    "Rows that cannot be taken will stand here, with what is wrong and what to do."};
constexpr Bilingual kNoneRefused{"Geen enkele rij is geweigerd.", "Not one row was refused."};

/// What is wrong with a cell, and what to do about it.
struct Problem {
  Bilingual what;
  Bilingual to_do;
};

const Problem& words_of(CellProblem problem) {
  static constexpr Problem kOther{
      {"", ""},  // As it is said.
      {"Verbeter deze rij in het bestand en lees het opnieuw in.", "Mend this row in the file and import it again."}};
  static constexpr Problem kCellCount{{"De rij heeft $0 cellen, de bovenste rij een ander aantal.",
                                       "The row has $0 cells, the top row another number."},
                                      {"Zet een cel waar een scheidingsteken in staat tussen aanhalingstekens.",
                                       "Put a cell that has a separator in it between quotes."}};
  static constexpr Problem kNotAPhone{
      {"“$0” is geen telefoonnummer.", "“$0” is not a phone number."},
      {"Schrijf het als +31612345678, of laat de cel leeg.", "Write it as +31612345678, or leave the cell empty."}};
  static constexpr Problem kNoYear{
      {"In “$0” staat geen jaar.", "“$0” has no year."},
      {"Schrijf een jaar zoals 2019, of laat de cel leeg.", "Write a year such as 2019, or leave the cell empty."}};
  static constexpr Problem kNeither{
      {"“$0” is geen u en geen je.", "“$0” is neither u nor je."},
      {"Schrijf u of je, of laat de cel leeg.", "Write u or je, or leave the cell empty."}};
  static constexpr Problem kNameMissing{{"De naam is leeg.", "The name is empty."},
                                        {"Vul een naam in: zonder naam kan niemand bewaard worden.",
                                         "Fill in a name: nobody can be stored without one."}};
  static constexpr Problem kKeyMissing{
      {"Het klantnummer is leeg.", "The customer number is empty."},
      {"Vul het in, of kies bij die kolom “niet gebruiken”: dan is het telefoonnummer de sleutel.",
       "Fill it in, or choose “do not use” for that column: then the phone number is the key."}};
  switch (problem) {
    case CellProblem::kOther:
      return kOther;
    case CellProblem::kCellCount:
      return kCellCount;
    case CellProblem::kNotAPhone:
      return kNotAPhone;
    case CellProblem::kNoYear:
      return kNoYear;
    case CellProblem::kNeitherUNorJe:
      return kNeither;
    case CellProblem::kNameMissing:
      return kNameMissing;
    case CellProblem::kKeyMissing:
      return kKeyMissing;
  }
  return kOther;
}

std::string what_is_wrong(const ImportRefusal& refusal, Language language) {
  if (refusal.problem == CellProblem::kOther) return said_sentence(refusal.reason, language);
  return words_of(refusal.problem).what.fill(language, refusal.found);
}

void write_blocked(const CustomersState& state, Language language, CustomersModel& model) {
  switch (state.allowed) {
    case ImportAllowed::kYes:
      return;
    case ImportAllowed::kAsking:
      model.blocked = kAsking.in(language);
      return;
    case ImportAllowed::kAway:
      model.blocked = kAway.in(language);
      model.blocked_details = {kAwayDetail.in(language)};
      break;
    case ImportAllowed::kNo:
      model.blocked = kNotAllowed.in(language);
      for (const Bilingual& detail : kNotAllowedDetails) model.blocked_details.emplace_back(detail.in(language));
      break;
    case ImportAllowed::kTokenEnded:
      model.blocked = kTokenEnded.in(language);
      model.blocked_details = {kTokenEndedDetail.in(language)};
      break;
  }
  model.again = kLookAgain.in(language);
}

std::string how_it_is_read(const CustomersState& state, Language language) {
  if (!state.is_csv) return kLines.in(language);
  const std::string separator =
      state.separator == '\t' ? kTabs.in(language) : absl::StrCat("“", std::string(1, state.separator), "”");
  return absl::StrCat(kCsvNote.fill(language, separator), state.was_utf8 ? "" : kWindows.in(language));
}

void write_file(const CustomersState& state, Language language, CustomersModel& model) {
  model.file_caption = kFile.in(language);
  model.file_hint = kFileHint.in(language);
  model.files = state.folder.files;
  const auto chosen = std::find(model.files.begin(), model.files.end(), state.file);
  model.file = chosen == model.files.end() ? -1 : static_cast<int>(chosen - model.files.begin());
  switch (state.step) {
    case ImportStep::kNoFile:
      if (state.folder.standing == FolderStanding::kThere && model.files.empty())
        model.file_note = kNoFiles.in(language);
      return;
    case ImportStep::kReading:
      model.file_note = kReading.in(language);
      return;
    case ImportStep::kUnreadable:
      model.file_note = kUnreadable.fill(language, said_sentence(state.problem, language));
      model.file_trouble = true;
      return;
    case ImportStep::kReady:
    case ImportStep::kTrying:
    case ImportStep::kTried:
    case ImportStep::kStoring:
    case ImportStep::kStored:
    case ImportStep::kStopping:
    case ImportStep::kStopped:
    case ImportStep::kBroken:
      model.file_note = how_it_is_read(state, language);
      return;
  }
}

bool has_file(ImportStep step) {
  return step != ImportStep::kNoFile && step != ImportStep::kReading && step != ImportStep::kUnreadable;
}

void write_columns(const CustomersState& state, Language language, CustomersModel& model) {
  if (!has_file(state.step) || !state.is_csv) return;
  model.columns_caption = kColumns.in(language);
  for (const ImportColumn& column : state.columns) {
    model.columns.push_back({column.header, column.sample, static_cast<int>(column.is)});
  }
  for (const Bilingual& field : kFields) model.fields.emplace_back(field.in(language));
  model.country_caption = kCountry.in(language);
  for (const ImportCountry& country : import_countries()) {
    model.countries.push_back(
        absl::StrCat(language == Language::kDutch ? country.dutch : country.english, " (+", country.code, ")"));
  }
  model.country = state.country;
  if (!can_try(state)) model.missing = kNoName.in(language);
}

std::string progress_text(const CustomersState& state, Language language) {
  const std::string sent = amount_text(static_cast<std::int64_t>(state.sent), language);
  const std::string rows = amount_text(static_cast<std::int64_t>(state.rows), language);
  if (state.rows == 0) return (state.dry_run ? kTrying : kStoring).fill(language, sent);
  return (state.dry_run ? kTryingOf : kStoringOf).fill(language, sent, rows);
}

std::string counts_text(const CustomersState& state, Language language) {
  return kCounts.fill(language, amount_text(state.created, language), amount_text(state.changed, language),
                      amount_text(state.same, language),
                      amount_text(static_cast<std::int64_t>(state.refused_rows), language));
}

void write_state(const CustomersState& state, Language language, CustomersModel& model) {
  const std::string sent = amount_text(static_cast<std::int64_t>(state.sent), language);
  switch (state.step) {
    case ImportStep::kNoFile:
    case ImportStep::kReading:
    case ImportStep::kUnreadable:
    case ImportStep::kReady:
      return;
    case ImportStep::kTrying:
    case ImportStep::kStoring:
      model.state = progress_text(state, language);
      return;
    case ImportStep::kStopping:
      model.state = kStopping.in(language);
      return;
    case ImportStep::kTried:
    case ImportStep::kStored:
      model.state = (state.step == ImportStep::kTried ? kWould : kDid).in(language);
      model.state_notes.push_back(counts_text(state, language));
      if (state.step == ImportStep::kTried && state.refused_rows > 0)
        model.state_notes.emplace_back(kOthersStored.in(language));
      model.state_notes.emplace_back(kStays.in(language));
      return;
    case ImportStep::kStopped:
      model.state = state.dry_run ? kStoppedTrying.in(language) : kStoppedStoring.fill(language, sent);
      return;
    case ImportStep::kBroken:
      model.trouble = true;
      model.state = state.dry_run ? kBrokenTrying.fill(language, said_words(state.problem, language))
                                  : kBrokenStoring.fill(language, sent, said_words(state.problem, language));
      return;
  }
}

void write_verbs(const CustomersState& state, Language language, CustomersModel& model) {
  if (state.step == ImportStep::kTrying || state.step == ImportStep::kStoring) model.stop = kStop.in(language);
  if (!has_file(state.step) || is_busy(state.step) || !can_try(state)) return;
  const bool broke_off = state.step == ImportStep::kStopped || state.step == ImportStep::kBroken;
  model.try_it = (state.step == ImportStep::kReady ? kTry : kTryAgain).in(language);
  if (state.step == ImportStep::kTried) model.store = kStore.in(language);
  if (broke_off && !state.dry_run) model.store = kGoOn.in(language);
}

void write_refusals(const CustomersState& state, Language language, CustomersModel& model) {
  model.right_empty =
      (state.step == ImportStep::kTried || state.step == ImportStep::kStored ? kNoneRefused : kRightEmpty).in(language);
  if (state.refusals.empty()) return;
  model.refusals_caption = kRefusals.in(language);
  for (const Bilingual& column : kRefusalColumns) model.refusal_columns.emplace_back(column.in(language));
  for (const ImportRefusal& refusal : state.refusals) {
    if (model.refusals.size() == kMostRefusals) break;
    model.refusals.push_back({absl::StrCat(refusal.line),
                              refusal.column.empty() ? kWholeRow.in(language) : refusal.column,
                              what_is_wrong(refusal, language)});
  }
  if (state.refusals.size() > kMostRefusals) {
    model.refused_note = kMore.fill(language, amount_text(kMostRefusals, language));
  }
  if (state.is_csv && !is_busy(state.step)) model.save_refused = kSaveRefused.in(language);
  if (!state.refused_file.empty()) model.refused_note = kRefusedSaved.fill(language, state.refused_file);
  if (!state.refused_problem.empty())
    model.refused_note = kRefusedNotSaved.fill(language, said_words(state.refused_problem, language));
  if (state.selected < 0 || state.selected >= static_cast<int>(model.refusals.size())) return;
  model.selected = state.selected;
  const ImportRefusal& chosen = state.refusals[static_cast<std::size_t>(state.selected)];
  const std::string title = chosen.column.empty() ? kRowTitle.fill(language, chosen.line)
                                                  : kRowColumnTitle.fill(language, chosen.line, chosen.column);
  model.detail = {title, what_is_wrong(chosen, language), words_of(chosen.problem).to_do.in(language)};
}

}  // namespace

const std::vector<ImportCountry>& import_countries() {
  static const std::vector<ImportCountry> countries = {{"Nederland", "the Netherlands", "31"},
                                                       {"België", "Belgium", "32"},
                                                       {"Duitsland", "Germany", "49"},
                                                       {"Luxemburg", "Luxembourg", "352"},
                                                       {"Frankrijk", "France", "33"},
                                                       {"Verenigd Koninkrijk", "the United Kingdom", "44"},
                                                       {"Ierland", "Ireland", "353"},
                                                       {"Suriname", "Suriname", "597"},
                                                       {"Curaçao", "Curaçao", "599"},
                                                       {"Aruba", "Aruba", "297"},
                                                       {"Spanje", "Spain", "34"},
                                                       {"Italië", "Italy", "39"},
                                                       {"Polen", "Poland", "48"}};
  return countries;
}

bool can_try(const CustomersState& state) {
  if (!state.is_csv) return true;
  return std::any_of(state.columns.begin(), state.columns.end(),
                     [](const ImportColumn& column) { return column.is == CustomerColumn::kName; });
}

bool is_busy(ImportStep step) {
  return step == ImportStep::kTrying || step == ImportStep::kStoring || step == ImportStep::kStopping;
}

CustomersModel make_customers_model(const CustomersState& state, Language language) {
  CustomersModel model;
  model.title = kTitle.in(language);
  write_blocked(state, language, model);
  if (!model.blocked.empty()) return model;
  model.intro = kIntro.in(language);
  model.folder = make_folder_model(state.folder, language);
  write_file(state, language, model);
  write_columns(state, language, model);
  write_state(state, language, model);
  write_verbs(state, language, model);
  write_refusals(state, language, model);
  return model;
}

}  // namespace aandacht::model
