// The why check as the agent sees it: one row between calls.
#pragma once

#include <array>
#include <string>

#include "client/model/language.h"
#include "shared/domain/why_check.h"

namespace aandacht::model {

struct WhyCheckModel {
  std::string why_id;
  std::string caption;                ///< "Tien seconden: ken je dit waarom?"
  std::string topic;                  ///< "Terugbetaling"
  std::string rule;                   ///< May be empty.
  std::array<std::string, 4> levels;  ///< In the order of domain::WhyLevel; keys 1 to 4.
  std::string not_today;
  std::string never;
  std::string note;  ///< Who sees it.

  bool operator==(const WhyCheckModel&) const = default;
};

[[nodiscard]] WhyCheckModel make_why_check(const domain::WhyCheck& check, Language language);

}  // namespace aandacht::model
