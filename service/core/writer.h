// The one thread that writes: group commit.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "absl/status/status.h"
#include "service/bus/bus.h"
#include "service/core/job.h"
#include "service/core/mind.h"
#include "service/core/seats.h"
#include "service/store/store.h"
#include "shared/base/clock.h"

namespace aandacht::core {

struct WriterLimits {
  std::size_t queue = 4096;  ///< Commands that may wait.
  std::size_t batch = 256;   ///< Commands in one transaction at most.
};

/// Takes everything that waits and commits it at once, so that one sync to disk serves many senders. After a commit, in
/// this order: seats, answers, bus, `moved`. References must outlive the writer.
class Writer {
 public:
  /// Called in the writer's thread for every desk that was committed.
  using Moved = std::function<void(const Seat&)>;

  Writer(store::Store& store, bus::Bus& bus, const base::Clock& clock, const Mind& mind, Seats& seats, Moved moved,
         WriterLimits limits);
  ~Writer();
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  /// Queues a job. A job that is refused is told so by Job::fail(), in the caller's thread.
  ///
  /// RESOURCE_EXHAUSTED: the queue is full. UNAVAILABLE: the writer takes no more.
  void submit(std::unique_ptr<Job> job);

  /// Queues `work`; `then` gets its result.
  template <typename Result>
  void write(typename WorkJob<Result>::Work work, Done<Result> then) {
    submit(std::make_unique<WorkJob<Result>>(std::move(work), std::move(then)));
  }

  /// `moved` is told in the writer's thread, after a commit, which prompts it may have changed. Before the first
  /// command.
  void when_prompts_moved(std::function<void(const std::set<std::string>&)> moved) {
    prompts_moved_ = std::move(moved);
  }

  /// `happened` is told in the writer's thread, after a commit, what happened to calls. Before the first command.
  void when_happened(std::function<void(std::vector<Happened>)> happened) { happened_ = std::move(happened); }

  /// From now on nothing is taken.
  void stop_taking();

  /// Stops taking, finishes what waits, ends the thread. From any thread but the writer's own.
  void drain();

 private:
  using Jobs = std::vector<std::unique_ptr<Job>>;

  void run();
  Jobs wait_for_jobs();
  void commit(Jobs& jobs);
  void publish(std::vector<std::shared_ptr<const bus::Message>> messages);

  store::Store& store_;
  bus::Bus& bus_;
  const base::Clock& clock_;
  const Mind& mind_;
  Seats& seats_;
  const Moved moved_;
  const WriterLimits limits_;
  std::function<void(const std::set<std::string>&)> prompts_moved_ = [](const std::set<std::string>&) {};
  std::function<void(std::vector<Happened>)> happened_ = [](const std::vector<Happened>&) {};
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::unique_ptr<Job>> queue_;
  bool taking_ = true;
  std::mutex joining_;
  std::thread thread_;
};

}  // namespace aandacht::core
