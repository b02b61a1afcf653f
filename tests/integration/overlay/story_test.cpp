// A customer's story from its consent to an agent's screen, and off it again.
#include "aandacht/v1/stories.grpc.pb.h"
#include "client/net/channel.h"
#include "client/overlay/portrait.h"
#include "shared/wire/time.h"
#include "tests/integration/overlay/session_house.h"
#include "tests/support/slurp.h"
#include "tests/unit/picture/made_pictures.h"

namespace aandacht::test {
namespace {

using domain::CallEvent;
using domain::CallState;

class StoryHouse : public SessionHouse {
 public:
  StoryHouse() {
    start_service();
    stories_ = v1::StoryService::NewStub(net::open_channel("unix:" + folder.file("service.sock")));
  }

  void put() {
    v1::PutStoryRequest request;
    request.set_request_id("put-1");
    v1::Story& story = *request.mutable_story();
    story.set_id("s1");
    story.set_customer("Mevrouw A. Voorbeeld");
    story.set_language("nl");
    story.set_line("Ze belde vier keer over haar terugbetaling.");
    *story.mutable_consent()->mutable_give_time() = wire::to_proto(absl::Now() - absl::Hours(24));
    *story.mutable_consent()->mutable_expire_time() = wire::to_proto(absl::Now() + absl::Hours(24 * 30));
    story.mutable_consent()->set_purpose("op het scherm van medewerkers");
    request.set_picture(picture::jpeg_file(640, 480, [](int, int) { return 0x336699ffU; }));
    v1::PutStoryResponse response;
    grpc::ClientContext context;
    REQUIRE(stories_->PutStory(&context, request, &response).ok());
  }

  void withdraw() {
    v1::WithdrawStoryRequest request;
    request.set_request_id("withdraw-1");
    request.set_story_id("s1");
    v1::WithdrawStoryResponse response;
    grpc::ClientContext context;
    REQUIRE(stories_->WithdrawStory(&context, request, &response).ok());
  }

  /// A quarter of an hour of talk in the shift, wrapped up.
  void finish_a_call() {
    softphone(CallEvent::kAnswered, "c1");
    REQUIRE(shows(CallState::kInCall));
    clock.advance(absl::Minutes(15));
    softphone(CallEvent::kEnded, "c1");
    REQUIRE(shows(CallState::kWrapUp));
    session().finish_wrap_up("c1");
  }

  bool shows_story() {
    const domain::Desk* desk = session().desk();
    return desk != nullptr && desk->card && desk->card->kind == domain::CardKind::kEmpathy;
  }

 private:
  std::unique_ptr<v1::StoryService::Stub> stories_;
};

TEST_CASE("after a call the agent sees the story with its photo; withdrawn, both are gone from screen and disk") {
  StoryHouse house;
  house.put();
  house.start_session();
  house.finish_a_call();
  REQUIRE(house.comes([&] { return house.shows_story(); }));
  render::Textures textures;
  overlay::Portrait portrait(textures, [&](const std::string& id) {
    house.session().fetch_story_photo(id, [&, id](const net::Photo& photo) { portrait.take(id, photo); });
  });
  std::optional<model::CardModel> card = model::CardModel{};
  card->id = house.session().desk()->card->id;
  card->kind = domain::CardKind::kEmpathy;
  card->story_id = house.session().desk()->card->source_id;
  portrait.follow(card);
  REQUIRE(house.comes([&] { return !textures.ids().empty(); }));
  portrait.follow(card);
  REQUIRE(textures.find(card->photo) != nullptr);
  CHECK(textures.find(card->photo)->width == 144);

  house.withdraw();
  REQUIRE(house.comes([&] { return !house.shows_story(); }));
  card.reset();
  portrait.follow(card);
  CHECK(textures.ids().empty());
  house.end_session();
  for (const auto& file : std::filesystem::directory_iterator(house.folder.path())) {
    INFO(file.path());
    CHECK(slurp(file.path()).find("over haar terugbetaling") == std::string::npos);
  }
}

TEST_CASE("when the service goes away, a story leaves the screen with its minute") {
  StoryHouse house;
  house.put();
  house.start_session();
  house.finish_a_call();
  REQUIRE(house.comes([&] { return house.shows_story(); }));
  house.stop_service();
  REQUIRE(house.comes([&] { return house.session().connection().state != model::ConnectionState::kConnected; }));
  house.clock.advance(absl::Seconds(61));
  CHECK(house.comes([&] { return !house.shows_story(); }));
}

}  // namespace
}  // namespace aandacht::test
