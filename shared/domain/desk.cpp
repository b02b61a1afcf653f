#include "shared/domain/desk.h"

#include <algorithm>
#include <tuple>

namespace aandacht::domain {
namespace {

int screen_rank(CallState state) {
  switch (state) {
    case CallState::kInCall:
      return 0;
    case CallState::kOnHold:
      return 1;
    case CallState::kRinging:
      return 2;
    case CallState::kWrapUp:
      return 3;
    case CallState::kEnded:
      return 4;
  }
  return 4;
}

absl::Time start(const Call& call) { return call.rang != absl::InfinitePast() ? call.rang : call.answered; }

}  // namespace

const Call* find_call(const Desk& desk, const std::string& call_id) {
  const auto found = std::find_if(desk.calls.begin(), desk.calls.end(), [&](const Call& c) { return c.id == call_id; });
  return found == desk.calls.end() ? nullptr : &*found;
}

void order_calls(Desk& desk) {
  std::sort(desk.calls.begin(), desk.calls.end(), [](const Call& a, const Call& b) {
    return std::make_tuple(screen_rank(a.state), start(a), a.id) <
           std::make_tuple(screen_rank(b.state), start(b), b.id);
  });
}

}  // namespace aandacht::domain
