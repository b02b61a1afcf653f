// Questions that no longer come back, as far as their signs tell.
#include <algorithm>

#include "absl/strings/str_cat.h"
#include "client/model/bilingual.h"
#include "client/model/signs_parts.h"
#include "client/model/signs_questions.h"

namespace aandacht::model {
namespace {

constexpr Bilingual kGone{"Niet meer bij de vragen die terugkomen.", "No longer among the questions that come back."};
constexpr Bilingual kWordsGone{"De woorden van klanten zijn hier niet meer te lezen.",
                               "Customers' words can no longer be read here."};

/// A question that no longer comes back, as far as its sign tells.
domain::RepeatedQuestion gone_question(const SignsState& state, const domain::ListedSign& listed) {
  domain::RepeatedQuestion question;
  question.group = listed.sign.group;
  question.language = listed.sign.language;
  if (!listed.question.empty()) question.wordings = {listed.question};
  for (const domain::ListedSign& each : state.signs) {
    if (each.sign.group == question.group) question.sign_ids.push_back(each.sign.id);
  }
  return question;
}

/// What customers asked, or else how the sign begins.
std::string gone_title(const SignsState& state, const domain::RepeatedQuestion& question, Language language) {
  if (!question.wordings.empty()) return title_of(question, language);
  for (const domain::ListedSign& listed : state.signs) {
    const std::string first = listed.sign.text.substr(0, listed.sign.text.find('\n'));
    if (answers(question, listed.sign) && !first.empty()) return first;
  }
  return title_of(question, language);
}

}  // namespace

std::vector<domain::RepeatedQuestion> gone_questions(const SignsState& state) {
  std::vector<domain::RepeatedQuestion> gone;
  if (state.asked != SignsAsked::kDone) return gone;
  for (const domain::ListedSign& listed : state.signs) {
    const auto of_sign = [&](const domain::RepeatedQuestion& question) { return answers(question, listed.sign); };
    const std::vector<domain::RepeatedQuestion>& asked = state.questions.questions;
    if (std::any_of(asked.begin(), asked.end(), of_sign) || std::any_of(gone.begin(), gone.end(), of_sign)) continue;
    gone.push_back(gone_question(state, listed));
  }
  return gone;
}

void add_gone_rows(const SignsState& state, absl::CivilDay today, SignsModel& model) {
  for (const domain::RepeatedQuestion& question : gone_questions(state)) {
    if (question.group == state.selected) model.selected = static_cast<int>(model.rows.size());
    QuestionRow row;
    row.group = question.group;
    row.words = gone_title(state, question, model.language);
    row.detail = sign_words(state, question, model.language, today);
    for (const std::string& id : question.sign_ids) {
      const auto effect = state.effects.find(id);
      if (effect == state.effects.end()) continue;
      absl::StrAppend(&row.detail, " · ", effect_of(effect->second, model.language, today).verdict);
      break;
    }
    row.calls = "0";
    row.share = share_text(0, model.language);
    row.days = bars(question, state.questions, 0);
    model.rows.push_back(std::move(row));
  }
}

QuestionDetail detail_of_gone(const SignsState& state, const domain::RepeatedQuestion& question, Language language,
                              absl::CivilDay today) {
  QuestionDetail detail = detail_of(state, question, language, today);
  detail.title = gone_title(state, question, language);
  detail.facts = kGone.in(language);
  detail.why.clear();  // Nobody told which it is.
  if (question.wordings.empty()) detail.no_words = kWordsGone.in(language);
  return detail;
}

std::vector<std::string> signs_to_judge(const SignsState& state) {
  std::vector<std::string> ids;
  const std::vector<domain::RepeatedQuestion> gone = gone_questions(state);
  for (const domain::ListedSign& listed : state.signs) {
    const bool of_gone =
        std::any_of(gone.begin(), gone.end(), [&](const auto& each) { return answers(each, listed.sign); });
    if (of_gone && listed.sign.up) ids.push_back(listed.sign.id);
  }
  return ids;
}

}  // namespace aandacht::model
