// Draws ImGui's draw lists on the CPU.
#pragma once

#include <imgui.h>

#include "client/render/canvas.h"
#include "client/render/imgui_compat.h"
#include "client/render/textures.h"

namespace aandacht::render {

/// Draws a frame into a canvas. The result is the same on every machine, and the same whether a frame is drawn whole
/// or region by region: all geometry is in whole 1/256 pixels (exact integers), a pixel belongs to the shape that holds
/// its centre, an edge through a centre belongs to the shape below or right of it (the top-left rule of GPUs).
/// Glyphs are laid on whole pixels. One thread; atlas and textures must outlive the rasteriser.
class Rasteriser {
 public:
  explicit Rasteriser(const Textures& textures) : textures_(textures) {}

  /// From now on glyphs come from `atlas`. Call again after every build of the atlas.
  void use_atlas(const AtlasPixels& atlas) { atlas_ = atlas; }

  /// Fills `region` of `canvas` with `background` and draws into it what `frame` has there. Pixels outside stay.
  void draw(const ImDrawData& frame, Pixel background, const Rect& region, Canvas& canvas) const;

 private:
  const Textures& textures_;
  AtlasPixels atlas_;
};

}  // namespace aandacht::render
