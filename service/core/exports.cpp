#include "service/core/exports.h"

#include <algorithm>
#include <utility>

#include "service/core/checks.h"
#include "service/core/read_once.h"

namespace aandacht::core {
namespace {

constexpr int kCallsAtOnce = 50;
constexpr int kPagesAtOnce = 4;
constexpr int kTurnsAtOnce = 500;
constexpr int kPromptsAtOnce = 200;
constexpr absl::Duration kSameExport = absl::Hours(1);
constexpr std::size_t kLongestLook = 300;

}  // namespace

bool CallExport::shows(const store::CallOfTeam& call) const {
  if (scope_.shows && !scope_.shows(call.team)) return false;
  return !scope_.agents || scope_.agents->contains(call.call.agent_id);
}

absl::Status CallExport::read_calls(store::Reads& reads) {
  absl::StatusOr<store::Page<store::CallOfTeam>> page =
      reads.calls_between(scope_.from, scope_.before, kCallsAtOnce, calls_token_);
  if (!page.ok()) return page.status();
  for (store::CallOfTeam& call : page->rows) {
    if (!shows(call)) continue;
    calls_.push_back(std::make_shared<const store::CallOfTeam>(std::move(call)));
  }
  calls_token_ = page->next;
  more_calls_ = !page->next.empty();
  return absl::OkStatus();
}

absl::Status CallExport::read(store::Reads& reads, std::vector<ExportRow>& rows) {
  int pages = 0;
  while (rows.size() < kTurnsAtOnce) {
    if (calls_.empty()) {
      if (!more_calls_ || pages++ == kPagesAtOnce) return absl::OkStatus();
      if (absl::Status status = read_calls(reads); !status.ok()) return status;
      continue;
    }
    if (rows_ == Rows::kCalls) {
      rows.push_back({std::move(calls_.front()), {}});
      calls_.pop_front();
      continue;
    }
    absl::StatusOr<store::Page<store::TurnRecord>> page =
        reads.turns(calls_.front()->call.call_id, kTurnsAtOnce, turns_token_);
    if (!page.ok()) return page.status();
    for (store::TurnRecord& turn : page->rows) rows.push_back({calls_.front(), std::move(turn)});
    turns_token_ = page->next;
    if (turns_token_.empty()) calls_.pop_front();
  }
  return absl::OkStatus();
}

absl::StatusOr<std::vector<ExportRow>> CallExport::next() {
  std::vector<ExportRow> rows;
  const absl::Status status = store_->read([&](store::Reads& reads) { return read(reads, rows); });
  if (!status.ok()) return status;
  return rows;
}

PromptRow PromptExport::row_of(domain::PushedPrompt prompt) const {
  PromptRow row;
  for (const domain::PromptDelivery& delivery : prompt.deliveries) {
    if (scope_.shows && !scope_.shows(teams_->of(delivery.agent_id))) continue;
    ++row.desks[domain::state_at(delivery, prompt.expires, clock_->now())];
  }
  prompt.deliveries.clear();
  row.prompt = std::move(prompt);
  return row;
}

absl::StatusOr<std::vector<PromptRow>> PromptExport::next() {
  std::vector<PromptRow> rows;
  if (!more_) return rows;
  auto page = read_once<std::vector<domain::PushedPrompt>>(
      *store_, [&](store::Reads& reads) { return reads.prompts(scope_.from, scope_.before, kPromptsAtOnce); });
  if (!page.ok()) return page.status();
  std::size_t fresh = 0;
  for (domain::PushedPrompt& prompt : *page) {
    // Several may have been pushed in one moment, so the next page begins within the last one's.
    scope_.before = std::min(scope_.before, prompt.pushed + absl::Nanoseconds(1));
    if (!told_.insert(prompt.id).second) continue;
    ++fresh;
    PromptRow row = row_of(std::move(prompt));
    if (!row.desks.empty()) rows.push_back(std::move(row));
  }
  more_ = fresh > 0 && page->size() == kPromptsAtOnce;
  return rows;
}

absl::StatusOr<bool> Exports::keeps(const std::string& team) const {
  const auto agents = read_once<std::vector<store::AgentOfTeam>>(
      store_, [](store::Reads& reads) { return reads.agents_between(absl::InfinitePast(), absl::InfiniteFuture()); });
  if (!agents.ok()) return agents.status();
  return std::any_of(agents->begin(), agents->end(), [&](const auto& agent) { return agent.team == team; });
}

void Exports::note(const ExportScope& scope, const ExportNote& note, Done<ExportScope> done) {
  if (scope.before <= scope.from) {
    return done(absl::InvalidArgumentError("the span ends before it begins; give a later end"));
  }
  const absl::Time now = clock_.now();
  ExportScope noted = scope;
  noted.before = std::min(scope.before, now + absl::Nanoseconds(1));
  const auto agents = read_once<std::vector<store::AgentOfTeam>>(
      store_, [&](store::Reads& reads) { return reads.agents_between(noted.from, noted.before); });
  if (!agents.ok()) return done(agents.status());
  std::vector<std::string> looked_at;
  for (const store::AgentOfTeam& agent : *agents) {
    if (scope.shows && !scope.shows(agent.team)) continue;
    // An agent may stand there in two teams, one after the other.
    if (looked_at.empty() || looked_at.back() != agent.agent_id) looked_at.push_back(agent.agent_id);
  }
  noted.agents = std::make_shared<const std::set<std::string>>(looked_at.begin(), looked_at.end());
  if (looked_at.empty()) return done(std::move(noted));
  const domain::Look look{now, presentable(note.who, kLongestLook), presentable(note.what, kLongestLook),
                          presentable(note.reason, kLongestLook)};
  writer_.write<ExportScope>(
      [look, noted = std::move(noted)](Batch& batch) -> absl::StatusOr<ExportScope> {
        for (const std::string& agent_id : *noted.agents) {
          const absl::Status status = batch.note(batch.store().append_look(agent_id, look, kSameExport));
          if (!status.ok()) return status;
        }
        return noted;
      },
      std::move(done));
}

}  // namespace aandacht::core
