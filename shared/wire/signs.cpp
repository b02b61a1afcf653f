#include "shared/wire/signs.h"

#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "shared/wire/time.h"

namespace aandacht::wire {
namespace {

// The contracts count from 1 in the order of the domain.
template <typename Wire, typename Domain>
Wire wire_of(Domain value) {
  return static_cast<Wire>(static_cast<int>(value) + 1);
}

template <typename Domain, typename Wire>
std::optional<Domain> domain_of(Wire value, Domain last) {
  const int number = static_cast<int>(value) - 1;
  if (number < 0 || number > static_cast<int>(last)) return std::nullopt;
  return static_cast<Domain>(number);
}

template <typename Domain, typename Wire>
absl::Status take(const char* field, Wire value, Domain last, Domain& into) {
  const std::optional<Domain> known = domain_of(value, last);
  if (!known) return absl::InvalidArgumentError(absl::StrCat(field, ": is missing or not a known value"));
  into = *known;
  return absl::OkStatus();
}

absl::Status take_day(const char* field, const google::protobuf::Timestamp& message, absl::CivilDay& into) {
  const absl::StatusOr<absl::CivilDay> day = day_from_proto(message);
  if (!day.ok()) return absl::InvalidArgumentError(absl::StrCat(field, ": ", std::string(day.status().message())));
  into = *day;
  return absl::OkStatus();
}

absl::Status take_day(const char* field, bool given, const google::protobuf::Timestamp& message,
                      std::optional<absl::CivilDay>& into) {
  if (!given) return absl::OkStatus();
  absl::CivilDay day;
  absl::Status status = take_day(field, message, day);
  if (status.ok()) into = day;
  return status;
}

v1::ShareRatio to_message(const domain::ShareRatio& ratio) {
  v1::ShareRatio message;
  message.set_ratio(ratio.ratio);
  message.set_low(ratio.low);
  message.set_high(ratio.high);
  return message;
}

domain::ShareRatio taken(bool given, const v1::ShareRatio& message) {
  if (!given) return {};
  return {true, message.ratio(), message.low(), message.high()};
}

absl::StatusOr<domain::RepeatedQuestion> from_message(const v1::RepeatedQuestion& message) {
  domain::RepeatedQuestion question{message.group_id(), message.language()};
  question.wordings.assign(message.wordings().begin(), message.wordings().end());
  question.calls = message.call_count();
  question.share = message.share();
  for (const v1::RepeatedQuestionDay& day : message.days()) {
    domain::AskedDay asked;
    if (absl::Status status = take_day("day", day.day(), asked.day); !status.ok()) return status;
    asked.calls = day.call_count();
    question.days.push_back(asked);
  }
  question.why_id = message.why_id();
  question.why_topic = message.why_topic();
  question.sign_ids.assign(message.sign_ids().begin(), message.sign_ids().end());
  return question;
}

absl::StatusOr<domain::SignWeek> from_message(const v1::SignWeek& message) {
  domain::SignWeek week;
  if (absl::Status status = take_day("first_day", message.first_day(), week.from); !status.ok()) return status;
  week.asked = message.asked_count();
  week.calls = message.call_count();
  week.after = message.after();
  week.compared = message.compared();
  week.share = message.share();
  week.low = message.share_low();
  week.high = message.share_high();
  return week;
}

}  // namespace

v1::SignPlace to_proto(domain::SignPlace value) { return wire_of<v1::SignPlace>(value); }
v1::SignState to_proto(domain::SignState value) { return wire_of<v1::SignState>(value); }

std::optional<domain::SignPlace> from_proto(v1::SignPlace value) {
  return domain_of(value, domain::SignPlace::kLetter);
}

std::optional<domain::SignState> from_proto(v1::SignState value) { return domain_of(value, domain::SignState::kDown); }

v1::Sign to_proto(const domain::ListedSign& listed) {
  const domain::Sign& sign = listed.sign;
  v1::Sign message;
  message.set_id(sign.id);
  message.set_version(sign.version);
  message.set_group_id(sign.group);
  message.set_place(to_proto(sign.place));
  message.set_language(sign.language);
  message.set_text(sign.text);
  message.set_owner(sign.owner);
  message.set_state(to_proto(sign.state));
  if (sign.up) *message.mutable_up_day() = to_proto(*sign.up);
  if (sign.down) *message.mutable_down_day() = to_proto(*sign.down);
  message.set_editor(sign.editor);
  if (is_finite(sign.edited)) *message.mutable_edit_time() = to_proto(sign.edited);
  message.set_question(listed.question);
  return message;
}

absl::StatusOr<domain::ListedSign> from_proto(const v1::Sign& message) {
  domain::ListedSign listed;
  domain::Sign& sign = listed.sign;
  sign.id = message.id();
  sign.version = message.version();
  sign.group = message.group_id();
  sign.language = message.language();
  sign.text = message.text();
  sign.owner = message.owner();
  sign.editor = message.editor();
  listed.question = message.question();
  absl::Status status = take("place", message.place(), domain::SignPlace::kLetter, sign.place);
  if (status.ok()) status = take("state", message.state(), domain::SignState::kDown, sign.state);
  if (status.ok()) status = take_day("up_day", message.has_up_day(), message.up_day(), sign.up);
  if (status.ok()) status = take_day("down_day", message.has_down_day(), message.down_day(), sign.down);
  if (!status.ok()) return status;
  if (message.has_edit_time()) {
    const absl::StatusOr<absl::Time> edited = from_proto(message.edit_time());
    if (!edited.ok()) return edited.status();
    sign.edited = *edited;
  }
  return listed;
}

v1::SignFinding to_proto(const domain::SignFinding& finding) {
  v1::SignFinding message;
  message.set_kind(wire_of<v1::SignFindingKind>(finding.kind));
  message.set_words(finding.words);
  message.set_instead(finding.instead);
  message.set_word_count(finding.word_count);
  message.set_most_word_count(finding.most_words);
  return message;
}

absl::StatusOr<domain::SignFinding> from_proto(const v1::SignFinding& message) {
  domain::SignFinding finding{domain::SignFindingKind::kJargon, message.words(), message.instead(),
                              message.word_count(), message.most_word_count()};
  const absl::Status status = take("kind", message.kind(), domain::SignFindingKind::kGap, finding.kind);
  if (!status.ok()) return status;
  return finding;
}

v1::GetSignProposalResponse to_proto(const domain::SignProposal& proposal) {
  v1::GetSignProposalResponse message;
  message.set_text(proposal.draft.text);
  for (const domain::SignGap gap : proposal.draft.gaps) message.add_gaps(wire_of<v1::SignGap>(gap));
  for (const domain::SignFinding& finding : proposal.findings) *message.add_findings() = to_proto(finding);
  message.set_why_id(proposal.why_id);
  return message;
}

absl::StatusOr<domain::SignProposal> from_proto(const v1::GetSignProposalResponse& message) {
  domain::SignProposal proposal;
  proposal.draft.text = message.text();
  proposal.why_id = message.why_id();
  for (const int number : message.gaps()) {
    const auto gap = domain_of(static_cast<v1::SignGap>(number), domain::SignGap::kShorter);
    if (gap) proposal.draft.gaps.push_back(*gap);
  }
  for (const v1::SignFinding& each : message.findings()) {
    absl::StatusOr<domain::SignFinding> finding = from_proto(each);
    if (finding.ok()) proposal.findings.push_back(*std::move(finding));  // A newer service may know more kinds.
  }
  return proposal;
}

v1::ListRepeatedQuestionsResponse to_proto(const domain::RepeatedQuestions& questions) {
  v1::ListRepeatedQuestionsResponse message;
  *message.mutable_first_day() = to_proto(questions.first);
  *message.mutable_last_day() = to_proto(questions.last);
  message.set_call_count(questions.calls);
  for (const domain::RepeatedQuestion& each : questions.questions) {
    v1::RepeatedQuestion& question = *message.add_questions();
    question.set_group_id(each.group);
    question.set_language(each.language);
    for (const std::string& words : each.wordings) question.add_wordings(words);
    question.set_call_count(each.calls);
    question.set_share(each.share);
    for (const domain::AskedDay& asked : each.days) {
      v1::RepeatedQuestionDay& day = *question.add_days();
      *day.mutable_day() = to_proto(asked.day);
      day.set_call_count(asked.calls);
    }
    question.set_why_id(each.why_id);
    question.set_why_topic(each.why_topic);
    for (const std::string& id : each.sign_ids) question.add_sign_ids(id);
  }
  return message;
}

absl::StatusOr<domain::RepeatedQuestions> from_proto(const v1::ListRepeatedQuestionsResponse& message) {
  domain::RepeatedQuestions questions;
  absl::Status status = take_day("first_day", message.first_day(), questions.first);
  if (status.ok()) status = take_day("last_day", message.last_day(), questions.last);
  if (!status.ok()) return status;
  questions.calls = message.call_count();
  for (const v1::RepeatedQuestion& each : message.questions()) {
    absl::StatusOr<domain::RepeatedQuestion> question = from_message(each);
    if (!question.ok()) return question.status();
    questions.questions.push_back(*std::move(question));
  }
  return questions;
}

v1::SignEffect to_proto(const domain::SignEffect& effect) {
  v1::SignEffect message;
  message.set_verdict(wire_of<v1::SignVerdict>(effect.verdict));
  // kNo is "unspecified".
  message.set_too_early(static_cast<v1::SignTooEarly>(static_cast<int>(effect.too_early)));
  message.set_week_count(effect.weeks);
  message.set_asked_before_count(effect.asked_before);
  message.set_calls_before_count(effect.calls_before);
  message.set_asked_after_count(effect.asked_after);
  message.set_calls_after_count(effect.calls_after);
  if (effect.ratio.known) *message.mutable_ratio() = to_message(effect.ratio);
  if (effect.others.known) *message.mutable_others() = to_message(effect.others);
  message.set_dispersion(effect.dispersion);
  message.set_fell_before(effect.fell_before);
  for (const domain::SignWeek& each : effect.series) {
    v1::SignWeek& week = *message.add_weeks();
    *week.mutable_first_day() = to_proto(each.from);
    week.set_asked_count(each.asked);
    week.set_call_count(each.calls);
    week.set_after(each.after);
    week.set_compared(each.compared);
    week.set_share(each.share);
    week.set_share_low(each.low);
    week.set_share_high(each.high);
  }
  return message;
}

absl::StatusOr<domain::SignEffect> from_proto(const v1::SignEffect& message) {
  domain::SignEffect effect;
  const absl::Status status = take("verdict", message.verdict(), domain::SignVerdict::kRose, effect.verdict);
  if (!status.ok()) return status;
  const int too_early = static_cast<int>(message.too_early());
  const bool known = too_early >= 0 && too_early <= static_cast<int>(domain::TooEarly::kWideInterval);
  effect.too_early = known ? static_cast<domain::TooEarly>(too_early) : domain::TooEarly::kNo;
  effect.weeks = message.week_count();
  effect.asked_before = message.asked_before_count();
  effect.calls_before = message.calls_before_count();
  effect.asked_after = message.asked_after_count();
  effect.calls_after = message.calls_after_count();
  effect.ratio = taken(message.has_ratio(), message.ratio());
  effect.others = taken(message.has_others(), message.others());
  effect.dispersion = message.dispersion();
  effect.fell_before = message.fell_before();
  for (const v1::SignWeek& each : message.weeks()) {
    absl::StatusOr<domain::SignWeek> week = from_message(each);
    if (!week.ok()) return week.status();
    effect.series.push_back(*week);
  }
  return effect;
}

}  // namespace aandacht::wire
