// The photo of a story, from its card's coming to its going.
#include "client/overlay/portrait.h"

#include "tests/support/catch.h"

namespace aandacht::overlay {
namespace {

std::optional<model::CardModel> story(const std::string& card_id, const std::string& story_id) {
  model::CardModel card;
  card.id = card_id;
  card.kind = domain::CardKind::kEmpathy;
  card.story_id = story_id;
  return card;
}

net::Photo photo(int width, int height) {
  net::Photo made{width, height, {}};
  for (int i = 0; i < width * height; ++i) made.pixels += std::string(3, static_cast<char>(i));
  return made;
}

struct Fixture {
  render::Textures textures;
  std::vector<std::string> asked;
  Portrait portrait{textures, [this](const std::string& id) { asked.push_back(id); }};
};

}  // namespace

TEST_CASE("A photo is asked for once a card, shown when it came, and gone from memory with the card") {
  Fixture f;
  auto card = story("c1", "s1");
  f.portrait.follow(card);
  f.portrait.follow(card);
  CHECK(f.asked == std::vector<std::string>{"s1"});
  CHECK(card->photo == 0);
  f.portrait.take("s1", photo(4, 4));
  f.portrait.follow(card);
  CHECK(card->photo != 0);
  REQUIRE(f.textures.find(card->photo) != nullptr);
  std::optional<model::CardModel> none;
  f.portrait.follow(none);
  CHECK(f.textures.ids().empty());
}

TEST_CASE("A photo that comes after its card went, or of another story, is thrown away") {
  Fixture f;
  auto card = story("c1", "s1");
  f.portrait.follow(card);
  auto other = story("c2", "s2");
  f.portrait.follow(other);
  f.portrait.take("s1", photo(2, 2));
  CHECK(f.textures.ids().empty());
  std::optional<model::CardModel> none;
  f.portrait.follow(none);
  f.portrait.take("s2", photo(2, 2));
  CHECK(f.textures.ids().empty());
}

TEST_CASE("Another kind of card asks for no photo") {
  Fixture f;
  auto card = story("c1", "s1");
  card->kind = domain::CardKind::kWhy;
  f.portrait.follow(card);
  CHECK(f.asked.empty());
}

TEST_CASE("When the overlay ends nothing is left of it") {
  render::Textures textures;
  {
    Portrait portrait(textures, [](const std::string&) {});
    auto card = story("c1", "s1");
    portrait.follow(card);
    portrait.take("s1", photo(2, 2));
    CHECK(textures.ids().size() == 1);
  }
  CHECK(textures.ids().empty());
}

TEST_CASE("Of a photo that is not square its middle is drawn") {
  const render::Picture square = square_of(photo(4, 2));
  CHECK(square.width == 2);
  CHECK(square.height == 2);
  CHECK(square.rgba == std::vector<std::uint8_t>{1, 1, 1, 255, 2, 2, 2, 255, 5, 5, 5, 255, 6, 6, 6, 255});
}

}  // namespace aandacht::overlay
