#include "aandacht/v1/records.grpc.pb.h"
#include "service/rpc/answers.h"
#include "service/rpc/services.h"
#include "shared/wire/records.h"
#include "shared/wire/time.h"

namespace aandacht::rpc {
namespace {

v1::TurnRecord to_proto(const store::TurnRecord& turn) {
  v1::TurnRecord message;
  message.set_utterance_id(turn.utterance_id);
  message.set_speaker(wire::to_proto(turn.speaker));
  message.set_text(turn.text);
  message.set_language(turn.language);
  *message.mutable_said_time() = wire::to_proto(turn.said);
  if (turn.sentiment) *message.mutable_sentiment() = wire::to_proto(*turn.sentiment);
  return message;
}

class RecordService final : public v1::RecordService::CallbackService {
 public:
  explicit RecordService(core::Core& core) : core_(core) {}

  grpc::ServerUnaryReactor* ImportCustomers(grpc::CallbackServerContext* context, const v1::ImportCustomersRequest* request,
                                            v1::ImportCustomersResponse* response) override {
    grpc::ServerUnaryReactor* reactor = context->DefaultReactor();
    std::vector<std::pair<int, domain::Customer>> customers;
    std::vector<core::ImportRefusal> rejected;
    for (int i = 0; i < request->customers_size(); ++i) {
      absl::StatusOr<domain::Customer> customer = wire::from_proto(request->customers(i));
      if (customer.ok()) {
        customers.emplace_back(i, *std::move(customer));
      } else {
        rejected.push_back({i, std::string(customer.status().message())});
      }
    }
    core_.records().import_customers(request->request_id(), std::move(customers), std::move(rejected),
                                     [reactor, response](const absl::StatusOr<core::Imported>& imported) {
                                       if (imported.ok()) fill(*imported, response);
                                       reactor->Finish(to_grpc(imported.status()));
                                     });
    return reactor;
  }

  grpc::ServerUnaryReactor* GetCustomer(grpc::CallbackServerContext* context, const v1::GetCustomerRequest* request,
                                        v1::GetCustomerResponse* response) override {
    const auto customer = core_.records().customer(request->external_id(), request->phone());
    if (customer.ok()) *response->mutable_customer() = wire::to_proto(*customer);
    return finish(context->DefaultReactor(), customer.status());
  }

  grpc::ServerUnaryReactor* ListCustomers(grpc::CallbackServerContext* context, const v1::ListCustomersRequest* request,
                                          v1::ListCustomersResponse* response) override {
    const auto page = core_.records().customers(request->page_size(), request->page_token());
    if (page.ok()) {
      for (const domain::Customer& customer : page->rows) *response->add_customers() = wire::to_proto(customer);
      response->set_next_page_token(page->next);
    }
    return finish(context->DefaultReactor(), page.status());
  }

  grpc::ServerUnaryReactor* ListTurns(grpc::CallbackServerContext* context, const v1::ListTurnsRequest* request,
                                      v1::ListTurnsResponse* response) override {
    const auto page = core_.records().turns(request->call_id(), request->page_size(), request->page_token());
    if (page.ok()) {
      for (const store::TurnRecord& turn : page->rows) *response->add_turns() = to_proto(turn);
      response->set_next_page_token(page->next);
    }
    return finish(context->DefaultReactor(), page.status());
  }

 private:
  static void fill(const core::Imported& imported, v1::ImportCustomersResponse* response) {
    response->set_stored_count(imported.stored);
    for (const core::ImportRefusal& refusal : imported.refusals) {
      auto* message = response->add_refusals();
      message->set_index(refusal.index);
      message->set_reason(refusal.reason);
    }
  }

  core::Core& core_;
};

}  // namespace

std::unique_ptr<grpc::Service> make_record_service(core::Core& core) { return std::make_unique<RecordService>(core); }

}  // namespace aandacht::rpc
