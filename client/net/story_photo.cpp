#include "client/net/story_photo.h"

#include <grpcpp/grpcpp.h>

#include <utility>

#include "aandacht/v1/stories.grpc.pb.h"
#include "client/net/channel.h"
#include "client/net/latest_question.h"

namespace aandacht::net {
namespace {

constexpr int kLargestSide = 256;

absl::StatusOr<Photo> photo_of(const grpc::Status& status, v1::GetStoryPhotoResponse& response) {
  if (!status.ok()) return to_status(status);
  const auto fits = [](int side) { return side >= 1 && side <= kLargestSide; };
  if (!fits(response.width()) || !fits(response.height()) ||
      response.pixels().size() != static_cast<std::size_t>(response.width() * response.height()) * 3) {
    return absl::InternalError("the service sent a photo whose pixels do not fit its size");
  }
  return Photo{response.width(), response.height(), std::move(*response.mutable_pixels())};
}

}  // namespace

struct StoryPhoto::Questions final
    : LatestQuestion<v1::StoryService, v1::GetStoryPhotoRequest, v1::GetStoryPhotoResponse> {
  using LatestQuestion::LatestQuestion;
};

StoryPhoto::StoryPhoto(std::shared_ptr<grpc::Channel> channel, absl::Duration timeout)
    : questions_(std::make_unique<Questions>(channel, &v1::StoryService::Stub::AsyncGetStoryPhoto, timeout)) {}

StoryPhoto::~StoryPhoto() = default;

void StoryPhoto::ask(const std::string& story_id, Answer answer) {
  v1::GetStoryPhotoRequest request;
  request.set_story_id(story_id);
  questions_->ask(std::move(request),
                  [answer = std::move(answer)](const grpc::Status& status, v1::GetStoryPhotoResponse& response) {
                    answer(photo_of(status, response));
                  });
}

}  // namespace aandacht::net
