#include "shared/content/item_toml.h"

#include <algorithm>

#include "shared/content/items.h"

namespace aandacht::content {
namespace {

using domain::ItemKind;

bool goes_on(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

Field field_of(std::string name, const toml::node& node, const TextPlaces& places) {
  Field field{std::move(name), Field::Shape::kOther, {}, {}};
  if (const auto* text = node.as_string()) {
    field.shape = Field::Shape::kText;
    field.text = text->get();
    return field;
  }
  const toml::array* array = node.as_array();
  const auto is_text = [](const toml::node& each) { return each.is_string(); };
  if (array != nullptr && std::all_of(array->begin(), array->end(), is_text)) {
    field.shape = Field::Shape::kList;
    for (const toml::node& each : *array) field.list.push_back(each.as_string()->get());
    return field;
  }
  const std::size_t begin = places.byte_of(node.source().begin);
  field.text = std::string(places.text().substr(begin, places.byte_of(node.source().end) - begin));
  return field;
}

}  // namespace

TextPlaces::TextPlaces(std::string_view text) : text_(text) {
  lines_.push_back(text.starts_with("\xEF\xBB\xBF") ? 3 : 0);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n') lines_.push_back(i + 1);
  }
}

std::size_t TextPlaces::line_begin(std::size_t line) const {
  return line >= 1 && line <= lines_.size() ? lines_[line - 1] : text_.size();
}

std::size_t TextPlaces::byte_of(const toml::source_position& at) const {
  std::size_t byte = line_begin(at.line);
  for (toml::source_index i = 1; i < at.column && byte < text_.size(); ++i) {
    ++byte;
    while (byte < text_.size() && goes_on(text_[byte])) ++byte;
  }
  return byte;
}

std::pair<std::size_t, std::size_t> bytes_of(const toml::table& table, const TextPlaces& places) {
  const std::size_t begin = places.byte_of(table.source().begin);
  if (table.is_inline()) return {begin, places.byte_of(table.source().end)};
  std::size_t last = table.source().begin.line;
  for (const auto& [name, node] : table) last = std::max<std::size_t>(last, node.source().end.line);
  return {begin, places.line_begin(last + 1)};
}

std::optional<ItemText> item_of(ItemKind kind, const std::string& language, const toml::table& table,
                                const TextPlaces& places) {
  const std::string_view key = id_key(kind);
  const toml::node* id = table.get(key);
  if (id == nullptr || !id->is_string() || id->as_string()->get().empty()) return std::nullopt;
  ItemText item{kind, language, full_id(id->as_string()->get(), language), {}};
  std::vector<std::pair<std::size_t, Field>> written;
  for (const auto& [name, node] : table) {
    if (name.str() == key) continue;
    written.emplace_back(places.byte_of(name.source().begin), field_of(std::string(name.str()), node, places));
  }
  // The parser gives them by their names; what is not known here stays in the order of the text.
  std::sort(written.begin(), written.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (auto& [at, field] : written) item.set(std::move(field));
  return item;
}

}  // namespace aandacht::content
