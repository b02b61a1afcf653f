#include "client/net/customer_import.h"

#include <grpcpp/grpcpp.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "aandacht/v1/journeys.grpc.pb.h"
#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "client/net/channel.h"
#include "client/net/customer_file.h"
#include "shared/base/content_key.h"
#include "shared/base/csv.h"
#include "shared/wire/records.h"
#include "shared/wire/repair.h"

namespace aandacht::net {
namespace {

constexpr std::size_t kBatch = 1000;
constexpr int kTries = 6;
constexpr absl::Duration kTimeout = absl::Seconds(30);

void refuse(CustomerRows& rows, const base::CsvRow& row, const std::vector<CellFault>& faults) {
  std::string reasons;
  for (const CellFault& fault : faults) {
    rows.faults.push_back({row.line, fault});
    absl::StrAppend(&reasons, reasons.empty() ? "" : "; ", fault.column, fault.column.empty() ? "" : ": ",
                    fault.reason);
  }
  std::vector<std::string> cells = row.fields;
  cells.resize(std::max(cells.size(), rows.headers.size()));
  cells.push_back(reasons);
  rows.refused.push_back(std::move(cells));
}

absl::Status has_header(const absl::StatusOr<bool>& read) {
  if (!read.ok()) return read.status();
  if (*read) return absl::OkStatus();
  return absl::InvalidArgumentError("the file has no header row; the first row names the columns");
}

bool fits(const std::vector<std::string>& headers, const std::vector<MappedColumn>& columns) {
  const std::vector<MappedColumn> now = unmapped(headers);
  return std::equal(now.begin(), now.end(), columns.begin(), columns.end(),
                    [](const MappedColumn& a, const MappedColumn& b) { return a.header == b.header; });
}

// Of two rows about one customer the later counts, so they are not in one batch.
std::size_t end_of_batch(const std::vector<CustomerRow>& rows, std::size_t begin) {
  std::set<std::string_view> ids;
  std::size_t end = begin;
  while (end < rows.size() && end - begin < kBatch && ids.insert(rows[end].customer.external_id).second) ++end;
  return end;
}

/// What is full or away for a moment is asked again; ids make that harmless.
absl::Status ask(v1::JourneyService::Stub& stub, const v1::UpsertCustomersRequest& request,
                 v1::UpsertCustomersResponse& response, const ImportHooks& hooks) {
  absl::Duration wait = absl::Milliseconds(100);
  for (int tried = 1;; ++tried) {
    grpc::ClientContext context;
    context.set_deadline(absl::ToChronoTime(absl::Now() + kTimeout));
    const Stop::Call call(hooks.stop, context);
    const absl::Status status = to_status(stub.UpsertCustomers(&context, request, &response));
    const bool passes = absl::IsUnavailable(status) || absl::IsResourceExhausted(status);
    if (!passes || tried == kTries || (hooks.stop != nullptr && hooks.stop->stopped())) return status;
    hooks.sleep(wait);
    wait *= 2;
  }
}

}  // namespace

absl::StatusOr<CsvHead> read_csv_head(std::string_view bytes) {
  CsvHead head;
  const std::string text = base::to_utf8(bytes, head.was_utf8);
  head.separator = base::guess_separator(text);
  base::CsvReader reader(text, head.separator);
  base::CsvRow row;
  if (absl::Status status = has_header(reader.next(row)); !status.ok()) return status;
  head.headers = row.fields;
  const absl::StatusOr<bool> first = reader.next(row);
  if (first.ok() && *first) {
    head.first_row = row.fields;
    head.first_row.resize(head.headers.size());
  }
  return head;
}

std::size_t CustomerRows::refused_rows() const {
  std::set<std::size_t> lines;
  for (const CustomerFault& fault : faults) lines.insert(fault.line);
  return lines.size();
}

absl::StatusOr<CustomerRows> read_customer_csv(std::string_view bytes, const CustomerCells& cells) {
  bool was_utf8 = true;
  const std::string text = base::to_utf8(bytes, was_utf8);
  base::CsvReader reader(text, base::guess_separator(text));
  base::CsvRow row;
  if (absl::Status status = has_header(reader.next(row)); !status.ok()) return status;
  CustomerRows rows;
  rows.headers = row.fields;
  if (!fits(row.fields, cells.columns)) {
    return absl::FailedPreconditionError("the file's columns have changed since they were read; read it again");
  }
  const std::vector<std::string> fields = fields_of(cells.columns);
  for (;;) {
    const absl::StatusOr<bool> more = reader.next(row);
    if (!more.ok()) return more.status();
    if (!*more) return rows;
    std::vector<CellFault> faults;
    domain::Customer customer = read_customer_row(cells, row.fields, faults);
    if (!faults.empty()) {
      refuse(rows, row, faults);
    } else {
      rows.rows.push_back({std::move(customer), row.line, row.fields, fields});
    }
  }
}

std::string refused_csv(const CustomerRows& rows) {
  std::string text(base::kUtf8Mark);
  const auto write_row = [&](const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) text += ',';
      base::append_csv_field(text, cells[i]);
    }
    text += "\r\n";
  };
  std::vector<std::string> headers = rows.headers;
  headers.emplace_back("reason");
  write_row(headers);
  for (const std::vector<std::string>& cells : rows.refused) write_row(cells);
  return text;
}

struct CustomerSender::Stub {
  std::unique_ptr<v1::JourneyService::Stub> service;
};

CustomerSender::CustomerSender(const std::shared_ptr<grpc::Channel>& channel, ImportWish wish, ImportHooks hooks)
    : wish_(std::move(wish)),
      hooks_(std::move(hooks)),
      stub_(std::make_unique<Stub>(Stub{v1::JourneyService::NewStub(channel)})) {}

CustomerSender::~CustomerSender() = default;

absl::Status CustomerSender::send(CustomerRows& rows) {
  const std::vector<CustomerRow> all = std::exchange(rows.rows, {});
  for (std::size_t at = 0, end = 0; at < all.size(); at = end) {
    end = end_of_batch(all, at);
    // Rows that bring the same fields go together.
    std::map<std::vector<std::string>, std::vector<const CustomerRow*>> alike;
    for (std::size_t i = at; i < end; ++i) alike[all[i].fields].push_back(&all[i]);
    for (const auto& [fields, some] : alike) {
      if (hooks_.stop != nullptr && hooks_.stop->stopped()) return hooks_.stop->status();
      if (absl::Status status = send_alike(fields, some, rows); !status.ok()) return status;
    }
  }
  return absl::OkStatus();
}

absl::Status CustomerSender::send_alike(const std::vector<std::string>& fields,
                                        const std::vector<const CustomerRow*>& some, CustomerRows& rows) {
  v1::UpsertCustomersRequest request;
  request.set_validate_only(wish_.dry_run);
  for (const std::string& field : fields) request.mutable_update_mask()->add_paths(field);
  for (const CustomerRow* row : some) *request.add_customers() = wire::to_proto(row->customer);
  wire::repair_text(request);
  // The content is in the id: a run that is taken up again with a changed file sends what changed.
  request.set_request_id(
      base::content_key(absl::StrCat("import-", wish_.run, "-", batches_++), request.SerializeAsString()));
  v1::UpsertCustomersResponse response;
  if (absl::Status status = ask(*stub_->service, request, response, hooks_); !status.ok()) return status;
  counts_.created += response.created_count();
  counts_.changed += response.changed_count();
  counts_.same += response.same_count();
  for (const v1::CustomerRefusal& refusal : response.refusals()) {
    if (refusal.index() < 0 || static_cast<std::size_t>(refusal.index()) >= some.size()) continue;
    const CustomerRow& row = *some[static_cast<std::size_t>(refusal.index())];
    rows.faults.push_back({row.line, {"", refusal.reason(), CellProblem::kOther, ""}});
    if (row.cells.empty()) continue;
    std::vector<std::string> cells = row.cells;
    cells.push_back(refusal.reason());
    rows.refused.push_back(std::move(cells));
  }
  sent_ += some.size();
  if (hooks_.sent) hooks_.sent(sent_);
  return absl::OkStatus();
}

absl::Status CustomerSender::send_lines(LineReader& lines, CustomerRows& rows) {
  while (lines.next()) {
    absl::StatusOr<CustomerLine> read = absl::InvalidArgumentError("the line is over 1 MiB");
    if (!lines.too_long()) read = parse_customer_line(lines.line());
    if (!read.ok()) {
      rows.faults.push_back({lines.number(), {"", std::string(read.status().message()), CellProblem::kOther, ""}});
      continue;
    }
    rows.rows.push_back({std::move(read->customer), lines.number(), {}, std::move(read->fields)});
    if (rows.rows.size() < kBatch) continue;
    if (absl::Status status = send(rows); !status.ok()) return status;
  }
  return send(rows);
}

absl::Status may_import_customers(const std::shared_ptr<grpc::Channel>& channel, Stop* stop) {
  const std::unique_ptr<v1::JourneyService::Stub> stub = v1::JourneyService::NewStub(channel);
  grpc::ClientContext context;
  context.set_deadline(absl::ToChronoTime(absl::Now() + kTimeout));
  const Stop::Call call(stop, context);
  v1::UpsertCustomersRequest request;
  request.set_validate_only(true);  // Of nobody: stores nothing.
  v1::UpsertCustomersResponse response;
  return to_status(stub->UpsertCustomers(&context, request, &response));
}

}  // namespace aandacht::net
