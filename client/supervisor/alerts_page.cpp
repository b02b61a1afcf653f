#include "client/supervisor/alerts_page.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "client/app/connection_view.h"
#include "client/model/bilingual.h"
#include "shared/domain/alert_rule_id.h"

namespace aandacht::supervisor {
namespace {

constexpr int kTrialDays = 7;
constexpr int kTrialAlerts = 50;
constexpr model::Bilingual kSettled{"Klaar.", "Done."};
constexpr model::Bilingual kUndo{"Zet terug", "Undo"};
constexpr model::Bilingual kCopyOf{"$0 (mijn team)", "$0 (my team)"};

}  // namespace

AlertsPage::AlertsPage(const PageContext& context) : context_(context), alerts_(context.channel) {
  net::AlertHandlers handlers;
  handlers.on_update = [this](net::AlertUpdate update) {
    context_.post([this, update = std::move(update)]() mutable { take(std::move(update)); });
  };
  handlers.on_connection = [this](net::ConnectionState state, const std::string& said) {
    context_.post([this, state, said] { context_.tell_connection(app::shown_to_supervisor(state), said); });
  };
  watch_ = std::make_unique<net::AlertWatch>(context_.channel, std::move(handlers));
}

AlertsPage::~AlertsPage() = default;

void AlertsPage::enter() { fetch_rules(); }

void AlertsPage::open(const std::string& argument) {
  absl::string_view id = argument;
  if (absl::ConsumePrefix(&id, "alert:")) {
    data_.tab = model::AlertsTab::kAlerts;
    data_.selected_alert = std::string(id);
  } else if (absl::ConsumePrefix(&id, "rule:")) {
    act(ShowAlertsTab{model::AlertsTab::kRules});
    act(SelectAlertRule{std::string(id)});
  }
}

void AlertsPage::draw(PageFrame& frame) {
  language_ = frame.language;
  zone_ = frame.zone;
  const model::AlertsModel model = model::make_alerts_model(data_, frame.language, frame.now, frame.zone);
  for (const AlertsAction& action : draw_alerts(model, memory_, frame)) act(action);
}

std::optional<absl::Duration> AlertsPage::wakes() const {
  absl::Time next = absl::InfiniteFuture();
  const absl::Time now = context_.clock.now();
  for (const domain::Alert& alert : data_.alerts) {
    if (alert.snoozed_until > now) next = std::min(next, alert.snoozed_until);
  }
  if (next == absl::InfiniteFuture()) return std::nullopt;
  return next - now + absl::Milliseconds(10);
}

int AlertsPage::badge() const { return model::waiting_alerts(data_.alerts, context_.clock.now()); }

struct AlertsPage::Act {
  AlertsPage& page;

  void operator()(const ShowAlertsTab& what) const { page.data_.tab = what.tab; }
  void operator()(const SelectAlert& what) const {
    page.data_.selected_alert = what.id;
    page.data_.alert_failure = absl::OkStatus();
  }
  void operator()(const SettleAlert& what) const { page.settle(what.id, what.stage); }
  void operator()(const SnoozeAlert& what) const {
    page.snooze(what.id, model::alert_snooze_end(what.snooze, page.context_.clock.now(), page.zone_));
  }
  void operator()(const BringAlertBack& what) const { page.snooze(what.id, absl::InfinitePast()); }
  void operator()(const GoToAlertCall& what) const { page.go_to_call(what.id); }
  void operator()(const SelectAlertRule& what) const {
    const std::optional<model::AlertDraft>& draft = page.data_.draft;
    if (draft && draft->rule.id == what.id && model::is_unsaved(*draft)) return;
    model::put_aside_alert_draft(page.data_);
    if (page.open_kept(what.id)) return;
    for (const model::AlertRuleData& each : page.data_.rules) {
      if (each.rule.id == what.id) page.open_rule(each.rule, each.rule.version, each.editable);
    }
  }
  void operator()(const NewAlertRule&) const {
    model::put_aside_alert_draft(page.data_);
    domain::AlertRule rule;
    rule.id = absl::StrCat("rule-", page.context_.ids.next());
    page.open_rule(rule, 0, true);
  }
  void operator()(const CloseAlertRule&) const {
    ++page.drafts_;
    ++page.trials_;
    page.data_.draft.reset();
    page.data_.trial = {};
    page.trial_.reset();
  }
  void operator()(const NameAlertRule& what) const {
    page.change_draft([&](domain::AlertRule& rule) { rule.name = what.name; });
  }
  void operator()(const FillAlertBlank& what) const {
    page.change_draft([&](domain::AlertRule& rule) { model::fill_alert_blank(rule, what.blank, what.chosen); });
  }
  void operator()(const WriteAlertWords& what) const {
    page.change_draft([&](domain::AlertRule& rule) { rule.phrases = model::phrases_of(what.typed); });
  }
  void operator()(const ToggleAlertRegex&) const {
    page.change_draft([](domain::AlertRule& rule) { rule.regex = !rule.regex; });
  }
  void operator()(const ChooseAlertTeam& what) const {
    page.change_draft(
        [&](domain::AlertRule& rule) { rule.team = model::alert_team_at(rule, page.data_.teams, what.place); });
  }
  void operator()(const ToggleAlertRule&) const {
    page.change_draft([](domain::AlertRule& rule) { rule.on = !rule.on; });
  }
  void operator()(const SaveAlertRule&) const { page.save(); }
  void operator()(const CopyAlertRule&) const {
    if (!page.data_.draft) return;
    domain::AlertRule rule = page.data_.draft->rule;
    rule.id = absl::StrCat("rule-", page.context_.ids.next());
    rule.name = kCopyOf.fill(page.language_, rule.name);
    page.open_rule(rule, 0, true);
    page.data_.draft->stage = model::AlertDraftStage::kChanged;
  }
  void operator()(const AskDeleteAlertRule& what) const {
    if (page.data_.draft) page.data_.draft->deleting = what.asks;
  }
  void operator()(const DeleteAlertRule&) const { page.remove(); }
  void operator()(const TakeTheirAlertRule&) const {
    if (!page.data_.draft) return;
    if (!page.data_.draft->theirs) return (*this)(CloseAlertRule{});
    const domain::AlertRule theirs = *page.data_.draft->theirs;
    page.open_rule(theirs, theirs.version, true);
  }
  void operator()(const PutMyAlertRule&) const {
    if (!page.data_.draft) return;
    model::AlertDraft& draft = *page.data_.draft;
    draft.base = draft.theirs ? draft.theirs->version : 0;
    page.save();
  }
  void operator()(const SnoozeAlertRule& what) const {
    page.snooze_rule(model::alert_snooze_end(what.snooze, page.context_.clock.now(), page.zone_));
  }
  void operator()(const WakeAlertRule&) const { page.snooze_rule(absl::InfinitePast()); }
  void operator()(const TryAlertRule&) const { page.try_rule(); }
};

void AlertsPage::act(const AlertsAction& action) { std::visit(Act{*this}, action); }

void AlertsPage::take(net::AlertUpdate update) {
  if (update.complete) data_.alerts.clear();
  data_.heard = true;
  for (const domain::Alert& alert : update.alerts) keep(alert);
}

void AlertsPage::keep(const domain::Alert& alert) {
  std::erase_if(data_.alerts, [&](const domain::Alert& each) { return each.id == alert.id; });
  if (alert.stage != domain::AlertStage::kDone) data_.alerts.push_back(alert);
}

void AlertsPage::note_alert(const absl::Status& status) { data_.alert_failure = status; }

void AlertsPage::settle(const std::string& id, domain::AlertStage stage) {
  alerts_.settle(absl::StrCat("alert-", context_.ids.next()), id, stage,
                 later<domain::Alert>([this, id, stage](absl::StatusOr<domain::Alert> alert) {
                   note_alert(alert.status());
                   if (!alert.ok()) return;
                   keep(*alert);
                   if (stage != domain::AlertStage::kDone) return;
                   context_.notify({kSettled.in(language_), kUndo.in(language_),
                                    [this, id] { settle(id, domain::AlertStage::kOpen); }});
                 }));
}

void AlertsPage::snooze(const std::string& id, absl::Time until) {
  alerts_.snooze_alert(absl::StrCat("snooze-", context_.ids.next()), id, until,
                       later<bool>([this](const absl::StatusOr<bool>& done) { note_alert(done.status()); }));
}

void AlertsPage::go_to_call(const std::string& id) {
  for (const domain::Alert& alert : data_.alerts) {
    if (alert.id == id) context_.open_page(model::PageName::kFloor, "agent:" + alert.finding.agent_id);
  }
}

void AlertsPage::fetch_rules() {
  alerts_.rules(later<net::SeenAlertRules>([this](absl::StatusOr<net::SeenAlertRules> seen) {
    data_.rules_failure = seen.status();
    if (!seen.ok()) return;
    data_.rules_heard = true;
    data_.teams = std::move(seen->teams);
    data_.rules.clear();
    for (net::SeenAlertRule& each : seen->rules)
      data_.rules.push_back({std::move(each.rule), each.editable, each.team_gone});
  }));
}

void AlertsPage::open_rule(const domain::AlertRule& rule, std::int64_t base, bool editable) {
  model::AlertDraft draft;
  draft.rule = rule;
  draft.base = base;
  draft.editable = editable;
  show_draft(std::move(draft));
}

void AlertsPage::show_draft(model::AlertDraft draft) {
  ++drafts_;
  ++trials_;
  trial_.reset();
  data_.trial = {};
  data_.draft = std::move(draft);
  const domain::AlertRule& rule = data_.draft->rule;
  memory_.name.set(rule.name);
  memory_.words.set(model::as_phrase_lines(rule.phrases));
}

bool AlertsPage::open_kept(const std::string& rule_id) {
  std::optional<model::AlertDraft> draft = model::take_kept_alert_draft(data_, rule_id);
  if (!draft) return false;
  show_draft(*std::move(draft));
  return true;
}

void AlertsPage::change_draft(const std::function<void(domain::AlertRule&)>& change) {
  if (!data_.draft || !data_.draft->editable) return;
  change(data_.draft->rule);
  if (data_.draft->stage != model::AlertDraftStage::kConflict) data_.draft->stage = model::AlertDraftStage::kChanged;
}

void AlertsPage::note_draft(const absl::Status& status) {
  if (!data_.draft) return;
  data_.draft->stage = status.ok() ? model::AlertDraftStage::kSaved : model::AlertDraftStage::kFailed;
  data_.draft->failure = status;
}

void AlertsPage::save() {
  if (!data_.draft) return;
  data_.draft->stage = model::AlertDraftStage::kSaving;
  const domain::AlertRule sent = data_.draft->rule;
  alerts_.put_rule(absl::StrCat("rule-", context_.ids.next()), sent, data_.draft->base,
                   later<net::SeenAlertRule>([this, sent, number = drafts_](absl::StatusOr<net::SeenAlertRule> kept) {
                     fetch_rules();
                     if (kept.ok()) return model::alert_rule_stored(data_, sent, kept->rule);
                     if (number != drafts_ || !data_.draft) return;
                     if (absl::IsAborted(kept.status())) return meet_conflict();
                     note_draft(kept.status());
                   }));
}

// Theirs is asked for, so that it can be shown beside what was written here.
void AlertsPage::meet_conflict() {
  data_.draft->stage = model::AlertDraftStage::kConflict;
  data_.draft->theirs.reset();
  alerts_.rules(later<net::SeenAlertRules>([this, number = drafts_](const absl::StatusOr<net::SeenAlertRules>& seen) {
    if (number != drafts_ || !data_.draft || !seen.ok()) return;
    for (const net::SeenAlertRule& each : seen->rules) {
      if (domain::is_rule_named(each.rule.id, data_.draft->rule.id)) data_.draft->theirs = each.rule;
    }
  }));
}

void AlertsPage::remove() {
  if (!data_.draft) return;
  data_.draft->deleting = false;
  alerts_.delete_rule(absl::StrCat("rule-", context_.ids.next()), data_.draft->rule.id, data_.draft->base,
                      later<bool>([this, number = drafts_](const absl::StatusOr<bool>& gone) {
                        fetch_rules();
                        if (number != drafts_ || !data_.draft) return;
                        if (gone.ok()) return act(CloseAlertRule{});
                        if (absl::IsAborted(gone.status())) return meet_conflict();
                        note_draft(gone.status());
                      }));
}

void AlertsPage::snooze_rule(absl::Time until) {
  if (!data_.draft) return;
  alerts_.snooze_rule(absl::StrCat("snooze-", context_.ids.next()), data_.draft->rule.id, until,
                      later<bool>([this, until, number = drafts_](const absl::StatusOr<bool>& done) {
                        fetch_rules();
                        if (number != drafts_ || !data_.draft) return;
                        if (!done.ok()) return note_draft(done.status());
                        data_.draft->rule.snoozed_until = until;
                      }));
}

void AlertsPage::try_rule() {
  if (!data_.draft) return;
  const int number = ++trials_;
  data_.trial = {};
  data_.trial.stage = model::AlertTrialStage::kRunning;
  data_.trial.of = data_.draft->rule;
  trial_.reset();
  domain::AlertRule tried = data_.draft->rule;
  if (tried.name.empty()) tried.name = tried.id;  // It may get its name after it was tried.
  trial_ = std::make_unique<net::AlertTrial>(
      context_.channel, tried, kTrialDays, kTrialAlerts,
      [this, number](net::AlertTrialStep step) {
        context_.post([this, number, step = std::move(step)]() mutable {
          if (number != trials_) return;
          data_.trial.progress = step.progress;
          data_.trial.days = std::move(step.days);
          data_.trial.turns = step.turns;
          data_.trial.alerts = std::move(step.alerts);
        });
      },
      [this, number](const absl::Status& status) {
        context_.post([this, number, status] {
          if (number != trials_) return;
          data_.trial.stage = status.ok() ? model::AlertTrialStage::kDone : model::AlertTrialStage::kFailed;
          data_.trial.failure = status;
        });
      });
}

}  // namespace aandacht::supervisor
