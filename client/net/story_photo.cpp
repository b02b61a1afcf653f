#include "client/net/story_photo.h"

#include <grpcpp/grpcpp.h>

#include <chrono>
#include <mutex>
#include <utility>

#include "aandacht/v1/stories.grpc.pb.h"
#include "client/net/channel.h"
#include "client/net/completion_thread.h"

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

struct StoryPhoto::Shared {
  explicit Shared(const std::shared_ptr<grpc::Channel>& channel) : stub(v1::StoryService::NewStub(channel)) {}

  std::unique_ptr<v1::StoryService::Stub> stub;
  std::mutex mutex;  // Guards newest.
  std::shared_ptr<Question> newest;
};

struct StoryPhoto::Question final : Step {
  /// Tells the answer unless a newer question was asked.
  void proceed(bool) override {
    const std::shared_ptr<Question> last = std::move(self);
    const std::scoped_lock lock(shared->mutex);
    if (shared->newest.get() != this) return;
    shared->newest.reset();
    answer(photo_of(status, response));
  }

  std::shared_ptr<Shared> shared;
  std::shared_ptr<Question> self;  // Until gRPC is done with it.
  grpc::ClientContext context;
  std::unique_ptr<grpc::ClientAsyncResponseReader<v1::GetStoryPhotoResponse>> reader;
  grpc::Status status;
  v1::GetStoryPhotoRequest request;
  v1::GetStoryPhotoResponse response;
  Answer answer;
};

StoryPhoto::StoryPhoto(std::shared_ptr<grpc::Channel> channel, absl::Duration timeout)
    : shared_(std::make_shared<Shared>(channel)), timeout_(timeout) {}

StoryPhoto::~StoryPhoto() {
  {
    // The mutex is held while an answer is told, so nothing is told after this.
    const std::scoped_lock lock(shared_->mutex);
    if (shared_->newest) shared_->newest->context.TryCancel();
    shared_->newest.reset();
  }
  thread_.reset();
}

void StoryPhoto::ask(const std::string& story_id, Answer answer) {
  auto question = std::make_shared<Question>();
  question->context.set_deadline(std::chrono::system_clock::now() + absl::ToChronoMicroseconds(timeout_));
  question->request.set_story_id(story_id);
  question->answer = std::move(answer);
  {
    const std::scoped_lock lock(shared_->mutex);
    if (shared_->newest) shared_->newest->context.TryCancel();
    shared_->newest = question;
  }
  if (thread_ == nullptr) thread_ = std::make_unique<CompletionThread>();
  question->shared = shared_;
  question->self = question;
  question->reader = shared_->stub->AsyncGetStoryPhoto(&question->context, question->request, thread_->queue());
  question->reader->Finish(&question->response, &question->status, tag_of(question.get()));
}

}  // namespace aandacht::net
