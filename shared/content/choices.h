// How authors and scripts write the values of the domain.
#pragma once

#include <cstddef>
#include <string_view>

#include "shared/domain/card.h"
#include "shared/domain/library.h"

namespace aandacht::content {

/// The name of a choice, as authors write it, and what it stands for.
template <typename T>
struct Choice {
  std::string_view name;
  T value;
};

inline constexpr Choice<domain::CoachLabel> kLabels[] = {{"blame", domain::CoachLabel::kBlame},
                                                         {"helpless", domain::CoachLabel::kHelpless},
                                                         {"institute", domain::CoachLabel::kInstitute},
                                                         {"faceless", domain::CoachLabel::kFaceless},
                                                         {"jargon", domain::CoachLabel::kJargon}};
inline constexpr Choice<domain::CallPhase> kPhases[] = {{"opening", domain::CallPhase::kOpening},
                                                        {"solving", domain::CallPhase::kSolving},
                                                        {"closing", domain::CallPhase::kClosing}};
inline constexpr Choice<domain::CallState> kCallStates[] = {{"ringing", domain::CallState::kRinging},
                                                            {"in_call", domain::CallState::kInCall},
                                                            {"on_hold", domain::CallState::kOnHold},
                                                            {"wrap_up", domain::CallState::kWrapUp},
                                                            {"ended", domain::CallState::kEnded}};
inline constexpr Choice<domain::Speaker> kSpeakers[] = {{"customer", domain::Speaker::kCustomer},
                                                        {"agent", domain::Speaker::kAgent}};
inline constexpr Choice<domain::Feeling> kFeelings[] = {{"negative", domain::Feeling::kNegative},
                                                        {"neutral", domain::Feeling::kNeutral},
                                                        {"positive", domain::Feeling::kPositive}};
inline constexpr Choice<domain::CardKind> kCardKinds[] = {
    {"we", domain::CardKind::kWe},          {"why", domain::CardKind::kWhy},
    {"heard", domain::CardKind::kHeard},    {"warmth", domain::CardKind::kWarmth},
    {"prompt", domain::CardKind::kPrompt},  {"first_time", domain::CardKind::kFirstTime},
    {"empathy", domain::CardKind::kEmpathy}};
inline constexpr Choice<domain::OpeningOccasion> kOccasions[] = {
    {"broken-promise", domain::OpeningOccasion::kBrokenPromise},
    {"repeat-contact", domain::OpeningOccasion::kRepeatContact},
    {"bad-last-step", domain::OpeningOccasion::kBadLastStep},
    {"known", domain::OpeningOccasion::kKnown},
    {"unknown", domain::OpeningOccasion::kUnknown}};
inline constexpr Choice<domain::Exercise> kExercises[] = {{"influence", domain::Exercise::kInfluence},
                                                          {"kind-act", domain::Exercise::kKindAct},
                                                          {"customers-eyes", domain::Exercise::kCustomersEyes},
                                                          {"breathing", domain::Exercise::kBreathing}};

/// How a value is written: ends with a zero byte, lives for ever. Empty when the choices do not have it.
template <typename T, std::size_t N>
[[nodiscard]] constexpr const char* name_of(const Choice<T> (&choices)[N], T value) {
  for (const Choice<T>& choice : choices) {
    if (choice.value == value) return choice.name.data();
  }
  return "";
}

}  // namespace aandacht::content
