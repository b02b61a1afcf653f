// The service, composed: store, bus, core, server.
#pragma once

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "service/app/config.h"
#include "service/core/core.h"

namespace aandacht::service_app {

class Service {
 public:
  /// Opens the store, loads the content and listens. Failures say what to do; the code is that of the part that failed.
  [[nodiscard]] static absl::StatusOr<std::unique_ptr<Service>> start(const Config& config);

  virtual ~Service() = default;

  /// With the port that was really taken.
  [[nodiscard]] virtual const std::string& address() const = 0;

  [[nodiscard]] virtual core::Core& core() = 0;

  /// Stops taking, commits what was taken, ends the streams. Returns within about Config::drain.
  virtual void drain() = 0;
};

}  // namespace aandacht::service_app
