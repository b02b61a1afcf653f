#include "shared/content/item_text.h"

#include <toml++/toml.h>

#include <algorithm>

#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "shared/base/toml_text.h"
#include "shared/content/item_toml.h"

namespace aandacht::content {
namespace {

using domain::ItemKind;
using Shape = Field::Shape;

constexpr std::size_t kLongestLine = 110;

std::string value_of(const Field& field, bool on_one_line) {
  switch (field.shape) {
    case Shape::kText:
      return base::toml_quote(field.text);
    case Shape::kOther:
      return field.text;
    case Shape::kList:
      break;
  }
  std::string short_form = base::toml_list(field.list);
  if (on_one_line || short_form.size() <= kLongestLine) return short_form;
  std::string lines = "[\n";
  for (const std::string& text : field.list) absl::StrAppend(&lines, "  ", base::toml_quote(text), ",\n");
  return lines + "]";
}

/// The place of a field in its kind; behind all others when it is not known.
std::size_t rank_of(ItemKind kind, std::string_view name) {
  const std::vector<FieldShape>& known = fields_of(kind);
  const auto at = std::find_if(known.begin(), known.end(), [&](const FieldShape& each) { return each.name == name; });
  return static_cast<std::size_t>(at - known.begin());
}

std::string id_value(const ItemText& item) { return base::toml_quote(std::string(stem_of(item.id, item.language))); }

std::string id_line(const ItemText& item) {
  return absl::StrCat(std::string(id_key(item.kind)), " = ", id_value(item));
}

/// Bare where TOML allows it.
std::string key_of(const std::string& name) {
  const bool bare = !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return absl::ascii_isalnum(static_cast<unsigned char>(c)) || c == '_' || c == '-';
  });
  return bare ? name : base::toml_quote(name);
}

absl::StatusOr<ItemText> only_item(const toml::table& root, const std::string& language, const TextPlaces& places) {
  if (root.size() != 1) return absl::InvalidArgumentError("write one item and nothing else: [[why]], [[rule]], …");
  const std::string name(root.begin()->first.str());
  const ItemKind* kind = find_kind(name);
  if (kind == nullptr) {
    return absl::InvalidArgumentError(
        absl::StrCat("“", name, "” is not tended here; write [[why]], [[rule]], [[term]], [[habit]] or [[prompt]]"));
  }
  const toml::array* items = root.begin()->second.as_array();
  if (items == nullptr || items->size() != 1 || !items->front().is_table()) {
    return absl::InvalidArgumentError(absl::StrCat("write exactly one [[", name, "]]"));
  }
  std::optional<ItemText> item = item_of(*kind, language, *items->front().as_table(), places);
  if (item) return *std::move(item);
  return absl::InvalidArgumentError(absl::StrCat("[[", name, "]] needs ", std::string(id_key(*kind)), "; add ",
                                                 std::string(id_key(*kind)), " = \"…\""));
}

absl::StatusOr<ItemText> read_text(std::string_view toml, const std::string& language) {
  try {
    const toml::table root = toml::parse(toml);
    return only_item(root, language, TextPlaces(toml));
  } catch (const toml::parse_error& error) {
    return absl::InvalidArgumentError(
        absl::StrCat("line ", error.source().begin.line, ": ", std::string(error.description()), "; this is not TOML"));
  }
}

}  // namespace

const Field* ItemText::find(std::string_view name) const {
  const auto at = std::find_if(fields.begin(), fields.end(), [&](const Field& each) { return each.name == name; });
  return at == fields.end() ? nullptr : &*at;
}

std::string ItemText::text(std::string_view name) const {
  const Field* field = find(name);
  return field == nullptr || field->shape != Shape::kText ? std::string() : field->text;
}

void ItemText::set(Field field) {
  const std::size_t rank = rank_of(kind, field.name);
  auto at = std::find_if(fields.begin(), fields.end(), [&](const Field& each) { return each.name == field.name; });
  const bool says_nothing = field.text.empty() && field.list.empty();
  if (at != fields.end()) {
    if (says_nothing) {
      fields.erase(at);
    } else {
      *at = std::move(field);
    }
    return;
  }
  if (says_nothing && field.name != "author") return;  // An author that is written as nobody is not the usual one.
  at = std::find_if(fields.begin(), fields.end(), [&](const Field& each) { return rank_of(kind, each.name) > rank; });
  fields.insert(at, std::move(field));
}

const std::vector<FieldShape>& fields_of(ItemKind kind) {
  static const std::vector<FieldShape> whys = {
      {"topic", Shape::kText, true, false},       {"spoken", Shape::kText, false, false},
      {"queues", Shape::kList, false, false},     {"synonyms", Shape::kList, false, true},
      {"rule", Shape::kText, true, true},         {"emotion", Shape::kText, false, true},
      {"customer", Shape::kText, true, true},     {"employee", Shape::kText, true, true},
      {"organisation", Shape::kText, true, true}, {"example", Shape::kText, false, true},
      {"author", Shape::kText, false, false},     {"translates", Shape::kText, false, false}};
  static const std::vector<FieldShape> rules = {{"label", Shape::kText, true, false},
                                                {"priority", Shape::kOther, false, false},
                                                {"phrases", Shape::kList, true, true},
                                                {"unless", Shape::kList, false, true},
                                                {"examples", Shape::kList, false, true},
                                                {"counter_examples", Shape::kList, false, true},
                                                {"cooldown", Shape::kText, false, false},
                                                {"once_per_call", Shape::kOther, false, false},
                                                {"maximum_per_call", Shape::kOther, false, false},
                                                {"phases", Shape::kList, false, false},
                                                {"author", Shape::kText, false, false},
                                                {"translates", Shape::kText, false, false}};
  static const std::vector<FieldShape> terms = {{"plain", Shape::kText, true, false},
                                                {"sector", Shape::kText, false, false},
                                                {"forms", Shape::kList, false, false},
                                                {"translates", Shape::kText, false, false}};
  static const std::vector<FieldShape> habits = {{"after", Shape::kText, true, true},
                                                 {"will", Shape::kText, true, true},
                                                 {"celebrate", Shape::kText, false, true},
                                                 {"why", Shape::kText, false, true},
                                                 {"translates", Shape::kText, false, false}};
  static const std::vector<FieldShape> prompts = {{"text", Shape::kText, true, true},
                                                  {"reason", Shape::kText, true, true},
                                                  {"urgency", Shape::kText, false, false},
                                                  {"fields", Shape::kList, false, false},
                                                  {"translates", Shape::kText, false, false}};
  switch (kind) {
    case ItemKind::kWhy:
      return whys;
    case ItemKind::kRule:
      return rules;
    case ItemKind::kTerm:
      return terms;
    case ItemKind::kHabit:
      return habits;
    case ItemKind::kPrompt:
      return prompts;
  }
  return whys;
}

std::string_view id_key(ItemKind kind) { return kind == ItemKind::kTerm ? "word" : "id"; }

absl::StatusOr<ItemText> parse_item(std::string_view toml, std::string_view language) {
  absl::StatusOr<ItemText> item = read_text(toml, std::string(language));
  if (!item.ok()) return item;
  if (read_text(write_item(*item), std::string(language)) == item) return item;
  return absl::InvalidArgumentError("a table inside an item must be written between braces on one line");
}

std::string write_item(const ItemText& item) {
  std::string text = absl::StrCat("[[", domain::name_of(item.kind), "]]\n", id_line(item), "\n");
  for (const Field& field : item.fields) absl::StrAppend(&text, write_field(field), "\n");
  return text;
}

std::string write_field(const Field& field) { return absl::StrCat(key_of(field.name), " = ", value_of(field, false)); }

std::string write_inline(const ItemText& item) {
  std::string text = absl::StrCat("{ ", id_line(item));
  for (const Field& field : item.fields) absl::StrAppend(&text, ", ", key_of(field.name), " = ", value_of(field, true));
  return text + " }";
}

std::string title_of(const ItemText& item) {
  const std::string stem(stem_of(item.id, item.language));
  switch (item.kind) {
    case ItemKind::kWhy:
      return item.text("topic").empty() ? stem : item.text("topic");
    case ItemKind::kHabit:
      return item.text("will").empty() ? stem : item.text("will");
    case ItemKind::kPrompt:
      return item.text("text").empty() ? stem : item.text("text");
    case ItemKind::kRule:
    case ItemKind::kTerm:
      return stem;
  }
  return stem;
}

std::string_view stem_of(std::string_view id, std::string_view language) {
  const bool prefixed = id.size() > language.size() + 1 && id.starts_with(language) && id[language.size()] == '/';
  return prefixed ? id.substr(language.size() + 1) : id;
}

const ItemKind* find_kind(std::string_view name) {
  for (const ItemKind& kind : domain::item_kinds()) {
    if (domain::name_of(kind) == name) return &kind;
  }
  return nullptr;
}

}  // namespace aandacht::content
