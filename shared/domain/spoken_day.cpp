#include "shared/domain/spoken_day.h"

namespace aandacht::domain {
namespace {

constexpr int kTurnsInMind = 6;

}  // namespace

void note_day(Call& call, Speaker speaker, const Reading& reading) {
  if (!reading.names_day) return;
  // "Tomorrow? Marvellous": it stays the agent's.
  const std::optional<SpokenDay> known = day_in_mind(call);
  const bool repeats = known && known->day == *reading.names_day && known->by == Speaker::kAgent;
  call.spoken_day = SpokenDay{*reading.names_day, repeats ? Speaker::kAgent : speaker, call.turns};
}

std::optional<SpokenDay> day_in_mind(const Call& call) {
  if (!call.spoken_day || call.turns - call.spoken_day->turn >= kTurnsInMind) return std::nullopt;
  return call.spoken_day;
}

}  // namespace aandacht::domain
