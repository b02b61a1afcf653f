#include "client/model/settings_model.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "client/model/settings_rows.h"
#include "client/model/strings.h"

namespace aandacht::model {
namespace {

SettingRow note(std::string words) {
  SettingRow row;
  row.label = std::move(words);
  return row;
}

SettingGroup group(const SettingsState& state, Text title, std::initializer_list<const char*> names,
                   Language language) {
  SettingGroup made{text(title, language), {}};
  add_rows(state, names, language, made.rows);
  return made;
}

/// Every setting under [keys]: those with words in the order of a call, then what is new by its name.
SettingGroup keys_group(const SettingsState& state, Language language) {
  SettingGroup made{text(Text::kGroupKeys, language), {}};
  add_rows(
      state,
      {"keys.used", "keys.not_now", "keys.does_not_fit", "keys.find_why", "keys.journey", "keys.pin", "keys.heavy",
       "keys.reset", "keys.end_reset", "keys.pill", "keys.hide", "keys.click_through", "keys.keyboard", "keys.keys"},
      language, made.rows);
  const std::size_t worded = made.rows.size();
  for (const auto& [name, value] : state.values) {
    const bool has_row = std::any_of(made.rows.begin(), made.rows.begin() + static_cast<std::ptrdiff_t>(worded),
                                     [&, &key = name](const SettingRow& row) { return row.name == key; });
    if (!absl::StartsWith(name, "keys.") || has_row) continue;
    if (std::optional<SettingRow> row = setting_row(state, name, language)) made.rows.push_back(*std::move(row));
  }
  return made;
}

SettingGroup about_group(const SettingsState& state, Language language) {
  SettingGroup made{text(Text::kGroupAbout, language), {}};
  made.rows.push_back(note(fill(Text::kVersion, language, state.version)));
  made.rows.push_back(note(fill(Text::kSettingsFile, language, state.file)));
  for (const std::string& finding : state.findings) made.rows.push_back(note(finding));
  made.rows.push_back(note(text(Text::kDoctor, language)));
  return made;
}

/// The file's own name: the folder is said elsewhere.
std::string file_name(const std::string& file) { return file.substr(file.rfind('/') + 1); }

std::vector<std::string> notices_of(const SettingsState& state, Language language) {
  std::vector<std::string> notices;
  if (!state.written) notices.push_back(fill(Text::kNotWritten, language, file_name(state.file)));
  for (const base::Fault& fault : state.faults) notices.push_back(fault_text(fault, state.file, language));
  return notices;
}

Text title_of(FirstStep step) {
  switch (step) {
    case FirstStep::kLanguage:
      return Text::kFirstLanguage;
    case FirstStep::kWho:
      return Text::kFirstWho;
    case FirstStep::kPlace:
      return Text::kFirstPlace;
    case FirstStep::kSoftphone:
      return Text::kFirstSoftphone;
  }
  return Text::kFirstLanguage;
}

Text help_of(FirstStep step) {
  switch (step) {
    case FirstStep::kLanguage:
      return Text::kFirstLanguageHelp;
    case FirstStep::kWho:
      return Text::kFirstWhoHelp;
    case FirstStep::kPlace:
      return Text::kFirstPlaceHelp;
    case FirstStep::kSoftphone:
      return Text::kFirstSoftphoneHelp;
  }
  return Text::kFirstLanguageHelp;
}

std::vector<SettingRow> rows_of(const SettingsState& state, FirstStep step, Language language) {
  std::vector<SettingRow> rows;
  switch (step) {
    case FirstStep::kLanguage:
      add_rows(state, {"language", "theme"}, language, rows);
      break;
    case FirstStep::kWho:
      add_rows(state, {"agent", "server"}, language, rows);
      rows.push_back(try_service_row(state, language));
      break;
    case FirstStep::kPlace:
      add_rows(state, {kDockKind, kDockWindow, "width"}, language, rows);
      break;
    case FirstStep::kSoftphone:
      add_rows(state, {kSoftphoneKind, kSoftphoneAddress}, language, rows);
      rows.push_back(try_softphone_row(state, language));
      break;
  }
  return rows;
}

}  // namespace

SettingsModel make_settings_model(const SettingsState& state, Language language) {
  SettingsModel model{
      text(Text::kSettings, language), text(Text::kSettingsDone, language), notices_of(state, language), {}};
  model.groups.push_back(group(state, Text::kGroupYou, {"agent", "language", kWhyCheck}, language));
  model.groups.push_back(
      group(state, Text::kGroupWindow,
            {"theme", "text", "width", kDockKind, kDockWindow, "form", "reduced_motion", "click_through"}, language));
  SettingGroup softphone = group(state, Text::kGroupSoftphone, {kSoftphoneKind, kSoftphoneAddress, "queue"}, language);
  softphone.rows.push_back(try_softphone_row(state, language));
  model.groups.push_back(std::move(softphone));
  SettingGroup reset =
      group(state, Text::kGroupReset, {"reset.sound", "reset.hold_off", "reset.not_ready", "reset.ready"}, language);
  if (!reset.rows.empty()) model.groups.push_back(std::move(reset));
  SettingGroup service = group(state, Text::kGroupService, {"server"}, language);
  service.rows.push_back(try_service_row(state, language));
  model.groups.push_back(std::move(service));
  if (SettingGroup keys = keys_group(state, language); !keys.rows.empty()) model.groups.push_back(std::move(keys));
  model.groups.push_back(group(state, Text::kGroupMore, {"scale", "time_zone", "renderer", "log_level"}, language));
  model.groups.push_back(about_group(state, language));
  return model;
}

FirstStartModel make_first_start_model(const SettingsState& state, FirstStep step, Language language) {
  const int number = static_cast<int>(step) + 1;
  FirstStartModel model;
  model.progress = fill(Text::kStepOf, language, number, kFirstSteps);
  model.title = text(title_of(step), language);
  model.help = text(help_of(step), language);
  model.rows = rows_of(state, step, language);
  if (number > 1) model.back = text(Text::kBack, language);
  model.next = text(number < kFirstSteps ? Text::kNext : Text::kBegin, language);
  model.skip = text(Text::kSkip, language);
  return model;
}

std::string settings_notice(const SettingsState& state, Language language) {
  const std::vector<std::string> notices = notices_of(state, language);
  if (notices.empty()) return "";
  if (notices.size() == 1) return notices[0];
  return fill(Text::kAndMore, language, notices[0], notices.size() - 1);
}

std::string fault_text(const base::Fault& fault, const std::string& file, Language language) {
  const std::string name = file_name(file);
  switch (fault.kind) {
    case base::FaultKind::kNotToml:
      if (fault.line == 0) return fill(Text::kFaultUnreadable, language, name);
      return fill(Text::kFaultNotToml, language, name, fault.line);
    case base::FaultKind::kUnknownSetting:
      if (fault.near.empty()) return fill(Text::kFaultUnknown, language, name, fault.line, fault.setting);
      return fill(Text::kFaultUnknownNear, language, name, fault.line, fault.setting, fault.near);
    case base::FaultKind::kWrongValue:
      return fill(Text::kFaultValue, language, name, fault.line, fault.setting, fault.given, fault.used);
  }
  return fault.message;
}

}  // namespace aandacht::model
