// Of the processes that share an outbox, one sends.
#pragma once

#include <filesystem>

namespace aandacht::net {

/// An advisory lock on FILE.sending; the system releases it when the process dies.
class SendingLock {
 public:
  explicit SendingLock(const std::filesystem::path& outbox_file);
  ~SendingLock();

  SendingLock(const SendingLock&) = delete;
  SendingLock& operator=(const SendingLock&) = delete;

  /// False when another sender has it. Where the lock file cannot be made everybody may send: the ids make it harmless.
  [[nodiscard]] bool try_acquire();
  void release();

 private:
  int descriptor_;
};

}  // namespace aandacht::net
