#include "client/supervisor/customers_page.h"

#include <algorithm>
#include <fstream>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "client/net/input_file.h"
#include "client/net/whole_file.h"

namespace aandacht::supervisor {
namespace {

using model::ImportAllowed;
using model::ImportStep;

bool is_csv(const std::string& name) {
  return absl::EndsWithIgnoreCase(name, ".csv") || absl::EndsWithIgnoreCase(name, ".tsv");
}

ImportAllowed allowed_by(const absl::Status& status) {
  if (status.ok()) return ImportAllowed::kYes;
  if (absl::IsUnauthenticated(status)) return ImportAllowed::kTokenEnded;
  return absl::IsPermissionDenied(status) ? ImportAllowed::kNo : ImportAllowed::kAway;
}

absl::StatusOr<net::CustomerRows> rows_of(const std::string& file, const net::CustomerCells& cells) {
  const absl::StatusOr<std::string> bytes = net::read_input_file(file);
  if (!bytes.ok()) return bytes.status();
  return net::read_customer_csv(*bytes, cells);
}

/// "klanten.csv" becomes "klanten-refused.csv", "klanten-refused-2.csv" …
std::string refused_name(const std::string& path, int number) {
  const std::string stem = path.substr(0, path.find_last_of('.'));
  return number == 1 ? absl::StrCat(stem, "-refused.csv") : absl::StrCat(stem, "-refused-", number, ".csv");
}

}  // namespace

CustomersPage::CustomersPage(const PageContext& context)
    : context_(context), folder_({false, {".csv", ".tsv", ".jsonl", ".ndjson", ".json"}}, context.post) {}

CustomersPage::~CustomersPage() { stop_->stop(); }

template <typename Work>
void CustomersPage::do_off_thread(Work work) {
  if (errands_ == nullptr) errands_ = std::make_unique<app::Errands>();
  stop_ = std::make_shared<net::Stop>();
  errands_->ask([work = std::move(work), stop = stop_] { work(*stop); });
}

void CustomersPage::enter() {
  if (state_.allowed != ImportAllowed::kYes) ask_allowed();
  if (!model::is_busy(state_.step)) folder_.go(folder_.state().path);
}

void CustomersPage::ask_allowed() {
  if (asking_) return;
  asking_ = true;
  state_.allowed = ImportAllowed::kAsking;
  do_off_thread([this, channel = context_.channel, post = context_.post](net::Stop& stop) {
    const absl::Status status = net::may_import_customers(channel, &stop);
    post([this, status] {
      asking_ = false;
      state_.allowed = allowed_by(status);
    });
  });
}

void CustomersPage::draw(PageFrame& frame) {
  state_.folder = folder_.state();
  std::vector<CustomersAction> actions;
  draw_customers(model::make_customers_model(state_, frame.language), fields_, frame, actions);
  for (const CustomersAction& action : actions) act(action);
}

void CustomersPage::act(const CustomersAction& action) {
  struct Act {
    CustomersPage& page;
    void operator()(const AskAllowed&) const { page.ask_allowed(); }
    void operator()(const GoToImportFolder& a) const {
      if (model::is_busy(page.state_.step)) return;
      page.folder_.go(a.path);
      page.state_.file.clear();
      page.state_.step = ImportStep::kNoFile;
      page.forget_trial();
    }
    void operator()(const ChooseImportFile& a) const {
      if (!model::is_busy(page.state_.step))
        page.choose_file(page.state_.folder.files[static_cast<std::size_t>(a.file)]);
    }
    void operator()(const MapColumn& a) const {
      if (model::is_busy(page.state_.step)) return;
      page.state_.columns[static_cast<std::size_t>(a.column)].is = static_cast<domain::CustomerColumn>(a.is);
      page.state_.step = ImportStep::kReady;
      page.forget_trial();
    }
    void operator()(const ChooseCountry& a) const {
      if (model::is_busy(page.state_.step)) return;
      page.state_.country = a.country;
      page.state_.step = ImportStep::kReady;
      page.forget_trial();
    }
    void operator()(const TryImport&) const { page.run(true); }
    void operator()(const StoreImport&) const { page.run(false); }
    void operator()(const StopImport&) const {
      page.stop_->stop();
      page.state_.step = ImportStep::kStopping;
    }
    void operator()(const SelectRefusal& a) const { page.state_.selected = a.refusal; }
    void operator()(const SaveRefused&) const { page.save_refused(); }
  };
  std::visit(Act{*this}, action);
}

void CustomersPage::forget_trial() {
  state_.refusals.clear();
  state_.refused_rows = 0;
  state_.selected = -1;
  state_.refused_file.clear();
  state_.refused_problem.clear();
  run_.clear();
}

void CustomersPage::choose_file(const std::string& name) {
  state_.file = name;
  state_.is_csv = is_csv(name);
  state_.columns.clear();
  forget_trial();
  state_.step = ImportStep::kReading;
  do_off_thread([this, file = path(), csv = state_.is_csv, post = context_.post](net::Stop&) {
    absl::StatusOr<net::CsvHead> head = net::CsvHead{};
    if (csv) {
      const absl::StatusOr<std::string> bytes = net::read_input_file(file);
      head = bytes.ok() ? net::read_csv_head(*bytes) : bytes.status();
    } else if (const absl::Status opened = net::open_input_file(file).status(); !opened.ok()) {
      head = opened;
    }
    post([this, file, head] { show_head(file, head); });
  });
}

void CustomersPage::show_head(const std::string& file, const absl::StatusOr<net::CsvHead>& head) {
  if (file != path() || state_.step != ImportStep::kReading) return;  // Another was chosen since.
  if (!head.ok()) {
    state_.step = ImportStep::kUnreadable;
    state_.problem = std::string(head.status().message());
    return;
  }
  state_.step = ImportStep::kReady;
  state_.was_utf8 = head->was_utf8;
  state_.separator = head->separator;
  for (std::size_t i = 0; i < head->headers.size(); ++i) {
    const std::string& header = head->headers[i];
    state_.columns.push_back({header, i < head->first_row.size() ? head->first_row[i] : "", net::guess_column(header)});
  }
}

net::CustomerCells CustomersPage::cells() const {
  std::vector<std::string> headers;
  for (const model::ImportColumn& column : state_.columns) headers.push_back(column.header);
  net::CustomerCells cells{net::unmapped(headers), {}};
  for (std::size_t i = 0; i < cells.columns.size(); ++i) cells.columns[i].is = state_.columns[i].is;
  cells.country_code = model::import_countries()[static_cast<std::size_t>(state_.country)].code;
  return cells;
}

void CustomersPage::run(bool dry_run) {
  if (model::is_busy(state_.step)) return;
  if (dry_run || run_.empty()) run_ = context_.ids.next();  // An import that broke off goes on only as it began.
  const bool csv = state_.is_csv;
  state_.dry_run = dry_run;
  state_.step = dry_run ? ImportStep::kTrying : ImportStep::kStoring;
  state_.sent = 0;
  state_.rows = 0;
  state_.refused_file.clear();
  state_.refused_problem.clear();
  const auto tell = [this, post = context_.post](std::size_t sent, std::size_t rows) {
    post([this, sent, rows] {
      state_.sent = sent;
      state_.rows = rows;
    });
  };
  do_off_thread([this, csv, tell, wish = net::ImportWish{run_, dry_run}, cells = cells(), file = path(),
                 channel = context_.channel, post = context_.post](net::Stop& stop) {
    auto outcome = std::make_shared<Outcome>();
    std::size_t all = 0;
    net::CustomerSender sender(channel, wish,
                               {.sleep = [&](absl::Duration wait) { stop.sleep(wait); },
                                .sent =
                                    [&](std::size_t sent) {
                                      outcome->sent = sent;
                                      tell(sent, all);
                                    },
                                .stop = &stop});
    if (csv) {
      absl::StatusOr<net::CustomerRows> rows = rows_of(file, cells);
      outcome->status = rows.status();
      if (rows.ok()) {
        outcome->rows = *std::move(rows);
        all = outcome->rows.rows.size();
        outcome->status = sender.send(outcome->rows);
      }
    } else {
      absl::StatusOr<std::ifstream> in = net::open_input_file(file);
      outcome->status = in.status();
      if (in.ok()) {
        net::LineReader lines(*in);
        outcome->status = sender.send_lines(lines, outcome->rows);
        if (outcome->status.ok()) outcome->status = lines.status();
      }
    }
    outcome->counts = sender.counts();
    post([this, outcome] { ended(*outcome); });
  });
}

void CustomersPage::ended(const Outcome& outcome) {
  const bool stopped = stop_->stopped();
  refused_ = outcome.rows;
  refused_.rows.clear();
  state_.sent = outcome.sent;
  state_.created = outcome.counts.created;
  state_.changed = outcome.counts.changed;
  state_.same = outcome.counts.same;
  state_.refusals.clear();
  for (const net::CustomerFault& fault : outcome.rows.faults) {
    state_.refusals.push_back({fault.line, fault.what.column, fault.what.problem, fault.what.found, fault.what.reason});
  }
  std::stable_sort(state_.refusals.begin(), state_.refusals.end(),
                   [](const auto& a, const auto& b) { return a.line < b.line; });
  state_.refused_rows = outcome.rows.refused_rows();
  state_.selected = state_.refusals.empty() ? -1 : 0;
  if (outcome.status.ok()) {
    state_.step = state_.dry_run ? ImportStep::kTried : ImportStep::kStored;
    if (!state_.dry_run) run_.clear();  // The next import is another one.
    return;
  }
  state_.step = stopped ? ImportStep::kStopped : ImportStep::kBroken;
  state_.problem = std::string(outcome.status.message());
}

void CustomersPage::save_refused() {
  do_off_thread([this, table = net::refused_csv(refused_), file = path(), post = context_.post](net::Stop&) {
    std::string name;
    absl::Status status;
    for (int number = 1; number <= 99; ++number) {
      name = refused_name(file, number);
      status = net::write_whole_file(name, table, net::Replace::kNo);
      if (net::file_fault(status) != net::FileFault::kExists) break;
    }
    post([this, status, name] {
      state_.refused_file = status.ok() ? name : "";
      state_.refused_problem = std::string(status.message());
      folder_.go(folder_.state().path);
    });
  });
}

}  // namespace aandacht::supervisor
