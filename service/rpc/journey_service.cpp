#include "aandacht/v1/journeys.grpc.pb.h"
#include "absl/strings/str_cat.h"
#include "service/rpc/answers.h"
#include "service/rpc/services.h"
#include "shared/wire/records.h"

namespace aandacht::rpc {
namespace {

absl::StatusOr<core::CustomerFields> fields_of(const google::protobuf::FieldMask& mask) {
  if (mask.paths().empty()) return core::CustomerFields();
  core::CustomerFields fields{false, false, false, false, false, false};
  for (const std::string& path : mask.paths()) {
    if (path == "phones") {
      fields.phones = true;
    } else if (path == "since_year") {
      fields.since_year = true;
    } else if (path == "language") {
      fields.language = true;
    } else if (path == "address_form") {
      fields.address_form = true;
    } else if (path == "journey") {
      fields.journey = true;
    } else if (path == "company") {
      fields.company = true;
    } else if (path != "name" && path != "external_id") {
      return absl::InvalidArgumentError(
          absl::StrCat("\"", path, "\" is no field of Customer; take it out of the mask"));
    }
  }
  return fields;
}

// Unary calls are taken as bytes, to be read leniently.
using RawUpsert = v1::JourneyService::WithRawCallbackMethod_UpsertCustomers<v1::JourneyService::Service>;
using RawService = v1::JourneyService::WithRawCallbackMethod_AppendJourneySteps<RawUpsert>;

class JourneyService final : public RawService {
 public:
  explicit JourneyService(core::Core& core) : core_(core) {}

  grpc::ServerUnaryReactor* UpsertCustomers(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                            grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &JourneyService::upsert);
  }

  grpc::ServerUnaryReactor* AppendJourneySteps(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                               grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &JourneyService::append);
  }

 private:
  void upsert(const v1::UpsertCustomersRequest& request, const Answer<v1::UpsertCustomersResponse>& answer) {
    const absl::StatusOr<core::CustomerFields> fields = fields_of(request.update_mask());
    if (!fields.ok()) return answer.finish(fields.status());
    core::UpsertCustomers wish{request.request_id(),   request.SerializeAsString(), {}, {}, *fields,
                               request.validate_only()};
    for (int i = 0; i < request.customers_size(); ++i) {
      absl::StatusOr<domain::Customer> customer = wire::from_proto(request.customers(i));
      if (customer.ok()) {
        wish.customers.emplace_back(i, *std::move(customer));
      } else {
        wish.rejected.push_back({i, std::string(customer.status().message())});
      }
    }
    core_.journeys().upsert(std::move(wish), [answer](const absl::StatusOr<core::Upserted>& done) {
      if (!done.ok()) return answer.finish(done.status());
      answer.response().set_created_count(done->created);
      answer.response().set_changed_count(done->changed);
      answer.response().set_same_count(done->same);
      for (const core::ImportRefusal& refusal : done->refusals) {
        v1::CustomerRefusal& each = *answer.response().add_refusals();
        each.set_index(refusal.index);
        each.set_reason(refusal.reason);
      }
      answer.finish(absl::OkStatus());
    });
  }

  void append(const v1::AppendJourneyStepsRequest& request, const Answer<v1::AppendJourneyStepsResponse>& answer) {
    std::vector<core::IdentifiedStep> steps;
    for (const v1::IdentifiedStep& each : request.steps()) {
      absl::StatusOr<domain::JourneyStep> step = wire::from_proto(each.step());
      if (!step.ok()) {
        return answer.finish(absl::InvalidArgumentError(
            absl::StrCat("the step \"", each.step_id(), "\": ", std::string(step.status().message()))));
      }
      steps.push_back({each.step_id(), *std::move(step)});
    }
    core_.journeys().append(request.request_id(), request.external_id(), steps,
                            [answer](const absl::StatusOr<core::AppendedSteps>& done) {
                              if (done.ok()) {
                                answer.response().set_appended_count(done->appended);
                                answer.response().set_known_count(done->known);
                              }
                              answer.finish(done.status());
                            });
  }

  core::Core& core_;
};

}  // namespace

std::unique_ptr<grpc::Service> make_journey_service(core::Core& core) { return std::make_unique<JourneyService>(core); }

}  // namespace aandacht::rpc
