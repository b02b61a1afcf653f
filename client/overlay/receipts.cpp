#include "client/overlay/receipts.h"

#include <algorithm>
#include <utility>

namespace aandacht::overlay {

void Receipts::forget() {
  ++stream_;
  receiving_.reset();
  showing_.reset();
  received_.clear();
  sent_.clear();
  moment_.clear();
  show_sent_ = shown_ = false;
  receive_again_ = show_again_ = -absl::InfiniteDuration();
}

std::optional<Receipts::Telling> Receipts::have(std::set<std::string> here, absl::Duration now) {
  std::erase_if(received_, [&](const std::string& id) { return !here.contains(id); });
  if (now < receive_again_) return std::nullopt;
  std::erase_if(here, [&](const std::string& id) { return received_.contains(id) || sent_.contains(id); });
  if (here.empty()) return std::nullopt;
  sent_.insert(here.begin(), here.end());
  return Telling{{here.begin(), here.end()}, "", stream_};
}

std::optional<Receipts::Telling> Receipts::show(const std::string& prompt_id, const std::string& moment,
                                                absl::Duration now) {
  if (moment != moment_) {
    moment_ = moment;
    showing_.reset();
    show_sent_ = shown_ = false;
    show_again_ = -absl::InfiniteDuration();
  }
  if (shown_ || show_sent_ || now < show_again_) return std::nullopt;
  show_sent_ = true;
  return Telling{{}, prompt_id, stream_};
}

void Receipts::answered(const Telling& telling, bool arrived, bool shown, absl::Duration now) {
  if (telling.stream != stream_) return;
  for (const std::string& id : telling.received) {
    sent_.erase(id);
    if (arrived) received_.insert(id);
  }
  if (!telling.received.empty()) {
    if (arrived) receiving_.reset();
    receive_again_ = arrived ? -absl::InfiniteDuration() : now + receiving_.next();
  }
  if (telling.shown.empty()) return;
  show_sent_ = false;
  shown_ = arrived && shown;
  if (!shown_) show_again_ = now + showing_.next();
}

std::optional<absl::Duration> Receipts::again(absl::Duration now) const {
  std::optional<absl::Duration> next;
  for (const absl::Duration each : {receive_again_, show_again_}) {
    if (each > now) next = std::min(next.value_or(each), each);
  }
  return next;
}

}  // namespace aandacht::overlay
