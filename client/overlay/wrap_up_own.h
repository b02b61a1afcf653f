// The agent's own part of a wrap-up. Draws and reports; decides nothing.
#pragma once

#include "client/model/wrap_up_own_model.h"
#include "client/overlay/views.h"

namespace aandacht::overlay {

/// How much of it stands there; less in a low window.
struct OwnDetail {
  bool tight = false;  ///< Less air.
  bool words = true;   ///< Of every answer, the note of the habit; false: shapes in one row with the question.
  bool habit = true;
  std::size_t questions = 3;

  /// One step less; false when nothing is left.
  bool shrink() {
    if (!tight) {
      tight = true;
    } else if (words) {
      words = false;
    } else if (habit) {
      habit = false;
    } else if (questions > 0) {
      --questions;
    } else {
      return false;
    }
    return true;
  }
};

/// The questions that `detail` leaves, one under the other.
void write_three_es(ui::Pen& pen, const model::WrapUpOwnModel& own, const OwnDetail& detail, Actions& actions);

/// The habit with its tick, and "is it routine?".
void write_habit_row(ui::Pen& pen, const model::HabitRow& habit, bool whole, Actions& actions);

/// 1 … 9, while the window has the keyboard: the answers of the three questions in their order.
void take_experience_keys(const model::WrapUpOwnModel& own, Actions& actions);

}  // namespace aandacht::overlay
