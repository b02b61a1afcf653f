// One item as its author wrote it: named fields, nothing lost that this program does not know. To and from TOML.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "shared/domain/item_life.h"

namespace aandacht::content {

/// One field.
struct Field {
  enum class Shape {
    kText,   ///< `text` is what it says.
    kList,   ///< `list` are its texts.
    kOther,  ///< `text` is TOML as it was written: 80, true, [1, 2].
  };
  std::string name;
  Shape shape = Shape::kText;
  std::string text;
  std::vector<std::string> list;

  bool operator==(const Field&) const = default;
};

/// One [[why]], [[rule]], [[term]], [[habit]] or [[prompt]].
struct ItemText {
  domain::ItemKind kind = domain::ItemKind::kWhy;
  std::string language;       ///< BCP 47.
  std::string id;             ///< "nl/terugbetaling"; of a term its word: "nl/EAN-code".
  std::vector<Field> fields;  ///< Without the id (a term's word), in the order in which they are written.

  [[nodiscard]] const Field* find(std::string_view name) const;
  /// What a text field says; empty when there is none.
  [[nodiscard]] std::string text(std::string_view name) const;
  /// Sets or, with nothing in it, removes; a new field takes its place in the kind's order.
  void set(Field field);

  bool operator==(const ItemText&) const = default;
};

/// The fields that a kind has, in the order in which they are written. `required` ones must say something.
struct FieldShape {
  std::string_view name;
  Field::Shape shape = Field::Shape::kText;
  bool required = false;
  bool is_long = false;  ///< A sentence or more.
};
[[nodiscard]] const std::vector<FieldShape>& fields_of(domain::ItemKind kind);

/// The field that names an item: "id", of a term "word".
[[nodiscard]] std::string_view id_key(domain::ItemKind kind);

/// Reads a text with exactly one item; its id is completed with the language.
///
/// INVALID_ARGUMENT: no TOML, not exactly one item, or one without an id (a term: word); says what to write.
[[nodiscard]] absl::StatusOr<ItemText> parse_item(std::string_view toml, std::string_view language);

/// The one form in which an item is kept: [[kind]], the id, known fields in their order, then the others. The same item
/// gives the same bytes; comments are not part of it, see item_source.h. Ends with a line feed.
[[nodiscard]] std::string write_item(const ItemText& item);

/// One field as it stands in an item: `name = "…"`; a long list over several lines, without a line feed at the end.
[[nodiscard]] std::string write_field(const Field& field);

/// The same between braces on one line.
[[nodiscard]] std::string write_inline(const ItemText& item);

/// How an item is called in a list: a why's topic, a term's word, a prompt's text, ….
[[nodiscard]] std::string title_of(const ItemText& item);

/// "terugbetaling" of "nl/terugbetaling": what an item has in common with the same in another language.
[[nodiscard]] std::string_view stem_of(std::string_view id, std::string_view language);

/// The kind of this name; nullptr: there is none.
[[nodiscard]] const domain::ItemKind* find_kind(std::string_view name);

}  // namespace aandacht::content
