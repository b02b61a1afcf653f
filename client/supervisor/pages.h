// The pages that the console has.
#pragma once

#include <memory>
#include <vector>

#include "client/supervisor/page.h"

namespace aandacht::supervisor {

struct NamedPage {
  model::PageName name;
  std::unique_ptr<Page> page;
};

/// In the order of model::PageName; a page that is not built yet is not among them.
[[nodiscard]] std::vector<NamedPage> make_pages(const PageContext& context);

}  // namespace aandacht::supervisor
