#include "aandacht/v1/own.grpc.pb.h"
#include "service/rpc/answers.h"
#include "service/rpc/export_lines.h"
#include "service/rpc/list_stream.h"
#include "service/rpc/services.h"
#include "service/rpc/times.h"
#include "shared/wire/my_day.h"
#include "shared/wire/own.h"

namespace aandacht::rpc {
namespace {

// Unary calls are taken as bytes, to be read leniently.
using RawUnary = v1::OwnService::WithRawCallbackMethod_GetMyDay<
    v1::OwnService::WithRawCallbackMethod_DeleteMyData<v1::OwnService::Service>>;
using RawService =
    v1::OwnService::WithRawCallbackMethod_RecordAct<v1::OwnService::WithCallbackMethod_ExportMyData<RawUnary>>;
using ExportStream = ListStream<v1::ExportMyDataResponse>;

/// The lines of an export, or the status that it ends with at once.
ExportStream::Source lines_of(absl::StatusOr<core::OwnExport> started) {
  if (!started.ok()) {
    return [status = started.status()]() -> absl::StatusOr<std::optional<v1::ExportMyDataResponse>> { return status; };
  }
  const auto pieces = std::make_shared<core::OwnExport>(*std::move(started));
  return [pieces]() -> absl::StatusOr<std::optional<v1::ExportMyDataResponse>> {
    const absl::StatusOr<std::optional<core::OwnPiece>> piece = pieces->next();
    if (!piece.ok()) return piece.status();
    if (!piece->has_value()) return std::optional<v1::ExportMyDataResponse>();
    v1::ExportMyDataResponse response;
    response.set_line(export_line(**piece));
    return std::optional<v1::ExportMyDataResponse>(std::move(response));
  };
}

class OwnService final : public RawService {
 public:
  OwnService(core::Core& core, Streams& streams) : core_(core), streams_(streams) {}

  grpc::ServerUnaryReactor* RecordAct(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                      grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &OwnService::record_act);
  }

  grpc::ServerUnaryReactor* GetMyDay(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                     grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &OwnService::get_my_day);
  }

  grpc::ServerWriteReactor<v1::ExportMyDataResponse>* ExportMyData(grpc::CallbackServerContext* context,
                                                                   const v1::ExportMyDataRequest* request) override {
    if (absl::Status status = check_request(*context, *request); !status.ok())
      return ExportStream::open(streams_, lines_of(status));
    return ExportStream::open(streams_, lines_of(core_.own_side().export_all(request->agent_id())));
  }

  grpc::ServerUnaryReactor* DeleteMyData(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                         grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &OwnService::delete_my_data);
  }

 private:
  void get_my_day(const v1::GetMyDayRequest& request, const Answer<v1::GetMyDayResponse>& answer) {
    std::optional<absl::CivilDay> day;
    if (request.has_day()) {
      const absl::StatusOr<absl::CivilDay> given = wire::day_from_proto(request.day());
      if (!given.ok() || given->year() < kFirstYear || given->year() > kLastYear) {
        return answer.finish(absl::InvalidArgumentError("day is out of range; give a day from 1970 to 2200"));
      }
      day = *given;
    }
    const absl::StatusOr<domain::MyDay> told = core_.own_side().day(request.agent_id(), day);
    if (told.ok()) answer.response() = wire::to_proto(*told);
    answer.finish(told.status());
  }

  void delete_my_data(const v1::DeleteMyDataRequest& request, const Answer<v1::DeleteMyDataResponse>& answer) {
    core_.own_side().forget(request.request_id(), request.agent_id(),
                            [answer](const absl::StatusOr<std::int64_t>& gone) {
                              if (gone.ok()) answer.response().set_deleted_count(*gone);
                              answer.finish(gone.status());
                            });
  }

  void record_act(const v1::RecordActRequest& request, const Answer<v1::RecordActResponse>& answer) {
    const auto act = wire::from_proto(request.act());
    if (!act.ok()) return answer.finish(act.status());
    const auto time = sender_times(request);
    if (!time.ok()) return answer.finish(time.status());
    core_.desks().record_act({request.event_id(), request.agent_id(), *act, *time}, answer.when_written());
  }

  static constexpr int kFirstYear = 1970;
  static constexpr int kLastYear = 2200;

  core::Core& core_;
  Streams& streams_;
};

}  // namespace

std::unique_ptr<grpc::Service> make_own_service(core::Core& core, Streams& streams) {
  return std::make_unique<OwnService>(core, streams);
}

}  // namespace aandacht::rpc
