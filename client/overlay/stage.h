// What the window remembers from frame to frame: pill or column, the open journey, the card that fades in.
#pragma once

#include <optional>
#include <string>

#include "absl/time/time.h"
#include "client/model/card_fade.h"
#include "client/model/energy_model.h"
#include "client/model/overlay_model.h"
#include "client/model/pill_state.h"
#include "client/platform/window.h"

namespace aandacht::overlay {

/// Of the window, pixels of the design.
inline constexpr int kPillHeight = 48;
inline constexpr int kColumnHeight = 720;

struct StageOptions {
  bool as_pill = false;         ///< Begins as a pill; the window may be one already.
  bool reduced_motion = false;  ///< Nothing fades.
};

/// What it is told of one frame.
struct Moment {
  bool pointer_inside = false;
  bool listening = false;  ///< The customer is speaking or about to: nothing may move.
};

/// Belongs to the drawing thread. `window` must outlive it.
class Stage {
 public:
  Stage(platform::Window& window, const StageOptions& options)
      : window_(window), options_(options), pill_(options.as_pill) {}

  /// Puts into `model` what follows from window and time, and asks the window for the size it should have. What is
  /// drawn follows the size the window has: a pill in the place of a pill, also while the other size is under way.
  void direct(model::OverlayModel& model, const Moment& moment);

  void set_reduced_motion(bool on) { options_.reduced_motion = on; }

  void toggle_pill() { pill_.toggle(); }
  void open_pill() { pill_.open(window_.now()); }
  /// For what stands in a column only, such as the settings: in every frame of it.
  void show_column() {
    open_pill();
    follow_size();
  }
  /// Who has just stopped watching, also while a page covers the rest: the part of direct() that every frame needs.
  void follow_watched(model::OverlayModel& model);
  /// Until that line goes; absent: there is none.
  [[nodiscard]] std::optional<absl::Duration> farewell_ends_in() const;

  /// Does nothing without a customer's journey; closes by itself when another call comes on screen.
  void toggle_journey() { journey_of_ = journey_of_.empty() ? call_id_ : std::string(); }

  /// The reset or its offer before the card on screen, until there is none of either; causes close.
  void show_rest();

  /// The causes of the ring; what comes on screen takes their place.
  void toggle_causes() { causes_open_ = !causes_open_; }
  /// The choice of a reset, while there is nothing else of one.
  void toggle_ask() { ask_open_ = !ask_open_; }
  void choose_length(std::size_t place) { length_ = place; }

  /// How long until another frame is needed although nothing happens; absent: none is.
  [[nodiscard]] std::optional<absl::Duration> wakes_in() const;

 private:
  [[nodiscard]] int pixels(int length) const;
  [[nodiscard]] bool is_pill() const;
  void follow_pill(const model::OverlayModel& model, const Moment& moment);
  void follow_size();
  void follow_rest(model::OverlayModel& model);

  platform::Window& window_;
  StageOptions options_;
  model::PillState pill_;
  model::CardFade fade_;
  model::WatchFarewell farewell_;
  std::string call_id_;                   // On screen.
  std::string journey_of_;                // The call whose steps stand open; empty: none.
  std::optional<platform::Size> column_;  // Its size while the window is a pill.
  model::RingHold ring_;
  std::string news_;  // Card and call on screen: another one closes what the agent opened.
  bool causes_open_ = false;
  bool ask_open_ = false;
  std::string card_id_;      // On screen.
  std::string before_card_;  // The card that the reset or its offer stands before; empty: none.
  std::size_t length_ = 0;   // Of a reset that is chosen.
  std::string length_of_;    // The offer that it was chosen for; empty: none.
  int asked_ = 0;            // How often for a size that the window does not have yet.
};

}  // namespace aandacht::overlay
