#include "service/rpc/utterance_stream.h"

#include <utility>

#include "service/rpc/lenient.h"
#include "service/rpc/status.h"
#include "service/rpc/times.h"
#include "shared/wire/enums.h"

namespace aandacht::rpc {
namespace {

v1::UtteranceOutcome to_proto(core::UtteranceOutcome outcome) {
  switch (outcome) {
    case core::UtteranceOutcome::kStored:
      return v1::UTTERANCE_OUTCOME_STORED;
    case core::UtteranceOutcome::kDuplicate:
      return v1::UTTERANCE_OUTCOME_DUPLICATE;
    case core::UtteranceOutcome::kOnHold:
      return v1::UTTERANCE_OUTCOME_ON_HOLD;
    case core::UtteranceOutcome::kRefused:
      return v1::UTTERANCE_OUTCOME_REFUSED;
    case core::UtteranceOutcome::kUnknownCall:
      return v1::UTTERANCE_OUTCOME_UNKNOWN_CALL;
  }
  return v1::UTTERANCE_OUTCOME_UNSPECIFIED;
}

grpc::ByteBuffer answer_bytes(const std::string& utterance_id, const core::UtteranceAnswer& answer,
                              bool tells_version) {
  v1::StreamUtterancesResponse response;
  response.set_utterance_id(utterance_id);
  response.set_outcome(to_proto(answer.outcome));
  response.set_reason(answer.reason);
  if (tells_version) response.set_desk_version(answer.version);
  return to_bytes(response);
}

// What cannot be converted is refused with the reason; the stream goes on.
absl::StatusOr<core::SayUtterance> from_proto(const v1::StreamUtterancesRequest& request) {
  const auto speaker = wire::from_proto(request.speaker());
  if (!speaker) return absl::InvalidArgumentError("speaker is missing or not known here; send customer or agent");
  const auto said = sender_time("said_time", request.has_said_time(), request.said_time());
  if (!said.ok()) return said.status();
  return core::SayUtterance{
      request.utterance_id(),       request.call_id(), *speaker, request.text(), request.language(), *said,
      sender_delay(request.delay())};
}

core::UtteranceAnswer refused(const absl::Status& status) {
  return {core::UtteranceOutcome::kRefused, std::string(status.message()), 0};
}

}  // namespace

grpc::ServerBidiReactor<grpc::ByteBuffer, grpc::ByteBuffer>* UtteranceStream::open(core::Desks& desks, Streams& streams,
                                                                                   std::size_t in_flight,
                                                                                   const security::Caller& caller) {
  const std::shared_ptr<UtteranceStream> stream(new UtteranceStream(desks, streams, in_flight, caller));
  stream->self_ = stream;
  // Ahead of the answers: gRPC holds back a first answer that it is told more will follow, together with the head of
  // the stream, and never says that it was written.
  stream->StartSendInitialMetadata();
  if (streams.add(stream)) {
    stream->pump();
  } else {
    stream->end(absl::UnavailableError("the service is stopping; open the stream again"));
  }
  return stream.get();
}

bool UtteranceStream::wants_read() {
  if (reading_ || ending_ || finished_ || places_.size() >= in_flight_) return false;
  reading_ = true;
  return true;
}

UtteranceStream::Step UtteranceStream::next_step(bool* more) {
  if (writing_ || finished_) return Step::kNothing;
  if (!places_.empty() && places_.front().answer) {
    const Place place = std::move(places_.front());
    places_.pop_front();
    ++first_;
    if (place.answer->ok()) {
      response_ = answer_bytes(place.utterance_id, **place.answer, tells_version_);
      *more = !places_.empty() && places_.front().answer.has_value();
      writing_ = true;
      return Step::kWrite;
    }
    // Not taken: this one and all after it are to be sent again.
    ending_ = place.answer->status();
    places_.clear();
  }
  if (!ending_ || !places_.empty()) return Step::kNothing;
  finished_ = true;
  return Step::kFinish;
}

void UtteranceStream::pump() {
  bool more = false;
  bool read = false;
  Step step = Step::kNothing;
  absl::Status status;
  {
    const std::lock_guard lock(mutex_);
    step = next_step(&more);
    read = wants_read();
    if (ending_) status = *ending_;
  }
  if (read) StartRead(&request_);
  if (step == Step::kWrite)
    StartWrite(&response_, more ? grpc::WriteOptions().set_buffer_hint() : grpc::WriteOptions());
  if (step == Step::kFinish) Finish(to_grpc(status));
}

void UtteranceStream::end(const absl::Status& status) {
  {
    const std::lock_guard lock(mutex_);
    if (!ending_) ending_ = status;
  }
  pump();
}

// The other side is gone: nobody waits for answers any more.
void UtteranceStream::end_now(const absl::Status& status) {
  {
    const std::lock_guard lock(mutex_);
    ending_ = status;
    first_ += places_.size();
    places_.clear();
  }
  pump();
}

void UtteranceStream::settle(std::uint64_t number, absl::StatusOr<core::UtteranceAnswer> answer) {
  const std::lock_guard lock(mutex_);
  if (number < first_ || number - first_ >= places_.size()) return;
  places_[number - first_].answer = std::move(answer);
}

void UtteranceStream::take() {
  v1::StreamUtterancesRequest request;
  if (!parse_lenient(request_, request)) {
    return end(absl::InvalidArgumentError("a message is no StreamUtterancesRequest; check the sender's contract"));
  }
  std::uint64_t number = 0;
  {
    const std::lock_guard lock(mutex_);
    if (ending_) return;
    number = first_ + places_.size();
    places_.push_back({request.utterance_id(), std::nullopt});
  }
  absl::StatusOr<core::SayUtterance> said = from_proto(request);
  if (!said.ok()) return settle(number, refused(said.status()));
  said->only_of = only_of_;
  const std::weak_ptr<UtteranceStream> weak = weak_from_this();
  desks_.say_utterance(*std::move(said),
                       [weak, number, &streams = streams_](absl::StatusOr<core::UtteranceAnswer> answer) {
                         if (const std::shared_ptr<UtteranceStream> stream = weak.lock()) {
                           stream->settle(number, std::move(answer));
                           streams.wake(stream);
                         }
                       });
}

void UtteranceStream::OnReadDone(bool ok) {
  if (!ok) {
    {
      const std::lock_guard lock(mutex_);
      reading_ = false;
    }
    return end(absl::OkStatus());
  }
  take();
  {
    const std::lock_guard lock(mutex_);
    reading_ = false;
  }
  pump();
}

void UtteranceStream::OnWriteDone(bool ok) {
  {
    const std::lock_guard lock(mutex_);
    writing_ = false;
  }
  if (ok) {
    pump();
  } else {
    end_now(absl::CancelledError("the sender went away"));
  }
}

void UtteranceStream::OnCancel() { end_now(absl::CancelledError("the sender went away")); }

void UtteranceStream::OnDone() {
  streams_.remove(shared_from_this());
  const std::shared_ptr<UtteranceStream> last = std::move(self_);
}

}  // namespace aandacht::rpc
