#include "client/ctl/story_client.h"

#include <grpcpp/grpcpp.h>

#include "aandacht/v1/stories.grpc.pb.h"
#include "absl/time/clock.h"
#include "client/net/channel.h"
#include "shared/wire/repair.h"
#include "shared/wire/time.h"

namespace aandacht::ctl {
namespace {

absl::StatusOr<ConsentedStory> from_proto(const v1::Story& message) {
  const auto given = wire::from_proto(message.consent().give_time());
  if (!given.ok()) return given.status();
  const auto expires = wire::from_proto(message.consent().expire_time());
  if (!expires.ok()) return expires.status();
  domain::Story story{message.id(),     message.customer(), message.language(), message.line(),
                      message.detail(), message.ending(),   *expires,           message.has_photo()};
  return ConsentedStory{std::move(story), *given, message.consent().purpose()};
}

void write_to(v1::Story& message, const ConsentedStory& story) {
  message.set_id(story.story.id);
  message.set_customer(story.story.customer);
  message.set_language(story.story.language);
  message.set_line(story.story.line);
  message.set_detail(story.story.detail);
  message.set_ending(story.story.ending);
  *message.mutable_consent()->mutable_give_time() = wire::to_proto(story.given);
  *message.mutable_consent()->mutable_expire_time() = wire::to_proto(story.story.expires);
  message.mutable_consent()->set_purpose(story.purpose);
}

}  // namespace

absl::Status StoryClient::ask(const std::function<grpc::Status(grpc::ClientContext&)>& question) const {
  grpc::ClientContext context;
  context.set_deadline(absl::ToChronoTime(absl::Now() + timeout_));
  return net::to_status(question(context));
}

absl::Status StoryClient::put(const std::string& request_id, const ConsentedStory& story, const std::string& picture) {
  v1::PutStoryRequest request;
  request.set_request_id(request_id);
  write_to(*request.mutable_story(), story);
  wire::repair_text(request);
  request.set_picture(picture);
  v1::PutStoryResponse response;
  return ask([&](grpc::ClientContext& context) {
    return v1::StoryService::NewStub(channel_)->PutStory(&context, request, &response);
  });
}

absl::Status StoryClient::withdraw(const std::string& request_id, const std::string& story_id) {
  v1::WithdrawStoryRequest request;
  request.set_request_id(request_id);
  request.set_story_id(story_id);
  v1::WithdrawStoryResponse response;
  return ask([&](grpc::ClientContext& context) {
    return v1::StoryService::NewStub(channel_)->WithdrawStory(&context, request, &response);
  });
}

absl::StatusOr<std::vector<ConsentedStory>> StoryClient::list() {
  v1::ListStoriesResponse response;
  const absl::Status status = ask([&](grpc::ClientContext& context) {
    return v1::StoryService::NewStub(channel_)->ListStories(&context, {}, &response);
  });
  if (!status.ok()) return status;
  std::vector<ConsentedStory> stories;
  for (const v1::Story& message : response.stories()) {
    absl::StatusOr<ConsentedStory> story = from_proto(message);
    if (!story.ok()) return story.status();
    stories.push_back(*std::move(story));
  }
  return stories;
}

}  // namespace aandacht::ctl
