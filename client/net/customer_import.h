// Customers from a file to the service: for the command and for the console, which say in their own words how it went.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "client/net/customer_csv.h"
#include "client/net/line_reader.h"
#include "client/net/stop.h"
#include "shared/domain/customer.h"

namespace grpc {
class Channel;
}

namespace aandacht::net {

/// The beginning of a CSV file.
struct CsvHead {
  std::vector<std::string> headers;
  std::vector<std::string> first_row;  ///< Of the same length, or empty when there is none.
  char separator = ',';
  bool was_utf8 = true;  ///< Else it is read as Windows-1252.
};

/// Of all of a file's bytes. INVALID_ARGUMENT: there is no header row. DATA_LOSS: see base::CsvReader.
[[nodiscard]] absl::StatusOr<CsvHead> read_csv_head(std::string_view bytes);

/// One row of the file that can be sent.
struct CustomerRow {
  domain::Customer customer;
  std::size_t line = 0;
  std::vector<std::string> cells;   ///< As they stand there, for a file of refused rows; none of JSON lines.
  std::vector<std::string> fields;  ///< That it brings; the others stay as they are stored.
};

/// Something is wrong with a row.
struct CustomerFault {
  std::size_t line = 0;
  CellFault what;
};

/// What a file has. Rows go when they were sent; what was refused stays.
struct CustomerRows {
  std::vector<std::string> headers;
  std::vector<CustomerRow> rows;
  std::vector<CustomerFault> faults;
  std::vector<std::vector<std::string>> refused;  ///< Cells of CSV, with the reason as the last.

  /// How many rows have a fault.
  [[nodiscard]] std::size_t refused_rows() const;
};

/// All rows of a CSV file. INVALID_ARGUMENT, DATA_LOSS: as read_csv_head(). FAILED_PRECONDITION: its header is not that
/// of `cells.columns` any more.
[[nodiscard]] absl::StatusOr<CustomerRows> read_customer_csv(std::string_view bytes, const CustomerCells& cells);

/// The refused rows as a CSV file, to be mended and imported again.
[[nodiscard]] std::string refused_csv(const CustomerRows& rows);

struct ImportCounts {
  int created = 0;
  int changed = 0;
  int same = 0;
  bool operator==(const ImportCounts&) const = default;
};

struct ImportWish {
  std::string run;       ///< The same run taken up again with the same rows writes nothing twice.
  bool dry_run = false;  ///< Counts, and stores nothing.
};

/// How an import waits, and whom it tells.
struct ImportHooks {
  std::function<void(absl::Duration)> sleep;        ///< Before something is sent again.
  std::function<void(std::size_t sent)> sent = {};  ///< After each batch: how many rows so far; may be empty.
  Stop* stop = nullptr;                             ///< Ends it from another thread; may be null.
};

/// Sends rows in batches, each with an id that is the same when the run is taken up again with the same rows. One
/// thread.
class CustomerSender {
 public:
  CustomerSender(const std::shared_ptr<grpc::Channel>& channel, ImportWish wish, ImportHooks hooks);
  ~CustomerSender();
  CustomerSender(const CustomerSender&) = delete;
  CustomerSender& operator=(const CustomerSender&) = delete;

  /// Sends `rows.rows` and takes them out; what the service refuses is added to the faults. Statuses are the service's
  /// (see journeys.proto); CANCELLED when it was stopped.
  [[nodiscard]] absl::Status send(CustomerRows& rows);

  /// Reads and sends some lines of JSON at a time, so that a file may be of any length. What could not be read of the
  /// file is told by `lines.status()`.
  [[nodiscard]] absl::Status send_lines(LineReader& lines, CustomerRows& rows);

  [[nodiscard]] const ImportCounts& counts() const { return counts_; }

 private:
  struct Stub;

  absl::Status send_alike(const std::vector<std::string>& fields, const std::vector<const CustomerRow*>& some,
                          CustomerRows& rows);

  const ImportWish wish_;
  const ImportHooks hooks_;
  const std::unique_ptr<Stub> stub_;
  int batches_ = 0;
  std::size_t sent_ = 0;
  ImportCounts counts_;
};

/// Asks the service whether this caller may import customers; blocks. OK; PERMISSION_DENIED or UNAUTHENTICATED: no, and
/// the message says why; anything else: it is not known.
[[nodiscard]] absl::Status may_import_customers(const std::shared_ptr<grpc::Channel>& channel, Stop* stop = nullptr);

}  // namespace aandacht::net
