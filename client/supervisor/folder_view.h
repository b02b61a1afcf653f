// Where a file goes, or comes from: a folder that is typed, or walked to.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "client/model/folder_model.h"
#include "client/ui/pen.h"
#include "client/ui/text_area.h"

namespace aandacht::supervisor {

/// What the field holds between two frames.
struct FolderFields {
  ui::TextArea path{"", 1000, true};
  std::string written;  ///< What `path` was last set to.
};

/// The path that is to be looked at now, when another was typed or chosen in this frame. `id` begins the ids.
[[nodiscard]] std::optional<std::string> write_folder(ui::Pen& pen, std::string_view id,
                                                      const model::FolderModel& model, FolderFields& fields);

}  // namespace aandacht::supervisor
