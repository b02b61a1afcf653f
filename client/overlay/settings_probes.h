// Trying what a setting says, with the answer that the agent sees.
#pragma once

#include <functional>
#include <string>

#include "client/model/settings.h"

namespace aandacht::overlay {

/// Each may wait a few seconds; called on a thread that may. Tests give their own.
struct SettingsProbes {
  std::function<model::ServiceAnswer(const std::string& server, const std::string& agent)> service;
  std::function<model::PhoneAnswer(const std::string& softphone)> softphone;
};

/// The real ones.
[[nodiscard]] SettingsProbes real_probes();

}  // namespace aandacht::overlay
