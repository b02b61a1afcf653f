#include "client/supervisor/push_page.h"

#include <algorithm>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "client/app/connection_view.h"
#include "client/supervisor/user_name.h"

namespace aandacht::supervisor {
namespace {

// Takes the place of an older one: the service tells the desks that changed.
void merge(domain::PushedPrompt news, std::vector<domain::PushedPrompt>& prompts) {
  const auto known = std::find_if(prompts.begin(), prompts.end(),
                                  [&](const domain::PushedPrompt& each) { return each.id == news.id; });
  if (known == prompts.end()) return prompts.push_back(std::move(news));
  std::vector<domain::PromptDelivery> desks = std::move(known->deliveries);
  for (const domain::PromptDelivery& desk : news.deliveries) {
    const auto place = std::find_if(desks.begin(), desks.end(),
                                    [&](const domain::PromptDelivery& each) { return each.agent_id == desk.agent_id; });
    if (place == desks.end()) {
      desks.push_back(desk);
    } else {
      *place = desk;
    }
  }
  *known = std::move(news);
  known->deliveries = std::move(desks);
}

net::PromptAudience audience_of(const model::PushForm& form) {
  net::PromptAudience audience;
  for (const model::PushTarget& target : form.targets) {
    switch (target.kind) {
      case model::PushTarget::Kind::kEverybody:
        audience.everybody = true;
        break;
      case model::PushTarget::Kind::kTeam:
        audience.team_ids.push_back(target.id);
        break;
      case model::PushTarget::Kind::kAgent:
        audience.agent_ids.push_back(target.id);
        break;
    }
  }
  return audience;
}

// Whether the push may have arrived all the same.
bool is_uncertain(const absl::Status& status) {
  return absl::IsUnavailable(status) || absl::IsDeadlineExceeded(status) || absl::IsCancelled(status);
}

}  // namespace

PushPage::PushPage(const PageContext& context) : context_(context), prompts_(context.channel) {
  state_.supervisor = model::push_author(context.me, user_name());
  net::PromptHandlers handlers;
  handlers.on_update = [this, post = context.post](net::PromptUpdate update) {
    post([this, update = std::move(update)] { take(update); });
  };
  handlers.on_connection = [this, post = context.post](net::ConnectionState state, const std::string& said) {
    post([this, state, said] { connected(state, said); });
  };
  watch_ = std::make_unique<net::PromptWatch>(context.channel, std::move(handlers));
}

void PushPage::take(net::PromptUpdate update) {
  if (update.begins) state_.told.prompts.clear();
  for (domain::PushedPrompt& prompt : update.prompts) {
    // What the service calls whoever pushed it is what agents read.
    if (prompt.id == last_id_) state_.supervisor = prompt.supervisor;
    merge(std::move(prompt), state_.told.prompts);
  }
}

void PushPage::connected(net::ConnectionState state, const std::string& said) {
  state_.told.connection = app::shown_to_supervisor(state);
  context_.tell_connection(state_.told.connection, said);
  if (state != net::ConnectionState::kConnected) return;
  ask_reach();
  has_templates_ = false;
  if (!language_.empty()) ask_templates();
}

void PushPage::enter() { ask_reach(); }

void PushPage::open(const std::string& argument) {
  const std::size_t colon = argument.find(':');
  if (colon == std::string::npos) return;
  const std::string id = argument.substr(colon + 1);
  if (absl::StartsWith(argument, "agent:")) state_.form.targets = {{model::PushTarget::Kind::kAgent, id}};
  if (absl::StartsWith(argument, "team:")) state_.form.targets = {{model::PushTarget::Kind::kTeam, id}};
  if (absl::StartsWith(argument, "prompt:")) state_.selected = id;
}

void PushPage::ask_reach() {
  prompts_.allowance({{}, {}, true}, state_.supervisor, [this](absl::StatusOr<net::PromptAllowance> allowance) {
    context_.post([this, allowance = std::move(allowance)] {
      // That there is nobody yet is an answer too.
      if (!allowance.ok() && !absl::IsNotFound(allowance.status())) return;
      model::PushTold& told = state_.told;
      told.reach.clear();
      told.reach_known = true;
      if (!allowance.ok()) return;
      for (const net::PromptAllowance::Agent& each : allowance->agents)
        told.reach.push_back({each.agent_id, each.team, each.left, each.room, each.away});
      told.per_hour = allowance->per_hour;
      told.quiet_until = allowance->quiet_until;
    });
  });
}

void PushPage::ask_templates() {
  has_templates_ = true;
  prompts_.templates(language_, [this](absl::StatusOr<std::vector<domain::PromptTemplate>> templates) {
    context_.post([this, templates = std::move(templates)] {
      if (templates.ok()) state_.told.templates = *templates;
    });
  });
}

void PushPage::ask_check() {
  const std::uint64_t check = ++checks_;
  prompts_.check(model::prompt_text(state_.form, state_.told), model::prompt_reason(state_.form, state_.told),
                 language_, [this, check](absl::StatusOr<std::vector<domain::PromptFinding>> findings) {
                   context_.post([this, check, findings = std::move(findings)] {
                     if (findings.ok() && check == checks_) state_.told.findings = *findings;
                   });
                 });
}

void PushPage::read_fields() {
  state_.form.text = fields_.text.text();
  state_.form.reason = fields_.reason.text();
  for (auto& [name, area] : fields_.slots) state_.form.fields[name] = area.text();
}

void PushPage::fill_fields() {
  fields_.text.set(state_.form.text);
  fields_.reason.set(state_.form.reason);
  fields_.slots.clear();
  for (const auto& [name, words] : state_.form.fields)
    fields_.slots.try_emplace(name, "", 200, true).first->second.set(words);
}

void PushPage::push(const PageFrame& frame) {
  if (!model::can_push(state_)) return;
  // The same words again after an answer that did not come are the same push: nobody gets it twice.
  if (pending_id_.empty() || !(pending_form_ == state_.form))
    pending_id_ = absl::StrCat("prompt-", context_.ids.next());
  pending_form_ = state_.form;
  last_id_ = pending_id_;
  const std::string id = pending_id_;
  net::PromptOrder order{id,
                         audience_of(state_.form),
                         state_.supervisor,
                         model::prompt_text(state_.form, state_.told),
                         model::prompt_reason(state_.form, state_.told),
                         state_.form.urgent,
                         state_.form.template_id,
                         state_.form.time_to_live};
  state_.pushing = true;
  state_.refused = absl::OkStatus();
  prompts_.push(order, [this, id, language = frame.language, zone = frame.zone](auto answer) {
    context_.post([this, id, language, zone, answer = std::move(answer)] { pushed(answer, id, language, zone); });
  });
}

void PushPage::pushed(const absl::StatusOr<net::PromptPushed>& answer, const std::string& prompt_id,
                      model::Language language, absl::TimeZone zone) {
  state_.pushing = false;
  ask_reach();
  if (!answer.ok()) {
    state_.refused = answer.status();
    if (!is_uncertain(answer.status())) pending_id_.clear();
    return;
  }
  pending_id_.clear();
  last_ = pending_form_;
  state_.can_repeat = true;
  // What was typed meanwhile is a next one.
  if (state_.form == pending_form_) {
    state_.form = {};
    state_.told.findings.clear();
    fill_fields();
  }
  context_.notify({model::pushed_notice(answer->desks, answer->waiting, answer->quiet_until, zone, language),
                   model::recall_verb(language), [this, prompt_id, language] { recall(prompt_id, language); }});
}

void PushPage::recall(const std::string& prompt_id, model::Language language) {
  prompts_.recall(prompt_id, [this, prompt_id, language](absl::StatusOr<bool> recalled) {
    context_.post([this, prompt_id, language, recalled = std::move(recalled)] {
      if (recalled.ok()) return context_.notify({model::recalled_notice(language), "", {}});
      context_.notify({model::not_recalled_notice(language), model::recall_verb(language),
                       [this, prompt_id, language] { recall(prompt_id, language); }});
    });
  });
}

void PushPage::again(const std::string& prompt_id) {
  for (const domain::PushedPrompt& prompt : state_.told.prompts) {
    if (prompt.id != prompt_id) continue;
    model::PushForm form;
    if (prompt.everybody) form.targets.push_back({model::PushTarget::Kind::kEverybody, ""});
    for (const std::string& team : prompt.team_ids) form.targets.push_back({model::PushTarget::Kind::kTeam, team});
    if (form.targets.empty()) {
      for (const domain::PromptDelivery& desk : prompt.deliveries)
        form.targets.push_back({model::PushTarget::Kind::kAgent, desk.agent_id});
    }
    form.text = prompt.text;
    form.reason = prompt.reason;
    form.urgent = prompt.urgent;
    state_.form = std::move(form);
    state_.selected.clear();
    fill_fields();
    return ask_check();
  }
}

void PushPage::act(const PushAction& action, const PageFrame& frame) {
  std::vector<model::PushTarget>& targets = state_.form.targets;
  if (const auto* added = std::get_if<AddTarget>(&action)) {
    // Everybody is everybody.
    if (added->target.kind == model::PushTarget::Kind::kEverybody) targets.clear();
    std::erase(targets, model::PushTarget{model::PushTarget::Kind::kEverybody, ""});
    targets.push_back(added->target);
    ask_reach();
  } else if (const auto* dropped = std::get_if<DropTarget>(&action)) {
    std::erase(targets, dropped->target);
  } else if (const auto* chosen = std::get_if<ChooseTemplate>(&action)) {
    const auto index = static_cast<std::size_t>(chosen->index);
    const bool own = index == 0 || index > state_.told.templates.size();
    state_.form = model::with_template(state_.form, own ? "" : state_.told.templates[index - 1].id, state_.told);
    fill_fields();
    ask_check();
  } else if (std::holds_alternative<TakeWords>(action)) {
    state_.form = model::with_template(state_.form, "", state_.told);
    fill_fields();
    ask_check();
  } else if (std::holds_alternative<Typed>(action)) {
    read_fields();
    state_.refused = absl::OkStatus();
    state_.selected.clear();
    ask_check();
  } else if (const auto* urgent = std::get_if<SetUrgent>(&action)) {
    state_.form.urgent = urgent->urgent;
  } else if (const auto* life = std::get_if<ChooseLife>(&action)) {
    state_.form.time_to_live = model::prompt_lives().at(static_cast<std::size_t>(life->index));
  } else if (std::holds_alternative<PushNow>(action)) {
    push(frame);
  } else if (std::holds_alternative<BringBack>(action)) {
    state_.form = last_;
    fill_fields();
    ask_check();
  } else if (const auto* selected = std::get_if<SelectPrompt>(&action)) {
    state_.selected = selected->id;
  } else if (const auto* recalled = std::get_if<RecallPrompt>(&action)) {
    recall(recalled->id, frame.language);
  } else if (const auto* repeated = std::get_if<PushAgain>(&action)) {
    again(repeated->id);
  }
}

void PushPage::draw(PageFrame& frame) {
  const std::string language = frame.language == model::Language::kDutch ? "nl" : "en";
  if (std::exchange(language_, language) != language || !has_templates_) ask_templates();
  std::vector<PushAction> actions;
  draw_push(model::make_push_model(state_, frame.language, frame.now, frame.zone), fields_, frame, actions);
  for (const PushAction& action : actions) act(action, frame);
}

std::optional<absl::Duration> PushPage::wakes() const {
  // What expires says so, and the card says until when.
  if (state_.told.prompts.empty() && state_.form.text.empty()) return std::nullopt;
  return absl::Seconds(10);
}

}  // namespace aandacht::supervisor
