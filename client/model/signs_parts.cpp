#include "client/model/signs_parts.h"
#include "client/model/amounts.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_split.h"
#include "client/model/amounts.h"
#include "client/model/bilingual.h"
#include "client/model/format.h"

namespace aandacht::model {
namespace {

constexpr Bilingual kJargon{"Vakwoord: “$0”. Zeg “$1”.", "Jargon: “$0”. Say “$1”."};
constexpr Bilingual kLevel{"Lastig te lezen: “$0”", "Hard to read: “$0”"};
constexpr Bilingual kOrder{"Klinkt als een bevel: “$0”", "Sounds like an order: “$0”"};
constexpr Bilingual kThey{"“$0” over collega's. Zeg “wij”.", "“$0” about colleagues. Say “we”."};
constexpr Bilingual kLength{"$0 woorden; hier passen er $1.", "$0 words; $1 fit here."};
constexpr Bilingual kGap{"Nog in te vullen: $0", "Still to fill in: $0"};
constexpr Bilingual kTooEarly{"Nog te vroeg om te zeggen", "Too early to say"};
constexpr Bilingual kFewWeeks{"Er zijn nog geen twee hele weken na het ophangen, of ervoor.",
                              "There are not two whole weeks after it was put up yet, or before."};
constexpr Bilingual kFewCalls{"De vraag is te weinig gesteld om iets te kunnen zien.",
                              "The question was asked too seldom to see anything."};
constexpr Bilingual kWide{"De weken verschillen zo dat de helft én geen verschil allebei nog kan.",
                          "The weeks differ so much that half as many and no change are both still possible."};
constexpr Bilingual kFell{"Gedaald met $0", "Fell by $0"};
constexpr Bilingual kBetween{"Van het aandeel in alle gesprekken, tussen $0 en $1 (95 %).",
                             "Of its share of all calls, between $0 and $1 (95 %)."};
constexpr Bilingual kFellAll{"Gedaald, net als al het andere", "Fell, as everything did"};
constexpr Bilingual kFellAllWhy{"Alle vragen daalden ongeveer even hard: dat is niet de verdienste van het bordje.",
                                "All questions fell about as much: that is not the sign's doing."};
constexpr Bilingual kNoChange{"Geen verschil te zien", "No change to be seen"};
constexpr Bilingual kNoChangeWhy{"Een daling met de helft zou te zien zijn geweest.",
                                 "A fall by half would have shown."};
constexpr Bilingual kRose{"Gestegen met $0", "Rose by $0"};
constexpr Bilingual kElse{
    "Het ging samen met het bordje. Dat het erdoor komt is niet aangetoond: seizoen, prijzen of iets anders kan ook.",
    "It came with the sign. That it came from it is not shown: season, prices or something else may explain it too."};
constexpr Bilingual kFellBefore{"De vraag daalde al voordat het bordje er hing.",
                                "The question was falling before the sign was up."};
constexpr Bilingual kCompared{"$0 hele weken ervoor en erna: $1 van $2 gesprekken, nu $3 van $4.",
                              "$0 whole weeks before and after: $1 of $2 calls, now $3 of $4."};
constexpr Bilingual kWeek{"week van $0: $1 ($2 van $3)", "week of $0: $1 ($2 of $3)"};

std::string whole_percent(double part) { return absl::StrFormat("%.0f %%", std::round(part * 100)); }

std::string early_words(domain::TooEarly why, Language language) {
  switch (why) {
    case domain::TooEarly::kNo:
    case domain::TooEarly::kFewWeeks:
      return kFewWeeks.in(language);
    case domain::TooEarly::kFewCalls:
      return kFewCalls.in(language);
    case domain::TooEarly::kWideInterval:
      return kWide.in(language);
  }
  return {};
}

void set_verdict(const domain::SignEffect& effect, Language language, EffectModel& model) {
  const domain::ShareRatio& ratio = effect.ratio;
  model.else_ = effect.fell_before ? kFellBefore.in(language) : kElse.in(language);
  switch (effect.verdict) {
    case domain::SignVerdict::kTooEarly:
      model.verdict = kTooEarly.in(language);
      model.sentence = early_words(effect.too_early, language);
      model.else_.clear();
      return;
    case domain::SignVerdict::kFell:
      model.verdict = kFell.fill(language, whole_percent(1 - ratio.ratio));
      model.sentence = kBetween.fill(language, whole_percent(1 - ratio.high), whole_percent(1 - ratio.low));
      return;
    case domain::SignVerdict::kFellLikeOthers:
      model.verdict = kFellAll.in(language);
      model.sentence = kFellAllWhy.in(language);
      model.else_.clear();
      return;
    case domain::SignVerdict::kNoChange:
      model.verdict = kNoChange.in(language);
      model.sentence = kNoChangeWhy.in(language);
      return;
    case domain::SignVerdict::kRose:
      model.verdict = kRose.fill(language, whole_percent(ratio.ratio - 1));
      model.sentence = kBetween.fill(language, whole_percent(ratio.low - 1), whole_percent(ratio.high - 1));
      return;
  }
}

}  // namespace

std::string share_text(double share, Language language) {
  std::string text = absl::StrFormat("%.1f %%", share * 100);
  if (language == Language::kDutch) std::replace(text.begin(), text.end(), '.', ',');
  return text;
}

/// "2 mrt": what fits below an axis, out of "ma 2 mrt" or "ma 2 mrt 2025".
std::string short_day(absl::CivilDay day, absl::CivilDay today, Language language) {
  const std::vector<std::string> parts = absl::StrSplit(day_text(day, today, language), ' ');
  return parts.size() < 3 ? day_text(day, today, language) : absl::StrCat(parts[1], " ", parts[2]);
}

SignFindingRow finding_row(const domain::SignFinding& finding, Language language) {
  switch (finding.kind) {
    case domain::SignFindingKind::kJargon:
      return {kJargon.fill(language, finding.words, finding.instead)};
    case domain::SignFindingKind::kLevel:
      return {kLevel.fill(language, finding.words)};
    case domain::SignFindingKind::kOrder:
      return {kOrder.fill(language, finding.words)};
    case domain::SignFindingKind::kThey:
      return {kThey.fill(language, finding.words)};
    case domain::SignFindingKind::kLength:
      return {kLength.fill(language, finding.word_count, finding.most_words)};
    case domain::SignFindingKind::kGap:
      return {kGap.fill(language, finding.words)};
  }
  return {};
}

EffectModel effect_of(const domain::SignEffect& effect, Language language, absl::CivilDay today) {
  EffectModel model;
  set_verdict(effect, language, model);
  if (effect.weeks > 0) {
    model.figures = kCompared.fill(
        language, effect.weeks, amount_text(effect.asked_before, language), amount_text(effect.calls_before, language),
        amount_text(effect.asked_after, language), amount_text(effect.calls_after, language));
  }
  for (const domain::SignWeek& week : effect.series) {
    const std::string from = day_text(week.from, today, language);
    model.weeks.push_back({short_day(week.from, today, language), week.share * 100, week.low * 100, week.high * 100,
                           week.after,
                           kWeek.fill(language, from, share_text(week.share, language),
                                      amount_text(week.asked, language), amount_text(week.calls, language))});
  }
  return model;
}

}  // namespace aandacht::model
