// Sends the words of calls.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "client/net/connection.h"
#include "client/net/watch_options.h"
#include "shared/domain/reading.h"

namespace grpc {
class Channel;
}

namespace aandacht::net {

/// One finished turn.
struct Utterance {
  std::string id;  ///< Unique; sending it twice changes nothing.
  std::string call_id;
  domain::Speaker speaker = domain::Speaker::kCustomer;
  std::string text;                        ///< Redacted before it is sent.
  std::string language;                    ///< BCP 47; empty: the call's.
  absl::Time said = absl::InfinitePast();  ///< InfinitePast: now, by the service's clock.
};

enum class UtteranceOutcome { kStored, kDuplicate, kOnHold, kRefused, kUnknownCall };

struct UtteranceAnswer {
  std::string utterance_id;
  UtteranceOutcome outcome = UtteranceOutcome::kStored;
  std::string reason;             ///< For a person; empty when stored.
  std::int64_t desk_version = 0;  ///< 0: it did not reach a desk.
};

/// Called one at a time on gRPC's threads. May be empty.
struct TranscriptHandlers {
  std::function<void(const UtteranceAnswer&)> on_answer;  ///< Once for every utterance that send() took.
  std::function<void(ConnectionState, const std::string& detail)> on_connection;
};

struct TranscriptOptions {
  WatchOptions watch;
  std::size_t unanswered = 1'000;  ///< So many utterances are kept until answered.
};

/// A stream of utterances that survives the service: what was not answered is sent again with the same id, in order.
/// Kept in memory only. Safe from any thread.
class TranscriptStream {
 public:
  /// Longest text, in bytes of UTF-8, before and after redaction; the contract's limit.
  static constexpr std::size_t kLongestText = 16'384;

  TranscriptStream(std::shared_ptr<grpc::Channel> channel, TranscriptHandlers handlers, TranscriptOptions options = {});

  /// Breaks the stream; what was not answered is forgotten: call finish() first. Not from inside a handler.
  ~TranscriptStream();

  TranscriptStream(const TranscriptStream&) = delete;
  TranscriptStream& operator=(const TranscriptStream&) = delete;

  /// Redacts and queues one utterance.
  ///
  /// INVALID_ARGUMENT: no id, call or text, or a text over kLongestText.
  /// ALREADY_EXISTS: this id waits for its answer.
  /// RESOURCE_EXHAUSTED: too many wait for an answer; try again after one came.
  absl::Status send(Utterance utterance);

  /// Waits until everything was answered. DEADLINE_EXCEEDED after `limit`: some were not.
  absl::Status finish(absl::Duration limit);

  [[nodiscard]] std::size_t unanswered() const;

  /// The utterance as send() would send it; remembers it for what comes after it, and sends nothing.
  ///
  /// INVALID_ARGUMENT: as send().
  [[nodiscard]] absl::StatusOr<Utterance> redact(Utterance utterance);

  /// What was not answered, redacted and in order; it is not sent again and its answers are not told.
  [[nodiscard]] std::vector<Utterance> take_back();

 private:
  class Impl;
  std::shared_ptr<Impl> impl_;
};

}  // namespace aandacht::net
