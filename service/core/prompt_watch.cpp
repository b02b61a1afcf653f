#include "service/core/prompt_watch.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <utility>

namespace aandacht::core {

std::shared_ptr<PromptNews::Inbox> PromptNews::subscribe(std::function<void()> ready) {
  const auto inbox = std::make_shared<Inbox>();
  inbox->ready = std::move(ready);
  const std::lock_guard lock(mutex_);
  std::erase_if(inboxes_, [](const std::weak_ptr<Inbox>& each) { return each.expired(); });
  inboxes_.push_back(inbox);
  return inbox;
}

void PromptNews::tell(const std::set<std::string>& prompt_ids) {
  std::vector<std::shared_ptr<Inbox>> open;
  {
    const std::lock_guard lock(mutex_);
    for (const std::weak_ptr<Inbox>& each : inboxes_) {
      if (std::shared_ptr<Inbox> inbox = each.lock()) open.push_back(std::move(inbox));
    }
  }
  for (const std::shared_ptr<Inbox>& inbox : open) {
    {
      const std::lock_guard lock(inbox->mutex);
      inbox->prompt_ids.insert(prompt_ids.begin(), prompt_ids.end());
    }
    inbox->ready();
  }
}

domain::PushedPrompt seen_by(const domain::PushedPrompt& prompt, const Leads& leads,
                             const std::function<const std::string&(const std::string&)>& team_of, absl::Time now) {
  domain::PushedPrompt seen = prompt;
  std::erase_if(seen.deliveries, [&](const domain::PromptDelivery& desk) { return !leads(team_of(desk.agent_id)); });
  std::erase_if(seen.team_ids, [&](const std::string& team) { return !leads(team); });
  for (domain::PromptDelivery& desk : seen.deliveries) desk.state = domain::state_at(desk, prompt.expires, now);
  return seen;
}

absl::Status read_back(store::Reads& reads, absl::Time from, absl::Time before, int page,
                       const std::function<bool(domain::PushedPrompt)>& take) {
  std::set<std::string> taken;
  for (;;) {
    absl::StatusOr<std::vector<domain::PushedPrompt>> prompts = reads.prompts(from, before, page);
    if (!prompts.ok()) return prompts.status();
    const bool more = prompts->size() == static_cast<std::size_t>(page);
    bool fresh = false;
    for (domain::PushedPrompt& prompt : *prompts) {
      // Several may have been pushed in one moment, so the next page begins within the last one's.
      before = std::min(before, prompt.pushed + absl::Nanoseconds(1));
      if (!taken.insert(prompt.id).second) continue;
      fresh = true;
      if (!take(std::move(prompt))) return absl::OkStatus();
    }
    if (!more) return absl::OkStatus();
    if (!fresh) page *= 2;  // More of one moment than fit a page.
  }
}

PromptWatch::PromptWatch(PromptNews& news, store::Store& store, const base::Clock& clock, TeamOf team_of, Leads leads,
                         std::function<void()> ready, std::function<void()> again)
    : store_(store),
      clock_(clock),
      team_of_(std::move(team_of)),
      leads_(std::move(leads)),
      again_(std::move(again)),
      inbox_(news.subscribe(std::move(ready))) {}

std::optional<PromptWatch::Item> PromptWatch::next() {
  const std::lock_guard lock(mutex_);
  {
    const std::lock_guard inbox_lock(inbox_->mutex);
    unread_.merge(std::exchange(inbox_->prompt_ids, {}));
  }
  absl::Status status = begun_ ? absl::OkStatus() : look_back();
  if (status.ok()) status = look_at(unread_);
  if (status.ok()) {
    begun_ = true;
    unread_.clear();
  } else {
    spdlog::warn("prompts not read, they are read again: {}", status.ToString());
    again_();
    if (!begun_) return std::nullopt;  // An empty beginning would say that there are none.
  }
  if (untold_.empty() && !begins_) return std::nullopt;
  return cut();
}

absl::Status PromptWatch::look_back() {
  const absl::Time now = clock_.now();
  return store_.read([&](store::Reads& reads) -> absl::Status {
    return read_back(reads, now - kBack, now + absl::Hours(1), kMostPrompts, [&](const domain::PushedPrompt& prompt) {
      take(prompt);
      return told_.size() < kMostPrompts;
    });
  });
}

absl::Status PromptWatch::look_at(const std::set<std::string>& prompt_ids) {
  if (prompt_ids.empty()) return absl::OkStatus();
  return store_.read([&](store::Reads& reads) -> absl::Status {
    for (const std::string& id : prompt_ids) {
      const absl::StatusOr<domain::PushedPrompt> prompt = reads.prompt(id);
      if (absl::IsNotFound(prompt.status())) continue;
      if (!prompt.ok()) return prompt.status();
      take(*prompt);
    }
    return absl::OkStatus();
  });
}

void PromptWatch::take(const domain::PushedPrompt& stored) {
  domain::PushedPrompt seen = seen_by(stored, leads_, team_of_, clock_.now());
  if (seen.deliveries.empty()) return;
  const auto [known, is_new] = told_.try_emplace(seen.id, seen);
  if (is_new) return untold_.push_back(std::move(seen));
  if (known->second == seen) return;
  domain::PushedPrompt news = seen;
  const std::vector<domain::PromptDelivery>& before = known->second.deliveries;
  std::erase_if(news.deliveries, [&](const domain::PromptDelivery& desk) {
    return std::find(before.begin(), before.end(), desk) != before.end();
  });
  known->second = std::move(seen);
  untold_.push_back(std::move(news));
}

PromptWatch::Item PromptWatch::cut() {
  Item item;
  item.begins = std::exchange(begins_, false);
  std::size_t deliveries = 0;
  while (!untold_.empty()) {
    deliveries += untold_.front().deliveries.size();
    if (!item.prompts.empty() && deliveries > kMostDeliveries) break;
    item.prompts.push_back(std::move(untold_.front()));
    untold_.pop_front();
  }
  return item;
}

}  // namespace aandacht::core
