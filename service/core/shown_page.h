// Pages of what somebody may see, from a list that has more in it.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <utility>

#include "absl/status/statusor.h"
#include "service/store/store.h"

namespace aandacht::core {

/// A page as if there were nothing but what `shows` lets pass: full while there is enough of it, and with a token only
/// when more of it follows, so that neither rows nor pages tell what others have.
///
/// \param size  of the page, 1 … 500.
/// \param read  a page of the whole list; called several times, so within one transaction.
/// Failures of `read`.
template <typename Row>
absl::StatusOr<store::Page<Row>> shown_page(
    int size, std::string token, const std::function<bool(const Row&)>& shows,
    const std::function<absl::StatusOr<store::Page<Row>>(int size, const std::string& token)>& read) {
  constexpr int kAtOnce = 500;
  store::Page<Row> page;
  std::string after;  // The last row of a page that is full.
  do {
    auto rows = read(kAtOnce, token);
    if (!rows.ok()) return rows.status();
    for (std::size_t i = 0; i < rows->rows.size(); ++i) {
      if (!shows(rows->rows[i])) continue;
      if (page.rows.size() == static_cast<std::size_t>(size)) {
        page.next = after;
        if (!page.next.empty()) return page;
        const auto again = read(static_cast<int>(i), token);  // For the token before this row.
        if (!again.ok()) return again.status();
        page.next = again->next;
        return page;
      }
      page.rows.push_back(std::move(rows->rows[i]));
    }
    token = rows->next;
    if (page.rows.size() == static_cast<std::size_t>(size) && after.empty()) after = token;
  } while (!token.empty());
  return page;
}

}  // namespace aandacht::core
