#include "service/core/alert_board.h"

#include <algorithm>
#include <utility>

namespace aandacht::core {
namespace {

bool is_earlier(const domain::Alert& a, const domain::Alert& b) {
  return std::pair(a.finding.time, a.id) < std::pair(b.finding.time, b.id);
}

}  // namespace

void AlertBoard::put(const std::vector<domain::Alert>& alerts) {
  if (alerts.empty()) return;
  const std::lock_guard lock(mutex_);
  for (const domain::Alert& alert : alerts) {
    Entry& entry = entries_[alert.id];
    entry = {alert, ++revision_, alert.snoozed_until != absl::InfinitePast()};
    by_time_.insert({alert.finding.time, alert.id});
  }
  while (entries_.size() > kMost) {
    entries_.erase(by_time_.begin()->second);
    by_time_.erase(by_time_.begin());
  }
  for (const AlertWatch* watch : watches_) watch->ready_();
}

void AlertBoard::forget_before(absl::Time time) {
  const std::lock_guard lock(mutex_);
  while (!by_time_.empty() && by_time_.begin()->first < time) {
    entries_.erase(by_time_.begin()->second);
    by_time_.erase(by_time_.begin());
  }
}

absl::Time AlertBoard::bring_back(absl::Time now) {
  const std::lock_guard lock(mutex_);
  absl::Time next = absl::InfiniteFuture();
  bool changed = false;
  for (auto& [id, entry] : entries_) {
    if (!entry.away) continue;
    if (entry.alert.snoozed_until > now) {
      next = std::min(next, entry.alert.snoozed_until);
      continue;
    }
    entry.away = false;
    entry.revision = ++revision_;
    changed = true;
  }
  if (changed) {
    for (const AlertWatch* watch : watches_) watch->ready_();
  }
  return next;
}

bool AlertBoard::has_open_call(const std::string& agent_id, const std::string& call_id) const {
  const std::lock_guard lock(mutex_);
  return std::any_of(entries_.begin(), entries_.end(), [&](const auto& each) {
    const domain::Alert& alert = each.second.alert;
    return alert.finding.call_id == call_id && alert.finding.agent_id == agent_id &&
           alert.call_ended == absl::InfinitePast();
  });
}

bool AlertBoard::has_call(const std::string& call_id) const {
  const std::lock_guard lock(mutex_);
  return std::any_of(entries_.begin(), entries_.end(),
                     [&](const auto& each) { return each.second.alert.finding.call_id == call_id; });
}

std::unique_ptr<AlertWatch> AlertBoard::watch(Shows shows, std::function<void()> ready) {
  return std::make_unique<AlertWatch>(*this, std::move(shows), std::move(ready));
}

AlertWatch::AlertWatch(AlertBoard& board, AlertBoard::Shows shows, std::function<void()> ready)
    : board_(board), shows_(std::move(shows)), ready_(std::move(ready)) {
  const std::lock_guard lock(board_.mutex_);
  board_.watches_.insert(this);
}

AlertWatch::~AlertWatch() {
  const std::lock_guard lock(board_.mutex_);
  board_.watches_.erase(this);
}

std::optional<AlertWatch::News> AlertWatch::next() {
  const std::lock_guard lock(board_.mutex_);
  if (!first_ && taken_ == board_.revision_) return std::nullopt;
  News news;
  news.complete = first_;
  for (const auto& [id, entry] : board_.entries_) {
    const bool wanted = first_ ? entry.alert.stage != domain::AlertStage::kDone : entry.revision > taken_;
    if (wanted && shows_(entry.alert)) news.alerts.push_back(entry.alert);
  }
  std::sort(news.alerts.begin(), news.alerts.end(), is_earlier);
  if (first_ && news.alerts.size() > kFirst) {
    news.alerts.erase(news.alerts.begin(), news.alerts.end() - static_cast<std::ptrdiff_t>(kFirst));
  }
  taken_ = board_.revision_;
  if (!std::exchange(first_, false) && news.alerts.empty()) return std::nullopt;
  return news;
}

}  // namespace aandacht::core
