// What the page of alerts says.
#include "client/model/alerts_model.h"

#include "client/model/alert_words.h"
#include "client/model/strings.h"
#include "shared/domain/alert_check.h"
#include "tests/support/catch.h"

using namespace aandacht;
using model::Language;

namespace {

const absl::Time kNow = absl::FromUnixSeconds(1772445600);  // Monday 2 March 2026, 10:00 UTC.

domain::Alert alert(const std::string& id, absl::Duration ago) {
  domain::Alert made;
  made.id = id;
  made.finding.kind = domain::AlertKind::kLongHold;
  made.finding.time = kNow - ago;
  made.finding.span = absl::Minutes(5);
  return made;
}

model::AlertsModel page(const model::AlertsData& data, Language language = Language::kDutch) {
  return model::make_alerts_model(data, language, kNow, absl::UTCTimeZone());
}

}  // namespace

TEST_CASE("the newest alert is on top, and those put aside are below all others") {
  model::AlertsData data;
  data.alerts = {alert("old", absl::Minutes(9)), alert("new", absl::Minutes(1)), alert("aside", absl::Seconds(1))};
  data.alerts[2].snoozed_until = kNow + absl::Minutes(5);
  const model::AlertsModel model = page(data);
  REQUIRE(model.alerts.size() == 3);
  CHECK(model.alerts[0].id == "new");
  CHECK(model.alerts[1].id == "old");
  CHECK(model.alerts[2].id == "aside");
  CHECK(model.alerts[2].quiet);
  CHECK(model.tabs[0] == "Nu (2)");
}

TEST_CASE("only alerts that nobody looked at and nobody put aside are counted") {
  std::vector<domain::Alert> alerts = {alert("a", {}), alert("b", {}), alert("c", {})};
  alerts[1].stage = domain::AlertStage::kSeen;
  alerts[2].snoozed_until = kNow + absl::Minutes(1);
  CHECK(model::waiting_alerts(alerts, kNow) == 1);
  CHECK(model::waiting_alerts(alerts, kNow + absl::Minutes(1)) == 2);
}

TEST_CASE("a snooze until tomorrow ends at seven in the morning where the window is") {
  absl::TimeZone amsterdam = absl::FixedTimeZone(3600);
  CHECK(model::alert_snooze_end(model::AlertSnooze::kTomorrow, kNow, amsterdam) ==
        absl::FromCivil(absl::CivilHour(2026, 3, 3, 7), amsterdam));
  CHECK(model::alert_snooze_end(model::AlertSnooze::kQuarter, kNow, amsterdam) == kNow + absl::Minutes(15));
}

TEST_CASE("who works is named on the page of alerts as on the floor") {
  for (const Language language : {Language::kDutch, Language::kEnglish}) {
    CHECK(page({}, language).alert_captions.at(1) == model::text(model::Text::kFloorAgent, language));
  }
  domain::AlertRule rule;
  rule.kind = domain::AlertKind::kPhrase;
  rule.phrases = {"klacht"};
  rule.speaker = domain::AlertSpeaker::kAgent;
  CHECK(model::alert_rule_sentence(rule, Language::kDutch).find("medewerker") != std::string::npos);
}

TEST_CASE("a rule that becomes one for words speaks of a call once a minute at most, and no choice says otherwise") {
  domain::AlertRule rule;
  rule.cooldown = absl::ZeroDuration();
  model::fill_alert_blank(rule, model::AlertBlank::kKind, static_cast<int>(domain::AlertKind::kPhrase));
  CHECK(rule.cooldown == domain::kLeastWordsCooldown);
  model::fill_alert_blank(rule, model::AlertBlank::kCooldown, 0);
  CHECK(rule.cooldown == domain::kLeastWordsCooldown);
}

TEST_CASE("every blank that is filled makes the sentence say what was chosen, for every kind") {
  domain::AlertRule rule;
  for (int kind = 0; kind < 6; ++kind) {
    model::fill_alert_blank(rule, model::AlertBlank::kKind, kind);
    CHECK(static_cast<int>(rule.kind) == kind);
    const auto blanks = model::alert_blanks(rule, Language::kDutch);
    REQUIRE(blanks.size() >= 2);
    for (const auto& all : {blanks, model::alert_limits(rule, Language::kDutch)}) {
      for (const model::AlertBlankModel& blank : all) {
        if (blank.blank == model::AlertBlank::kKind) continue;
        for (int chosen = 0; chosen < static_cast<int>(blank.options.size()); ++chosen) {
          domain::AlertRule filled = rule;
          model::fill_alert_blank(filled, blank.blank, chosen);
          bool found = false;
          for (const auto& again :
               {model::alert_blanks(filled, Language::kDutch), model::alert_limits(filled, Language::kDutch)}) {
            for (const model::AlertBlankModel& each : again) {
              if (each.blank != blank.blank) continue;
              found = true;
              CHECK(each.options[static_cast<std::size_t>(each.chosen)] ==
                    blank.options[static_cast<std::size_t>(chosen)]);
            }
          }
          CHECK(found);
        }
      }
    }
  }
}

TEST_CASE("what a rule of a script has stays among the options, though nobody would choose it") {
  domain::AlertRule rule;
  rule.kind = domain::AlertKind::kLongHold;
  rule.span = absl::Seconds(77);
  rule.cooldown = absl::Minutes(7);
  const auto blanks = model::alert_blanks(rule, Language::kDutch);
  CHECK(blanks[1].options[static_cast<std::size_t>(blanks[1].chosen)] == "langer dan 77 seconden");
  CHECK(model::alert_rule_sentence(rule, Language::kDutch) ==
        "Laat het me weten als een klant langer dan 77 seconden in de wacht staat.");
}

TEST_CASE("alerts are said about the customer and the call, in both languages, and never name who works") {
  domain::AlertFinding finding;
  finding.agent_id = "sanne";
  finding.words = "wat een gedoe";
  finding.matched = "gedoe";
  finding.about = "terugbetaling";
  finding.count = 3;
  finding.span = absl::Minutes(5);
  for (int kind = 0; kind < 6; ++kind) {
    finding.kind = static_cast<domain::AlertKind>(kind);
    for (const Language language : {Language::kDutch, Language::kEnglish}) {
      const std::string said = model::alert_sentence(finding, language);
      INFO(said);
      CHECK_FALSE(said.empty());
      CHECK(said.find("agent") == std::string::npos);
      CHECK(said.find("sanne") == std::string::npos);
      CHECK(said.find('$') == std::string::npos);
      CHECK(said.find('!') == std::string::npos);
    }
  }
  finding.kind = domain::AlertKind::kNegative;
  CHECK(model::alert_sentence(finding, Language::kDutch) ==
        "klant was drie beurten achter elkaar negatief: “wat een gedoe”");
  finding.score = domain::kVeryNegativeScore;
  CHECK(model::alert_sentence(finding, Language::kDutch) ==
        "klant was drie beurten achter elkaar heel negatief: “wat een gedoe”");
  CHECK(model::alert_reason(finding, Language::kEnglish) == "customer was very negative for three turns in a row");
  finding.count = 1;
  CHECK(model::alert_reason(finding, Language::kDutch) == "klant was heel negatief");
}

TEST_CASE("lines that were typed are phrases without the empty ones") {
  CHECK(model::phrases_of(" advocaat \n\n  wil ... weg\n") == std::vector<std::string>{"advocaat", "wil ... weg"});
  CHECK(model::as_phrase_lines({"a", "b"}) == "a\nb");
}

TEST_CASE("a rule can be saved once it is right and was changed, and not while somebody else's is to be chosen") {
  model::AlertDraft draft;
  draft.rule.name = "Regel";
  draft.base = 2;
  const auto editor = [&] {
    return model::make_alert_rule_editor(draft, {}, {}, Language::kDutch, kNow, absl::UTCTimeZone());
  };
  CHECK_FALSE(editor().can_save);
  draft.stage = model::AlertDraftStage::kChanged;
  CHECK(editor().can_save);
  draft.rule.name = "";
  CHECK_FALSE(editor().can_save);
  CHECK(editor().problems.size() == 1);
  draft.rule.name = "Regel";
  draft.stage = model::AlertDraftStage::kConflict;
  CHECK_FALSE(editor().can_save);
  CHECK_FALSE(editor().put_mine.empty());
  draft.stage = model::AlertDraftStage::kFailed;
  draft.failure = absl::UnavailableError("x");
  CHECK(editor().can_save);
  CHECK(editor().trouble);
  draft.editable = false;
  CHECK_FALSE(editor().can_save);
  CHECK_FALSE(editor().copy.empty());
}

TEST_CASE("a trial of what the rule was before is not shown as its own") {
  model::AlertDraft draft;
  draft.rule.name = "Regel";
  model::AlertTrialData trial;
  trial.stage = model::AlertTrialStage::kDone;
  trial.of = draft.rule;
  trial.days = {{absl::CivilDay(2026, 3, 2), 4}};
  const auto said = [&] {
    return model::make_alert_rule_editor(draft, trial, {}, Language::kDutch, kNow, absl::UTCTimeZone()).trial;
  };
  CHECK(said() == "Zou 4 keer iets hebben gezegd, over 0 beurten in 7 dagen");
  draft.rule.name = "Andere naam";
  CHECK(said() == "Zou 4 keer iets hebben gezegd, over 0 beurten in 7 dagen");
  draft.rule.count = 5;
  CHECK(said().find("opnieuw") != std::string::npos);
}
