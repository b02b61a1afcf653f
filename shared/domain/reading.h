// What is read in one utterance: the result of the mind, the input of the desk.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "shared/domain/customer.h"

namespace aandacht::domain {

enum class Speaker { kCustomer, kAgent };

/// What an agent's line does that hurts the customer, worst first.
enum class CoachLabel { kBlame, kHelpless, kInstitute, kFaceless, kJargon };

/// What kind of thing a customer told; kPinned: what the agent pinned, whatever it is.
enum class HeardKind { kLifeEvent, kPlan, kPerson, kFeeling, kConstraint, kPinned };

/// The sentiment of one customer turn.
struct Sentiment {
  double score = 0;  ///< -1 very negative … +1 very positive.
  Feeling feeling = Feeling::kNeutral;
  double confidence = 0;  ///< 0 … 1, of the class.
  std::string model;      ///< Scorer and version, e.g. "lexicon-nl-1".

  bool operator==(const Sentiment&) const = default;
};

/// A coach rule that matched an agent's line.
struct CoachMatch {
  std::string rule_id;
  CoachLabel label = CoachLabel::kBlame;
  double score = 1;      ///< 0 … 1.
  std::string evidence;  ///< The words that matched.
  /// What the turn names, for the slots of the better sentence: "department" → "wij van de planning". In memory only:
  /// the sentence of the card has them, and a stored event says the agent's words once, in its text.
  std::map<std::string, std::string> names;

  bool operator==(const CoachMatch&) const = default;
};

/// A why that an utterance names.
struct WhyMatch {
  std::string why_id;
  double score = 0;      ///< 0 and up; 1 is a clear mention.
  std::string evidence;  ///< The words that matched.

  bool operator==(const WhyMatch&) const = default;
};

/// Something the customer told about their situation.
struct HeardFact {
  std::string words;  ///< Their own, redacted.
  HeardKind kind = HeardKind::kPlan;
  std::optional<absl::CivilDay> day;  ///< The day it speaks of.
  absl::Time said = absl::InfinitePast();
  bool brought_back = false;

  bool operator==(const HeardFact&) const = default;
};

/// What a customer says they want, as one utterance says it.
struct QuestionMention {
  std::string words;   ///< Their own, redacted.
  double score = 0;    ///< 0 … 1: how clearly it is said.
  std::string why_id;  ///< The why that the utterance names; empty: none.
  std::string group;   ///< The same question in other words, looked up by the caller of apply(); empty: not known.

  bool operator==(const QuestionMention&) const = default;
};

/// The day that a call was last about.
struct SpokenDay {
  absl::CivilDay day;
  Speaker by = Speaker::kCustomer;  ///< Who named it.
  int turn = 0;                     ///< In which turn of the call, from 1.

  bool operator==(const SpokenDay&) const = default;
};

/// Everything read in one utterance. Deterministic for the same text, context and library.
struct Reading {
  std::string language;                ///< "nl" or "en": what it was read as.
  std::optional<Sentiment> sentiment;  ///< Customer turns only.
  std::vector<CoachMatch> coach;       ///< Agent turns only, the one that counts first.
  std::vector<WhyMatch> whys;          ///< Best first, at most 5.
  bool asks_why = false;
  std::vector<HeardFact> heard;             ///< Customer turns only; `said` is the utterance's time.
  std::vector<Promise> promises;            ///< Agent turns only.
  std::optional<QuestionMention> question;  ///< Customer turns only.
  bool acknowledges = false;                ///< The agent acknowledges how the customer feels.
  bool advises_or_closes = false;  ///< The agent advises or begins to close: the moment to bring back what was heard.
  bool at_work = false;            ///< The agent asks for facts or tells what they are doing now.
  bool closes = false;             ///< Somebody begins to close the call ("anything else?", "thanks, bye").
  bool content = false;            ///< The customer says that it helps.
  bool discontent = false;         ///< The customer says that it does not help.
  bool asks_more = false;          ///< The customer brings up something else.
  bool offers_more = false;        ///< The agent asks whether there is anything else.
  bool refuses = false;            ///< The agent says that it cannot be done.
  bool refuses_firmly = false;     ///< The agent says so for good: not now, not by anybody.
  bool offers_instead = false;     ///< The agent says what can be done instead.
  bool takes_back = false;         ///< The agent takes back what they refused.
  bool resigns = false;            ///< The customer gives up.
  std::optional<absl::CivilDay> names_day;  ///< The last one that is named exactly, from the day of the call on.

  bool operator==(const Reading&) const = default;
};

}  // namespace aandacht::domain
