#include "shared/domain/redaction_sort.h"

#include <algorithm>

namespace aandacht::domain::redaction {
namespace {

Sort offset(Sort base, std::size_t by) { return static_cast<Sort>(static_cast<std::uint32_t>(base) + by); }

Sort sort_of_word(const Token& token) {
  if (token.value == 1) return kArticleOrOne;
  if (token.value >= 0) return token.value < 10 ? kOneDigitWord : token.value < 100 ? kTwoDigitWord : kMoreDigitWord;
  if (token.month > 0) return kMonthSort;
  if (token.has(kMany)) return kManySort;
  if (token.cue != Cue::kNone) return offset(kCueSort, static_cast<std::size_t>(token.cue));
  if (is_zero_letter(token)) return kZeroLetterSort;
  if (token.key.size() == 1) return kLetterSort;
  if (token.has(kMailHouse)) return kMailHouseSort;
  if (token.has(kUnit)) return kUnitSort;
  if (token.has(kStreet)) return kStreetSort;
  if (token.has(kEmailPart)) return kEmailPartSort;
  if (token.has(kTopLevel)) return kTopLevelSort;
  if (token.letter != 0) return kLetterNameSort;
  if (token.has(kCorrection)) return kCorrectionSort;
  if (token.has(kFresh)) return kFreshSort;
  if (token.has(kFiller)) return kFillerSort;
  if (token.has(kNameParticle)) return kParticleSort;
  if (token.has(kDeterminer)) return kDeterminerSort;
  if (token.has(kGap)) return kGapSort;
  if (token.has(kConnector)) return kConnectorSort;
  if (token.has(kStop)) return kStopSort;
  return token.upper ? kOtherUpper : kOther;
}

}  // namespace

Sort sort_of(const Token& token) {
  switch (token.kind) {
    case TokenKind::kWord:
      return sort_of_word(token);
    case TokenKind::kDigits:
      return offset(kWrittenDigits, std::min<std::size_t>(token.key.size(), 20));
    case TokenKind::kPlaceholder:
      return offset(kPlaceholderSort, static_cast<std::size_t>(*token.placeholder_kind));
    case TokenKind::kMark:
      return offset(kMarkSort, static_cast<unsigned char>(token.key.empty() ? 0 : token.key[0]) % 64);
  }
  return kOther;
}

bool is_number(Sort sort) {
  return (sort >= kArticleOrOne && sort <= kMoreDigitWord) || (sort >= kWrittenDigits && sort < kCueSort);
}

bool tells(Sort sort) {
  return sort == kOther || sort == kOtherUpper || sort == kStreetSort || sort == kUnitSort ||
         (sort >= kCueSort && sort < kMarkSort);
}

}  // namespace aandacht::domain::redaction
