// What a reset would be before it begins.
#include <array>

#include "absl/strings/str_cat.h"
#include "client/model/counts.h"
#include "client/model/format.h"
#include "client/model/reset_parts.h"
#include "client/model/strings.h"

namespace aandacht::model {
namespace {

constexpr std::array kLadder{absl::Seconds(30), absl::Minutes(2), absl::Minutes(10)};

std::string short_length_text(absl::Duration length, Language language) {
  if (length < absl::Minutes(1)) return fill(Text::kSecondsShort, language, absl::ToInt64Seconds(length));
  return fill(Text::kMinutesShort, language, absl::ToInt64Minutes(length));
}

/// An offer is accepted as it stands and then extended: the ladder has no other way up.
std::vector<domain::OwnAct> accept(const domain::Reset& reset, absl::Duration length, Language language) {
  std::vector<domain::OwnAct> acts{
      domain::ResetAnswered{reset.id, domain::ResetAnswer::kAccept, language_code(language)}};
  for (absl::Duration at = reset.length; at < length; at = domain::next_length(at)) {
    acts.push_back(domain::ResetAnswered{reset.id, domain::ResetAnswer::kExtend, ""});
  }
  return acts;
}

}  // namespace

std::string language_code(Language language) { return language == Language::kDutch ? "nl" : "en"; }

std::string price_text(const std::optional<domain::TeamLoad>& load, absl::Duration length, Language language) {
  if (!load) return "";
  const std::optional<domain::QueuePrice> price = domain::queue_price(*load, length);
  if (!price) return "";
  if (price->cost <= absl::ZeroDuration()) {
    // Without calls there is no next one to expect.
    if (price->gap == absl::InfiniteDuration()) return "";
    return fill(Text::kPriceFits, language, moment_text(absl::Floor(price->gap, absl::Seconds(1)), language));
  }
  if (price->cost < absl::Seconds(1)) return text(Text::kPriceSmall, language);
  return fill(Text::kPriceCosts, language, moment_text(price->cost, language));
}

FullnessModel make_fullness(const domain::Reset& reset, bool after, Language language) {
  FullnessModel fullness{reset.id, after};
  fullness.told = after ? reset.full_after : reset.full_before;
  fullness.question = text(after ? Text::kFullnessAfter : Text::kFullness, language);
  fullness.help = text(fullness.told > 0 ? Text::kFullnessNoted : Text::kFullnessHelp, language);
  return fullness;
}

OfferModel make_offer(const domain::Reset& reset, const domain::Fatigue& fatigue, const domain::FatigueRules& rules,
                      absl::Time now, Language language) {
  OfferModel offer;
  offer.title = text(Text::kOfferTitle, language);
  if (!reset.score.causes.empty()) {
    offer.reason = absl::StrCat(sentence_text(cause_text(reset.score.causes[0], fatigue, rules, now, language)), ".");
  }
  for (const absl::Duration length : kLadder) {
    if (length < reset.length) continue;
    offer.lengths.push_back({short_length_text(length, language), price_text(reset.load, length, language),
                             accept(reset, length, language)});
  }
  offer.fullness = make_fullness(reset, false, language);
  offer.begin = text(Text::kBegin, language);
  offer.decline = text(Text::kNotNow, language);
  offer.turned_down = domain::ResetAnswered{reset.id, domain::ResetAnswer::kDecline, ""};
  return offer;
}

OfferModel make_ask(const domain::ResetBook& book, Language language) {
  OfferModel ask;
  ask.title = text(Text::kAskReset, language);
  for (const absl::Duration length : kLadder) {
    ask.lengths.push_back({short_length_text(length, language),
                           price_text(book.load, length, language),
                           {domain::ResetAsked{length, language_code(language)}}});
  }
  ask.begin = text(Text::kBegin, language);
  ask.decline = text(Text::kNotNow, language);
  return ask;
}

}  // namespace aandacht::model
