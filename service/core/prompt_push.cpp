// What a supervisor pushes: whom it goes to, whether there is room for it, and how it begins.
#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "service/core/checks.h"
#include "service/core/floor.h"
#include "service/core/prompts.h"

namespace aandacht::core {
namespace {

constexpr std::size_t kMostNamed = 10000;
constexpr std::size_t kMostTold = 5;  // Names in one sentence.
constexpr std::size_t kLongestText = 300;
constexpr std::size_t kLongestReason = 200;
constexpr absl::Duration kBudgetSpan = absl::Hours(1);

bool leads_all(const std::string& /*team*/) { return true; }

absl::Status refuse_team(const std::string& team) {
  return absl::PermissionDeniedError(
      team.empty() ? "you do not lead those who are in no team; leave them out"
                   : absl::StrCat("you do not lead team \"", team, "\"; leave it out, or have it added to your token"));
}

absl::Status check(const PushPrompt& prompt) {
  if (prompt.time_to_live < absl::Seconds(10) || prompt.time_to_live > absl::Hours(8)) {
    return absl::InvalidArgumentError("time_to_live must be 10 seconds to 8 hours");
  }
  if (prompt.agent_ids.empty() && prompt.team_ids.empty() && !prompt.everybody) {
    return absl::InvalidArgumentError("name agent_ids, team_ids or everybody");
  }
  if (prompt.agent_ids.size() + prompt.team_ids.size() > kMostNamed) {
    return absl::InvalidArgumentError(absl::StrCat("at most ", kMostNamed, " agents and teams can be named"));
  }
  for (const std::string* words : {&prompt.text, &prompt.reason}) {
    const std::vector<std::string> open = domain::open_slots(*words);
    if (!prompt.template_id.empty() && !open.empty())
      return absl::InvalidArgumentError(absl::StrCat("fill in {", open.front(), "}"));
  }
  return first_failure(
      check_event_id("prompt_id", prompt.prompt_id), check_text("supervisor", prompt.supervisor, 80, true),
      check_text("text", prompt.text, kLongestText, true), check_text("reason", prompt.reason, kLongestReason, true));
}

void make_presentable(PushPrompt& prompt) {
  for (std::string* words : {&prompt.supervisor, &prompt.text, &prompt.reason})
    *words = presentable(*words, words->size());
}

/// When the supervisor may push to this agent again, by the times of what was pushed in the last hour.
absl::Time room_at(const std::vector<absl::Time>& pushed, int per_hour) {
  const auto count = static_cast<int>(pushed.size());
  if (count < per_hour) return absl::InfinitePast();
  if (per_hour <= 0) return absl::InfiniteFuture();
  return pushed[static_cast<std::size_t>(count - per_hour)] + kBudgetSpan;
}

std::map<std::string, std::vector<absl::Time>> by_agent(const std::vector<store::PromptPush>& pushes) {
  std::map<std::string, std::vector<absl::Time>> times;
  for (const store::PromptPush& each : pushes) times[each.agent_id].push_back(each.pushed);
  return times;
}

std::string named(const std::vector<std::string>& agents) {
  std::vector<std::string> first(agents.begin(), agents.begin() + std::min(agents.size(), kMostTold));
  for (std::string& each : first) each = absl::StrCat("\"", each, "\"");
  return absl::StrCat(absl::StrJoin(first, ", "),
                      agents.size() > kMostTold ? absl::StrCat(" and ", agents.size() - kMostTold, " more") : "");
}

Pushed told_of(const domain::PushedPrompt& prompt, bool duplicate) {
  Pushed pushed{static_cast<int>(prompt.deliveries.size()), 0, std::nullopt, duplicate, prompt.expires};
  for (const domain::PromptDelivery& desk : prompt.deliveries)
    pushed.waiting += desk.state == domain::PromptState::kWaiting ? 1 : 0;
  return pushed;
}

}  // namespace

std::vector<std::string> Prompts::everybody(const Leads& leads) const {
  std::set<std::string> agents;
  for (const std::shared_ptr<const Seat>& seat : parts_.seats.all()) {
    if (is_on_floor(*seat) && parts_.desks.admit(seat->desk.agent_id).ok()) agents.insert(seat->desk.agent_id);
  }
  for (const std::string& agent_id : parts_.teams.members()) agents.insert(agent_id);
  for (const std::string& agent_id : parts_.desks.listed()) agents.insert(agent_id);
  std::erase_if(agents, [&](const std::string& agent_id) { return !leads(parts_.teams.of(agent_id)); });
  return {agents.begin(), agents.end()};
}

absl::StatusOr<std::vector<std::string>> Prompts::resolve(const PromptAudience& audience, const Leads& leads) const {
  std::set<std::string> agents;
  for (const std::string& agent_id : audience.agent_ids) {
    const absl::Status admitted = parts_.desks.admit(agent_id);
    if (absl::IsInvalidArgument(admitted)) return admitted;
    const std::string& team = parts_.teams.of(agent_id);
    // Neither one of another team nor one at which only its agent's own acts happened is told from one that is not
    // there.
    if (!leads(team) || !admitted.ok() || (!parts_.desks.knows(agent_id) && team.empty())) {
      return absl::NotFoundError(
          absl::StrCat("\"", agent_id, "\" has no desk in a team of yours; nobody got the prompt, leave this one out"));
    }
    agents.insert(agent_id);
  }
  for (const std::string& team : audience.team_ids) {
    if (!leads(team)) return refuse_team(team);
    if (!parts_.teams.sizes().contains(team)) {
      return absl::NotFoundError(absl::StrCat("there is no team \"", team, "\"; nobody got the prompt"));
    }
    for (const std::string& agent_id : parts_.teams.members()) {
      if (parts_.teams.of(agent_id) == team) agents.insert(agent_id);
    }
  }
  if (audience.everybody) {
    for (std::string& agent_id : everybody(leads)) agents.insert(std::move(agent_id));
  }
  if (agents.empty()) return absl::NotFoundError("there is nobody yet to push to; nobody got the prompt");
  return std::vector<std::string>(agents.begin(), agents.end());
}

absl::Status Prompts::fill_in(PushPrompt& prompt) const {
  if (prompt.template_id.empty() || !prompt.text.empty()) return absl::OkStatus();
  for (const domain::PromptTemplate& each : templates("")) {
    if (each.id != prompt.template_id) continue;
    prompt.text = domain::fill_slots(each.text, prompt.fields);
    if (prompt.reason.empty()) prompt.reason = domain::fill_slots(each.reason, prompt.fields);
    prompt.urgent = prompt.urgent || each.urgent;
    return absl::OkStatus();
  }
  return absl::NotFoundError(
      absl::StrCat("there is no template \"", prompt.template_id, "\"; see the list of templates"));
}

void Prompts::push(PushPrompt prompt, Done<Pushed> done) {
  if (!prompt.leads) prompt.leads = leads_all;
  if (prompt.supervisor_id.empty()) prompt.supervisor_id = prompt.supervisor;
  absl::Status status = fill_in(prompt);
  if (status.ok()) status = check(prompt);
  if (!status.ok()) return done(status);
  make_presentable(prompt);
  const std::string id = prompt.prompt_id;
  parts_.writer.write<Pushed>([this, prompt = std::move(prompt)](Batch& batch) { return write(batch, prompt); },
                              [this, id, done = std::move(done)](const absl::StatusOr<Pushed>& pushed) {
                                if (pushed.ok() && !pushed->duplicate) expect(id, pushed->expires);
                                if (pushed.ok() && pushed->quiet_until) expect("", *pushed->quiet_until);
                                done(pushed);
                              });
}

absl::Status Prompts::check_budget(Batch& batch, const PushPrompt& prompt) const {
  const absl::Time now = batch.now();
  const auto pushes = batch.store().prompt_pushes(prompt.supervisor_id, now - kBudgetSpan);
  if (absl::Status status = batch.note(pushes.status()); !status.ok()) return status;
  const auto crowded = batch.store().crowded_desks(now, rules_.at_desk);
  if (absl::Status status = batch.note(crowded.status()); !status.ok()) return status;
  const auto times = by_agent(*pushes);
  std::vector<std::string> over;
  absl::Time room = absl::InfinitePast();
  for (const std::string& agent_id : prompt.agent_ids) {
    const auto pushed = times.find(agent_id);
    const absl::Time at = room_at(pushed == times.end() ? std::vector<absl::Time>() : pushed->second, rules_.per_hour);
    if (at == absl::InfinitePast()) continue;
    over.push_back(agent_id);
    room = std::max(room, at);
  }
  if (!over.empty()) {
    const std::string when =
        room == absl::InfiniteFuture() ? "" : absl::FormatTime("; there is room again at %H:%M:%S", room, zone());
    return absl::ResourceExhaustedError(absl::StrCat(
        named(over), " had ", rules_.per_hour, " prompts of yours within an hour", when, "; nobody got this one"));
  }
  for (const std::string& agent_id : *crowded) {
    if (std::find(prompt.agent_ids.begin(), prompt.agent_ids.end(), agent_id) == prompt.agent_ids.end()) continue;
    return absl::ResourceExhaustedError(
        absl::StrCat("\"", agent_id, "\" was sent ", rules_.at_desk,
                     " prompts that are still worth showing; nobody got this one, send it later"));
  }
  return absl::OkStatus();
}

absl::StatusOr<Pushed> Prompts::pushed_before(Batch& batch, const PushPrompt& asked) const {
  // In the same words whoever had the id, and for what: nobody learns of another's prompt.
  const absl::Status taken = absl::AlreadyExistsError(
      "this prompt_id was used before, and not for a prompt of yours; nobody got this one, send it with a new id");
  const auto known = batch.store().prompt(asked.prompt_id);
  if (absl::IsNotFound(known.status())) return taken;
  if (absl::Status status = batch.note(known.status()); !status.ok()) return status;
  const auto own = batch.store().prompt_pushes(asked.supervisor_id, known->pushed - absl::Nanoseconds(1));
  if (absl::Status status = batch.note(own.status()); !status.ok()) return status;
  const bool is_own =
      std::all_of(known->deliveries.begin(), known->deliveries.end(), [&](const domain::PromptDelivery& desk) {
        return std::find(own->begin(), own->end(), store::PromptPush{desk.agent_id, known->pushed}) != own->end();
      });
  if (!is_own) return taken;
  return told_of(*known, true);
}

absl::StatusOr<Pushed> Prompts::write(Batch& batch, const PushPrompt& asked) const {
  if (batch.knows(asked.prompt_id)) return pushed_before(batch, asked);
  PushPrompt prompt = asked;
  auto agents = resolve({asked.agent_ids, asked.team_ids, asked.everybody}, asked.leads);
  if (!agents.ok()) return agents.status();
  prompt.agent_ids = *std::move(agents);
  if (absl::Status status = check_budget(batch, prompt); !status.ok()) return status;
  const absl::Time now = batch.now();
  domain::PushedPrompt pushed{prompt.prompt_id,
                              prompt.supervisor,
                              prompt.text,
                              prompt.reason,
                              prompt.urgent,
                              prompt.template_id,
                              now,
                              now + prompt.time_to_live,
                              absl::InfinitePast(),
                              prompt.team_ids,
                              prompt.everybody,
                              {}};
  for (const std::string& agent_id : prompt.agent_ids) pushed.deliveries.push_back({agent_id});
  absl::Status status = batch.note(batch.store().note_request(prompt.prompt_id, now));
  if (status.ok()) status = batch.note(batch.store().add_prompt(pushed, prompt.supervisor_id));
  if (!status.ok()) return status;
  batch.touch_prompt(pushed.id);
  for (domain::PromptDelivery& desk : pushed.deliveries) {
    if (!may_go(pushed, desk.agent_id, now)) continue;
    desk.state = domain::PromptState::kDelivered;
    if (absl::Status put = put_on_desk(batch, pushed, desk.agent_id); !put.ok()) return put;
  }
  Pushed told = told_of(pushed, false);
  if (told.waiting > 0 && !(prompt.urgent && rules_.urgent_in_quiet)) told.quiet_until = quiet_until(now);
  return told;
}

absl::StatusOr<PromptAllowance> Prompts::allowance(const std::string& supervisor_id, const PromptAudience& audience,
                                                   const Leads& leads) const {
  const absl::Time now = parts_.clock.now();
  const auto agents = resolve(audience, leads);
  if (!agents.ok()) return agents.status();
  std::map<std::string, std::vector<absl::Time>> times;
  const absl::Status status = parts_.store.read([&](store::Reads& reads) -> absl::Status {
    const auto pushes = reads.prompt_pushes(supervisor_id, now - kBudgetSpan);
    if (pushes.ok()) times = by_agent(*pushes);
    return pushes.status();
  });
  if (!status.ok()) return status;
  PromptAllowance allowance{{}, rules_.per_hour, quiet_until(now)};
  for (const std::string& agent_id : *agents) {
    const std::vector<absl::Time>& pushed = times[agent_id];
    const int left = std::max(0, rules_.per_hour - static_cast<int>(pushed.size()));
    allowance.agents.push_back({agent_id, parts_.teams.of(agent_id), left, room_at(pushed, rules_.per_hour),
                                !parts_.presence.has_window(agent_id)});
  }
  return allowance;
}

}  // namespace aandacht::core
