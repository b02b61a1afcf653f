// What the overlay knows and does: desk, connection, search, softphone, outbox. Draws nothing.
#pragma once

#include <cstdint>
#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "client/local/library.h"
#include "client/local/listener.h"
#include "client/local/local_store.h"
#include "client/local/prediction.h"
#include "client/model/connection.h"
#include "client/model/habits_data.h"
#include "client/model/my_day_data.h"
#include "client/model/search.h"
#include "client/net/connection.h"
#include "client/net/desk_actions.h"
#include "client/net/desk_watch.h"
#include "client/net/outbox.h"
#include "client/net/own_side.h"
#include "client/net/prompt_receipts.h"
#include "client/net/sender.h"
#include "client/net/story_photo.h"
#include "client/net/why_checks.h"
#include "client/net/why_list.h"
#include "client/net/why_search.h"
#include "client/overlay/errands.h"
#include "client/overlay/receipts.h"
#include "client/ready/not_ready.h"
#include "client/softphone/softphone.h"
#include "shared/base/clock.h"
#include "shared/base/ids.h"
#include "shared/domain/desk.h"

namespace grpc {
class Channel;
}

namespace aandacht::overlay {

struct SessionOptions {
  std::string server;  ///< "127.0.0.1:7443"
  std::string agent_id;
  std::string softphone;  ///< "baresip:HOST:PORT" or "none".
  std::string queue;      ///< Told with every call of this softphone; may be empty.
  std::filesystem::path outbox_file;
  std::filesystem::path local_file;      ///< What is known without the service (local::LocalStore); empty: nothing is.
  std::filesystem::path content_folder;  ///< Shipped whys and lines, for the first outage; need not exist.
  // While a reset runs:
  bool hold_off = true;   ///< The softphone refuses calls.
  std::string not_ready;  ///< Commands; without both of them none is run.
  std::string ready;
  std::filesystem::path ready_program;  ///< aandacht-ready.
  std::filesystem::path lease_folder;
};

/// Everything of one agent's overlay but the window. All methods belong to the thread that runs what `post` is given.
///
/// The service may be away, from the first start on: what happens here shows at once and is sent when it is back.
class Session {
 public:
  /// Hands work to the owning thread; called from any thread, never blocks.
  using Post = std::function<void(std::function<void()>)>;

  /// Starts at once, with the desk as it was when the last session ended, also when it was killed. `clock` and `ids`
  /// must outlive the session, and so must what `post` refers to.
  ///
  /// INVALID_ARGUMENT: `softphone` is neither "none" nor an address. Others: the outbox cannot be opened (net::Outbox).
  /// A local file that cannot be opened is done without.
  [[nodiscard]] static absl::StatusOr<std::unique_ptr<Session>> start(SessionOptions options, const base::Clock& clock,
                                                                      base::Ids& ids, Post post);

  /// Ends streams and threads; what was clicked is on disk.
  ~Session();

  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  /// The desk as the agent should see it: with what happened here and the service has not shown yet. Null before
  /// anything is known. Valid until the next call of a method that is not const.
  [[nodiscard]] const domain::Desk* desk() const { return prediction_.desk(); }
  [[nodiscard]] const model::Connection& connection() const { return connection_; }
  [[nodiscard]] const model::Search& search() const { return search_; }

  /// What the pages of my day and of habits know; empty until asked for.
  [[nodiscard]] const model::MyDayData& my_day() const { return my_day_; }
  [[nodiscard]] const model::HabitsData& habits() const { return habits_; }

  /// The customer's latest turn, redacted; may be empty.
  [[nodiscard]] const std::string& last_words() const { return last_words_; }

  /// In a call the customer may be speaking: they did not speak last, as far as is known.
  [[nodiscard]] bool customer_has_word() const { return customer_has_word_; }

  /// Who took back the message that was on screen, for some seconds; nullptr: nobody.
  [[nodiscard]] const std::string* recalled_by() const { return recalled_by_ ? &*recalled_by_ : nullptr; }

  /// The table that the agent's energy is counted with.
  [[nodiscard]] const domain::FatigueRules& fatigue_rules() const { return prediction_.library().fatigue; }

  /// The time by the desk's clock.
  [[nodiscard]] absl::Time desk_now() const;

  /// Does what is due: wrap-ups that end and cards that expire while the service is away, the desk to the disk at most
  /// once a second. To be called before the desk is shown, and again after the time it returns; nullopt: not before
  /// something comes in.
  std::optional<absl::Duration> tick();

  /// This card stands in the frame that is drawn, all of it. The service is told of a prompt's.
  void see_card(const std::string& card_id);

  /// The frame is done, drawn or as it was. Only then the service is told what of its prompts came in and is seen:
  /// beginning an rpc takes a tenth of a millisecond, for which a prompt's own pixels need not wait.
  void frame_is_out();

  void answer_card(const std::string& card_id, domain::CardAnswer answer);
  void show_why(const std::string& why_id);
  void finish_wrap_up(const std::string& call_id);
  void pin_heard(const std::string& call_id, const std::string& utterance_id);
  void mark_heavy(const std::string& call_id, bool heavy);
  /// Something the agent did for themselves.
  void record_act(domain::OwnAct act);

  /// Asks for a day of the agent, absent: today. Of two questions only the later is answered.
  void ask_my_day(std::optional<absl::CivilDay> day);
  /// Writes everything that is kept about the agent to `file`, for its owner only, in the place of what it held; its
  /// folder must exist. my_day() tells how it goes.
  void export_my_data(const std::filesystem::path& file);
  /// Has it all forgotten and asks for the day again. Not while the service is away or something waits to be sent,
  /// which would come in after it: then kUnavailable at once.
  void delete_my_data();
  /// The page is closed: what it knew goes.
  void leave_my_day();

  /// Asks for the team's habits, with the shipped ones of `language`.
  void ask_team_habits(const std::string& language);
  /// Both ask for the list again.
  void put_habit_forward(const net::HabitWords& words);
  /// Best first, at most three, in the place of earlier votes; none takes them back.
  void vote_habits(const std::vector<std::string>& habit_ids);
  void leave_habits();

  /// Asks the service for a why to put to the agent; `take` gets the answer, or why there is none. Only while it is
  /// there: otherwise UNAVAILABLE at once.
  void ask_why_check(const std::string& language, std::function<void(absl::StatusOr<domain::WhyCheckOffer>)> take);
  /// Told to the service when it is there, and else not: no answer is no answer.
  void answer_why_check(const std::string& why_id, domain::WhyLevel level);
  /// `told` gets what the service said; UNAVAILABLE at once while it is away.
  void wish_why_check(
      domain::WhyCheckChoice choice, std::function<void(absl::Status)> told = [](const absl::Status&) {});
  /// Whether the agent wants no such question; as ask_why_check(), and nothing is asked by it.
  void ask_why_check_wish(std::function<void(absl::StatusOr<bool>)> take);

  /// `take` gets the photo, unless there is none or another was asked for since.
  void fetch_story_photo(const std::string& story_id, std::function<void(const net::Photo&)> take);

  /// Opens the search when it is not, and asks for whys that fit.
  void search_for(const std::string& text, const std::string& language);
  void close_search();

 private:
  /// A start takes no longer to connect; then the service is away.
  static constexpr absl::Duration kConnects = absl::Seconds(2);

  Session(SessionOptions options, const base::Clock& clock, base::Ids& ids, Post post);

  absl::Status begin();
  absl::Status follow_softphone();
  void restore();
  void watch();
  void send();
  void take_desk(domain::Desk desk, absl::Time now);
  void take_update(const domain::DeskUpdate& update);
  void take_connection(net::ConnectionState state);
  void take_call(const softphone::CallEvent& event);
  void take_phone_state(softphone::PhoneState state, const std::string& detail);
  void take_outbox();
  void drop_delivered_by_others();
  void happen(decltype(domain::Event::what) what);
  void add(domain::Event event, absl::Time appended);
  void add_now(domain::Event event, absl::Time appended);
  void add_held();
  void hear(domain::Event event, absl::Time appended);
  void read_next();
  void leave_unread(const std::string& event_id);
  void take_heard(domain::Event event, absl::Time appended, domain::Library library);
  void know_customer(domain::Event& event);
  void know_why(domain::Why why);
  void find_here(const std::string& text, const std::string& language, const std::string& queue);
  void show_found(const std::string& text, std::vector<domain::Why> whys);
  void begin_not_ready();
  void look_for_lease();
  void follow_reset();
  void follow_recall(const std::optional<domain::Card>& card, const domain::DeskUpdate& update);
  void acknowledge_received();
  void acknowledge(const Receipts::Telling& telling);
  void forget_receipts();
  [[nodiscard]] bool knows_resets() const;
  [[nodiscard]] bool reset_runs() const;
  void keep_desk();
  [[nodiscard]] bool desk_changed() const {
    return prediction_.confirmed() && kept_version_ != prediction_.confirmed()->version;
  }
  void fetch_whys();
  void fetch_whys(std::int64_t listing);
  void use_shipped_lines();
  void use(domain::Library library);
  void take_fatigue_rules(domain::FatigueRules rules);
  void leave_nothing_behind();
  void report_trouble(const absl::Status& status);
  void set_desk_time(absl::Time time);
  [[nodiscard]] net::OwnSide& own_side();
  [[nodiscard]] net::WhyChecks& why_checks();
  [[nodiscard]] bool away() const { return connection_.state != model::ConnectionState::kConnected; }

  const SessionOptions options_;
  const base::Clock& clock_;
  base::Ids& ids_;
  /// Work that is posted but not run yet must not reach a session that is gone.
  const std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);
  const Post post_;

  local::Prediction prediction_;
  std::vector<std::pair<domain::Event, absl::Time>> held_;   // With when they were appended; in order.
  absl::Duration held_since_;                                // The first of them, by the steady clock.
  std::deque<std::pair<domain::Event, absl::Time>> unread_;  // Turns, to be read here when the service stays away.
  bool reading_ = false;                                     // One of them is.
  absl::Time desk_time_ = absl::InfinitePast();              // The desk's time …
  absl::Duration desk_time_set_;                             // … at this moment of the steady clock.
  model::Connection connection_;
  model::Search search_;
  model::MyDayData my_day_;
  model::HabitsData habits_;
  std::int64_t own_questions_ = 0;    // Asked so far.
  std::int64_t day_question_ = 0;     // The one whose answer is awaited.
  std::int64_t habits_question_ = 0;  // The same.
  std::string habits_language_;
  std::string delete_request_;  // Until it was answered.
  bool forgot_ = false;         // The desk that is kept may still be the one before.
  std::string last_words_;
  Receipts receipts_{net::system_randomness()};
  std::optional<Receipts::Telling> untold_;  // In this frame.
  std::optional<std::string> recalled_by_;
  absl::Duration recalled_until_;  // By the steady clock.
  bool customer_has_word_ = true;
  const absl::Duration started_;              // By the steady clock.
  bool has_service_desk_ = false;             // Or a reset began here: the desk's own is none of an earlier session.
  std::optional<absl::Duration> look_again_;  // When it is looked whether a ready command is still owed.
  int checking_ = 0;                          // Desks of which it is asked what of the outbox they have already.
  absl::Duration changed_;                    // When the connection came or went, by the steady clock.
  std::optional<absl::Duration> fetched_;     // When whys were last asked for.
  std::optional<absl::Duration> kept_;        // When the desk was last kept.
  std::optional<std::int64_t> kept_version_;
  bool has_lines_ = false;                        // Shipped lines were asked for.
  bool rules_told_ = false;                       // The prediction counts fatigue as the service told.
  absl::Time held_until_ = absl::InfinitePast();  // The end of the reset that calls are held off for, by the desk.

  // In the order in which they are made; the threads end in the reverse order. The channel goes last and in this
  // thread: gRPC 1.51 aborts when one of its own threads releases it.
  std::shared_ptr<grpc::Channel> channel_;
  std::unique_ptr<local::LocalStore> store_;   // Null: it cannot be opened.
  std::unique_ptr<local::Bookcase> bookcase_;  // Null without a store; the errands' thread only.
  std::unique_ptr<local::Listener> listener_;  // The errands' thread only.
  std::unique_ptr<net::Outbox> outbox_;
  std::int64_t last_read_ = 0;  // Of the outbox; the sender's thread only, once it runs.
  std::unique_ptr<net::Transport> transport_;
  std::unique_ptr<net::Sleeper> sleeper_;
  std::unique_ptr<net::Sender> sender_;
  std::unique_ptr<net::DeskActions> actions_;
  std::unique_ptr<ready::NotReady> not_ready_;  // The errands' thread only, while there is one.
  std::unique_ptr<Errands> errands_;
  std::unique_ptr<net::WhySearch> why_search_;
  std::unique_ptr<net::WhyList> why_list_;
  std::unique_ptr<net::StoryPhoto> story_photo_;
  std::unique_ptr<net::OwnSide> own_side_;       // Made with the first question.
  std::unique_ptr<net::WhyChecks> why_checks_;   // The same.
  std::unique_ptr<net::PromptReceipts> teller_;  // Made with the first prompt.
  std::unique_ptr<net::DeskWatch> watch_;
  std::unique_ptr<softphone::Softphone> softphone_;
};

}  // namespace aandacht::overlay
