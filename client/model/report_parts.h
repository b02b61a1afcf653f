// The parts that make_report_model() puts together.
#pragma once

#include "client/model/report_model.h"

namespace aandacht::model {

/// The tabs, periods, rows and teams to choose from, and what is wrong with days that were typed.
void write_choices(const ReportSources& sources, const ReportChoice& choice, Language language, ReportModel& model);

/// Sets model.zone to the report's own, in which its days are.
void write_sentiment(const domain::SentimentReport& report, const ReportChoice& choice, Language language,
                     ReportModel& model);

void write_experience(const domain::ExperienceReport& report, Language language, ReportModel& model);

void write_cards(const domain::CardReport& report, Language language, ReportModel& model);

/// Days begin in model.zone.
void write_promises(const domain::PromiseReport& report, Language language, ReportModel& model);

}  // namespace aandacht::model
