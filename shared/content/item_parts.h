// What the readers of several kinds of items have in common.
#pragma once

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "absl/strings/str_cat.h"
#include "shared/content/items.h"
#include "shared/content/table_reader.h"

namespace aandacht::content {

[[nodiscard]] std::vector<std::string> plain(const std::vector<Located>& items);

/// Every {slot} in `text` must be one of `slots`; otherwise a mistake at `key` that says what to do instead.
void check_slots(TableReader& reader, std::string_view key, std::string_view text, const std::set<std::string>& slots,
                 std::string_view instead);

/// Reads what names the same in another language, see translations.h; a mistake when it cannot be an id of one.
void read_translates(TableReader& reader, const ItemContext& context);

/// Reads the id, full; a mistake when one of the items before has it. \param what  "why"
template <typename Item>
[[nodiscard]] std::string read_id(TableReader& reader, const ItemContext& context, const std::vector<Item>& before,
                                  std::string_view what) {
  const std::string id = full_id(reader.required_text("id"), context.language);
  const bool used = std::any_of(before.begin(), before.end(), [&](const Item& item) { return item.id == id; });
  if (used && !id.empty()) {
    reader.wrong("id", absl::StrCat("the id \"", id, "\" is used twice; give this ", std::string(what), " another"));
  }
  return id;
}

}  // namespace aandacht::content
