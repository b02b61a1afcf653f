// Offers, runs and ends resets.
#include "shared/domain/apply_own.h"

namespace aandacht::domain {

void serve_resets(DeskDraft& /*draft*/) {}

absl::Time reset_wake(const Desk& /*desk*/) { return absl::InfiniteFuture(); }

void act(DeskDraft& /*draft*/, const ResetAsked& /*asked*/) {}
void act(DeskDraft& /*draft*/, const ResetAnswered& /*answered*/) {}
void act(DeskDraft& /*draft*/, const FullnessTold& /*told*/) {}

}  // namespace aandacht::domain
