// The page that brings customers in, drawn.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "client/model/customers_model.h"
#include "client/supervisor/folder_view.h"
#include "client/supervisor/page_frame.h"
#include "client/ui/table.h"

namespace aandacht::supervisor {

/// What the page holds between two frames.
struct CustomersFields {
  FolderFields folder;
  ui::TableMemory refusals;
};

struct AskAllowed {};
struct GoToImportFolder {
  std::string path;
};
struct ChooseImportFile {
  int file = 0;  ///< Of CustomersModel::files.
};
struct MapColumn {
  int column = 0;
  int is = 0;  ///< Of CustomersModel::fields.
};
struct ChooseCountry {
  int country = 0;
};
struct TryImport {};
struct StoreImport {};
struct StopImport {};
struct SelectRefusal {
  int refusal = 0;
};
struct SaveRefused {};

using CustomersAction = std::variant<AskAllowed, GoToImportFolder, ChooseImportFile, MapColumn, ChooseCountry,
                                     TryImport, StoreImport, StopImport, SelectRefusal, SaveRefused>;

/// Adds what was pressed or typed in this frame.
void draw_customers(const model::CustomersModel& model, CustomersFields& fields, PageFrame& frame,
                    std::vector<CustomersAction>& actions);

}  // namespace aandacht::supervisor
