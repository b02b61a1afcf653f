#include "service/app/config.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "service/app/address.h"
#include "service/core/checks.h"
#include "service/core/quiet_hours.h"
#include "shared/base/folders.h"

namespace aandacht::service_app {
namespace {

constexpr const char* kSqlite = "sqlite:";

absl::Status check_time_zone(const std::string& name) {
  absl::TimeZone zone;
  if (absl::LoadTimeZone(name, &zone)) return absl::OkStatus();
  return absl::InvalidArgumentError(
      absl::StrCat("must be a time zone of the IANA database, such as \"Europe/Amsterdam\", not \"", name, "\""));
}

absl::Status check_store(const std::string& store) {
  if (store.empty() || (store.rfind(kSqlite, 0) == 0 && store != kSqlite)) return absl::OkStatus();
  return absl::InvalidArgumentError(absl::StrCat("must be \"sqlite:FILE\", not \"", store, "\""));
}

absl::Status check_agent(const std::string& agent) {
  if (core::check_agent_id(agent).ok()) return absl::OkStatus();
  return absl::InvalidArgumentError(
      absl::StrCat("names \"", agent, "\"; an agent's id is 1 to 64 letters, digits, '.', '-', '_' or '@'"));
}

void declare_service(base::Settings& settings, Config& config) {
  settings.text("listen", &config.listen, "address:port, [IPv6 address]:port or unix:FILE; port 0 takes any free one",
                "Where the service listens. Other machines' addresses need [tls] and tokens.", check_address);
  settings.text("store", &config.store,
                "sqlite:FILE; empty is aandacht.db in the data folder ($XDG_DATA_HOME/aandacht)",
                "Where the service remembers. One service at a time may use a store.", check_store);
  settings.text("content", &config.content, "folder; empty is the content shipped with the program",
                "Whys, coach rules and word lists: a folder for each language.");
  settings.text("time_zone", &config.time_zone, "name in the IANA time zone database",
                "The time zone in which customers and agents speak of days and hours.", check_time_zone);
  settings.duration(
      "drain", &config.drain, absl::Milliseconds(100), absl::Minutes(1),
      "How long the service, told to stop, waits for connections to close after all that it took is on disk.");
}

void declare_rules(base::Settings& settings, Config& config) {
  settings.section("agents", "Who has a desk.");
  settings.choice(
      "agents.registration", &config.registration, {"automatic", "listed"},
      "\"automatic\": whoever reports a call or watches gets a desk. \"listed\": only the agents of agents.list.");
  settings.texts("agents.list", &config.agents, "agent id",
                 "The agents that are served when registration is \"listed\".", check_agent);
  settings.lists("teams", &config.teams, "agent id",
                 "Which agents work together: one line a team. An agent belongs to one team at most; who is in none "
                 "belongs to one unnamed team with all others. Teams of five or more have a band of energy that "
                 "supervisors see; one person's is never seen. Changes hold from the next start.",
                 "blue = [\"anna\", \"joost\", \"mila\", \"omar\", \"sanne\"]", check_agent);
  settings.section("transcripts", "The words of calls.");
  settings.duration("transcripts.grace", &config.grace, absl::ZeroDuration(), absl::Minutes(10),
                    "Words said up to so long after a call's end are still stored: recognisers and softphones do not "
                    "agree on the end.");
  settings.integer("transcripts.in_flight", &config.in_flight, 1, 100000, "utterances",
                   "So many utterances of one stream may wait for their answer; then no more are read from it.");
}

absl::Status check_quiet(const std::string& span) { return core::QuietHours::parse({span}).status(); }

void declare_prompts(base::Settings& settings, Config& config) {
  settings.section("prompts", "What supervisors push.");
  settings.integer("prompts.per_hour", &config.prompts_per_hour, 0, 1000, "prompts",
                   "So many may one supervisor push to one agent within an hour, urgent ones and recalled ones too.");
  settings.texts(
      "prompts.quiet", &config.quiet, "HH:MM-HH:MM, such as \"12:00-12:30\"",
      "Hours of every day, in time_zone, in which no prompt goes to a desk: it waits until they are over, or "
      "until it expires.",
      check_quiet);
  settings.flag("prompts.urgent_in_quiet", &config.urgent_in_quiet, "Urgent prompts go through quiet hours.");
}

void declare_questions(base::Settings& settings, Config& config) {
  settings.section("questions", "What customers ask. Old questions are forgotten at night, a few at a time.");
  settings.integer(
      "questions.days", &config.question_days, 1, 36500, "days",
      "A call's question is kept so long. Afterwards it still counts on its day; only the first words of a "
      "question that was asked more than once stay, as long as its counts.");
  settings.integer("questions.count_days", &config.question_count_days, 1, 36500, "days",
                   "How often each question was asked on a day is kept so long, and at least questions.days: a sign on "
                   "the counter is judged by whether the question fell, also against the same month a year ago.");
}

void declare_library(base::Settings& settings, Config& config) {
  settings.section("library", "Whys, coach rules, jargon, habits and prompts, as supervisors tend them.");
  settings.flag("library.four_eyes", &config.four_eyes,
                "Somebody else than its author puts a version live, after a review. Off: a team with one supervisor "
                "could change nothing otherwise, every step says who took it, and going back is one command.");
}

void declare_alerts(base::Settings& settings, Config& config) {
  settings.section("alerts", "What supervisors are told of as it happens.");
  settings.integer("alerts.days", &config.alert_days, 1, 36500, "days",
                   "What a rule found is kept so long, with the words that set it off, today among them.");
}

void declare_limits(base::Settings& settings, Config& config) {
  settings.section("writer", "How commands are written: everything that waits is committed together.");
  settings.integer("writer.queue", &config.queue, 1, 1000000, "commands",
                   "So many may wait; more are refused and sent again.");
  settings.integer("writer.batch", &config.batch, 1, 10000, "commands", "At most so many in one transaction.");
  settings.section("watch", "Streams of desks.");
  settings.integer("watch.backlog", &config.watch_backlog, 1, 100000, "versions",
                   "A watcher that is further behind gets the whole desk again.");
  settings.section("network", "Limits of connections.");
  settings.integer("network.largest_message", &config.largest_message, 64 * 1024, 64 * 1024 * 1024, "bytes",
                   "A larger message ends its call with RESOURCE_EXHAUSTED.");
  settings.integer("network.memory", &config.memory, 16, 2047, "MiB", "What all connections together may use.");
  settings.duration("network.keepalive", &config.keepalive, absl::Seconds(1), absl::Hours(1),
                    "A quiet connection is asked whether it still lives this often.");
  settings.duration("network.keepalive_timeout", &config.keepalive_timeout, absl::Seconds(1), absl::Minutes(10),
                    "… and dropped when it has not answered for so long.");
  settings.section("log", "Lines on standard error.");
  settings.choice("log.level", &config.log_level, {"trace", "debug", "info", "warn", "error", "off"},
                  "The least serious that is written.");
  settings.choice("log.format", &config.log_format, {"text", "json"},
                  "For people, or one JSON object a line for collectors.");
}

void declare_identity(base::Settings& settings, Config& config) {
  settings.section("identity", "Who may do what: every caller brings a token (docs/identity.md).");
  settings.choice("identity.tokens", &config.tokens, {"required", "off"},
                  "\"off\": whoever reaches the service may do everything; only where nobody else uses the machine.");
  settings.text("identity.jwks", &config.jwks, "file; empty is jwks.json in the folder identity beside the store",
                "The keys of your identity provider (JSON Web Key Set: P-256 or Ed25519). Empty: the service makes a "
                "key of its own and aandachtctl token create signs with it. Read again when it changes.");
  settings.text("identity.issuer", &config.issuer, "text", "Only tokens of this issuer (iss) are taken.");
  settings.text("identity.audience", &config.audience, "text", "Only tokens for this audience (aud) are taken.");
  settings.text("identity.role_claim", &config.role_claim, "name of a claim, or a path such as /realm_access/roles",
                "Where tokens say the role: agent, supervisor, integrator or administrator.");
  settings.text("identity.teams_claim", &config.teams_claim, "name of a claim, or a path",
                "Where tokens say which teams a supervisor leads; \"*\" is every team.");
  settings.text("identity.revoked", &config.revoked, "file; empty is revoked in the folder identity beside the store",
                "Ids (jti) of tokens that are no longer taken, a line each. Read again when it changes.");
  settings.flag("identity.agents_report_calls", &config.agents_report_calls,
                "The programs of agents may report calls of their own. Off: only integrators and administrators report "
                "calls, so that nobody takes a call by being the first to name it.");
  settings.section("tls", "Encryption, for a service that other machines reach.");
  settings.text("tls.certificate", &config.tls_certificate, "file, PEM; empty is no encryption",
                "The service's certificate, followed by those that lead to its root.");
  settings.text("tls.key", &config.tls_key, "file, PEM", "The private key of the certificate, without a pass phrase.");
  settings.text("tls.client_ca", &config.tls_client_ca, "file, PEM; empty asks for no client certificates",
                "Who issues client certificates. With it integrators must present one (mutual TLS).");
}

}  // namespace

void declare(base::Settings& settings, Config& config) {
  declare_service(settings, config);
  declare_identity(settings, config);
  declare_rules(settings, config);
  declare_prompts(settings, config);
  declare_questions(settings, config);
  declare_library(settings, config);
  declare_alerts(settings, config);
  declare_limits(settings, config);
}

absl::StatusOr<std::filesystem::path> store_file(const Config& config) {
  if (absl::Status status = check_store(config.store); !status.ok()) {
    return absl::InvalidArgumentError(absl::StrCat("store ", std::string(status.message())));
  }
  if (config.store.empty()) return base::data_folder() / "aandacht.db";
  return std::filesystem::path(config.store.substr(std::string(kSqlite).size()));
}

absl::StatusOr<core::Teams> teams_of(const Config& config) {
  std::map<std::string, std::string> team_by_agent;
  for (const auto& [team, agents] : config.teams) {
    for (const std::string& agent : agents) {
      const auto [known, is_new] = team_by_agent.emplace(agent, team);
      if (!is_new && known->second != team) {
        return absl::InvalidArgumentError(absl::StrCat("teams.", team, " names \"", agent, "\", who is in teams.",
                                                       known->second, " already; an agent belongs to one team"));
      }
      const bool listed = std::find(config.agents.begin(), config.agents.end(), agent) != config.agents.end();
      if (config.registration == "listed" && !listed) {
        return absl::InvalidArgumentError(
            absl::StrCat("teams.", team, " names \"", agent, "\", who is not in agents.list and so has no desk"));
      }
    }
  }
  return core::Teams(config.teams);
}

std::filesystem::path content_folder(const Config& config) {
  return config.content.empty() ? base::shipped_folder() / "content" : std::filesystem::path(config.content);
}

}  // namespace aandacht::service_app
