// The same question again today.
#include "shared/domain/apply_own.h"

namespace aandacht::domain {

void count_questions(DeskDraft& /*draft*/) {}

}  // namespace aandacht::domain
