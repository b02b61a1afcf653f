// Which prompts the service was told of by this window, and when to tell it again.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "client/net/backoff.h"

namespace aandacht::overlay {

/// A prompt counts as told when the service's answer said so; until then it is told again, each time later. Times are
/// of the steady clock. For one thread.
class Receipts {
 public:
  static constexpr net::BackoffPolicy kPolicy{absl::Milliseconds(500), 2, absl::Seconds(30), 0.2};

  /// What is to be sent now; answered() wants it back.
  struct Telling {
    std::vector<std::string> received;
    std::string shown;  ///< A prompt; empty: none.
    std::int64_t stream = 0;
  };

  explicit Receipts(const net::Randomness& random) : receiving_(kPolicy, random), showing_(kPolicy, random) {}

  /// The service may have lost what it was told, and no answer of before counts.
  void forget();

  /// These prompts are at the desk. Absent: there is nothing to tell now.
  [[nodiscard]] std::optional<Telling> have(std::set<std::string> here, absl::Duration now);

  /// This prompt stands on screen. \param moment  what may change the service's mind: in another it is told at once.
  [[nodiscard]] std::optional<Telling> show(const std::string& prompt_id, const std::string& moment,
                                            absl::Duration now);

  /// \param arrived  the service answered. \param shown  it has the shown prompt as shown.
  void answered(const Telling& telling, bool arrived, bool shown, absl::Duration now);

  /// When have() and show() next have something to tell if nothing changes; absent: that is not known now.
  [[nodiscard]] std::optional<absl::Duration> again(absl::Duration now) const;

 private:
  std::int64_t stream_ = 0;
  net::Backoff receiving_;
  net::Backoff showing_;
  std::set<std::string> received_;  // The service said that it knows …
  std::set<std::string> sent_;      // … and is being told.
  absl::Duration receive_again_ = -absl::InfiniteDuration();
  std::string moment_;  // Of what stands on screen.
  bool show_sent_ = false;
  bool shown_ = false;
  absl::Duration show_again_ = -absl::InfiniteDuration();
};

}  // namespace aandacht::overlay
