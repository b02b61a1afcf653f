#include <utility>

#include "aandacht/v1/prompts.grpc.pb.h"
#include "client/net/prompts.h"
#include "client/net/watch_loop.h"
#include "shared/wire/prompts.h"
#include "spdlog/spdlog.h"

namespace aandacht::net {

class PromptWatch::Impl {
 public:
  Impl(const std::shared_ptr<grpc::Channel>& channel, PromptHandlers handlers, WatchOptions options)
      : stub_(v1::PromptService::NewStub(channel)), handlers_(std::move(handlers)) {
    loop_ = std::make_unique<WatchLoop<v1::WatchPromptsResponse>>(hooks(), std::move(options));
  }

 private:
  WatchLoop<v1::WatchPromptsResponse>::Hooks hooks() {
    return {.begin = [this](auto* context,
                            auto* queue) { return stub_->PrepareAsyncWatchPrompts(context, request_, queue); },
            .on_message = [this](const v1::WatchPromptsResponse& response) { return take(response); },
            .on_connection = handlers_.on_connection};
  }

  absl::Status take(const v1::WatchPromptsResponse& response) {
    PromptUpdate update;
    update.begins = response.begins();
    for (const v1::PushedPrompt& each : response.prompts()) {
      absl::StatusOr<domain::PushedPrompt> prompt = wire::from_proto(each);
      if (!prompt.ok()) {
        spdlog::error("stream of prompts: {}", prompt.status().ToString());
        return absl::InternalError(prompt.status().message());
      }
      update.prompts.push_back(*std::move(prompt));
    }
    if (handlers_.on_update) handlers_.on_update(std::move(update));
    return absl::OkStatus();
  }

  std::unique_ptr<v1::PromptService::Stub> stub_;
  const PromptHandlers handlers_;
  const v1::WatchPromptsRequest request_;
  std::unique_ptr<WatchLoop<v1::WatchPromptsResponse>> loop_;
};

PromptWatch::PromptWatch(std::shared_ptr<grpc::Channel> channel, PromptHandlers handlers, WatchOptions options)
    : impl_(std::make_unique<Impl>(channel, std::move(handlers), std::move(options))) {}

PromptWatch::~PromptWatch() = default;

}  // namespace aandacht::net
