#include "shared/domain/alert_state.h"

#include <algorithm>
#include <optional>

#include "absl/strings/str_cat.h"
#include "shared/base/utf8.h"
#include "shared/domain/phrase_list.h"

namespace aandacht::domain {
namespace {

constexpr std::size_t kLongestWords = 240;
constexpr std::size_t kWordsBefore = 80;  // Bytes kept before the phrase in a long turn.

// Whole words of a turn around [begin, end), at most kLongestWords bytes: a part of the turn as it is, so that a late
// redaction finds it there.
std::string words_around(std::string_view text, PhraseRange where) {
  if (text.size() <= kLongestWords) return std::string(text);
  std::size_t begin = where.begin > kWordsBefore ? where.begin - kWordsBefore : 0;
  if (begin > 0) {
    const std::size_t space = text.find(' ', begin);
    begin = space == std::string_view::npos || space >= where.begin ? where.begin : space + 1;
  }
  const std::string_view cut = base::truncate_utf8(text.substr(begin), kLongestWords);
  return std::string(cut.substr(0, begin + cut.size() == text.size() ? cut.size() : cut.rfind(' ')));
}

int streak(const std::vector<double>& scores, double at_most) {
  int count = 0;
  for (auto score = scores.rbegin(); score != scores.rend() && *score <= at_most; ++score) ++count;
  return count;
}

AlertFinding finding_for(const AlertRule& rule, const CallMoment& moment, std::string cause) {
  AlertFinding finding;
  finding.rule_id = rule.id;
  finding.rule_name = rule.name;
  finding.kind = rule.kind;
  finding.agent_id = moment.agent_id;
  finding.call_id = moment.call_id;
  finding.at = moment.time;
  finding.time = moment.time + moment.skew;
  finding.cause = std::move(cause);
  return finding;
}

std::optional<AlertFinding> negative(const AlertRule& rule, const CallMoment& moment) {
  if (!moment.turn || !moment.turn->scored) return std::nullopt;
  const int count = streak(moment.scores, rule.score);
  if (count < rule.count) return std::nullopt;
  AlertFinding finding = finding_for(rule, moment, moment.turn->utterance_id);
  finding.utterance_id = moment.turn->utterance_id;
  finding.words = words_around(moment.turn->text, {});
  finding.count = count;
  finding.score = rule.score;
  return finding;
}

std::optional<AlertFinding> repeated(const AlertRule& rule, const CallMoment& moment) {
  if (moment.state != CallState::kRinging && moment.state != CallState::kInCall) return std::nullopt;
  const absl::Time began = moment.rang == absl::InfinitePast() ? moment.time : moment.rang;
  const absl::CivilDay today = absl::ToCivilDay(began, absl::UTCTimeZone());
  int count = 1;
  absl::CivilDay first = today;
  for (const absl::CivilDay day : moment.contact_days) {
    if (today - day > rule.days) break;
    first = day;
    ++count;
  }
  if (count < rule.count) return std::nullopt;
  AlertFinding finding = finding_for(rule, moment, "contact");
  finding.count = count;
  finding.span = absl::Hours(24) * (today - first);
  finding.about = moment.about;
  return finding;
}

// Since when that lasts which the rule waits for, and its cause; absent: it does not last now.
std::optional<std::pair<absl::Time, std::string>> lasting(const AlertRule& rule, const CallMoment& moment) {
  switch (rule.kind) {
    case AlertKind::kLongHold:
      if (moment.state != CallState::kOnHold) return std::nullopt;
      return std::pair(moment.state_since, absl::StrCat("hold-", absl::ToUnixMillis(moment.state_since)));
    case AlertKind::kLongCall:
      if (moment.state != CallState::kInCall && moment.state != CallState::kOnHold) return std::nullopt;
      return std::pair(moment.answered, std::string("call"));
    case AlertKind::kLongWait:
      if (moment.state != CallState::kRinging) return std::nullopt;
      return std::pair(moment.rang, std::string("wait"));
    case AlertKind::kNegative:
    case AlertKind::kRepeatContact:
    case AlertKind::kPhrase:
      return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

AlertState::AlertState(TeamOf team_of, std::shared_ptr<const AlertRules> rules)
    : team_of_(std::move(team_of)), rules_(std::move(rules)) {}

void AlertState::set_rules(std::shared_ptr<const AlertRules> rules) {
  rules_ = std::move(rules);
  for (auto& [call_id, call] : calls_) set_due(call_id, call);
}

bool AlertState::looks_at(const AlertRule& rule, const CallMoment& moment) const {
  if (!rule.on || !covers(rule, team_of_(moment.agent_id))) return false;
  return rule.language.empty() || rule.language == base_language(moment.language);
}

absl::Time AlertState::open_from(const AlertRule& rule, const KnownCall& call, absl::Time from) const {
  absl::Time open = std::max({from, rule.changed, rule.snoozed_until});
  if (const auto last = call.last.find(rule.id); last != call.last.end()) {
    open = std::max(open, last->second + rule.cooldown);
  }
  const auto team = last_of_team_.find({rule.id, team_of_(call.moment.agent_id)});
  if (team != last_of_team_.end()) open = std::max(open, team->second + rule.team_cooldown);
  return open;
}

void AlertState::note(const AlertRule& rule, KnownCall& call, AlertFinding finding, std::vector<AlertFinding>& found) {
  if (call.told.contains({rule.id, finding.cause}) || open_from(rule, call, finding.time) > finding.time) return;
  remember(finding);
  found.push_back(std::move(finding));
}

void AlertState::remember(const AlertFinding& told) {
  KnownCall& call = calls_[told.call_id];
  call.told.insert({told.rule_id, told.cause});
  absl::Time& last = call.last.try_emplace(told.rule_id, told.time).first->second;
  last = std::max(last, told.time);
  absl::Time& of_team = last_of_team_.try_emplace({told.rule_id, team_of_(told.agent_id)}, told.time).first->second;
  of_team = std::max(of_team, told.time);
}

std::vector<AlertFinding> AlertState::see(const CallMoment& moment) {
  std::vector<AlertFinding> found;
  const auto known = calls_.find(moment.call_id);
  const bool is_known = known != calls_.end() && !known->second.moment.agent_id.empty();
  if (is_known && known->second.moment.agent_id != moment.agent_id) {
    // It rings at several desks: it belongs to the one that answers it, until then to the first.
    const bool answers = moment.answered != absl::InfinitePast();
    if (moment.state == CallState::kEnded || !answers || known->second.moment.answered != absl::InfinitePast()) {
      return found;
    }
  }
  if (moment.state == CallState::kEnded) {
    if (known == calls_.end()) return found;
    due_.erase({known->second.due, moment.call_id});
    calls_.erase(known);
    return found;
  }
  KnownCall& call = calls_[moment.call_id];
  const bool moved = !is_known || call.moment.state != moment.state;
  call.moment = moment;
  call.moment.turn.reset();
  const std::vector<AlertRule>& rules = rules_->all();
  for (const AlertRule& rule : rules) {
    std::optional<AlertFinding> finding;
    if (rule.kind == AlertKind::kNegative) finding = negative(rule, moment);
    if (rule.kind == AlertKind::kRepeatContact && (moved || moment.turn)) finding = repeated(rule, moment);
    if (finding && looks_at(rule, moment)) note(rule, call, *std::move(finding), found);
  }
  if (moment.turn) {
    for (const AlertPhraseHit& hit : rules_->hear(moment.turn->speaker, moment.turn->text)) {
      const AlertRule& rule = rules[hit.rule];
      if (!looks_at(rule, moment)) continue;
      AlertFinding finding = finding_for(rule, moment, moment.turn->utterance_id);
      finding.utterance_id = moment.turn->utterance_id;
      finding.words = words_around(moment.turn->text, hit.where);
      finding.matched = hit.phrase;
      note(rule, call, std::move(finding), found);
    }
  }
  set_due(moment.call_id, call);
  return found;
}

absl::Time AlertState::due_of(const AlertRule& rule, const KnownCall& call) const {
  const auto since = lasting(rule, call.moment);
  if (!since || since->first == absl::InfinitePast() || call.told.contains({rule.id, since->second}) ||
      !looks_at(rule, call.moment)) {
    return absl::InfiniteFuture();
  }
  return open_from(rule, call, since->first + rule.span + call.moment.skew);
}

void AlertState::set_due(const std::string& call_id, KnownCall& call) {
  absl::Time due = absl::InfiniteFuture();
  if (!call.moment.agent_id.empty()) {
    for (const AlertRule& rule : rules_->all()) due = std::min(due, due_of(rule, call));
  }
  if (due == call.due) return;
  due_.erase({call.due, call_id});
  call.due = due;
  if (due != absl::InfiniteFuture()) due_.insert({due, call_id});
}

std::vector<AlertFinding> AlertState::pass(absl::Time now) {
  std::vector<AlertFinding> found;
  while (!due_.empty() && due_.begin()->first <= now) {
    const auto [time, call_id] = *due_.begin();
    KnownCall& call = calls_.at(call_id);
    for (const AlertRule& rule : rules_->all()) {
      if (due_of(rule, call) > time) continue;
      const auto since = lasting(rule, call.moment);
      AlertFinding finding = finding_for(rule, call.moment, since->second);
      finding.time = time;
      finding.at = time - call.moment.skew;
      finding.span = finding.at - since->first;
      note(rule, call, std::move(finding), found);
    }
    set_due(call_id, call);
    // Whatever the rules say, time goes on: what is still due now was told or is closed.
    if (call.due <= time) {
      due_.erase({call.due, call_id});
      call.due = absl::InfiniteFuture();
    }
  }
  return found;
}

absl::Time AlertState::next() const { return due_.empty() ? absl::InfiniteFuture() : due_.begin()->first; }

}  // namespace aandacht::domain
