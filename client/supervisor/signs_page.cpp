#include "client/supervisor/signs_page.h"

#include <imgui.h>

#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/strip.h"
#include "client/model/refusal_words.h"
#include "client/supervisor/user_name.h"

namespace aandacht::supervisor {
namespace {

constexpr int kDays = 28;
constexpr int kMost = 100;

bool is_away(const absl::Status& status) {
  return absl::IsUnavailable(status) || absl::IsDeadlineExceeded(status) || absl::IsCancelled(status);
}

}  // namespace

SignsPage::SignsPage(const PageContext& context) : context_(context), signs_(context.channel), whys_(context.channel) {}

void SignsPage::enter() {
  today_ = absl::ToCivilDay(context_.clock.now(), absl::LocalTimeZone());
  state_.effects.clear();
  ask_questions();
  ask_signs();
  ask_whys();
}

void SignsPage::open(const std::string& argument) {
  if (argument == "whys") state_.tab = model::SignsTab::kWhys;
  if (!absl::StartsWith(argument, "group:")) return;
  state_.tab = model::SignsTab::kQuestions;
  const std::string group = argument.substr(std::string("group:").size());
  select(group, model::place_to_open(state_, group));
}

void SignsPage::ask_questions() {
  if (state_.asked == model::SignsAsked::kNot) state_.asked = model::SignsAsked::kUnderWay;
  signs_.repeated(kDays, "", kMost, [this](const absl::StatusOr<domain::RepeatedQuestions>& told) {
    context_.post([this, told] {
      state_.asked = told.ok() ? model::SignsAsked::kDone : model::SignsAsked::kAway;
      if (told.ok()) state_.questions = *told;
      ask_effects_of_gone();
    });
  });
}

void SignsPage::ask_signs() {
  signs_.list("", [this](const absl::StatusOr<std::vector<domain::ListedSign>>& told) {
    context_.post([this, told] {
      if (!told.ok()) return;
      const bool first = state_.signs.empty();
      state_.signs = *told;
      ask_effects_of_gone();
      if (state_.selected.empty() || state_.dirty) return;
      select(state_.selected, first ? model::place_to_open(state_, state_.selected) : state_.draft.place);
    });
  });
}

void SignsPage::ask_whys() {
  if (state_.whys_asked == model::SignsAsked::kNot) state_.whys_asked = model::SignsAsked::kUnderWay;
  whys_.map("", [this](const absl::StatusOr<domain::WhyMaps>& told) {
    context_.post([this, told] {
      state_.whys_asked = told.ok() ? model::SignsAsked::kDone : model::SignsAsked::kAway;
      if (told.ok()) state_.whys = *told;
    });
  });
}

void SignsPage::ask_effect() {
  state_.effect.reset();
  const std::uint64_t question = ++effects_;
  if (state_.draft.id.empty() || !state_.draft.up) return;
  signs_.effect(state_.draft.id, [this, question](const absl::StatusOr<domain::SignEffect>& told) {
    context_.post([this, question, told] {
      if (question == effects_ && told.ok()) state_.effect = *told;
    });
  });
}

void SignsPage::ask_effects_of_gone() {
  for (const std::string& id : model::signs_to_judge(state_)) {
    if (state_.effects.contains(id)) continue;
    signs_.effect(id, [this, id](const absl::StatusOr<domain::SignEffect>& told) {
      context_.post([this, id, told] {
        if (told.ok()) state_.effects.insert_or_assign(id, *told);
      });
    });
  }
}

void SignsPage::ask_findings() {
  const std::uint64_t question = ++checks_;
  if (state_.draft.text.empty()) {
    state_.findings.clear();
    return;
  }
  signs_.check(state_.draft.place, state_.draft.language, state_.draft.text,
               [this, question](const absl::StatusOr<std::vector<domain::SignFinding>>& told) {
                 context_.post([this, question, told] {
                   if (question == checks_ && told.ok()) state_.findings = *told;
                 });
               });
}

void SignsPage::select(const std::string& group, domain::SignPlace place) {
  fill_fields(model::select_sign(state_, drafts_, group, place, fields_.up_day, today_));
  ask_findings();
  ask_effect();
}

void SignsPage::fill_fields(absl::CivilDay up_day) {
  fields_.text.set(state_.draft.text);
  fields_.owner.set(state_.draft.owner);
  fields_.up_day = up_day;
  fields_.up = ui::DateField();
}

void SignsPage::read_fields() {
  state_.draft.text = fields_.text.text();
  state_.draft.owner = fields_.owner.text();
  if (state_.draft.up) state_.draft.up = fields_.up_day;
  state_.dirty = true;
  state_.saved = model::SignSaved::kNot;
}

void SignsPage::propose() {
  const std::string group = state_.selected;
  const domain::SignPlace place = state_.draft.place;
  signs_.propose(group, place, state_.draft.language,
                 [this, group, place](const absl::StatusOr<domain::SignProposal>& proposal) {
                   context_.post([this, group, place, proposal] {
                     if (group != state_.selected || place != state_.draft.place) return;
                     if (!proposal.ok()) {
                       state_.saved = is_away(proposal.status()) ? model::SignSaved::kAway : model::SignSaved::kRefused;
                       state_.refusal = model::refusal_words(proposal.status(), language_);
                       return;
                     }
                     fields_.text.set(proposal->draft.text);
                     read_fields();
                     state_.findings = proposal->findings;
                   });
                 });
}

void SignsPage::save(domain::SignState state) {
  domain::Sign sign = state_.draft;
  sign.state = state;
  if (state == domain::SignState::kUp) {
    sign.up = fields_.up_day;
    sign.down.reset();
  }
  if (state == domain::SignState::kDown) sign.down = today_;
  state_.saved = model::SignSaved::kUnderWay;
  signs_.put(context_.ids.next(), sign, sign.version, user_name(),
             [this, group = state_.selected, place = sign.place](const absl::StatusOr<net::StoredSign>& answer) {
               context_.post([this, group, place, answer] { stored(group, place, answer); });
             });
}

void SignsPage::stored(const std::string& group, domain::SignPlace place,
                       const absl::StatusOr<net::StoredSign>& answer) {
  if (group != state_.selected || place != state_.draft.place) {
    // Another is being written by now; what could not be stored stays kept.
    if (answer.ok()) drafts_.erase({group, place});
    return ask_signs();
  }
  if (answer.ok()) {
    state_.saved = model::SignSaved::kDone;
    state_.dirty = false;
    state_.draft = answer->sign;
    state_.findings = answer->findings;
    ask_signs();
    ask_effect();
  } else if (absl::IsAborted(answer.status())) {
    state_.saved = model::SignSaved::kOlder;
    ask_signs();
  } else {
    state_.saved = is_away(answer.status()) ? model::SignSaved::kAway : model::SignSaved::kRefused;
    state_.refusal = model::refusal_words(answer.status(), language_);
  }
}

void SignsPage::act(const SignsAction& action, const PageFrame& /*frame*/) {
  struct Act {
    SignsPage& page;
    void operator()(const ShowSignsTab& a) const {
      page.state_.tab = a.tab;
      if (a.tab == model::SignsTab::kWhys) page.ask_whys();
    }
    void operator()(const SelectQuestion& a) const {
      page.state_.saved = model::SignSaved::kNot;
      page.select(a.group, model::place_to_open(page.state_, a.group));
    }
    void operator()(const ChoosePlace& a) const {
      page.state_.saved = model::SignSaved::kNot;
      page.select(page.state_.selected, a.place);
    }
    void operator()(const ProposeSign&) const { page.propose(); }
    void operator()(const SignTyped&) const {
      page.read_fields();
      page.ask_findings();
    }
    void operator()(const SaveSign&) const {
      const domain::SignState now = page.state_.draft.state;
      const bool owned = now == domain::SignState::kProposed && !page.state_.draft.owner.empty();
      page.save(owned ? domain::SignState::kWritten : now);
    }
    void operator()(const PutSignUp&) const { page.save(domain::SignState::kUp); }
    void operator()(const TakeSignDown&) const { page.save(domain::SignState::kDown); }
    void operator()(const CopySign&) const { ImGui::SetClipboardText(page.fields_.text.text().c_str()); }
    void operator()(const ChooseWhyTeam& a) const { page.state_.team = a.team; }
  };
  std::visit(Act{*this}, action);
}

void SignsPage::draw(PageFrame& frame) {
  today_ = absl::ToCivilDay(frame.now, frame.zone);
  language_ = frame.language;
  std::vector<SignsAction> actions;
  draw_signs(model::make_signs_model(state_, frame.language, today_), fields_, frame, actions);
  for (const SignsAction& action : actions) act(action, frame);
}

}  // namespace aandacht::supervisor
