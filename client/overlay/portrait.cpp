#include "client/overlay/portrait.h"

#include <algorithm>
#include <utility>

namespace aandacht::overlay {

void Portrait::follow(std::optional<model::CardModel>& card) {
  if (!card || card->kind != domain::CardKind::kEmpathy) {
    forget();
    return;
  }
  if (card->id != card_id_) {
    forget();
    card_id_ = card->id;
    story_id_ = card->story_id;
    if (!story_id_.empty()) ask_(story_id_);
  }
  card->photo = texture_;
}

void Portrait::take(const std::string& story_id, const net::Photo& photo) {
  if (story_id_.empty() || story_id != story_id_ || texture_ != 0) return;
  texture_ = textures_.add(square_of(photo));
}

void Portrait::forget() {
  if (texture_ != 0) textures_.remove(std::exchange(texture_, 0));
  card_id_.clear();
  story_id_.clear();
}

render::Picture square_of(const net::Photo& photo) {
  const int side = std::min(photo.width, photo.height);
  const int left = (photo.width - side) / 2;
  const int top = (photo.height - side) / 2;
  render::Picture square{side, side, {}};
  square.rgba.reserve(static_cast<std::size_t>(side) * static_cast<std::size_t>(side) * 4);
  for (int y = top; y < top + side; ++y) {
    for (int x = left; x < left + side; ++x) {
      const auto at = static_cast<std::size_t>(y * photo.width + x) * 3;
      for (std::size_t i = 0; i < 3; ++i) square.rgba.push_back(static_cast<std::uint8_t>(photo.pixels[at + i]));
      square.rgba.push_back(255);
    }
  }
  return square;
}

}  // namespace aandacht::overlay
