// Signs on the counter: an answer put where customers are before they ask.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "absl/time/civil_time.h"
#include "absl/time/time.h"

namespace aandacht::domain {

enum class SignPlace { kSite, kIvr, kGreeting, kLetter };

enum class SignState {
  kProposed,
  kWritten,  ///< Somebody made it theirs; it is to be put up.
  kUp,
  kDown,
};

/// One version of a sign; every later one has all of it again.
struct Sign {
  std::string id;
  int version = 0;    ///< From 1.
  std::string group;  ///< Of the questions that it answers.
  SignPlace place = SignPlace::kSite;
  std::string language;  ///< BCP 47.
  std::string text;      ///< On a site its first line is the title.
  std::string owner;     ///< Who sees to it; may be empty.
  SignState state = SignState::kProposed;
  std::optional<absl::CivilDay> up;    ///< Customers see it from this day on.
  std::optional<absl::CivilDay> down;  ///< And from this day on no longer.
  std::string editor;                  ///< Who wrote this version.
  absl::Time edited = absl::InfinitePast();

  bool operator==(const Sign&) const = default;
};

/// A sign with the question that it answers, for lists.
struct ListedSign {
  Sign sign;
  std::string question;  ///< Empty when it was asked in fewer than three calls, or is forgotten.

  bool operator==(const ListedSign&) const = default;
};

/// In how many calls a question was asked on a day.
struct AskedDay {
  absl::CivilDay day;
  int calls = 0;

  bool operator==(const AskedDay&) const = default;
};

/// A group of questions that came back.
struct RepeatedQuestion {
  std::string group;
  std::string language;
  std::vector<std::string> wordings;  ///< Of customers, redacted; none when it was asked in fewer than three calls.
  int calls = 0;
  double share = 0;            ///< Of all calls of the period, 0 … 1.
  std::vector<AskedDay> days;  ///< Oldest first; none without a call.
  std::string why_id;          ///< Empty: none is known.
  std::string why_topic;
  std::vector<std::string> sign_ids;

  bool operator==(const RepeatedQuestion&) const = default;
};

struct RepeatedQuestions {
  std::vector<RepeatedQuestion> questions;  ///< The most asked first.
  absl::CivilDay first;
  absl::CivilDay last;
  int calls = 0;  ///< All that were answered in the period.

  bool operator==(const RepeatedQuestions&) const = default;
};

enum class SignFindingKind {
  kJargon,
  kLevel,  ///< Harder than B1, see readability.h.
  kOrder,
  kThey,  ///< About colleagues.
  kLength,
  kGap,  ///< Not filled in.
};

/// What an editor would say of a sign's text.
struct SignFinding {
  SignFindingKind kind = SignFindingKind::kJargon;
  std::string words;    ///< What it is about; of kLength empty.
  std::string instead;  ///< Of jargon the plain word; else empty.
  int word_count = 0;   ///< Of kLength: words there are …
  int most_words = 0;   ///< … and may be.

  bool operator==(const SignFinding&) const = default;
};

/// What only somebody who knows can fill in; it stands between square brackets in a draft.
enum class SignGap {
  kRule,     ///< No why is known: the answer itself.
  kReason,   ///< The reason for it.
  kTopic,    ///< What it is about: no wording of a customer says it in words that can be printed.
  kShorter,  ///< The rule is too long to be heard.
};

struct SignDraft {
  std::string text;
  std::vector<SignGap> gaps;  ///< In the order of the text; empty: it can be put up when somebody agrees.

  bool operator==(const SignDraft&) const = default;
};

struct SignProposal {
  SignDraft draft;
  std::vector<SignFinding> findings;
  std::string why_id;  ///< The why that it was made with; empty: none.

  bool operator==(const SignProposal&) const = default;
};

}  // namespace aandacht::domain
