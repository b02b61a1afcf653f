// The queries behind store::Reads, on one connection. Contracts: service/store/store.h.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "service/store/sqlite/connection.h"
#include "service/store/store.h"

namespace aandacht::store::sqlite {

[[nodiscard]] absl::StatusOr<bool> knows_event(Connection& connection, const std::string& id);
[[nodiscard]] absl::StatusOr<std::optional<domain::Desk>> read_desk(Connection& connection,
                                                                    const std::string& agent_id);
[[nodiscard]] absl::StatusOr<std::vector<std::string>> read_agents(Connection& connection);
[[nodiscard]] absl::StatusOr<std::vector<domain::Event>> read_events(Connection& connection,
                                                                     const std::string& agent_id, std::int64_t after,
                                                                     int limit);

[[nodiscard]] absl::StatusOr<CallRecord> read_call(Connection& connection, const std::string& call_id);
[[nodiscard]] absl::StatusOr<Page<CallRecord>> read_calls(Connection& connection, const std::string& agent_id,
                                                          int page_size, const std::string& page_token);
[[nodiscard]] absl::StatusOr<Page<TurnRecord>> read_turns(Connection& connection, const std::string& call_id,
                                                          int page_size, const std::string& page_token);
[[nodiscard]] absl::StatusOr<std::vector<CardRecord>> read_cards(Connection& connection, const std::string& call_id);
[[nodiscard]] absl::StatusOr<Page<CardRecord>> read_answered_cards(Connection& connection, const std::string& agent_id,
                                                                   int page_size, const std::string& page_token);

[[nodiscard]] absl::StatusOr<domain::Customer> read_customer(Connection& connection, const std::string& external_id);
[[nodiscard]] absl::StatusOr<domain::Customer> read_customer_by_phone(Connection& connection, const std::string& phone);
[[nodiscard]] absl::StatusOr<Page<domain::Customer>> read_customers(Connection& connection, int page_size,
                                                                    const std::string& page_token);
[[nodiscard]] absl::StatusOr<std::vector<domain::Why>> read_whys(Connection& connection);

[[nodiscard]] absl::StatusOr<Page<QuestionRecord>> read_questions(Connection& connection, int page_size,
                                                                  const std::string& page_token);
[[nodiscard]] absl::StatusOr<std::vector<QuestionAlias>> read_question_aliases(Connection& connection);
[[nodiscard]] absl::StatusOr<QuestionGroup> read_question_group(Connection& connection, const std::string& id,
                                                                absl::CivilDay from);
[[nodiscard]] absl::StatusOr<Page<QuestionGroup>> read_question_groups(Connection& connection, absl::CivilDay from,
                                                                       int page_size, const std::string& page_token);

[[nodiscard]] absl::StatusOr<domain::PushedPrompt> read_prompt(Connection& connection, const std::string& prompt_id);
[[nodiscard]] absl::StatusOr<std::vector<domain::PushedPrompt>> read_prompts(Connection& connection, absl::Time from,
                                                                             absl::Time before, int most);
[[nodiscard]] absl::StatusOr<std::vector<std::pair<std::string, absl::Time>>> read_open_prompts(Connection& connection,
                                                                                                absl::Time now);
[[nodiscard]] absl::StatusOr<std::vector<PromptPush>> read_prompt_pushes(Connection& connection,
                                                                         const std::string& supervisor_id,
                                                                         absl::Time after);
[[nodiscard]] absl::StatusOr<std::vector<std::string>> read_crowded_desks(Connection& connection, absl::Time now,
                                                                          int least);
[[nodiscard]] absl::StatusOr<std::vector<PromptWaiting>> read_waiting_prompts(Connection& connection,
                                                                              const std::string& agent_id,
                                                                              absl::Time now);

[[nodiscard]] absl::StatusOr<std::vector<ItemRecord>> read_items(Connection& connection);
[[nodiscard]] absl::StatusOr<std::optional<ItemRecord>> read_item(Connection& connection, domain::ItemKind kind,
                                                                  const std::string& id);
[[nodiscard]] absl::StatusOr<std::vector<domain::ItemVersion>> read_item_versions(Connection& connection,
                                                                                  domain::ItemKind kind,
                                                                                  const std::string& id);

[[nodiscard]] absl::StatusOr<std::vector<StoryRecord>> read_stories(Connection& connection);
[[nodiscard]] absl::StatusOr<Photo> read_story_photo(Connection& connection, const std::string& story_id);

[[nodiscard]] absl::StatusOr<domain::Sign> read_sign(Connection& connection, const std::string& sign_id);
[[nodiscard]] absl::StatusOr<std::vector<domain::Sign>> read_signs(Connection& connection);
[[nodiscard]] absl::StatusOr<std::vector<domain::Sign>> read_sign_versions(Connection& connection,
                                                                           const std::string& sign_id);
[[nodiscard]] absl::StatusOr<std::vector<QuestionWording>> read_question_wordings(Connection& connection,
                                                                                  const std::string& group,
                                                                                  absl::CivilDay from, int most);
[[nodiscard]] absl::StatusOr<int> read_question_callers(Connection& connection, const std::string& group);
[[nodiscard]] absl::StatusOr<std::vector<QuestionTotal>> read_question_totals(Connection& connection,
                                                                              absl::CivilDay from);
[[nodiscard]] absl::StatusOr<std::vector<int>> read_answered_between(Connection& connection,
                                                                     const std::vector<absl::Time>& borders);
[[nodiscard]] absl::StatusOr<absl::Time> read_first_call(Connection& connection);
[[nodiscard]] absl::StatusOr<std::vector<WhyAnswer>> read_why_answers(Connection& connection,
                                                                      const std::string& quarter);
[[nodiscard]] absl::StatusOr<std::vector<WhyAnswer>> read_own_why_answers(Connection& connection,
                                                                          const std::string& agent_id);
[[nodiscard]] absl::StatusOr<WhyCheckWish> read_why_check_wish(Connection& connection, const std::string& agent_id);
[[nodiscard]] absl::StatusOr<std::vector<ToldWhyRecord>> read_told_whys(Connection& connection,
                                                                        const std::string& quarter);
[[nodiscard]] absl::StatusOr<std::map<std::string, int>> read_asked_whys(Connection& connection, absl::CivilDay from);
[[nodiscard]] absl::StatusOr<std::map<std::string, int>> read_used_whys(Connection& connection,
                                                                        const std::string& agent_id, int most);

[[nodiscard]] absl::Status tell_sentiment_hours(Connection& connection, absl::Time from, absl::Time before,
                                                const std::function<void(const SentimentHour&)>& tell);
[[nodiscard]] absl::Status tell_counted_calls(Connection& connection, absl::Time from, absl::Time before,
                                              const std::function<void(const CountedCall&)>& tell);
[[nodiscard]] absl::Status tell_counted_cards(Connection& connection, absl::Time from, absl::Time before,
                                              const std::function<void(const CountedCard&)>& tell);
[[nodiscard]] absl::Status tell_counted_promises(Connection& connection,
                                                 const std::function<void(const CountedPromise&)>& tell);
[[nodiscard]] absl::StatusOr<Counting> read_counting(Connection& connection);
[[nodiscard]] absl::StatusOr<std::vector<AgentOfTeam>> read_agents_between(Connection& connection, absl::Time from,
                                                                           absl::Time before);
[[nodiscard]] absl::StatusOr<Page<CallOfTeam>> read_calls_between(Connection& connection, absl::Time from,
                                                                  absl::Time before, int page_size,
                                                                  const std::string& page_token);
[[nodiscard]] absl::StatusOr<bool> knows_step(Connection& connection, const std::string& external_id,
                                              const std::string& step_id);

[[nodiscard]] absl::StatusOr<std::vector<CallRecord>> read_answered_calls(Connection& connection,
                                                                          const std::string& agent_id, absl::Time from,
                                                                          absl::Time before);
[[nodiscard]] absl::StatusOr<Page<domain::CallExperience>> read_experiences(Connection& connection,
                                                                            const std::string& agent_id,
                                                                            absl::Time from, absl::Time before,
                                                                            int page_size,
                                                                            const std::string& page_token);
[[nodiscard]] absl::StatusOr<Page<absl::Time>> read_heavy_calls(Connection& connection, const std::string& agent_id,
                                                                absl::Time from, absl::Time before, int page_size,
                                                                const std::string& page_token);
[[nodiscard]] absl::StatusOr<Page<domain::Event>> read_own_events(Connection& connection, const std::string& agent_id,
                                                                  int page_size, const std::string& page_token);
[[nodiscard]] absl::StatusOr<Page<domain::Look>> read_looks(Connection& connection, const std::string& agent_id,
                                                            int page_size, const std::string& page_token);
[[nodiscard]] absl::StatusOr<std::vector<domain::StoredKind>> read_stored_kinds(Connection& connection,
                                                                                const std::string& agent_id);
[[nodiscard]] absl::StatusOr<std::vector<RankedHabit>> read_team_habits(Connection& connection, const std::string& team,
                                                                        const std::string& since,
                                                                        const std::string& quarter,
                                                                        const std::string& agent_id);
[[nodiscard]] absl::StatusOr<std::vector<std::string>> read_habit_voters(Connection& connection,
                                                                         const std::string& team,
                                                                         const std::string& quarter);
[[nodiscard]] absl::StatusOr<std::vector<HabitVote>> read_habit_votes(Connection& connection,
                                                                      const std::string& agent_id);
[[nodiscard]] absl::StatusOr<std::vector<HabitQuota>> read_habit_quotas(Connection& connection,
                                                                        const std::string& agent_id);

[[nodiscard]] absl::StatusOr<domain::AlertRule> read_alert_rule(Connection& connection, const std::string& id);
[[nodiscard]] absl::StatusOr<Page<domain::AlertRule>> read_alert_rules(Connection& connection, int page_size,
                                                                       const std::string& page_token);
[[nodiscard]] absl::StatusOr<domain::Alert> read_alert(Connection& connection, const std::string& id);
[[nodiscard]] absl::StatusOr<std::vector<domain::Alert>> read_alerts(Connection& connection, absl::Time from,
                                                                     int limit);
[[nodiscard]] absl::StatusOr<std::vector<domain::Alert>> read_alerts_of_call(Connection& connection,
                                                                             const std::string& call_id);
[[nodiscard]] absl::StatusOr<std::vector<TurnRecord>> read_last_turns(Connection& connection,
                                                                      const std::string& call_id, int most);
[[nodiscard]] absl::StatusOr<std::string> read_turn_text(Connection& connection, const std::string& utterance_id);
[[nodiscard]] absl::StatusOr<LogSpan> read_log_span(Connection& connection, absl::Time from);
[[nodiscard]] absl::StatusOr<LogPage> read_log(Connection& connection, std::int64_t after, int limit);

/// True for what an agent did for themselves, and for a call they marked as heavy; not for the wish to be forgotten,
/// which says nothing of them and must be known after it.
[[nodiscard]] bool is_own(const domain::Event& event);
/// What the column `own` of an event says: 1 for is_own(), 2 for a desk that woke up by itself, 0 for all others.
[[nodiscard]] int ownership(const domain::Event& event);

/// Days since 1970-01-01, as they are kept.
inline constexpr absl::CivilDay kDayZero = absl::CivilDay(1970, 1, 1);

/// store::Reads, or what is built on it, reading through one connection that must outlive it.
template <typename Interface>
class ReadsThrough : public Interface {
 public:
  explicit ReadsThrough(Connection& connection) : connection_(connection) {}

  absl::StatusOr<bool> knows_event(const std::string& id) override { return sqlite::knows_event(connection_, id); }
  absl::StatusOr<std::optional<domain::Desk>> desk(const std::string& agent_id) override {
    return read_desk(connection_, agent_id);
  }
  absl::StatusOr<std::vector<std::string>> agents() override { return read_agents(connection_); }
  absl::StatusOr<CallRecord> call(const std::string& call_id) override { return read_call(connection_, call_id); }
  absl::StatusOr<Page<CallRecord>> calls(const std::string& agent_id, int size, const std::string& token) override {
    return read_calls(connection_, agent_id, size, token);
  }
  absl::StatusOr<Page<TurnRecord>> turns(const std::string& call_id, int size, const std::string& token) override {
    return read_turns(connection_, call_id, size, token);
  }
  absl::StatusOr<std::vector<CardRecord>> cards(const std::string& call_id) override {
    return read_cards(connection_, call_id);
  }
  absl::StatusOr<Page<CardRecord>> answered_cards(const std::string& agent_id, int size,
                                                  const std::string& token) override {
    return read_answered_cards(connection_, agent_id, size, token);
  }
  absl::StatusOr<domain::Customer> customer(const std::string& external_id) override {
    return read_customer(connection_, external_id);
  }
  absl::StatusOr<domain::Customer> customer_by_phone(const std::string& phone) override {
    return read_customer_by_phone(connection_, phone);
  }
  absl::StatusOr<Page<domain::Customer>> customers(int size, const std::string& token) override {
    return read_customers(connection_, size, token);
  }
  absl::StatusOr<std::vector<domain::Why>> whys() override { return read_whys(connection_); }
  absl::StatusOr<std::vector<ItemRecord>> items() override { return read_items(connection_); }
  absl::StatusOr<std::optional<ItemRecord>> item(domain::ItemKind kind, const std::string& id) override {
    return read_item(connection_, kind, id);
  }
  absl::StatusOr<std::vector<domain::ItemVersion>> item_versions(domain::ItemKind kind,
                                                                 const std::string& id) override {
    return read_item_versions(connection_, kind, id);
  }
  absl::StatusOr<std::vector<StoryRecord>> stories() override { return read_stories(connection_); }
  absl::StatusOr<Photo> story_photo(const std::string& story_id) override {
    return read_story_photo(connection_, story_id);
  }
  absl::StatusOr<Page<QuestionRecord>> questions(int size, const std::string& token) override {
    return read_questions(connection_, size, token);
  }
  absl::StatusOr<std::vector<QuestionAlias>> question_aliases() override { return read_question_aliases(connection_); }
  absl::StatusOr<QuestionGroup> question_group(const std::string& id, absl::CivilDay from) override {
    return read_question_group(connection_, id, from);
  }
  absl::StatusOr<Page<QuestionGroup>> question_groups(absl::CivilDay from, int size,
                                                      const std::string& token) override {
    return read_question_groups(connection_, from, size, token);
  }
  absl::StatusOr<std::vector<CallRecord>> answered_calls(const std::string& agent_id, absl::Time from,
                                                         absl::Time before) override {
    return read_answered_calls(connection_, agent_id, from, before);
  }
  absl::StatusOr<Page<domain::CallExperience>> experiences(const std::string& agent_id, absl::Time from,
                                                           absl::Time before, int size,
                                                           const std::string& token) override {
    return read_experiences(connection_, agent_id, from, before, size, token);
  }
  absl::StatusOr<Page<absl::Time>> heavy_calls(const std::string& agent_id, absl::Time from, absl::Time before,
                                               int size, const std::string& token) override {
    return read_heavy_calls(connection_, agent_id, from, before, size, token);
  }
  absl::StatusOr<Page<domain::Event>> own_events(const std::string& agent_id, int size,
                                                 const std::string& token) override {
    return read_own_events(connection_, agent_id, size, token);
  }
  absl::StatusOr<Page<domain::Look>> looks(const std::string& agent_id, int size, const std::string& token) override {
    return read_looks(connection_, agent_id, size, token);
  }
  absl::StatusOr<std::vector<domain::StoredKind>> stored_kinds(const std::string& agent_id) override {
    return read_stored_kinds(connection_, agent_id);
  }
  absl::StatusOr<std::vector<RankedHabit>> team_habits(const std::string& team, const std::string& since,
                                                       const std::string& quarter,
                                                       const std::string& agent_id) override {
    return read_team_habits(connection_, team, since, quarter, agent_id);
  }
  absl::StatusOr<std::vector<std::string>> habit_voters(const std::string& team, const std::string& quarter) override {
    return read_habit_voters(connection_, team, quarter);
  }
  absl::StatusOr<std::vector<HabitVote>> habit_votes(const std::string& agent_id) override {
    return read_habit_votes(connection_, agent_id);
  }
  absl::StatusOr<std::vector<HabitQuota>> habit_quotas(const std::string& agent_id) override {
    return read_habit_quotas(connection_, agent_id);
  }
  absl::Status sentiment_hours(absl::Time from, absl::Time before,
                               const std::function<void(const SentimentHour&)>& tell) override {
    return tell_sentiment_hours(connection_, from, before, tell);
  }
  absl::Status counted_calls(absl::Time from, absl::Time before,
                             const std::function<void(const CountedCall&)>& tell) override {
    return tell_counted_calls(connection_, from, before, tell);
  }
  absl::Status counted_cards(absl::Time from, absl::Time before,
                             const std::function<void(const CountedCard&)>& tell) override {
    return tell_counted_cards(connection_, from, before, tell);
  }
  absl::Status counted_promises(const std::function<void(const CountedPromise&)>& tell) override {
    return tell_counted_promises(connection_, tell);
  }
  absl::StatusOr<Counting> counting() override { return read_counting(connection_); }
  absl::StatusOr<std::vector<AgentOfTeam>> agents_between(absl::Time from, absl::Time before) override {
    return read_agents_between(connection_, from, before);
  }
  absl::StatusOr<Page<CallOfTeam>> calls_between(absl::Time from, absl::Time before, int size,
                                                 const std::string& token) override {
    return read_calls_between(connection_, from, before, size, token);
  }
  absl::StatusOr<bool> knows_journey_step(const std::string& external_id, const std::string& step_id) override {
    return knows_step(connection_, external_id, step_id);
  }
  absl::StatusOr<std::vector<domain::Event>> events(const std::string& agent_id, std::int64_t after,
                                                    int limit) override {
    return read_events(connection_, agent_id, after, limit);
  }
  absl::StatusOr<domain::AlertRule> alert_rule(const std::string& id) override {
    return read_alert_rule(connection_, id);
  }
  absl::StatusOr<Page<domain::AlertRule>> alert_rules(int size, const std::string& token) override {
    return read_alert_rules(connection_, size, token);
  }
  absl::StatusOr<domain::Alert> alert(const std::string& id) override { return read_alert(connection_, id); }
  absl::StatusOr<std::vector<domain::Alert>> alerts(absl::Time from, int limit) override {
    return read_alerts(connection_, from, limit);
  }
  absl::StatusOr<std::vector<domain::Alert>> alerts_of_call(const std::string& call_id) override {
    return read_alerts_of_call(connection_, call_id);
  }
  absl::StatusOr<std::vector<TurnRecord>> last_turns(const std::string& call_id, int most) override {
    return read_last_turns(connection_, call_id, most);
  }
  absl::StatusOr<std::string> turn_text(const std::string& utterance_id) override {
    return read_turn_text(connection_, utterance_id);
  }
  absl::StatusOr<LogSpan> log_span(absl::Time from) override { return read_log_span(connection_, from); }
  absl::StatusOr<LogPage> log(std::int64_t after, int limit) override { return read_log(connection_, after, limit); }
  absl::StatusOr<domain::PushedPrompt> prompt(const std::string& prompt_id) override {
    return read_prompt(connection_, prompt_id);
  }
  absl::StatusOr<std::vector<domain::PushedPrompt>> prompts(absl::Time from, absl::Time before, int most) override {
    return read_prompts(connection_, from, before, most);
  }
  absl::StatusOr<std::vector<std::pair<std::string, absl::Time>>> open_prompts(absl::Time now) override {
    return read_open_prompts(connection_, now);
  }
  absl::StatusOr<std::vector<PromptPush>> prompt_pushes(const std::string& supervisor_id, absl::Time after) override {
    return read_prompt_pushes(connection_, supervisor_id, after);
  }
  absl::StatusOr<std::vector<std::string>> crowded_desks(absl::Time now, int least) override {
    return read_crowded_desks(connection_, now, least);
  }
  absl::StatusOr<std::vector<PromptWaiting>> waiting_prompts(const std::string& agent_id, absl::Time now) override {
    return read_waiting_prompts(connection_, agent_id, now);
  }
  absl::StatusOr<domain::Sign> sign(const std::string& sign_id) override { return read_sign(connection_, sign_id); }
  absl::StatusOr<std::vector<domain::Sign>> signs() override { return read_signs(connection_); }
  absl::StatusOr<std::vector<domain::Sign>> sign_versions(const std::string& sign_id) override {
    return read_sign_versions(connection_, sign_id);
  }
  absl::StatusOr<std::vector<QuestionWording>> question_wordings(const std::string& group, absl::CivilDay from,
                                                                 int most) override {
    return read_question_wordings(connection_, group, from, most);
  }
  absl::StatusOr<int> question_callers(const std::string& group) override {
    return read_question_callers(connection_, group);
  }
  absl::StatusOr<std::vector<QuestionTotal>> question_totals(absl::CivilDay from) override {
    return read_question_totals(connection_, from);
  }
  absl::StatusOr<std::vector<int>> answered_between(const std::vector<absl::Time>& borders) override {
    return read_answered_between(connection_, borders);
  }
  absl::StatusOr<absl::Time> first_call() override { return read_first_call(connection_); }
  absl::StatusOr<std::vector<WhyAnswer>> why_answers(const std::string& quarter) override {
    return read_why_answers(connection_, quarter);
  }
  absl::StatusOr<std::vector<WhyAnswer>> own_why_answers(const std::string& agent_id) override {
    return read_own_why_answers(connection_, agent_id);
  }
  absl::StatusOr<WhyCheckWish> why_check_wish(const std::string& agent_id) override {
    return read_why_check_wish(connection_, agent_id);
  }
  absl::StatusOr<std::vector<ToldWhyRecord>> told_whys(const std::string& quarter) override {
    return read_told_whys(connection_, quarter);
  }
  absl::StatusOr<std::map<std::string, int>> asked_whys(absl::CivilDay from) override {
    return read_asked_whys(connection_, from);
  }
  absl::StatusOr<std::map<std::string, int>> used_whys(const std::string& agent_id, int most) override {
    return read_used_whys(connection_, agent_id, most);
  }

 protected:
  Connection& connection_;
};

}  // namespace aandacht::store::sqlite
