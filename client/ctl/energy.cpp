// aandachtctl energy
#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>

#include "absl/strings/str_format.h"
#include "client/ctl/json_out.h"
#include "client/ctl/program.h"
#include "client/ctl/service.h"
#include "client/net/channel.h"

namespace aandacht::ctl {
namespace {

constexpr char kHelp[] =
    R"(Teams of the service's configuration with five members or more; a band only while five or more of them worked in
the last hour. It is looked at every fifteen minutes and moves only when three people or more changed. A single agent
is in the list only while that agent shares it.)";

const char* sentence(const std::string& band) {
  if (band == "too_few") return "too few people to tell of any";
  if (band == "calm") return "calm";
  if (band == "busy") return "busy";
  if (band == "heavy") return "heavy";
  return "not known to this version";
}

Exit energy(const Session& session, bool json, Environment& environment) {
  Service service(net::open_channel(session.server), {.sleep = environment.sleep});
  const absl::StatusOr<EnergyAnswer> answer = service.team_energy();
  if (!answer.ok()) return fail(environment, session.server, answer.status());
  std::ostream& out = environment.out;
  if (json) {
    for (const EnergyBand& team : answer->teams) {
      out << to_line({{"team", team.who}, {"band", team.band}, {"since", moment_json(team.at, environment.zone)}})
          << '\n';
    }
    for (const EnergyBand& agent : answer->shared) {
      out << to_line({{"agent", agent.who}, {"band", agent.band}, {"until", moment_json(agent.at, environment.zone)}})
          << '\n';
    }
    return Exit::kOk;
  }
  const auto clock_time = [&](absl::Time at) { return absl::FormatTime("%H:%M", at, environment.zone); };
  for (const EnergyBand& team : answer->teams) {
    out << absl::StreamFormat("team %-16s %s", team.who, sentence(team.band));
    if (team.at != absl::InfinitePast()) out << ", since " << clock_time(team.at);
    out << '\n';
  }
  for (const EnergyBand& agent : answer->shared) {
    out << absl::StreamFormat("agent %-15s %s, shared until %s\n", agent.who, sentence(agent.band),
                              clock_time(agent.at));
  }
  if (answer->teams.empty() && answer->shared.empty()) {
    out << "no team of five or more is configured ([teams] in aandachtd.toml), and nobody shares\n";
  }
  return Exit::kOk;
}

}  // namespace

void add_energy(CLI::App& app, Session& session) {
  auto json = std::make_shared<bool>(false);
  CLI::App* command = app.add_subcommand("energy", "How much teams have left, in bands, and who shares theirs");
  command->footer(kHelp);
  command->add_flag("--json", *json, "JSON lines out");
  command->callback([&session, json] {
    session.command = [&session, json](Environment& environment) { return energy(session, *json, environment); };
  });
}

}  // namespace aandacht::ctl
