// Exports of the service into a file.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"

namespace grpc {
class Channel;
}

namespace aandacht::net {

enum class ExportKind { kCalls, kTurns, kSentiment, kPrompts };
enum class ExportFormat { kCsv, kJsonLines };

struct ExportWish {
  ExportKind kind = ExportKind::kTurns;
  absl::Time from;
  absl::Time before;
  ExportFormat format = ExportFormat::kCsv;
  std::vector<std::string> teams;  ///< Empty: all that may be exported.
  std::string reason;              ///< The agents read it; may be empty.
};

/// Blocks until the export is over, and calls `take` with its bytes, some 64 KB at a time; what `take` fails with ends
/// it. In memory is one piece and what gRPC reads ahead.
///
/// Statuses are the service's (see exports.proto), CANCELLED when take() said so.
[[nodiscard]] absl::Status download_export(const std::shared_ptr<grpc::Channel>& channel, const ExportWish& wish,
                                           const std::function<absl::Status(std::string_view bytes)>& take);

/// The same into a file, which is there whole or not at all: it is written beside itself and takes its name at the end.
/// One that was there is replaced then.
///
/// \param progress  called with the bytes so far after each piece; what it fails with ends the export. May be empty.
/// The result is the file's size. Further: FAILED_PRECONDITION: the file cannot be written; the message says why.
[[nodiscard]] absl::StatusOr<std::int64_t> download_export_file(
    const std::shared_ptr<grpc::Channel>& channel, const ExportWish& wish, const std::string& path,
    const std::function<absl::Status(std::int64_t bytes)>& progress);

}  // namespace aandacht::net
