// Every word the windows show, in Dutch and English side by side.
#pragma once

#include <string>

#include "absl/strings/substitute.h"
#include "client/model/language.h"

namespace aandacht::model {

/// One visible text. `$0`, `$1` … stand for what fill() puts there.
enum class Text {
  // Who calls.
  kUnknownCaller,
  kNumberWithheld,
  kCustomerSince,
  kFormal,
  kInformal,
  kRinging,
  kDialling,
  kOnHold,
  kCallTime,
  kWrappingUp,
  kOneOtherCall,
  kOtherCalls,
  kPhaseOpening,
  kPhaseSolving,
  kPhaseClosing,
  // How they got here.
  kRepeatContact,
  kRepeatContactToday,
  kJourney,
  kJourneyNow,
  kJourneyEarlier,
  kNoJourney,
  kFeltGood,
  kFeltNeutral,
  kFeltBad,
  kPromiseOpen,
  kPromiseDue,
  kPromiseKept,
  kPromiseBroken,
  kPromiseBrokenDue,
  kMorePromises,
  // What to say.
  kOpening,
  kCardWe,
  kCardWhy,
  kCardWhyOf,
  kCardHeard,
  kCardWarmth,
  kCardPrompt,
  kCardPromptOf,
  kBudget,
  kBudgetExplained,
  kEvidenceHeard,
  kEvidenceRule,
  kEvidenceBy,
  kUsed,
  kNotNow,
  kDoesNotFit,
  // What they told.
  kHeard,
  kHeardMore,
  // Search.
  kSearchHint,
  kSearchNothing,
  kSearchNothingHelp,
  kSearching,
  kSearchClose,
  // Sentiment of the customer.
  kCustomer,
  kGettingBetter,
  kGettingWorse,
  kLastSaid,
  // On hold.
  kHoldTitle,
  kHoldHelp,
  // Wrap-up.
  kPromisedHere,
  kNothingPromised,
  kHowItEnded,
  kStayedGood,
  kStayedNeutral,
  kStayedBad,
  kBeganGood,
  kBeganNeutral,
  kBeganBad,
  kEndedGood,
  kEndedNeutral,
  kEndedBad,
  kFromTheWords,
  kWrapUpEnds,
  kFinish,
  // Between calls.
  kIdleTitle,
  kIdleHelp,
  kSwitchLanguage,
  // Connection.
  kConnected,
  kConnectedPending,
  kPhoneAway,
  kPhoneAwayHelp,
  kConnecting,
  kLost,
  kLostPending,
  kConnectingTitle,
  kConnectingHelp,
  kLostTitle,
  kLostWorks,
  kLostKeptOne,
  kLostKept,
  kLostDo,
  kRefused,
  kRefusedTitle,
  kRefusedWhy,
  kRefusedDo,
  // The floor.
  kFloorTitle,
  kFloorSummaryOne,
  kFloorSummary,
  kFloorInCall,
  kFloorAgent,
  kFloorState,
  kFloorDuration,
  kFloorCustomer,
  kFloorPhase,
  kFloorSentiment,
  kFloorCards,
  kFloorPrompts,
  kFloorOpening,
  kFloorSolving,
  kFloorClosing,
  kFloorEmptyTitle,
  kFloorEmptyHelp,
  kStateIdle,
  kStateRinging,
  kStateInCall,
  kStateOnHold,
  kStateWrapUp,
  // Time.
  kToday,
  kTomorrow,
  kYesterday,
  kOneDay,
  kDays,
  kOneWeek,
  kWeeks,
  kOneMonth,
  kMonths,
  kOneYear,
  kYears,
  kCount,
};

/// The text of a key, as it stands in the table. Lives as long as the program.
[[nodiscard]] const char* text(Text key, Language language);

/// The text of a key with its `$0`, `$1` … filled. Too few arguments leave the text empty.
template <typename... Arguments>
[[nodiscard]] std::string fill(Text key, Language language, const Arguments&... arguments) {
  return absl::Substitute(text(key, language), arguments...);
}

}  // namespace aandacht::model
