#include "shared/domain/reset_past.h"

#include <algorithm>
#include <utility>

#include "shared/domain/reset_moves.h"

namespace aandacht::domain {

Reset* find_reset(ResetBook& book, const std::string& reset_id) {
  if (book.current && book.current->id == reset_id) return &*book.current;
  const auto found =
      std::find_if(book.past.begin(), book.past.end(), [&](const Reset& reset) { return reset.id == reset_id; });
  return found == book.past.end() ? nullptr : &*found;
}

void note_late_ask(DeskDraft& draft, const ResetAsked& asked) {
  ResetBook& book = draft.edit_resets();
  const absl::Time ends = draft.happened() + rung_of(asked.length);
  if (!book.current || ends > book.current->requested) return;
  ResetBook side = book;
  side.current.reset();
  request_reset(side, draft.desk().agent_id, true, {}, draft.happened());
  side.current->length = rung_of(asked.length);
  begin_reset(side, draft.happened());
  end_reset(side, ResetEnding::kTimeUp, ends);
  put_reset_away(side);
  book.past = std::move(side.past);
  book.count = side.count;
}

}  // namespace aandacht::domain
