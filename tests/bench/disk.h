// The floor under everything that promises to be on disk.
#pragma once

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/bench/measure.h"

namespace aandacht::bench {

/// Writes 4 kB and syncs, again and again, in a file that has its size already, as a write-ahead log has after its
/// first round. Disks have moods: take the floor between the measurements, not before them.
class BareSync {
 public:
  /// Throws std::runtime_error when `folder` cannot be written.
  explicit BareSync(const std::string& folder) : path_(folder + "/sync.bin") {
    file_ = open(path_.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file_ < 0) throw std::runtime_error("cannot write " + path_);
    for (int i = 0; i < kPages; ++i) write_page();
    fsync(file_);
  }
  ~BareSync() {
    close(file_);
    unlink(path_.c_str());
  }
  BareSync(const BareSync&) = delete;
  BareSync& operator=(const BareSync&) = delete;

  /// Does it once.
  void sync() {
    const double before = steady_us();
    write_page();
    fdatasync(file_);
    took_.push_back(steady_us() - before);
  }

  /// Of all so far, microseconds.
  [[nodiscard]] Spread spread() const { return spread_of(took_); }

 private:
  static constexpr int kPages = 256;

  void write_page() {
    page_.fill(static_cast<char>(++written_));
    if (pwrite(file_, page_.data(), page_.size(), static_cast<off_t>(written_ % kPages) * 4096) != 4096) {
      throw std::runtime_error("cannot write " + path_);
    }
  }

  const std::string path_;
  int file_ = -1;
  int written_ = 0;
  std::array<char, 4096> page_ = {};
  std::vector<double> took_;
};

}  // namespace aandacht::bench
