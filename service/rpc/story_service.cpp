#include "aandacht/v1/stories.grpc.pb.h"
#include "service/rpc/answers.h"
#include "service/rpc/services.h"
#include "service/rpc/times.h"
#include "shared/wire/time.h"

namespace aandacht::rpc {
namespace {

// Unary calls are taken as bytes, to be read leniently.
using RawService = v1::StoryService::WithRawCallbackMethod_GetStoryPhoto<
    v1::StoryService::WithRawCallbackMethod_ListStories<v1::StoryService::WithRawCallbackMethod_WithdrawStory<
        v1::StoryService::WithRawCallbackMethod_PutStory<v1::StoryService::Service>>>>;

absl::StatusOr<absl::Time> required_time(const std::string& field, bool given,
                                         const google::protobuf::Timestamp& message) {
  const absl::StatusOr<std::optional<absl::Time>> time = sender_time(field, given, message);
  if (!time.ok()) return time.status();
  if (!*time) return absl::InvalidArgumentError(absl::StrCat(field, " is missing; say what the customer agreed to"));
  return **time;
}

absl::StatusOr<store::StoryRecord> from_proto(const v1::Story& message) {
  const v1::Consent& consent = message.consent();
  const auto given = required_time("consent.give_time", consent.has_give_time(), consent.give_time());
  if (!given.ok()) return given.status();
  const auto expires = required_time("consent.expire_time", consent.has_expire_time(), consent.expire_time());
  if (!expires.ok()) return expires.status();
  domain::Story story{message.id(),     message.customer(), message.language(), message.line(),
                      message.detail(), message.ending(),   *expires,           false};
  return store::StoryRecord{std::move(story), *given, consent.purpose()};
}

v1::Story to_proto(const store::StoryRecord& record) {
  v1::Story message;
  message.set_id(record.story.id);
  message.set_customer(record.story.customer);
  message.set_language(record.story.language);
  message.set_line(record.story.line);
  message.set_detail(record.story.detail);
  message.set_ending(record.story.ending);
  message.set_has_photo(record.story.has_photo);
  v1::Consent& consent = *message.mutable_consent();
  *consent.mutable_give_time() = wire::to_proto(record.given);
  *consent.mutable_expire_time() = wire::to_proto(record.story.expires);
  consent.set_purpose(record.purpose);
  return message;
}

class StoryService final : public RawService {
 public:
  explicit StoryService(core::Core& core) : core_(core) {}

  grpc::ServerUnaryReactor* PutStory(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                     grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &StoryService::put);
  }

  grpc::ServerUnaryReactor* WithdrawStory(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                          grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &StoryService::withdraw);
  }

  grpc::ServerUnaryReactor* ListStories(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                        grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &StoryService::list);
  }

  grpc::ServerUnaryReactor* GetStoryPhoto(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                          grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &StoryService::photo);
  }

 private:
  void put(const v1::PutStoryRequest& request, const Answer<v1::PutStoryResponse>& answer) {
    absl::StatusOr<store::StoryRecord> story = from_proto(request.story());
    if (!story.ok()) return answer.finish(story.status());
    core_.stories().put(request.request_id(), *std::move(story), request.picture(),
                        [answer](const absl::StatusOr<bool>& put) { answer.finish(put.status()); });
  }

  void withdraw(const v1::WithdrawStoryRequest& request, const Answer<v1::WithdrawStoryResponse>& answer) {
    core_.stories().withdraw(request.request_id(), request.story_id(),
                             [answer](const absl::StatusOr<bool>& gone) { answer.finish(gone.status()); });
  }

  void list(const v1::ListStoriesRequest&, const Answer<v1::ListStoriesResponse>& answer) {
    const auto stories = core_.stories().list();
    if (stories.ok()) {
      for (const store::StoryRecord& story : *stories) *answer.response().add_stories() = to_proto(story);
    }
    answer.finish(stories.status());
  }

  void photo(const v1::GetStoryPhotoRequest& request, const Answer<v1::GetStoryPhotoResponse>& answer) {
    const absl::StatusOr<store::Photo> photo = core_.stories().photo(request.story_id());
    if (photo.ok()) {
      answer.response().set_width(photo->width);
      answer.response().set_height(photo->height);
      answer.response().set_pixels(photo->pixels);
    }
    answer.finish(photo.status());
  }

  core::Core& core_;
};

}  // namespace

std::unique_ptr<grpc::Service> make_story_service(core::Core& core) { return std::make_unique<StoryService>(core); }

}  // namespace aandacht::rpc
