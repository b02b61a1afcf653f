// aandachtctl token
#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <optional>
#include <ostream>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "client/ctl/options.h"
#include "client/ctl/program.h"
#include "shared/base/text_file.h"
#include "shared/security/certificate.h"
#include "shared/security/machine_key.h"
#include "shared/security/revoked.h"
#include "shared/security/token.h"

namespace aandacht::ctl {
namespace {

constexpr char kHelp[] = R"(Examples:
  aandachtctl token create --role agent --id sanne --for 31d --out sanne.token
  aandachtctl token create --role supervisor --id kim --name "Kim" --teams blue,red --for 12h --out kim.token
  aandachtctl token create --role integrator --id crm --certificate crm.pem --out crm.token
  aandachtctl token show kim.token
  aandachtctl token revoke 6f1c…
  aandachtctl token revoke 6f1c… --list /etc/aandacht/revoked
Tokens are signed with the key in the folder identity beside the service's store; whoever can read that key may sign.
A service that takes an identity provider's tokens ([identity] jwks) takes none of these. docs/identity.md has more.)";

struct Options {
  std::string identity;
  std::string role;
  std::string id;
  std::string name;
  std::vector<std::string> teams;
  absl::Duration valid = absl::Hours(12);
  std::string certificate;
  std::string out;
  std::string issuer = "aandacht";
  std::string audience = "aandacht";
  std::string file = "-";
  std::string token_id;
  std::string list;
};

std::filesystem::path folder_of(const Options& options) {
  return options.identity.empty() ? security::usual_identity_folder() : std::filesystem::path(options.identity);
}

absl::StatusOr<std::string> print_of(const std::string& file) {
  if (file.empty()) return "";
  const absl::StatusOr<std::string> pem = base::read_text_file(file);
  if (!pem.ok()) return pem.status();
  absl::StatusOr<std::string> print = security::certificate_print(*pem);
  if (print.ok()) return print;
  return absl::InvalidArgumentError(absl::StrCat(file, " ", std::string(print.status().message())));
}

absl::Status write_secret(const std::string& file, const std::string& text) {
  if (absl::Status status = base::write_text_file(file, text); !status.ok()) return status;
  std::error_code error;
  std::filesystem::permissions(file, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write, error);
  if (!error) return absl::OkStatus();
  return absl::PermissionDeniedError(absl::StrCat("cannot keep ", file, " from others: ", error.message()));
}

Exit create(const Options& options, Environment& environment) {
  if (options.role == "supervisor" && options.teams.empty())
    return fail(environment, "a supervisor without teams sees nobody: give --teams blue,red, or --teams '*' for all");
  const auto key = security::read_machine_key(folder_of(options));
  if (absl::IsNotFound(key.status())) {
    return fail(environment,
                absl::StrCat(std::string(key.status().message()),
                             ": the service makes it at its first start; name its folder with --identity"));
  }
  if (!key.ok()) return fail(environment, std::string(key.status().message()));
  const absl::StatusOr<std::string> print = print_of(options.certificate);
  if (!print.ok()) return fail(environment, std::string(print.status().message()));
  const absl::Time now = environment.clock.now();
  const security::Caller caller{options.id, options.name.empty() ? options.id : options.name,
                                security::role_named(options.role), options.teams};
  const security::Identity identity{caller, environment.ids.next(), now, now, now + options.valid, *print};
  security::TokenRules rules;
  rules.issuer = options.issuer;
  rules.audience = options.audience;
  const absl::StatusOr<std::string> token = security::sign_token(identity, rules, *key);
  if (!token.ok()) return fail(environment, std::string(token.status().message()));
  if (options.out.empty()) {
    environment.out << *token << '\n';
    return Exit::kOk;
  }
  if (absl::Status status = write_secret(options.out, *token + "\n"); !status.ok())
    return fail(environment, std::string(status.message()));
  environment.out << options.out << ": " << options.role << " " << options.id << ", token " << identity.token_id
                  << ", until " << absl::FormatTime("%Y-%m-%d %H:%M", identity.expires, environment.zone) << '\n';
  return Exit::kOk;
}

Exit show(const Options& options, Environment& environment) {
  std::string text;
  if (options.file == "-") {
    std::getline(environment.in, text);
  } else {
    const absl::StatusOr<std::string> read = base::read_text_file(options.file);
    if (!read.ok()) return fail(environment, std::string(read.status().message()));
    text = *read;
  }
  const auto told = security::explain_token(std::string(absl::StripAsciiWhitespace(text)));
  if (!told.ok()) return fail(environment, absl::StrCat("this ", std::string(told.status().message())));
  environment.out << *told;
  return Exit::kOk;
}

Exit revoke(const Options& options, Environment& environment) {
  const std::filesystem::path list =
      options.list.empty() ? security::machine_files(folder_of(options)).revoked : std::filesystem::path(options.list);
  const std::filesystem::path folder = list.has_parent_path() ? list.parent_path() : std::filesystem::path(".");
  if (!std::filesystem::is_directory(folder)) {
    return fail(environment,
                absl::StrCat("there is no folder ", folder.string(), "; name the one of the service with --identity, ",
                             "or the file of its [identity] revoked with --list"));
  }
  // Root's own folder says nothing about who reads a list elsewhere.
  std::optional<security::FileReader> service;
  if (options.list.empty() || !options.identity.empty()) service = security::owner_of(folder_of(options));
  const absl::StatusOr<std::string> reader = security::revoke(list, options.token_id, service);
  if (!reader.ok()) return fail(environment, std::string(reader.status().message()));
  environment.out << options.token_id << " is no longer taken by services that "
                  << (reader->empty() ? "" : absl::StrCat("run as ", *reader, " and ")) << "read " << list.string()
                  << "; open streams end within seconds\n";
  return Exit::kOk;
}

Exit keys(const Options& options, Environment& environment) {
  const auto text = base::read_text_file(security::machine_files(folder_of(options)).jwks);
  if (!text.ok()) return fail(environment, std::string(text.status().message()));
  environment.out << *text;
  return Exit::kOk;
}

// Days are what people say of tokens, and absl::ParseDuration knows none.
absl::Duration span_of(const std::string& word) {
  absl::Duration span;
  int days = 0;
  if (!word.empty() && word.back() == 'd' && absl::SimpleAtoi(word.substr(0, word.size() - 1), &days)) {
    span = absl::Hours(24) * days;
  } else if (!absl::ParseDuration(word, &span)) {
    span = absl::ZeroDuration();
  }
  if (span >= absl::Minutes(1) && span <= absl::Hours(31 * 24)) return span;
  throw CLI::ValidationError("--for", "'" + word + "' is not a span from 1m to 31d, such as 12h");
}

using Command = Exit (*)(const Options&, Environment&);

CLI::App* add(CLI::App& parent, Session& session, const std::shared_ptr<Options>& options, const std::string& name,
              const std::string& about, Command run) {
  CLI::App* command = parent.add_subcommand(name, about);
  command->callback([&session, options, run] {
    session.command = [options, run](Environment& environment) { return run(*options, environment); };
  });
  return command;
}

void add_folder(CLI::App& command, Options& options) {
  command
      .add_option("--identity", options.identity,
                  "The folder identity beside the service's store (default: in the data folder)")
      ->envname("AANDACHT_IDENTITY")
      ->type_name("FOLDER");
}

}  // namespace

void add_token(CLI::App& app, Session& session) {
  auto options = std::make_shared<Options>();
  CLI::App* token = app.add_subcommand("token", "Who may do what: make, read and revoke tokens");
  token->footer(kHelp);
  token->require_subcommand(1);

  CLI::App* made = add(*token, session, options, "create", "Sign a token with this machine's key", create);
  made->footer(kHelp);
  made->add_option("--role", options->role, "What it may do")
      ->check(CLI::IsMember({"agent", "supervisor", "integrator", "administrator"}))
      ->required();
  made->add_option("--id", options->id, "Who it is; an agent's is the id of their desk")->required()->type_name("ID");
  made->add_option("--name", options->name, "As people read it (default: the id)")->type_name("NAME");
  made->add_option("--teams", options->teams, "Whom a supervisor may see and push to; * is every team")
      ->delimiter(',')
      ->type_name("TEAM,…");
  made->add_option_function<std::string>(
          "--for", [options](const std::string& word) { options->valid = span_of(word); },
          "How long it holds, at most 31d")
      ->default_str("12h")
      ->type_name("TIME");
  made->add_option("--certificate", options->certificate,
                   "Good only over a connection with this client certificate (PEM)")
      ->type_name("FILE");
  made->add_option("--out", options->out, "Write it there, readable by you alone (default: standard output)")
      ->type_name("FILE");
  made->add_option("--issuer", options->issuer, "As identity.issuer of the service")->capture_default_str();
  made->add_option("--audience", options->audience, "As identity.audience of the service")->capture_default_str();
  add_folder(*made, *options);

  CLI::App* shown = add(*token, session, options, "show", "What a token says, without checking it", show);
  shown->add_option("FILE", options->file, "File with the token; - for standard input")->capture_default_str();

  CLI::App* revoked = add(*token, session, options, "revoke", "Take a token no longer", revoke);
  revoked->add_option("ID", options->token_id, "Its id (jti), as `token show` tells it")->required();
  revoked
      ->add_option("--list", options->list,
                   "The file to write it in: needed when the service's configuration names one as [identity] revoked; "
                   "the service reads no other (default: revoked in the folder identity)")
      ->type_name("FILE");
  add_folder(*revoked, *options);

  CLI::App* printed = add(*token, session, options, "keys", "The public keys, as a JSON Web Key Set", keys);
  add_folder(*printed, *options);
}

}  // namespace aandacht::ctl
