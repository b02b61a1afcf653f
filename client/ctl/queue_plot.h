// What resets cost, drawn.
#pragma once

#include <vector>

#include "client/ctl/plot.h"
#include "client/ctl/queue_simulation.h"
#include "shared/domain/reset.h"

namespace aandacht::ctl {

/// One team at one occupancy: played, and as the model and the sentence say it.
struct QueueFigure {
  domain::TeamLoad load;
  absl::Duration reset;
  PlayedResets played;
  domain::QueuePrice price;
  domain::ExtraWait model;
};

/// The model as lines and what was played as dots, by occupancy, one colour a team size; beside it the expected gap.
/// `figures` are of one reset length and handling time.
[[nodiscard]] Plot queue_plot(const std::vector<QueueFigure>& figures);

}  // namespace aandacht::ctl
