// The page of settings and the first start as plain values: every word is formatted, every choice is made.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "client/model/language.h"
#include "client/model/settings.h"
#include "client/model/watched_model.h"

namespace aandacht::model {

enum class RowKind {
  kChoice,   ///< One of `options`.
  kToggle,   ///< On or off.
  kStepper,  ///< Less, more.
  kField,    ///< Typed.
  kTry,      ///< A button, and what came of it.
  kNote,     ///< Only read.
};

struct SettingOption {
  std::string value;
  std::string label;

  bool operator==(const SettingOption&) const = default;
};

/// How the answer of a kTry row reads.
enum class Outcome { kNone, kWell, kTrouble };

struct SettingRow {
  RowKind kind = RowKind::kNote;
  std::string name;   ///< Which setting, or which part of one; "service" or "softphone" of kTry.
  std::string label;  ///< Of kTry: what the button says.
  std::string value;  ///< As base::Settings::get(); "true" of a toggle that is on.
  std::vector<SettingOption> options;
  std::string shown;  ///< A stepper's value in words.
  std::string less;   ///< The value of a step down; empty: it is at its end.
  std::string more;
  std::string help;     ///< What it is for; may be empty.
  std::string trouble;  ///< Why it does not hold, or not yet; may be empty.
  std::string answer;   ///< What came of trying; empty before.
  Outcome outcome = Outcome::kNone;

  bool operator==(const SettingRow&) const = default;
};

struct SettingGroup {
  std::string title;
  std::vector<SettingRow> rows;

  bool operator==(const SettingGroup&) const = default;
};

struct SettingsModel {
  std::string title;
  std::string close;
  std::vector<std::string> notices;  ///< What is wrong in the file, one sentence each.
  std::vector<SettingGroup> groups;
  std::optional<WatchedModel> watched =
      std::nullopt;  ///< Who follows the call behind the page; put in by who shows it.

  bool operator==(const SettingsModel&) const = default;
};

enum class FirstStep { kLanguage, kWho, kPlace, kSoftphone };
inline constexpr int kFirstSteps = 4;

struct FirstStartModel {
  std::string progress;  ///< "2 van 4"
  std::string title;
  std::string help;
  std::vector<SettingRow> rows;
  std::string back;  ///< Empty at the first step.
  std::string next;
  std::string skip;
  std::optional<WatchedModel> watched = std::nullopt;  ///< As of SettingsModel.

  bool operator==(const FirstStartModel&) const = default;
};

/// Pure. Rows of settings that `state` has no value of are left out.
[[nodiscard]] SettingsModel make_settings_model(const SettingsState& state, Language language);

[[nodiscard]] FirstStartModel make_first_start_model(const SettingsState& state, FirstStep step, Language language);

/// One quiet line for the window: the first of what is wrong, and how much more there is. Empty: nothing is.
[[nodiscard]] std::string settings_notice(const SettingsState& state, Language language);

/// A fault of a file in one sentence: "overlay.toml regel 7: …".
[[nodiscard]] std::string fault_text(const base::Fault& fault, const std::string& file, Language language);

}  // namespace aandacht::model
