#include "shared/security/refusal_log.h"

#include <spdlog/spdlog.h>

#include <utility>

namespace aandacht::security {
namespace {

constexpr int kMost = 10;
constexpr absl::Duration kSpan = absl::Seconds(10);

}  // namespace

void RefusalLog::write(absl::Duration now, const std::string& line) {
  if (now - since_ >= kSpan) {
    since_ = now;
    written_ = 0;
  }
  if (++written_ > kMost) {
    ++left_out_;
    return;
  }
  const int more = std::exchange(left_out_, 0);
  if (more > 0) {
    spdlog::warn("{} (and {} more were refused)", line, more);
  } else {
    spdlog::warn("{}", line);
  }
}

}  // namespace aandacht::security
