// The photo of a story, from a service of this process.
#include "client/net/story_photo.h"

#include <grpcpp/grpcpp.h>

#include "aandacht/v1/stories.grpc.pb.h"
#include "absl/strings/str_cat.h"
#include "client/net/channel.h"
#include "tests/support/awaited.h"
#include "tests/support/catch.h"

namespace aandacht::net {
namespace {

class Stories final : public v1::StoryService::Service {
 public:
  Stories() {
    int port = 0;
    grpc::ServerBuilder builder;
    builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(), &port);
    builder.RegisterService(this);
    server_ = builder.BuildAndStart();
    address = absl::StrCat("127.0.0.1:", port);
  }

  grpc::Status GetStoryPhoto(grpc::ServerContext*, const v1::GetStoryPhotoRequest* request,
                             v1::GetStoryPhotoResponse* response) override {
    if (request->story_id() != "s1") return {grpc::StatusCode::NOT_FOUND, "no such story"};
    *response = photo;
    return grpc::Status::OK;
  }

  std::string address;
  v1::GetStoryPhotoResponse photo;

 private:
  std::unique_ptr<grpc::Server> server_;
};

TEST_CASE("The photo comes with its size; a story without one is not found") {
  Stories stories;
  stories.photo.set_width(2);
  stories.photo.set_height(1);
  stories.photo.set_pixels("abcdef");
  StoryPhoto photo(open_channel(stories.address));
  test::Awaited<Photo> answer;
  photo.ask("s1", answer.callback());
  REQUIRE(answer.get().ok());
  CHECK(answer.get()->width == 2);
  CHECK(answer.get()->pixels == "abcdef");
  test::Awaited<Photo> none;
  photo.ask("s2", none.callback());
  CHECK(absl::IsNotFound(none.get().status()));
}

TEST_CASE("A photo whose pixels do not fit its size, or that is too large, is no photo") {
  Stories stories;
  const auto [width, height, bytes] = GENERATE(std::tuple{2, 2, 11}, std::tuple{0, 0, 0}, std::tuple{-1, -1, 3},
                                               std::tuple{65536, 65536, 0}, std::tuple{257, 1, 771});
  stories.photo.set_width(width);
  stories.photo.set_height(height);
  stories.photo.set_pixels(std::string(static_cast<std::size_t>(bytes), 'x'));
  StoryPhoto photo(open_channel(stories.address));
  test::Awaited<Photo> answer;
  photo.ask("s1", answer.callback());
  CHECK(absl::IsInternal(answer.get().status()));
}

TEST_CASE("A service that is away gives no photo and keeps nobody waiting") {
  StoryPhoto photo(open_channel("127.0.0.1:1"), absl::Milliseconds(200));
  test::Awaited<Photo> answer;
  photo.ask("s1", answer.callback());
  CHECK_FALSE(answer.get().ok());
}

}  // namespace
}  // namespace aandacht::net
