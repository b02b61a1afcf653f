// The questions that keep coming back, in rows.
#include <algorithm>

#include "client/model/amounts.h"
#include "client/model/bilingual.h"
#include "client/model/format.h"
#include "client/model/signs_parts.h"
#include "client/model/signs_questions.h"

namespace aandacht::model {
namespace {

constexpr Bilingual kNoWords{"Vraag zonder woorden", "Question without words"};
constexpr Bilingual kWhy{"Waarom: $0", "Why: $0"};
constexpr Bilingual kNoWhy{"Nog geen waarom in de bibliotheek.", "No why in the library yet."};

int busiest_day(const domain::RepeatedQuestions& all) {
  int most = 0;
  for (const domain::RepeatedQuestion& question : all.questions) {
    for (const domain::AskedDay& day : question.days) most = std::max(most, day.calls);
  }
  return most;
}

}  // namespace

std::string title_of(const domain::RepeatedQuestion& question, Language language) {
  return question.wordings.empty() ? kNoWords.in(language) : sentence_text(question.wordings.front());
}

std::string why_words(const domain::RepeatedQuestion& question, Language language) {
  return question.why_topic.empty() ? kNoWhy.in(language) : kWhy.fill(language, question.why_topic);
}

std::vector<double> bars(const domain::RepeatedQuestion& question, const domain::RepeatedQuestions& all, int busiest) {
  std::vector<double> days(static_cast<std::size_t>(std::max<absl::civil_diff_t>(1, all.last - all.first + 1)));
  for (const domain::AskedDay& day : question.days) {
    const absl::civil_diff_t place = day.day - all.first;
    if (place < 0 || place >= static_cast<absl::civil_diff_t>(days.size()) || busiest == 0) continue;
    days[static_cast<std::size_t>(place)] = static_cast<double>(day.calls) / busiest;
  }
  return days;
}

void add_rows(const SignsState& state, absl::CivilDay today, SignsModel& model) {
  const int busiest = busiest_day(state.questions);
  for (const domain::RepeatedQuestion& question : state.questions.questions) {
    if (question.group == state.selected) model.selected = static_cast<int>(model.rows.size());
    QuestionRow row;
    row.group = question.group;
    row.words = title_of(question, model.language);
    row.detail = sign_words(state, question, model.language, today);
    if (row.detail.empty() && !question.why_topic.empty()) row.detail = why_words(question, model.language);
    row.calls = amount_text(question.calls, model.language);
    row.share = share_text(question.share, model.language);
    row.days = bars(question, state.questions, busiest);
    model.rows.push_back(std::move(row));
  }
}

}  // namespace aandacht::model
