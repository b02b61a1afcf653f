#include "service/core/prompts.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "service/core/checks.h"
#include "service/core/prompt_marks.h"

namespace aandacht::core {
namespace {

constexpr std::size_t kMostAcknowledged = 200;
constexpr absl::Duration kTryAgain = absl::Seconds(1);

// Not printable, so that no sender's own id can be the same.
std::string id_at_desk(const std::string& prompt_id, const std::string& agent_id) {
  return absl::StrCat(prompt_id, "\x1f", agent_id);
}

}  // namespace

Prompts::Prompts(Parts parts, PromptRules rules)
    : parts_(std::move(parts)),
      rules_(std::move(rules)),
      news_(std::make_shared<PromptNews>()),
      arrivals_(parts_.presence.subscribe([this](const std::string& agent_id) {
        if (!agent_id.empty()) arrived(agent_id);
      })) {}

void Prompts::expect(const std::string& prompt_id, absl::Time expires) {
  {
    const std::lock_guard lock(mutex_);
    if (!prompt_id.empty() || !ends_.contains(expires)) ends_.emplace(expires, prompt_id);
  }
  set_next();
}

bool Prompts::may_go(const domain::PushedPrompt& prompt, const std::string& agent_id, absl::Time now) const {
  if (!parts_.presence.has_window(agent_id)) return false;
  return (prompt.urgent && rules_.urgent_in_quiet) || !quiet_until(now);
}

absl::Status Prompts::put_on_desk(Batch& batch, const domain::PushedPrompt& prompt, const std::string& agent_id) const {
  absl::Status status = batch.note(batch.store().deliver_prompt(prompt.id, agent_id));
  const std::string id = id_at_desk(prompt.id, agent_id);
  if (!status.ok() || batch.knows(id)) return status;
  const absl::Time expires = batch.desk_time(agent_id, std::nullopt) + (prompt.expires - batch.now());
  const domain::PromptPushed what{{prompt.id, prompt.supervisor, prompt.text, prompt.reason, prompt.urgent, expires}};
  batch.touch_prompt(prompt.id);
  return batch.move(agent_id, {id, {}, what}, {});
}

absl::StatusOr<int> Prompts::deliver(Batch& batch, const std::string& agent_id) const {
  const auto waiting = batch.store().waiting_prompts(agent_id, batch.now());
  if (absl::Status status = batch.note(waiting.status()); !status.ok()) return status;
  int delivered = 0;
  for (const store::PromptWaiting& each : *waiting) {
    const auto prompt = batch.store().prompt(each.prompt_id);
    if (absl::Status status = batch.note(prompt.status()); !status.ok()) return status;
    if (!may_go(*prompt, each.agent_id, batch.now())) continue;
    if (absl::Status status = put_on_desk(batch, *prompt, each.agent_id); !status.ok()) return status;
    ++delivered;
  }
  return delivered;
}

void Prompts::arrived(const std::string& agent_id) {
  const auto judged = std::make_shared<absl::Time>();
  parts_.writer.write<int>(
      [this, agent_id, judged](Batch& batch) {
        *judged = batch.now();
        return deliver(batch, agent_id);
      },
      [this, judged](const absl::StatusOr<int>& delivered) {
        if (!delivered.ok()) return parts_.next(parts_.clock.now() + kTryAgain);
        // What stayed because it was quiet goes when it is not, also when that was before this came here.
        if (const std::optional<absl::Time> over = quiet_until(*judged)) expect("", *over);
      });
}

void Prompts::recall(const std::string& prompt_id, Leads leads, Done<bool> done) {
  if (absl::Status status = check_id("prompt_id", prompt_id, 128); !status.ok()) return done(status);
  parts_.writer.write<bool>(
      [this, prompt_id, leads = std::move(leads)](Batch& batch) -> absl::StatusOr<bool> {
        const auto prompt = batch.store().prompt(prompt_id);
        const absl::Status absent = absl::NotFoundError("there is no such prompt; see the list of prompts");
        if (absl::IsNotFound(prompt.status())) return absent;
        if (absl::Status status = batch.note(prompt.status()); !status.ok()) return status;
        const auto led =
            std::count_if(prompt->deliveries.begin(), prompt->deliveries.end(),
                          [&](const domain::PromptDelivery& desk) { return leads(parts_.teams.of(desk.agent_id)); });
        if (led == 0) return absent;
        if (led < static_cast<std::ptrdiff_t>(prompt->deliveries.size())) {
          return absl::PermissionDeniedError(
              "it is also at desks of a team that you do not lead; ask an administrator, or who pushed it");
        }
        if (prompt->recalled != absl::InfinitePast()) return true;
        absl::Status status = batch.note(batch.store().recall_prompt(prompt_id, batch.now()));
        batch.touch_prompt(prompt_id);
        for (const domain::PromptDelivery& desk : prompt->deliveries) {
          if (!status.ok()) return status;
          if (desk.state != domain::PromptState::kDelivered && desk.state != domain::PromptState::kShown) continue;
          if (domain::state_at(desk, prompt->expires, batch.now()) == domain::PromptState::kExpired) continue;
          const std::string id = absl::StrCat(id_at_desk(prompt_id, desk.agent_id), "\x1f", "recalled");
          status = batch.move(desk.agent_id, {id, {}, domain::PromptRecalled{prompt_id}}, {});
        }
        if (!status.ok()) return status;
        return false;
      },
      std::move(done));
}

void Prompts::acknowledge(const std::string& agent_id, std::vector<std::string> received, std::string on_screen,
                          Done<bool> done) {
  absl::Status status = parts_.desks.admit(agent_id);
  if (received.size() > kMostAcknowledged)
    status.Update(absl::InvalidArgumentError(absl::StrCat("at most ", kMostAcknowledged, " prompts at a time")));
  if (!on_screen.empty()) received.push_back(on_screen);
  for (const std::string& id : received) status.Update(check_id("prompt_ids", id, 128));
  if (!status.ok()) return done(status);
  parts_.writer.write<bool>(
      [agent_id, received = std::move(received),
       on_screen = std::move(on_screen)](Batch& batch) -> absl::StatusOr<bool> {
        if (absl::Status marked = mark_received(batch, agent_id, received); !marked.ok()) return marked;
        if (on_screen.empty()) return false;
        return mark_on_screen(batch, agent_id, on_screen);
      },
      std::move(done));
}

absl::StatusOr<std::vector<domain::PushedPrompt>> Prompts::list(const Leads& leads, absl::Time from, absl::Time before,
                                                                int most) const {
  std::vector<domain::PushedPrompt> seen;
  const absl::Status status = parts_.store.read([&](store::Reads& reads) -> absl::Status {
    const auto team_of = [this](const std::string& agent_id) -> const std::string& {
      return parts_.teams.of(agent_id);
    };
    return read_back(reads, from, before, most, [&](const domain::PushedPrompt& prompt) {
      domain::PushedPrompt each = seen_by(prompt, leads, team_of, parts_.clock.now());
      if (!each.deliveries.empty()) seen.push_back(std::move(each));
      return seen.size() < static_cast<std::size_t>(most);
    });
  });
  if (!status.ok()) return status;
  return seen;
}

std::vector<domain::PromptTemplate> Prompts::templates(const std::string& language) const {
  std::vector<domain::PromptTemplate> templates = parts_.mind.knowledge()->library.prompts;
  std::erase_if(templates,
                [&](const domain::PromptTemplate& each) { return !language.empty() && each.language != language; });
  return templates;
}

std::unique_ptr<PromptWatch> Prompts::watch(Leads leads, std::function<void()> ready) {
  return std::make_unique<PromptWatch>(
      *news_, parts_.store, parts_.clock,
      [this](const std::string& agent_id) -> const std::string& { return parts_.teams.of(agent_id); }, std::move(leads),
      std::move(ready), [this] { expect("", parts_.clock.now() + kTryAgain); });
}

absl::Status Prompts::load() {
  const absl::Status status = parts_.store.read([&](store::Reads& reads) -> absl::Status {
    const auto open = reads.open_prompts(parts_.clock.now());
    if (!open.ok()) return open.status();
    const std::lock_guard lock(mutex_);
    for (const auto& [id, expires] : *open) ends_.emplace(expires, id);
    if (const std::optional<absl::Time> over = quiet_until(parts_.clock.now())) ends_.emplace(*over, "");
    return absl::OkStatus();
  });
  if (status.ok()) set_next();
  return status;
}

void Prompts::set_next() {
  const absl::Time now = parts_.clock.now();
  absl::Time next = quiet_until(now).value_or(absl::InfiniteFuture());
  const std::lock_guard lock(mutex_);
  if (!ends_.empty()) next = std::min(next, ends_.begin()->first);
  parts_.next(next);
}

void Prompts::wake() {
  std::set<std::string> over;
  {
    const std::lock_guard lock(mutex_);
    const absl::Time now = parts_.clock.now();
    while (!ends_.empty() && ends_.begin()->first <= now) {
      over.insert(ends_.begin()->second);
      ends_.erase(ends_.begin());
    }
  }
  const bool tell = !over.empty();
  over.erase("");  // No prompt: it is not quiet any more, or somebody could not read, and looks again.
  if (tell) news_->tell(over);
  const auto judged = std::make_shared<absl::Time>();
  parts_.writer.write<int>(
      [this, judged](Batch& batch) {
        *judged = batch.now();
        return deliver(batch, "");
      },
      [this, judged](const absl::StatusOr<int>& delivered) {
        if (!delivered.ok()) return parts_.next(parts_.clock.now() + kTryAgain);
        const std::optional<absl::Time> quiet_over = quiet_until(*judged);
        quiet_over ? expect("", *quiet_over) : set_next();
      });
}

void Prompts::moved(const std::set<std::string>& prompt_ids) { news_->tell(prompt_ids); }

}  // namespace aandacht::core
