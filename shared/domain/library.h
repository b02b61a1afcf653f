// What a company knows and can tell, and what to listen for. Plain values; loaded by shared/content.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "shared/classify/linear_model.h"
#include "shared/domain/call.h"
#include "shared/domain/fatigue.h"
#include "shared/domain/reading.h"
#include "shared/domain/reset.h"

namespace aandacht::domain {

/// One policy, explained from three corners.
struct Why {
  std::string id;        ///< Unique, e.g. "nl/terugbetaling-duurt".
  std::string language;  ///< BCP 47.
  std::string topic;     ///< Two or three words.
  std::string spoken;    ///< The topic as one says it in a sentence, with its article; may be empty.
  std::vector<std::string> synonyms;
  std::string rule;
  std::string emotion;  ///< Said first; may be empty.
  std::string customer;
  std::string employee;
  std::string organisation;
  std::string example;              ///< May be empty.
  std::vector<std::string> queues;  ///< Empty: all.
  std::string author;

  bool operator==(const Why&) const = default;
};

/// When the coach speaks. Phrases are RE2 over normalised text (see normalise.h).
struct CoachRule {
  std::string id;
  std::string language;
  CoachLabel label = CoachLabel::kBlame;
  bool silences = false;             ///< Label "ok": a turn with its phrase is fine, whatever `label` says.
  std::vector<std::string> phrases;  ///< Any of these triggers …
  std::vector<std::string> unless;   ///< … and any of these cancels.
  absl::Duration cooldown = absl::Seconds(60);
  bool once_per_call = true;
  int maximum_per_call = 1;       ///< Read when `once_per_call` is false; 0: no maximum.
  int priority = 50;              ///< 0 … 100.
  std::vector<CallPhase> phases;  ///< Empty: all.
  std::string author;
  std::string source;  ///< "file:line", for messages.

  bool operator==(const CoachRule&) const = default;
};

/// A line to say with a we card: WE own it, I do it. Slots: {topic}, {department}, {colleague}, {promise},
/// {name}, {term}, {plain}.
/// A line is eligible only when every slot it names can be filled.
struct WeLine {
  std::string language;
  CoachLabel label = CoachLabel::kBlame;
  AddressForm address_form = AddressForm::kUnknown;  ///< kUnknown: fits both.
  std::string own;                                   ///< What WE own.
  std::string act;                                   ///< What I do.

  bool operator==(const WeLine&) const = default;
};

/// When an opening fits.
enum class OpeningOccasion { kBrokenPromise, kRepeatContact, kBadLastStep, kKnown, kUnknown };

/// An emotion line: an opening while it rings, or warmth when acknowledgement is due.
struct WarmthLine {
  std::string language;
  bool opening = false;  ///< True: said at the opening on this occasion; false: after a negative turn.
  OpeningOccasion occasion = OpeningOccasion::kUnknown;  ///< Openings only.
  CallPhase phase = CallPhase::kOpening;                 ///< Warmth only: opening and closing warm, solving concrete.
  AddressForm address_form = AddressForm::kUnknown;
  std::string text;  ///< Slots: {name}, {count}, {about}.

  bool operator==(const WarmthLine&) const = default;
};

/// A word of the trade that a customer does not use, and what to say instead.
struct JargonTerm {
  std::string language;
  std::string word;
  std::string plain;               ///< What a customer says.
  std::string sector;              ///< "energie", "any", …; as the author wrote it.
  std::vector<std::string> forms;  ///< Other spellings, plurals, abbreviations.

  bool operator==(const JargonTerm&) const = default;
};

/// A tiny habit that a team can choose: "After I …, I will …".
struct Habit {
  std::string id;
  std::string language;
  std::string after;      ///< An existing routine.
  std::string will;       ///< The tiny change.
  std::string celebrate;  ///< May be empty.
  std::string why;        ///< May be empty.

  bool operator==(const Habit&) const = default;
};

/// A prompt that a supervisor can push with a click; each of `fields` is a {slot} in the text to fill in.
struct PromptTemplate {
  std::string id;
  std::string language;
  std::string text;
  std::string reason;
  bool urgent = false;
  std::vector<std::string> fields;

  bool operator==(const PromptTemplate&) const = default;
};

/// Three lines of a customer who agreed to be shown to agents. Stories come from the store, never from content files.
struct Story {
  std::string id;
  std::string customer;  ///< The name they agreed to.
  std::string language;
  std::string line;    ///< What happened, one or two sentences.
  std::string detail;  ///< How it was for them; may be empty.
  std::string ending;  ///< What helped; may be empty.
  absl::Time expires = absl::InfiniteFuture();
  bool has_photo = false;

  bool operator==(const Story&) const = default;
};

/// Named word lists and phrase lists that the readers use, by language and name: "why-question",
/// "acknowledge", "advise", "close", "heard.life-event", "sentiment.negative", "negation", ….
struct Lexicon {
  std::map<std::string, std::vector<std::string>> phrases;       ///< RE2 over normalised text, by name.
  std::map<std::string, std::map<std::string, double>> weights;  ///< Word or phrase → weight, by name.

  bool operator==(const Lexicon&) const = default;
};

/// Figures of the attention budget.
struct AttentionRules {
  absl::Duration minimum_gap = absl::Minutes(1);  ///< Between two unsolicited cards.
  int cards_per_call = 4;
  absl::Duration card_lifetime = absl::Seconds(60);  ///< Then an unanswered card goes.
  absl::Duration waiting_freshness = absl::Seconds(20);
  absl::Duration wrap_up = absl::Seconds(60);  ///< Then a wrap-up ends by itself.
  int refusals_to_silence = 3;
  int first_time_from = 4;                    ///< A question is repeated from so many calls in a shift on.
  absl::Duration story_gap = absl::Hours(1);  ///< Between two stories.
  absl::Duration story_lifetime = absl::Seconds(60);
  double why_threshold = 0.5;  ///< Least weight of a why to be offered when somebody asks why.

  bool operator==(const AttentionRules&) const = default;
};

struct Library {
  std::vector<Why> whys;
  std::vector<CoachRule> coach_rules;
  std::vector<WeLine> we_lines;
  std::vector<WarmthLine> warmth_lines;
  std::vector<JargonTerm> jargon;
  std::vector<Habit> habits;
  std::vector<PromptTemplate> prompts;
  std::map<std::string, Lexicon> lexicons;  ///< By language.
  std::vector<ResetExercise> exercises;
  std::vector<Story> stories;
  FatigueRules fatigue = shipped_fatigue_rules();
  AttentionRules attention;
  classify::Models models;  ///< Trained ones by name ("sentiment", "coach"); without one, rules and lists alone read.

  bool operator==(const Library&) const = default;
};

/// The why with this id; nullptr when there is none.
[[nodiscard]] const Why* find_why(const Library& library, const std::string& why_id);

/// The rule with this id; nullptr when there is none.
[[nodiscard]] const CoachRule* find_rule(const Library& library, const std::string& rule_id);

}  // namespace aandacht::domain
