// Alerts as a page.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "client/net/alerts.h"
#include "client/supervisor/alerts_view.h"
#include "client/supervisor/page.h"

namespace aandacht::supervisor {

/// Hears alerts as long as it lives, for the count beside its name. Arguments: "alert:ALERT_ID" selects that one,
/// "rule:RULE_ID" opens the rule.
class AlertsPage final : public Page {
 public:
  explicit AlertsPage(const PageContext& context);
  ~AlertsPage() override;

  void enter() override;
  void open(const std::string& argument) override;
  void draw(PageFrame& frame) override;
  [[nodiscard]] std::optional<absl::Duration> wakes() const override;
  [[nodiscard]] bool has_something() const override {
    return data_.heard || data_.rules_heard || data_.draft.has_value();
  }
  [[nodiscard]] int badge() const override;

 private:
  struct Act;

  void act(const AlertsAction& action);
  void take(net::AlertUpdate update);
  void keep(const domain::Alert& alert);
  void settle(const std::string& id, domain::AlertStage stage);
  void snooze(const std::string& id, absl::Time until);
  void go_to_call(const std::string& id);
  void fetch_rules();
  void open_rule(const domain::AlertRule& rule, std::int64_t base, bool editable);
  void show_draft(model::AlertDraft draft);
  [[nodiscard]] bool open_kept(const std::string& rule_id);
  void change_draft(const std::function<void(domain::AlertRule&)>& change);
  void save();
  void meet_conflict();
  void remove();
  void snooze_rule(absl::Time until);
  void try_rule();
  void note_alert(const absl::Status& status);
  void note_draft(const absl::Status& status);

  /// Runs `work` (absl::StatusOr<Result>) in the drawing thread with what was answered.
  template <typename Result>
  std::function<void(absl::StatusOr<Result>)> later(std::function<void(absl::StatusOr<Result>)> work) {
    return [this, work = std::move(work)](absl::StatusOr<Result> result) {
      context_.post([work, result = std::move(result)]() mutable { work(std::move(result)); });
    };
  }

  PageContext context_;
  model::AlertsData data_;
  AlertsMemory memory_;
  model::Language language_ = model::Language::kDutch;  // Of the last frame, for notices.
  absl::TimeZone zone_ = absl::UTCTimeZone();
  int drafts_ = 0;  // Ever; tells an answer about this draft from one about an earlier.
  int trials_ = 0;
  net::Alerts alerts_;
  std::unique_ptr<net::AlertTrial> trial_;
  std::unique_ptr<net::AlertWatch> watch_;
};

}  // namespace aandacht::supervisor
