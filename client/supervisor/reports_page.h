// The page of reports: asks for what is chosen, and saves it as files.
#pragma once

#include <memory>
#include <optional>

#include "client/model/report_model.h"
#include "client/net/reports.h"
#include "client/supervisor/export_part.h"
#include "client/supervisor/page.h"
#include "client/supervisor/reports_view.h"

namespace aandacht::supervisor {

/// Asks again every five minutes while it is shown. Takes no arguments of open(). A file that is being saved goes on
/// while another page is shown.
class ReportsPage final : public Page {
 public:
  explicit ReportsPage(const PageContext& context);

  void enter() override;
  void leave() override;
  void draw(PageFrame& frame) override;
  [[nodiscard]] std::optional<absl::Duration> wakes() const override { return absl::Minutes(1); }
  [[nodiscard]] bool has_something() const override { return !sources_.time_zone.empty(); }

 private:
  void act(const ReportAction& action);
  void choose_period(int period);
  void type_days(const TypeDays& days);
  void show_files();
  /// Nothing while the days that are typed will not do.
  [[nodiscard]] std::optional<domain::ReportQuestion> question() const;
  [[nodiscard]] model::CheckedDays checked_days() const;
  void ask();
  void ask_teams();
  void note(const absl::Status& status);
  template <typename Report>
  net::Reports::Answer<Report> into(std::optional<Report>& place);

  PageContext context_;
  model::ReportChoice choice_;
  model::ReportSources sources_;
  ReportFields fields_;
  std::unique_ptr<net::Reports> reports_;
  std::unique_ptr<net::Reports> team_list_;
  std::shared_ptr<int> alive_ = std::make_shared<int>(0);  ///< Rises with each question: older answers are not taken.
  absl::TimeZone zone_ = absl::UTCTimeZone();              ///< The service's, as soon as it is known.
  model::Language language_ = model::Language::kDutch;     ///< Of the last frame.
  absl::Time asked_ = absl::InfinitePast();
  ExportPart files_{context_};
};

}  // namespace aandacht::supervisor
