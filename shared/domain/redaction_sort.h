// What sort of token a token is, before which word it is: as the tagger of the redaction knows its neighbours.
#pragma once

#include <cstdint>

#include "shared/domain/redaction_token.h"

namespace aandacht::domain::redaction {

enum Sort : std::uint32_t {
  kEdge = 1,
  kOther,
  kOtherUpper,
  kFillerSort,
  kFreshSort,
  kGapSort,
  kCorrectionSort,
  kConnectorSort,
  kDeterminerSort,
  kStopSort,
  kUnitSort,
  kMonthSort,
  kManySort,
  kLetterSort,
  kLetterNameSort,
  kZeroLetterSort,
  kStreetSort,
  kTopLevelSort,
  kMailHouseSort,
  kEmailPartSort,
  kParticleSort,
  kArticleOrOne,  // "een", "one"
  kOneDigitWord,
  kTwoDigitWord,
  kMoreDigitWord,
  kWrittenDigits = 64,  // and their number, at most 20
  kCueSort = 96,        // and which
  kPlaceholderSort = 128,
  kMarkSort = 160,
};

[[nodiscard]] Sort sort_of(const Token& token);

/// Digits, or a word for a number.
[[nodiscard]] bool is_number(Sort sort);

/// Says something by itself: no filler, letter or word that only links others.
[[nodiscard]] bool tells(Sort sort);

}  // namespace aandacht::domain::redaction
