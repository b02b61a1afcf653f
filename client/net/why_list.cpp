#include "client/net/why_list.h"

#include <grpcpp/grpcpp.h>

#include <chrono>
#include <mutex>
#include <utility>

#include "aandacht/v1/library.grpc.pb.h"
#include "client/net/channel.h"
#include "client/net/completion_thread.h"
#include "shared/wire/library.h"

namespace aandacht::net {
namespace {

constexpr int kPage = 50;

}  // namespace

struct WhyList::Shared {
  Shared(const std::shared_ptr<grpc::Channel>& channel, absl::Duration page_timeout)
      : stub(v1::LibraryService::NewStub(channel)), timeout(page_timeout) {}

  const std::unique_ptr<v1::LibraryService::Stub> stub;
  const absl::Duration timeout;
  std::mutex mutex;  // Guards newest; held while a handler runs.
  std::shared_ptr<Listing> newest;

  CompletionThread* thread = nullptr;  // Of the list.

  /// With the mutex held: asks for the listing's next page.
  void ask(const std::shared_ptr<Listing>& listing);
  /// Tells what came and asks for what comes next.
  void take(const std::shared_ptr<Listing>& listing, absl::Status status);
};

struct WhyList::Listing final : Step {
  void proceed(bool) override {
    const std::shared_ptr<Listing> kept = std::move(self);
    shared->take(kept, to_status(answer));
  }

  Handlers handlers;
  std::shared_ptr<Shared> shared;
  std::shared_ptr<Listing> self;                 // While gRPC works for it.
  std::unique_ptr<grpc::ClientContext> context;  // One a page.
  std::unique_ptr<grpc::ClientAsyncResponseReader<v1::ListWhysResponse>> reader;
  grpc::Status answer;
  v1::ListWhysRequest request;
  v1::ListWhysResponse response;

  void prepare(absl::Duration timeout) {
    reader.reset();  // It lies in the context's memory.
    context = std::make_unique<grpc::ClientContext>();
    context->set_deadline(std::chrono::system_clock::now() + absl::ToChronoMicroseconds(timeout));
    response.Clear();
  }

  /// OK: the page was told.
  absl::Status tell_page() {
    std::vector<domain::Why> whys;
    for (const v1::Why& message : response.whys()) {
      absl::StatusOr<domain::Why> why = wire::from_proto(message);
      if (!why.ok()) return why.status();
      whys.push_back(*std::move(why));
    }
    handlers.on_page(std::move(whys));
    return absl::OkStatus();
  }
};

void WhyList::Shared::ask(const std::shared_ptr<Listing>& listing) {
  listing->prepare(timeout);
  listing->self = listing;
  listing->reader = stub->AsyncListWhys(listing->context.get(), listing->request, thread->queue());
  listing->reader->Finish(&listing->response, &listing->answer, tag_of(listing.get()));
}

void WhyList::Shared::take(const std::shared_ptr<Listing>& listing, absl::Status status) {
  const std::scoped_lock lock(mutex);
  if (newest != listing) return;
  if (status.ok()) status = listing->tell_page();
  if (status.ok() && !listing->response.next_page_token().empty()) {
    listing->request.set_page_token(listing->response.next_page_token());
    return ask(listing);
  }
  newest.reset();
  listing->handlers.on_end(status);
}

WhyList::WhyList(std::shared_ptr<grpc::Channel> channel, absl::Duration timeout_of_a_page)
    : shared_(std::make_shared<Shared>(channel, timeout_of_a_page)) {}

WhyList::~WhyList() {
  {
    const std::scoped_lock lock(shared_->mutex);
    if (shared_->newest) shared_->newest->context->TryCancel();
    shared_->newest.reset();
  }
  thread_.reset();  // From here on nothing is asked.
}

void WhyList::fetch(Handlers handlers) {
  const auto listing = std::make_shared<Listing>();
  listing->handlers = std::move(handlers);
  listing->shared = shared_;
  listing->request.set_page_size(kPage);
  if (thread_ == nullptr) thread_ = std::make_unique<CompletionThread>();
  const std::scoped_lock lock(shared_->mutex);
  shared_->thread = thread_.get();
  if (shared_->newest) shared_->newest->context->TryCancel();
  shared_->newest = listing;
  shared_->ask(listing);
}

}  // namespace aandacht::net
