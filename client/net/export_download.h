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
#include "client/net/stop.h"
#include "client/net/whole_file.h"

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

/// How much was taken so far.
struct ExportSize {
  std::int64_t rows = 0;  ///< Without the header; those that are whole.
  std::int64_t bytes = 0;
  bool operator==(const ExportSize&) const = default;
};

/// Counts the rows in pieces of a file as they come. A line end in quotes is none.
class RowCount {
 public:
  explicit RowCount(ExportFormat format) : csv_(format == ExportFormat::kCsv) {}

  void add(std::string_view bytes);
  [[nodiscard]] ExportSize size() const { return {csv_ && ends_ > 0 ? ends_ - 1 : ends_, bytes_}; }

 private:
  const bool csv_;
  bool quoted_ = false;
  std::int64_t ends_ = 0;
  std::int64_t bytes_ = 0;
};

/// Blocks until the export is over, and calls `take` with its bytes, some 64 KB at a time; what `take` fails with ends
/// it. In memory is one piece and what gRPC reads ahead.
///
/// \param stop  ends it from another thread; may be null.
/// Statuses are the service's (see exports.proto), CANCELLED when it was stopped, or what take() said.
[[nodiscard]] absl::Status download_export(const std::shared_ptr<grpc::Channel>& channel, const ExportWish& wish,
                                           const std::function<absl::Status(std::string_view bytes)>& take,
                                           Stop* stop = nullptr);

/// Where a file goes.
struct ExportPlace {
  std::string path;
  Replace replace = Replace::kYes;
};

/// The same into a file, which is there whole or not at all, see WholeFile. Nothing is asked of the service when the
/// file cannot be begun.
///
/// \param progress  called with what there is after each piece; what it fails with ends the export. May be empty.
/// Further statuses: those of WholeFile.
[[nodiscard]] absl::StatusOr<ExportSize> download_export_file(
    const std::shared_ptr<grpc::Channel>& channel, const ExportWish& wish, const ExportPlace& place,
    const std::function<absl::Status(const ExportSize& size)>& progress, Stop* stop = nullptr);

}  // namespace aandacht::net
