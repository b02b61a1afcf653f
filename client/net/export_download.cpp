#include "client/net/export_download.h"

#include <grpcpp/grpcpp.h>
#include "aandacht/v1/exports.grpc.pb.h"
#include "client/net/channel.h"
#include "shared/wire/time.h"

namespace aandacht::net {
namespace {

template <typename Request>
Request request_of(const ExportWish& wish) {
  Request request;
  *request.mutable_from_time() = wire::to_proto(wish.from);
  *request.mutable_before_time() = wire::to_proto(wish.before);
  request.set_format(wish.format == ExportFormat::kCsv ? v1::EXPORT_FORMAT_CSV : v1::EXPORT_FORMAT_JSON_LINES);
  for (const std::string& team : wish.teams) request.add_team_ids(team);
  request.set_reason(wish.reason);
  return request;
}

using Take = std::function<absl::Status(std::string_view bytes)>;

/// Reads the stream to its end, in the calling thread.
template <typename Response, typename Request, typename Method>
absl::Status read_stream(v1::ExportService::Stub& stub, Method method, const Request& request, const Take& take,
                         Stop* stop) {
  grpc::ClientContext context;
  const Stop::Call call(stop, context);
  const std::unique_ptr<grpc::ClientReader<Response>> stream = (stub.*method)(&context, request);
  Response response;
  absl::Status taken;
  while (taken.ok() && stream->Read(&response)) taken = take(response.chunk());
  if (!taken.ok()) context.TryCancel();
  while (!taken.ok() && stream->Read(&response)) {
  }
  const grpc::Status status = stream->Finish();
  return taken.ok() ? to_status(status) : taken;
}

}  // namespace

void RowCount::add(std::string_view bytes) {
  bytes_ += static_cast<std::int64_t>(bytes.size());
  for (const char c : bytes) {
    if (csv_ && c == '"') quoted_ = !quoted_;
    if (c == '\n' && !quoted_) ++ends_;
  }
}

absl::Status download_export(const std::shared_ptr<grpc::Channel>& channel, const ExportWish& wish, const Take& take,
                             Stop* stop) {
  using Stub = v1::ExportService::Stub;
  const std::unique_ptr<Stub> stub = v1::ExportService::NewStub(channel);
  switch (wish.kind) {
    case ExportKind::kCalls:
      return read_stream<v1::ExportCallsResponse>(*stub, &Stub::ExportCalls, request_of<v1::ExportCallsRequest>(wish),
                                                  take, stop);
    case ExportKind::kTurns:
      return read_stream<v1::ExportTurnsResponse>(*stub, &Stub::ExportTurns, request_of<v1::ExportTurnsRequest>(wish),
                                                  take, stop);
    case ExportKind::kSentiment:
      return read_stream<v1::ExportSentimentResponse>(*stub, &Stub::ExportSentiment,
                                                      request_of<v1::ExportSentimentRequest>(wish), take, stop);
    case ExportKind::kPrompts:
      return read_stream<v1::ExportPromptsResponse>(*stub, &Stub::ExportPrompts,
                                                    request_of<v1::ExportPromptsRequest>(wish), take, stop);
  }
  return absl::InvalidArgumentError("no such export");
}

absl::StatusOr<ExportSize> download_export_file(const std::shared_ptr<grpc::Channel>& channel, const ExportWish& wish,
                                                const ExportPlace& place,
                                                const std::function<absl::Status(const ExportSize&)>& progress,
                                                Stop* stop) {
  WholeFile file(place.path, place.replace);
  if (absl::Status status = file.open(); !status.ok()) return status;
  RowCount count(wish.format);
  absl::Status status = download_export(
      channel, wish,
      [&](std::string_view bytes) {
        absl::Status taken = file.write(bytes);
        count.add(bytes);
        if (taken.ok() && progress) taken = progress(count.size());
        return taken;
      },
      stop);
  // Stopped at the very end is stopped too.
  if (status.ok() && stop != nullptr) status = stop->status();
  if (status.ok()) status = file.finish();
  if (!status.ok()) return status;
  return count.size();
}

}  // namespace aandacht::net
