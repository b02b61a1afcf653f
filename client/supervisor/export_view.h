// The tab of reports that saves files, drawn.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "client/model/export_model.h"
#include "client/supervisor/folder_view.h"
#include "client/ui/pen.h"
#include "client/ui/text_area.h"

namespace aandacht::supervisor {

/// What the fields hold between two frames.
struct ExportFields {
  FolderFields folder;
  ui::TextArea name{"", 255, true};
  ui::TextArea reason{"", 300, true};
};

struct ChooseExport {
  int what = 0;  ///< Of ExportModel::whats.
};
struct ChooseExportForm {
  int form = 0;
};
struct GoToFolder {
  std::string path;
};
struct ExportNamed {};  ///< ExportFields::name was typed.
struct SaveExport {};
struct StopExport {};
struct AnswerReplace {
  bool yes = false;
};

using ExportAction =
    std::variant<ChooseExport, ChooseExportForm, GoToFolder, ExportNamed, SaveExport, StopExport, AnswerReplace>;

/// Adds what was pressed or typed in this frame.
void write_export(ui::Pen& pen, const model::ExportModel& model, ExportFields& fields,
                  std::vector<ExportAction>& actions);

}  // namespace aandacht::supervisor
