#include "client/model/format.h"
#include "client/model/parts.h"
#include "client/model/strings.h"

namespace aandacht::model {

const char* feeling_text(domain::Feeling feeling, Language language) {
  switch (feeling) {
    case domain::Feeling::kPositive:
      return text(Text::kFeltGood, language);
    case domain::Feeling::kNeutral:
      return text(Text::kFeltNeutral, language);
    case domain::Feeling::kNegative:
      return text(Text::kFeltBad, language);
  }
  return "";
}

namespace {

// A step's own line ("Internet valt weg") is cited; words that fit into a sentence ("deze terugbetaling") are not.
std::string cited(const std::string& about) { return sentence_text(about) == about ? quoted(about) : about; }

}  // namespace

std::string repeat_contact_text(const domain::Call& call, const Moment& moment) {
  if (!call.repeat_contact || call.repeat_contact->ordinal < 2) return "";
  const domain::RepeatContact& repeat = *call.repeat_contact;
  const std::string ordinal = ordinal_text(repeat.ordinal, moment.language);
  if (repeat.span < absl::Hours(24)) {
    return fill(Text::kRepeatContactToday, moment.language, ordinal, cited(repeat.about));
  }
  return fill(Text::kRepeatContact, moment.language, ordinal, cited(repeat.about),
              span_text(repeat.span, moment.language));
}

std::vector<JourneyDot> make_journey(const domain::Call& call, const Moment& moment) {
  if (!call.customer) return {};
  const absl::CivilDay today = absl::ToCivilDay(moment.now, moment.zone);
  std::vector<JourneyDot> dots;
  for (const domain::JourneyStep& step : call.customer->journey) {
    dots.push_back({.felt = step.felt,
                    .now = false,
                    .when = day_text(step.day, today, moment.language),
                    .channel = step.channel,
                    .what = step.what,
                    .feeling = std::string(feeling_text(step.felt, moment.language))});
  }
  dots.push_back({.felt = domain::Feeling::kNeutral,
                  .now = true,
                  .when = std::string(text(Text::kToday, moment.language)),
                  .channel = {},
                  .what = std::string(text(Text::kJourneyNow, moment.language)),
                  .feeling = {}});
  return dots;
}

}  // namespace aandacht::model
