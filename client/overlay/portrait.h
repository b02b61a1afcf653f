// The photo of the story on screen: asked for when its card comes, gone with it.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "client/model/overlay_model.h"
#include "client/net/story_photo.h"
#include "client/render/textures.h"

namespace aandacht::overlay {

/// Belongs to the drawing thread. `textures` must outlive it.
class Portrait {
 public:
  /// Has the photo fetched; take() is told what came.
  using Ask = std::function<void(const std::string& story_id)>;

  Portrait(render::Textures& textures, Ask ask) : textures_(textures), ask_(std::move(ask)) {}
  ~Portrait() { forget(); }
  Portrait(const Portrait&) = delete;
  Portrait& operator=(const Portrait&) = delete;

  /// Puts the photo into the card, once it is here. To be called with every frame's model, also without a card.
  void follow(std::optional<model::CardModel>& card);

  /// The photo of a story; of one that is not on screen any more it is thrown away.
  void take(const std::string& story_id, const net::Photo& photo);

 private:
  void forget();

  render::Textures& textures_;
  const Ask ask_;
  std::string card_id_;
  std::string story_id_;
  std::uint64_t texture_ = 0;
};

/// The middle of the photo, as high as it is wide, to be drawn.
[[nodiscard]] render::Picture square_of(const net::Photo& photo);

}  // namespace aandacht::overlay
