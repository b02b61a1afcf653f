// Taking the library over, page by page, from a service of this process.
#include "client/net/why_list.h"

#include <grpcpp/grpcpp.h>

#include <atomic>
#include <mutex>

#include "aandacht/v1/library.grpc.pb.h"
#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "client/net/channel.h"
#include "tests/support/catch.h"
#include "tests/support/eventually.h"

namespace aandacht::net {
namespace {

/// Three pages of two whys; waits for `go` before each.
class Library final : public v1::LibraryService::Service {
 public:
  Library() {
    int port = 0;
    grpc::ServerBuilder builder;
    builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(), &port);
    builder.RegisterService(this);
    server_ = builder.BuildAndStart();
    address = absl::StrCat("127.0.0.1:", port);
  }

  grpc::Status ListWhys(grpc::ServerContext* context, const v1::ListWhysRequest* request,
                        v1::ListWhysResponse* response) override {
    ++asked;
    while (!go && !context->IsCancelled()) absl::SleepFor(absl::Milliseconds(1));
    const int page = request->page_token().empty() ? 0 : std::stoi(request->page_token());
    if (page == fails_at) return {grpc::StatusCode::UNAVAILABLE, "away"};
    for (int i = 0; i < 2; ++i) response->add_whys()->set_id(absl::StrCat(page, "-", i));
    if (page < 2) response->set_next_page_token(absl::StrCat(page + 1));
    return grpc::Status::OK;
  }

  std::string address;
  std::atomic<bool> go = true;
  std::atomic<int> asked = 0;
  int fails_at = -1;

 private:
  std::unique_ptr<grpc::Server> server_;
};

struct Heard {
  std::mutex mutex;
  std::vector<std::string> ids;
  std::optional<absl::Status> end;

  WhyList::Handlers handlers() {
    return {.on_page =
                [this](const std::vector<domain::Why>& whys) {
                  const std::scoped_lock lock(mutex);
                  for (const domain::Why& why : whys) ids.push_back(why.id);
                },
            .on_end =
                [this](const absl::Status& status) {
                  const std::scoped_lock lock(mutex);
                  end = status;
                }};
  }
  bool ended() {
    const std::scoped_lock lock(mutex);
    return end.has_value();
  }
};

}  // namespace

TEST_CASE("all pages of whys are told in order, and then the end") {
  Library library;
  Heard heard;
  WhyList list(open_channel(library.address));
  list.fetch(heard.handlers());
  REQUIRE(test::eventually([&] { return heard.ended(); }));
  CHECK(heard.end->ok());
  CHECK(heard.ids == std::vector<std::string>{"0-0", "0-1", "1-0", "1-1", "2-0", "2-1"});
}

TEST_CASE("a listing that breaks off says so, and its whys are not taken for all") {
  Library library;
  library.fails_at = 1;
  Heard heard;
  WhyList list(open_channel(library.address));
  list.fetch(heard.handlers());
  REQUIRE(test::eventually([&] { return heard.ended(); }));
  CHECK(absl::IsUnavailable(*heard.end));
  CHECK(heard.ids.size() == 2);
}

TEST_CASE(
    "a list that goes while a page is under way waits for it and tells nothing, and so does the channel after it") {
  Library library;
  library.go = false;
  Heard heard;
  {
    const auto channel = open_channel(library.address);
    WhyList list(channel);
    list.fetch(heard.handlers());
    REQUIRE(test::eventually([&] { return library.asked > 0; }));
  }
  CHECK_FALSE(heard.ended());
  CHECK(heard.ids.empty());
}

}  // namespace aandacht::net
