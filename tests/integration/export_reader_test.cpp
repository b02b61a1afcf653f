// An export whose reader stops reading: the service takes no more from its store than what is under way.
#include <grpcpp/grpcpp.h>

#include <atomic>

#include "aandacht/v1/exports.grpc.pb.h"
#include "service/bus/local/local_bus.h"
#include "service/core/core.h"
#include "service/rpc/server.h"
#include "service/store/sqlite/sqlite.h"
#include "shared/wire/time.h"
#include "tests/integration/service_client.h"
#include "tests/support/catch.h"
#include "tests/support/manual_clock.h"
#include "tests/support/temporary_folder.h"

namespace aandacht::test {
namespace {

constexpr int kCalls = 200;
constexpr int kTurns = 250;  // Of each: 50 000, which is about a hundred pages.
constexpr int kMostAhead = 16;
const absl::Time kBegin = absl::FromUnixSeconds(1'772'442'000);

/// Counts what is asked of it.
class CountedReads final : public store::Store {
 public:
  explicit CountedReads(store::Store& inner) : inner_(inner) {}

  absl::Status write(const std::function<absl::Status(store::Transaction&)>& work) override {
    return inner_.write(work);
  }
  absl::Status read(const std::function<absl::Status(store::Reads&)>& work) override {
    ++reads_;
    return inner_.read(work);
  }
  /// Since the last time.
  int take() { return reads_.exchange(0); }

 private:
  store::Store& inner_;
  std::atomic<int> reads_ = 0;
};

absl::Status fill(store::Transaction& store) {
  for (int c = 0; c < kCalls; ++c) {
    store::CallRecord call;
    call.call_id = "call-" + std::to_string(c);
    call.agent_id = "sanne";
    call.state = domain::CallState::kEnded;
    call.rang = call.answered = kBegin + absl::Seconds(c);
    call.ended = call.answered + absl::Minutes(4);
    if (absl::Status status = store.save_call(call); !status.ok()) return status;
    for (int t = 0; t < kTurns; ++t) {
      store::TurnRecord turn;
      turn.utterance_id = call.call_id + "-" + std::to_string(t);
      turn.call_id = call.call_id;
      turn.text = "dit is een zin van een lengte die in gesprekken gewoon is, beurt " + std::to_string(t);
      turn.language = "nl";
      turn.said = call.answered + absl::Seconds(t);
      if (absl::Status status = store.append_turn(turn); !status.ok()) return status;
    }
  }
  return absl::OkStatus();
}

/// With a small window that does not grow: otherwise the reader's own side takes megabytes ahead of what it reads.
std::shared_ptr<grpc::Channel> narrow_channel(const std::string& address) {
  grpc::ChannelArguments arguments;
  arguments.SetInt(GRPC_ARG_HTTP2_BDP_PROBE, 0);
  arguments.SetInt(GRPC_ARG_HTTP2_STREAM_LOOKAHEAD_BYTES, 64 * 1024);
  arguments.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1);
  return grpc::CreateCustomChannel(address, grpc::InsecureChannelCredentials(), arguments);
}

v1::ExportTurnsRequest all_turns() {
  v1::ExportTurnsRequest request;
  *request.mutable_from_time() = wire::to_proto(kBegin - absl::Hours(1));
  *request.mutable_before_time() = wire::to_proto(kBegin + absl::Hours(1));
  request.set_format(v1::EXPORT_FORMAT_CSV);
  return request;
}

class Reader {
 public:
  explicit Reader(const std::string& address)
      : stub_(v1::ExportService::NewStub(narrow_channel(address))),
        context_(soon()),
        stream_(stub_->ExportTurns(context_.get(), all_turns())) {}

  /// False at the end.
  bool read_some() {
    v1::ExportTurnsResponse response;
    if (!stream_->Read(&response)) return false;
    text_ += response.chunk();
    return true;
  }
  grpc::Status read_all() {
    while (read_some()) {
    }
    return stream_->Finish();
  }
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::unique_ptr<v1::ExportService::Stub> stub_;
  std::unique_ptr<grpc::ClientContext> context_;
  std::unique_ptr<grpc::ClientReader<v1::ExportTurnsResponse>> stream_;
  std::string text_;
};

TEST_CASE("an export whose reader sleeps takes some pages from the store and no more, and goes on when it wakes",
          "[export]") {
  const TemporaryFolder folder;
  const auto file = store::sqlite::open(folder.file("store.db"));
  REQUIRE(file.ok());
  REQUIRE((*file)->write(fill).ok());
  CountedReads store(**file);
  bus::LocalBus bus;
  const ManualClock clock(kBegin + absl::Hours(1));
  const auto core = core::Core::open({}, {}, store, bus, clock);
  INFO(core.status());
  REQUIRE(core.ok());
  const auto server = rpc::Server::start(**core, {.address = "127.0.0.1:0"});
  REQUIRE(server.ok());

  Reader awake((*server)->address());
  store.take();
  REQUIRE(awake.read_all().ok());
  const int whole = store.take();
  CHECK(whole > 4 * kMostAhead);  // Otherwise this test says nothing.

  Reader sleeping((*server)->address());
  REQUIRE(sleeping.read_some());
  // Meanwhile another reads everything, so there was time enough to run ahead of the one that sleeps.
  Reader beside((*server)->address());
  REQUIRE(beside.read_all().ok());
  CHECK(store.take() <= whole + kMostAhead);
  REQUIRE(sleeping.read_all().ok());
  CHECK(store.take() >= whole - kMostAhead);
  CHECK(sleeping.text() == awake.text());
  CHECK(beside.text() == awake.text());
}

}  // namespace
}  // namespace aandacht::test
