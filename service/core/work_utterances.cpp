// What is said in calls.
#include "absl/strings/str_cat.h"
#include "service/core/holds.h"
#include "service/core/work.h"
#include "shared/domain/card_forget.h"
#include "shared/domain/question.h"

namespace aandacht::core {
namespace {

UtteranceAnswer answer(UtteranceOutcome outcome, std::string reason, std::int64_t version) {
  return {outcome, std::move(reason), version};
}

// When the call ended, as the desk or else the log knows it; InfiniteFuture while it runs.
absl::Time end_of(const Seat& seat, const store::CallRecord& record) {
  const domain::Call* call = domain::find_call(seat.desk, record.call_id);
  const absl::Time ended = call != nullptr ? call->ended : record.ended;
  return ended == absl::InfinitePast() ? absl::InfiniteFuture() : ended;
}

absl::Status write_turn(Batch& batch, const SayUtterance& said, const Mind::Heard& heard, absl::Time time) {
  store::CallRecord& record = batch.edit_record(said.call_id);
  ++record.turns;
  return batch.note(batch.store().append_turn({said.utterance_id, said.call_id, said.speaker, heard.text,
                                               heard.reading.language, time, heard.reading.sentiment}));
}

// Words that turned out to be the first part of a number go in the same transaction, even when this utterance itself is
// not stored. What is not there was refused.
absl::Status redact_earlier(Batch& batch, const std::string& agent_id, const SayUtterance& said,
                            const Mind::Heard& heard) {
  for (const domain::LateRedaction& late : heard.earlier) {
    const absl::Status status = batch.store().redact_turn(late);
    if (!status.ok() && !absl::IsNotFound(status)) return batch.note(status);
    domain::forget(batch.edit_desk(agent_id), said.call_id, late);
  }
  return absl::OkStatus();
}

// Looked up here, because apply() sees one desk only.
absl::Status place_question(Batch& batch, const Seat& seat, domain::UtteranceSaid& said) {
  const domain::Call* call = domain::find_call(seat.desk, said.call_id);
  if (call == nullptr || said.speaker != domain::Speaker::kCustomer || !said.reading.question) return absl::OkStatus();
  if (!domain::is_better_question(*call, *said.reading.question)) return absl::OkStatus();
  domain::QuestionMention& mention = *said.reading.question;
  const auto placed = batch.questions().place(mention, said.reading.language, said.call_id, said.utterance_id);
  mention.group = placed.group;
  for (const auto& [kept, gone] : placed.merges) {
    const absl::Status status = batch.store().merge_question_groups({gone, kept, said.reading.language});
    if (!status.ok()) return batch.note(status);
  }
  return absl::OkStatus();
}

// After the desk took it.
absl::Status write_question(Batch& batch, const Seat& seat, const domain::UtteranceSaid& said, absl::Time time) {
  const domain::Call* call = domain::find_call(seat.desk, said.call_id);
  if (call == nullptr || !call->question || call->question->group.empty()) return absl::OkStatus();
  if (call->question->utterance_id != said.utterance_id) return absl::OkStatus();
  return batch.note(batch.store().save_question(
      batch.questions().record(*call->question, said.reading.language, said.call_id, time)));
}

}  // namespace

bool is_call_of(const SayUtterance& said, const std::string& agent_id) {
  return said.only_of.empty() || said.only_of == agent_id;
}

UtteranceAnswer unknown_call() {
  return answer(UtteranceOutcome::kUnknownCall, "no softphone reported this call yet; report it, then send this again",
                0);
}

absl::StatusOr<UtteranceAnswer> write_utterance(Batch& batch, const SayUtterance& said, const Mind::Heard& heard,
                                                absl::Duration grace) {
  const store::CallRecord* record = batch.record(said.call_id);
  if (!batch.broken().ok()) return batch.broken();
  const std::string agent_id = record == nullptr ? "" : record->agent_id;
  if (record != nullptr && !is_call_of(said, agent_id)) return unknown_call();
  if (batch.knows(said.utterance_id)) {
    const std::int64_t version = agent_id.empty() ? 0 : batch.seat(agent_id).desk.version;
    return answer(UtteranceOutcome::kDuplicate, "this utterance was stored before", version);
  }
  if (record == nullptr) return unknown_call();
  if (absl::Status status = redact_earlier(batch, agent_id, said, heard); !status.ok()) return status;
  const Seat& seat = batch.seat(agent_id);
  const absl::Time time = batch.desk_time(agent_id, said.said);
  if (said_on_hold(seat, said.call_id, time)) {
    return answer(UtteranceOutcome::kOnHold, "the call was on hold; nothing is stored then", seat.desk.version);
  }
  if (const absl::Time end = end_of(seat, *record); time > end + grace) {
    const std::string after = absl::FormatDuration(absl::Trunc(time - end, absl::Seconds(1)));
    return answer(UtteranceOutcome::kRefused,
                  absl::StrCat("said ", after, " after the call ended; check the call's id and the clock"),
                  seat.desk.version);
  }
  domain::UtteranceSaid what{said.call_id, said.utterance_id, said.speaker, heard.text, heard.reading};
  if (absl::Status status = place_question(batch, seat, what); !status.ok()) return status;
  if (absl::Status status = batch.move(agent_id, {said.utterance_id, time, what}, {said.said, said.delay});
      !status.ok())
    return status;
  if (absl::Status status = write_turn(batch, said, heard, time); !status.ok()) return status;
  if (absl::Status status = write_question(batch, seat, what, time); !status.ok()) return status;
  return answer(UtteranceOutcome::kStored, "", seat.desk.version);
}

}  // namespace aandacht::core
