// A stored turn as the contracts tell it.
#pragma once

#include "aandacht/v1/records.pb.h"
#include "service/store/store.h"

namespace aandacht::rpc {

[[nodiscard]] v1::TurnRecord turn_to_proto(const store::TurnRecord& turn);

}  // namespace aandacht::rpc
