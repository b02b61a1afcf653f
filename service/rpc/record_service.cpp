#include "aandacht/v1/records.grpc.pb.h"
#include "absl/strings/str_cat.h"
#include "service/rpc/answers.h"
#include "service/rpc/services.h"
#include "service/rpc/turn_record.h"
#include "shared/wire/records.h"
#include "shared/wire/time.h"

namespace aandacht::rpc {
namespace {

v1::QuestionGroup to_proto(const store::QuestionGroup& group) {
  v1::QuestionGroup message;
  message.set_group_id(group.group);
  message.set_language(group.language);
  message.set_words(group.words);
  message.set_count(group.count);
  *message.mutable_first_day() = wire::to_proto(group.first_day);
  for (const std::string& id : group.merged) message.add_merged_group_ids(id);
  for (const store::QuestionDay& day : group.days) {
    v1::QuestionDay& each = *message.add_days();
    *each.mutable_day() = wire::to_proto(day.day);
    each.set_count(day.count);
  }
  return message;
}

// Unary calls are taken as bytes, to be read leniently.
using RawSurveys = v1::RecordService::WithRawCallbackMethod_ImportSurveyAnswers<v1::RecordService::Service>;
using RawQuestions = v1::RecordService::WithRawCallbackMethod_GetQuestionGroup<
    v1::RecordService::WithRawCallbackMethod_ListQuestionGroups<RawSurveys>>;
using RawService = v1::RecordService::WithRawCallbackMethod_ListTurns<
    v1::RecordService::WithRawCallbackMethod_ListCustomers<v1::RecordService::WithRawCallbackMethod_GetCustomer<
        v1::RecordService::WithRawCallbackMethod_ImportCustomers<RawQuestions>>>>;

absl::StatusOr<absl::CivilDay> day_or_first(bool given, const google::protobuf::Timestamp& day) {
  if (!given) return absl::CivilDay(1, 1, 1);
  absl::StatusOr<absl::CivilDay> from = wire::day_from_proto(day);
  if (!from.ok()) return absl::InvalidArgumentError("from_day is out of range");
  return from;
}

// A call that is not the caller's to see is one that is not there; the sentence is the store's own.
absl::Status not_shown(const std::string& call_id) {
  return absl::NotFoundError(absl::StrCat("there is no call \"", call_id, "\""));
}

class RecordService final : public RawService {
 public:
  explicit RecordService(core::Core& core) : core_(core) {}

  grpc::ServerUnaryReactor* ImportCustomers(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                            grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &RecordService::import_customers);
  }

  grpc::ServerUnaryReactor* ImportSurveyAnswers(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                                grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &RecordService::import_surveys);
  }

  grpc::ServerUnaryReactor* GetCustomer(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                        grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &RecordService::get_customer);
  }

  grpc::ServerUnaryReactor* ListCustomers(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                          grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &RecordService::list_customers);
  }

  grpc::ServerUnaryReactor* ListTurns(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                      grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &RecordService::list_turns);
  }

  grpc::ServerUnaryReactor* ListQuestionGroups(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                               grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &RecordService::list_question_groups);
  }

  grpc::ServerUnaryReactor* GetQuestionGroup(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                             grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &RecordService::get_question_group);
  }

 private:
  void import_customers(const v1::ImportCustomersRequest& request, const Answer<v1::ImportCustomersResponse>& answer) {
    std::vector<std::pair<int, domain::Customer>> customers;
    std::vector<core::ImportRefusal> rejected;
    for (int i = 0; i < request.customers_size(); ++i) {
      absl::StatusOr<domain::Customer> customer = wire::from_proto(request.customers(i));
      if (customer.ok()) {
        customers.emplace_back(i, *std::move(customer));
      } else {
        rejected.push_back({i, std::string(customer.status().message())});
      }
    }
    core_.records().import_customers(request.request_id(), std::move(customers), std::move(rejected),
                                     [answer](const absl::StatusOr<core::Imported>& imported) {
                                       if (imported.ok()) fill(*imported, &answer.response());
                                       answer.finish(imported.status());
                                     });
  }

  void import_surveys(const v1::ImportSurveyAnswersRequest& request,
                      const Answer<v1::ImportSurveyAnswersResponse>& answer) {
    std::vector<core::SurveyAnswer> answers;
    for (const v1::SurveyAnswer& each : request.answers()) {
      answers.push_back({each.call_id(), each.effectiveness(), each.ease(), each.emotion()});
    }
    core_.records().import_surveys(request.request_id(), answers,
                                   [answer](const absl::StatusOr<core::Imported>& imported) {
                                     if (imported.ok()) fill(*imported, &answer.response());
                                     answer.finish(imported.status());
                                   });
  }

  void get_customer(const v1::GetCustomerRequest& request, const Answer<v1::GetCustomerResponse>& answer) {
    const auto customer = core_.records().customer(request.external_id(), request.phone());
    if (customer.ok()) *answer.response().mutable_customer() = wire::to_proto(*customer);
    answer.finish(customer.status());
  }

  void list_customers(const v1::ListCustomersRequest& request, const Answer<v1::ListCustomersResponse>& answer) {
    const auto page = core_.records().customers(request.page_size(), request.page_token());
    if (page.ok()) {
      for (const domain::Customer& customer : page->rows) *answer.response().add_customers() = wire::to_proto(customer);
      answer.response().set_next_page_token(page->next);
    }
    answer.finish(page.status());
  }

  // The agent whose call it was can read who looked, so that is on disk before a turn is shown.
  void list_turns(const v1::ListTurnsRequest& request, const Answer<v1::ListTurnsResponse>& answer) {
    const security::Caller& caller = answer.caller();
    const auto call = core_.records().call(request.call_id());
    if (!call.ok()) return answer.finish(call.status());
    if (!may_see(caller, call->agent_id, core_.teams())) return answer.finish(not_shown(call->call_id));
    const auto page = core_.records().turns(request.call_id(), request.page_size(), request.page_token());
    if (!page.ok()) return answer.finish(page.status());
    for (const store::TurnRecord& turn : page->rows) *answer.response().add_turns() = turn_to_proto(turn);
    answer.response().set_next_page_token(page->next);
    if (caller.role == security::Role::kAgent) return answer.finish(absl::OkStatus());  // Their own: nobody looked.
    core_.own_side().note_look({call->agent_id, known_as(caller), absl::StrCat("turns ", call->call_id), ""},
                               [answer](const absl::StatusOr<bool>& noted) { answer.finish(noted.status()); });
  }

  void list_question_groups(const v1::ListQuestionGroupsRequest& request,
                            const Answer<v1::ListQuestionGroupsResponse>& answer) {
    const absl::StatusOr<absl::CivilDay> from = day_or_first(request.has_from_day(), request.from_day());
    if (!from.ok()) return answer.finish(from.status());
    const auto page = core_.records().question_groups(*from, request.page_size(), request.page_token());
    if (page.ok()) {
      for (const store::QuestionGroup& group : page->rows) *answer.response().add_groups() = to_proto(group);
      answer.response().set_next_page_token(page->next);
    }
    answer.finish(page.status());
  }

  void get_question_group(const v1::GetQuestionGroupRequest& request,
                          const Answer<v1::GetQuestionGroupResponse>& answer) {
    const absl::StatusOr<absl::CivilDay> from = day_or_first(request.has_from_day(), request.from_day());
    if (!from.ok()) return answer.finish(from.status());
    const auto group = core_.records().question_group(request.group_id(), *from);
    if (group.ok()) *answer.response().mutable_group() = to_proto(*group);
    answer.finish(group.status());
  }

  template <typename Response>
  static void fill(const core::Imported& imported, Response* response) {
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
