// Draws the page of signs and of a team's whys.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "absl/time/civil_time.h"
#include "client/model/signs_model.h"
#include "client/supervisor/page_frame.h"
#include "client/ui/date_field.h"
#include "client/ui/table.h"
#include "client/ui/text_area.h"

namespace aandacht::supervisor {

/// What the page's fields hold between two frames. Whoever owns the page sets them when the sign changes otherwise than
/// by typing.
struct SignFields {
  ui::TextArea text{"", 2000};
  ui::TextArea owner{"", 80, true};
  ui::DateField up;
  absl::CivilDay up_day;
  ui::TableMemory questions;
  ui::TableMemory whys;
};

// What was pressed or typed.
struct ShowSignsTab {
  model::SignsTab tab;
};
struct SelectQuestion {
  std::string group;
};
struct ChoosePlace {
  domain::SignPlace place;
};
struct ProposeSign {};
/// Text or owner in SignFields changed.
struct SignTyped {};
struct SaveSign {};
struct PutSignUp {};
struct TakeSignDown {};
struct CopySign {};
struct ChooseWhyTeam {
  std::size_t team;
};

using SignsAction = std::variant<ShowSignsTab, SelectQuestion, ChoosePlace, ProposeSign, SignTyped, SaveSign, PutSignUp,
                                 TakeSignDown, CopySign, ChooseWhyTeam>;

void draw_signs(const model::SignsModel& model, SignFields& fields, PageFrame& frame,
                std::vector<SignsAction>& actions);

}  // namespace aandacht::supervisor
