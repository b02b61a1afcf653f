// Whether a baresip is there, asked once.
#pragma once

#include "absl/time/time.h"
#include "client/softphone/baresip.h"
#include "client/softphone/port_use.h"

namespace aandacht::softphone {

enum class BaresipFound {
  kAnswers,
  kInUse,          ///< It listens, and a program is connected: connecting would throw that one out, so nobody asked.
  kSomethingElse,  ///< What listens does not answer as baresip does.
  kNobody,
};

/// Asks for the accounts and waits for the answer, at most `limit` for each step: not for the thread that draws.
/// `probe` looks at ports of this machine.
[[nodiscard]] BaresipFound try_baresip(const BaresipAddress& address, absl::Duration limit,
                                       const PortProbe& probe = look_at_local_port);

}  // namespace aandacht::softphone
