// What agents do with cards and whys, and the prompts that supervisors push.
#include <algorithm>

#include "absl/strings/str_cat.h"
#include "service/core/floor.h"
#include "service/core/work.h"

namespace aandacht::core {
namespace {

bool shown_lately(const domain::Desk& desk, const std::string& card_id) {
  const auto& shown = desk.shown_card_ids;
  return (desk.card && desk.card->id == card_id) || std::find(shown.begin(), shown.end(), card_id) != shown.end();
}

// Not printable, so that no sender's own id can be the same.
std::string id_at_desk(const std::string& prompt_id, const std::string& agent_id) {
  return absl::StrCat(prompt_id, "\x1f", agent_id);
}

// One at which only its agent's own acts happened is not told from one that is not there.
bool has_desk(Batch& batch, const std::string& agent_id, const std::vector<std::string>& listed) {
  const bool is_listed = std::find(listed.begin(), listed.end(), agent_id) != listed.end();
  return is_listed || (batch.has_seat(agent_id) && is_on_floor(batch.seat(agent_id)));
}

}  // namespace

absl::StatusOr<Written> write_card_answer(Batch& batch, const AnswerCard& answer) {
  const domain::Desk& desk = batch.seat(answer.agent_id).desk;
  if (batch.knows(answer.event_id)) return Written{desk.version, true};
  if (!shown_lately(desk, answer.card_id)) {
    // An old card: the log knows whether it was ever shown, and nothing is written when it was not.
    const absl::Status known = batch.store().answer_card(answer.agent_id, answer.card_id, answer.answer);
    if (absl::IsNotFound(known))
      return absl::NotFoundError("this desk never showed that card; check agent_id and card_id");
    if (!batch.note(known).ok()) return known;
  }
  const domain::CardAnswerGiven what{answer.card_id, answer.answer};
  absl::Status status = batch.move(answer.agent_id, {answer.event_id, {}, what}, answer.time);
  if (status.ok()) status = batch.note(batch.store().answer_card(answer.agent_id, answer.card_id, answer.answer));
  if (!status.ok()) return status;
  return Written{desk.version, false};
}

absl::StatusOr<Written> write_why_choice(Batch& batch, const ShowWhy& choice) {
  const domain::Desk& desk = batch.seat(choice.agent_id).desk;
  if (batch.knows(choice.event_id)) return Written{desk.version, true};
  if (domain::find_why(batch.library(), choice.why_id) == nullptr) {
    return absl::NotFoundError("no such why; search for it again");
  }
  const domain::WhyChosen what{choice.why_id};
  if (absl::Status status = batch.move(choice.agent_id, {choice.event_id, {}, what}, choice.time); !status.ok())
    return status;
  return Written{desk.version, false};
}

absl::StatusOr<int> write_prompt(Batch& batch, const PushPrompt& prompt, const std::vector<std::string>& listed,
                                 PushedPrompts& pushed) {
  const int desks = static_cast<int>(prompt.agent_ids.size());
  if (batch.knows(prompt.prompt_id)) return desks;
  for (const std::string& agent_id : prompt.agent_ids) {
    if (!has_desk(batch, agent_id, listed)) {
      return absl::NotFoundError(
          absl::StrCat("\"", agent_id, "\" has no desk yet; nobody got the prompt, leave this one out"));
    }
    if (pushed.is_full(agent_id, batch.now())) {
      return absl::ResourceExhaustedError(
          absl::StrCat("\"", agent_id, "\" was sent ", PushedPrompts::kMost,
                       " prompts that are still worth showing; nobody got this one, send it later"));
    }
  }
  absl::Status status = batch.note(batch.store().note_request(prompt.prompt_id, batch.now()));
  for (const std::string& agent_id : prompt.agent_ids) {
    if (!status.ok()) return status;
    const absl::Time expires = batch.desk_time(agent_id, std::nullopt) + prompt.time_to_live;
    const domain::PromptPushed what{
        {prompt.prompt_id, prompt.supervisor, prompt.text, prompt.reason, prompt.urgent, expires}};
    status = batch.move(agent_id, {id_at_desk(prompt.prompt_id, agent_id), {}, what}, {});
    pushed.add(agent_id, prompt.prompt_id, batch.now() + prompt.time_to_live);
  }
  if (!status.ok()) return status;
  return desks;
}

}  // namespace aandacht::core
