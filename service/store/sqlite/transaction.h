// The writes of one transaction.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "service/store/sqlite/reads.h"

namespace aandacht::store::sqlite {

/// Contracts: store::Transaction. Begin and commit are the store's.
class WriteTransaction final : public ReadsThrough<Transaction> {
 public:
  using ReadsThrough<Transaction>::ReadsThrough;

  absl::Status append_event(const std::string& agent_id, const domain::Event& event) override;
  absl::Status note_request(const std::string& id, absl::Time at) override;
  absl::Status save_desk(const domain::Desk& desk) override;
  absl::Status save_call(const CallRecord& call) override;
  absl::Status append_turn(const TurnRecord& turn) override;
  absl::Status redact_turn(const domain::LateRedaction& late) override;
  absl::Status append_card(const CardRecord& card, const std::string& agent_id) override;
  absl::Status answer_card(const std::string& agent_id, const std::string& card_id, domain::CardAnswer answer) override;
  absl::Status save_customer(const domain::Customer& customer) override;
  absl::Status save_why(const domain::Why& why) override;
  absl::Status add_item_version(domain::ItemKind kind, const std::string& id, const std::string& language,
                                const domain::ItemVersion& version) override;
  absl::Status step_item(domain::ItemKind kind, const std::string& id, std::int64_t number,
                         const domain::ItemStep& step) override;
  absl::Status remove_item_version(domain::ItemKind kind, const std::string& id, std::int64_t number) override;
  absl::Status save_story(const StoryRecord& story, const Photo& photo) override;
  absl::Status remove_story(const std::string& story_id) override;
  absl::Status save_question(const QuestionRecord& question) override;
  absl::Status merge_question_groups(const QuestionAlias& alias) override;
  absl::StatusOr<ForgottenQuestions> forget_questions(absl::CivilDay words_before, absl::CivilDay counts_before,
                                                      const QuestionSweep& sweep, int most) override;
  absl::Status save_guess(const GuessRecord& guess) override;
  absl::Status save_survey(const SurveyRecord& survey) override;
  absl::Status save_heavy_call(const std::string& agent_id, absl::Time ended) override;
  absl::Status append_look(const std::string& agent_id, const domain::Look& look, absl::Duration quiet) override;
  absl::Status add_team_habit(const TeamHabitRecord& habit) override;
  absl::Status count_put_forward(const std::string& agent_id, const std::string& quarter) override;
  absl::Status save_habit_votes(const std::string& agent_id, const std::string& quarter,
                                const std::vector<std::string>& habit_ids) override;
  absl::Status save_call_count(const CallCount& count) override;
  absl::StatusOr<Counting> count_stored(const TeamOf& team_of, int most) override;
  absl::Status note_journey_step(const std::string& external_id, const std::string& step_id) override;
  absl::StatusOr<std::int64_t> forget_agent(const std::string& agent_id) override;
  absl::StatusOr<int> forget_own_records(absl::Time before, const std::string& quarter_before, int most) override;
  absl::Status add_sign_version(const domain::Sign& sign) override;
  absl::Status save_why_answer(const WhyAnswer& answer) override;
  absl::Status save_why_check_wish(const WhyCheckWish& wish) override;
  absl::Status save_told_why(const ToldWhyRecord& record) override;
  absl::Status add_prompt(const domain::PushedPrompt& prompt, const std::string& supervisor_id) override;
  absl::Status deliver_prompt(const std::string& prompt_id, const std::string& agent_id) override;
  absl::StatusOr<bool> receive_prompt(const std::string& prompt_id, const std::string& agent_id,
                                      absl::Time at) override;
  absl::Status show_prompt(const std::string& prompt_id, const std::string& agent_id, const std::string& card_id,
                           std::optional<absl::Time> told) override;
  absl::StatusOr<std::optional<std::string>> answer_prompt(const std::string& agent_id, const std::string& card_id,
                                                           domain::CardAnswer answer, absl::Time at) override;
  absl::Status recall_prompt(const std::string& prompt_id, absl::Time at) override;
  absl::StatusOr<int> forget_prompts(absl::Time before, int most) override;

  absl::Status save_alert_rule(const domain::AlertRule& rule) override;
  absl::Status remove_alert_rule(const std::string& id) override;
  absl::StatusOr<bool> add_alert(const domain::Alert& alert) override;
  absl::Status handle_alert(const domain::Alert& alert) override;
  absl::Status end_call_of_alerts(const std::string& agent_id, const std::string& call_id, absl::Time ended) override;
  absl::StatusOr<int> forget_alerts(absl::Time before, int most) override;

  /// Whether something was rewritten or removed that the log must not keep either.
  [[nodiscard]] bool redacted() const { return redacted_; }

 private:
  bool redacted_ = false;
};

}  // namespace aandacht::store::sqlite
