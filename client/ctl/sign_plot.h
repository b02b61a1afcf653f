// A sign's effect as a picture.
#pragma once

#include "client/ctl/plot.h"
#include "shared/domain/sign_effect.h"

namespace aandacht::ctl {

/// The share of calls with the question, week by week with its interval, before and after. `title` names the question.
[[nodiscard]] Plot sign_plot(const domain::SignEffect& effect, const std::string& title, const std::string& verdict);

}  // namespace aandacht::ctl
