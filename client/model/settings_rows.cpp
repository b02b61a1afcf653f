#include "client/model/settings_rows.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "client/model/bilingual.h"
#include "client/model/strings.h"

namespace aandacht::model {
namespace {

/// A choice's value and what it is called; an empty label: the value itself.
struct Choice {
  const char* value;
  std::optional<Text> label;
};

/// How a setting looks on the page.
struct Shape {
  const char* name;
  RowKind kind;
  Text label;
  std::optional<Text> help;
  std::vector<Choice> choices = {};
  int least = 0;
  int most = 0;
  int step = 0;
};

const std::vector<Shape>& shapes() {
  static const std::vector<Shape> kShapes = {
      {"agent", RowKind::kField, Text::kSetAgent, Text::kSetAgentHelp},
      {kDockKind,
       RowKind::kChoice,
       Text::kSetDock,
       std::nullopt,
       {{"right-edge", Text::kDockRight}, {"left-edge", Text::kDockLeft}, {"beside", Text::kDockBeside}}},
      {kDockWindow, RowKind::kField, Text::kSetDockWindow, Text::kSetDockWindowHelp},
      {"form",
       RowKind::kChoice,
       Text::kSetForm,
       Text::kSetFormHelp,
       {{"column", Text::kFormColumn}, {"pill", Text::kFormPill}}},
      {"width", RowKind::kStepper, Text::kSetWidth, std::nullopt, {}, 300, 460, 20},
      {"text", RowKind::kStepper, Text::kSetText, std::nullopt, {}, 12, 22, 1},
      {"theme",
       RowKind::kChoice,
       Text::kSetTheme,
       std::nullopt,
       {{"light", Text::kThemeLight}, {"dark", Text::kThemeDark}, {"contrast", Text::kThemeContrast}}},
      {"reduced_motion", RowKind::kToggle, Text::kSetMotion, Text::kSetMotionHelp},
      {kSoftphoneKind,
       RowKind::kChoice,
       Text::kGroupSoftphone,
       Text::kSetSoftphoneHelp,
       {{"none", Text::kPhoneNone}, {"baresip", std::nullopt}}},
      {kSoftphoneAddress, RowKind::kField, Text::kSetAddress, Text::kSetSoftphoneAddressHelp},
      {"queue", RowKind::kField, Text::kSetQueue, Text::kSetQueueHelp},
      {"reset.hold_off",
       RowKind::kChoice,
       Text::kSetHoldOff,
       Text::kSetHoldOffHelp,
       {{"refuse", Text::kHoldOffRefuse}, {"off", Text::kHoldOffOff}}},
      {"reset.not_ready", RowKind::kField, Text::kSetNotReady, Text::kSetNotReadyHelp},
      {"reset.ready", RowKind::kField, Text::kSetReady, Text::kSetReadyHelp},
      {"server", RowKind::kField, Text::kSetServer, Text::kSetServerHelp},
      {"time_zone", RowKind::kField, Text::kSetTimeZone, Text::kSetTimeZoneHelp},
      {"renderer",
       RowKind::kChoice,
       Text::kSetRenderer,
       Text::kSetRendererHelp,
       {{"software", Text::kRendererSoftware}, {"opengl", Text::kRendererOpenGl}}},
      {"keys.used", RowKind::kField, Text::kKeyUsed, std::nullopt},
      {"keys.not_now", RowKind::kField, Text::kKeyNotNow, std::nullopt},
      {"keys.does_not_fit", RowKind::kField, Text::kKeyDoesNotFit, std::nullopt},
      {"keys.find_why", RowKind::kField, Text::kKeyFindWhy, std::nullopt},
      {"keys.journey", RowKind::kField, Text::kKeyJourney, std::nullopt},
      {"keys.pin", RowKind::kField, Text::kKeyPin, std::nullopt},
      {"keys.heavy", RowKind::kField, Text::kKeyHeavy, std::nullopt},
      {"keys.reset", RowKind::kField, Text::kKeyReset, std::nullopt},
      {"keys.end_reset", RowKind::kField, Text::kKeyEndReset, std::nullopt},
      {"keys.pill", RowKind::kField, Text::kKeyPill, std::nullopt},
      {"keys.hide", RowKind::kField, Text::kKeyHide, std::nullopt},
      {"keys.click_through", RowKind::kField, Text::kKeyClickThrough, std::nullopt},
      {"keys.keyboard", RowKind::kField, Text::kKeyKeyboard, std::nullopt},
      {"keys.keys", RowKind::kField, Text::kKeyKeys, std::nullopt},
      {"reset.sound", RowKind::kToggle, Text::kSetResetSound, Text::kSetResetSoundHelp},
      {"click_through", RowKind::kToggle, Text::kSetClickThrough, Text::kSetClickThroughHelp},
      {"log_level",
       RowKind::kChoice,
       Text::kSetLog,
       std::nullopt,
       {{"off", std::nullopt},
        {"error", std::nullopt},
        {"warn", std::nullopt},
        {"info", std::nullopt},
        {"debug", std::nullopt},
        {"trace", std::nullopt}}},
  };
  return kShapes;
}

std::string after(const std::string& value, std::string_view prefix) {
  return absl::StartsWith(value, std::string(prefix)) ? value.substr(prefix.size()) : "";
}

/// The setting that a part of one belongs to.
std::string whole_of(std::string_view name) {
  if (name == kSoftphoneKind || name == kSoftphoneAddress) return "softphone";
  if (name == kDockKind || name == kDockWindow) return "dock";
  return std::string(name);
}

/// Nothing: there is no such row, because of what another one says.
std::optional<std::string> value_of(const SettingsState& state, std::string_view name) {
  const auto found = state.values.find(whole_of(name));
  if (found == state.values.end()) return std::nullopt;
  const std::string& value = found->second;
  if (name == kSoftphoneKind) return absl::StartsWith(value, kBaresipPrefix) ? "baresip" : "none";
  if (name == kDockKind) return absl::StartsWith(value, kBesidePrefix) ? "beside" : value;
  if (name == kSoftphoneAddress && !absl::StartsWith(value, kBaresipPrefix)) return std::nullopt;
  if (name == kDockWindow && !absl::StartsWith(value, kBesidePrefix)) return std::nullopt;
  if (name == kSoftphoneAddress) return after(value, kBaresipPrefix);
  if (name == kDockWindow) return after(value, kBesidePrefix);
  return value;
}

/// The command that lacks its other half: one alone is never run.
std::optional<Text> half_of_a_pair(const SettingsState& state, std::string_view name) {
  const auto says = [&](const char* setting) {
    const auto found = state.values.find(setting);
    return found != state.values.end() && !found->second.empty();
  };
  if (name == "reset.ready" && says("reset.not_ready") && !says("reset.ready")) return Text::kSetReadyMissing;
  if (name == "reset.not_ready" && says("reset.ready") && !says("reset.not_ready")) return Text::kSetNotReadyMissing;
  return std::nullopt;
}

std::string trouble_of(const SettingsState& state, std::string_view name, Language language) {
  const std::string whole = whole_of(name);
  if (const auto typed = state.not_taken.find(std::string(name)); typed != state.not_taken.end()) {
    return fill(Text::kNotTaken, language, typed->second);
  }
  if (const auto key = state.key_troubles.find(whole); key != state.key_troubles.end()) return key->second;
  if (const std::optional<Text> half = half_of_a_pair(state, whole); half) return text(*half, language);
  if (state.after_restart.count(whole) > 0) return text(Text::kAfterRestart, language);
  if (state.by_command.count(whole) > 0) return text(Text::kByCommand, language);
  return "";
}

void fill_stepper(SettingRow& row, const Shape& shape, Language language) {
  int value = 0;
  if (!absl::SimpleAtoi(row.value, &value)) value = shape.least;
  row.shown = fill(Text::kPixels, language, value);
  if (value > shape.least) row.less = absl::StrCat(std::max(shape.least, value - shape.step));
  if (value < shape.most) row.more = absl::StrCat(std::min(shape.most, value + shape.step));
}

/// "1,25": a factor as it is written in a language.
std::string factor_text(double factor, Language language) {
  const std::string plain = absl::StrCat(factor);
  return language == Language::kDutch ? absl::StrReplaceAll(plain, {{".", ","}}) : plain;
}

/// Sizes that are told apart at a glance; the file takes any between.
SettingRow scale_row(const SettingsState& state, Language language) {
  constexpr std::array kScales = {0.0, 1.0, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0};
  SettingRow row{RowKind::kStepper, "scale", text(Text::kSetScale, language), *value_of(state, "scale")};
  double value = 0;
  if (!absl::SimpleAtod(row.value, &value)) value = 0;
  row.shown =
      value == 0 ? text(Text::kScaleAuto, language) : fill(Text::kTimes, language, factor_text(value, language));
  for (const double scale : kScales) {
    if (scale < value) row.less = absl::StrCat(scale);
    if (scale > value && row.more.empty()) row.more = absl::StrCat(scale);
  }
  row.trouble = trouble_of(state, "scale", language);
  return row;
}

/// Of no file: the service keeps it.
SettingRow why_check_row(const SettingsState& state, Language language) {
  constexpr Bilingual kAsk{"Eens per dag een waarom", "A why once a day"};
  constexpr Bilingual kAskHelp{"Tussen gesprekken vraagt het venster of je een waarom kent. Uit: nooit meer.",
                               "Between calls the window asks whether you know a why. Off: never again."};
  SettingRow row{RowKind::kToggle, kWhyCheck, kAsk.in(language), *value_of(state, kWhyCheck)};
  row.help = kAskHelp.in(language);
  return row;
}

SettingRow language_row(const SettingsState& state, Language language) {
  SettingRow row{RowKind::kChoice, "language", text(Text::kSetLanguage, language), *value_of(state, "language")};
  // Each in its own words, so that whoever cannot read this finds theirs.
  row.options = {{"nl", text(Text::kSwitchLanguage, Language::kEnglish)},
                 {"en", text(Text::kSwitchLanguage, Language::kDutch)}};
  row.trouble = trouble_of(state, "language", language);
  return row;
}

Text service_text(ServiceAnswer answer) {
  switch (answer) {
    case ServiceAnswer::kNotTried:
    case ServiceAnswer::kTrying:
      return Text::kTrying;
    case ServiceAnswer::kServes:
      return Text::kServiceServes;
    case ServiceAnswer::kRefuses:
      return Text::kServiceRefuses;
    case ServiceAnswer::kExpired:
      return Text::kServiceExpired;
    case ServiceAnswer::kSomethingElse:
      return Text::kServiceSomethingElse;
    case ServiceAnswer::kNobody:
      return Text::kServiceNobody;
    case ServiceAnswer::kWrongAddress:
      return Text::kWrongAddress;
  }
  return Text::kTrying;
}

Text phone_text(PhoneAnswer answer) {
  switch (answer) {
    case PhoneAnswer::kNotTried:
    case PhoneAnswer::kTrying:
      return Text::kTrying;
    case PhoneAnswer::kAnswers:
      return Text::kPhoneAnswers;
    case PhoneAnswer::kInUse:
      return Text::kPhoneInUse;
    case PhoneAnswer::kSomethingElse:
      return Text::kPhoneSomethingElse;
    case PhoneAnswer::kNobody:
      return Text::kPhoneNobody;
    case PhoneAnswer::kWrongAddress:
      return Text::kWrongAddress;
    case PhoneAnswer::kNotFollowed:
      return Text::kPhoneNotFollowed;
  }
  return Text::kTrying;
}

}  // namespace

std::optional<SettingRow> setting_row(const SettingsState& state, std::string_view name, Language language) {
  const std::optional<std::string> value = value_of(state, name);
  if (!value) return std::nullopt;
  if (name == "language") return language_row(state, language);
  if (name == "scale") return scale_row(state, language);
  if (name == kWhyCheck) return why_check_row(state, language);
  const auto shape = std::find_if(shapes().begin(), shapes().end(), [&](const Shape& s) { return s.name == name; });
  // A setting that nobody gave words: under the name that it has in the file.
  if (shape == shapes().end()) {
    return SettingRow{RowKind::kField,
                      std::string(name),
                      std::string(name),
                      *value,
                      {},
                      "",
                      "",
                      "",
                      "",
                      trouble_of(state, name, language)};
  }
  SettingRow row{shape->kind, shape->name, text(shape->label, language), *value};
  if (shape->help) row.help = text(*shape->help, language);
  for (const Choice& choice : shape->choices) {
    row.options.push_back({choice.value, choice.label ? text(*choice.label, language) : choice.value});
  }
  if (shape->kind == RowKind::kStepper) fill_stepper(row, *shape, language);
  row.trouble = trouble_of(state, name, language);
  return row;
}

SettingRow try_service_row(const SettingsState& state, Language language) {
  SettingRow row{RowKind::kTry, "service", text(Text::kTryService, language)};
  if (state.service == ServiceAnswer::kNotTried) return row;
  row.answer = text(service_text(state.service), language);
  if (state.service == ServiceAnswer::kTrying) return row;
  row.outcome = state.service == ServiceAnswer::kServes ? Outcome::kWell : Outcome::kTrouble;
  return row;
}

SettingRow try_softphone_row(const SettingsState& state, Language language) {
  SettingRow row{RowKind::kTry, "softphone", text(Text::kTrySoftphone, language)};
  if (state.softphone == PhoneAnswer::kNotTried) return row;
  row.answer = text(phone_text(state.softphone), language);
  if (state.softphone == PhoneAnswer::kTrying) return row;
  const bool well = state.softphone == PhoneAnswer::kAnswers || state.softphone == PhoneAnswer::kInUse ||
                    state.softphone == PhoneAnswer::kNotFollowed;
  row.outcome = well ? Outcome::kWell : Outcome::kTrouble;
  return row;
}

void add_rows(const SettingsState& state, std::initializer_list<const char*> names, Language language,
              std::vector<SettingRow>& rows) {
  for (const char* name : names) {
    if (std::optional<SettingRow> row = setting_row(state, name, language)) rows.push_back(*std::move(row));
  }
}

}  // namespace aandacht::model
