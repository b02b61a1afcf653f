// Lines of any length from a stream, without ever holding more than one line's worth of memory.
#pragma once

#include <cstddef>
#include <istream>
#include <string>

#include "absl/status/status.h"

namespace aandacht::net {

/// The longest line that is read; longer ones are skipped to their end.
inline constexpr std::size_t kLongestLine = std::size_t{1} << 20;

class LineReader {
 public:
  /// `in` must outlive this.
  explicit LineReader(std::istream& in, std::size_t longest = kLongestLine) : in_(in), longest_(longest) {}

  /// Goes to the next line that is not blank; false at the end of the stream, and where it cannot be read: see
  /// status().
  [[nodiscard]] bool next();

  /// Without its line end. Empty when too_long().
  [[nodiscard]] const std::string& line() const { return line_; }
  /// Counted from 1, blank lines too.
  [[nodiscard]] std::size_t number() const { return number_; }
  [[nodiscard]] bool too_long() const { return too_long_; }
  /// DATA_LOSS: the reading broke off before the end; says after which line, to be put behind the file's name.
  [[nodiscard]] absl::Status status() const;
  /// True when reading on would wait: the moment to flush what was written.
  [[nodiscard]] bool would_wait() const;

 private:
  [[nodiscard]] bool read_one();
  [[nodiscard]] int take();

  std::istream& in_;
  std::size_t longest_;
  std::string line_;
  std::size_t number_ = 0;
  bool too_long_ = false;
  bool broken_ = false;
};

}  // namespace aandacht::net
