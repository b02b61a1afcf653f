#include "aandacht/v1/library.grpc.pb.h"
#include "service/rpc/answers.h"
#include "service/rpc/services.h"
#include "shared/wire/library.h"

namespace aandacht::rpc {
namespace {

class LibraryService final : public v1::LibraryService::CallbackService {
 public:
  explicit LibraryService(core::Core& core) : core_(core) {}

  grpc::ServerUnaryReactor* SearchWhys(grpc::CallbackServerContext* context, const v1::SearchWhysRequest* request,
                                       v1::SearchWhysResponse* response) override {
    const auto whys = core_.bookshelf().search(request->query(), request->language(), request->queue(), request->page_size());
    if (whys.ok()) {
      for (const domain::Why& why : *whys) *response->add_whys() = wire::to_proto(why);
    }
    return finish(context->DefaultReactor(), whys.status());
  }

  grpc::ServerUnaryReactor* ListWhys(grpc::CallbackServerContext* context, const v1::ListWhysRequest* request,
                                     v1::ListWhysResponse* response) override {
    const auto page = core_.bookshelf().whys(request->language(), request->page_size(), request->page_token());
    if (page.ok()) {
      for (const domain::Why& why : page->rows) *response->add_whys() = wire::to_proto(why);
      response->set_next_page_token(page->next);
    }
    return finish(context->DefaultReactor(), page.status());
  }

  grpc::ServerUnaryReactor* PutWhys(grpc::CallbackServerContext* context, const v1::PutWhysRequest* request,
                                    v1::PutWhysResponse* response) override {
    grpc::ServerUnaryReactor* reactor = context->DefaultReactor();
    std::vector<domain::Why> whys;
    for (const v1::Why& message : request->whys()) {
      absl::StatusOr<domain::Why> why = wire::from_proto(message);
      if (!why.ok()) return finish(reactor, why.status());
      whys.push_back(*std::move(why));
    }
    core_.bookshelf().put(request->request_id(), std::move(whys), [reactor, response](const absl::StatusOr<int>& stored) {
      if (stored.ok()) response->set_stored_count(*stored);
      reactor->Finish(to_grpc(stored.status()));
    });
    return reactor;
  }

  grpc::ServerUnaryReactor* ListCoachRules(grpc::CallbackServerContext* context, const v1::ListCoachRulesRequest* request,
                                           v1::ListCoachRulesResponse* response) override {
    const auto page = core_.bookshelf().rules(request->language(), request->page_size(), request->page_token());
    if (page.ok()) {
      for (const domain::CoachRule& rule : page->rows) *response->add_rules() = wire::to_proto(rule);
      response->set_next_page_token(page->next);
    }
    return finish(context->DefaultReactor(), page.status());
  }

 private:
  core::Core& core_;
};

}  // namespace

std::unique_ptr<grpc::Service> make_library_service(core::Core& core) { return std::make_unique<LibraryService>(core); }

}  // namespace aandacht::rpc
