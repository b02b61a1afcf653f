#include "client/ctl/sign_lines.h"

#include <array>
#include <cmath>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"

namespace aandacht::ctl {
namespace {

constexpr std::array kPlaces = {"site", "ivr", "greeting", "letter"};
constexpr std::array kStates = {"proposed", "written", "up", "down"};
constexpr std::array kFindings = {"jargon", "level", "order", "they", "length", "gap"};
constexpr std::array kVerdicts = {"too_early", "fell", "fell_like_others", "no_change", "rose"};
constexpr std::array kTooEarly = {"", "few_weeks", "few_calls", "wide_interval"};
constexpr std::array kGaps = {"rule", "reason", "topic", "shorter"};

Json day_json(const std::optional<absl::CivilDay>& day) {
  return day ? Json(absl::FormatCivilTime(*day)) : Json(nullptr);
}

Json ratio_json(const domain::ShareRatio& ratio) {
  if (!ratio.known) return nullptr;
  return {{"ratio", rounded(ratio.ratio)}, {"low", rounded(ratio.low)}, {"high", rounded(ratio.high)}};
}

/// How much less, of a ratio below one: "38 %".
std::string less(double ratio) { return absl::StrFormat("%.0f %%", std::round((1 - ratio) * 100)); }

std::string more(double ratio) { return absl::StrFormat("%.0f %%", std::round((ratio - 1) * 100)); }

std::string early_sentence(domain::TooEarly why) {
  switch (why) {
    case domain::TooEarly::kFewWeeks:
    case domain::TooEarly::kNo:
      return "Too early to say: two whole weeks after it, and before, are the least.";
    case domain::TooEarly::kFewCalls:
      return "Too early to say: too few calls with this question.";
    case domain::TooEarly::kWideInterval:
      return "Too early to say: the weeks differ so much that half as many and no change at all are both possible.";
  }
  return {};
}

}  // namespace

std::string word_of(domain::SignPlace place) { return kPlaces[static_cast<std::size_t>(place)]; }

std::string word_of(domain::SignState state) { return kStates[static_cast<std::size_t>(state)]; }

std::optional<domain::SignPlace> place_of(const std::string& word) {
  for (std::size_t i = 0; i < kPlaces.size(); ++i) {
    if (word == kPlaces[i]) return static_cast<domain::SignPlace>(i);
  }
  return std::nullopt;
}

Json question_json(const domain::RepeatedQuestion& question) {
  Json days = Json::array();
  for (const domain::AskedDay& day : question.days) {
    days.push_back({{"day", absl::FormatCivilTime(day.day)}, {"calls", day.calls}});
  }
  return {{"group", question.group},   {"lang", question.language},        {"wordings", question.wordings},
          {"calls", question.calls},   {"share", rounded(question.share)}, {"days", std::move(days)},
          {"why_id", question.why_id}, {"why_topic", question.why_topic},  {"signs", question.sign_ids}};
}

Json sign_json(const domain::ListedSign& listed, absl::TimeZone zone) {
  const domain::Sign& sign = listed.sign;
  return {{"id", sign.id},
          {"version", sign.version},
          {"group", sign.group},
          {"place", word_of(sign.place)},
          {"lang", sign.language},
          {"state", word_of(sign.state)},
          {"text", sign.text},
          {"owner", sign.owner},
          {"up", day_json(sign.up)},
          {"down", day_json(sign.down)},
          {"editor", sign.editor},
          {"edited", moment_json(sign.edited, zone)},
          {"question", listed.question}};
}

Json finding_json(const domain::SignFinding& finding) {
  Json json = {{"kind", kFindings[static_cast<std::size_t>(finding.kind)]}, {"words", finding.words}};
  if (!finding.instead.empty()) json["instead"] = finding.instead;
  if (finding.kind == domain::SignFindingKind::kLength) {
    json["word_count"] = finding.word_count;
    json["most_words"] = finding.most_words;
  }
  return json;
}

Json proposal_json(const domain::SignProposal& proposal) {
  Json gaps = Json::array();
  for (const domain::SignGap gap : proposal.draft.gaps) gaps.push_back(kGaps[static_cast<std::size_t>(gap)]);
  Json findings = Json::array();
  for (const domain::SignFinding& finding : proposal.findings) findings.push_back(finding_json(finding));
  return {{"text", proposal.draft.text},
          {"gaps", std::move(gaps)},
          {"findings", std::move(findings)},
          {"why_id", proposal.why_id}};
}

Json effect_json(const domain::SignEffect& effect) {
  Json weeks = Json::array();
  for (const domain::SignWeek& week : effect.series) {
    weeks.push_back({{"from", absl::FormatCivilTime(week.from)},
                     {"asked", week.asked},
                     {"calls", week.calls},
                     {"share", rounded(week.share)},
                     {"low", rounded(week.low)},
                     {"high", rounded(week.high)},
                     {"after", week.after},
                     {"compared", week.compared}});
  }
  return {{"verdict", kVerdicts[static_cast<std::size_t>(effect.verdict)]},
          {"too_early", kTooEarly[static_cast<std::size_t>(effect.too_early)]},
          {"weeks_compared", effect.weeks},
          {"asked_before", effect.asked_before},
          {"calls_before", effect.calls_before},
          {"asked_after", effect.asked_after},
          {"calls_after", effect.calls_after},
          {"share", ratio_json(effect.ratio)},
          {"others", ratio_json(effect.others)},
          {"dispersion", rounded(effect.dispersion)},
          {"fell_before", effect.fell_before},
          {"weeks", std::move(weeks)}};
}

std::string finding_sentence(const domain::SignFinding& finding) {
  switch (finding.kind) {
    case domain::SignFindingKind::kJargon:
      return absl::StrCat("jargon: \"", finding.words, "\"; say \"", finding.instead, "\"");
    case domain::SignFindingKind::kLevel:
      return absl::StrCat("hard to read: \"", finding.words, "\"");
    case domain::SignFindingKind::kOrder:
      return absl::StrCat("an order: \"", finding.words, "\"");
    case domain::SignFindingKind::kThey:
      return absl::StrCat("\"", finding.words, "\" about colleagues; say \"we\"");
    case domain::SignFindingKind::kLength:
      return absl::StrCat(finding.word_count, " words, at most ", finding.most_words, " fit here");
    case domain::SignFindingKind::kGap:
      return absl::StrCat("not filled in: ", finding.words);
  }
  return {};
}

std::string verdict_sentence(const domain::SignEffect& effect) {
  const domain::ShareRatio& ratio = effect.ratio;
  std::string said;
  switch (effect.verdict) {
    case domain::SignVerdict::kTooEarly:
      return early_sentence(effect.too_early);
    case domain::SignVerdict::kFell:
      said = absl::StrCat("The question fell by ", less(ratio.ratio), " of its share (between ", less(ratio.high),
                          " and ", less(ratio.low), ").");
      break;
    case domain::SignVerdict::kFellLikeOthers:
      return absl::StrCat("The question fell by ", less(ratio.ratio),
                          ", and so did all others: that is not the sign's doing.");
    case domain::SignVerdict::kNoChange:
      said = "No change to be seen: a fall by half would have shown.";
      break;
    case domain::SignVerdict::kRose:
      said = absl::StrCat("The question rose by ", more(ratio.ratio), " (between ", more(ratio.low), " and ",
                          more(ratio.high), ").");
      break;
  }
  if (effect.fell_before) return absl::StrCat(said, " It was falling before the sign was there already.");
  return absl::StrCat(said, " Season, prices or another change may explain it as well: it came with the sign, that it ",
                      "came from it is not shown.");
}

}  // namespace aandacht::ctl
