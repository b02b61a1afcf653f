// Signs on the counter: an answer put where customers are before they ask.
#pragma once

#include <optional>
#include <string>

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

}  // namespace aandacht::domain
