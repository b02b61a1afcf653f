// A store whose commits can be counted, stopped and made to fail, and its reads too.
#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <utility>

#include "service/store/store.h"

namespace aandacht::test {

class GatedStore final : public store::Store {
 public:
  explicit GatedStore(store::Store& inner) : inner_(inner) {}

  absl::Status write(const std::function<absl::Status(store::Transaction&)>& work) override {
    {
      std::unique_lock lock(mutex_);
      ++waiting_;
      opened_.wait(lock, [this] { return open_; });
      --waiting_;
    }
    const int fails = failures_.load();
    if (fails > 0) {
      --failures_;
      return inner_.write([&](store::Transaction& transaction) {
        const absl::Status status = work(transaction);
        return status.ok() ? absl::UnavailableError("the disk is away") : status;
      });
    }
    const absl::Status status = inner_.write(work);
    if (status.ok()) ++commits_;
    return status;
  }

  absl::Status read(const std::function<absl::Status(store::Reads&)>& work) override {
    if (read_failures_.load() > 0) {
      --read_failures_;
      return absl::UnavailableError("the disk is away");
    }
    return inner_.read(work);
  }

  /// Writes wait until open().
  void shut() {
    const std::lock_guard lock(mutex_);
    open_ = false;
  }
  void open() {
    const std::lock_guard lock(mutex_);
    open_ = true;
    opened_.notify_all();
  }
  /// True while a write waits for open().
  bool someone_waits() {
    const std::lock_guard lock(mutex_);
    return waiting_ > 0;
  }
  /// So many next writes fail, after their work was done.
  void fail_next(int count) { failures_ = count; }
  /// So many next reads fail, before their work is done.
  void fail_next_reads(int count) { read_failures_ = count; }
  int commits() const { return commits_; }

 private:
  store::Store& inner_;
  std::mutex mutex_;
  std::condition_variable opened_;
  bool open_ = true;
  int waiting_ = 0;
  std::atomic<int> failures_ = 0;
  std::atomic<int> read_failures_ = 0;
  std::atomic<int> commits_ = 0;
};

}  // namespace aandacht::test
