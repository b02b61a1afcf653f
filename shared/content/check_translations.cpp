// One language beside the other, item by item.
#include <optional>

#include "shared/content/check_detail.h"
#include "shared/content/items.h"
#include "shared/content/translations.h"

namespace aandacht::content {
namespace {

/// Which item that can be tended; absent: it is none, or it has no id.
std::optional<std::pair<domain::ItemKind, std::string>> key_of(const Item& item) {
  for (const domain::ItemKind kind : domain::item_kinds()) {
    const std::string named = std::string("the ") + domain::name_of(kind) + " ";
    if (!item.name.starts_with(named)) continue;
    return std::pair{kind, full_id(item.text(kind == domain::ItemKind::kTerm ? "word" : "id"), item.language)};
  }
  return std::nullopt;
}

}  // namespace

void check_translations(const std::vector<Item>& items, Findings& findings) {
  Translations all;
  for (const Item& item : items) {
    if (const auto key = key_of(item)) all.add(key->first, key->second, item.language, item.text(kTranslates));
  }
  for (const Item& item : items) {
    const auto key = key_of(item);
    if (!key) continue;
    std::string advice;
    std::string what = all.mistake(key->first, key->second, item.language, item.text(kTranslates), advice);
    if (!what.empty()) findings.push_back(finding(item.passage(kTranslates), "translates", what, advice));
  }
}

}  // namespace aandacht::content
