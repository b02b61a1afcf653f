#include "shared/content/item_parts.h"

namespace aandacht::content {

std::vector<std::string> plain(const std::vector<Located>& items) {
  std::vector<std::string> texts;
  for (const Located& item : items) texts.push_back(item.text);
  return texts;
}

void check_slots(TableReader& reader, std::string_view key, std::string_view text, const std::set<std::string>& slots,
                 std::string_view instead) {
  for (const std::string& slot : slots_in(text)) {
    if (slots.contains(slot)) continue;
    reader.wrong(key, absl::StrCat("unknown slot ", slot, "; ", std::string(instead)));
  }
}

}  // namespace aandacht::content
