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

bool AlertBoard::has_call(const std::string& call_id) const {
  const std::lock_guard lock(mutex_);
  return std::any_of(entries_.begin(), entries_.end(),
                     [&](const auto& each) { return each.second.alert.finding.call_id == call_id; });
}

std::unique_ptr<AlertWatch> AlertBoard::watch(Viewer viewer, std::function<void()> ready) {
  return std::make_unique<AlertWatch>(*this, std::move(viewer), std::move(ready));
}

AlertWatch::AlertWatch(AlertBoard& board, AlertBoard::Viewer viewer, std::function<void()> ready)
    : board_(board), viewer_(std::move(viewer)), ready_(std::move(ready)) {
  const std::lock_guard lock(board_.mutex_);
  board_.watches_.insert(this);
}

AlertWatch::~AlertWatch() {
  const std::lock_guard lock(board_.mutex_);
  trails_->watched = false;
  board_.watches_.erase(this);
}

std::optional<AlertWatch::News> AlertWatch::next() {
  const absl::CivilDay day = viewer_.today();
  std::set<std::string> to_note;
  std::optional<News> news;
  {
    const std::lock_guard lock(board_.mutex_);
    news = take(day, to_note);
  }
  if (!to_note.empty()) note({to_note.begin(), to_note.end()}, day);
  return news;
}

std::optional<AlertWatch::News> AlertWatch::take(absl::CivilDay day, std::set<std::string>& to_note) {
  if (!first_ && taken_ == board_.revision_ && held_.empty()) return std::nullopt;
  News news;
  news.complete = first_;
  for (const auto& [id, entry] : board_.entries_) {
    const bool is_new = first_ ? entry.alert.stage != domain::AlertStage::kDone : entry.revision > taken_;
    if ((is_new || held_.contains(id)) && viewer_.shows(entry.alert)) news.alerts.push_back(entry.alert);
  }
  std::sort(news.alerts.begin(), news.alerts.end(), is_earlier);
  if (first_ && news.alerts.size() > kFirst) {
    news.alerts.erase(news.alerts.begin(), news.alerts.end() - static_cast<std::ptrdiff_t>(kFirst));
  }
  held_.clear();
  std::set<std::string> failed;
  for (domain::Alert& alert : news.alerts) {
    domain::AlertFinding& finding = alert.finding;
    if (finding.words.empty()) continue;
    const auto known = trails_->by_agent.find(finding.agent_id);
    const bool asked = known != trails_->by_agent.end() && known->second.first == day;
    if (!asked) to_note.insert(finding.agent_id);
    if (!asked || known->second.second == Trail::kAsked) {
      held_.insert(alert.id);
    } else if (known->second.second == Trail::kFailed) {
      finding.words.clear();
      failed.insert(finding.agent_id);
    }
  }
  for (const std::string& agent_id : to_note) trails_->by_agent[agent_id] = {day, Trail::kAsked};
  if (first_ && !held_.empty()) return std::nullopt;
  for (const std::string& agent_id : failed) trails_->by_agent.erase(agent_id);  // Asked again with the next.
  std::erase_if(news.alerts, [&](const domain::Alert& alert) { return held_.contains(alert.id); });
  taken_ = board_.revision_;
  if (!std::exchange(first_, false) && news.alerts.empty()) return std::nullopt;
  return news;
}

void AlertWatch::note(std::vector<std::string> agents, absl::CivilDay day) {
  viewer_.note(agents, day, [this, &board = board_, trails = trails_, agents, day](bool noted) {
    const std::lock_guard lock(board.mutex_);
    if (!trails->watched) return;
    for (const std::string& agent_id : agents) {
      trails->by_agent[agent_id] = {day, noted ? Trail::kNoted : Trail::kFailed};
    }
    ready_();
  });
}

}  // namespace aandacht::core
