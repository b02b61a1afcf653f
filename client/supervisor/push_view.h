// Draws the page that pushes prompts.
#pragma once

#include <map>
#include <string>
#include <variant>
#include <vector>

#include "client/model/push_model.h"
#include "client/supervisor/page_frame.h"
#include "client/ui/table.h"
#include "client/ui/text_area.h"

namespace aandacht::supervisor {

/// What the page's fields hold between two frames. Whoever draws sets them when the form changes otherwise than by
/// typing.
struct PushFields {
  ui::TextArea text{"", 1200};
  ui::TextArea reason{"", 800, true};
  std::map<std::string, ui::TextArea> slots;  ///< By the slot's name.
  ui::TableMemory table;
};

/// What was pressed or typed.
struct AddTarget {
  model::PushTarget target;
};
struct DropTarget {
  model::PushTarget target;
};
/// 0: own words.
struct ChooseTemplate {
  int index = 0;
};
/// The words of the template become one's own.
struct TakeWords {};
/// Something in PushFields changed.
struct Typed {};
struct SetUrgent {
  bool urgent = false;
};
struct ChooseLife {
  int index = 0;
};
struct PushNow {};
/// The last push comes back into the form.
struct BringBack {};
struct SelectPrompt {
  std::string id;  ///< Empty: none.
};
struct RecallPrompt {
  std::string id;
};
struct PushAgain {
  std::string id;
};

using PushAction = std::variant<AddTarget, DropTarget, ChooseTemplate, TakeWords, Typed, SetUrgent, ChooseLife, PushNow,
                                BringBack, SelectPrompt, RecallPrompt, PushAgain>;

void draw_push(const model::PushModel& model, PushFields& fields, PageFrame& frame, std::vector<PushAction>& actions);

}  // namespace aandacht::supervisor
