// Prompts that supervisors push: to whom, how often, when, and what became of them.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "service/core/commands.h"
#include "service/core/desks.h"
#include "service/core/mind.h"
#include "service/core/presence.h"
#include "service/core/prompt_watch.h"
#include "service/core/quiet_hours.h"
#include "service/core/seats.h"
#include "service/core/teams.h"
#include "service/core/writer.h"
#include "service/store/store.h"
#include "shared/base/clock.h"
#include "shared/domain/library.h"

namespace aandacht::core {

/// What a supervisor may still push.
struct PromptAllowance {
  struct Agent {
    std::string agent_id;
    std::string team;
    int left = 0;
    absl::Time room = absl::InfinitePast();  ///< When there is room again; InfinitePast: there is.
    bool away = false;
  };
  std::vector<Agent> agents;  ///< By their ids.
  int per_hour = 0;
  std::optional<absl::Time> quiet_until;  ///< Absent: not quiet now.
};

/// Agents a prompt may go to.
struct PromptAudience {
  std::vector<std::string> agent_ids;
  std::vector<std::string> team_ids;
  bool everybody = false;  ///< Of the teams that are led.
};

/// A prompt goes to the desk at once when its agent has a window open and it is not quiet hours, and otherwise waits in
/// the store until both are so or it expires. What is answered is on disk, with what it did to every desk.
///
/// Safe to use from any thread. References must outlive it.
class Prompts {
 public:
  struct Parts {
    Writer& writer;
    const Mind& mind;
    store::Store& store;
    const Seats& seats;
    const Desks& desks;
    const Teams& teams;
    Presence& presence;
    const base::Clock& clock;
    absl::TimeZone zone;
    std::function<void(absl::Time)> next;  ///< Told when to call wake(); InfiniteFuture: not any more.
  };

  Prompts(Parts parts, PromptRules rules);

  /// The same id twice changes nothing. ALREADY_EXISTS: the id is another's prompt, or something else.
  ///
  /// INVALID_ARGUMENT: a text is missing or too long, a {slot} is left open, or nobody is named. NOT_FOUND: an agent of
  /// a team that is not led, or without a desk on the floor and in no team, in the same words; a team that there is
  /// not, or no such template. PERMISSION_DENIED: a team is named that is not led. RESOURCE_EXHAUSTED: an agent was
  /// sent as many as the supervisor may, or a desk has too many that are still worth showing; the sentence says who and
  /// when there is room. Then nobody gets it. UNAVAILABLE: send it again.
  void push(PushPrompt prompt, Done<Pushed> done);

  /// Takes it off every desk where it was not answered yet; the same again changes nothing. The result is whether it
  /// had been recalled before.
  ///
  /// NOT_FOUND: no such prompt, or it is only at desks of teams that are not led. PERMISSION_DENIED: it is at one of
  /// them too.
  void recall(const std::string& prompt_id, Leads leads, Done<bool> done);

  /// A window of this agent says which prompts it has, and which of them stands on its screen; empty: none. What is
  /// not at this desk is passed over; the same again changes nothing. The result is mark_on_screen()'s.
  ///
  /// INVALID_ARGUMENT: more ids than a desk has room for, or one that is too long.
  void acknowledge(const std::string& agent_id, std::vector<std::string> received, std::string on_screen,
                   Done<bool> done);

  /// Pushed from `from` until before `before` to somebody in a team that is led, newest first, at most `most`, with
  /// those desks only.
  [[nodiscard]] absl::StatusOr<std::vector<domain::PushedPrompt>> list(const Leads& leads, absl::Time from,
                                                                       absl::Time before, int most) const;

  /// Failures as of push().
  [[nodiscard]] absl::StatusOr<PromptAllowance> allowance(const std::string& supervisor_id,
                                                          const PromptAudience& audience, const Leads& leads) const;

  /// The templates of a language; empty: of all.
  [[nodiscard]] std::vector<domain::PromptTemplate> templates(const std::string& language) const;

  /// See PromptWatch.
  [[nodiscard]] std::unique_ptr<PromptWatch> watch(Leads leads, std::function<void()> ready);

  /// Reads what is open; before anything else.
  [[nodiscard]] absl::Status load();

  /// Delivers what waits and may go now, and tells what expired. For the scheduler.
  void wake();

  /// What was committed. For the writer.
  void moved(const std::set<std::string>& prompt_ids);

 private:
  absl::StatusOr<std::vector<std::string>> resolve(const PromptAudience& audience, const Leads& leads) const;
  [[nodiscard]] std::vector<std::string> everybody(const Leads& leads) const;
  absl::Status fill_in(PushPrompt& prompt) const;
  absl::Status check_budget(Batch& batch, const PushPrompt& prompt) const;
  absl::StatusOr<Pushed> pushed_before(Batch& batch, const PushPrompt& asked) const;
  absl::StatusOr<Pushed> write(Batch& batch, const PushPrompt& asked) const;
  absl::Status put_on_desk(Batch& batch, const domain::PushedPrompt& prompt, const std::string& agent_id) const;
  absl::StatusOr<int> deliver(Batch& batch, const std::string& agent_id) const;
  [[nodiscard]] bool may_go(const domain::PushedPrompt& prompt, const std::string& agent_id, absl::Time now) const;
  [[nodiscard]] std::optional<absl::Time> quiet_until(absl::Time now) const { return rules_.quiet.until(now, zone()); }
  [[nodiscard]] const absl::TimeZone& zone() const { return parts_.zone; }
  void arrived(const std::string& agent_id);
  void expect(const std::string& prompt_id, absl::Time expires);
  void set_next();

  const Parts parts_;
  const PromptRules rules_;
  const std::shared_ptr<PromptNews> news_;
  std::mutex mutex_;
  std::multimap<absl::Time, std::string> ends_;       // Of prompts that are still worth showing.
  std::unique_ptr<Presence::Subscription> arrivals_;  // Last: its callback uses the rest.
};

}  // namespace aandacht::core
