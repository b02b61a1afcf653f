// The table of the floor.
#pragma once

#include <vector>

#include "client/model/floor_model.h"
#include "client/ui/table.h"

namespace aandacht::supervisor {

/// The columns of model::FloorColumn, in that order.
[[nodiscard]] std::vector<ui::TableColumn> floor_columns(const model::FloorModel& model);

void draw_floor_cell(ui::Look& look, const model::FloorRow& row, const ui::TableCell& cell);

}  // namespace aandacht::supervisor
