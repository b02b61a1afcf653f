#include "tests/ui/example_customers.h"

#include <string>

namespace aandacht::test {

using domain::CellProblem;
using domain::CustomerColumn;
using model::ImportStep;

model::CustomersState no_customers_file() {
  model::CustomersState state;
  state.allowed = model::ImportAllowed::kYes;
  state.folder.path = "/home/eva/Downloads";
  state.folder.standing = model::FolderStanding::kThere;
  state.folder.folders = {"CRM", "Kwartaalcijfers"};
  state.folder.files = {"klanten.csv", "nieuwe klanten oktober.csv", "relaties.jsonl"};
  return state;
}

model::CustomersState tried_customers() {
  model::CustomersState state = no_customers_file();
  state.file = "klanten.csv";
  state.is_csv = true;
  state.separator = ';';
  state.was_utf8 = false;
  state.columns = {{"Klantnummer", "K1001", CustomerColumn::kExternalId},
                   {"Naam", "Gerda Hoekstra", CustomerColumn::kName},
                   {"Telefoon", "06-12345678", CustomerColumn::kPhones},
                   {"Klant sinds", "1-5-2019", CustomerColumn::kSinceYear},
                   {"Opmerking", "belt liever 's ochtends", CustomerColumn::kNone}};
  state.step = ImportStep::kTried;
  state.sent = state.rows = 1243;
  state.created = 1180;
  state.changed = 41;
  state.same = 22;
  state.refusals = {{17, "Telefoon", CellProblem::kNotAPhone, "bel maar", ""},
                    {204, "", CellProblem::kCellCount, "6", ""},
                    {388, "Klant sinds", CellProblem::kNoYear, "vorig jaar", ""}};
  state.refused_rows = 3;
  state.selected = 0;
  return state;
}

model::CustomersState full_customers() {
  model::CustomersState state = tried_customers();
  state.columns.clear();
  for (int i = 0; i < 40; ++i) {
    state.columns.push_back({"Arbeidsongeschiktheidsverzekeringsnummer " + std::to_string(i),
                             "een cel met een heel lange eerste waarde die nergens in past",
                             i == 0 ? CustomerColumn::kName : CustomerColumn::kNone});
  }
  state.refusals.clear();
  for (std::size_t line = 2; line < 6002; ++line) {
    state.refusals.push_back({line, "Arbeidsongeschiktheidsverzekeringsnummer 3", CellProblem::kOther, "",
                              "a journey step's what is 412 characters; at most 300 are taken"});
  }
  state.refused_rows = state.refusals.size();
  state.selected = 3;
  state.step = ImportStep::kStored;
  state.dry_run = false;
  return state;
}

model::CustomersState customers_not_allowed() {
  model::CustomersState state;
  state.allowed = model::ImportAllowed::kNo;
  return state;
}

}  // namespace aandacht::test
