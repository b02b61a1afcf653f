// From a turn that is sent to the change of the desk that a watcher reads, through the real service on loopback.
#include <condition_variable>
#include <fstream>
#include <functional>
#include <mutex>
#include <random>
#include <sstream>
#include <thread>
#include <unordered_map>

#include "absl/strings/str_cat.h"
#include "tests/bench/disk.h"
#include "tests/bench/report.h"
#include "tests/bench/service_log.h"
#include "tests/integration/service_client.h"
#include "tests/support/child.h"
#include "tests/support/eventually.h"
#include "tests/support/temporary_folder.h"

namespace aandacht::bench {
namespace {

constexpr int kTurns = 500;

/// Follows a desk in a thread of its own and knows when what came.
class Watcher {
 public:
  Watcher(test::ServiceClient& client, const std::string& agent) {
    v1::WatchDeskRequest request;
    request.set_agent_id(agent);
    stream_ = client.desks->WatchDesk(&context_, request);
    thread_ = std::thread([this] { follow(); });
  }
  ~Watcher() {
    context_.TryCancel();
    thread_.join();
  }

  /// When the change that `cause` brought was read; 0 when it was not within a second.
  double wait_for(const std::string& cause) {
    std::unique_lock lock(mutex_);
    came_.wait_for(lock, std::chrono::seconds(1), [&] { return times_.count(cause) > 0; });
    const auto found = times_.find(cause);
    return found == times_.end() ? 0 : found->second;
  }

 private:
  void follow() {
    v1::WatchDeskResponse response;
    while (stream_->Read(&response)) {
      const double now = steady_us();
      const std::lock_guard lock(mutex_);
      times_[response.update().cause_id()] = now;
      came_.notify_one();
    }
  }

  grpc::ClientContext context_;
  std::unique_ptr<grpc::ClientReader<v1::WatchDeskResponse>> stream_;
  std::mutex mutex_;
  std::condition_variable came_;
  std::unordered_map<std::string, double> times_;
  std::thread thread_;
};

struct Delays {
  std::vector<double> acknowledged;
  std::vector<double> delivered;
  int lost = 0;
};

using Stream = grpc::ClientReaderWriter<v1::StreamUtterancesRequest, v1::StreamUtterancesResponse>;

/// `between` runs after each turn, when everything about it came.
Delays send(Stream& stream, Watcher& watcher, const std::string& run, bool in_peace,
            const std::function<void()>& between) {
  std::mt19937 random(7);
  Delays delays;
  for (int i = 0; i < kTurns; ++i) {
    if (in_peace) std::this_thread::sleep_for(std::chrono::milliseconds(10 + random() % 10));
    const std::string id = absl::StrCat(run, i);
    const auto request = test::utterance(id, "ik wacht nu al drie weken op de monteur en niemand belt terug");
    v1::StreamUtterancesResponse response;
    const double sent = steady_us();
    if (!stream.Write(request) || !stream.Read(&response)) throw std::runtime_error("the stream broke");
    delays.acknowledged.push_back(steady_us() - sent);
    const double delivered = watcher.wait_for(id);
    if (delivered == 0) ++delays.lost;
    if (delivered != 0) delays.delivered.push_back(delivered - sent);
    between();
  }
  return delays;
}

/// What a turn cannot do without: the way to the service and back (a call that is refused at once), and a sync.
class Floors {
 public:
  Floors(test::ServiceClient& client, const std::string& folder) : client_(client), sync_(folder) {}

  void measure() {
    const auto context = test::soon();
    v1::ReportCallResponse response;
    const double before = steady_us();
    (void)client_.calls->ReportCall(context.get(), {}, &response);
    trips_.push_back(steady_us() - before);
    sync_.sync();
  }

  [[nodiscard]] Spread trip() const { return spread_of(trips_); }
  [[nodiscard]] Spread sync() const { return sync_.spread(); }

 private:
  test::ServiceClient& client_;
  BareSync sync_;
  std::vector<double> trips_;
};

void report(const std::string& name, const Delays& delays, const Floors& floors) {
  const Spread trip = floors.trip();
  const Spread sync = floors.sync();
  const std::string of = "a refused call there and back, and a bare sync of 4 kB";
  const Spread delivered = spread_of(delays.delivered);
  const Spread acknowledged = spread_of(delays.acknowledged);
  const nlohmann::ordered_json more{{"turns", kTurns}, {"lost", delays.lost}};
  print(name + "_to_watcher_p50", delivered.median, "us", {trip.median + sync.median, of}, more);
  print(name + "_to_watcher_p99", delivered.p99, "us", {trip.p99 + sync.p99, of}, more);
  print(name + "_to_answer_p50", acknowledged.median, "us", {trip.median + sync.median, of}, more);
  print(name + "_to_answer_p99", acknowledged.p99, "us", {trip.p99 + sync.p99, of}, more);
}

void run() {
  const test::TemporaryFolder folder;
  const std::string log = folder.file("aandachtd.log");
  const test::Child service({AANDACHT_BIN_DIR "/aandachtd", "--tokens", "off", "--listen", "127.0.0.1:0", "--store",
                             "sqlite:" + folder.file("bench.db")},
                            log);
  if (!test::eventually([&] { return !address_in(log).empty(); })) throw std::runtime_error("aandachtd did not start");
  test::ServiceClient client(address_in(log));
  if (!client.report("ring", v1::CALL_EVENT_RINGING).ok() || !client.report("answer", v1::CALL_EVENT_ANSWERED).ok()) {
    throw std::runtime_error("the call was not taken");
  }
  Watcher watcher(client, "sanne");
  if (watcher.wait_for("") == 0) throw std::runtime_error("no desk came");
  grpc::ClientContext context;
  const auto stream = client.transcripts->StreamUtterances(&context);
  (void)send(*stream, watcher, "warm-", false, [] {});
  for (const bool in_peace : {true, false}) {
    Floors floors(client, folder.path().string());
    const std::string name = in_peace ? "stream_turn_in_peace" : "stream_turn_in_a_row";
    report(name, send(*stream, watcher, name, in_peace, [&floors] { floors.measure(); }), floors);
  }
  stream->WritesDone();
}

}  // namespace
}  // namespace aandacht::bench

int main() { aandacht::bench::run(); }
