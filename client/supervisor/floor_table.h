// The table of the floor.
#pragma once

#include <vector>

#include "client/model/floor_model.h"
#include "client/ui/pen.h"

namespace aandacht::supervisor {

enum class Column { kAgent, kState, kDuration, kCustomer, kPhase, kSentiment, kCards, kPrompts };

/// A column and where it stands, pixels of the screen from the table's left.
struct Place {
  Column column = Column::kAgent;
  float left = 0;
  float width = 0;
};
using Columns = std::vector<Place>;

/// The columns that fit into `width`, in their order; names and customers share what is left.
[[nodiscard]] Columns columns_of(const ui::Look& look, float width);

void write_captions(ui::Pen& pen, const Columns& columns, model::Language language);

/// One row and the hairline under it, 48 pixels of the design.
void write_row(ui::Pen& pen, const Columns& columns, const model::FloorRow& row);

}  // namespace aandacht::supervisor
