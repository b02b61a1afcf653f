#include "aandacht/v1/library.grpc.pb.h"
#include "service/rpc/answers.h"
#include "service/rpc/services.h"
#include "shared/wire/library.h"

namespace aandacht::rpc {
namespace {

// Unary calls are taken as bytes, to be read leniently.
using RawService = v1::LibraryService::WithRawCallbackMethod_ListCoachRules<
    v1::LibraryService::WithRawCallbackMethod_PutWhys<v1::LibraryService::WithRawCallbackMethod_ListWhys<
        v1::LibraryService::WithRawCallbackMethod_SearchWhys<v1::LibraryService::Service>>>>;

class LibraryService final : public RawService {
 public:
  explicit LibraryService(core::Core& core) : core_(core) {}

  grpc::ServerUnaryReactor* SearchWhys(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                       grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &LibraryService::search_whys);
  }

  grpc::ServerUnaryReactor* ListWhys(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                     grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &LibraryService::list_whys);
  }

  grpc::ServerUnaryReactor* PutWhys(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                    grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &LibraryService::put_whys);
  }

  grpc::ServerUnaryReactor* ListCoachRules(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                           grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &LibraryService::list_coach_rules);
  }

 private:
  void search_whys(const v1::SearchWhysRequest& request, const Answer<v1::SearchWhysResponse>& answer) {
    const auto whys =
        core_.bookshelf().search(request.query(), request.language(), request.queue(), request.page_size());
    if (whys.ok()) {
      for (const domain::Why& why : *whys) *answer.response().add_whys() = wire::to_proto(why);
    }
    answer.finish(whys.status());
  }

  void list_whys(const v1::ListWhysRequest& request, const Answer<v1::ListWhysResponse>& answer) {
    const auto page = core_.bookshelf().whys(request.language(), request.page_size(), request.page_token());
    if (page.ok()) {
      for (const domain::Why& why : page->rows) *answer.response().add_whys() = wire::to_proto(why);
      answer.response().set_next_page_token(page->next);
    }
    answer.finish(page.status());
  }

  void put_whys(const v1::PutWhysRequest& request, const Answer<v1::PutWhysResponse>& answer) {
    std::vector<domain::Why> whys;
    for (const v1::Why& message : request.whys()) {
      absl::StatusOr<domain::Why> why = wire::from_proto(message);
      if (!why.ok()) return answer.finish(why.status());
      whys.push_back(*std::move(why));
    }
    const security::Caller& caller = answer.caller();
    const domain::Editor who =
        caller.role ? domain::Editor{caller.id, caller.name} : domain::Editor{"import", "import"};
    core_.bookshelf().put(
        request.request_id(), whys,
        [answer](const absl::StatusOr<int>& stored) {
          if (stored.ok()) answer.response().set_stored_count(*stored);
          answer.finish(stored.status());
        },
        who);
  }

  void list_coach_rules(const v1::ListCoachRulesRequest& request, const Answer<v1::ListCoachRulesResponse>& answer) {
    const auto page = core_.bookshelf().rules(request.language(), request.page_size(), request.page_token());
    if (page.ok()) {
      for (const domain::CoachRule& rule : page->rows) *answer.response().add_rules() = wire::to_proto(rule);
      answer.response().set_next_page_token(page->next);
    }
    answer.finish(page.status());
  }

  core::Core& core_;
};

}  // namespace

std::unique_ptr<grpc::Service> make_library_service(core::Core& core) { return std::make_unique<LibraryService>(core); }

}  // namespace aandacht::rpc
