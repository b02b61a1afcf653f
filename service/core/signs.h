// What customers keep asking, the signs that answer it, and whether they helped.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "service/core/commands.h"
#include "service/core/mind.h"
#include "service/core/writer.h"
#include "service/store/store.h"
#include "shared/base/clock.h"
#include "shared/domain/sign.h"
#include "shared/domain/sign_effect.h"

namespace aandacht::core {

struct PutSign {
  std::string request_id;
  domain::Sign sign;  ///< `version`, `editor` and `edited` are the service's.
  int base_version = 0;
  std::string editor;
};

/// `stored` is the answer to `put` and stood there before it: with the same words, at the same place, for the same
/// question.
[[nodiscard]] bool stood_before(const PutSign& put, const domain::Sign& stored);

/// Failures as signs.proto has them. Safe to use from any thread. References must outlive this.
class Signs {
 public:
  Signs(Writer& writer, store::Store& store, const Mind& mind, const base::Clock& clock, absl::TimeZone time_zone)
      : writer_(writer), store_(store), mind_(mind), clock_(clock), time_zone_(time_zone) {}

  /// \param days  0 means 28. \param most  0 means 50.
  [[nodiscard]] absl::StatusOr<domain::RepeatedQuestions> repeated(int days, const std::string& language,
                                                                   int most) const;

  [[nodiscard]] absl::StatusOr<domain::SignProposal> propose(const std::string& group, domain::SignPlace place,
                                                             const std::string& language) const;

  [[nodiscard]] absl::StatusOr<std::vector<domain::SignFinding>> check(domain::SignPlace place,
                                                                       const std::string& language,
                                                                       const std::string& text) const;

  /// The result is the sign as it is stored. A new one that stands already is not stored again: see stood_before().
  void put(PutSign put, Done<domain::Sign> done);

  /// \param group  empty: all.
  [[nodiscard]] absl::StatusOr<std::vector<domain::ListedSign>> list(const std::string& group) const;

  [[nodiscard]] absl::StatusOr<std::vector<domain::Sign>> versions(const std::string& sign_id) const;

  [[nodiscard]] absl::StatusOr<domain::SignEffect> effect(const std::string& sign_id) const;

 private:
  [[nodiscard]] absl::CivilDay today() const { return absl::ToCivilDay(clock_.now(), time_zone_); }

  Writer& writer_;
  store::Store& store_;
  const Mind& mind_;
  const base::Clock& clock_;
  const absl::TimeZone time_zone_;
};

}  // namespace aandacht::core
