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

PromptWatch::PromptWatch(PromptNews& news, store::Store& store, const base::Clock& clock, TeamOf team_of, Leads leads,
                         std::function<void()> ready)
    : store_(store),
      clock_(clock),
      team_of_(std::move(team_of)),
      leads_(std::move(leads)),
      inbox_(news.subscribe(std::move(ready))) {}

std::optional<PromptWatch::Item> PromptWatch::next() {
  const std::lock_guard lock(mutex_);
  std::set<std::string> prompt_ids;
  {
    const std::lock_guard inbox_lock(inbox_->mutex);
    prompt_ids = std::exchange(inbox_->prompt_ids, {});
  }
  if (!begun_) look_back();
  look_at(prompt_ids);
  if (untold_.empty() && !begins_) return std::nullopt;
  return cut();
}

void PromptWatch::look_back() {
  const absl::Time now = clock_.now();
  std::vector<domain::PushedPrompt> recent;
  const absl::Status status = store_.read([&](store::Reads& reads) -> absl::Status {
    absl::StatusOr<std::vector<domain::PushedPrompt>> prompts =
        reads.prompts(now - kBack, now + absl::Hours(1), kMostPrompts);
    if (prompts.ok()) recent = *std::move(prompts);
    return prompts.status();
  });
  if (!status.ok()) spdlog::warn("prompts not read: {}", status.ToString());
  begun_ = true;
  for (const domain::PushedPrompt& prompt : recent) take(prompt);
}

void PromptWatch::look_at(const std::set<std::string>& prompt_ids) {
  if (prompt_ids.empty()) return;
  const absl::Status status = store_.read([&](store::Reads& reads) -> absl::Status {
    for (const std::string& id : prompt_ids) {
      const absl::StatusOr<domain::PushedPrompt> prompt = reads.prompt(id);
      if (absl::IsNotFound(prompt.status())) continue;
      if (!prompt.ok()) return prompt.status();
      take(*prompt);
    }
    return absl::OkStatus();
  });
  if (!status.ok()) spdlog::warn("prompts not read: {}", status.ToString());
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
