// An item out of a parsed TOML text, with what was written exactly where.
#pragma once

#include <toml++/toml.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/content/item_text.h"

namespace aandacht::content {

/// A text's lines, so that the parser's positions (lines and characters from 1) become bytes.
class TextPlaces {
 public:
  explicit TextPlaces(std::string_view text);

  [[nodiscard]] std::size_t byte_of(const toml::source_position& at) const;
  /// Where this line begins, from 1; the end of the text when there are fewer.
  [[nodiscard]] std::size_t line_begin(std::size_t line) const;
  [[nodiscard]] std::string_view text() const { return text_; }

 private:
  std::string_view text_;
  std::vector<std::size_t> lines_;
};

/// Where a table's bytes begin and end: between its braces, or from its header to behind the line of its last value.
[[nodiscard]] std::pair<std::size_t, std::size_t> bytes_of(const toml::table& table, const TextPlaces& places);

/// \param table  of `places`' text; absent: it has no id (a term: no word).
[[nodiscard]] std::optional<ItemText> item_of(domain::ItemKind kind, const std::string& language,
                                              const toml::table& table, const TextPlaces& places);

}  // namespace aandacht::content
