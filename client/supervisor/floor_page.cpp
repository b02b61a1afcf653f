#include "client/supervisor/floor_page.h"

#include "client/supervisor/floor_view.h"

namespace aandacht::supervisor {

FloorPage::FloorPage(const PageContext& context)
    : feed_(context.channel, context.clock, context.post, context.tell_connection) {}

void FloorPage::draw(PageFrame& frame) {
  draw_floor(model::make_floor_model(feed_.desks(), feed_.connection(), frame.language, feed_.now()), frame);
}

std::optional<absl::Duration> FloorPage::wakes() const {
  if (feed_.empty()) return std::nullopt;
  return absl::Seconds(1);
}

}  // namespace aandacht::supervisor
