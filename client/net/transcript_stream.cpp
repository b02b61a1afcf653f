#include "client/net/transcript_stream.h"

#include <grpcpp/grpcpp.h>

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <utility>

#include "aandacht/v1/transcripts.grpc.pb.h"
#include "absl/strings/str_cat.h"
#include "client/net/watch_loop.h"
#include "shared/domain/redaction_calls.h"
#include "shared/wire/enums.h"
#include "shared/wire/repair.h"
#include "shared/wire/time.h"

namespace aandacht::net {
namespace {

constexpr std::size_t kMostCalls = 64;                          // A recogniser hears them at once.
constexpr absl::Duration kLongestWait = absl::Hours(24 * 365);  // More would overflow the system's clock.

absl::StatusOr<v1::StreamUtterancesRequest> make_request(Utterance utterance,
                                                         domain::ConversationRedactors& conversations) {
  if (utterance.id.empty() || utterance.call_id.empty() || utterance.text.empty()) {
    return absl::InvalidArgumentError("an utterance needs an id, a call and a text");
  }
  if (utterance.text.size() > TranscriptStream::kLongestText) {
    return absl::InvalidArgumentError(absl::StrCat("utterance ", utterance.id, " has ", utterance.text.size(),
                                                   " bytes; at most ", TranscriptStream::kLongestText));
  }
  v1::StreamUtterancesRequest request;
  // What this shows of turns that were sent before, the service finds by itself.
  request.set_text(
      conversations.hear(utterance.call_id, utterance.speaker, utterance.id, utterance.text).redacted.text);
  if (request.text().size() > TranscriptStream::kLongestText) {
    return absl::InvalidArgumentError(absl::StrCat("utterance ", utterance.id, " is too long once redacted"));
  }
  request.set_utterance_id(std::move(utterance.id));
  request.set_call_id(std::move(utterance.call_id));
  request.set_speaker(wire::to_proto(utterance.speaker));
  request.set_language(std::move(utterance.language));
  if (wire::is_finite(utterance.said)) {
    *request.mutable_said_time() = wire::to_proto(utterance.said);
  }
  wire::repair_text(request);
  return request;
}

Utterance to_utterance(const v1::StreamUtterancesRequest& request) {
  Utterance utterance{.id = request.utterance_id(),
                      .call_id = request.call_id(),
                      .speaker = wire::from_proto(request.speaker()).value_or(domain::Speaker::kCustomer),
                      .text = request.text(),
                      .language = request.language()};
  if (request.has_said_time()) utterance.said = wire::from_proto(request.said_time()).value_or(absl::InfinitePast());
  return utterance;
}

UtteranceOutcome read_outcome(v1::UtteranceOutcome outcome) {
  switch (outcome) {
    case v1::UTTERANCE_OUTCOME_STORED:
      return UtteranceOutcome::kStored;
    case v1::UTTERANCE_OUTCOME_DUPLICATE:
      return UtteranceOutcome::kDuplicate;
    case v1::UTTERANCE_OUTCOME_ON_HOLD:
      return UtteranceOutcome::kOnHold;
    case v1::UTTERANCE_OUTCOME_UNKNOWN_CALL:
      return UtteranceOutcome::kUnknownCall;
    default:  // Refused, and whatever a newer service may say.
      return UtteranceOutcome::kRefused;
  }
}

}  // namespace

class TranscriptStream::Impl : public std::enable_shared_from_this<TranscriptStream::Impl> {
 public:
  Impl(const std::shared_ptr<grpc::Channel>& channel, TranscriptHandlers handlers, TranscriptOptions options)
      : stub_(v1::TranscriptService::NewStub(channel)),
        handlers_(std::move(handlers)),
        options_(std::move(options)),
        report_(handlers_.on_connection),
        backoff_(options_.watch.backoff, options_.watch.random),
        timer_(options_.watch.make_timer ? options_.watch.make_timer() : make_timer()) {
    report_.set(ConnectionState::kConnecting, "");
  }

  void open() {
    const std::scoped_lock lock(mutex_);
    if (stopping_) {
      return;
    }
    next_ = 0;
    writing_ = false;
    current_ = new Attempt(shared_from_this());
    running_ = writable_ = true;
    current_->begin();
    write_next();
  }

  void stop() {
    std::unique_ptr<v1::TranscriptService::Stub> channel_holder;  // Goes on this thread, see OnDone().
    std::unique_lock lock(mutex_);
    stopping_ = true;
    timer_->cancel();
    if (current_ != nullptr) {
      current_->cancel();
    }
    changed_.wait(lock, [this] { return !running_; });
    channel_holder = std::move(stub_);
  }

  absl::Status send(Utterance utterance) {
    absl::StatusOr<v1::StreamUtterancesRequest> request = make_request(std::move(utterance), conversations_);
    if (!request.ok()) {
      return request.status();
    }
    const std::scoped_lock lock(mutex_);
    if (find(request->utterance_id()) != queue_.end()) {
      return absl::AlreadyExistsError(absl::StrCat("utterance ", request->utterance_id(), " waits for its answer"));
    }
    if (queue_.size() >= options_.unanswered) {
      return absl::ResourceExhaustedError(absl::StrCat(queue_.size(), " utterances wait for an answer"));
    }
    queue_.push_back(*std::move(request));
    write_next();
    return absl::OkStatus();
  }

  absl::Status finish(absl::Duration limit) {
    std::unique_lock lock(mutex_);
    if (changed_.wait_for(lock, absl::ToChronoMilliseconds(std::min(limit, kLongestWait)),
                          [this] { return queue_.empty(); })) {
      return absl::OkStatus();
    }
    return absl::DeadlineExceededError(absl::StrCat(queue_.size(), " utterances were not answered"));
  }

  absl::StatusOr<Utterance> redact(Utterance utterance) {
    absl::StatusOr<v1::StreamUtterancesRequest> request = make_request(std::move(utterance), conversations_);
    if (!request.ok()) return request.status();
    return to_utterance(*request);
  }

  std::vector<Utterance> take_back() {
    const std::scoped_lock lock(mutex_);
    std::vector<Utterance> utterances;
    for (const v1::StreamUtterancesRequest& request : queue_) utterances.push_back(to_utterance(request));
    queue_.clear();
    next_ = 0;
    changed_.notify_all();
    return utterances;
  }

  std::size_t unanswered() const {
    const std::scoped_lock lock(mutex_);
    return queue_.size();
  }

 private:
  /// One opening of the stream; deletes itself when it is over.
  class Attempt final : public grpc::ClientBidiReactor<v1::StreamUtterancesRequest, v1::StreamUtterancesResponse> {
   public:
    explicit Attempt(std::shared_ptr<Impl> impl) : impl_(std::move(impl)) {}

    void begin() {
      impl_->stub_->async()->StreamUtterances(&context_, this);
      AddHold();  // Writes are started from other threads until a read fails.
      StartRead(&response_);
      StartCall();
    }

    void cancel() { context_.TryCancel(); }

    void write(const v1::StreamUtterancesRequest& request) {
      request_ = request;
      StartWrite(&request_);
    }

    void OnReadInitialMetadataDone(bool ok) override {
      if (ok) {
        impl_->connected();
      }
    }

    void OnReadDone(bool ok) override {
      if (ok) {
        impl_->take(response_);
        StartRead(&response_);
        return;
      }
      impl_->closed();
      RemoveHold();
    }

    void OnWriteDone(bool ok) override { impl_->written(ok); }

    void OnDone(const grpc::Status& status) override {
      const std::shared_ptr<Impl> impl = std::move(impl_);
      const absl::Status result = to_status(status);
      // Before finished() lets the owner go: gRPC aborts when the channel's last holder goes on one of its own threads.
      impl->detach();
      delete this;
      impl->finished(result);
    }

   private:
    std::shared_ptr<Impl> impl_;
    grpc::ClientContext context_;
    v1::StreamUtterancesRequest request_;
    v1::StreamUtterancesResponse response_;
  };

  using Queue = std::deque<v1::StreamUtterancesRequest>;

  Queue::iterator find(const std::string& id) {
    return std::find_if(queue_.begin(), queue_.end(), [&](const auto& each) { return each.utterance_id() == id; });
  }

  void write_next() {
    if (writable_ && !writing_ && next_ < queue_.size()) {
      writing_ = true;
      current_->write(queue_[next_++]);
    }
  }

  void written(bool ok) {
    const std::scoped_lock lock(mutex_);
    writing_ = false;
    if (ok) {
      write_next();
    } else {
      writable_ = false;
    }
  }

  void connected() {
    backoff_.reset();
    report_.set(ConnectionState::kConnected, "");
  }

  void take(const v1::StreamUtterancesResponse& response) {
    connected();
    {
      const std::scoped_lock lock(mutex_);
      if (find(response.utterance_id()) == queue_.end()) {
        return;  // Answered before the last reconnect already.
      }
    }
    if (handlers_.on_answer) {
      handlers_.on_answer({.utterance_id = response.utterance_id(),
                           .outcome = read_outcome(response.outcome()),
                           .reason = response.reason(),
                           .desk_version = response.desk_version()});
    }
    const std::scoped_lock lock(mutex_);
    const auto answered = find(response.utterance_id());
    if (answered == queue_.end()) return;  // Taken back meanwhile.
    if (static_cast<std::size_t>(answered - queue_.begin()) < next_) {
      --next_;
    }
    queue_.erase(answered);
    changed_.notify_all();
  }

  void detach() {
    const std::scoped_lock lock(mutex_);
    current_ = nullptr;
    writable_ = false;
  }

  void closed() {
    const std::scoped_lock lock(mutex_);
    writable_ = false;
  }

  void finished(const absl::Status& status) {
    const bool refusal = is_refusal(status);
    const absl::Duration wait = refusal ? options_.watch.refused_wait : backoff_.next();
    bool last = false;
    {
      const std::scoped_lock lock(mutex_);
      last = stopping_;
    }
    if (!last) {
      report_.set(state_after(status), status.ok() ? "the service ended the stream" : std::string(status.message()));
    }
    const std::scoped_lock lock(mutex_);
    running_ = false;
    changed_.notify_all();
    if (!stopping_) {
      timer_->start(wait, [self = shared_from_this()] { self->open(); });
    }
  }

  std::unique_ptr<v1::TranscriptService::Stub> stub_;
  domain::ConversationRedactors conversations_{kMostCalls};
  const TranscriptHandlers handlers_;
  const TranscriptOptions options_;
  ConnectionReport report_;   // Touched by one attempt at a time.
  Backoff backoff_;           // Likewise.
  mutable std::mutex mutex_;  // Guards what follows.
  std::condition_variable changed_;
  std::unique_ptr<Timer> timer_;
  Queue queue_;                 // Not answered yet, in the order of send().
  std::size_t next_ = 0;        // The first that this attempt has not written.
  Attempt* current_ = nullptr;  // To write to it and cancel it.
  bool running_ = false;        // An attempt exists or was not settled yet.
  bool writable_ = false;
  bool writing_ = false;
  bool stopping_ = false;
};

TranscriptStream::TranscriptStream(std::shared_ptr<grpc::Channel> channel, TranscriptHandlers handlers,
                                   TranscriptOptions options)
    : impl_(std::make_shared<Impl>(channel, std::move(handlers), std::move(options))) {
  impl_->open();
}

TranscriptStream::~TranscriptStream() { impl_->stop(); }

absl::Status TranscriptStream::send(Utterance utterance) { return impl_->send(std::move(utterance)); }

absl::Status TranscriptStream::finish(absl::Duration limit) { return impl_->finish(limit); }

absl::StatusOr<Utterance> TranscriptStream::redact(Utterance utterance) { return impl_->redact(std::move(utterance)); }

std::vector<Utterance> TranscriptStream::take_back() { return impl_->take_back(); }

std::size_t TranscriptStream::unanswered() const { return impl_->unanswered(); }

}  // namespace aandacht::net
