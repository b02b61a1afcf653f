#include "client/net/line_reader.h"

#include <ios>

#include "absl/strings/str_cat.h"

namespace aandacht::net {

bool LineReader::next() {
  while (read_one()) {
    if (too_long_ || line_.find_first_not_of(" \t\r") != std::string::npos) return true;
  }
  return false;
}

bool LineReader::would_wait() const { return in_.rdbuf()->in_avail() <= 0; }

absl::Status LineReader::status() const {
  if (!broken_) return absl::OkStatus();
  return absl::DataLossError(absl::StrCat("cannot be read after line ", number_, ": is it a file, and is it whole?"));
}

// A stream's buffer throws what its stream would keep as a flag.
int LineReader::take() {
  try {
    return in_.rdbuf()->sbumpc();
  } catch (const std::ios_base::failure&) {
    broken_ = true;
    return std::char_traits<char>::eof();
  }
}

bool LineReader::read_one() {
  constexpr int kEnd = std::char_traits<char>::eof();
  line_.clear();
  too_long_ = false;
  int next = take();
  if (next == kEnd) return false;
  ++number_;
  for (; next != kEnd && next != '\n'; next = take()) {
    if (line_.size() < longest_) {
      line_.push_back(static_cast<char>(next));
    } else {
      too_long_ = true;
    }
  }
  if (broken_) {  // Half a line is none.
    --number_;
    return false;
  }
  if (too_long_) {
    line_.clear();
  } else if (!line_.empty() && line_.back() == '\r') {
    line_.pop_back();
  }
  return true;
}

}  // namespace aandacht::net
