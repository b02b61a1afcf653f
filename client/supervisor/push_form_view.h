// The form of the page that pushes prompts.
#pragma once

#include <vector>

#include "client/supervisor/push_view.h"

namespace aandacht::supervisor {

/// Fills `box`: what is filled in scrolls, what pushes stands under it.
void draw_push_form(const model::PushModel& model, PushFields& fields, const ui::Box& box, ui::Look& look,
                    std::vector<PushAction>& actions);

}  // namespace aandacht::supervisor
