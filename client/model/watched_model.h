// Who follows the call on screen, as its agent reads it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "client/model/language.h"
#include "shared/domain/desk.h"

namespace aandacht::model {

struct WatchedModel {
  std::string line;     ///< "Kim kijkt mee: inwerken nieuwe collega"
  std::string since;    ///< "sinds 10:02"; empty when nobody watches any more.
  std::string tooltip;  ///< Everybody with their reason and since when.
  std::string pill;     ///< "Kim kijkt mee"
  std::vector<std::string> names;

  bool operator==(const WatchedModel&) const = default;
};

/// Who follows this call; absent when nobody does.
[[nodiscard]] std::optional<WatchedModel> make_watched(const domain::Desk& desk, const std::string& call_id,
                                                       absl::TimeZone zone, Language language);

/// Keeps saying for a moment that somebody does not watch any more. Times are those of one clock that never jumps back.
class WatchFarewell {
 public:
  static constexpr absl::Duration kLength = absl::Seconds(6);

  /// Takes in who follows the call on screen (empty id: there is none), and puts the farewell in the place of nobody.
  void see(const std::string& call_id, std::optional<WatchedModel>& watched, Language language, absl::Duration now);

  /// When to draw again; absent: not because of this.
  [[nodiscard]] std::optional<absl::Duration> next_at() const;

 private:
  std::string call_id_;
  std::vector<std::string> watching_;  // Last.
  std::vector<std::string> gone_;      // Who were the last to.
  absl::Duration until_;
};

}  // namespace aandacht::model
