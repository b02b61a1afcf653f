// gRPC's answers on a thread of our own. For the .cpp files of this folder.
#pragma once

#include <grpcpp/completion_queue.h>

#include <thread>

namespace aandacht::net {

/// What a queue hands back when something is done.
class Step {
 public:
  /// `ok` as gRPC means it for what was asked.
  virtual void proceed(bool ok) = 0;

 protected:
  ~Step() = default;
};

/// Takes what is done out of one queue and blocks in between. gRPC's callbacks would do the same on two threads that
/// wake up every second and then sleep a tenth of a second (1.51), in which an answer waits.
class CompletionThread {
 public:
  CompletionThread() : thread_([this] { run(); }) {}

  /// Waits until everything that was asked is done: cancel it first. Not from a step.
  ~CompletionThread() {
    queue_.Shutdown();
    thread_.join();
  }

  CompletionThread(const CompletionThread&) = delete;
  CompletionThread& operator=(const CompletionThread&) = delete;

  /// Tags must be `static_cast<void*>` of a Step*.
  [[nodiscard]] grpc::CompletionQueue* queue() { return &queue_; }

 private:
  void run() {
    void* tag = nullptr;
    bool ok = false;
    while (queue_.Next(&tag, &ok)) static_cast<Step*>(tag)->proceed(ok);
  }

  grpc::CompletionQueue queue_;
  std::thread thread_;  // Last: it uses the queue.
};

/// `step` as a tag.
[[nodiscard]] inline void* tag_of(Step* step) { return step; }

}  // namespace aandacht::net
