#include "client/supervisor/reports_page.h"

#include <utility>

#include "client/model/day_text.h"
#include "client/model/refusal_words.h"

namespace aandacht::supervisor {
namespace {

constexpr absl::Duration kAgain = absl::Minutes(5);

}  // namespace

ReportsPage::ReportsPage(const PageContext& context) : context_(context) {}

void ReportsPage::enter() {
  reports_ = std::make_unique<net::Reports>(context_.channel);
  team_list_ = std::make_unique<net::Reports>(context_.channel);
  asked_ = absl::InfinitePast();
  if (choice_.tab == model::ReportTab::kExport) files_.enter();
}

void ReportsPage::leave() {
  ++*alive_;
  reports_.reset();
  team_list_.reset();
}

void ReportsPage::draw(PageFrame& frame) {
  if (!absl::LoadTimeZone(sources_.time_zone, &zone_) || sources_.time_zone.empty()) zone_ = frame.zone;
  sources_.today = absl::ToCivilDay(context_.clock.now(), zone_);
  if (frame.language != language_) asked_ = absl::InfinitePast();  // Topics have a name in each.
  language_ = frame.language;
  if (reports_ != nullptr && context_.clock.now() - asked_ >= kAgain) {
    ask();
    ask_teams();
  }
  files_.follow(question(), zone_, fields_.file);
  sources_.file = files_.state();
  const model::ReportModel model = model::make_report_model(sources_, choice_, frame.language, zone_);
  for (const ReportAction& action : draw_reports(model, fields_, frame)) act(action);
}

void ReportsPage::act(const ReportAction& action) {
  const model::ReportChoice before = choice_;
  if (const auto* show = std::get_if<ShowReport>(&action)) {
    choice_.tab = static_cast<model::ReportTab>(show->tab);
    if (choice_.tab == model::ReportTab::kExport) files_.enter();
  } else if (const auto* period = std::get_if<ChoosePeriod>(&action)) {
    choose_period(period->period);
  } else if (const auto* days = std::get_if<TypeDays>(&action)) {
    type_days(*days);
  } else if (const auto* rows = std::get_if<ChooseRows>(&action)) {
    choice_.by = model::report_rows()[static_cast<std::size_t>(rows->by)];
  } else if (const auto* team = std::get_if<ChooseReportTeam>(&action)) {
    choice_.one_team = team->team > 0;
    choice_.team = choice_.one_team ? sources_.teams[static_cast<std::size_t>(team->team - 1)] : "";
  } else if (std::holds_alternative<SaveReport>(action)) {
    show_files();
  } else if (const auto* file = std::get_if<ExportAction>(&action)) {
    files_.act(*file, fields_.file);
  }
  if (choice_ == before) return;
  sources_.sentiment.reset();
  sources_.experience.reset();
  sources_.cards.reset();
  sources_.promises.reset();
  ask();
}

// Begins with the days that were shown.
void ReportsPage::choose_period(int period) {
  if (period == model::kOwnDays && choice_.period != model::kOwnDays) {
    const domain::ReportQuestion shown = model::question_of(choice_, sources_.today);
    choice_.from = shown.from;
    choice_.to = shown.to;
    sources_.typed_from = model::written_day(shown.from, model::Language::kDutch);
    sources_.typed_to = model::written_day(shown.to, model::Language::kDutch);
    fields_.from = {};
    fields_.to = {};
    fields_.said = {};
  }
  choice_.period = period;
}

void ReportsPage::type_days(const TypeDays& days) {
  sources_.typed_from = days.from;
  sources_.typed_to = days.to;
  const model::CheckedDays checked = checked_days();
  if (checked.fault != model::DaysFault::kNone) return;
  choice_.from = checked.from;
  choice_.to = checked.to;
}

void ReportsPage::show_files() {
  files_.choose(model::table_of(choice_.tab));
  choice_.tab = model::ReportTab::kExport;
  files_.enter();
}

model::CheckedDays ReportsPage::checked_days() const {
  return model::check_days(sources_.typed_from, sources_.typed_to, sources_.today,
                           model::most_days(choice_, sources_.file.what));
}

std::optional<domain::ReportQuestion> ReportsPage::question() const {
  if (choice_.period == model::kOwnDays && checked_days().fault != model::DaysFault::kNone) return std::nullopt;
  domain::ReportQuestion question = model::question_of(choice_, sources_.today);
  question.language = language_ == model::Language::kDutch ? "nl" : "en";
  return question;
}

template <typename Report>
net::Reports::Answer<Report> ReportsPage::into(std::optional<Report>& place) {
  return [this, &place, alive = alive_, number = *alive_, post = context_.post](absl::StatusOr<Report> report) {
    post([this, &place, alive, number, report = std::move(report)]() mutable {
      if (*alive != number) return;
      note(report.status());
      if (report.ok()) place = *std::move(report);
    });
  };
}

void ReportsPage::note(const absl::Status& status) {
  sources_.problem = model::refusal_words(status, language_);
  sources_.away = absl::IsUnavailable(status) || absl::IsDeadlineExceeded(status);
  if (sources_.away) asked_ = context_.clock.now() - kAgain + absl::Seconds(20);
}

void ReportsPage::ask() {
  if (reports_ == nullptr) return;
  ++*alive_;
  asked_ = context_.clock.now();
  sources_.asked_on = sources_.today;
  std::optional<domain::ReportQuestion> asked = question();
  if (!asked) return;
  switch (choice_.tab) {
    case model::ReportTab::kSentiment:
      return reports_->sentiment(*asked, into(sources_.sentiment));
    case model::ReportTab::kExperience:
      asked->by = domain::ReportBy::kTotal;
      return reports_->experience(*asked, into(sources_.experience));
    case model::ReportTab::kCards:
      return reports_->cards(*asked, into(sources_.cards));
    case model::ReportTab::kPromises:
      return reports_->promises(*asked, into(sources_.promises));
    case model::ReportTab::kExport:
      return;
  }
}

// The teams that had calls lately are those that one can choose from.
void ReportsPage::ask_teams() {
  if (team_list_ == nullptr) return;
  const absl::CivilDay today = sources_.today;
  team_list_->sentiment({today - 89, today, domain::ReportBy::kTeam, {}},
                        [this, alive = alive_, post = context_.post](absl::StatusOr<domain::SentimentReport> report) {
                          if (!report.ok()) return;
                          post([this, alive, report = *std::move(report)] {
                            sources_.teams.clear();
                            for (const domain::SentimentRow& row : report.rows) sources_.teams.push_back(row.key.name);
                            sources_.time_zone = report.time_zone;
                          });
                        });
}

}  // namespace aandacht::supervisor
