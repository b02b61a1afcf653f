// The agent's settings while the overlay runs: chosen in the window or in the file, and the first start.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "client/app/settings_file.h"
#include "client/model/settings_model.h"
#include "client/overlay/errands.h"
#include "client/overlay/options.h"
#include "client/overlay/settings_action.h"
#include "client/overlay/settings_probes.h"

namespace aandacht::overlay {

/// Belongs to the thread that runs what `post` is given.
class Preferences {
 public:
  struct Hooks {
    /// Hands work to the owning thread; called from any thread, never blocks.
    std::function<void(std::function<void()>)> post;
    /// A setting has another value in options(). True: it holds now; false: after a restart.
    std::function<bool(const std::string& setting)> changed;
    /// The agent wants to be asked whys, or not; see set_why_check().
    std::function<void(bool wanted)> why_check = [](bool) {};
    /// The first start is over: the desk can be opened.
    std::function<void()> begun;
    SettingsProbes probes = real_probes();
  };

  enum class Page { kNone, kSettings, kFirstStart };

  /// Begins with the first start when `parsed` says so. What `hooks` refer to must outlive it.
  Preferences(const Parsed& parsed, std::string version, Hooks hooks);
  ~Preferences();

  Preferences(const Preferences&) = delete;
  Preferences& operator=(const Preferences&) = delete;

  [[nodiscard]] const Options& options() const { return options_; }
  [[nodiscard]] const model::SettingsState& state() const { return state_; }
  [[nodiscard]] Page page() const { return page_; }
  [[nodiscard]] model::FirstStep step() const { return step_; }

  /// Also reads the file again where the kernel does not tell of changes.
  void open();
  /// Not the first start.
  void close();

  void act(const SettingsAction& action);

  /// A setting or a part of one; checks it, lets it hold and writes it to the file. During the first start the file is
  /// written at its end.
  void choose(const std::string& name, const std::string& value);

  /// Sentences of what the desktop cannot do, shown with the settings.
  void set_findings(std::vector<std::string> findings) { state_.findings = std::move(findings); }

  /// Whether the agent wants to be asked a why a day. The service keeps it, not the file; absent: it is not known now,
  /// and the page does not have it.
  void set_why_check(std::optional<bool> wanted);

  /// What of the keys could not be had, by setting.
  void set_key_troubles(std::map<std::string, std::string> troubles) { state_.key_troubles = std::move(troubles); }

 private:
  void try_service();
  void try_softphone();
  void step_on(int by);
  void finish_first_start();
  void write(const std::string& setting);
  void watch_file();
  void read_again();
  void take_file(const std::string& text);
  void take_value(const std::string& setting, const std::string& value);
  void errand(std::function<void()> work);
  void post(std::function<void()> work);

  Options options_;
  base::Settings settings_;
  Hooks hooks_;
  model::SettingsState state_;
  Page page_ = Page::kNone;
  model::FirstStep step_ = model::FirstStep::kLanguage;
  std::map<std::string, int> unwritten_;  // Choices that are not in the file, by setting.
  /// Work that is posted but not run yet must not reach what is gone.
  const std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);
  std::unique_ptr<Errands> errands_;  // Made when there is one.
  std::unique_ptr<app::FileWatch> watch_;
};

}  // namespace aandacht::overlay
