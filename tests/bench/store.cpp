// Utterances that are on disk a second: many senders share one commit. Beside a bare sync of 4 kB on the same disk.
#include <atomic>
#include <memory>
#include <thread>

#include "absl/strings/str_cat.h"
#include "service/bus/local/local_bus.h"
#include "service/core/writer.h"
#include "service/store/sqlite/sqlite.h"
#include "shared/base/clock.h"
#include "shared/base/log.h"
#include "shared/domain/apply.h"
#include "tests/bench/disk.h"
#include "tests/bench/report.h"
#include "tests/bench/sample_calls.h"
#include "tests/support/temporary_folder.h"

namespace aandacht::bench {
namespace {

constexpr int kRounds = 4;
constexpr double kSeconds = 0.8;  // Of one round.
constexpr int kSyncs = 100;       // Before each round and after it.

template <typename Value>
Value take(absl::StatusOr<Value> value) {
  if (!value.ok()) throw std::runtime_error(std::string(value.status().message()));
  return *std::move(value);
}

/// A writer on a store of its own in `folder`.
class House {
 public:
  explicit House(const std::string& file)
      : store_(take(store::sqlite::open(file))), mind_(take(core::Mind::create({}, absl::UTCTimeZone()))) {
    writer_ = std::make_unique<core::Writer>(
        *store_, bus_, clock_, *mind_, seats_, [](const core::Seat&) {}, core::WriterLimits{});
  }

  /// What one utterance writes: event, desk and turn. Returns when it is on disk.
  void write(const domain::Event& event, const domain::Desk& desk, const store::TurnRecord& turn) {
    std::atomic<int> done{0};
    writer_->write<int>(
        [&](core::Batch& batch) -> absl::StatusOr<int> {
          absl::Status status = batch.note(batch.store().append_event(desk.agent_id, event));
          if (status.ok()) status = batch.note(batch.store().append_turn(turn));
          if (status.ok()) status = batch.note(batch.store().save_desk(desk));
          if (!status.ok()) return status;
          return 0;
        },
        [&done](const absl::StatusOr<int>& result) {
          done = result.ok() ? 1 : 2;
          done.notify_one();
        });
    done.wait(0);
    if (done == 2) failed_ = true;
  }

  [[nodiscard]] bool failed() const { return failed_; }

 private:
  std::unique_ptr<store::Store> store_;
  bus::LocalBus bus_;
  base::SystemClock clock_;
  std::unique_ptr<core::Mind> mind_;
  core::Seats seats_;
  std::unique_ptr<core::Writer> writer_;
  std::atomic<bool> failed_{false};
};

/// A desk in the middle of a call, and the event that brought it there.
struct Sample {
  domain::Desk desk;
  domain::Event event;
  store::TurnRecord turn;
};

Sample sample() {
  const std::vector<SampleCall> calls = sample_calls();
  const SampleCall& call = calls.front();
  Sample made;
  for (std::size_t i = 0; i < call.events.size() / 2; ++i) {
    made.event = call.events[i];
    made.desk = domain::apply(made.desk, made.event, call.library, made.event.time).desk;
  }
  made.turn = {"", "c", domain::Speaker::kCustomer, call.turns.front().text, "nl", made.event.time, std::nullopt};
  return made;
}

/// How many are acknowledged in kSeconds, and how many seconds that took exactly.
std::pair<long, double> write_for_a_while(const Sample& sample, int writers) {
  const test::TemporaryFolder folder;
  House house(folder.file("bench.db"));
  std::atomic<bool> stop{false};
  std::atomic<long> count{0};
  std::vector<std::thread> threads;
  const double begin = steady_us();
  for (int w = 0; w < writers; ++w) {
    threads.emplace_back([&, w, mine = sample]() mutable {
      mine.desk.agent_id = absl::StrCat("agent-", w);
      for (int i = 0; !stop; ++i) {
        mine.event.id = mine.turn.utterance_id = absl::StrCat(w, "-", i);
        ++mine.desk.version;
        house.write(mine.event, mine.desk, mine.turn);
        ++count;
      }
    });
  }
  std::this_thread::sleep_for(std::chrono::duration<double>(kSeconds));
  const long written = count;
  const double seconds = (steady_us() - begin) / 1e6;
  stop = true;
  for (std::thread& thread : threads) thread.join();
  if (house.failed()) throw std::runtime_error("a write failed");
  return {written, seconds};
}

void measure_writers(const Sample& sample, int writers) {
  const test::TemporaryFolder folder;
  BareSync floor(folder.path().string());
  const auto sync = [&floor] {
    for (int i = 0; i < kSyncs; ++i) floor.sync();
  };
  long written = 0;
  double seconds = 0;
  sync();
  for (int round = 0; round < kRounds; ++round) {
    const auto [more, took] = write_for_a_while(sample, writers);
    written += more;
    seconds += took;
    sync();
  }
  print(absl::StrCat("store_writes_per_second_", writers, "_writers"), static_cast<double>(written) / seconds,
        "1/s on disk", {1e6 / floor.spread().median, "bare syncs of 4 kB a second, one after another"});
}

void run() {
  if (!base::start_log("bench", "off").ok()) throw std::runtime_error("no log");
  const Sample made = sample();
  for (const int writers : {1, 16, 64}) measure_writers(made, writers);
}

}  // namespace
}  // namespace aandacht::bench

int main() { aandacht::bench::run(); }
