// Steps through the rows of a statement.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "service/store/sqlite/page_token.h"
#include "service/store/sqlite/statement.h"
#include "service/store/store.h"

namespace aandacht::store::sqlite {

/// What `read` (Statement& → StatusOr<Row>) makes of each row.
template <typename Row, typename Read>
absl::StatusOr<std::vector<Row>> all_rows(Statement statement, Read read) {
  std::vector<Row> rows;
  for (;;) {
    const absl::StatusOr<bool> more = statement.step();
    if (!more.ok()) return more.status();
    if (!*more) return rows;
    absl::StatusOr<Row> row = read(statement);
    if (!row.ok()) return row.status();
    rows.push_back(*std::move(row));
  }
}

/// A page of at most `size` rows out of rows that one more was asked for; the key of the last makes the token, see
/// to_token().
template <typename Row>
absl::StatusOr<Page<Row>> to_page(std::vector<std::pair<Row, PageKey>> rows, int size, std::string_view list) {
  Page<Row> page;
  if (rows.size() > static_cast<std::size_t>(size)) {
    rows.resize(static_cast<std::size_t>(size));
    absl::StatusOr<std::string> next = to_token(list, rows.back().second);
    if (!next.ok()) return next.status();
    page.next = *std::move(next);
  }
  page.rows.reserve(rows.size());
  for (auto& [row, key] : rows) page.rows.push_back(std::move(row));
  return page;
}

/// Where a list goes on: from the token, or `first` when there is none.
[[nodiscard]] inline absl::StatusOr<PageKey> page_start(std::string_view list, const std::string& token,
                                                        PageKey first) {
  if (token.empty()) return first;
  return from_token(list, token);
}

}  // namespace aandacht::store::sqlite
