#include "client/ctl/eval_calls_score.h"

#include <algorithm>
#include <set>

#include "absl/strings/str_cat.h"
#include "client/ctl/words.h"
#include "shared/domain/normalise.h"

namespace aandacht::ctl {
namespace {

using domain::CardKind;

bool in_time(int turn, const Expected& expected) {
  return turn >= expected.turn && turn <= expected.turn + kNoticedWithin;
}

/// True when a card of the right kind says what was expected.
bool says(const domain::Card& card, const Expected& expected) {
  if (expected.kind == ExpectedKind::kWe) return card.label && word(*card.label) == expected.label;
  return card.topic == expected.topic;
}

const char* name(ExpectedKind kind) {
  switch (kind) {
    case ExpectedKind::kWe:
      return "we";
    case ExpectedKind::kWhy:
      return "why";
    case ExpectedKind::kHeard:
      return "heard";
    case ExpectedKind::kPromise:
      return "promise";
  }
  return "";
}

/// "2026-11-20T12:00" of a moment, "2026-11-20" of a day.
std::string due_text(absl::Time due, absl::TimeZone zone) {
  const absl::CivilSecond second = absl::ToCivilSecond(due, absl::UTCTimeZone());
  if (second == absl::CivilSecond(absl::CivilDay(second))) return absl::FormatCivilTime(absl::CivilDay(second));
  return absl::FormatTime("%Y-%m-%dT%H:%M", due, zone);
}

const char* verdict_word(domain::Verdict verdict) {
  switch (verdict) {
    case domain::Verdict::kUnknown:
      return "unknown";
    case domain::Verdict::kYes:
      return "yes";
    case domain::Verdict::kNo:
      return "no";
  }
  return "";
}

/// A day that was expected is right with any time on it; a time that was expected must be that time.
bool is_due(const std::string& wanted, const std::string& read) {
  constexpr std::size_t kDay = 10;
  constexpr std::size_t kMinute = 16;
  return wanted.size() > kDay ? wanted.substr(0, kMinute) == read : wanted == read.substr(0, kDay);
}

std::string feeling_of(double score) {
  constexpr double kEdge = 0.2;  // As add_score() has it.
  if (score <= -kEdge) return word(domain::Feeling::kNegative);
  return word(score >= kEdge ? domain::Feeling::kPositive : domain::Feeling::kNeutral);
}

struct CardCollector {
  const domain::ReplayStep& step;
  std::vector<SeenCard>& cards;

  void operator()(const domain::CardShown& change) const {
    cards.push_back({change.card, step.turn, true, step.waited, step.at});
  }
  void operator()(const domain::CardHeldBack& change) const {
    cards.push_back({change.card, step.turn, false, step.waited, step.at});
  }
  template <typename Other>
  void operator()(const Other& /*other*/) const {}
};

}  // namespace

std::vector<SeenCard> cards_of(const std::vector<domain::ReplayStep>& steps) {
  std::vector<SeenCard> cards;
  for (const domain::ReplayStep& step : steps) {
    for (const domain::Change& change : step.changes) std::visit(CardCollector{step, cards}, change);
  }
  return cards;
}

std::size_t budget_violations(const std::vector<SeenCard>& cards, const domain::AttentionRules& rules) {
  std::size_t broken = 0;
  int shown = 0;
  absl::Time last = absl::InfinitePast();
  for (const SeenCard& card : cards) {
    if (!card.shown || !card.card.unsolicited) continue;
    ++shown;
    if (shown > rules.cards_per_call || card.at - last < rules.minimum_gap) ++broken;
    last = card.at;
  }
  return broken;
}

bool same_words(const std::string& one, const std::string& other, const std::string& language) {
  const auto stems_of = [&](const std::string& text) {
    const std::vector<std::string> stems = domain::stems(domain::normalise(text).text, language);
    return std::set<std::string>(stems.begin(), stems.end());
  };
  const std::set<std::string> left = stems_of(one);
  const std::set<std::string> right = stems_of(other);
  const std::set<std::string>& few = left.size() < right.size() ? left : right;
  const std::set<std::string>& many = left.size() < right.size() ? right : left;
  if (few.empty()) return false;
  const auto shared =
      std::count_if(few.begin(), few.end(), [&](const std::string& stem) { return many.contains(stem); });
  return 2 * static_cast<std::size_t>(shared) >= few.size();
}

Json NoticedFigures::json() const {
  Json made = share_json(noticed, expected);
  made["shown"] = shown;
  made["held_back"] = noticed - shown;
  made["noticed_otherwise"] = otherwise;
  return made;
}

std::string CallFigures::View::text_at(int turn) const {
  const auto* speech = std::get_if<Speech>(&labelled.call.turns[static_cast<std::size_t>(turn)].what);
  return speech == nullptr ? std::string() : speech->text;
}

void CallFigures::View::missed(const Expected& expected, const std::string& what, double weight) const {
  Json told = {{"call", labelled.call.id}, {"turn", expected.turn}, {"what", what}, {"kind", name(expected.kind)}};
  if (!expected.label.empty()) told["label"] = expected.label;
  if (!expected.topic.empty()) told["topic"] = expected.topic;
  if (!expected.words.empty()) told["words"] = expected.words;
  if (!expected.due.empty()) told["due"] = expected.due;
  told["text"] = text_at(expected.turn);
  mistakes.push_back({weight, std::move(told)});
}

void CallFigures::add_card_expected(const View& view, const Expected& expected, NoticedFigures& figures) {
  const CardKind kind = expected.kind == ExpectedKind::kWe ? CardKind::kWe : CardKind::kWhy;
  bool noticed = false;
  bool shown = false;
  bool otherwise = false;
  for (const SeenCard& seen : view.cards) {
    if (seen.card.kind != kind || !in_time(seen.turn, expected)) continue;
    const bool right = says(seen.card, expected);
    noticed = noticed || right;
    shown = shown || (right && seen.shown);
    otherwise = otherwise || !right;
  }
  ++figures.expected;
  figures.noticed += noticed ? 1 : 0;
  figures.shown += shown ? 1 : 0;
  figures.otherwise += !noticed && otherwise ? 1 : 0;
  if (!noticed) view.missed(expected, otherwise ? "noticed as something else" : "not noticed", 2);
}

void CallFigures::add_heard_expected(const View& view, const Expected& expected) {
  const std::string& language = view.labelled.call.language;
  const bool noticed = std::any_of(view.steps.begin(), view.steps.end(), [&](const domain::ReplayStep& step) {
    const std::vector<domain::HeardFact>& facts = step.reading.heard;
    return in_time(step.turn, expected) && std::any_of(facts.begin(), facts.end(), [&](const auto& fact) {
             return same_words(fact.words, expected.words, language);
           });
  });
  const auto comes_back = [&](const SeenCard& seen) {
    return seen.card.kind == CardKind::kHeard && seen.turn >= expected.bring_back &&
           (same_words(seen.card.evidence.words, expected.words, language) ||
            same_words(seen.card.line, expected.words, language));
  };
  const auto back = std::find_if(view.cards.begin(), view.cards.end(), comes_back);
  ++heard_.expected;
  heard_.noticed += noticed ? 1 : 0;
  if (expected.bring_back >= 0) {
    ++bring_back_;
    brought_back_ += back == view.cards.end() ? 0 : 1;
    heard_.shown += noticed && back != view.cards.end() && back->shown ? 1 : 0;
  }
  if (!noticed) view.missed(expected, "not noticed", 2);
}

void CallFigures::add_promise_expected(const View& view, const Expected& expected) {
  const domain::Promise* found = nullptr;
  for (const domain::ReplayStep& step : view.steps) {
    if (!in_time(step.turn, expected)) continue;
    for (const domain::Promise& promise : step.reading.promises) {
      const bool same = same_words(promise.text, expected.words, view.labelled.call.language);
      if (same && found == nullptr) found = &promise;
    }
  }
  ++promises_;
  promises_found_ += found == nullptr ? 0 : 1;
  if (found == nullptr) view.missed(expected, "not found", 2);
  if (expected.due.empty()) return;
  ++dues_;
  if (found == nullptr) return;
  const std::string read = found->due ? due_text(*found->due, view.zone) : "no day";
  if (is_due(expected.due, read)) {
    ++dues_right_;
  } else {
    view.missed(expected, absl::StrCat("due read as ", read), 1);
  }
}

void CallFigures::add_extras(const View& view) {
  const auto& expected = view.labelled.expected;
  const auto wanted = [&](int turn, ExpectedKind kind) {
    return std::any_of(expected.begin(), expected.end(),
                       [&](const Expected& one) { return one.kind == kind && in_time(turn, one); });
  };
  for (const SeenCard& seen : view.cards) {
    if (seen.waited) continue;
    if (seen.card.kind == CardKind::kWe && !wanted(seen.turn, ExpectedKind::kWe)) ++we_extra_;
    if (seen.card.kind == CardKind::kWhy && !wanted(seen.turn, ExpectedKind::kWhy)) ++why_extra_;
  }
  for (const domain::ReplayStep& step : view.steps) {
    if (!wanted(step.turn, ExpectedKind::kHeard)) heard_extra_ += step.reading.heard.size();
    if (!wanted(step.turn, ExpectedKind::kPromise)) promises_extra_ += step.reading.promises.size();
  }
}

void CallFigures::add_quiet(const View& view) {
  quiet_ += view.labelled.quiet.size();
  std::set<int> broken;
  for (const SeenCard& seen : view.cards) {
    if (!seen.shown || !seen.card.unsolicited) continue;
    ++shown_[word(seen.card.kind)];
    if (!view.labelled.quiet.contains(seen.turn)) continue;
    if (seen.waited) {
      ++quiet_after_;
      continue;
    }
    broken.insert(seen.turn);
    view.mistakes.push_back({3,
                             {{"call", view.labelled.call.id},
                              {"turn", seen.turn},
                              {"what", "a card at a quiet turn"},
                              {"kind", word(seen.card.kind)},
                              {"line", seen.card.line},
                              {"evidence", seen.card.evidence.words},
                              {"text", view.text_at(seen.turn)}}});
  }
  quiet_broken_ += broken.size();
}

void CallFigures::add_sentiment(const View& view) {
  const LabelledCall& labelled = view.labelled;
  const domain::Call& end = view.steps.back().call;
  for (const domain::ReplayStep& step : view.steps) {
    if (step.waited) continue;
    if (const auto wanted = labelled.sentiment.find(step.turn);
        wanted != labelled.sentiment.end() && step.reading.sentiment) {
      sentiment_.add(wanted->second, word(step.reading.sentiment->feeling));
      negative_.push_back({-step.reading.sentiment->score, wanted->second == word(domain::Feeling::kNegative)});
    }
    if (const auto wanted = labelled.phases.find(step.turn); wanted != labelled.phases.end()) {
      phases_.add(wanted->second, word(step.call.phase));
    }
  }
  if (!labelled.sentiment_start.empty()) ++starts_;
  if (!labelled.sentiment_end.empty()) ++ends_;
  starts_right_ += labelled.sentiment_start == feeling_of(end.sentiment.start) ? 1 : 0;
  ends_right_ += labelled.sentiment_end == feeling_of(end.sentiment.end) ? 1 : 0;
}

void CallFigures::add_outcome(const View& view) {
  const domain::CallOutcome& outcome = view.steps.back().call.outcome;
  const auto add = [&](const char* what, const std::optional<bool>& wanted, domain::Verdict read,
                       learn::Confusion& into) {
    if (!wanted) return;
    into.add(*wanted ? "yes" : "no", verdict_word(read));
    if ((*wanted ? domain::Verdict::kYes : domain::Verdict::kNo) == read) return;
    view.mistakes.push_back({1.5,
                             {{"call", view.labelled.call.id},
                              {"what", absl::StrCat(what, " read as ", verdict_word(read))},
                              {"wanted", *wanted ? "yes" : "no"}}});
  };
  add("solved", view.labelled.solved, outcome.solved, solved_);
  add("helpless", view.labelled.helpless, outcome.helpless, helpless_);
}

void CallFigures::add(const LabelledCall& call, const std::vector<domain::ReplayStep>& steps,
                      const domain::AttentionRules& rules, absl::TimeZone zone, std::vector<Mistake>& mistakes) {
  const View view{call, steps, cards_of(steps), zone, mistakes};
  ++calls_;
  for (const CallTurn& turn : call.call.turns) turns_ += std::holds_alternative<Speech>(turn.what) ? 1 : 0;
  for (const Expected& expected : call.expected) {
    switch (expected.kind) {
      case ExpectedKind::kWe:
        add_card_expected(view, expected, we_);
        break;
      case ExpectedKind::kWhy:
        add_card_expected(view, expected, why_);
        break;
      case ExpectedKind::kHeard:
        add_heard_expected(view, expected);
        break;
      case ExpectedKind::kPromise:
        add_promise_expected(view, expected);
        break;
    }
  }
  add_extras(view);
  add_quiet(view);
  add_sentiment(view);
  add_outcome(view);
  violations_ += budget_violations(view.cards, rules);
}

Json CallFigures::json() const {
  const std::size_t noticed = we_.noticed + why_.noticed + heard_.noticed;
  Json shown = Json::object();
  for (const auto& [kind, count] : shown_) shown[kind] = count;
  const auto if_any = [](const learn::Confusion& confusion, Json json) {
    return confusion.total() == 0 ? Json(nullptr) : std::move(json);
  };
  const auto classes = [](const learn::Confusion& confusion) {
    return Json{{"accuracy", rounded(confusion.accuracy())},
                {"macro_f1", rounded(confusion.macro_f1())},
                {"labels", labels_json(confusion)},
                {"confusion", confusion_json(confusion)}};
  };
  Json sentiment = classes(sentiment_);
  sentiment["roc_auc"] = {{"negative", auc_json(negative_)}};
  sentiment["neutral_called_negative"] =
      share_json(sentiment_.count("neutral", "negative"), sentiment_.wanted("neutral"));
  sentiment["start_right"] = share_json(starts_right_, starts_);
  sentiment["end_right"] = share_json(ends_right_, ends_);
  return {
      {"calls", calls_},
      {"turns", turns_},
      {"noticed", share_json(noticed, we_.expected + why_.expected + heard_.expected)},
      {"we", we_.json()},
      {"why", why_.json()},
      {"heard", heard_.json()},
      {"heard_brought_back", share_json(brought_back_, bring_back_)},
      {"quiet_turns_with_a_card", share_json(quiet_broken_, quiet_)},
      {"cards_soon_after_a_quiet_turn", quiet_after_},
      {"budget_violations", violations_},
      {"shown", std::move(shown)},
      {"not_expected", {{"we", we_extra_}, {"why", why_extra_}, {"heard", heard_extra_}, {"promise", promises_extra_}}},
      {"promises", share_json(promises_found_, promises_)},
      {"promises_due_right", share_json(dues_right_, dues_)},
      {"sentiment", if_any(sentiment_, std::move(sentiment))},
      {"phase", if_any(phases_, classes(phases_))},
      {"solved", if_any(solved_, classes(solved_))},
      {"helpless", if_any(helpless_, classes(helpless_))}};
}

}  // namespace aandacht::ctl
