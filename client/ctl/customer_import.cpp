#include "client/ctl/customer_import.h"

#include <grpcpp/grpcpp.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string_view>
#include <vector>

#include "aandacht/v1/journeys.grpc.pb.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "client/ctl/customer_csv.h"
#include "client/ctl/customer_file.h"
#include "client/ctl/input_file.h"
#include "client/ctl/json_out.h"
#include "client/ctl/line_reader.h"
#include "client/net/channel.h"
#include "shared/base/csv.h"
#include "shared/wire/records.h"
#include "shared/wire/repair.h"

namespace aandacht::ctl {
namespace {

constexpr std::size_t kBatch = 1000;
constexpr int kTries = 6;

/// One row of the file that can be sent.
struct Row {
  domain::Customer customer;
  std::size_t line = 0;
  std::vector<std::string> cells;   ///< As they stand there, for the file of refused rows; none of JSON lines.
  std::vector<std::string> fields;  ///< That it brings; the others stay as they are stored.
};

struct Fault {
  std::size_t line = 0;
  std::string column;
  std::string reason;
};

/// What a file has.
struct Parsed {
  std::vector<std::string> headers;
  std::vector<MappedColumn> columns;
  std::vector<Row> rows;
  std::vector<Fault> faults;
  std::vector<std::vector<std::string>> refused;  ///< With the reason as the last cell.
};

struct Counts {
  int created = 0;
  int changed = 0;
  int same = 0;
};

absl::StatusOr<std::string> whole_input(const std::string& file, std::istream& standard_input) {
  if (file != "-") return read_input_file(file);
  return std::string(std::istreambuf_iterator<char>(standard_input), {});
}

void say_columns(const Parsed& parsed, char separator, bool was_utf8, Environment& environment) {
  std::vector<std::string> unused;
  environment.err << "columns" << (was_utf8 ? "" : " (read as Windows-1252)") << ", separated by "
                  << (separator == '\t' ? std::string("tabs") : absl::StrCat("\"", std::string(1, separator), "\""))
                  << ":\n";
  for (const MappedColumn& column : parsed.columns) {
    if (column.is == CustomerColumn::kNone) {
      unused.push_back(column.header);
    } else {
      environment.err << "  " << column.header << " → " << word_of(column.is) << (column.guessed ? " (guessed)" : "")
                      << '\n';
    }
  }
  for (const std::string& header : unused) environment.err << "  " << header << " is not used\n";
}

void refuse(Parsed& parsed, const base::CsvRow& row, const std::vector<CellFault>& faults) {
  std::string reasons;
  for (const CellFault& fault : faults) {
    parsed.faults.push_back({row.line, fault.column, fault.reason});
    absl::StrAppend(&reasons, reasons.empty() ? "" : "; ", fault.column, fault.column.empty() ? "" : ": ",
                    fault.reason);
  }
  std::vector<std::string> cells = row.fields;
  cells.resize(std::max(cells.size(), parsed.headers.size()));
  cells.push_back(reasons);
  parsed.refused.push_back(std::move(cells));
}

/// Which fields the columns bring, so that a file does not take away what another system keeps.
std::vector<std::string> fields_of(const std::vector<MappedColumn>& columns) {
  std::vector<std::string> fields = {"name"};
  for (const MappedColumn& column : columns) {
    if (column.is == CustomerColumn::kPhones) fields.emplace_back("phones");
    if (column.is == CustomerColumn::kSinceYear) fields.emplace_back("since_year");
    if (column.is == CustomerColumn::kLanguage) fields.emplace_back("language");
    if (column.is == CustomerColumn::kAddressForm) fields.emplace_back("address_form");
    if (column.is == CustomerColumn::kCompany) fields.emplace_back("company");
  }
  return fields;
}

absl::StatusOr<Parsed> parse_csv(const CustomerImport& wish, const std::string& bytes, Environment& environment) {
  bool was_utf8 = true;
  const std::string text = base::to_utf8(bytes, was_utf8);
  const char separator = base::guess_separator(text);
  base::CsvReader reader(text, separator);
  base::CsvRow row;
  const absl::StatusOr<bool> head = reader.next(row);
  if (!head.ok()) return head.status();
  if (!*head) return absl::InvalidArgumentError("the file has no header row; the first row names the columns");
  Parsed parsed;
  parsed.headers = row.fields;
  auto columns = map_columns(row.fields, wish.map);
  if (!columns.ok()) return columns.status();
  parsed.columns = *std::move(columns);
  const absl::StatusOr<std::string> country = country_code_of(wish.country);
  if (!country.ok()) return country.status();
  say_columns(parsed, separator, was_utf8, environment);
  const CustomerCells cells{parsed.columns, *country};
  const std::vector<std::string> fields = fields_of(parsed.columns);
  for (;;) {
    const absl::StatusOr<bool> more = reader.next(row);
    if (!more.ok()) return more.status();
    if (!*more) return parsed;
    std::vector<CellFault> faults;
    domain::Customer customer = read_customer_row(cells, row.fields, faults);
    if (!faults.empty()) {
      refuse(parsed, row, faults);
    } else {
      parsed.rows.push_back({std::move(customer), row.line, row.fields, fields});
    }
  }
}

/// Sends the rows in batches, each with an id that is the same when the run is taken up again.
class Sender {
 public:
  Sender(const CustomerImport& wish, std::string run, Parsed& parsed, Environment& environment)
      : wish_(wish),
        run_(std::move(run)),
        parsed_(parsed),
        environment_(environment),
        stub_(v1::JourneyService::NewStub(net::open_channel(wish.server))) {}

  /// Sends what was parsed and forgets it.
  absl::Status send_rows() {
    const std::vector<Row> rows = std::exchange(parsed_.rows, {});
    for (std::size_t at = 0, end = 0; at < rows.size(); at = end) {
      end = end_of_batch(rows, at);
      // Rows that bring the same fields go together.
      std::map<std::vector<std::string>, std::vector<const Row*>> alike;
      for (std::size_t i = at; i < end; ++i) alike[rows[i].fields].push_back(&rows[i]);
      for (const auto& [fields, some] : alike) {
        if (absl::Status status = send(fields, some); !status.ok()) return status;
      }
    }
    return absl::OkStatus();
  }

  [[nodiscard]] const Counts& counts() const { return counts_; }

 private:
  // Of two rows about one customer the later counts, so they are not in one batch.
  static std::size_t end_of_batch(const std::vector<Row>& rows, std::size_t begin) {
    std::set<std::string_view> ids;
    std::size_t end = begin;
    while (end < rows.size() && end - begin < kBatch && ids.insert(rows[end].customer.external_id).second) ++end;
    return end;
  }

  absl::Status send(const std::vector<std::string>& fields, const std::vector<const Row*>& rows) {
    v1::UpsertCustomersRequest request;
    request.set_request_id(absl::StrCat("import-", run_, "-", sent_++));
    request.set_validate_only(wish_.dry_run);
    for (const std::string& field : fields) request.mutable_update_mask()->add_paths(field);
    for (const Row* row : rows) *request.add_customers() = wire::to_proto(row->customer);
    wire::repair_text(request);
    v1::UpsertCustomersResponse response;
    if (absl::Status status = ask(request, response); !status.ok()) return status;
    counts_.created += response.created_count();
    counts_.changed += response.changed_count();
    counts_.same += response.same_count();
    for (const v1::CustomerRefusal& refusal : response.refusals()) {
      if (refusal.index() < 0 || static_cast<std::size_t>(refusal.index()) >= rows.size()) continue;
      const Row& row = *rows[static_cast<std::size_t>(refusal.index())];
      parsed_.faults.push_back({row.line, "", refusal.reason()});
      std::vector<std::string> cells = row.cells;
      cells.push_back(refusal.reason());
      parsed_.refused.push_back(std::move(cells));
    }
    return absl::OkStatus();
  }

  // What is full or away for a moment is asked again; ids make that harmless.
  absl::Status ask(const v1::UpsertCustomersRequest& request, v1::UpsertCustomersResponse& response) {
    absl::Duration wait = absl::Milliseconds(100);
    for (int tried = 1;; ++tried) {
      grpc::ClientContext context;
      context.set_deadline(absl::ToChronoTime(absl::Now() + absl::Seconds(30)));
      const absl::Status status = net::to_status(stub_->UpsertCustomers(&context, request, &response));
      const bool passes = absl::IsUnavailable(status) || absl::IsResourceExhausted(status);
      if (!passes || tried == kTries) return status;
      environment_.sleep(wait);
      wait *= 2;
    }
  }

  const CustomerImport& wish_;
  const std::string run_;
  Parsed& parsed_;
  Environment& environment_;
  std::unique_ptr<v1::JourneyService::Stub> stub_;
  int sent_ = 0;
  Counts counts_;
};

/// Reads and sends some rows at a time, so that a file may be of any length.
absl::Status send_lines(LineReader& lines, Parsed& parsed, Sender& sender) {
  while (lines.next()) {
    absl::StatusOr<CustomerLine> read = absl::InvalidArgumentError("the line is over 1 MiB");
    if (!lines.too_long()) read = parse_customer_line(lines.line());
    if (!read.ok()) {
      parsed.faults.push_back({lines.number(), "", std::string(read.status().message())});
      continue;
    }
    parsed.rows.push_back({std::move(read->customer), lines.number(), {}, std::move(read->fields)});
    if (parsed.rows.size() < kBatch) continue;
    if (absl::Status sent = sender.send_rows(); !sent.ok()) return sent;
  }
  return sender.send_rows();
}

void say_faults(const CustomerImport& wish, std::vector<Fault> faults, Environment& environment) {
  std::stable_sort(faults.begin(), faults.end(), [](const Fault& a, const Fault& b) { return a.line < b.line; });
  for (const Fault& fault : faults) {
    if (wish.json) {
      environment.out << to_line({{"line", fault.line}, {"column", fault.column}, {"error", fault.reason}}) << '\n';
    } else {
      environment.err << spoken_name(wish.file) << ':' << fault.line << ": "
                      << (fault.column.empty() ? "" : absl::StrCat("\"", fault.column, "\" ")) << fault.reason << '\n';
    }
  }
}

absl::Status write_refused(const std::string& path, const Parsed& parsed) {
  std::string text;
  const auto write_row = [&](const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) text += ',';
      base::append_csv_field(text, cells[i]);
    }
    text += "\r\n";
  };
  std::vector<std::string> headers = parsed.headers;
  headers.emplace_back("reason");
  write_row(headers);
  for (const std::vector<std::string>& cells : parsed.refused) write_row(cells);
  std::ofstream file(path, std::ios::binary);
  file << text;
  file.close();
  return file ? absl::OkStatus() : absl::UnavailableError(absl::StrCat("cannot write ", path));
}

void sum_up(const CustomerImport& wish, const Counts& counts, std::size_t refused, Environment& environment) {
  if (wish.json) {
    environment.out << to_line({{"dry_run", wish.dry_run},
                                {"new", counts.created},
                                {"changed", counts.changed},
                                {"same", counts.same},
                                {"refused", refused}})
                    << '\n';
    return;
  }
  environment.out << (wish.dry_run ? "would be: " : "") << counts.created << " new, " << counts.changed << " changed, "
                  << counts.same << " the same, " << refused << " rows refused\n";
}

}  // namespace

bool is_csv(const CustomerImport& wish) {
  const std::string name = absl::AsciiStrToLower(wish.file);
  return !wish.map.empty() || absl::EndsWith(name, ".csv") || absl::EndsWith(name, ".tsv");
}

Exit import_customers(const CustomerImport& wish, Environment& environment) {
  Parsed parsed;
  const std::string run = wish.run.empty() ? environment.ids.next() : wish.run;
  Sender sender(wish, run, parsed, environment);
  absl::Status sent;
  absl::Status read;  // Of a file of lines that broke off.
  if (is_csv(wish)) {
    const absl::StatusOr<std::string> bytes = whole_input(wish.file, environment.in);
    if (!bytes.ok()) return fail(environment, std::string(bytes.status().message()));
    absl::StatusOr<Parsed> rows = parse_csv(wish, *bytes, environment);
    if (!rows.ok()) {
      return fail(environment, absl::StrCat(spoken_name(wish.file), ": ", std::string(rows.status().message())));
    }
    parsed = *std::move(rows);
    sent = sender.send_rows();
  } else {
    absl::StatusOr<Input> input = Input::open(wish.file, environment.in);
    if (!input.ok()) return fail(environment, std::string(input.status().message()));
    LineReader lines(input->stream());
    sent = send_lines(lines, parsed, sender);
    read = lines.status();
  }
  say_faults(wish, parsed.faults, environment);
  if (!sent.ok()) {
    return fail(environment, absl::StrCat(explain(wish.server, sent), wish.dry_run ? "" : "; go on with --resume ",
                                          wish.dry_run ? "" : run));
  }
  std::set<std::size_t> refused;
  for (const Fault& fault : parsed.faults) refused.insert(fault.line);
  sum_up(wish, sender.counts(), refused.size(), environment);
  if (!read.ok()) {
    return fail(environment, absl::StrCat(spoken_name(wish.file), " ", std::string(read.message())));
  }
  if (!wish.refused.empty() && is_csv(wish)) {
    if (absl::Status written = write_refused(wish.refused, parsed); !written.ok()) {
      return fail(environment, std::string(written.message()));
    }
  }
  return refused.empty() ? Exit::kOk : Exit::kFailed;
}

}  // namespace aandacht::ctl
