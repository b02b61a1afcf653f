#include "client/net/export_download.h"

#include <grpcpp/grpcpp.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <system_error>

#include "aandacht/v1/exports.grpc.pb.h"
#include "absl/strings/str_cat.h"
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
absl::Status read_stream(v1::ExportService::Stub& stub, Method method, const Request& request, const Take& take) {
  grpc::ClientContext context;
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

/// A file that has its name only when it is whole.
class WholeFile {
 public:
  explicit WholeFile(std::string path) : path_(std::move(path)), part_(absl::StrCat(path_, ".part")) {}
  ~WholeFile() {
    if (file_ == nullptr) return;
    std::fclose(file_);
    std::error_code ignored;
    std::filesystem::remove(part_, ignored);
  }
  WholeFile(const WholeFile&) = delete;
  WholeFile& operator=(const WholeFile&) = delete;

  absl::Status open() {
    file_ = std::fopen(part_.c_str(), "wb");
    return file_ == nullptr ? failure() : absl::OkStatus();
  }

  absl::Status write(std::string_view bytes) {
    return std::fwrite(bytes.data(), 1, bytes.size(), file_) == bytes.size() ? absl::OkStatus() : failure();
  }

  absl::Status finish() {
    if (std::fflush(file_) != 0 || fsync(fileno(file_)) != 0) return failure();
    if (std::rename(part_.c_str(), path_.c_str()) != 0) return failure();
    std::fclose(file_);
    file_ = nullptr;
    return absl::OkStatus();
  }

 private:
  [[nodiscard]] absl::Status failure() const {
    return absl::FailedPreconditionError(absl::StrCat("cannot write ", path_, ": ", std::strerror(errno)));
  }

  const std::string path_;
  const std::string part_;
  std::FILE* file_ = nullptr;
};

}  // namespace

absl::Status download_export(const std::shared_ptr<grpc::Channel>& channel, const ExportWish& wish, const Take& take) {
  using Stub = v1::ExportService::Stub;
  const std::unique_ptr<Stub> stub = v1::ExportService::NewStub(channel);
  switch (wish.kind) {
    case ExportKind::kCalls:
      return read_stream<v1::ExportCallsResponse>(*stub, &Stub::ExportCalls, request_of<v1::ExportCallsRequest>(wish),
                                                  take);
    case ExportKind::kTurns:
      return read_stream<v1::ExportTurnsResponse>(*stub, &Stub::ExportTurns, request_of<v1::ExportTurnsRequest>(wish),
                                                  take);
    case ExportKind::kSentiment:
      return read_stream<v1::ExportSentimentResponse>(*stub, &Stub::ExportSentiment,
                                                      request_of<v1::ExportSentimentRequest>(wish), take);
    case ExportKind::kPrompts:
      return read_stream<v1::ExportPromptsResponse>(*stub, &Stub::ExportPrompts,
                                                    request_of<v1::ExportPromptsRequest>(wish), take);
  }
  return absl::InvalidArgumentError("no such export");
}

absl::StatusOr<std::int64_t> download_export_file(const std::shared_ptr<grpc::Channel>& channel, const ExportWish& wish,
                                                  const std::string& path,
                                                  const std::function<absl::Status(std::int64_t)>& progress) {
  WholeFile file(path);
  if (absl::Status status = file.open(); !status.ok()) return status;
  std::int64_t size = 0;
  absl::Status status = download_export(channel, wish, [&](std::string_view bytes) {
    absl::Status taken = file.write(bytes);
    size += static_cast<std::int64_t>(bytes.size());
    if (taken.ok() && progress) taken = progress(size);
    return taken;
  });
  if (status.ok()) status = file.finish();
  if (!status.ok()) return status;
  return size;
}

}  // namespace aandacht::net
