// Low, middle or high, each as a shape and a word.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "client/ui/pen.h"
#include "shared/domain/three_es.h"

namespace aandacht::ui {

/// ▼ low, ○ middle, ● high; nothing for an unknown one. `under`: what lies beneath.
void draw_grade(ImDrawList& list, const Look& look, domain::Grade grade, ImVec2 centre, float size, Colour ink,
                Colour under);

/// Three buttons over the pen's column, ▼ ○ ●; word beside the shape, or under it where the column is narrow. `chosen`
/// 0 … 2, or -1. Returns which was pressed, or -1.
[[nodiscard]] int draw_grades(Pen& pen, std::string_view id, const std::array<std::string, 3>& words, int chosen);

/// How high that is, pixels of the screen.
[[nodiscard]] float grades_height(const Look& look, float width, const std::array<std::string, 3>& words);

/// Only the shapes, at the right end of a row of grade_shapes_height(); the words are told beside the pointer. Does
/// not move on.
[[nodiscard]] int draw_grade_shapes(Pen& pen, std::string_view id, const std::array<std::string, 3>& words, int chosen);

/// How wide the shapes are, pixels of the screen.
[[nodiscard]] float grade_shapes_width(const Look& look);
[[nodiscard]] float grade_shapes_height(const Look& look);

}  // namespace aandacht::ui
