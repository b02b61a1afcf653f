#include "shared/content/item_parts.h"

#include "shared/content/translations.h"

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

void read_translates(TableReader& reader, const ItemContext& context) {
  const std::string id = reader.text(kTranslates);
  const std::string_view language = language_in(id);
  const bool names_another = !language.empty() && language != context.language && id.size() > language.size() + 1;
  if (id.empty() || names_another) return;
  reader.wrong(kTranslates, absl::StrCat("\"", id,
                                         "\" is no id in another language; write it with that language, such as "
                                         "translates = \"",
                                         context.language == "en" ? "nl/terugbetaling" : "en/refund",
                                         "\", or leave translates out"));
}

}  // namespace aandacht::content
