#include "client/model/push_parts.h"

#include <algorithm>
#include <array>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "client/model/push_words.h"

namespace aandacht::model {
namespace {

using namespace push_words;
using domain::PromptState;

constexpr int kMostWords = 40;

std::string clock_text(absl::Time time, absl::TimeZone zone) { return absl::FormatTime("%H:%M", time, zone); }

const char* state_text(PromptState state, Language language) {
  switch (state) {
    case PromptState::kWaiting:
      return kWaiting.in(language);
    case PromptState::kDelivered:
      return kDelivered.in(language);
    case PromptState::kShown:
      return kShown.in(language);
    case PromptState::kUsed:
      return kUsed.in(language);
    case PromptState::kNotNow:
      return kNotNow.in(language);
    case PromptState::kDoesNotFit:
      return kDoesNotFit.in(language);
    case PromptState::kExpired:
      return kExpired.in(language);
    case PromptState::kRecalled:
      return kTakenBack.in(language);
  }
  return "";
}

// What counts most first.
constexpr std::array kStates{PromptState::kUsed,    PromptState::kNotNow,    PromptState::kDoesNotFit,
                             PromptState::kShown,   PromptState::kDelivered, PromptState::kWaiting,
                             PromptState::kExpired, PromptState::kRecalled};

std::string counts_text(const domain::PushedPrompt& prompt, absl::Time now, Language language) {
  std::vector<std::string> parts;
  for (const PromptState state : kStates) {
    const auto count = std::count_if(
        prompt.deliveries.begin(), prompt.deliveries.end(),
        [&](const domain::PromptDelivery& desk) { return domain::state_at(desk, prompt.expires, now) == state; });
    if (count > 0) parts.push_back(absl::StrCat(count, " ", state_text(state, language)));
  }
  return absl::StrJoin(parts, " · ");
}

std::string to_text(const domain::PushedPrompt& prompt, Language language) {
  if (prompt.everybody) return kToEverybody.in(language);
  std::vector<std::string> names;
  for (const std::string& team : prompt.team_ids) names.push_back(kToTeam.fill(language, team));
  if (!names.empty()) return absl::StrJoin(names, ", ");
  if (prompt.deliveries.size() == 1) return prompt.deliveries.front().agent_id;
  return kToPeople.fill(language, prompt.deliveries.size());
}

bool is_open(const domain::PushedPrompt& prompt, absl::Time now) {
  return std::any_of(prompt.deliveries.begin(), prompt.deliveries.end(), [&](const domain::PromptDelivery& desk) {
    return !domain::is_over(domain::state_at(desk, prompt.expires, now));
  });
}

absl::Time moment_of(const domain::PushedPrompt& prompt, const domain::PromptDelivery& desk, PromptState state) {
  if (state == PromptState::kExpired) return prompt.expires;
  for (const absl::Time time : {desk.ended, desk.shown, desk.delivered}) {
    if (time != absl::InfinitePast()) return time;
  }
  return prompt.pushed;
}

PromptDetails details_of(const domain::PushedPrompt& prompt, Language language, absl::Time now, absl::TimeZone zone) {
  PromptDetails details;
  details.id = prompt.id;
  details.text = prompt.text;
  details.reason = prompt.reason;
  const Bilingual& about = prompt.urgent ? kAboutUrgent : kAbout;
  details.about =
      about.fill(language, prompt.supervisor, clock_text(prompt.pushed, zone), clock_text(prompt.expires, zone));
  details.counts = counts_text(prompt, now, language);
  for (const domain::PromptDelivery& desk : prompt.deliveries) {
    const PromptState state = domain::state_at(desk, prompt.expires, now);
    details.deliveries.push_back(
        {desk.agent_id, state_text(state, language), clock_text(moment_of(prompt, desk, state), zone), state});
  }
  if (is_open(prompt, now)) details.recall = kRecall.in(language);
  details.again = kAgain.in(language);
  details.close = kClose.in(language);
  return details;
}

std::string budget_line(const std::vector<PushReach>& agents, int per_hour, Language language, absl::TimeZone zone,
                        bool& over) {
  std::vector<std::string> full;
  absl::Time room = absl::InfinitePast();
  int least = per_hour;
  for (const PushReach& agent : agents) {
    least = std::min(least, agent.left);
    if (agent.left > 0) continue;
    full.push_back(agent.agent_id);
    room = std::max(room, agent.room);
  }
  over = !full.empty();
  const std::string when = clock_text(room + absl::Seconds(59), zone);  // Never earlier than there is room.
  if (full.size() == 1) return kNoRoom.fill(language, full.front(), per_hour, when);
  if (over) return kNoRoomMore.fill(language, full.front(), full.size() - 1, per_hour, when);
  if (least == 1) return kRoomOne.in(language);
  return kRoom.fill(language, least);
}

}  // namespace

PromptFindingRow finding_row(const domain::PromptFinding& finding, Language language) {
  switch (finding.flaw) {
    case domain::PromptFlaw::kJargon:
      return {kJargon.fill(language, finding.part), kJargonDo.fill(language, finding.instead)};
    case domain::PromptFlaw::kLength:
      return {kLength.fill(language, finding.words), kLengthDo.fill(language, finding.words - kMostWords)};
    case domain::PromptFlaw::kOrder:
      return {kOrder.fill(language, finding.part), kOrderDo.in(language)};
    case domain::PromptFlaw::kThey:
      return {kThey.fill(language, finding.part), kTheyDo.fill(language, finding.instead)};
    case domain::PromptFlaw::kPassive:
      return {kPassive.fill(language, finding.part), kPassiveDo.in(language)};
    case domain::PromptFlaw::kLevel:
      return {kLevel.fill(language, finding.part), kLevelDo.in(language)};
    case domain::PromptFlaw::kSlot:
      return {kSlot.fill(language, finding.part), kSlotDo.in(language)};
  }
  return {};
}

std::vector<std::string> reach_lines(const PushState& state, Language language, absl::TimeZone zone, bool& warns) {
  const PushTold& told = state.told;
  if (told.reach.empty() && told.reach_known) return {kNobodyYet.in(language)};
  const std::vector<PushReach> agents = reached(state.form, told);
  if (agents.empty()) return {};
  std::vector<std::string> lines;
  std::string first =
      agents.size() == 1 ? std::string(kReachesOne.in(language)) : kReaches.fill(language, agents.size());
  std::vector<std::string> away;
  for (const PushReach& agent : agents) {
    if (agent.away) away.push_back(agent.agent_id);
  }
  if (away.size() == 1) first = absl::StrCat(first, " ", kAwayOne.fill(language, away.front()));
  if (away.size() > 1) first = absl::StrCat(first, " ", kAway.fill(language, away.size()));
  lines.push_back(std::move(first));
  lines.push_back(budget_line(agents, told.per_hour, language, zone, warns));
  if (told.quiet_until) {
    lines.push_back(kQuiet.fill(language, clock_text(*told.quiet_until, zone)));
    warns = true;
  }
  return lines;
}

std::string refusal_line(const absl::Status& refused, Language language) {
  if (refused.ok()) return {};
  if (absl::IsResourceExhausted(refused)) return kRefusedBudget.in(language);
  if (absl::IsPermissionDenied(refused)) return kRefusedTeam.in(language);
  if (absl::IsNotFound(refused)) return kRefusedGone.in(language);
  if (absl::IsUnavailable(refused) || absl::IsDeadlineExceeded(refused)) return kRefusedAway.in(language);
  return kRefused.fill(language, std::string(refused.message()));
}

void add_prompts(PushModel& model, const PushState& state, Language language, absl::Time now, absl::TimeZone zone) {
  model.list_caption = kList.in(language);
  model.list_columns = {kWhen.in(language), kWhat.in(language), kToWhom.in(language), kBecame.in(language)};
  model.list_empty = kListEmpty.in(language);
  std::vector<const domain::PushedPrompt*> prompts;
  for (const domain::PushedPrompt& prompt : state.told.prompts) prompts.push_back(&prompt);
  std::stable_sort(prompts.begin(), prompts.end(), [](const auto* a, const auto* b) { return a->pushed > b->pushed; });
  for (const domain::PushedPrompt* prompt : prompts) {
    if (prompt->id == state.selected) {
      model.selected = static_cast<int>(model.rows.size());
      model.details = details_of(*prompt, language, now, zone);
    }
    model.rows.push_back({prompt->id, clock_text(prompt->pushed, zone), prompt->text, to_text(*prompt, language),
                          counts_text(*prompt, now, language), is_open(*prompt, now)});
  }
}

std::string pushed_notice(int desks, int waiting, std::optional<absl::Time> quiet_until, absl::TimeZone zone,
                          Language language) {
  std::string words = desks == 1 ? std::string(kSentOne.in(language)) : kSent.fill(language, desks);
  if (quiet_until) return absl::StrCat(words, kSentQuiet.fill(language, clock_text(*quiet_until, zone)));
  if (waiting > 0) absl::StrAppend(&words, kSentWaiting.fill(language, waiting));
  return words;
}

std::string recall_verb(Language language) { return kRecall.in(language); }
std::string recalled_notice(Language language) { return kRecalled.in(language); }
std::string not_recalled_notice(Language language) { return kNotRecalled.in(language); }

}  // namespace aandacht::model
