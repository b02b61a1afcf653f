#include "shared/content/item_source.h"

#include <toml++/toml.h>

#include <algorithm>
#include <map>
#include <optional>

#include "absl/strings/str_cat.h"
#include "shared/content/item_toml.h"

namespace aandacht::content {
namespace {

/// Bytes that give way to others.
struct Cut {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string instead;
};

/// The table of the one item; nullptr: there is not exactly one.
const toml::table* table_of(const toml::table& root) {
  const toml::array* items = root.size() == 1 ? root.begin()->second.as_array() : nullptr;
  return items == nullptr || items->size() != 1 ? nullptr : items->front().as_table();
}

/// Behind the line on which a value ends.
std::size_t line_behind(const toml::node& value, const TextPlaces& places) {
  return places.line_begin(value.source().end.line + 1);
}

/// Where a field that is new goes: behind the last of those that stand before it in the kind's order.
std::size_t place_for(const std::string& name, const ItemText& item, const toml::table& table,
                      const TextPlaces& places) {
  std::size_t place = line_behind(*table.get(id_key(item.kind)), places);
  for (const Field& field : item.fields) {
    if (field.name == name) break;
    if (const toml::node* value = table.get(field.name)) place = line_behind(*value, places);
  }
  return place;
}

std::vector<Cut> cuts_of(const ItemText& before, const ItemText& after, const toml::table& table,
                         const TextPlaces& places) {
  std::vector<Cut> cuts;
  for (const auto& [key, value] : table) {
    const std::string name(key.str());
    if (name == id_key(after.kind)) continue;
    const Field* now = after.find(name);
    const Field* was = before.find(name);
    if (now != nullptr && was != nullptr && *now == *was) continue;
    const std::size_t begin = places.byte_of(key.source().begin);
    if (now != nullptr) {
      cuts.push_back({begin, places.byte_of(value.source().end), write_field(*now)});
    } else {
      cuts.push_back({places.line_begin(key.source().begin.line), line_behind(value, places), ""});
    }
  }
  std::map<std::size_t, std::string> added;
  for (const Field& field : after.fields) {
    if (!table.contains(field.name))
      absl::StrAppend(&added[place_for(field.name, after, table, places)], write_field(field), "\n");
  }
  for (auto& [place, lines] : added) cuts.push_back({place, place, std::move(lines)});
  // From the end on, so that places stay where they are; what goes is cut before something is put in its place.
  std::stable_sort(cuts.begin(), cuts.end(), [](const Cut& a, const Cut& b) { return a.begin > b.begin; });
  return cuts;
}

std::optional<std::string> patched(const std::string& source, const ItemText& item) {
  try {
    const toml::table root = toml::parse(source);
    const toml::table* table = table_of(root);
    const TextPlaces places(source);
    if (table == nullptr || table->is_inline()) return std::nullopt;
    const std::optional<ItemText> before = item_of(item.kind, item.language, *table, places);
    if (!before) return std::nullopt;
    std::string text = source;
    for (const Cut& cut : cuts_of(*before, item, *table, places)) {
      text.replace(cut.begin, cut.end - cut.begin, cut.instead);
    }
    return text;
  } catch (const toml::parse_error&) {
    return std::nullopt;
  }
}

}  // namespace

absl::StatusOr<std::string> item_source(std::string_view toml, std::string_view language) {
  const absl::StatusOr<ItemText> item = parse_item(toml, language);
  if (!item.ok()) return item.status();
  const toml::table root = toml::parse(toml);  // parse_item() read it.
  const toml::table* table = table_of(root);
  if (table == nullptr || table->is_inline()) return write_item(*item);
  const auto [begin, end] = bytes_of(*table, TextPlaces(toml));
  std::string source(toml.substr(begin, end - begin));
  if (!source.ends_with('\n')) source += '\n';
  return source;
}

std::string rewrite_source(std::string_view source, const ItemText& item) {
  std::string whole(source);
  if (!whole.ends_with('\n')) whole += '\n';
  if (const std::optional<std::string> text = patched(whole, item)) {
    auto read = parse_item(*text, item.language);
    if (read.ok()) {
      const bool same_name = stem_of(read->id, item.language) == stem_of(item.id, item.language);
      read->id = item.id;
      if (same_name && *read == item) return *text;
    }
  }
  return write_item(item);
}

}  // namespace aandacht::content
