#include "client/ctl/service.h"

#include <grpcpp/grpcpp.h>

#include "aandacht/v1/calls.grpc.pb.h"
#include "aandacht/v1/desk.grpc.pb.h"
#include "aandacht/v1/energy.grpc.pb.h"
#include "aandacht/v1/library.grpc.pb.h"
#include "aandacht/v1/own.grpc.pb.h"
#include "aandacht/v1/records.grpc.pb.h"
#include "absl/time/clock.h"
#include "client/net/backoff.h"
#include "client/net/channel.h"
#include "shared/wire/calls.h"
#include "shared/wire/library.h"
#include "shared/wire/own.h"
#include "shared/wire/records.h"
#include "shared/wire/repair.h"
#include "shared/wire/time.h"

namespace aandacht::ctl {
namespace {

constexpr int kPage = 500;

/// Fetches page after page until the last.
template <typename Request, typename Response>
absl::Status pages(Request request, const std::function<absl::Status(const Request&, Response&)>& fetch,
                   const std::function<absl::Status(const Response&)>& take) {
  request.set_page_size(kPage);
  do {
    Response response;
    if (absl::Status fetched = fetch(request, response); !fetched.ok()) return fetched;
    if (absl::Status taken = take(response); !taken.ok()) return taken;
    request.set_page_token(response.next_page_token());
  } while (!request.page_token().empty());
  return absl::OkStatus();
}

absl::StatusOr<QuestionGroup> group_from(const v1::QuestionGroup& message) {
  QuestionGroup group{message.group_id(), message.language(), message.words(), message.count(), {}, {}, {}};
  const auto first_day = wire::day_from_proto(message.first_day());
  if (!first_day.ok()) return first_day.status();
  group.first_day = *first_day;
  for (const v1::QuestionDay& each : message.days()) {
    const auto day = wire::day_from_proto(each.day());
    if (!day.ok()) return day.status();
    group.days.emplace_back(*day, each.count());
  }
  group.merged.assign(message.merged_group_ids().begin(), message.merged_group_ids().end());
  return group;
}

std::string band_word(v1::EnergyBand band) {
  switch (band) {
    case v1::ENERGY_BAND_TOO_FEW:
      return "too_few";
    case v1::ENERGY_BAND_CALM:
      return "calm";
    case v1::ENERGY_BAND_BUSY:
      return "busy";
    case v1::ENERGY_BAND_HEAVY:
      return "heavy";
    default:
      return "unknown";
  }
}

}  // namespace

bool can_connect(grpc::Channel& channel, absl::Duration limit) {
  const auto deadline = absl::ToChronoTime(absl::Now() + limit);
  grpc_connectivity_state state = channel.GetState(/*try_to_connect=*/true);
  while (state != GRPC_CHANNEL_READY) {
    if (state == GRPC_CHANNEL_TRANSIENT_FAILURE || state == GRPC_CHANNEL_SHUTDOWN) return false;
    if (!channel.WaitForStateChange(state, deadline)) return false;
    state = channel.GetState(/*try_to_connect=*/true);
  }
  return true;
}

Service::Service(std::shared_ptr<grpc::Channel> channel, ServiceOptions options)
    : channel_(std::move(channel)), options_(std::move(options)) {}

absl::Status Service::ask(const std::function<grpc::Status(grpc::ClientContext&)>& question) {
  net::Backoff backoff({.first = absl::Milliseconds(50), .longest = absl::Seconds(2)}, net::system_randomness());
  absl::Duration left = options_.timeout;
  for (;;) {
    grpc::ClientContext context;
    context.set_deadline(absl::ToChronoTime(absl::Now() + left));
    const absl::Status status = net::to_status(question(context));
    const bool away = status.code() == absl::StatusCode::kUnavailable && answered_;
    if (status.code() != absl::StatusCode::kUnavailable) answered_ = true;
    if (!away && status.code() != absl::StatusCode::kResourceExhausted) return status;
    const absl::Duration wait = backoff.next();
    left -= wait;
    if (left <= absl::ZeroDuration()) return status;
    options_.sleep(wait);
  }
}

absl::StatusOr<ImportAnswer> Service::import_customers(const std::string& request_id,
                                                       std::span<const domain::Customer> customers) {
  v1::ImportCustomersRequest request;
  request.set_request_id(request_id);
  for (const domain::Customer& customer : customers) *request.add_customers() = wire::to_proto(customer);
  wire::repair_text(request);
  v1::ImportCustomersResponse response;
  const absl::Status status = ask([&](grpc::ClientContext& context) {
    return v1::RecordService::NewStub(channel_)->ImportCustomers(&context, request, &response);
  });
  if (!status.ok()) return status;
  ImportAnswer answer{.stored = response.stored_count()};
  for (const auto& refusal : response.refusals()) answer.refusals.push_back({refusal.index(), refusal.reason()});
  return answer;
}

absl::StatusOr<ImportAnswer> Service::import_surveys(const std::string& request_id,
                                                     std::span<const SurveyAnswer> answers) {
  v1::ImportSurveyAnswersRequest request;
  request.set_request_id(request_id);
  for (const SurveyAnswer& answer : answers) {
    v1::SurveyAnswer& message = *request.add_answers();
    message.set_call_id(answer.call_id);
    message.set_effectiveness(answer.effectiveness);
    message.set_ease(answer.ease);
    message.set_emotion(answer.emotion);
  }
  wire::repair_text(request);
  v1::ImportSurveyAnswersResponse response;
  const absl::Status status = ask([&](grpc::ClientContext& context) {
    return v1::RecordService::NewStub(channel_)->ImportSurveyAnswers(&context, request, &response);
  });
  if (!status.ok()) return status;
  ImportAnswer told{.stored = response.stored_count()};
  for (const auto& refusal : response.refusals()) told.refusals.push_back({refusal.index(), refusal.reason()});
  return told;
}

absl::StatusOr<domain::Customer> Service::customer_by_id(const std::string& external_id) {
  v1::GetCustomerRequest request;
  request.set_external_id(external_id);
  v1::GetCustomerResponse response;
  const absl::Status status = ask([&](grpc::ClientContext& context) {
    return v1::RecordService::NewStub(channel_)->GetCustomer(&context, request, &response);
  });
  if (!status.ok()) return status;
  return wire::from_proto(response.customer());
}

absl::StatusOr<domain::Customer> Service::customer_by_phone(const std::string& phone) {
  v1::GetCustomerRequest request;
  request.set_phone(phone);
  v1::GetCustomerResponse response;
  const absl::Status status = ask([&](grpc::ClientContext& context) {
    return v1::RecordService::NewStub(channel_)->GetCustomer(&context, request, &response);
  });
  if (!status.ok()) return status;
  return wire::from_proto(response.customer());
}

absl::Status Service::list_customers(const std::function<void(const domain::Customer&)>& take) {
  const auto stub = v1::RecordService::NewStub(channel_);
  return pages<v1::ListCustomersRequest, v1::ListCustomersResponse>(
      {},
      [&](const v1::ListCustomersRequest& request, v1::ListCustomersResponse& response) {
        return ask([&](grpc::ClientContext& context) { return stub->ListCustomers(&context, request, &response); });
      },
      [&](const v1::ListCustomersResponse& response) {
        for (const v1::Customer& message : response.customers()) {
          const absl::StatusOr<domain::Customer> customer = wire::from_proto(message);
          if (!customer.ok()) return customer.status();
          take(*customer);
        }
        return absl::OkStatus();
      });
}

absl::Status Service::list_question_groups(std::optional<absl::CivilDay> from,
                                           const std::function<void(const QuestionGroup&)>& take) {
  const auto stub = v1::RecordService::NewStub(channel_);
  v1::ListQuestionGroupsRequest first;
  if (from) *first.mutable_from_day() = wire::to_proto(*from);
  return pages<v1::ListQuestionGroupsRequest, v1::ListQuestionGroupsResponse>(
      std::move(first),
      [&](const v1::ListQuestionGroupsRequest& request, v1::ListQuestionGroupsResponse& response) {
        return ask(
            [&](grpc::ClientContext& context) { return stub->ListQuestionGroups(&context, request, &response); });
      },
      [&](const v1::ListQuestionGroupsResponse& response) -> absl::Status {
        for (const v1::QuestionGroup& message : response.groups()) {
          const absl::StatusOr<QuestionGroup> group = group_from(message);
          if (!group.ok()) return group.status();
          take(*group);
        }
        return absl::OkStatus();
      });
}

absl::StatusOr<QuestionGroup> Service::question_group(const std::string& id, std::optional<absl::CivilDay> from) {
  v1::GetQuestionGroupRequest request;
  request.set_group_id(id);
  if (from) *request.mutable_from_day() = wire::to_proto(*from);
  v1::GetQuestionGroupResponse response;
  const absl::Status status = ask([&](grpc::ClientContext& context) {
    return v1::RecordService::NewStub(channel_)->GetQuestionGroup(&context, request, &response);
  });
  if (!status.ok()) return status;
  return group_from(response.group());
}

absl::StatusOr<std::vector<domain::Why>> Service::search_whys(const std::string& query, const std::string& language,
                                                              const std::string& queue, int limit) {
  v1::SearchWhysRequest request;
  request.set_query(query);
  request.set_language(language);
  request.set_queue(queue);
  request.set_page_size(limit);
  v1::SearchWhysResponse response;
  const absl::Status status = ask([&](grpc::ClientContext& context) {
    return v1::LibraryService::NewStub(channel_)->SearchWhys(&context, request, &response);
  });
  if (!status.ok()) return status;
  std::vector<domain::Why> whys;
  for (const v1::Why& message : response.whys()) {
    absl::StatusOr<domain::Why> why = wire::from_proto(message);
    if (!why.ok()) return why.status();
    whys.push_back(*std::move(why));
  }
  return whys;
}

absl::Status Service::list_whys(const std::string& language, const std::function<void(const domain::Why&)>& take) {
  const auto stub = v1::LibraryService::NewStub(channel_);
  v1::ListWhysRequest first;
  first.set_language(language);
  return pages<v1::ListWhysRequest, v1::ListWhysResponse>(
      first,
      [&](const v1::ListWhysRequest& request, v1::ListWhysResponse& response) {
        return ask([&](grpc::ClientContext& context) { return stub->ListWhys(&context, request, &response); });
      },
      [&](const v1::ListWhysResponse& response) {
        for (const v1::Why& message : response.whys()) {
          const absl::StatusOr<domain::Why> why = wire::from_proto(message);
          if (!why.ok()) return why.status();
          take(*why);
        }
        return absl::OkStatus();
      });
}

absl::StatusOr<int> Service::put_whys(const std::string& request_id, std::span<const domain::Why> whys) {
  v1::PutWhysRequest request;
  request.set_request_id(request_id);
  for (const domain::Why& why : whys) *request.add_whys() = wire::to_proto(why);
  wire::repair_text(request);
  v1::PutWhysResponse response;
  const absl::Status status = ask([&](grpc::ClientContext& context) {
    return v1::LibraryService::NewStub(channel_)->PutWhys(&context, request, &response);
  });
  if (!status.ok()) return status;
  return response.stored_count();
}

absl::StatusOr<std::int64_t> Service::report_call(const std::string& event_id, const std::string& agent_id,
                                                  const domain::CallReported& report, absl::Time occurred) {
  v1::ReportCallRequest request;
  request.set_event_id(event_id);
  request.set_agent_id(agent_id);
  request.set_call_id(report.call_id);
  request.set_event(wire::to_proto(report.event));
  *request.mutable_occur_time() = wire::to_proto(occurred);
  request.set_from(report.from);
  request.set_display_name(report.display_name);
  request.set_direction(wire::to_proto(report.direction));
  request.set_queue(report.queue);
  request.set_language(report.language);
  wire::repair_text(request);
  v1::ReportCallResponse response;
  const absl::Status status = ask([&](grpc::ClientContext& context) {
    return v1::CallService::NewStub(channel_)->ReportCall(&context, request, &response);
  });
  if (!status.ok()) return status;
  return response.desk_version();
}

absl::StatusOr<std::int64_t> Service::finish_wrap_up(const std::string& event_id, const std::string& agent_id,
                                                     const std::string& call_id) {
  v1::FinishWrapUpRequest request;
  request.set_event_id(event_id);
  request.set_agent_id(agent_id);
  request.set_call_id(call_id);
  v1::FinishWrapUpResponse response;
  const absl::Status status = ask([&](grpc::ClientContext& context) {
    return v1::DeskService::NewStub(channel_)->FinishWrapUp(&context, request, &response);
  });
  if (!status.ok()) return status;
  return response.desk_version();
}

absl::StatusOr<std::int64_t> Service::record_act(const std::string& event_id, const std::string& agent_id,
                                                 const domain::OwnAct& act) {
  v1::RecordActRequest request;
  request.set_event_id(event_id);
  request.set_agent_id(agent_id);
  *request.mutable_act() = wire::to_proto(act);
  wire::repair_text(request);
  v1::RecordActResponse response;
  const absl::Status status = ask([&](grpc::ClientContext& context) {
    return v1::OwnService::NewStub(channel_)->RecordAct(&context, request, &response);
  });
  if (!status.ok()) return status;
  return response.desk_version();
}

absl::StatusOr<EnergyAnswer> Service::team_energy() {
  v1::GetTeamEnergyResponse response;
  const absl::Status status = ask([&](grpc::ClientContext& context) {
    return v1::EnergyService::NewStub(channel_)->GetTeamEnergy(&context, {}, &response);
  });
  if (!status.ok()) return status;
  EnergyAnswer answer;
  for (const v1::TeamEnergy& team : response.teams()) {
    const auto since = wire::from_proto(team.since_time());
    const bool known = team.has_since_time() && since.ok();
    answer.teams.push_back({team.team_id(), band_word(team.band()), known ? *since : absl::InfinitePast()});
  }
  for (const v1::SharedEnergy& shared : response.shared()) {
    const auto until = wire::from_proto(shared.end_time());
    if (!until.ok()) return until.status();
    answer.shared.push_back({shared.agent_id(), band_word(shared.band()), *until});
  }
  return answer;
}

}  // namespace aandacht::ctl
