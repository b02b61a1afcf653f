// The settings as a page.
#pragma once

#include "client/supervisor/console_settings.h"
#include "client/supervisor/page.h"
#include "client/supervisor/settings_page_view.h"

namespace aandacht::supervisor {

/// Takes no arguments. `settings` outlives it.
class SettingsPage final : public Page {
 public:
  explicit SettingsPage(ConsoleSettings& settings) : settings_(settings) {}

  void draw(PageFrame& frame) override;

 private:
  ConsoleSettings& settings_;
  SettingsMemory memory_;
};

}  // namespace aandacht::supervisor
