#include "shared/domain/reset_calls.h"

#include <algorithm>

#include "shared/domain/reset_moves.h"

namespace aandacht::domain {

absl::Time first_call_since(const Desk& desk, absl::Time at) {
  absl::Time first = absl::InfiniteFuture();
  const auto look = [&](absl::Time began) {
    if (began > at) first = std::min(first, began);
  };
  for (const Call& call : desk.calls) look(call.rang != absl::InfinitePast() ? call.rang : call.answered);
  for (const BusySpan& span : desk.fatigue.busy) look(span.from);
  return first;
}

void end_for_call(ResetBook& book, absl::Time call) {
  if (book.current && is_running(*book.current) && call < book.current->ends) {
    end_reset(book, ResetEnding::kCallCame, std::max(call, book.current->accepted));
  }
}

}  // namespace aandacht::domain
