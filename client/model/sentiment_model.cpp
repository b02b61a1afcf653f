#include <algorithm>

#include "absl/strings/str_cat.h"
#include "client/model/format.h"
#include "client/model/parts.h"
#include "client/model/strings.h"

namespace aandacht::model {
namespace {

constexpr std::size_t kShownScores = 24;
// A slope that a listener would notice too; below it nothing is said.
constexpr double kNoticeableTrend = 0.25;

constexpr double kPositive = 0.15;
constexpr double kNegative = -0.15;

domain::Feeling feeling_of(double score) {
  if (score >= kPositive) return domain::Feeling::kPositive;
  if (score <= kNegative) return domain::Feeling::kNegative;
  return domain::Feeling::kNeutral;
}

Text began(domain::Feeling feeling) {
  switch (feeling) {
    case domain::Feeling::kPositive:
      return Text::kBeganGood;
    case domain::Feeling::kNeutral:
      return Text::kBeganNeutral;
    case domain::Feeling::kNegative:
      return Text::kBeganBad;
  }
  return Text::kBeganNeutral;
}

Text ended(domain::Feeling feeling) {
  switch (feeling) {
    case domain::Feeling::kPositive:
      return Text::kEndedGood;
    case domain::Feeling::kNeutral:
      return Text::kEndedNeutral;
    case domain::Feeling::kNegative:
      return Text::kEndedBad;
  }
  return Text::kEndedNeutral;
}

Text stayed(domain::Feeling feeling) {
  switch (feeling) {
    case domain::Feeling::kPositive:
      return Text::kStayedGood;
    case domain::Feeling::kNeutral:
      return Text::kStayedNeutral;
    case domain::Feeling::kNegative:
      return Text::kStayedBad;
  }
  return Text::kStayedNeutral;
}

std::string how_it_ended(const domain::CallSentiment& sentiment, Language language) {
  if (sentiment.turns == 0) return "";
  const domain::Feeling start = feeling_of(sentiment.start);
  if (start == sentiment.feeling) return std::string(text(stayed(start), language));
  return fill(began(start), language, text(ended(sentiment.feeling), language));
}

}  // namespace

SentimentModel make_sentiment(const domain::CallSentiment& sentiment, std::string_view last_words, Language language) {
  SentimentModel model;
  if (sentiment.turns == 0) return model;
  const std::size_t skipped = sentiment.scores.size() - std::min(sentiment.scores.size(), kShownScores);
  model.scores.assign(sentiment.scores.begin() + static_cast<std::ptrdiff_t>(skipped), sentiment.scores.end());
  model.feeling = sentiment.feeling;
  model.tooltip = feeling_text(sentiment.feeling, language);
  if (sentiment.trend > kNoticeableTrend) model.tooltip = fill(Text::kGettingBetter, language, model.tooltip);
  if (sentiment.trend < -kNoticeableTrend) model.tooltip = fill(Text::kGettingWorse, language, model.tooltip);
  if (!last_words.empty())
    absl::StrAppend(&model.tooltip, "\n", fill(Text::kLastSaid, language, std::string(last_words)));
  return model;
}

WrapUpModel make_wrap_up(const domain::Call& call, const Moment& moment) {
  WrapUpModel model;
  model.call_id = call.id;
  model.promises = make_promises(call.promises, moment);
  model.how_it_ended = how_it_ended(call.sentiment, moment.language);
  model.ended = call.sentiment.feeling;
  if (call.wrap_up_ends != absl::InfiniteFuture() && call.wrap_up_ends > moment.now) {
    model.ends = fill(Text::kWrapUpEnds, moment.language, duration_text(call.wrap_up_ends - moment.now));
  }
  return model;
}

}  // namespace aandacht::model
