// The floor as a page.
#pragma once

#include "client/supervisor/floor_feed.h"
#include "client/supervisor/page.h"

namespace aandacht::supervisor {

/// Hears the floor as long as it lives, so that the window knows the connection. Takes no arguments.
class FloorPage final : public Page {
 public:
  explicit FloorPage(const PageContext& context);

  void draw(PageFrame& frame) override;
  [[nodiscard]] std::optional<absl::Duration> wakes() const override;

 private:
  FloorFeed feed_;
};

}  // namespace aandacht::supervisor
