// Calls, turns, sentiment and prompts of a span, row after row, in bounded memory.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "service/core/commands.h"
#include "service/core/teams.h"
#include "service/core/writer.h"
#include "service/store/store.h"
#include "shared/base/clock.h"
#include "shared/domain/pushed_prompt.h"

namespace aandacht::core {

/// What an export is of.
struct ExportScope {
  absl::Time from;    ///< Calls that began then or later …
  absl::Time before;  ///< … and before this.
  /// Whether a team's calls may be told; "" is the team of those in none.
  std::function<bool(const std::string& team)> shows;
  /// Whose calls may be told; absent: anybody's.
  std::shared_ptr<const std::set<std::string>> agents;
};

/// Who exports, and what, as the agents will read it.
struct ExportNote {
  std::string who;
  std::string what;  ///< "export of turns 2026-11-01 to 2026-11-30".
  std::string reason;
};

/// A call, and one of its turns unless it is a row of calls.
struct ExportRow {
  std::shared_ptr<const store::CallOfTeam> call;
  store::TurnRecord turn;
};

/// Reads a few pages at a time: at most some hundred turns are in memory, however much there is, and next() takes some
/// milliseconds, however little of it is in scope. One thread at a time; the store must outlive it.
class CallExport {
 public:
  enum class Rows { kCalls, kTurns };

  CallExport(store::Store& store, ExportScope scope, Rows rows)
      : store_(&store), scope_(std::move(scope)), rows_(rows) {}

  /// The next rows, calls by their beginning and turns by their time in each; none where the next pages have nothing in
  /// scope. UNAVAILABLE, INTERNAL: the store failed; begin again.
  [[nodiscard]] absl::StatusOr<std::vector<ExportRow>> next();

  /// Whether everything was told.
  [[nodiscard]] bool done() const { return calls_.empty() && !more_calls_; }

 private:
  [[nodiscard]] bool shows(const store::CallOfTeam& call) const;
  absl::Status read(store::Reads& reads, std::vector<ExportRow>& rows);
  absl::Status read_calls(store::Reads& reads);

  store::Store* store_;
  ExportScope scope_;
  Rows rows_;
  std::deque<std::shared_ptr<const store::CallOfTeam>> calls_;
  std::string calls_token_;
  std::string turns_token_;
  bool more_calls_ = true;
};

/// A prompt, and at how many desks of the teams in scope it is in each state.
struct PromptRow {
  domain::PushedPrompt prompt;  ///< Without its deliveries.
  std::map<domain::PromptState, int> desks;
};

/// Newest first, a page at a time. One thread at a time; the store must outlive it.
class PromptExport {
 public:
  PromptExport(store::Store& store, ExportScope scope, const Teams& teams, const base::Clock& clock)
      : store_(&store), scope_(std::move(scope)), teams_(&teams), clock_(&clock) {}

  /// The next rows; none where the next page has nothing in scope. Prompts without a desk of the teams in scope are
  /// left out. UNAVAILABLE, INTERNAL: the store failed; begin again.
  [[nodiscard]] absl::StatusOr<std::vector<PromptRow>> next();

  /// Whether everything was told.
  [[nodiscard]] bool done() const { return !more_; }

 private:
  [[nodiscard]] PromptRow row_of(domain::PushedPrompt prompt) const;

  store::Store* store_;
  ExportScope scope_;
  const Teams* teams_;
  const base::Clock* clock_;
  std::set<std::string> told_;  // Of those pushed at scope_.before and later.
  bool more_ = true;
};

/// Safe to use from any thread. References must outlive it.
class Exports {
 public:
  Exports(Writer& writer, store::Store& store, const Teams& teams, const base::Clock& clock)
      : writer_(writer), store_(store), teams_(teams), clock_(clock) {}

  /// Writes into the audit trail of every agent who has a call in it, before anything is told; the same export by the
  /// same person once an hour. The result is what may be told on the ground of that: what began up to now, of these
  /// agents. Who reads slowly gets no call that began later, and none of anybody who cannot read of it.
  ///
  /// INVALID_ARGUMENT: the span ends before it begins. UNAVAILABLE, INTERNAL: the store.
  void note(const ExportScope& scope, const ExportNote& note, Done<ExportScope> done);

  /// Whether calls of a team are kept, also of one that no configuration names any more. UNAVAILABLE, INTERNAL: the
  /// store.
  [[nodiscard]] absl::StatusOr<bool> keeps(const std::string& team) const;

  [[nodiscard]] CallExport calls(ExportScope scope) const {
    return {store_, std::move(scope), CallExport::Rows::kCalls};
  }
  [[nodiscard]] CallExport turns(ExportScope scope) const {
    return {store_, std::move(scope), CallExport::Rows::kTurns};
  }
  [[nodiscard]] PromptExport prompts(ExportScope scope) const { return {store_, std::move(scope), teams_, clock_}; }

 private:
  Writer& writer_;
  store::Store& store_;
  const Teams& teams_;
  const base::Clock& clock_;
};

}  // namespace aandacht::core
