// Pushing a prompt, and what became of prompts, as a page of the console shows it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "client/model/connection.h"
#include "client/model/overlay_model.h"
#include "shared/domain/library.h"
#include "shared/domain/prompt_finding.h"
#include "shared/domain/pushed_prompt.h"

namespace aandacht::model {

/// One that a prompt can be pushed to.
struct PushTarget {
  enum class Kind { kEverybody, kTeam, kAgent };
  Kind kind = Kind::kEverybody;
  std::string id;  ///< Of the team or agent.

  auto operator<=>(const PushTarget&) const = default;
};

/// What somebody filled in. Kept until it was pushed.
struct PushForm {
  std::vector<PushTarget> targets;
  std::string template_id;  ///< Empty: free text.
  std::map<std::string, std::string> fields;
  std::string text;
  std::string reason;
  bool urgent = false;
  absl::Duration time_to_live = absl::Minutes(10);

  bool operator==(const PushForm&) const = default;
};

/// An agent whom the supervisor may push to.
struct PushReach {
  std::string agent_id;
  std::string team;  ///< Empty: in none.
  int left = 0;
  absl::Time room = absl::InfinitePast();  ///< When there is room again; InfinitePast: there is.
  bool away = false;
};

/// What the service told.
struct PushTold {
  std::vector<PushReach> reach;  ///< Everybody.
  bool reach_known = false;
  std::optional<absl::Time> quiet_until;
  int per_hour = 3;
  std::vector<domain::PromptTemplate> templates;
  std::vector<domain::PromptFinding> findings;  ///< Of what is typed.
  std::vector<domain::PushedPrompt> prompts;    ///< In any order.
  ConnectionState connection = ConnectionState::kConnecting;
};

/// Whom the card is from before the service said it: the token's name, or else the desktop's, or else a word for it.
[[nodiscard]] std::string push_author(const std::string& me, const std::string& desktop);

struct PushState {
  PushForm form;
  PushTold told;
  std::string supervisor;   ///< As the agent reads it.
  std::string selected;     ///< A prompt's id; empty: none.
  bool pushing = false;     ///< The service has not answered yet.
  absl::Status refused;     ///< Why the last push did not go; OK: it went, or something was changed since.
  bool can_repeat = false;  ///< There is a last push to bring back.
};

/// An entry of the list of whom to push to, or one that was chosen.
struct TargetEntry {
  PushTarget target;
  std::string label;
};

struct PromptFindingRow {
  std::string what;
  std::string advice;
};

struct SlotRow {
  std::string name;
  std::string value;
};

struct PromptRow {
  std::string id;
  std::string time;
  std::string text;
  std::string to;
  std::string counts;  ///< "2 gebruikt · 1 wacht"
  bool open = false;   ///< Something can still become of it.
};

struct DeliveryRow {
  std::string agent;
  std::string state;
  std::string time;
  domain::PromptState code = domain::PromptState::kWaiting;
};

struct PromptDetails {
  std::string id;
  std::string text;
  std::string reason;
  std::string about;  ///< "Kim, 14:02 · geldt tot 14:12 · dringend"
  std::string counts;
  std::vector<DeliveryRow> deliveries;
  std::string recall;  ///< The verb; empty: nothing to take back.
  std::string again;   ///< The verb that brings its words back to the form.
  std::string close;
};

struct PushModel {
  std::string title;
  std::string to_caption;
  std::string to_hint;
  std::vector<TargetEntry> options;  ///< Not chosen yet.
  std::vector<TargetEntry> chosen;
  std::vector<std::string>
      reach;  ///< What is to know of them before pushing: how many, who is away, room, quiet hours.
  bool reach_warns = false;
  std::string template_caption;
  std::vector<std::string> templates;  ///< The first is free text.
  int chosen_template = 0;
  std::string own_words;  ///< The verb that makes free text of the template; empty: it is.
  std::vector<SlotRow> slots;
  std::string text_caption;
  std::string text_hint;
  std::string text_count;  ///< "12 van 40 woorden"
  std::vector<PromptFindingRow> findings;
  std::string nothing_found;  ///< Said when nothing is to be mended; empty: nothing is typed.
  std::string reason_caption;
  std::string reason_hint;
  std::string urgent;
  bool is_urgent = false;
  std::string lives_caption;
  std::vector<std::string> lives;
  int chosen_life = 0;
  std::string push;
  std::string push_key;
  bool can_push = false;
  std::string why_not;  ///< What is missing; empty: it can go.
  std::string refused;
  std::string repeat;  ///< The verb that brings the last one back; empty: there is none.
  std::string preview_caption;
  CardModel preview;
  bool has_preview = false;
  std::string preview_empty;
  std::string list_caption;
  std::vector<std::string> list_columns;  ///< When, what, to whom, what became of it.
  std::vector<PromptRow> rows;            ///< Newest first.
  int selected = -1;
  std::string list_empty;
  std::optional<PromptDetails> details;
};

/// How long a prompt may be worth showing, to choose from.
[[nodiscard]] const std::vector<absl::Duration>& prompt_lives();

/// The words as they would go out: the template's, filled in, or what was typed.
[[nodiscard]] std::string prompt_text(const PushForm& form, const PushTold& told);
[[nodiscard]] std::string prompt_reason(const PushForm& form, const PushTold& told);

/// Whom the form reaches.
[[nodiscard]] std::vector<PushReach> reached(const PushForm& form, const PushTold& told);

/// True when everything that a push needs is there.
[[nodiscard]] bool can_push(const PushState& state);

/// `form` with this template chosen, its urgency taken over; an empty id: free text, in the template's words so far.
[[nodiscard]] PushForm with_template(const PushForm& form, const std::string& template_id, const PushTold& told);

/// What is said at the foot of the window after a push.
[[nodiscard]] std::string pushed_notice(int desks, int waiting, std::optional<absl::Time> quiet_until,
                                        absl::TimeZone zone, Language language);
[[nodiscard]] std::string recall_verb(Language language);
[[nodiscard]] std::string recalled_notice(Language language);
[[nodiscard]] std::string not_recalled_notice(Language language);

/// Pure.
[[nodiscard]] PushModel make_push_model(const PushState& state, Language language, absl::Time now, absl::TimeZone zone);

}  // namespace aandacht::model
