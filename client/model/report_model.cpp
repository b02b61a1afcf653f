#include "client/model/report_model.h"

#include "client/model/bilingual.h"
#include "client/model/report_parts.h"

namespace aandacht::model {
namespace {

using domain::ReportBy;

constexpr Bilingual kTitle{"Rapporten", "Reports"};
constexpr Bilingual kLoading{"De cijfers komen eraan", "The figures are on their way"};
constexpr Bilingual kAway{"De dienst antwoordt niet; dit zijn de cijfers van daarvoor.",
                          "The service does not answer; these are the figures from before."};
constexpr Bilingual kProblem{"Dit rapport lukt niet: $0", "This report does not work: $0"};
constexpr Bilingual kSave{"Bewaar als bestand …", "Save as a file …"};

/// The chosen tab's figures, or that they are on their way.
void write_tab(const ReportSources& sources, const ReportChoice& choice, Language language, ReportModel& model) {
  const auto wait = [&] {
    if (sources.problem.empty() && model.days_fault.empty()) model.empty = kLoading.in(language);
  };
  switch (choice.tab) {
    case ReportTab::kSentiment:
      return sources.sentiment ? write_sentiment(*sources.sentiment, choice, language, model) : wait();
    case ReportTab::kExperience:
      return sources.experience ? write_experience(*sources.experience, language, model) : wait();
    case ReportTab::kCards:
      return sources.cards ? write_cards(*sources.cards, language, model) : wait();
    case ReportTab::kPromises:
      return sources.promises ? write_promises(*sources.promises, language, model) : wait();
    case ReportTab::kExport:
      model.file = make_export_model(sources.file, language);
      return;
  }
}

/// The whole period, and half a day around it, so that the first and last day stand within the picture.
void set_period(ReportFigure& figure, const ReportSources& sources, const ReportChoice& choice, ReportBy by,
                absl::TimeZone zone) {
  if (figure.across != ReportAcross::kTime) return;
  figure.whole_days = by == ReportBy::kDay;
  if (!sources.asked_on) return;
  const domain::ReportQuestion question = question_of(choice, *sources.asked_on);
  const auto noon = [&](absl::CivilDay day) { return absl::FromCivil(absl::CivilHour(day) + 12, zone); };
  const absl::Time from = figure.whole_days ? noon(question.from - 1) : absl::FromCivil(question.from, zone);
  const absl::Time to = figure.whole_days ? noon(question.to) : absl::FromCivil(question.to + 1, zone);
  figure.x_from = absl::ToDoubleSeconds(from - absl::UnixEpoch());
  figure.x_to = absl::ToDoubleSeconds(to - absl::UnixEpoch());
}

}  // namespace

ReportModel make_report_model(const ReportSources& sources, const ReportChoice& choice, Language language,
                              absl::TimeZone zone) {
  ReportModel model;
  model.language = language;
  model.zone = zone;
  model.title = kTitle.in(language);
  write_choices(sources, choice, language, model);
  write_tab(sources, choice, language, model);
  const ReportBy by = choice.tab == ReportTab::kPromises ? ReportBy::kDay : choice.by;
  for (ReportFigure& figure : model.figures) set_period(figure, sources, choice, by, model.zone);
  if (!sources.problem.empty()) {
    model.trouble = sources.away ? kAway.in(language) : kProblem.fill(language, sources.problem);
  }
  if (choice.tab == ReportTab::kExport) {
    model.trouble.clear();  // It says itself what does not work.
  } else {
    model.save_label = kSave.in(language);
  }
  return model;
}

}  // namespace aandacht::model
