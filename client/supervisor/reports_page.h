// The page of reports: asks for what is chosen, and saves it as a file.
#pragma once

#include <memory>
#include <optional>
#include <thread>

#include "client/model/report_model.h"
#include "client/net/reports.h"
#include "client/supervisor/page.h"
#include "client/supervisor/reports_view.h"

namespace aandacht::supervisor {

/// Asks again every five minutes while it is shown. Takes no arguments of open().
class ReportsPage final : public Page {
 public:
  explicit ReportsPage(const PageContext& context);
  /// Waits for a file that is being saved.
  ~ReportsPage() override;

  void enter() override;
  void leave() override;
  void draw(PageFrame& frame) override;
  [[nodiscard]] std::optional<absl::Duration> wakes() const override { return absl::Minutes(1); }

 private:
  void act(const ReportAction& action, PageFrame& frame);
  void ask();
  void ask_teams();
  void note(const absl::Status& status);
  void save(absl::TimeZone zone);
  template <typename Report>
  net::Reports::Answer<Report> into(std::optional<Report>& place);

  PageContext context_;
  model::ReportChoice choice_;
  model::ReportSources sources_;
  std::unique_ptr<net::Reports> reports_;
  std::unique_ptr<net::Reports> team_list_;
  std::shared_ptr<int> alive_ = std::make_shared<int>(0);  ///< Rises with each question: older answers are not taken.
  absl::TimeZone zone_ = absl::UTCTimeZone();
  absl::Time asked_ = absl::InfinitePast();
  std::thread saving_;
};

}  // namespace aandacht::supervisor
