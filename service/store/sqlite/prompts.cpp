// Prompts and what became of them at each desk.
#include <algorithm>

#include "absl/status/status.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "service/store/sqlite/reads.h"
#include "service/store/sqlite/rows.h"
#include "service/store/sqlite/transaction.h"

namespace aandacht::store::sqlite {
namespace {

using domain::PromptState;

// The numbers that the schema counts with.
std::int64_t number_of(PromptState state) { return static_cast<std::int64_t>(state); }

absl::StatusOr<PromptState> state_of(std::int64_t number) {
  if (number < 0 || number > number_of(PromptState::kRecalled))
    return absl::DataLossError("a prompt has a state that this program does not know");
  return static_cast<PromptState>(number);
}

PromptState state_of(domain::CardAnswer answer) {
  switch (answer) {
    case domain::CardAnswer::kUsed:
      return PromptState::kUsed;
    case domain::CardAnswer::kNotNow:
      return PromptState::kNotNow;
    case domain::CardAnswer::kDoesNotFit:
      return PromptState::kDoesNotFit;
  }
  return PromptState::kUsed;
}

domain::PushedPrompt head_of(Statement& row) {
  domain::PushedPrompt prompt;
  prompt.id = row.text(0);
  prompt.supervisor = row.text(1);
  prompt.text = row.text(2);
  prompt.reason = row.text(3);
  prompt.urgent = row.integer(4) != 0;
  prompt.template_id = row.text(5);
  prompt.team_ids = absl::StrSplit(row.text(6), '\n', absl::SkipEmpty());
  prompt.everybody = row.integer(7) != 0;
  prompt.pushed = row.time(8);
  prompt.expires = row.time(9);
  prompt.recalled = row.time(10);
  return prompt;
}

absl::Status add_deliveries(Connection& connection, domain::PushedPrompt& prompt) {
  auto rows = all_rows<domain::PromptDelivery>(
      std::move(connection
                    .prepare("SELECT agent, state, delivered, shown, ended FROM prompt_desk WHERE prompt = ?"
                             " ORDER BY agent")
                    .bind_text(prompt.id)),
      [](Statement& row) -> absl::StatusOr<domain::PromptDelivery> {
        const absl::StatusOr<PromptState> state = state_of(row.integer(1));
        if (!state.ok()) return state.status();
        return domain::PromptDelivery{row.text(0), *state, row.time(2), row.time(3), row.time(4)};
      });
  if (!rows.ok()) return rows.status();
  prompt.deliveries = *std::move(rows);
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<domain::PushedPrompt> read_prompt(Connection& connection, const std::string& prompt_id) {
  domain::PushedPrompt prompt;
  {
    Statement statement = connection.prepare(
        "SELECT id, name, text, reason, urgent, template, teams, everybody, pushed, expires, recalled FROM prompt"
        " WHERE id = ?");
    const absl::StatusOr<bool> row = statement.bind_text(prompt_id).step();
    if (!row.ok()) return row.status();
    if (!*row) return absl::NotFoundError("there is no prompt \"" + prompt_id + "\"");
    prompt = head_of(statement);
  }
  if (absl::Status status = add_deliveries(connection, prompt); !status.ok()) return status;
  return prompt;
}

absl::StatusOr<std::vector<domain::PushedPrompt>> read_prompts(Connection& connection, absl::Time from,
                                                               absl::Time before, int most) {
  auto prompts = all_rows<domain::PushedPrompt>(
      std::move(connection
                    .prepare("SELECT id, name, text, reason, urgent, template, teams, everybody, pushed, expires,"
                             " recalled FROM prompt WHERE pushed >= ? AND pushed < ? ORDER BY pushed DESC, seq DESC"
                             " LIMIT ?")
                    .bind_integer(absl::ToUnixNanos(from))
                    .bind_integer(absl::ToUnixNanos(before))
                    .bind_integer(most)),
      [](Statement& row) -> absl::StatusOr<domain::PushedPrompt> { return head_of(row); });
  if (!prompts.ok()) return prompts.status();
  for (domain::PushedPrompt& prompt : *prompts) {
    if (absl::Status status = add_deliveries(connection, prompt); !status.ok()) return status;
  }
  return prompts;
}

absl::StatusOr<std::vector<std::pair<std::string, absl::Time>>> read_open_prompts(Connection& connection,
                                                                                  absl::Time now) {
  using Open = std::pair<std::string, absl::Time>;
  return all_rows<Open>(
      std::move(connection.prepare("SELECT id, expires FROM prompt WHERE expires > ? ORDER BY expires, id")
                    .bind_integer(absl::ToUnixNanos(now))),
      [](Statement& row) -> absl::StatusOr<Open> { return Open(row.text(0), row.time(1)); });
}

absl::StatusOr<std::vector<PromptPush>> read_prompt_pushes(Connection& connection, const std::string& supervisor_id,
                                                           absl::Time after) {
  return all_rows<PromptPush>(
      std::move(connection
                    .prepare("SELECT prompt_desk.agent, prompt.pushed FROM prompt JOIN prompt_desk"
                             " ON prompt_desk.prompt = prompt.id WHERE prompt.supervisor = ? AND prompt.pushed > ?"
                             " ORDER BY prompt.pushed, prompt.seq")
                    .bind_text(supervisor_id)
                    .bind_integer(absl::ToUnixNanos(after))),
      [](Statement& row) -> absl::StatusOr<PromptPush> {
        return PromptPush{row.text(0), row.time(1)};
      });
}

absl::StatusOr<std::vector<std::string>> read_crowded_desks(Connection& connection, absl::Time now, int least) {
  return all_rows<std::string>(
      std::move(connection
                    .prepare("SELECT agent FROM prompt_desk WHERE expires > ? AND state < 3 GROUP BY agent"
                             " HAVING count(*) >= ?"
                             " ORDER BY agent")
                    .bind_integer(absl::ToUnixNanos(now))
                    .bind_integer(least)),
      [](Statement& row) -> absl::StatusOr<std::string> { return row.text(0); });
}

absl::StatusOr<std::vector<PromptWaiting>> read_waiting_prompts(Connection& connection, const std::string& agent_id,
                                                                absl::Time now) {
  return all_rows<PromptWaiting>(
      std::move(connection
                    .prepare("SELECT prompt_desk.prompt, prompt_desk.agent FROM prompt_desk JOIN prompt"
                             " ON prompt.id = prompt_desk.prompt WHERE prompt_desk.state = 0"
                             " AND (?1 = '' OR prompt_desk.agent = ?1) AND prompt_desk.expires > ?2"
                             " ORDER BY prompt.seq, prompt_desk.agent")
                    .bind_text(agent_id)
                    .bind_integer(absl::ToUnixNanos(now))),
      [](Statement& row) -> absl::StatusOr<PromptWaiting> {
        return PromptWaiting{row.text(0), row.text(1)};
      });
}

absl::Status WriteTransaction::add_prompt(const domain::PushedPrompt& prompt, const std::string& supervisor_id) {
  absl::Status status = connection_
                            .prepare(
                                "INSERT INTO prompt (id, supervisor, name, text, reason, urgent, template, teams,"
                                " everybody, pushed, expires, recalled) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                            .bind_text(prompt.id)
                            .bind_text(supervisor_id)
                            .bind_text(prompt.supervisor)
                            .bind_text(prompt.text)
                            .bind_text(prompt.reason)
                            .bind_integer(prompt.urgent ? 1 : 0)
                            .bind_text(prompt.template_id)
                            .bind_text(absl::StrJoin(prompt.team_ids, "\n"))
                            .bind_integer(prompt.everybody ? 1 : 0)
                            .bind_integer(absl::ToUnixNanos(prompt.pushed))
                            .bind_integer(absl::ToUnixNanos(prompt.expires))
                            .bind_time(prompt.recalled)
                            .run();
  for (const domain::PromptDelivery& desk : prompt.deliveries) {
    if (!status.ok()) return status;
    status = connection_
                 .prepare(
                     "INSERT INTO prompt_desk (prompt, agent, state, expires, card, delivered, shown, ended)"
                     " VALUES (?, ?, ?, ?, '', ?, ?, ?)")
                 .bind_text(prompt.id)
                 .bind_text(desk.agent_id)
                 .bind_integer(number_of(desk.state))
                 .bind_integer(absl::ToUnixNanos(prompt.expires))
                 .bind_time(desk.delivered)
                 .bind_time(desk.shown)
                 .bind_time(desk.ended)
                 .run();
  }
  return status;
}

absl::Status WriteTransaction::deliver_prompt(const std::string& prompt_id, const std::string& agent_id) {
  return connection_.prepare("UPDATE prompt_desk SET state = 1 WHERE prompt = ? AND agent = ? AND state = 0")
      .bind_text(prompt_id)
      .bind_text(agent_id)
      .run();
}

absl::StatusOr<bool> WriteTransaction::receive_prompt(const std::string& prompt_id, const std::string& agent_id,
                                                      absl::Time at) {
  const auto received = all_rows<bool>(
      std::move(connection_
                    .prepare("UPDATE prompt_desk SET delivered = ? WHERE prompt = ? AND agent = ? AND state IN (1, 2)"
                             " AND delivered IS NULL RETURNING 1")
                    .bind_time(at)
                    .bind_text(prompt_id)
                    .bind_text(agent_id)),
      [](Statement&) -> absl::StatusOr<bool> { return true; });
  if (!received.ok()) return received.status();
  return !received->empty();
}

absl::Status WriteTransaction::show_prompt(const std::string& prompt_id, const std::string& agent_id,
                                           const std::string& card_id, std::optional<absl::Time> told) {
  absl::Status status = connection_.prepare("UPDATE prompt_desk SET card = ? WHERE prompt = ? AND agent = ?")
                            .bind_text(card_id)
                            .bind_text(prompt_id)
                            .bind_text(agent_id)
                            .run();
  if (!status.ok() || !told) return status;
  return connection_
      .prepare(
          "UPDATE prompt_desk SET state = 2, shown = ?1, delivered = coalesce(delivered, ?1)"
          " WHERE prompt = ?2 AND agent = ?3 AND state IN (0, 1)")
      .bind_time(*told)
      .bind_text(prompt_id)
      .bind_text(agent_id)
      .run();
}

absl::StatusOr<std::optional<std::string>> WriteTransaction::answer_prompt(const std::string& agent_id,
                                                                           const std::string& card_id,
                                                                           domain::CardAnswer answer, absl::Time at) {
  auto answered = all_rows<std::string>(
      std::move(connection_
                    .prepare("UPDATE prompt_desk SET state = ?1, ended = ?2, delivered = coalesce(delivered, ?2)"
                             " WHERE agent = ?3 AND card = ?4 AND card <> '' RETURNING prompt")
                    .bind_integer(number_of(state_of(answer)))
                    .bind_time(at)
                    .bind_text(agent_id)
                    .bind_text(card_id)),
      [](Statement& row) -> absl::StatusOr<std::string> { return row.text(0); });
  if (!answered.ok()) return answered.status();
  if (answered->empty()) return std::nullopt;
  return answered->front();
}

absl::Status WriteTransaction::recall_prompt(const std::string& prompt_id, absl::Time at) {
  const absl::StatusOr<domain::PushedPrompt> prompt = read_prompt(connection_, prompt_id);
  if (!prompt.ok()) return prompt.status();
  if (prompt->recalled != absl::InfinitePast()) return absl::OkStatus();
  absl::Status status =
      connection_.prepare("UPDATE prompt SET recalled = ? WHERE id = ?").bind_time(at).bind_text(prompt_id).run();
  if (!status.ok() || prompt->expires <= at) return status;
  return connection_.prepare("UPDATE prompt_desk SET state = 7, ended = ? WHERE prompt = ? AND state IN (0, 1, 2)")
      .bind_time(at)
      .bind_text(prompt_id)
      .run();
}

absl::StatusOr<int> WriteTransaction::forget_prompts(absl::Time before, int most) {
  const absl::StatusOr<std::vector<std::string>> old = all_rows<std::string>(
      std::move(connection_.prepare("SELECT id FROM prompt WHERE expires < ? ORDER BY expires LIMIT ?")
                    .bind_integer(absl::ToUnixNanos(before))
                    .bind_integer(most)),
      [](Statement& row) -> absl::StatusOr<std::string> { return row.text(0); });
  if (!old.ok()) return old.status();
  for (const std::string& id : *old) {
    for (const char* sql : {"DELETE FROM prompt_desk WHERE prompt = ?", "DELETE FROM prompt WHERE id = ?"}) {
      if (absl::Status status = connection_.prepare(sql).bind_text(id).run(); !status.ok()) return status;
    }
  }
  return static_cast<int>(old->size());
}

}  // namespace aandacht::store::sqlite
