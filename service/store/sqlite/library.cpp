// Items of the library and their versions.
#include <map>
#include <tuple>

#include "absl/status/status.h"
#include "service/store/sqlite/reads.h"
#include "service/store/sqlite/rows.h"
#include "service/store/sqlite/transaction.h"

namespace aandacht::store::sqlite {
namespace {

using domain::ItemKind;
using domain::ItemState;
using domain::ItemStep;
using domain::ItemVersion;

constexpr const char* kVersionColumns = "v.number, v.base, v.state, v.by_itself, v.body";

absl::Status unknown(const std::string& what, const std::string& name) {
  return absl::DataLossError("the store has the " + what + " \"" + name +
                             "\" of an item, which this program does not know");
}

absl::StatusOr<ItemState> state_of(const std::string& name) {
  for (const ItemState state : {ItemState::kShipped, ItemState::kDraft, ItemState::kReview, ItemState::kLive,
                                ItemState::kReplaced, ItemState::kRetired}) {
    if (domain::name_of(state) == name) return state;
  }
  return unknown("state", name);
}

absl::StatusOr<ItemKind> kind_of(const std::string& name) {
  for (const ItemKind kind : domain::item_kinds()) {
    if (domain::name_of(kind) == name) return kind;
  }
  return unknown("kind", name);
}

absl::StatusOr<std::vector<ItemStep>> steps_of(Connection& connection, ItemKind kind, const std::string& id,
                                               std::int64_t number) {
  Statement statement = connection.prepare(
      "SELECT state, who, name, time, note FROM library_step WHERE kind = ? AND id = ? AND number = ? ORDER BY seq");
  statement.bind_text(domain::name_of(kind)).bind_text(id).bind_integer(number);
  return all_rows<ItemStep>(std::move(statement), [](Statement& row) -> absl::StatusOr<ItemStep> {
    const absl::StatusOr<ItemState> state = state_of(row.text(0));
    if (!state.ok()) return state.status();
    return ItemStep{*state, {row.text(1), row.text(2)}, row.time(3), row.text(4)};
  });
}

/// `from` is the column of the version's number.
absl::StatusOr<ItemVersion> version_of(Connection& connection, Statement& row, int from, ItemKind kind,
                                       const std::string& id) {
  const absl::StatusOr<ItemState> state = state_of(row.text(from + 2));
  if (!state.ok()) return state.status();
  ItemVersion version{
      row.integer(from), row.integer(from + 1), row.text(from + 4), *state, row.integer(from + 3) != 0, {}};
  auto steps = steps_of(connection, kind, id, version.number);
  if (!steps.ok()) return steps.status();
  if (steps->empty())
    return absl::DataLossError("version " + std::to_string(version.number) + " of \"" + id + "\" has no author");
  version.steps = *std::move(steps);
  return version;
}

/// The newest and the one in force, of the rows that `where` chooses.
absl::StatusOr<std::vector<ItemRecord>> records(Connection& connection, const std::string& where, const ItemKind* kind,
                                                const std::string& id) {
  Statement statement = connection.prepare(
      std::string("SELECT i.kind, i.id, i.language, ") + kVersionColumns +
      " FROM library_item i JOIN library_version v ON v.kind = i.kind AND v.id = i.id WHERE " + where +
      " (v.state IN ('live', 'retired') OR v.number = (SELECT max(number) FROM library_version n"
      " WHERE n.kind = i.kind AND n.id = i.id)) ORDER BY i.kind, i.id, v.number");
  if (kind != nullptr) statement.bind_text(domain::name_of(*kind)).bind_text(id);
  std::vector<ItemRecord> found;
  for (;;) {
    const absl::StatusOr<bool> more = statement.step();
    if (!more.ok()) return more.status();
    if (!*more) return found;
    const absl::StatusOr<ItemKind> row_kind = kind_of(statement.text(0));
    if (!row_kind.ok()) return row_kind.status();
    ItemRecord record{*row_kind, statement.text(1), statement.text(2), {}, {}};
    auto version = version_of(connection, statement, 3, record.kind, record.id);
    if (!version.ok()) return version.status();
    if (found.empty() || found.back().kind != record.kind || found.back().id != record.id) {
      found.push_back(std::move(record));
    }
    const bool in_force = version->state == ItemState::kLive || version->state == ItemState::kRetired;
    if (in_force) found.back().in_force = *version;
    found.back().newest = *std::move(version);
  }
}

}  // namespace

absl::StatusOr<std::vector<ItemRecord>> read_items(Connection& connection) {
  return records(connection, "", nullptr, "");
}

absl::StatusOr<std::optional<ItemRecord>> read_item(Connection& connection, ItemKind kind, const std::string& id) {
  auto found = records(connection, "i.kind = ? AND i.id = ? AND", &kind, id);
  if (!found.ok()) return found.status();
  if (found->empty()) return std::nullopt;
  return std::move(found->front());
}

absl::StatusOr<std::vector<ItemVersion>> read_item_versions(Connection& connection, ItemKind kind,
                                                            const std::string& id) {
  Statement statement = connection.prepare(std::string("SELECT ") + kVersionColumns +
                                           " FROM library_version v WHERE kind = ? AND id = ? ORDER BY number DESC");
  statement.bind_text(domain::name_of(kind)).bind_text(id);
  return all_rows<ItemVersion>(std::move(statement),
                               [&](Statement& row) { return version_of(connection, row, 0, kind, id); });
}

absl::Status WriteTransaction::add_item_version(ItemKind kind, const std::string& id, const std::string& language,
                                                const ItemVersion& version) {
  const char* kind_name = domain::name_of(kind);
  absl::Status status = connection_.prepare("INSERT OR IGNORE INTO library_item (kind, id, language) VALUES (?, ?, ?)")
                            .bind_text(kind_name)
                            .bind_text(id)
                            .bind_text(language)
                            .run();
  if (!status.ok()) return status;
  status = connection_
               .prepare(
                   "INSERT INTO library_version (kind, id, number, base, state, by_itself, body)"
                   " VALUES (?, ?, ?, ?, ?, ?, ?)")
               .bind_text(kind_name)
               .bind_text(id)
               .bind_integer(version.number)
               .bind_integer(version.base)
               .bind_text(domain::name_of(version.state))
               .bind_integer(version.by_itself ? 1 : 0)
               .bind_text(version.body)
               .run();
  for (const ItemStep& step : version.steps) {
    if (status.ok()) status = step_item(kind, id, version.number, step);
  }
  return status;
}

absl::Status WriteTransaction::step_item(ItemKind kind, const std::string& id, std::int64_t number,
                                         const ItemStep& step) {
  const char* kind_name = domain::name_of(kind);
  absl::Status status =
      connection_.prepare("UPDATE library_version SET state = ? WHERE kind = ? AND id = ? AND number = ?")
          .bind_text(domain::name_of(step.state))
          .bind_text(kind_name)
          .bind_text(id)
          .bind_integer(number)
          .run();
  if (!status.ok()) return status;
  if (connection_.changes() == 0) {
    return absl::NotFoundError("there is no version " + std::to_string(number) + " of \"" + id + "\"");
  }
  return connection_
      .prepare(
          "INSERT INTO library_step (kind, id, number, state, who, name, time, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
      .bind_text(kind_name)
      .bind_text(id)
      .bind_integer(number)
      .bind_text(domain::name_of(step.state))
      .bind_text(step.who.id)
      .bind_text(step.who.name)
      .bind_time(step.time)
      .bind_text(step.note)
      .run();
}

absl::Status WriteTransaction::remove_item_version(ItemKind kind, const std::string& id, std::int64_t number) {
  const char* kind_name = domain::name_of(kind);
  for (const char* sql : {"DELETE FROM library_step WHERE kind = ? AND id = ? AND number = ?",
                          "DELETE FROM library_version WHERE kind = ? AND id = ? AND number = ?"}) {
    const absl::Status status = connection_.prepare(sql).bind_text(kind_name).bind_text(id).bind_integer(number).run();
    if (!status.ok()) return status;
  }
  return absl::OkStatus();
}

}  // namespace aandacht::store::sqlite
