// Which page of the agent's own side is open, and what is done on it.
#pragma once

#include <filesystem>

#include "absl/time/time.h"
#include "client/model/own_page.h"
#include "client/overlay/session.h"

namespace aandacht::overlay {

/// Belongs to the drawing thread.
class OwnPages {
 public:
  [[nodiscard]] bool is_open() const { return state_.page != model::OwnPage::kNone; }

  /// Asks for what the page shows. `language`: BCP 47.
  void open(model::OwnPage page, Session& session, const std::string& language);

  /// What was known on it goes.
  void close(Session& session);

  /// The same without a session: it was ended.
  void forget() { state_ = {}; }

  /// `day`: the agent's, for the name of a file.
  void act(const model::PageDeed& deed, Session& session, const std::string& language, absl::CivilDay day);

  /// One of the pages; is_open().
  [[nodiscard]] model::OwnPageModel model(const Session& session, absl::TimeZone zone, model::Language language);

 private:
  model::OwnPageState state_;
  bool put_forward_ = false;  // What is filled in is under way to the team's list.
};

/// Where a copy of what is kept goes: "aandacht-2026-11-17.jsonl" in the user's folder of documents
/// ($XDG_CONFIG_HOME/user-dirs.dirs), or else the home folder.
[[nodiscard]] std::filesystem::path export_file(absl::CivilDay day);

}  // namespace aandacht::overlay
