// The library as files, drawn in the place of an item.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "client/model/library_exchange.h"
#include "client/supervisor/folder_view.h"
#include "client/supervisor/page_frame.h"
#include "client/ui/table.h"
#include "client/ui/text_area.h"

namespace aandacht::supervisor {

/// What the fields hold between two frames.
struct ExchangeFields {
  FolderFields folder;
  ui::TextArea name{"", 200, true};
  ui::TableMemory table;
};

struct ExchangeFolder {
  std::string path;
};
struct ExchangeFile {
  std::size_t file = 0;
};
struct ExchangeNamed {};  ///< ExchangeFields::name was typed.
struct ExchangeSelect {
  int row = 0;
};
struct ExchangeAct {
  model::ExchangeButton::Act act = model::ExchangeButton::Act::kClose;
};

using ExchangeAction = std::variant<ExchangeFolder, ExchangeFile, ExchangeNamed, ExchangeSelect, ExchangeAct>;

/// Adds what was pressed or typed in this frame. Escape presses the last button.
void draw_exchange(const model::ExchangeModel& model, ExchangeFields& fields, const ui::Box& box, PageFrame& frame,
                   std::vector<ExchangeAction>& actions);

}  // namespace aandacht::supervisor
