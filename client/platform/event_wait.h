// Sleeping until something can be read.
#pragma once

#include <initializer_list>
#include <optional>

#include "absl/time/time.h"

namespace aandacht::platform {

/// A bell that another thread rings: an eventfd.
class Bell {
 public:
  /// Throws std::system_error when the process may have no more files.
  Bell();
  ~Bell();
  Bell(const Bell&) = delete;
  Bell& operator=(const Bell&) = delete;

  /// Any thread; never blocks, never lost; several may become one.
  void ring();
  /// Forgets that it rang.
  void silence();
  [[nodiscard]] int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

/// Blocks until one of `descriptors` can be read or `timeout` has passed (nullopt: no limit); a signal ends it early.
/// Negative descriptors are skipped.
void wait_for_any(std::initializer_list<int> descriptors, std::optional<absl::Duration> timeout);

}  // namespace aandacht::platform
