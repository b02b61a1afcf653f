#include "client/app/connection_view.h"

namespace aandacht::app {

model::ConnectionState shown(net::ConnectionState state) {
  switch (state) {
    case net::ConnectionState::kConnecting:
      return model::ConnectionState::kConnecting;
    case net::ConnectionState::kConnected:
      return model::ConnectionState::kConnected;
    case net::ConnectionState::kDisconnected:
      return model::ConnectionState::kLost;
    case net::ConnectionState::kRefused:
      return model::ConnectionState::kRefused;
    case net::ConnectionState::kExpired:
    case net::ConnectionState::kForbidden:
      return model::ConnectionState::kExpired;
    case net::ConnectionState::kOtherVersion:
      return model::ConnectionState::kOtherVersion;
  }
  return model::ConnectionState::kConnecting;
}

model::ConnectionState shown_to_supervisor(net::ConnectionState state) {
  return state == net::ConnectionState::kForbidden ? model::ConnectionState::kRefused : shown(state);
}

model::ConnectionState shown_after(const absl::Status& status) {
  if (absl::IsUnavailable(status) || absl::IsDeadlineExceeded(status) || absl::IsCancelled(status)) {
    return model::ConnectionState::kLost;
  }
  return absl::IsUnauthenticated(status) ? model::ConnectionState::kExpired : model::ConnectionState::kConnected;
}

}  // namespace aandacht::app
