// How the figures of reports are said, and the notes that more than one tab has. For the .cpp files of this folder.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "client/model/bilingual.h"
#include "client/model/report_model.h"

namespace aandacht::model {

/// With the comma of Dutch for the point.
[[nodiscard]] std::string decimal(const std::string& text, Language language);

/// "ma 2 nov"
[[nodiscard]] std::string weekday_and_day(absl::Time time, absl::TimeZone zone, Language language);

/// "+0,25", with the minus of the plots' axes, as wide as the plus.
[[nodiscard]] std::string score_text(double score, Language language);

/// Percent; 0 of nothing.
[[nodiscard]] double share(int part, int whole);

/// "12 %"; a dash of nothing.
[[nodiscard]] std::string percent_text(int part, int whole);

/// "" is the team of those in none.
[[nodiscard]] std::string team_text(const std::string& name, Language language);

/// Says how far it is while older calls are still being counted.
void say_counting(const domain::CountingProgress& counting, Language language, ReportModel& model);

/// Says that today's figures come tomorrow.
void say_tomorrow(Language language, ReportModel& model);

/// Says that days with few agents of a team are left out.
void say_left_out(Language language, ReportModel& model);

/// What is shown when there is nothing.
void write_empty(const Bilingual& title, const Bilingual& detail, Language language, ReportModel& model);

template <std::size_t Count>
[[nodiscard]] std::vector<std::string> words_of(const std::array<Bilingual, Count>& words, Language language) {
  std::vector<std::string> in;
  for (const Bilingual& word : words) in.emplace_back(word.in(language));
  return in;
}

}  // namespace aandacht::model
