#include "client/overlay/settings_probes.h"

#include "absl/strings/match.h"
#include "client/net/try_service.h"
#include "client/overlay/options.h"
#include "client/softphone/try_baresip.h"

namespace aandacht::overlay {
namespace {

constexpr absl::Duration kPatience = absl::Seconds(3);

model::ServiceAnswer try_service(const std::string& server, const std::string& agent) {
  if (!check_address(server).ok()) return model::ServiceAnswer::kWrongAddress;
  const absl::Status status = net::try_service(server, agent, kPatience);
  if (status.ok()) return model::ServiceAnswer::kServes;
  if (absl::IsUnavailable(status) || absl::IsDeadlineExceeded(status)) return model::ServiceAnswer::kNobody;
  if (absl::IsUnauthenticated(status)) return model::ServiceAnswer::kExpired;
  const bool refused = absl::IsNotFound(status) || absl::IsInvalidArgument(status) || absl::IsPermissionDenied(status);
  return refused ? model::ServiceAnswer::kRefuses : model::ServiceAnswer::kSomethingElse;
}

model::PhoneAnswer try_softphone(const std::string& softphone) {
  if (!absl::StartsWith(softphone, model::kBaresipPrefix)) return model::PhoneAnswer::kNotFollowed;
  const auto address =
      softphone::parse_baresip_address(softphone.substr(std::string_view(model::kBaresipPrefix).size()));
  if (!address.ok()) return model::PhoneAnswer::kWrongAddress;
  switch (softphone::try_baresip(*address, kPatience)) {
    case softphone::BaresipFound::kAnswers:
      return model::PhoneAnswer::kAnswers;
    case softphone::BaresipFound::kInUse:
      return model::PhoneAnswer::kInUse;
    case softphone::BaresipFound::kSomethingElse:
      return model::PhoneAnswer::kSomethingElse;
    case softphone::BaresipFound::kNobody:
      return model::PhoneAnswer::kNobody;
  }
  return model::PhoneAnswer::kNobody;
}

}  // namespace

SettingsProbes real_probes() { return {try_service, try_softphone}; }

}  // namespace aandacht::overlay
