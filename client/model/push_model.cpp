#include "client/model/push_model.h"

#include <algorithm>
#include <set>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "client/model/parts.h"
#include "client/model/push_parts.h"
#include "client/model/push_words.h"
#include "shared/base/utf8.h"
#include "shared/domain/cards.h"
#include "shared/domain/readability.h"

namespace aandacht::model {
namespace {

using namespace push_words;

constexpr std::size_t kLongestText = 300;
constexpr std::size_t kLongestReason = 200;

const domain::PromptTemplate* find_template(const PushForm& form, const PushTold& told) {
  const auto found = std::find_if(told.templates.begin(), told.templates.end(),
                                  [&](const domain::PromptTemplate& each) { return each.id == form.template_id; });
  return found == told.templates.end() ? nullptr : &*found;
}

bool chooses(const PushForm& form, const PushReach& agent) {
  return std::any_of(form.targets.begin(), form.targets.end(), [&](const PushTarget& target) {
    switch (target.kind) {
      case PushTarget::Kind::kEverybody:
        return true;
      case PushTarget::Kind::kTeam:
        return agent.team == target.id;
      case PushTarget::Kind::kAgent:
        return agent.agent_id == target.id;
    }
    return false;
  });
}

std::map<std::string, int> team_sizes(const PushTold& told) {
  std::map<std::string, int> sizes;
  for (const PushReach& agent : told.reach) {
    if (!agent.team.empty()) ++sizes[agent.team];
  }
  return sizes;
}

std::string label_of(const PushTarget& target, const PushTold& told, Language language) {
  switch (target.kind) {
    case PushTarget::Kind::kEverybody:
      return kEverybody.fill(language, told.reach.size());
    case PushTarget::Kind::kTeam: {
      const auto sizes = team_sizes(told);
      const auto size = sizes.find(target.id);
      return kTeam.fill(language, target.id, size == sizes.end() ? 0 : size->second);
    }
    case PushTarget::Kind::kAgent:
      return target.id;
  }
  return {};
}

void add_targets(PushModel& model, const PushState& state, Language language) {
  std::vector<PushTarget> all;
  if (!state.told.reach.empty()) all.push_back({PushTarget::Kind::kEverybody, ""});
  for (const auto& [team, size] : team_sizes(state.told)) all.push_back({PushTarget::Kind::kTeam, team});
  for (const PushReach& agent : state.told.reach) all.push_back({PushTarget::Kind::kAgent, agent.agent_id});
  const std::vector<PushTarget>& chosen = state.form.targets;
  for (const PushTarget& target : all) {
    if (std::find(chosen.begin(), chosen.end(), target) == chosen.end())
      model.options.push_back({target, label_of(target, state.told, language)});
  }
  for (const PushTarget& target : chosen) model.chosen.push_back({target, label_of(target, state.told, language)});
  model.to_caption = kTo.in(language);
  model.to_hint = chosen.empty() ? kToHint.in(language) : kToMore.in(language);
}

void add_template(PushModel& model, const PushState& state, Language language) {
  model.template_caption = kTemplate.in(language);
  model.templates.emplace_back(kFreeText.in(language));
  for (const domain::PromptTemplate& each : state.told.templates) {
    model.templates.push_back(each.text);
    if (each.id == state.form.template_id) model.chosen_template = static_cast<int>(model.templates.size()) - 1;
  }
  const domain::PromptTemplate* chosen = find_template(state.form, state.told);
  if (chosen == nullptr) return;
  model.own_words = kOwnWords.in(language);
  for (const std::string& name : chosen->fields) {
    const auto value = state.form.fields.find(name);
    model.slots.push_back({name, value == state.form.fields.end() ? "" : value->second});
  }
}

void add_words(PushModel& model, const PushState& state, Language language) {
  const std::string words = prompt_text(state.form, state.told);
  model.text_caption = kText.in(language);
  model.text_hint = kTextHint.in(language);
  model.text_count = kCount.fill(language, domain::spoken_words(words).size());
  model.reason_caption = kReason.in(language);
  model.reason_hint = kReasonHint.in(language);
  if (words.empty()) return;
  for (const domain::PromptFinding& each : state.told.findings) model.findings.push_back(finding_row(each, language));
  if (model.findings.empty()) model.nothing_found = kFine.in(language);
}

void add_life(PushModel& model, const PushState& state, Language language) {
  model.urgent = kUrgent.in(language);
  model.is_urgent = state.form.urgent;
  model.lives_caption = kLives.in(language);
  for (const absl::Duration life : prompt_lives()) {
    if (life == state.form.time_to_live) model.chosen_life = static_cast<int>(model.lives.size());
    model.lives.push_back(life < absl::Hours(1) ? kMinutes.fill(language, absl::ToInt64Minutes(life))
                                                : kHours.fill(language, absl::ToInt64Hours(life)));
  }
}

// What keeps it from being pushed; empty: nothing.
std::string missing(const PushState& state, Language language) {
  if (state.told.connection != ConnectionState::kConnected) return kNoConnection.in(language);
  if (reached(state.form, state.told).empty()) return kMissingTo.in(language);
  const std::string words = prompt_text(state.form, state.told);
  const std::string reason = prompt_reason(state.form, state.told);
  if (words.empty()) return kMissingText.in(language);
  for (const std::string* each : {&words, &reason}) {
    const std::vector<std::string> open = domain::open_slots(*each);
    if (!open.empty() && !state.form.template_id.empty()) return kMissingSlot.fill(language, open.front());
  }
  if (base::count_code_points(words) > kLongestText) return kTooLong.in(language);
  if (reason.empty()) return kMissingReason.in(language);
  if (base::count_code_points(reason) > kLongestReason) return kReasonTooLong.in(language);
  return {};
}

void add_push(PushModel& model, const PushState& state, Language language) {
  model.push = state.pushing ? kPushing.in(language) : kPush.in(language);
  model.push_key = "Ctrl+Enter";
  model.why_not = missing(state, language);
  model.can_push = can_push(state);
  model.refused = refusal_line(state.refused, language);
  if (state.can_repeat) model.repeat = kRepeat.in(language);
}

// By the agent's own way: a prompt makes a card, the card makes what is drawn.
void add_preview(PushModel& model, const PushState& state, Language language, absl::Time now, absl::TimeZone zone) {
  model.preview_caption = kPreview.in(language);
  model.preview_empty = kPreviewEmpty.in(language);
  const std::string words = prompt_text(state.form, state.told);
  if (words.empty()) return;
  const domain::Prompt prompt{"preview",
                              state.supervisor,
                              words,
                              prompt_reason(state.form, state.told),
                              state.form.urgent,
                              now + state.form.time_to_live};
  model.preview = make_card(domain::prompt_card(prompt, nullptr), {}, {now, zone, language});
  model.has_preview = true;
}

}  // namespace

const std::vector<absl::Duration>& prompt_lives() {
  static const std::vector<absl::Duration> kLives = {absl::Minutes(5), absl::Minutes(10), absl::Minutes(30),
                                                     absl::Hours(1), absl::Hours(4)};
  return kLives;
}

std::string prompt_text(const PushForm& form, const PushTold& told) {
  const domain::PromptTemplate* chosen = find_template(form, told);
  return chosen == nullptr ? form.text : domain::fill_slots(chosen->text, form.fields);
}

std::string prompt_reason(const PushForm& form, const PushTold& told) {
  const domain::PromptTemplate* chosen = find_template(form, told);
  return chosen == nullptr ? form.reason : domain::fill_slots(chosen->reason, form.fields);
}

std::vector<PushReach> reached(const PushForm& form, const PushTold& told) {
  std::vector<PushReach> agents;
  for (const PushReach& agent : told.reach) {
    if (chooses(form, agent)) agents.push_back(agent);
  }
  return agents;
}

bool can_push(const PushState& state) { return !state.pushing && missing(state, Language::kDutch).empty(); }

PushForm with_template(const PushForm& form, const std::string& template_id, const PushTold& told) {
  PushForm changed = form;
  if (template_id.empty()) {
    changed.text = prompt_text(form, told);
    changed.reason = prompt_reason(form, told);
  }
  changed.template_id = template_id;
  changed.fields.clear();
  if (const domain::PromptTemplate* chosen = find_template(changed, told)) changed.urgent = chosen->urgent;
  return changed;
}

PushModel make_push_model(const PushState& state, Language language, absl::Time now, absl::TimeZone zone) {
  PushModel model;
  model.title = kTitle.in(language);
  add_targets(model, state, language);
  model.reach = reach_lines(state, language, zone, model.reach_warns);
  add_template(model, state, language);
  add_words(model, state, language);
  add_life(model, state, language);
  add_push(model, state, language);
  add_preview(model, state, language, now, zone);
  add_prompts(model, state, language, now, zone);
  return model;
}

std::string push_author(const std::string& me, const std::string& desktop) {
  if (!me.empty()) return me;
  return desktop.empty() ? "Teamleider" : desktop;
}

}  // namespace aandacht::model
