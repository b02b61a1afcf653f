// The floor: who is in a call, since when, with whom, how the customer feels, and who watches.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "client/model/floor_model.h"
#include "client/supervisor/page_frame.h"
#include "client/ui/table.h"
#include "client/ui/text_area.h"

namespace aandacht::supervisor {

// What was done on the page.
struct SortFloor {
  model::FloorColumn column;
};
struct SelectAgent {
  std::string agent_id;  ///< Empty: nobody.
};
struct ShowStates {
  model::FloorShow show;
};
struct ShowTeam {
  std::optional<std::string> team;
};
struct FindOnFloor {
  std::string words;
};
struct AskForReason {};
struct ChangeReason {
  std::string reason;
};
struct StartWatch {};
struct StopWatch {};
struct PushToAgent {
  std::string agent_id;
};
using FloorAction = std::variant<SortFloor, SelectAgent, ShowStates, ShowTeam, FindOnFloor, AskForReason, ChangeReason,
                                 StartWatch, StopWatch, PushToAgent>;
using FloorActions = std::vector<FloorAction>;

/// What the page holds between two frames. Belongs to the drawing thread.
struct FloorMemory {
  ui::TableMemory table;
  ui::TextArea find{"", 200, true};
  ui::TextArea reason{"", 1000, true};
  bool asks = false;  ///< The reason was asked for in the last frame.
};

/// One frame. Columns that do not fit are left out, the least needed first; rows beyond the page are reached with the
/// wheel and by keys; Ctrl+F goes to the field to find with.
FloorActions draw_floor(const model::FloorModel& model, FloorMemory& memory, PageFrame& frame);

/// Who is selected, in `box`. For draw_floor().
void draw_floor_detail(ui::Look& look, const model::FloorDetail& detail, FloorMemory& memory, const ui::Box& box,
                       FloorActions& actions);

}  // namespace aandacht::supervisor
