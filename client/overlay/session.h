// What the overlay knows and does: desk, connection, search, softphone, outbox. Draws nothing.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "client/model/connection.h"
#include "client/model/search.h"
#include "client/net/connection.h"
#include "client/net/desk_actions.h"
#include "client/net/desk_watch.h"
#include "client/net/outbox.h"
#include "client/net/sender.h"
#include "client/net/why_search.h"
#include "client/overlay/errands.h"
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
};

/// Everything of one agent's overlay but the window. All methods belong to the thread that runs what `post` is given.
class Session {
 public:
  /// Hands work to the owning thread; called from any thread, never blocks.
  using Post = std::function<void(std::function<void()>)>;

  /// Starts at once. `clock` and `ids` must outlive the session, and so must what `post` refers to.
  ///
  /// INVALID_ARGUMENT: `softphone` is neither "none" nor an address. Others: the outbox cannot be opened (net::Outbox).
  [[nodiscard]] static absl::StatusOr<std::unique_ptr<Session>> start(SessionOptions options, const base::Clock& clock,
                                                                      base::Ids& ids, Post post);

  /// Ends streams and threads; what was clicked is on disk.
  ~Session();

  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  /// The desk as the agent should see it: without what they have just answered. Null before the first one came.
  [[nodiscard]] const domain::Desk* desk() const { return shown_ ? &*shown_ : nullptr; }
  [[nodiscard]] const model::Connection& connection() const { return connection_; }
  [[nodiscard]] const model::Search& search() const { return search_; }

  /// The customer's latest turn, redacted; may be empty.
  [[nodiscard]] const std::string& last_words() const { return last_words_; }

  /// The time by the desk's clock.
  [[nodiscard]] absl::Time desk_now() const;

  void answer_card(const std::string& card_id, domain::CardAnswer answer);
  void show_why(const std::string& why_id);
  void finish_wrap_up(const std::string& call_id);
  void pin_heard(const std::string& call_id, const std::string& utterance_id);
  void mark_heavy(const std::string& call_id, bool heavy);

  /// Opens the search when it is not, and asks for whys that fit.
  void search_for(const std::string& text, const std::string& language);
  void close_search();

 private:
  Session(SessionOptions options, const base::Clock& clock, Post post);

  absl::Status begin(base::Ids& ids);
  void watch();
  absl::Status follow_softphone();
  void take_desk(domain::Desk desk, absl::Time now);
  void take_update(const domain::DeskUpdate& update);
  void take_connection(net::ConnectionState state);
  void take_call(const softphone::CallEvent& event);
  void take_phone_state(softphone::PhoneState state, const std::string& detail);
  void report_trouble(const absl::Status& status);
  void set_desk_time(absl::Time time);
  void show_desk();
  void send(std::function<absl::Status(net::DeskActions&)> request);

  const SessionOptions options_;
  const base::Clock& clock_;
  /// Work that is posted but not run yet must not reach a session that is gone.
  const std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);
  const Post post_;

  std::optional<domain::Desk> desk_;             // As the service has it.
  std::optional<domain::Desk> shown_;            // Without what was answered here.
  std::set<std::string> answered_;               // Cards and calls that the agent has dealt with.
  absl::Time desk_time_ = absl::InfinitePast();  // The desk's time …
  absl::Duration desk_time_set_;                 // … at this moment of the steady clock.
  model::Connection connection_;
  model::Search search_;
  std::string last_words_;

  // In the order in which they are made; the threads end in the reverse order. The channel goes last and in this
  // thread: gRPC 1.51 aborts when one of its own threads releases it.
  std::shared_ptr<grpc::Channel> channel_;
  std::unique_ptr<net::Outbox> outbox_;
  std::unique_ptr<net::Transport> transport_;
  std::unique_ptr<net::Sleeper> sleeper_;
  std::unique_ptr<net::Sender> sender_;
  std::unique_ptr<net::DeskActions> actions_;
  std::unique_ptr<Errands> errands_;
  std::unique_ptr<net::WhySearch> why_search_;
  std::unique_ptr<net::DeskWatch> watch_;
  std::unique_ptr<softphone::Softphone> softphone_;
};

}  // namespace aandacht::overlay
