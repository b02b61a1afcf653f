#include "client/ctl/line_reader.h"

#include <string_view>

namespace aandacht::ctl {

bool LineReader::next() {
  while (read_one()) {
    if (too_long_ || line_.find_first_not_of(" \t\r") != std::string::npos) return true;
  }
  return false;
}

bool LineReader::would_wait() const { return in_.rdbuf()->in_avail() <= 0; }

bool LineReader::read_one() {
  constexpr int kEnd = std::char_traits<char>::eof();
  std::streambuf& buffer = *in_.rdbuf();
  line_.clear();
  too_long_ = false;
  int next = buffer.sbumpc();
  if (next == kEnd) return false;
  ++number_;
  for (; next != kEnd && next != '\n'; next = buffer.sbumpc()) {
    if (line_.size() < longest_) {
      line_.push_back(static_cast<char>(next));
    } else {
      too_long_ = true;
    }
  }
  if (too_long_) {
    line_.clear();
  } else if (!line_.empty() && line_.back() == '\r') {
    line_.pop_back();
  }
  return true;
}

}  // namespace aandacht::ctl
