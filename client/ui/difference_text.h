// Two versions of a text as one: what went and what came.
#pragma once

#include <vector>

#include "client/model/text_difference.h"
#include "client/ui/pen.h"

namespace aandacht::ui {

/// Writes a wrapped paragraph over the pen's column. Removed words stand struck through after "−", added ones
/// underlined after "+", so that no colour is needed.
void write_difference(Pen& pen, const std::vector<model::DifferencePart>& parts);

}  // namespace aandacht::ui
