// Prompts and what becomes of them, as one supervisor follows them.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "service/store/store.h"
#include "shared/base/clock.h"
#include "shared/domain/pushed_prompt.h"

namespace aandacht::core {

/// Whether whoever asks may see and push to this team. Never empty.
using Leads = std::function<bool(const std::string& team)>;

/// Tells watchers which prompts to look at again. Safe to use from any thread.
class PromptNews {
 public:
  /// What one watcher has not looked at yet.
  struct Inbox {
    std::mutex mutex;
    std::set<std::string> prompt_ids;
    std::function<void()> ready;
  };

  /// Tells this inbox as long as it lives. `ready` must not block.
  [[nodiscard]] std::shared_ptr<Inbox> subscribe(std::function<void()> ready);

  void tell(const std::set<std::string>& prompt_ids);

 private:
  std::mutex mutex_;
  std::vector<std::weak_ptr<Inbox>> inboxes_;
};

/// `prompt` with the desks of teams that are led, as they are at `now`.
[[nodiscard]] domain::PushedPrompt seen_by(const domain::PushedPrompt& prompt, const Leads& leads,
                                           const std::function<const std::string&(const std::string&)>& team_of,
                                           absl::Time now);

/// Hands out what was pushed from `from` until before `before`, newest first, `page` read at a time, each once, until
/// `take` returns false or there is no more. Failures of the store's.
[[nodiscard]] absl::Status read_back(store::Reads& reads, absl::Time from, absl::Time before, int page,
                                     const std::function<bool(domain::PushedPrompt)>& take);

/// The newest prompts of the last day, then each again whose desks changed, with those desks only. What changes nothing
/// that may be told is not told, not even that it happened. Safe to use from any thread.
class PromptWatch {
 public:
  static constexpr absl::Duration kBack = absl::Hours(24);
  static constexpr int kMostPrompts = 100;      ///< Of the last day; those of teams that are not led do not count.
  static constexpr int kMostDeliveries = 2000;  ///< In one item.

  struct Item {
    std::vector<domain::PushedPrompt> prompts;  ///< Newest first in the first items; with the desks that changed.
    bool begins = false;                        ///< What was told before is not worth anything any more.
  };

  using TeamOf = std::function<const std::string&(const std::string& agent_id)>;

  /// \param again  called when the store could not be read: whoever follows the news must be told within seconds.
  PromptWatch(PromptNews& news, store::Store& store, const base::Clock& clock, TeamOf team_of, Leads leads,
              std::function<void()> ready, std::function<void()> again);

  /// What comes next; absent until `ready` is called. While the store cannot be read nothing is told, and nothing is
  /// forgotten.
  [[nodiscard]] std::optional<Item> next();

 private:
  absl::Status look_back();
  absl::Status look_at(const std::set<std::string>& prompt_ids);
  void take(const domain::PushedPrompt& stored);
  Item cut();

  store::Store& store_;
  const base::Clock& clock_;
  const TeamOf team_of_;
  const Leads leads_;
  const std::function<void()> again_;
  std::mutex mutex_;
  std::map<std::string, domain::PushedPrompt> told_;  // By id.
  std::deque<domain::PushedPrompt> untold_;
  std::set<std::string> unread_;  // Ids that there is news of.
  bool begun_ = false;
  bool begins_ = true;
  const std::shared_ptr<PromptNews::Inbox> inbox_;  // Last: it may call at once.
};

}  // namespace aandacht::core
