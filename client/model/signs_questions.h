// Questions on the page of signs: those that come back, those that went, and their signs. For the .cpp files here.
#pragma once

#include <string>
#include <vector>

#include "absl/time/civil_time.h"
#include "client/model/signs_model.h"

namespace aandacht::model {

/// Of those that keep coming back; null: it is not among them. Lives as long as the state.
[[nodiscard]] const domain::RepeatedQuestion* find_question(const SignsState& state, const std::string& group);

/// Whether the sign was made for this question.
[[nodiscard]] bool answers(const domain::RepeatedQuestion& question, const domain::Sign& sign);

/// "Hangt er sinds ma 2 mrt".
[[nodiscard]] std::string state_words(const domain::Sign& sign, Language language, absl::CivilDay today);

/// The state of the sign that is furthest among those of the question; empty: it has none.
[[nodiscard]] std::string sign_words(const SignsState& state, const domain::RepeatedQuestion& question,
                                     Language language, absl::CivilDay today);

/// How customers said it, or that nobody can read that; never empty.
[[nodiscard]] std::string title_of(const domain::RepeatedQuestion& question, Language language);

/// Its why, or that there is none.
[[nodiscard]] std::string why_words(const domain::RepeatedQuestion& question, Language language);

/// As of QuestionRow::days. \param busiest  the most calls of a day; 0: all are empty.
[[nodiscard]] std::vector<double> bars(const domain::RepeatedQuestion& question, const domain::RepeatedQuestions& all,
                                       int busiest);

void add_rows(const SignsState& state, absl::CivilDay today, SignsModel& model);

[[nodiscard]] QuestionDetail detail_of(const SignsState& state, const domain::RepeatedQuestion& question,
                                       Language language, absl::CivilDay today);

/// One for each group of signs whose question is not listed.
[[nodiscard]] std::vector<domain::RepeatedQuestion> gone_questions(const SignsState& state);

void add_gone_rows(const SignsState& state, absl::CivilDay today, SignsModel& model);

/// \param question  of gone_questions().
[[nodiscard]] QuestionDetail detail_of_gone(const SignsState& state, const domain::RepeatedQuestion& question,
                                            Language language, absl::CivilDay today);

}  // namespace aandacht::model
