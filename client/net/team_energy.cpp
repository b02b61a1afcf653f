#include "client/net/team_energy.h"

#include <grpcpp/grpcpp.h>

#include <optional>
#include <utility>

#include "aandacht/v1/energy.grpc.pb.h"
#include "client/net/channel.h"
#include "client/net/latest_question.h"
#include "shared/wire/time.h"

namespace aandacht::net {
namespace {

std::optional<EnergyBand> band_of(v1::EnergyBand band) {
  switch (band) {
    case v1::ENERGY_BAND_TOO_FEW:
      return EnergyBand::kTooFew;
    case v1::ENERGY_BAND_CALM:
      return EnergyBand::kCalm;
    case v1::ENERGY_BAND_BUSY:
      return EnergyBand::kBusy;
    case v1::ENERGY_BAND_HEAVY:
      return EnergyBand::kHeavy;
    default:
      return std::nullopt;
  }
}

absl::StatusOr<std::vector<TeamBand>> bands_of(const grpc::Status& status, const v1::GetTeamEnergyResponse& response) {
  if (!status.ok()) return to_status(status);
  std::vector<TeamBand> teams;
  for (const v1::TeamEnergy& message : response.teams()) {
    const std::optional<EnergyBand> band = band_of(message.band());
    if (!band) continue;  // From a newer service.
    TeamBand team{message.team_id(), *band};
    if (message.has_since_time()) team.since = wire::from_proto(message.since_time()).value_or(absl::InfinitePast());
    teams.push_back(std::move(team));
  }
  return teams;
}

}  // namespace

struct TeamEnergy::Questions final
    : LatestQuestion<v1::EnergyService, v1::GetTeamEnergyRequest, v1::GetTeamEnergyResponse> {
  using LatestQuestion::LatestQuestion;
};

TeamEnergy::TeamEnergy(const std::shared_ptr<grpc::Channel>& channel, absl::Duration timeout)
    : questions_(std::make_unique<Questions>(channel, &v1::EnergyService::Stub::AsyncGetTeamEnergy, timeout)) {}

TeamEnergy::~TeamEnergy() = default;

void TeamEnergy::ask(Answer answer) {
  questions_->ask({},
                  [answer = std::move(answer)](const grpc::Status& status, const v1::GetTeamEnergyResponse& response) {
                    answer(bands_of(status, response));
                  });
}

}  // namespace aandacht::net
