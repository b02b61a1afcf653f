#include "shared/wire/why_checks.h"

#include <utility>

namespace aandacht::wire {
namespace {

v1::WhyShare to_message(domain::WhyShare share) { return static_cast<v1::WhyShare>(static_cast<int>(share) + 1); }

absl::StatusOr<domain::WhyShare> share_of(v1::WhyShare share) {
  const int number = static_cast<int>(share) - 1;
  if (number < 0 || number > static_cast<int>(domain::WhyShare::kMost))
    return absl::InvalidArgumentError("share: is missing or not a known value");
  return static_cast<domain::WhyShare>(number);
}

absl::StatusOr<domain::WhyMapRow> from_message(const v1::WhyMapRow& message) {
  domain::WhyMapRow row{message.why_id(), message.topic(), message.language(), {}};
  if (message.too_few()) return row;
  const absl::StatusOr<domain::WhyShare> know = share_of(message.know());
  const absl::StatusOr<domain::WhyShare> feel = share_of(message.feel());
  const absl::StatusOr<domain::WhyShare> tell = share_of(message.tell());
  for (const auto* share : {&know, &feel, &tell}) {
    if (!share->ok()) return share->status();
  }
  row.told = {message.least_answer_count(), *know, *feel, *tell};
  return row;
}

}  // namespace

v1::WhyLevel to_proto(domain::WhyLevel value) { return static_cast<v1::WhyLevel>(static_cast<int>(value) + 1); }

v1::WhyCheckWish to_proto(domain::WhyCheckChoice value) {
  return static_cast<v1::WhyCheckWish>(static_cast<int>(value) + 1);
}

std::optional<domain::WhyLevel> from_proto(v1::WhyLevel value) {
  const int number = static_cast<int>(value) - 1;
  if (number < 0 || number > static_cast<int>(domain::WhyLevel::kTell)) return std::nullopt;
  return static_cast<domain::WhyLevel>(number);
}

std::optional<domain::WhyCheckChoice> from_proto(v1::WhyCheckWish value) {
  const int number = static_cast<int>(value) - 1;
  if (number < 0 || number > static_cast<int>(domain::WhyCheckChoice::kAgain)) return std::nullopt;
  return static_cast<domain::WhyCheckChoice>(number);
}

v1::GetWhyCheckResponse to_proto(const domain::WhyCheckOffer& offer) {
  v1::GetWhyCheckResponse message;
  message.set_never(offer.never);
  if (!offer.check) return message;
  message.mutable_why_check()->set_why_id(offer.check->why_id);
  message.mutable_why_check()->set_topic(offer.check->topic);
  message.mutable_why_check()->set_rule(offer.check->rule);
  return message;
}

domain::WhyCheckOffer from_proto(const v1::GetWhyCheckResponse& message) {
  domain::WhyCheckOffer offer{std::nullopt, message.never()};
  if (!message.has_why_check()) return offer;
  offer.check = {message.why_check().why_id(), message.why_check().topic(), message.why_check().rule()};
  return offer;
}

v1::GetWhyMapResponse to_proto(const domain::WhyMaps& maps) {
  v1::GetWhyMapResponse message;
  message.set_quarter(maps.quarter);
  for (const domain::TeamWhyMap& each : maps.teams) {
    v1::TeamWhyMap& team = *message.add_teams();
    team.set_team_id(each.team);
    for (const domain::WhyMapRow& known : each.rows) {
      v1::WhyMapRow& row = *team.add_rows();
      row.set_why_id(known.why_id);
      row.set_topic(known.topic);
      row.set_language(known.language);
      row.set_too_few(known.told.people == 0);
      if (known.told.people == 0) continue;
      row.set_least_answer_count(known.told.people);
      row.set_know(to_message(known.told.know));
      row.set_feel(to_message(known.told.feel));
      row.set_tell(to_message(known.told.tell));
    }
  }
  return message;
}

absl::StatusOr<domain::WhyMaps> from_proto(const v1::GetWhyMapResponse& message) {
  domain::WhyMaps maps;
  maps.quarter = message.quarter();
  for (const v1::TeamWhyMap& each : message.teams()) {
    domain::TeamWhyMap team{each.team_id(), {}};
    for (const v1::WhyMapRow& known : each.rows()) {
      absl::StatusOr<domain::WhyMapRow> row = from_message(known);
      if (!row.ok()) return row.status();
      team.rows.push_back(*std::move(row));
    }
    maps.teams.push_back(std::move(team));
  }
  return maps;
}

}  // namespace aandacht::wire
