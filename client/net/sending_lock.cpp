#include "client/net/sending_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <string>

namespace aandacht::net {

SendingLock::SendingLock(const std::filesystem::path& outbox_file)
    : descriptor_(::open((outbox_file.string() + ".sending").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)) {}

SendingLock::~SendingLock() {
  if (descriptor_ >= 0) {
    ::close(descriptor_);
  }
}

bool SendingLock::try_acquire() { return descriptor_ < 0 || ::flock(descriptor_, LOCK_EX | LOCK_NB) == 0; }

void SendingLock::release() {
  if (descriptor_ >= 0) {
    ::flock(descriptor_, LOCK_UN);
  }
}

}  // namespace aandacht::net
