// Redacts all calls that go on, each with what its own turns have shown.
#pragma once

#include <cstddef>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "absl/time/time.h"
#include "shared/domain/reading.h"
#include "shared/domain/redaction_conversation.h"

namespace aandacht::domain {

/// The redactors of all calls that go on, at most `most` and about `most_bytes`: the one that was silent longest makes
/// room. Safe to use from any thread, calls do not wait for one another; turns of one call must come one after the
/// other.
class ConversationRedactors {
 public:
  explicit ConversationRedactors(std::size_t most = 1024, std::size_t most_bytes = std::size_t{16} << 20U)
      : most_(most), most_bytes_(most_bytes) {}

  [[nodiscard]] ConversationRedactor::Result hear(const std::string& call_id, Speaker speaker,
                                                  std::string_view utterance_id, std::string_view text);

  /// The same for a call that nobody reported, or that ended: what is remembered of it is used, nothing begins.
  [[nodiscard]] ConversationRedactor::Result hear_if_known(const std::string& call_id, Speaker speaker,
                                                           std::string_view utterance_id, std::string_view text);

  /// ConversationRedactor::confirm(), when the call is remembered.
  void confirm(const std::string& call_id, const std::vector<LateRedaction>& rewritten);

  /// The call ended: its turns go with the first forget_ended() from `forget_at` on.
  void end(const std::string& call_id, absl::Time forget_at);
  void forget_ended(absl::Time now);

  /// How many calls are remembered.
  [[nodiscard]] std::size_t count() const;

 private:
  struct Conversation {
    explicit Conversation(std::string id) : call_id(std::move(id)) {}

    const std::string call_id;
    std::mutex mutex;
    ConversationRedactor redactor;  // guarded by mutex
  };
  struct Remembered {
    std::shared_ptr<Conversation> conversation;
    std::size_t bytes = 0;
    absl::Time forget_at = absl::InfiniteFuture();
  };
  using Calls = std::list<Remembered>;

  [[nodiscard]] std::shared_ptr<Conversation> find(const std::string& call_id);
  [[nodiscard]] std::shared_ptr<Conversation> find_or_begin(const std::string& call_id);
  [[nodiscard]] ConversationRedactor::Result hear(Conversation& conversation, Speaker speaker,
                                                  std::string_view utterance_id, std::string_view text);
  void weigh(const Conversation& conversation, std::size_t bytes);
  void drop(Calls::iterator call);

  const std::size_t most_;
  const std::size_t most_bytes_;
  mutable std::mutex mutex_;  // Guards all below, and is never held while a turn is redacted.
  Calls calls_;               // Heard last first.
  std::unordered_map<std::string, Calls::iterator> by_id_;
  std::size_t bytes_ = 0;
};

}  // namespace aandacht::domain
