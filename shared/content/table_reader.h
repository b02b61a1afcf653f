// Reads one TOML table field by field: says which field is missing, of the wrong kind, or unknown, and where.
#pragma once

#include <toml++/toml.h>

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "absl/time/time.h"
#include "shared/content/choices.h"
#include "shared/content/mistakes.h"

namespace aandacht::content {

/// A text with the line it stands on.
struct Located {
  std::string text;
  std::size_t line = 0;
};

/// Borrows the table and the mistakes. Call finish() when every known field was read.
class TableReader {
 public:
  /// `what` names the table in messages: "a rule".
  TableReader(const toml::table& table, std::string_view file, std::string_view what, Mistakes& mistakes);

  [[nodiscard]] std::size_t line() const { return table_.source().begin.line; }
  [[nodiscard]] bool has(std::string_view key) const { return table_.contains(key); }

  std::string required_text(std::string_view key);
  std::string text(std::string_view key, std::string_view otherwise = "");
  std::vector<Located> texts(std::string_view key);
  /// Written as [[key]]; the rows live as long as the table.
  std::vector<const toml::table*> rows(std::string_view key);
  std::int64_t integer(std::string_view key, std::int64_t otherwise, std::int64_t least, std::int64_t most);
  /// inf and nan are mistakes.
  double number(std::string_view key, double otherwise);
  bool flag(std::string_view key, bool otherwise);
  /// Written as absl::ParseDuration reads it: "60s", "1m30s"; at most 366 days, so "inf" is a mistake.
  absl::Duration duration(std::string_view key, absl::Duration otherwise);

  /// One of `choices`; `otherwise` when the field is absent; a mistake and the first choice when it is none of them.
  template <typename T, std::size_t N>
  T choice(std::string_view key, const Choice<T> (&choices)[N], std::optional<T> otherwise = std::nullopt) {
    if (!has(key) && otherwise) return *otherwise;
    const std::string name = required_text(key);
    return one_of(key, name, line_of(key), choices);
  }

  /// Several of `choices`.
  template <typename T, std::size_t N>
  std::vector<T> several(std::string_view key, const Choice<T> (&choices)[N]) {
    std::vector<T> values;
    for (const Located& item : texts(key)) values.push_back(one_of(key, item.text, item.line, choices));
    return values;
  }

  /// Adds a mistake about a field of this table.
  void wrong(std::string_view key, std::string_view what);

  /// Every field that was not asked for is a mistake.
  void finish();

 private:
  template <typename T, std::size_t N>
  T one_of(std::string_view key, const std::string& name, std::size_t line, const Choice<T> (&choices)[N]) {
    std::string names;
    for (const Choice<T>& choice : choices) {
      if (choice.name == name) return choice.value;
      names += (names.empty() ? "" : ", ") + std::string(choice.name);
    }
    if (!name.empty()) refuse(key, name, line, names);
    return choices[0].value;
  }
  void refuse(std::string_view key, std::string_view value, std::size_t line, std::string_view names);
  const toml::node* find(std::string_view key);
  [[nodiscard]] std::size_t line_of(std::string_view key) const;

  const toml::table& table_;
  std::string file_;
  std::string what_;
  Mistakes& mistakes_;
  std::set<std::string, std::less<>> asked_;
};

}  // namespace aandacht::content
