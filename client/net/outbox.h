// Requests that must arrive, kept on disk until the service acknowledged them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "shared/base/clock.h"

namespace aandacht::net {

/// Which rpc a request is for.
enum class OutboxKind {
  kReportCall,
  kAnswerCard,
  kShowWhy,
  kFinishWrapUp,
  kPinHeard,
  kMarkHeavy,
  kSayUtterance,
  kRecordAct
};

/// "ReportCall", ….
[[nodiscard]] std::string_view name(OutboxKind kind);

struct OutboxItem {
  std::int64_t sequence = 0;  ///< Order of appending, over all processes.
  OutboxKind kind = OutboxKind::kReportCall;
  std::string id;       ///< The request's event_id: sending twice changes nothing.
  std::string request;  ///< Serialized protobuf.
  absl::Time appended;
  int attempts = 0;       ///< How often the service failed at it without a verdict (see Sender).
  absl::Duration waited;  ///< Since it was appended, by Sender; zero when more waits behind it.
};

/// An item that will not be sent any more, kept for whoever asks.
struct RefusedItem {
  OutboxItem item;  ///< Without `request` when it was something of the agent alone: kRecordAct, kMarkHeavy.
  std::string reason;
  absl::Time refused;
};

struct OutboxLimits {
  int pending = 10'000;  ///< When full, the oldest goes to the refused with the reason "outbox full".
  int refused = 1'000;   ///< When full, the oldest is deleted.
  std::size_t request_bytes = 256 * 1024;
};

/// A small SQLite file (WAL, synchronous=FULL) that several processes may share. What is deleted is overwritten.
///
/// All methods are safe from any thread and block on the disk for some milliseconds.
/// Failures of the disk come back as UNAVAILABLE (busy, full, read-only) or INTERNAL, with the file's name.
class Outbox {
 public:
  /// Opens or makes the file and its folder (mode 0700: requests name callers).
  /// A file that is not a database any more is moved aside to FILE.damaged-<time> and a new one begun.
  ///
  /// FAILED_PRECONDITION: a newer version of this program made the file.
  /// PERMISSION_DENIED, UNAVAILABLE: folder or file cannot be made or opened.
  [[nodiscard]] static absl::StatusOr<std::unique_ptr<Outbox>> open(const std::filesystem::path& file,
                                                                    const base::Clock& clock, OutboxLimits limits = {});

  virtual ~Outbox() = default;

  /// On disk when it returns. An id that waits already changes nothing.
  ///
  /// INVALID_ARGUMENT: no id, or a request over `limits.request_bytes`.
  virtual absl::Status append(OutboxKind kind, std::string_view id, std::string_view request) = 0;

  /// The item to send next; nullopt when none waits.
  [[nodiscard]] virtual absl::StatusOr<std::optional<OutboxItem>> oldest() = 0;

  /// All that waits and was appended after this sequence (0: all), in order.
  [[nodiscard]] virtual absl::StatusOr<std::vector<OutboxItem>> waiting(std::int64_t after) = 0;

  /// The service acknowledged it. Unknown sequences are fine: another process was first.
  virtual absl::Status remove(std::int64_t sequence) = 0;

  /// The service will never take it: out of the way of the rest.
  virtual absl::Status refuse(std::int64_t sequence, std::string_view reason) = 0;

  /// Counts one attempt without a verdict; returns how many there were.
  virtual absl::StatusOr<int> count_attempt(std::int64_t sequence) = 0;

  [[nodiscard]] virtual absl::StatusOr<std::int64_t> pending() = 0;

  /// Of what was sent or set aside before no byte of an agent's own acts stays in the file or its log, also of what an
  /// older version left there. UNAVAILABLE: another process uses it just now; try again.
  virtual absl::Status leave_nothing_behind() = 0;

  /// Newest first.
  [[nodiscard]] virtual absl::StatusOr<std::vector<RefusedItem>> refused(int limit) = 0;

  /// The file; beside it lie FILE-wal, FILE-shm and FILE.sending (the lock of whoever sends, written to by append()).
  [[nodiscard]] virtual const std::filesystem::path& file() const = 0;
};

/// state_folder()/outbox.db: where programs of one user keep it.
[[nodiscard]] std::filesystem::path default_outbox_file();

}  // namespace aandacht::net
