// How everything looks: colours, faces and one factor of scale. What a view needs to draw.
#pragma once

#include <imgui.h>

#include <array>
#include <string>

#include "client/render/canvas.h"
#include "client/ui/focus_order.h"
#include "client/ui/fonts.h"
#include "client/ui/theme.h"
#include "client/ui/typed_field.h"

namespace aandacht::ui {

/// What a text field holds between two frames.
struct FieldMemory {
  std::array<char, 201> text{};  ///< At most 200 bytes of UTF-8, as the service takes.
  bool was_open = false;
  int chosen = 0;  ///< The row that Enter takes.
  int fresh = 0;   ///< Frames in which the caret is still put at the end.
};

/// The list of a choice that is open, see client/ui/choice.h; one at a time is.
struct ChoiceMemory {
  std::string filter;  ///< What was typed since it opened.
  int at = 0;          ///< The option that Enter takes, of those that fit the filter.
  bool follow = false;
};

/// Belongs to the thread that draws. `fonts` must be of the atlas of ImGui's context.
struct Look {
  Theme theme;
  Fonts fonts;
  float scale = 1;
  float body = kUsualBody;  ///< Pixels of the design.
  FieldMemory search;
  FocusOrder focus;
  TypedField typed;
  ChoiceMemory choice;

  /// Pixels of the screen of a length in the design, whole.
  [[nodiscard]] float px(float length) const;
  /// px() of a length that holds text: it grows with the text, and does not shrink with it.
  [[nodiscard]] float text_px(float length) const;
  /// An outline's width in whole pixels, at least one.
  [[nodiscard]] float outline() const;
  [[nodiscard]] float pitch(Type type) const { return fonts.pitch(type); }
};

/// Loads the fonts of `find_fonts()` into `atlas` and puts all together. For FrameLoop's add_fonts. `body`: see
/// load_fonts().
[[nodiscard]] Look make_look(Palette palette, float scale, ImFontAtlas& atlas, float body = kUsualBody);

/// Gives ImGui's own parts (text field, tooltip, scroll bar) the look, and stops the caret from blinking.
/// Needs ImGui's context. For FrameLoop's apply_style.
void apply_look(const Look& look);

/// What lies under everything: FrameLoop's background.
[[nodiscard]] render::Pixel background_of(const Theme& theme);

/// ImGui's form of a colour, opaque.
[[nodiscard]] ImU32 to_u32(Colour colour);

}  // namespace aandacht::ui
