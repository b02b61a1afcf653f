#include "client/model/settings_model.h"

#include <algorithm>
#include <utility>

#include "tests/support/catch.h"

namespace aandacht::model {
namespace {

using base::FaultKind;

SettingsState state_with(std::map<std::string, std::string> values) {
  SettingsState state;
  state.values = std::move(values);
  state.file = "/home/sanne/.config/aandacht/overlay.toml";
  return state;
}

const SettingRow* row_of(const SettingsModel& model, const std::string& name) {
  for (const SettingGroup& group : model.groups) {
    for (const SettingRow& row : group.rows) {
      if (row.name == name) return &row;
    }
  }
  return nullptr;
}

TEST_CASE("a fault of the file is one sentence with its line, in both languages") {
  struct Row {
    base::Fault fault;
    const char* dutch;
    const char* english;
  };
  const auto row = GENERATE(Row{{FaultKind::kWrongValue, 7, "theme", "blauw", "light", "", ""},
                                "overlay.toml regel 7: theme “blauw” bestaat niet; “light” wordt gebruikt.",
                                "overlay.toml line 7: theme “blauw” does not exist; “light” is used."},
                            Row{{FaultKind::kUnknownSetting, 3, "tema", "1", "", "theme", ""},
                                "overlay.toml regel 3: “tema” bestaat niet. Bedoel je “theme”?",
                                "overlay.toml line 3: “tema” does not exist. Do you mean “theme”?"},
                            Row{{FaultKind::kUnknownSetting, 3, "zzz", "1", "", "", ""},
                                "overlay.toml regel 3: “zzz” bestaat niet en telt niet mee.",
                                "overlay.toml line 3: “zzz” does not exist and does not count."},
                            Row{{FaultKind::kNotToml, 2, "", "", "", "", ""},
                                "overlay.toml regel 2 is niet te lezen; het bestand telt niet mee.",
                                "overlay.toml line 2 cannot be read; the file does not count."},
                            Row{{FaultKind::kNotToml, 0, "", "", "", "", ""},
                                "overlay.toml is niet te lezen en telt niet mee.",
                                "overlay.toml cannot be read and does not count."});
  CHECK(fault_text(row.fault, "/a/overlay.toml", Language::kDutch) == row.dutch);
  CHECK(fault_text(row.fault, "/a/overlay.toml", Language::kEnglish) == row.english);
}

TEST_CASE("the window's one line is the first fault and how many more there are") {
  SettingsState state = state_with({});
  CHECK(settings_notice(state, Language::kDutch).empty());
  state.faults = {{FaultKind::kNotToml, 2, "", "", "", "", ""}};
  CHECK(settings_notice(state, Language::kEnglish) == "overlay.toml line 2 cannot be read; the file does not count.");
  state.faults.push_back(state.faults[0]);
  CHECK(settings_notice(state, Language::kEnglish) ==
        "overlay.toml line 2 cannot be read; the file does not count. And 1 more.");
}

TEST_CASE("softphone and place have a row for each of their parts, and only for those there are") {
  const SettingsModel none =
      make_settings_model(state_with({{"softphone", "none"}, {"dock", "left-edge"}}), Language::kDutch);
  REQUIRE(row_of(none, kSoftphoneKind) != nullptr);
  CHECK(row_of(none, kSoftphoneKind)->value == "none");
  CHECK(row_of(none, kSoftphoneAddress) == nullptr);
  CHECK(row_of(none, kDockKind)->value == "left-edge");
  CHECK(row_of(none, kDockWindow) == nullptr);
  const SettingsModel both = make_settings_model(
      state_with({{"softphone", "baresip:10.0.0.1:4444"}, {"dock", "beside:Linphone"}}), Language::kDutch);
  CHECK(row_of(both, kSoftphoneKind)->value == "baresip");
  CHECK(row_of(both, kSoftphoneAddress)->value == "10.0.0.1:4444");
  CHECK(row_of(both, kDockKind)->value == "beside");
  CHECK(row_of(both, kDockWindow)->value == "Linphone");
}

TEST_CASE("a command of the reset without its other half is said beside the one that is empty") {
  const auto troubles = [](const char* not_ready, const char* ready) {
    const SettingsModel model =
        make_settings_model(state_with({{"reset.not_ready", not_ready}, {"reset.ready", ready}}), Language::kEnglish);
    return std::pair{row_of(model, "reset.not_ready")->trouble.empty(), row_of(model, "reset.ready")->trouble.empty()};
  };
  CHECK(troubles("", "") == std::pair{true, true});
  CHECK(troubles("pause", "go") == std::pair{true, true});
  CHECK(troubles("pause", "") == std::pair{true, false});
  CHECK(troubles("", "go") == std::pair{false, true});
}

TEST_CASE("a stepper knows the next value on either side, and none beyond its ends") {
  struct Row {
    const char* name;
    const char* value;
    const char* shown;
    const char* less;
    const char* more;
  };
  const auto row = GENERATE(Row{"width", "380", "380 px", "360", "400"}, Row{"width", "300", "300 px", "", "320"},
                            Row{"width", "455", "455 px", "435", "460"}, Row{"width", "460", "460 px", "440", ""},
                            Row{"text", "12", "12 px", "", "13"}, Row{"scale", "0.0", "vanzelf", "", "1"},
                            Row{"scale", "1.3", "1,3×", "1.25", "1.5"}, Row{"scale", "4.0", "4×", "3", ""});
  const SettingsModel model = make_settings_model(state_with({{row.name, row.value}}), Language::kDutch);
  const SettingRow* made = row_of(model, row.name);
  REQUIRE(made != nullptr);
  CHECK(made->shown == row.shown);
  CHECK(made->less == row.less);
  CHECK(made->more == row.more);
}

TEST_CASE("a key that is new still has a row, under the name that it has in the file") {
  const SettingsModel model =
      make_settings_model(state_with({{"keys.used", "F9"}, {"keys.brand_new", "F8"}}), Language::kEnglish);
  REQUIRE(row_of(model, "keys.brand_new") != nullptr);
  CHECK(row_of(model, "keys.brand_new")->label == "keys.brand_new");
  CHECK(row_of(model, "keys.used")->label != "keys.used");
}

TEST_CASE("every answer of a try is said, well or as trouble, and an attempt under way as neither") {
  for (const auto answer : {ServiceAnswer::kServes, ServiceAnswer::kRefuses, ServiceAnswer::kExpired,
                            ServiceAnswer::kSomethingElse, ServiceAnswer::kNobody, ServiceAnswer::kWrongAddress}) {
    SettingsState state = state_with({});
    state.service = answer;
    const SettingsModel model = make_settings_model(state, Language::kDutch);
    const SettingRow* row = row_of(model, "service");
    REQUIRE(row != nullptr);
    CHECK_FALSE(row->answer.empty());
    CHECK((row->outcome == Outcome::kWell) == (answer == ServiceAnswer::kServes));
    CHECK(row->outcome != Outcome::kNone);
  }
  SettingsState trying = state_with({});
  trying.service = ServiceAnswer::kTrying;
  CHECK(row_of(make_settings_model(trying, Language::kDutch), "service")->outcome == Outcome::kNone);
}

}  // namespace
}  // namespace aandacht::model
