#include "client/overlay/own_pages.h"

#include <cstdlib>
#include <fstream>
#include <string>
#include <variant>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "shared/base/folders.h"

namespace aandacht::overlay {
namespace {

namespace fs = std::filesystem;

/// `XDG_DOCUMENTS_DIR="$HOME/Documenten"` in a file of the desktop's; see xdg-user-dirs.
fs::path documents_folder(const fs::path& home) {
  std::ifstream file(base::config_folder().parent_path() / "user-dirs.dirs");
  for (std::string line; std::getline(file, line);) {
    constexpr const char* kBegin = "XDG_DOCUMENTS_DIR=\"";
    if (!absl::StartsWith(line, kBegin)) continue;
    std::string folder = line.substr(std::char_traits<char>::length(kBegin));
    folder = folder.substr(0, folder.find('"'));
    constexpr const char* kHome = "$HOME";
    if (absl::StartsWith(folder, kHome)) {
      folder = absl::StrCat(home.string(), folder.substr(std::char_traits<char>::length(kHome)));
    }
    return folder;
  }
  return home / "Documents";
}

}  // namespace

fs::path export_file(absl::CivilDay day) {
  const char* home = std::getenv("HOME");
  const fs::path at_home = home == nullptr ? "." : home;
  const fs::path documents = documents_folder(at_home);
  std::error_code error;
  const bool there = fs::is_directory(documents, error);
  return (there ? documents : at_home) / absl::StrCat("aandacht-", absl::FormatCivilTime(day), ".jsonl");
}

void OwnPages::open(model::OwnPage page, Session& session, const std::string& language) {
  close(session);
  state_.page = page;
  act(model::AskPageAgain{}, session, language, {});
}

void OwnPages::close(Session& session) {
  if (state_.page == model::OwnPage::kMyDay) session.leave_my_day();
  if (state_.page == model::OwnPage::kHabits) session.leave_habits();
  forget();
}

void OwnPages::act(const model::PageDeed& deed, Session& session, const std::string& language, absl::CivilDay day) {
  struct Act {
    OwnPages& pages;
    Session& session;
    const std::string& language;
    absl::CivilDay day;
    void operator()(const domain::OwnAct& act) const {
      session.record_act(act);
      const auto* chosen = std::get_if<domain::HabitChosen>(&act);
      if (chosen != nullptr && chosen->habit_id == "own") pages.state_.draft = {};
    }
    void operator()(const model::VoteHabits& votes) const { session.vote_habits(votes.habit_ids); }
    void operator()(const model::PutHabitForward&) const {
      const model::HabitDraft& draft = pages.state_.draft;
      pages.put_forward_ = true;
      session.put_habit_forward({draft.after, draft.will, draft.celebrate});
    }
    void operator()(const model::AskPageAgain&) const {
      if (pages.state_.page == model::OwnPage::kMyDay) session.ask_my_day(std::nullopt);
      if (pages.state_.page == model::OwnPage::kHabits) session.ask_team_habits(language);
    }
    void operator()(const model::ExportMine&) const { session.export_my_data(export_file(day)); }
    void operator()(const model::DeleteMine&) const { session.delete_my_data(); }
    void operator()(const model::AskSure& sure) const { pages.state_.sure = sure.what; }
    void operator()(const model::FillIn& filled) const {
      model::HabitDraft& draft = pages.state_.draft;
      if (filled.field == "after") draft.after = filled.text;
      if (filled.field == "will") draft.will = filled.text;
      if (filled.field == "celebrate") draft.celebrate = filled.text;
    }
  };
  if (!std::holds_alternative<model::FillIn>(deed)) state_.sure.clear();
  std::visit(Act{*this, session, language, day}, deed);
}

model::OwnPageModel OwnPages::model(const Session& session, absl::TimeZone zone, model::Language language) {
  if (put_forward_ && session.habits().put_forward == model::PutForward::kDone) {
    state_.draft = {};
    put_forward_ = false;
  }
  const absl::Time now = session.desk_now();
  return state_.page == model::OwnPage::kMyDay
             ? model::make_my_day_page(session.desk(), session.my_day(), state_, now, zone, language)
             : model::make_habits_page(session.desk(), session.habits(), state_, now, zone, language);
}

}  // namespace aandacht::overlay
