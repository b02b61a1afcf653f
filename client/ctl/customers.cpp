// aandachtctl customers
#include <CLI/CLI.hpp>
#include <memory>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "client/ctl/customer_import.h"
#include "client/ctl/json_out.h"
#include "client/ctl/program.h"
#include "client/ctl/service.h"
#include "client/net/channel.h"

namespace aandacht::ctl {
namespace {

constexpr char kImportHelp[] =
    R"(One JSON object a line: {"name", "phone" or "phones", "since", "language", "address_form": "u" or "je", "company",
"journey": [{"date", "step", "channel", "what", "felt", "promise": {"text", "due", "kept"}}], "external_id"}.
Without "external_id" a key is derived from the phone number, so importing the same file again changes nothing.

A file that ends in .csv (or comes with --map) is read as CSV: commas, semicolons or tabs, UTF-8 or Windows-1252, a
header row. What the columns are is guessed from their headers and printed, or said: name, phones, external_id, since,
language, address_form, company.

In both forms a customer is created or changed by their key, and what a line does not say stays as it is stored,
journeys too. Lines that are refused are named with their number; the others are stored.

Examples:
  aandachtctl customers import customers.jsonl
  aandachtctl customers import export.csv --map "naam=name,telefoon=phones,klantnummer=external_id" --dry-run)";

struct Options {
  bool json = false;
  std::string file;
  std::string phone;
  std::string id;
  CustomerImport import;
};

Exit import_file(const Session& session, const Options& options, Environment& environment) {
  CustomerImport wish = options.import;
  wish.server = session.server;
  wish.file = options.file;
  wish.json = options.json;
  return import_customers(wish, environment);
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
  CLI::App* import = add("import", "Store customers from a file of JSON lines or CSV", import_file);
  import->footer(kImportHelp);
  import->add_flag("--dry-run", options->import.dry_run, "Say what would change, and store nothing");
  import->add_option("--map", options->import.map, "What the columns are")->type_name("COLUMN=WHAT,…");
  import->add_option("--country", options->import.country, "Of phone numbers without a country, e.g. NL, BE or 44")
      ->capture_default_str();
  import->add_option("--refused", options->import.refused, "CSV only: write refused rows here, with the reason")
      ->type_name("FILE.csv");
  import->add_option("--resume", options->import.run, "The run that broke off, as it said")->type_name("RUN");
  import->add_option("FILE", options->file, "The file; - for standard input")->required();
  add("list", "All customers", list);
  CLI::App* one = add("show", "One customer with the whole journey", show);
  CLI::Option_group* key = one->add_option_group("key");
  key->add_option("--phone", options->phone, "Phone number in any common notation");
  key->add_option("--id", options->id, "The company's own key");
  key->require_option(1);
}

}  // namespace aandacht::ctl
