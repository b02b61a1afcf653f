#include "client/net/why_list.h"

#include <grpcpp/grpcpp.h>

#include <chrono>
#include <mutex>
#include <utility>

#include "aandacht/v1/library.grpc.pb.h"
#include "client/net/channel.h"
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

  /// Tells what came; true when another page is to be asked for.
  bool goes_on(const std::shared_ptr<Listing>& listing, absl::Status status);
};

struct WhyList::Listing {
  Handlers handlers;
  std::unique_ptr<grpc::ClientContext> context;  // One a page.
  v1::ListWhysRequest request;
  v1::ListWhysResponse response;

  void prepare(absl::Duration timeout) {
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

bool WhyList::Shared::goes_on(const std::shared_ptr<Listing>& listing, absl::Status status) {
  const std::scoped_lock lock(mutex);
  if (newest != listing) return false;
  if (status.ok()) status = listing->tell_page();
  if (status.ok() && !listing->response.next_page_token().empty()) {
    listing->request.set_page_token(listing->response.next_page_token());
    listing->prepare(timeout);
    return true;
  }
  newest.reset();
  listing->handlers.on_end(status);
  return false;
}

WhyList::WhyList(std::shared_ptr<grpc::Channel> channel, absl::Duration timeout_of_a_page)
    : shared_(std::make_shared<Shared>(channel, timeout_of_a_page)) {}

WhyList::~WhyList() {
  const std::scoped_lock lock(shared_->mutex);
  if (shared_->newest) shared_->newest->context->TryCancel();
  shared_->newest.reset();
}

void WhyList::fetch(Handlers handlers) {
  const auto listing = std::make_shared<Listing>();
  listing->handlers = std::move(handlers);
  listing->request.set_page_size(kPage);
  {
    const std::scoped_lock lock(shared_->mutex);
    if (shared_->newest) shared_->newest->context->TryCancel();
    shared_->newest = listing;
    listing->prepare(shared_->timeout);
  }
  ask(shared_, listing);
}

// Without the mutex: gRPC may call back before the call that begins an rpc returns.
void WhyList::ask(const std::shared_ptr<Shared>& shared, const std::shared_ptr<Listing>& listing) {
  shared->stub->async()->ListWhys(listing->context.get(), &listing->request, &listing->response,
                                  [shared, listing](const grpc::Status& answer) {
                                    if (shared->goes_on(listing, to_status(answer))) ask(shared, listing);
                                  });
}

}  // namespace aandacht::net
