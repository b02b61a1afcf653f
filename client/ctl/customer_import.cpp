#include "client/ctl/customer_import.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "client/ctl/input_file.h"
#include "client/ctl/json_out.h"
#include "client/ctl/line_reader.h"
#include "client/net/channel.h"
#include "client/net/customer_import.h"
#include "client/net/whole_file.h"

namespace aandacht::ctl {
namespace {

absl::StatusOr<std::string> whole_input(const std::string& file, std::istream& standard_input) {
  if (file != "-") return read_input_file(file);
  return std::string(std::istreambuf_iterator<char>(standard_input), {});
}

void say_columns(const std::vector<net::MappedColumn>& columns, const net::CsvHead& head, Environment& environment) {
  std::vector<std::string> unused;
  const char separator = head.separator;
  environment.err << "columns" << (head.was_utf8 ? "" : " (read as Windows-1252)") << ", separated by "
                  << (separator == '\t' ? std::string("tabs") : absl::StrCat("\"", std::string(1, separator), "\""))
                  << ":\n";
  for (const net::MappedColumn& column : columns) {
    if (column.is == net::CustomerColumn::kNone) {
      unused.push_back(column.header);
    } else {
      environment.err << "  " << column.header << " → " << net::word_of(column.is)
                      << (column.guessed ? " (guessed)" : "") << '\n';
    }
  }
  for (const std::string& header : unused) environment.err << "  " << header << " is not used\n";
}

absl::StatusOr<net::CustomerRows> parse_csv(const CustomerImport& wish, const std::string& bytes,
                                            Environment& environment) {
  const absl::StatusOr<net::CsvHead> head = net::read_csv_head(bytes);
  if (!head.ok()) return head.status();
  auto columns = net::map_columns(head->headers, wish.map);
  if (!columns.ok()) return columns.status();
  const absl::StatusOr<std::string> country = net::country_code_of(wish.country);
  if (!country.ok()) return country.status();
  say_columns(*columns, *head, environment);
  return net::read_customer_csv(bytes, {*std::move(columns), *country});
}

void say_faults(const CustomerImport& wish, std::vector<net::CustomerFault> faults, Environment& environment) {
  std::stable_sort(faults.begin(), faults.end(), [](const auto& a, const auto& b) { return a.line < b.line; });
  for (const net::CustomerFault& fault : faults) {
    if (wish.json) {
      environment.out << to_line({{"line", fault.line}, {"column", fault.what.column}, {"error", fault.what.reason}})
                      << '\n';
    } else {
      environment.err << spoken_name(wish.file) << ':' << fault.line << ": "
                      << (fault.what.column.empty() ? "" : absl::StrCat("\"", fault.what.column, "\" "))
                      << fault.what.reason << '\n';
    }
  }
}

void sum_up(const CustomerImport& wish, const net::ImportCounts& counts, std::size_t refused,
            Environment& environment) {
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
  net::CustomerRows rows;
  const std::string run = wish.run.empty() ? environment.ids.next() : wish.run;
  net::CustomerSender sender(net::open_channel(wish.server), {run, wish.dry_run}, {.sleep = environment.sleep});
  absl::Status sent;
  absl::Status read;  // Of a file of lines that broke off.
  if (is_csv(wish)) {
    const absl::StatusOr<std::string> bytes = whole_input(wish.file, environment.in);
    if (!bytes.ok()) return fail(environment, std::string(bytes.status().message()));
    absl::StatusOr<net::CustomerRows> parsed = parse_csv(wish, *bytes, environment);
    if (!parsed.ok()) {
      return fail(environment, absl::StrCat(spoken_name(wish.file), ": ", std::string(parsed.status().message())));
    }
    rows = *std::move(parsed);
    sent = sender.send(rows);
  } else {
    absl::StatusOr<Input> input = Input::open(wish.file, environment.in);
    if (!input.ok()) return fail(environment, std::string(input.status().message()));
    LineReader lines(input->stream());
    sent = sender.send_lines(lines, rows);
    read = lines.status();
  }
  say_faults(wish, rows.faults, environment);
  if (!sent.ok()) {
    return fail(environment, absl::StrCat(explain(wish.server, sent), wish.dry_run ? "" : "; go on with --resume ",
                                          wish.dry_run ? "" : run));
  }
  const std::size_t refused = rows.refused_rows();
  sum_up(wish, sender.counts(), refused, environment);
  if (!read.ok()) {
    return fail(environment, absl::StrCat(spoken_name(wish.file), " ", std::string(read.message())));
  }
  if (!wish.refused.empty() && is_csv(wish)) {
    const absl::Status written = net::write_whole_file(wish.refused, net::refused_csv(rows), net::Replace::kYes);
    if (!written.ok()) {
      return fail(environment, std::string(written.message()));
    }
  }
  return refused == 0 ? Exit::kOk : Exit::kFailed;
}

}  // namespace aandacht::ctl
