// Unique ids as a parameter.
#pragma once

#include <string>

namespace aandacht::base {

/// Makes ids that no other call of next() anywhere will make. Safe to use from any thread.
class Ids {
 public:
  virtual ~Ids() = default;

  /// At most 40 characters of [a-z0-9-].
  [[nodiscard]] virtual std::string next() = 0;
};

/// 122 random bits from the operating system, written as a version 4 UUID (RFC 9562).
class RandomIds final : public Ids {
 public:
  [[nodiscard]] std::string next() override;
};

}  // namespace aandacht::base
