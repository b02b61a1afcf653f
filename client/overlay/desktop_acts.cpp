// What the agent asks for, by mouse or by key.
#include "client/overlay/desktop.h"

namespace aandacht::overlay {

void Desktop::run(model::Command command) {
  const Preferences::Page page = preferences_->page();
  if (!session_ || page == Preferences::Page::kFirstStart) return;
  // What is offered is shown before it is taken.
  if (pages_.is_open() && command == model::Command::kReset) {
    pages_.close(*session_);
    loop_.redraw();
    if (model_.rest.offer || model_.rest.after) return;
  }
  // Out of sight that key shows the window first; behind the settings there is nothing to show.
  if (command == model::Command::kReset && page == Preferences::Page::kSettings && !use_.hidden()) return;
  // Nobody answers what stands behind the settings.
  const bool unseen = use_.hidden() || page == Preferences::Page::kSettings || pages_.is_open();
  if (const std::optional<Action> action = action_of(command, model_, unseen)) act(*action);
}

void Desktop::show_column() {
  show_window(true);
  if (preferences_->page() == Preferences::Page::kSettings) return;
  if (model_.pill) stage_.open_pill();
}

void Desktop::show_window(bool on) {
  if (!on) {
    session_->close_search();
    loop_.hold_keyboard(false);
  }
  use_.hide(!on);
}

void Desktop::act(const Action& action) {
  struct Act {
    Desktop& desktop;
    Session& session;
    const char* language() const { return desktop.language_ == model::Language::kEnglish ? "en" : "nl"; }
    void operator()(const AnswerCard& a) const { session.answer_card(a.card_id, a.answer); }
    void operator()(const SearchOpened&) const {
      desktop.use_.close_list();
      desktop.preferences_->close();
      desktop.pages_.close(session);
      desktop.show_window(true);
      session.search_for("", language());
    }
    void operator()(const SearchChanged& a) const { session.search_for(a.text, language()); }
    void operator()(const SearchClosed&) const { session.close_search(); }
    void operator()(const ShowWhy& a) const { session.show_why(a.why_id); }
    void operator()(const FinishWrapUp& a) const { session.finish_wrap_up(a.call_id); }
    void operator()(const ChooseLanguage& a) const {
      desktop.preferences_->choose("language", a.language == model::Language::kEnglish ? "en" : "nl");
    }
    void operator()(const OpenSettings&) const { desktop.open_settings(); }
    void operator()(const OpenOwnPage& a) const {
      if (desktop.model_.pill) desktop.stage_.open_pill();
      desktop.pages_.open(a.page, session, language());
    }
    void operator()(const CloseOwnPage&) const { desktop.pages_.close(session); }
    void operator()(const DoOnPage& a) const {
      desktop.pages_.act(a.deed, session, language(), absl::ToCivilDay(session.desk_now(), desktop.zone_));
    }
    void operator()(const DragWindow&) const { desktop.window_.drag(); }
    void operator()(const DockWindowAgain&) const { desktop.window_.dock_again(); }
    void operator()(const TogglePill&) const { desktop.stage_.toggle_pill(); }
    void operator()(const OpenPill&) const { desktop.stage_.open_pill(); }
    void operator()(const ToggleJourney&) const { desktop.stage_.toggle_journey(); }
    void operator()(const PinHeard& a) const { session.pin_heard(a.call_id, a.utterance_id); }
    void operator()(const MarkHeavy& a) const { session.mark_heavy(a.call_id, a.heavy); }
    void operator()(const ActForOneself& a) const { session.record_act(a.act); }
    void operator()(const BeginReset& a) const {
      for (const domain::OwnAct& act : a.acts) session.record_act(act);
    }
    void operator()(const ToggleAskReset&) const { desktop.stage_.toggle_ask(); }
    void operator()(const ChooseResetLength& a) const { desktop.stage_.choose_length(a.place); }
    void operator()(const ShowRest&) const {
      session.close_search();
      desktop.use_.close_list();
      desktop.stage_.show_rest();
    }
    void operator()(const AnswerWhyCheck& a) const {
      if (a.level) {
        session.answer_why_check(a.why_id, *a.level);
      } else {
        session.wish_why_check(a.choice);
      }
      desktop.why_check_.put_away();
    }
    void operator()(const ToggleCauses&) const { desktop.stage_.toggle_causes(); }
    void operator()(const ToggleHidden&) const { desktop.show_window(desktop.use_.hidden()); }
    void operator()(const LetClicksThrough& a) const { desktop.use_.let_clicks_through(a.on); }
    void operator()(const LendKeyboard& a) const {
      if (a.on) desktop.show_column();
      desktop.loop_.hold_keyboard(a.on);
    }
    void operator()(const ToggleKeys&) const {
      desktop.preferences_->close();
      desktop.pages_.close(session);
      desktop.use_.toggle_list();
      if (desktop.use_.list_open()) desktop.show_column();
    }
    void operator()(const RunCommand& a) const {
      desktop.use_.toggle_list();
      desktop.run(a.command);
    }
  };
  std::visit(Act{*this, *session_}, action);
  loop_.redraw();
}

}  // namespace aandacht::overlay
