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
  kOpening,
  kWeCard,
  kWhyCard,
  kPromptCard,
  kQuietCall,
  kOnHold,
  kSearch,
  kSearchNothing,
  kWrapUp,
  kLostInCall,
  kConnecting,
  kDisconnected,
  kRefused,
};

/// All of them, in the order of a call.
[[nodiscard]] std::vector<Scene> all_scenes();

/// "in-call-we": for file names.
[[nodiscard]] std::string name_of(Scene scene);

/// What the overlay shows in a scene; the words of customer and library are in `language` too.
[[nodiscard]] model::OverlayModel overlay_model(Scene scene, model::Language language);

/// The same with the longest words anybody would use.
[[nodiscard]] model::OverlayModel long_words_model(Scene scene, model::Language language);

/// A floor of nine.
[[nodiscard]] model::FloorModel floor_model(model::Language language);
[[nodiscard]] model::FloorModel empty_floor_model(model::Language language);

/// Tuesday 17 November 2026, 10:00 in Amsterdam.
[[nodiscard]] absl::Time example_now();

}  // namespace aandacht::test
