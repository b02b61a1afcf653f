// The streams that are open, and the thread that serves them.
#pragma once

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <set>
#include <thread>

#include "absl/status/status.h"

namespace aandacht::rpc {

/// One open stream.
class Stream {
 public:
  virtual ~Stream() = default;

  /// Sends what can be sent now. Called by the thread of Streams and by gRPC's.
  virtual void pump() = 0;

  /// Takes nothing more, sends what is under way, and ends.
  virtual void end(const absl::Status& status) = 0;
};

/// Converting and sending happens in one thread of its own: the writer, who wakes streams after a commit, goes on with
/// the next batch. Safe to use from any thread.
class Streams {
 public:
  Streams();
  ~Streams();
  Streams(const Streams&) = delete;
  Streams& operator=(const Streams&) = delete;

  /// A stream that gRPC knows from now on, until remove(). False when all were ended already: end this one at once.
  [[nodiscard]] bool add(const std::shared_ptr<Stream>& stream);
  void remove(const std::shared_ptr<Stream>& stream);

  /// Has the stream pumped soon; never blocks.
  void wake(const std::weak_ptr<Stream>& stream);

  /// Ends all, and all that open later.
  void end_all(const absl::Status& status);

 private:
  void run();

  std::mutex mutex_;
  std::condition_variable changed_;
  std::set<std::shared_ptr<Stream>> open_;
  std::deque<std::weak_ptr<Stream>> woken_;
  bool ended_ = false;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace aandacht::rpc
