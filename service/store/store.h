// Where the service remembers: desks, events, calls, turns, customers, whys. One contract, any engine.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "service/store/alert_records.h"
#include "service/store/library_records.h"
#include "service/store/own_records.h"
#include "service/store/prompt_records.h"
#include "service/store/report_records.h"
#include "service/store/sign_records.h"
#include "service/store/why_check_records.h"
#include "shared/domain/alert.h"
#include "shared/domain/change.h"
#include "shared/domain/customer.h"
#include "shared/domain/desk.h"
#include "shared/domain/event.h"
#include "shared/domain/library.h"
#include "shared/domain/redaction_conversation.h"

namespace aandacht::store {

/// One call as it is remembered.
struct CallRecord {
  std::string call_id;
  std::string agent_id;
  domain::CallState state = domain::CallState::kRinging;
  std::string from;
  std::string customer_id;
  std::string queue;
  absl::Time rang = absl::InfinitePast();
  absl::Time answered = absl::InfinitePast();
  absl::Time ended = absl::InfinitePast();
  absl::Time freed = absl::InfinitePast();  ///< Its wrap-up was over.
  int turns = 0;
  domain::CallSentiment sentiment;

  bool operator==(const CallRecord&) const = default;
};

/// One redacted turn.
struct TurnRecord {
  std::string utterance_id;
  std::string call_id;
  domain::Speaker speaker = domain::Speaker::kCustomer;
  std::string text;
  std::string language;
  absl::Time said;
  std::optional<domain::Sentiment> sentiment;

  bool operator==(const TurnRecord&) const = default;
};

/// One card as it is remembered: shown, or held back with its reason.
struct CardRecord {
  domain::Card card;
  std::optional<domain::HoldBackReason> held_back;  ///< Absent: it was shown.
  std::optional<domain::CardAnswer> answer;

  bool operator==(const CardRecord&) const = default;
};

/// What the customer of a call wanted.
struct QuestionRecord {
  std::string call_id;
  std::string language;  ///< BCP 47.
  absl::CivilDay day;    ///< Of the call, in the service's time zone.
  std::string words;     ///< Redacted.
  std::string why_id;    ///< May be empty.
  std::string group;     ///< Of the same question in other words; its id, or one that was merged into it.

  bool operator==(const QuestionRecord&) const = default;
};

/// In how many calls a question was asked on a day.
struct QuestionDay {
  absl::CivilDay day;
  int count = 0;

  bool operator==(const QuestionDay&) const = default;
};

/// Another id of a group: of one that turned out to be the same.
struct QuestionAlias {
  std::string id;
  std::string group;
  std::string language;

  bool operator==(const QuestionAlias&) const = default;
};

/// The same question in other words.
struct QuestionGroup {
  std::string group;
  std::string language;
  std::string words;                     ///< As it was asked first.
  absl::CivilDay first_day;              ///< It was ever asked.
  int count = 0;                         ///< In how many calls since the day that was asked for.
  std::vector<QuestionDay> days;         ///< Since that day, the oldest first; none without a call.
  std::vector<std::string> merged = {};  ///< Ids of groups that turned out to be this one, in their order.

  bool operator==(const QuestionGroup&) const = default;
};

/// Where a sweep of forget_questions() is; empty at its start.
struct QuestionSweep {
  absl::CivilDay day = absl::CivilDay(1, 1, 1);
  std::string group;
  std::int64_t row = 0;
  bool done = false;
};

/// What one step of forget_questions() did.
struct ForgottenQuestions {
  QuestionSweep next;
  int forgotten = 0;                       ///< Questions whose words went.
  std::vector<QuestionAlias> groups = {};  ///< That nothing is left of; `id` and `group` are both its id.
};

/// A story of a customer with what they agreed to.
struct StoryRecord {
  domain::Story story;  ///< `expires` is finite; `has_photo` is read, not written.
  absl::Time given;     ///< When they agreed …
  std::string purpose;  ///< … and to what.

  bool operator==(const StoryRecord&) const = default;
};

/// A small picture, to be shown. Rows from the top, three bytes a pixel: red, green, blue. Empty: none.
struct Photo {
  int width = 0;
  int height = 0;
  std::string pixels;

  bool operator==(const Photo&) const = default;
};

/// A call with the team that its agent was in, and the why that its question names; both may be empty.
struct CallOfTeam {
  CallRecord call;
  std::string team;
  std::string why_id;

  bool operator==(const CallOfTeam&) const = default;
};

/// An agent in the team that they took calls in.
struct AgentOfTeam {
  std::string agent_id;
  std::string team;

  bool operator==(const AgentOfTeam&) const = default;
};

/// A page of a list. `next` is empty on the last page.
template <typename Row>
struct Page {
  std::vector<Row> rows;
  std::string next;
};

/// Reads. Each sees the last commit, or inside Store::write() what the transaction has written so far.
/// Failures everywhere: UNAVAILABLE when the engine is busy or away, INTERNAL when what is stored cannot be read,
/// INVALID_ARGUMENT for a page token that this store did not give for the same list, or a page size below 0.
/// A page size of 0 is taken as 50, one above 500 as 500.
class Reads : public PromptReads, public SignReads, public WhyCheckReads {
 public:
  ~Reads() override = default;

  /// True when an event, request or utterance with this id was committed.
  [[nodiscard]] virtual absl::StatusOr<bool> knows_event(const std::string& id) = 0;
  /// The desk of an agent; absent when there is none yet.
  [[nodiscard]] virtual absl::StatusOr<std::optional<domain::Desk>> desk(const std::string& agent_id) = 0;
  [[nodiscard]] virtual absl::StatusOr<std::vector<std::string>> agents() = 0;
  /// NOT_FOUND: no such call.
  [[nodiscard]] virtual absl::StatusOr<CallRecord> call(const std::string& call_id) = 0;
  /// Newest first; `agent_id` empty: of all agents.
  [[nodiscard]] virtual absl::StatusOr<Page<CallRecord>> calls(const std::string& agent_id, int page_size,
                                                               const std::string& page_token) = 0;
  [[nodiscard]] virtual absl::StatusOr<Page<TurnRecord>> turns(const std::string& call_id, int page_size,
                                                               const std::string& page_token) = 0;
  [[nodiscard]] virtual absl::StatusOr<std::vector<CardRecord>> cards(const std::string& call_id) = 0;
  /// NOT_FOUND: nobody by that key.
  [[nodiscard]] virtual absl::StatusOr<domain::Customer> customer(const std::string& external_id) = 0;
  /// `phone` in E.164; of several with that number the one saved last. NOT_FOUND: nobody by that number.
  [[nodiscard]] virtual absl::StatusOr<domain::Customer> customer_by_phone(const std::string& phone) = 0;
  [[nodiscard]] virtual absl::StatusOr<Page<domain::Customer>> customers(int page_size,
                                                                         const std::string& page_token) = 0;
  /// Whys that were put by request, in the order of their ids (shipped content is not among them).
  [[nodiscard]] virtual absl::StatusOr<std::vector<domain::Why>> whys() = 0;
  /// All items of the library that were ever tended, by kind and id.
  [[nodiscard]] virtual absl::StatusOr<std::vector<ItemRecord>> items() = 0;
  /// One of them; absent: it was never tended.
  [[nodiscard]] virtual absl::StatusOr<std::optional<ItemRecord>> item(domain::ItemKind kind,
                                                                       const std::string& id) = 0;
  /// Its versions, newest first.
  [[nodiscard]] virtual absl::StatusOr<std::vector<domain::ItemVersion>> item_versions(domain::ItemKind kind,
                                                                                       const std::string& id) = 0;
  /// All stories in the order of their ids, expired ones too.
  [[nodiscard]] virtual absl::StatusOr<std::vector<StoryRecord>> stories() = 0;
  /// NOT_FOUND: no such story, or none with a photo.
  [[nodiscard]] virtual absl::StatusOr<Photo> story_photo(const std::string& story_id) = 0;
  /// All questions in the order they were saved first.
  [[nodiscard]] virtual absl::StatusOr<Page<QuestionRecord>> questions(int page_size,
                                                                       const std::string& page_token) = 0;
  /// All of them, in the order of their ids.
  [[nodiscard]] virtual absl::StatusOr<std::vector<QuestionAlias>> question_aliases() = 0;
  /// One group, by its id or one that was merged into it, counted from `from` on. NOT_FOUND: nothing is left of it, or
  /// it never was.
  [[nodiscard]] virtual absl::StatusOr<QuestionGroup> question_group(const std::string& id, absl::CivilDay from) = 0;
  /// Groups that were asked on `from` or later, the most asked since then first, then by their names. A token is good
  /// for the same `from` only.
  [[nodiscard]] virtual absl::StatusOr<Page<QuestionGroup>> question_groups(absl::CivilDay from, int page_size,
                                                                            const std::string& page_token) = 0;
  /// Calls that this agent answered from `from` until before `before`, in that order. Calls that rang for over a day
  /// are not found.
  [[nodiscard]] virtual absl::StatusOr<std::vector<CallRecord>> answered_calls(const std::string& agent_id,
                                                                               absl::Time from, absl::Time before) = 0;
  /// The agent's guesses of calls that ended from `from` until before `before`, with what the customers answered,
  /// newest first. A token is good for the same agent only.
  [[nodiscard]] virtual absl::StatusOr<Page<domain::CallExperience>> experiences(const std::string& agent_id,
                                                                                 absl::Time from, absl::Time before,
                                                                                 int page_size,
                                                                                 const std::string& page_token) = 0;
  /// When the agent's heavy calls ended, from `from` until before `before`, newest first.
  [[nodiscard]] virtual absl::StatusOr<Page<absl::Time>> heavy_calls(const std::string& agent_id, absl::Time from,
                                                                     absl::Time before, int page_size,
                                                                     const std::string& page_token) = 0;
  /// What the agent did for themselves and which calls they marked as heavy, in the order they were applied.
  [[nodiscard]] virtual absl::StatusOr<Page<domain::Event>> own_events(const std::string& agent_id, int page_size,
                                                                       const std::string& page_token) = 0;
  /// Who looked at something of the agent, newest first.
  [[nodiscard]] virtual absl::StatusOr<Page<domain::Look>> looks(const std::string& agent_id, int page_size,
                                                                 const std::string& page_token) = 0;
  /// Cards that the agent answered, in the order in which they were shown.
  [[nodiscard]] virtual absl::StatusOr<Page<CardRecord>> answered_cards(const std::string& agent_id, int page_size,
                                                                        const std::string& page_token) = 0;
  /// How much there is of "calls", "cards_answered" (without a time), "guesses", "heavy_calls", "acts", "votes" (with
  /// how many habits were put forward), "why_answers" and "looks", in this order.
  [[nodiscard]] virtual absl::StatusOr<std::vector<domain::StoredKind>> stored_kinds(const std::string& agent_id) = 0;
  /// The team's habits of `since` and later, with the points of `quarter` and the agent's own votes in it; most points
  /// first, then by their ids.
  [[nodiscard]] virtual absl::StatusOr<std::vector<RankedHabit>> team_habits(const std::string& team,
                                                                             const std::string& since,
                                                                             const std::string& quarter,
                                                                             const std::string& agent_id) = 0;
  /// Who voted for habits of this team in the quarter, in the order of their ids.
  [[nodiscard]] virtual absl::StatusOr<std::vector<std::string>> habit_voters(const std::string& team,
                                                                              const std::string& quarter) = 0;
  /// All votes of one agent, by quarter and rank.
  [[nodiscard]] virtual absl::StatusOr<std::vector<HabitVote>> habit_votes(const std::string& agent_id) = 0;
  /// By quarter.
  [[nodiscard]] virtual absl::StatusOr<std::vector<HabitQuota>> habit_quotas(const std::string& agent_id) = 0;
  /// What was counted in hours that begin from `from` until before `before`, in the order of the hours: for each row
  /// `tell` once.
  [[nodiscard]] virtual absl::Status sentiment_hours(absl::Time from, absl::Time before,
                                                     const std::function<void(const SentimentHour&)>& tell) = 0;
  [[nodiscard]] virtual absl::Status counted_calls(absl::Time from, absl::Time before,
                                                   const std::function<void(const CountedCall&)>& tell) = 0;
  [[nodiscard]] virtual absl::Status counted_cards(absl::Time from, absl::Time before,
                                                   const std::function<void(const CountedCard&)>& tell) = 0;
  /// All promises of all journeys, in no order.
  [[nodiscard]] virtual absl::Status counted_promises(const std::function<void(const CountedPromise&)>& tell) = 0;
  /// How far the counting of what is older than reports is.
  [[nodiscard]] virtual absl::StatusOr<Counting> counting() = 0;
  /// Who took the calls that began in the span, in which teams; in the order of their ids.
  [[nodiscard]] virtual absl::StatusOr<std::vector<AgentOfTeam>> agents_between(absl::Time from, absl::Time before) = 0;
  /// Calls that began (rang, or what is known first) from `from` until before `before`, oldest first. A token is good
  /// for every such span.
  [[nodiscard]] virtual absl::StatusOr<Page<CallOfTeam>> calls_between(absl::Time from, absl::Time before,
                                                                       int page_size,
                                                                       const std::string& page_token) = 0;
  /// True when a step with this id was noted for this customer.
  [[nodiscard]] virtual absl::StatusOr<bool> knows_journey_step(const std::string& external_id,
                                                                const std::string& step_id) = 0;
  /// The events of one desk in the order they were applied, from `after` (a count of events to skip), at most `limit`.
  [[nodiscard]] virtual absl::StatusOr<std::vector<domain::Event>> events(const std::string& agent_id,
                                                                          std::int64_t after, int limit) = 0;
  /// NOT_FOUND: no such rule.
  [[nodiscard]] virtual absl::StatusOr<domain::AlertRule> alert_rule(const std::string& id) = 0;
  /// In the order of their ids.
  [[nodiscard]] virtual absl::StatusOr<Page<domain::AlertRule>> alert_rules(int page_size,
                                                                            const std::string& page_token) = 0;
  /// NOT_FOUND: no such alert.
  [[nodiscard]] virtual absl::StatusOr<domain::Alert> alert(const std::string& id) = 0;
  /// Of `from` and later in the service's time, newest first, at most `limit`.
  [[nodiscard]] virtual absl::StatusOr<std::vector<domain::Alert>> alerts(absl::Time from, int limit) = 0;
  /// In the order in which they were added.
  [[nodiscard]] virtual absl::StatusOr<std::vector<domain::Alert>> alerts_of_call(const std::string& call_id) = 0;
  /// The last `most` turns of a call, newest first.
  [[nodiscard]] virtual absl::StatusOr<std::vector<TurnRecord>> last_turns(const std::string& call_id, int most) = 0;
  /// The words of one turn as they are kept now. NOT_FOUND: no such turn.
  [[nodiscard]] virtual absl::StatusOr<std::string> turn_text(const std::string& utterance_id) = 0;
  /// The part of the log that has the events of `from` and later, found by halving: good for desks that live in their
  /// own time only as far as the log's times rise.
  [[nodiscard]] virtual absl::StatusOr<LogSpan> log_span(absl::Time from) = 0;
  /// Events of all desks after a place of the log, at most `limit`, without what agents did for themselves.
  [[nodiscard]] virtual absl::StatusOr<LogPage> log(std::int64_t after, int limit) = 0;
};

/// Writes inside one transaction; what is written is seen by later reads of the same transaction.
class Transaction : public Reads, public PromptWrites, public SignWrites, public WhyCheckWrites {
 public:
  /// Appends an event to the log. ALREADY_EXISTS: an event or request with this id was committed or written before.
  [[nodiscard]] virtual absl::Status append_event(const std::string& agent_id, const domain::Event& event) = 0;
  /// Notes the id of a request that is not a desk's event. ALREADY_EXISTS as above.
  [[nodiscard]] virtual absl::Status note_request(const std::string& id, absl::Time at) = 0;
  [[nodiscard]] virtual absl::Status save_desk(const domain::Desk& desk) = 0;
  /// Creates or replaces.
  [[nodiscard]] virtual absl::Status save_call(const CallRecord& call) = 0;
  [[nodiscard]] virtual absl::Status append_turn(const TurnRecord& turn) = 0;
  /// Puts the late text where the old one was: in the turn, in its event, and in what the event's reading, the call's
  /// cards, its question and its alerts quote (see domain::forget). NOT_FOUND: no such turn.
  [[nodiscard]] virtual absl::Status redact_turn(const domain::LateRedaction& late) = 0;
  [[nodiscard]] virtual absl::Status append_card(const CardRecord& card, const std::string& agent_id) = 0;
  /// NOT_FOUND: this agent's desk never showed that card.
  [[nodiscard]] virtual absl::Status answer_card(const std::string& agent_id, const std::string& card_id,
                                                 domain::CardAnswer answer) = 0;
  /// Creates or replaces, with the phone numbers.
  [[nodiscard]] virtual absl::Status save_customer(const domain::Customer& customer) = 0;
  [[nodiscard]] virtual absl::Status save_why(const domain::Why& why) = 0;
  /// Adds a version with its steps. ALREADY_EXISTS: the item has one of this number.
  [[nodiscard]] virtual absl::Status add_item_version(domain::ItemKind kind, const std::string& id,
                                                      const std::string& language,
                                                      const domain::ItemVersion& version) = 0;
  /// The version stands where the step says from now on. NOT_FOUND: there is no such version.
  [[nodiscard]] virtual absl::Status step_item(domain::ItemKind kind, const std::string& id, std::int64_t number,
                                               const domain::ItemStep& step) = 0;
  /// Removes a version with its steps; none there changes nothing.
  [[nodiscard]] virtual absl::Status remove_item_version(domain::ItemKind kind, const std::string& id,
                                                         std::int64_t number) = 0;
  /// Creates or replaces; of what is replaced nothing is left in the store's files.
  [[nodiscard]] virtual absl::Status save_story(const StoryRecord& story, const Photo& photo) = 0;
  /// Nothing of its words and pixels is left in the store's files. NOT_FOUND: no such story.
  [[nodiscard]] virtual absl::Status remove_story(const std::string& story_id) = 0;
  /// Creates or replaces the question of a call, which keeps its place in the list.
  [[nodiscard]] virtual absl::Status save_question(const QuestionRecord& question) = 0;
  /// From now on `alias.id` and what was merged into it mean `alias.group`, which is no alias itself.
  [[nodiscard]] virtual absl::Status merge_question_groups(const QuestionAlias& alias) = 0;
  /// One step over at most `most` of the questions before `words_before`, from where `sweep` is. What is forgotten
  /// still counts on its day; counts before `counts_before` go. The first question of a group that counts more stays as
  /// long as its counts, for its words; one that was asked once goes altogether.
  [[nodiscard]] virtual absl::StatusOr<ForgottenQuestions> forget_questions(absl::CivilDay words_before,
                                                                            absl::CivilDay counts_before,
                                                                            const QuestionSweep& sweep, int most) = 0;
  /// Creates or replaces the guess of a call.
  [[nodiscard]] virtual absl::Status save_guess(const GuessRecord& guess) = 0;
  /// Creates or replaces the answers of a call's customer.
  [[nodiscard]] virtual absl::Status save_survey(const SurveyRecord& survey) = 0;
  /// Notes that a call which ended then was heavy; the same again changes nothing.
  [[nodiscard]] virtual absl::Status save_heavy_call(const std::string& agent_id, absl::Time ended) = 0;
  /// Adds to the audit trail, unless the same `who` looked at the same `what` within `quiet` before.
  [[nodiscard]] virtual absl::Status append_look(const std::string& agent_id, const domain::Look& look,
                                                 absl::Duration quiet) = 0;
  /// ALREADY_EXISTS: this id is on a list.
  [[nodiscard]] virtual absl::Status add_team_habit(const TeamHabitRecord& habit) = 0;
  /// One more.
  [[nodiscard]] virtual absl::Status count_put_forward(const std::string& agent_id, const std::string& quarter) = 0;
  /// The agent's votes of the quarter, best first, in the place of earlier ones; what is voted for is of this quarter
  /// from now on.
  [[nodiscard]] virtual absl::Status save_habit_votes(const std::string& agent_id, const std::string& quarter,
                                                      const std::vector<std::string>& habit_ids) = 0;
  /// Forgets the agent's guesses, heavy calls, votes, quotas, answers about whys and own events, whose ids stay known
  /// so that none comes twice, and when their desk woke up by itself. Calls and looks stay. How many records went;
  /// awakenings are no records.
  [[nodiscard]] virtual absl::StatusOr<std::int64_t> forget_agent(const std::string& agent_id) = 0;
  /// Creates or replaces what is counted of a call. Its turns, cards and why are counted where they are written.
  [[nodiscard]] virtual absl::Status save_call_count(const CallCount& count) = 0;
  /// Counts at most `most` of the calls, and then of the customers, that were stored before there were reports; what is
  /// counted as it goes stays as it is. Again until it is done; then nothing.
  [[nodiscard]] virtual absl::StatusOr<Counting> count_stored(const TeamOf& team_of, int most) = 0;
  /// ALREADY_EXISTS: this step of this customer was noted before.
  [[nodiscard]] virtual absl::Status note_journey_step(const std::string& external_id, const std::string& step_id) = 0;
  /// Forgets at most `most` of each: guesses, heavy calls, looks of before `before` and surveys imported before it;
  /// habits, votes, quotas and answers about whys of quarters before `quarter_before`. How many went: 0 when nothing
  /// old is left.
  [[nodiscard]] virtual absl::StatusOr<int> forget_own_records(absl::Time before, const std::string& quarter_before,
                                                               int most) = 0;
  /// Creates or replaces.
  [[nodiscard]] virtual absl::Status save_alert_rule(const domain::AlertRule& rule) = 0;
  /// NOT_FOUND: no such rule.
  [[nodiscard]] virtual absl::Status remove_alert_rule(const std::string& id) = 0;
  /// Adds what a rule found, as nobody handled it yet; false: it was added before, and nothing changes.
  [[nodiscard]] virtual absl::StatusOr<bool> add_alert(const domain::Alert& alert) = 0;
  /// Where the alert stands and until when it is put aside; nothing else of it changes. NOT_FOUND: no such alert.
  [[nodiscard]] virtual absl::Status handle_alert(const domain::Alert& alert) = 0;
  /// The call ended at this desk; alerts that know of an end keep it.
  [[nodiscard]] virtual absl::Status end_call_of_alerts(const std::string& agent_id, const std::string& call_id,
                                                        absl::Time ended) = 0;
  /// Forgets at most `most` alerts of before `before`. How many went; nothing of them is left in the store's files.
  [[nodiscard]] virtual absl::StatusOr<int> forget_alerts(absl::Time before, int most) = 0;
};

/// A store. Safe to use from any thread; writes take turns, reads run beside them.
class Store {
 public:
  virtual ~Store() = default;

  /// Runs `work` in one transaction: commits and syncs to disk when it returns OK, rolls back otherwise and returns its
  /// status. When this returns OK, what was written survives the death of process and machine.
  [[nodiscard]] virtual absl::Status write(const std::function<absl::Status(Transaction&)>& work) = 0;

  /// Runs `work` on one consistent snapshot.
  [[nodiscard]] virtual absl::Status read(const std::function<absl::Status(Reads&)>& work) = 0;
};

}  // namespace aandacht::store
