#include "aandacht/v1/energy.grpc.pb.h"
#include "service/rpc/answers.h"
#include "service/rpc/services.h"
#include "shared/wire/time.h"

namespace aandacht::rpc {
namespace {

v1::EnergyBand to_proto(core::EnergyBand band) {
  switch (band) {
    case core::EnergyBand::kTooFew:
      return v1::ENERGY_BAND_TOO_FEW;
    case core::EnergyBand::kCalm:
      return v1::ENERGY_BAND_CALM;
    case core::EnergyBand::kBusy:
      return v1::ENERGY_BAND_BUSY;
    case core::EnergyBand::kHeavy:
      return v1::ENERGY_BAND_HEAVY;
  }
  return v1::ENERGY_BAND_UNSPECIFIED;
}

// Unary calls are taken as bytes, to be read leniently.
using RawService = v1::EnergyService::WithRawCallbackMethod_GetTeamEnergy<v1::EnergyService::Service>;

class EnergyService final : public RawService {
 public:
  explicit EnergyService(core::Core& core) : core_(core) {}

  grpc::ServerUnaryReactor* GetTeamEnergy(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                          grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &EnergyService::get_team_energy);
  }

 private:
  void get_team_energy(const v1::GetTeamEnergyRequest& /*request*/, const Answer<v1::GetTeamEnergyResponse>& answer) {
    const security::Caller& caller = answer.caller();
    for (const core::TeamBand& each : core_.team_energy().bands()) {
      if (!security::leads(caller, each.team)) continue;
      v1::TeamEnergy& team = *answer.response().add_teams();
      team.set_team_id(each.team);
      team.set_band(to_proto(each.band));
      if (wire::is_finite(each.since)) *team.mutable_since_time() = wire::to_proto(each.since);
    }
    for (const core::SharedBand& each : core_.team_energy().shared(core_.clock().now())) {
      if (!may_see(caller, each.agent_id, core_.teams())) continue;
      v1::SharedEnergy& shared = *answer.response().add_shared();
      shared.set_agent_id(each.agent_id);
      shared.set_band(to_proto(each.band));
      *shared.mutable_end_time() = wire::to_proto(each.until);
    }
    answer.finish(absl::OkStatus());
  }

  core::Core& core_;
};

}  // namespace

std::unique_ptr<grpc::Service> make_energy_service(core::Core& core) { return std::make_unique<EnergyService>(core); }

}  // namespace aandacht::rpc
