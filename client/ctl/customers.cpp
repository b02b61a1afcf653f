// aandachtctl customers
#include <CLI/CLI.hpp>
#include <memory>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "client/ctl/customer_file.h"
#include "client/ctl/input_file.h"
#include "client/ctl/json_out.h"
#include "client/ctl/line_reader.h"
#include "client/ctl/program.h"
#include "client/ctl/service.h"
#include "client/net/channel.h"

namespace aandacht::ctl {
namespace {

constexpr std::size_t kBatch = 500;

constexpr char kImportHelp[] =
    R"(One JSON object a line: {"name", "phone" or "phones", "since", "language", "address_form": "u" or "je", "company",
"journey": [{"date", "step", "channel", "what", "felt", "promise": {"text", "due", "kept"}}], "external_id"}.
Without "external_id" a key is derived from the phone number, so importing the same file again changes nothing.
Lines that are refused are named with their number; the others are stored.

Example:
  aandachtctl customers import customers.jsonl)";

struct Options {
  bool json = false;
  std::string file;
  std::string phone;
  std::string id;
};

/// One import: parses, sends in batches, tells what was refused.
class Import {
 public:
  Import(const Session& session, const Options& options, Environment& environment)
      : server_(session.server),
        options_(options),
        environment_(environment),
        run_(environment.ids.next()),
        service_(net::open_channel(session.server), {.sleep = environment.sleep}) {}

  Exit run(std::istream& in) {
    LineReader lines(in);
    while (lines.next()) {
      absl::StatusOr<domain::Customer> customer = absl::InvalidArgumentError("the line is over 1 MiB");
      if (!lines.too_long()) customer = parse_customer(lines.line());
      if (!customer.ok()) {
        refuse(lines.number(), std::string(customer.status().message()));
        continue;
      }
      batch_.push_back(*std::move(customer));
      numbers_.push_back(lines.number());
      if (batch_.size() < kBatch) continue;
      if (const absl::Status sent = send(); !sent.ok()) return give_up(sent);
    }
    if (const absl::Status sent = send(); !sent.ok()) return give_up(sent);
    sum_up();
    if (const absl::Status read = lines.status(); !read.ok()) {
      return fail(environment_, absl::StrCat(spoken_name(options_.file), " ", std::string(read.message())));
    }
    return refused_ == 0 ? Exit::kOk : Exit::kFailed;
  }

 private:
  absl::Status send() {
    if (batch_.empty()) return absl::OkStatus();
    const absl::StatusOr<ImportAnswer> answer =
        service_.import_customers(absl::StrCat("import-", run_, "-", ++batches_), batch_);
    if (!answer.ok()) return answer.status();
    stored_ += answer->stored;
    for (const Refusal& refusal : answer->refusals) {
      const auto index = static_cast<std::size_t>(refusal.index);
      refuse(index < numbers_.size() ? numbers_[index] : 0, refusal.reason);
    }
    batch_.clear();
    numbers_.clear();
    return absl::OkStatus();
  }

  void refuse(std::size_t line, const std::string& reason) {
    ++refused_;
    if (options_.json) environment_.out << to_line({{"line", line}, {"error", reason}}) << '\n';
    if (!options_.json) environment_.err << "aandachtctl: line " << line << ": " << reason << '\n';
  }

  Exit give_up(const absl::Status& status) {
    return fail(environment_,
                absl::StrCat(explain(server_, status), "; ", stored_, " customers were stored before that"));
  }

  void sum_up() {
    if (options_.json) {
      environment_.out << to_line({{"stored", stored_}, {"refused", refused_}}) << '\n';
    } else {
      environment_.out << stored_ << " customers stored, " << refused_ << " lines refused\n";
    }
  }

  std::string server_;
  const Options& options_;
  Environment& environment_;
  std::string run_;
  Service service_;
  std::vector<domain::Customer> batch_;
  std::vector<std::size_t> numbers_;
  int batches_ = 0;
  int stored_ = 0;
  int refused_ = 0;
};

Exit import_file(const Session& session, const Options& options, Environment& environment) {
  absl::StatusOr<Input> input = Input::open(options.file, environment.in);
  if (!input.ok()) return fail(environment, std::string(input.status().message()));
  return Import(session, options, environment).run(input->stream());
}

std::string for_person(const domain::Customer& customer) {
  return absl::StrFormat("%-28s  %-16s  %s  (%d journey steps, id %s)", customer.name,
                         customer.phones.empty() ? "-" : customer.phones.front(), customer.company,
                         customer.journey.size(), customer.external_id);
}

Exit list(const Session& session, const Options& options, Environment& environment) {
  Service service(net::open_channel(session.server), {.sleep = environment.sleep});
  const absl::Status status = service.list_customers([&](const domain::Customer& customer) {
    environment.out << (options.json ? to_line(customer_json(customer, environment.zone)) : for_person(customer))
                    << '\n';
  });
  return status.ok() ? Exit::kOk : fail(environment, session.server, status);
}

Exit show(const Session& session, const Options& options, Environment& environment) {
  Service service(net::open_channel(session.server), {.sleep = environment.sleep});
  const absl::StatusOr<domain::Customer> customer =
      options.id.empty() ? service.customer_by_phone(options.phone) : service.customer_by_id(options.id);
  if (absl::IsNotFound(customer.status())) {
    return fail(environment, absl::StrCat("nobody is known as ", options.id.empty() ? options.phone : options.id,
                                          ": import them first with `aandachtctl customers import`"));
  }
  if (!customer.ok()) return fail(environment, session.server, customer.status());
  const Json json = customer_json(*customer, environment.zone);
  environment.out << (options.json ? to_line(json) : json.dump(2, ' ', false, Json::error_handler_t::replace)) << '\n';
  return Exit::kOk;
}

}  // namespace

void add_customers(CLI::App& app, Session& session) {
  auto options = std::make_shared<Options>();
  CLI::App* customers = app.add_subcommand("customers", "Who may call, and their journeys");
  customers->require_subcommand(1);
  const auto add = [&](const char* name, const char* about,
                       Exit (*command)(const Session&, const Options&, Environment&)) {
    CLI::App* added = customers->add_subcommand(name, about);
    added->add_flag("--json", options->json, "JSON lines out");
    added->callback([&session, options, command] {
      session.command = [&session, options, command](Environment& e) { return command(session, *options, e); };
    });
    return added;
  };
  CLI::App* import = add("import", "Store customers from a file of JSON lines", import_file);
  import->footer(kImportHelp);
  import->add_option("FILE", options->file, "The file; - for standard input")->required();
  add("list", "All customers", list);
  CLI::App* one = add("show", "One customer with the whole journey", show);
  CLI::Option_group* key = one->add_option_group("key");
  key->add_option("--phone", options->phone, "Phone number in any common notation");
  key->add_option("--id", options->id, "The company's own key");
  key->require_option(1);
}

}  // namespace aandacht::ctl
