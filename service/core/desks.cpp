#include "service/core/desks.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "service/core/checks.h"
#include "service/core/floor.h"
#include "service/core/own_checks.h"
#include "service/core/work.h"
#include "shared/domain/spoken_day.h"

namespace aandacht::core {
namespace {

constexpr std::size_t kLongestCallId = 256;
constexpr std::size_t kLongestId = 128;
constexpr std::size_t kLongestLanguage = 35;  // BCP 47 (RFC 5646, 4.4.1).
constexpr std::size_t kLongestFrom = 256;
constexpr std::size_t kLongestName = 200;
constexpr std::size_t kLongestUtterance = 16384;
constexpr absl::Duration kLatestWords = absl::Minutes(1);  // A recogniser may send a call's last words after its end.

// What the far end sent is never a reason to refuse a report: it is made presentable.
void clean(ReportCall& report) {
  report.from = presentable(report.from, kLongestFrom);
  report.display_name = presentable(report.display_name, kLongestName);
  report.queue = presentable(report.queue, kLongestId);
  report.language = presentable(report.language, kLongestLanguage);
}

std::string refusal(const SayUtterance& said) {
  const absl::Status status = first_failure(check_event_id("utterance_id", said.utterance_id),
                                            check_id("call_id", said.call_id, kLongestCallId));
  if (!status.ok()) return std::string(status.message());
  if (said.text.empty()) return "text is empty; send what was said";
  if (said.text.size() > kLongestUtterance) {
    return absl::StrCat("text is ", said.text.size(), " bytes, at most ", kLongestUtterance,
                        " are taken; send it as several utterances");
  }
  return "";
}

// Whether the transaction of this answer also rewrote what was said before.
bool rewrote_earlier(UtteranceOutcome outcome) {
  return outcome != UtteranceOutcome::kDuplicate && outcome != UtteranceOutcome::kUnknownCall;
}

}  // namespace

Desks::Desks(Writer& writer, const Mind& mind, const Seats& seats, TeamLoads& loads, const base::Clock& clock,
             DeskRules rules)
    : writer_(writer), mind_(mind), seats_(seats), loads_(loads), clock_(clock), rules_(std::move(rules)) {}

absl::Status Desks::admit(const std::string& agent_id) const {
  if (absl::Status status = check_agent_id(agent_id); !status.ok()) return status;
  const auto& listed = rules_.listed;
  if (!rules_.listed_only || std::find(listed.begin(), listed.end(), agent_id) != listed.end()) return absl::OkStatus();
  return absl::NotFoundError(absl::StrCat("agent \"", agent_id,
                                          "\" is not listed here; add it to agents.list in the "
                                          "service's configuration, or set agents.registration to \"automatic\""));
}

bool Desks::knows(const std::string& agent_id) const {
  const auto& listed = rules_.listed;
  if (std::find(listed.begin(), listed.end(), agent_id) != listed.end()) return true;
  const std::shared_ptr<const Seat> seat = seats_.find(agent_id);
  return !rules_.listed_only && seat != nullptr && is_on_floor(*seat);
}

void Desks::report_call(ReportCall report, Done<Written> done) {
  if (report.by_agent && !rules_.agents_report) {
    return done(absl::FailedPreconditionError(
        "calls are reported for all desks here; start this program without a softphone (--softphone none)"));
  }
  const absl::Status status = first_failure(admit(report.agent_id), check_event_id("event_id", report.event_id),
                                            check_id("call_id", report.call_id, kLongestCallId));
  if (!status.ok()) return done(status);
  clean(report);
  conversations_->forget_ended(clock_.now());
  if (report.event == domain::CallEvent::kEnded) {
    const std::shared_ptr<const Seat> owner = seats_.find_by_call(report.call_id);
    // At another desk it may only have stopped ringing.
    if (owner == nullptr || owner->desk.agent_id == report.agent_id)
      conversations_->end(report.call_id, clock_.now() + rules_.grace + kLatestWords);
    report.load = loads_.of_team_of(report.agent_id, clock_.now());
  }
  writer_.write<Written>([report = std::move(report)](Batch& batch) { return write_report(batch, report); },
                         std::move(done));
}

void Desks::say_utterance(SayUtterance said, Done<UtteranceAnswer> done) {
  if (std::string reason = refusal(said); !reason.empty()) {
    return done(UtteranceAnswer{UtteranceOutcome::kRefused, std::move(reason), 0});
  }
  absl::Time time = said.said.value_or(clock_.now());
  std::string language = presentable(said.language, kLongestLanguage);
  std::string queue;
  bool runs = false;
  std::optional<domain::SpokenDay> spoken_day;
  if (const std::shared_ptr<const Seat> seat = seats_.find_by_call(said.call_id)) {
    if (!is_call_of(said, seat->desk.agent_id)) return done(unknown_call());
    const domain::Call& call = *domain::find_call(seat->desk, said.call_id);
    if (!said.said) time -= seat->skew;
    if (language.empty()) language = call.language;
    queue = call.queue;
    spoken_day = domain::day_in_mind(call);
    runs = call.ended == absl::InfinitePast();
  }
  conversations_->forget_ended(clock_.now());
  domain::ConversationRedactor::Result redacted =
      runs ? conversations_->hear(said.call_id, said.speaker, said.utterance_id, said.text)
           : conversations_->hear_if_known(said.call_id, said.speaker, said.utterance_id, said.text);
  Mind::Heard heard = mind_.hear(said.speaker, redacted.redacted.text, language, queue, time, spoken_day);
  heard.earlier = std::move(redacted.earlier);
  if (!heard.earlier.empty()) {
    done = [conversations = conversations_, call_id = said.call_id, earlier = heard.earlier, rewritten = rewritten_,
            done = std::move(done)](absl::StatusOr<UtteranceAnswer> answer) {
      if (answer.ok() && rewrote_earlier(answer->outcome)) {
        conversations->confirm(call_id, earlier);
        rewritten(call_id);
      }
      done(std::move(answer));
    };
  }
  said.text.clear();  // What was not redacted goes no further.
  writer_.write<UtteranceAnswer>([said = std::move(said), heard = std::move(heard), grace = rules_.grace](
                                     Batch& batch) { return write_utterance(batch, said, heard, grace); },
                                 std::move(done));
}

void Desks::answer_card(AnswerCard answer, Done<Written> done) {
  const absl::Status status = first_failure(admit(answer.agent_id), check_event_id("event_id", answer.event_id),
                                            check_id("card_id", answer.card_id, kLongestId));
  if (!status.ok()) return done(status);
  writer_.write<Written>([answer = std::move(answer)](Batch& batch) { return write_card_answer(batch, answer); },
                         std::move(done));
}

void Desks::show_why(ShowWhy choice, Done<Written> done) {
  const absl::Status status = first_failure(admit(choice.agent_id), check_event_id("event_id", choice.event_id),
                                            check_id("why_id", choice.why_id, kLongestId));
  if (!status.ok()) return done(status);
  writer_.write<Written>([choice = std::move(choice)](Batch& batch) { return write_why_choice(batch, choice); },
                         std::move(done));
}

void Desks::finish_wrap_up(FinishWrapUp finished, Done<Written> done) {
  const absl::Status status = first_failure(admit(finished.agent_id), check_event_id("event_id", finished.event_id),
                                            check_id("call_id", finished.call_id, kLongestCallId));
  if (!status.ok()) return done(status);
  writer_.write<Written>([finished = std::move(finished)](Batch& batch) { return write_wrap_up(batch, finished); },
                         std::move(done));
}

void Desks::pin_heard(PinHeard pinned, Done<Written> done) {
  const absl::Status status = first_failure(admit(pinned.agent_id), check_event_id("event_id", pinned.event_id),
                                            check_id("call_id", pinned.call_id, kLongestCallId),
                                            check_id("utterance_id", pinned.utterance_id, kLongestId));
  if (!status.ok()) return done(status);
  writer_.write<Written>([pinned = std::move(pinned)](Batch& batch) { return write_pin(batch, pinned); },
                         std::move(done));
}

void Desks::mark_heavy(MarkHeavy marked, Done<Written> done) {
  const absl::Status status = first_failure(admit(marked.agent_id), check_event_id("event_id", marked.event_id),
                                            check_id("call_id", marked.call_id, kLongestCallId));
  if (!status.ok()) return done(status);
  writer_.write<Written>([marked = std::move(marked)](Batch& batch) { return write_heavy(batch, marked); },
                         std::move(done));
}

void Desks::record_act(RecordAct record, Done<Written> done) {
  const absl::Status status =
      first_failure(admit(record.agent_id), check_event_id("event_id", record.event_id), check(record.act));
  if (!status.ok()) return done(status);
  make_presentable(record.act);
  writer_.write<Written>([record = std::move(record)](Batch& batch) { return write_own_act(batch, record); },
                         std::move(done));
}

void Desks::wake(const std::string& agent_id, Done<Written> done) {
  conversations_->forget_ended(clock_.now());
  writer_.write<Written>(
      [agent_id](Batch& batch) -> absl::StatusOr<Written> {
        if (absl::Status status = batch.wake(agent_id); !status.ok()) return status;
        return Written{batch.seat(agent_id).desk.version, false};
      },
      std::move(done));
}

}  // namespace aandacht::core
