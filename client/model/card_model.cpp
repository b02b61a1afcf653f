#include <algorithm>

#include "absl/strings/str_cat.h"
#include "client/model/bilingual.h"
#include "client/model/format.h"
#include "client/model/parts.h"
#include "client/model/strings.h"
#include "shared/domain/first_time.h"

namespace aandacht::model {
namespace {

// How many calls of this shift asked it counts for the agent only.
std::string first_time_caption(const domain::Call* call, const domain::Desk& desk, Language language) {
  const int calls = call == nullptr ? 0 : domain::calls_with_question(desk, *call);
  if (calls < 2) return std::string(text(Text::kCardFirstTime, language));
  return fill(Text::kCardFirstTimeOf, language, upper_text(ordinal_text(calls, language)));
}

constexpr Bilingual kPromptUntil{"geldt tot $0", "until $0"};

std::string caption_of(const domain::Card& card, Language language) {
  switch (card.kind) {
    case domain::CardKind::kWe:
      return std::string(text(Text::kCardWe, language));
    case domain::CardKind::kWhy:
      return card.topic.empty() ? std::string(text(Text::kCardWhy, language))
                                : fill(Text::kCardWhyOf, language, upper_text(card.topic));
    case domain::CardKind::kHeard:
      return std::string(text(Text::kCardHeard, language));
    case domain::CardKind::kWarmth:
      return std::string(text(Text::kCardWarmth, language));
    case domain::CardKind::kFirstTime:
      return std::string(text(Text::kCardFirstTime, language));
    case domain::CardKind::kEmpathy:
      return std::string(text(Text::kCardEmpathy, language));
    case domain::CardKind::kPrompt:
      return card.topic.empty() ? std::string(text(Text::kCardPrompt, language))
                                : fill(Text::kCardPromptOf, language, upper_text(card.topic));
  }
  return {};
}

std::string evidence_tooltip(const domain::Evidence& evidence, Language language) {
  std::string out;
  if (!evidence.rule_id.empty()) out = fill(Text::kEvidenceRule, language, evidence.rule_id);
  if (evidence.author.empty()) return out;
  return absl::StrCat(out, out.empty() ? "" : "\n", fill(Text::kEvidenceBy, language, evidence.author));
}

// "Mevrouw J. de Vries" without what is no name.
std::string without_title(const std::string& name) {
  for (const char* title : {"Mevrouw ", "Meneer ", "Mevr. ", "Mw. ", "Dhr. ", "De heer ", "Mrs ", "Mr ", "Ms ", "Miss ",
                            "Mrs. ", "Mr. ", "Ms. "}) {
    if (name.starts_with(title)) return name.substr(std::string_view(title).size());
  }
  return name;
}

// Three lines of a customer and whose they are; the second and third come as one text.
void add_story(CardModel& model, const domain::Card& card) {
  model.who = card.topic;
  model.initials = initials_of(without_title(card.topic));
  model.story_id = card.source_id;
  const std::size_t end = card.detail.find('\n');
  if (end == std::string::npos) return;
  model.detail = card.detail.substr(0, end);
  model.ending = card.detail.substr(end + 1);
}

}  // namespace

std::string quoted(std::string_view words) {
  if (words.empty() || words.starts_with("“") || words.starts_with('"')) return std::string(words);
  return absl::StrCat("“", std::string(words), "”");
}

CardModel make_card(const domain::Card& card, const domain::Desk& desk, const Moment& moment) {
  const Language language = moment.language;
  const domain::Call* call = domain::find_call(desk, card.call_id);
  CardModel model;
  model.id = card.id;
  model.kind = card.kind;
  model.caption = caption_of(card, language);
  // A supervisor's message is no line to read out.
  const bool told = card.kind == domain::CardKind::kPrompt || card.kind == domain::CardKind::kEmpathy;
  model.line = told ? card.line : quoted(card.line);
  model.detail = card.detail;
  if (card.kind == domain::CardKind::kFirstTime) {
    model.caption = first_time_caption(call, desk, language);
    if (card.line.empty()) model.line = text(Text::kFirstTimeLine, language);
  }
  if (card.kind == domain::CardKind::kEmpathy) add_story(model, card);
  // A heard card is its own evidence.
  if (!card.evidence.words.empty() && card.evidence.words != card.line)
    model.evidence = fill(Text::kEvidenceHeard, language, card.evidence.words);
  if (card.kind == domain::CardKind::kPrompt && card.expires != absl::InfiniteFuture())
    model.evidence = kPromptUntil.fill(language, absl::FormatTime("%H:%M", card.expires, moment.zone));
  model.evidence_tooltip = evidence_tooltip(card.evidence, language);
  // Prompts count against the supervisor's budget.
  const bool counts = card.unsolicited && card.kind != domain::CardKind::kPrompt;
  if (counts && call != nullptr) {
    const int shown = std::max(1, call->attention.shown);
    model.budget = fill(Text::kBudget, language, shown, call->attention.budget);
    model.budget_tooltip = fill(Text::kBudgetExplained, language, shown, call->attention.budget);
  }
  return model;
}

std::vector<HeardRow> make_heard(const domain::Call& call, const Moment& moment) {
  const absl::CivilDay today = absl::ToCivilDay(moment.now, moment.zone);
  std::vector<HeardRow> rows;
  for (auto fact = call.heard.rbegin(); fact != call.heard.rend(); ++fact) {
    std::string day = fact->day ? day_text(*fact->day, today, moment.language) : "";
    if (fact->kind == domain::HeardKind::kPinned) day = text(Text::kPinned, moment.language);
    rows.push_back({quoted(fact->words), std::move(day), fact->brought_back});
  }
  return rows;
}

std::optional<PinTarget> make_pin(const domain::Call& call) {
  if (call.late_turns.empty()) return std::nullopt;
  const domain::LateTurn& last = call.late_turns.back();
  const bool pinned = std::any_of(call.heard.begin(), call.heard.end(), [&](const domain::HeardFact& fact) {
    return fact.kind == domain::HeardKind::kPinned && fact.words == last.words;
  });
  if (pinned) return std::nullopt;
  return PinTarget{call.id, last.utterance_id};
}

}  // namespace aandacht::model
