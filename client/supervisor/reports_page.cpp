#include "client/supervisor/reports_page.h"

#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <utility>

#include "client/net/export_download.h"

namespace aandacht::supervisor {
namespace {

constexpr absl::Duration kAgain = absl::Minutes(5);

/// Where people look for what they saved.
std::filesystem::path folder_for_files() {
  const char* home = std::getenv("HOME");  // NOLINT(concurrency-mt-unsafe): nothing sets it.
  const std::filesystem::path base = home == nullptr ? std::filesystem::temp_directory_path() : home;
  std::error_code ignored;
  for (const char* name : {"Downloads", "Documenten", "Documents"}) {
    if (std::filesystem::is_directory(base / name, ignored)) return base / name;
  }
  return base;
}

}  // namespace

ReportsPage::ReportsPage(const PageContext& context) : context_(context) {
  sources_.export_folder = folder_for_files().string();
}

ReportsPage::~ReportsPage() {
  if (saving_.joinable()) saving_.join();
}

void ReportsPage::enter() {
  reports_ = std::make_unique<net::Reports>(context_.channel);
  team_list_ = std::make_unique<net::Reports>(context_.channel);
  asked_ = absl::InfinitePast();
}

void ReportsPage::leave() {
  ++*alive_;
  reports_.reset();
  team_list_.reset();
}

void ReportsPage::draw(PageFrame& frame) {
  zone_ = frame.zone;
  if (reports_ != nullptr && context_.clock.now() - asked_ >= kAgain) {
    ask();
    ask_teams();
  }
  const model::ReportModel model = model::make_report_model(sources_, choice_, frame.language, frame.zone);
  for (const ReportAction& action : draw_reports(model, frame)) act(action, frame);
}

void ReportsPage::act(const ReportAction& action, PageFrame& frame) {
  const model::ReportChoice before = choice_;
  if (const auto* show = std::get_if<ShowReport>(&action)) {
    choice_.tab = static_cast<model::ReportTab>(show->tab);
  } else if (const auto* period = std::get_if<ChoosePeriod>(&action)) {
    choice_.period = period->period;
  } else if (const auto* rows = std::get_if<ChooseRows>(&action)) {
    choice_.by = model::report_rows()[static_cast<std::size_t>(rows->by)];
  } else if (const auto* team = std::get_if<ChooseReportTeam>(&action)) {
    choice_.one_team = team->team > 0;
    choice_.team = choice_.one_team ? sources_.teams[static_cast<std::size_t>(team->team - 1)] : "";
  } else {
    save(frame.zone);
  }
  if (choice_ == before) return;
  sources_.sentiment.reset();
  sources_.experience.reset();
  sources_.cards.reset();
  sources_.promises.reset();
  ask();
}

template <typename Report>
net::Reports::Answer<Report> ReportsPage::into(std::optional<Report>& place) {
  return [this, &place, alive = alive_, number = *alive_, post = context_.post](absl::StatusOr<Report> report) {
    post([this, &place, alive, number, report = std::move(report)]() mutable {
      if (*alive != number) return;
      if (report.ok()) place = *std::move(report);
      note(report.status());
    });
  };
}

void ReportsPage::note(const absl::Status& status) {
  sources_.problem = std::string(status.message());
  sources_.away = absl::IsUnavailable(status) || absl::IsDeadlineExceeded(status);
  if (sources_.away) asked_ = context_.clock.now() - kAgain + absl::Seconds(20);
}

void ReportsPage::ask() {
  if (reports_ == nullptr) return;
  ++*alive_;
  asked_ = context_.clock.now();
  sources_.asked_on = absl::ToCivilDay(asked_, zone_);
  domain::ReportQuestion question = model::question_of(choice_, *sources_.asked_on);
  switch (choice_.tab) {
    case model::ReportTab::kSentiment:
      return reports_->sentiment(question, into(sources_.sentiment));
    case model::ReportTab::kExperience:
      question.by = domain::ReportBy::kTotal;
      return reports_->experience(question, into(sources_.experience));
    case model::ReportTab::kCards:
      return reports_->cards(question, into(sources_.cards));
    case model::ReportTab::kPromises:
      return reports_->promises(question, into(sources_.promises));
  }
}

// The teams that had calls lately are those that one can choose from.
void ReportsPage::ask_teams() {
  if (team_list_ == nullptr) return;
  const absl::CivilDay today = absl::ToCivilDay(context_.clock.now(), zone_);
  team_list_->sentiment({today - 89, today, domain::ReportBy::kTeam, {}},
                        [this, alive = alive_, post = context_.post](absl::StatusOr<domain::SentimentReport> report) {
                          if (!report.ok()) return;
                          post([this, alive, report = *std::move(report)] {
                            sources_.teams.clear();
                            for (const domain::SentimentRow& row : report.rows) sources_.teams.push_back(row.key.name);
                          });
                        });
}

void ReportsPage::save(absl::TimeZone zone) {
  if (sources_.exporting) return;
  if (saving_.joinable()) saving_.join();
  sources_.exporting = true;
  sources_.exported_to.clear();
  sources_.export_problem.clear();
  const absl::CivilDay today = absl::ToCivilDay(context_.clock.now(), zone);
  const domain::ReportQuestion question = model::question_of(choice_, today);
  net::ExportWish wish;
  wish.kind = net::ExportKind::kSentiment;
  wish.from = absl::FromCivil(question.from, zone);
  wish.before = absl::FromCivil(question.to + 1, zone);
  wish.teams = question.teams;
  const std::string path = (folder_for_files() / model::export_file_name(choice_, today)).string();
  saving_ = std::thread([this, wish, path, channel = context_.channel, post = context_.post] {
    const absl::Status status = net::download_export_file(channel, wish, path, {}).status();
    post([this, status, path] {
      sources_.exporting = false;
      (status.ok() ? sources_.exported_to : sources_.export_problem) =
          status.ok() ? path : std::string(status.message());
    });
  });
}

}  // namespace aandacht::supervisor
