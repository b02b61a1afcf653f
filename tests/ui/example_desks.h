// Desks as they stand in each state of a call, in Dutch and English: for tests of views and for screenshots.
#pragma once

#include <string>
#include <vector>

#include "client/model/floor_model.h"
#include "client/model/overlay_model.h"

namespace aandacht::test {

/// A state worth looking at.
enum class Scene {
  kIdle,
  kRinging,
  kUnknownCaller,
  kWithheld,
  kOpening,
  kWeCard,
  kWhyCard,
  kPromptCard,
  kFirstTimeCard,
  kStory,  ///< A customer's, without its photo.
  kQuietCall,
  kJourney,
  kSecondCall,
  kOnHold,
  kSearch,
  kSearchNothing,
  kWrapUp,
  kLostInCall,
  kOffline,
  kExpired,
  kOtherVersion,
  kRefused,
  kConnecting,  ///< These three before there ever was a desk.
  kDisconnected,
  kNeverAdmitted,
  kKeys,          ///< The list of keys in a call.
  kKeyboard,      ///< Lent the keyboard.
  kWatched,       ///< A supervisor follows the call.
  kWatchedByTwo,  ///< Two do, and another call rings.
  kHeavy,         ///< Marked as heavy, with a pinned turn.
  kClickThrough,  ///< Clicks go through.
  // The agent's own rest, see example_rest.h.
  kCalm,
  kElevated,
  kCauses,
  kCausesInCall,
  kOfferFits,
  kOfferCosts,
  kOfferUnknown,
  kAskReset,
  kResetRuns,
  kResetBreathes,
  kResetAsked,
  kResetStill,
  kAfterReset,
  kResetEffects,
  kResetAfterCall,
  kWrapUpGuessed,  ///< Two of the three E's, and the habit is ticked.
  kWrapUpRoutine,  ///< The habit may have become routine.
  kCallEndsReset,
  kPillIdle,  ///< From here on the window is a pill.
  kPillInCall,
  kPillOnHold,
  kPillSecondCall,
  kPillWrapUp,
  kPillOffline,
  kPillOffer,
  kPillReset,
  kPillWatched,
};

/// How much there is to show.
enum class Content { kTypical, kEmpty, kOverfull };

/// All that stand in a column, in the order of a call.
[[nodiscard]] std::vector<Scene> all_scenes();

/// All that stand in a pill.
[[nodiscard]] std::vector<Scene> pill_scenes();

/// How high the window of a scene is, pixels of the design.
[[nodiscard]] int design_height(Scene scene);

[[nodiscard]] std::vector<Content> all_contents();

/// "empty"
[[nodiscard]] std::string name_of(Content content);

/// "in-call-we": for file names.
[[nodiscard]] std::string name_of(Scene scene);

/// What the overlay shows in a scene; the words of customer and library are in `language` too.
[[nodiscard]] model::OverlayModel overlay_model(Scene scene, model::Language language);

/// The same with as little, as usual, or with more than there is room for in the longest words.
[[nodiscard]] model::OverlayModel overlay_model(Scene scene, model::Language language, Content content);

/// The usual amount in the longest words anybody would use.
[[nodiscard]] model::OverlayModel long_words_model(Scene scene, model::Language language);

/// A floor of nine.
[[nodiscard]] model::FloorModel floor_model(model::Language language);
[[nodiscard]] model::FloorModel empty_floor_model(model::Language language);
/// The same nine with one of them selected, whose call is followed so far.
[[nodiscard]] model::FloorModel selected_floor_model(model::Language language, model::WatchStage stage);
/// As many as are asked for: "agent-000" …
[[nodiscard]] model::FloorModel crowded_floor_model(model::Language language, int agents);

/// Tuesday 17 November 2026, 10:00 in Amsterdam.
[[nodiscard]] absl::Time example_now();

}  // namespace aandacht::test
