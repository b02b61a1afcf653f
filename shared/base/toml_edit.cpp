#include "shared/base/toml_edit.h"

#include <toml++/toml.h>

#include <algorithm>
#include <optional>
#include <sstream>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"

namespace aandacht::base {
namespace {

using Path = std::vector<std::string>;

bool goes_on(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// A text with what it says: positions of the parser (lines and characters from 1) become bytes.
class Document {
 public:
  explicit Document(std::string_view text) : text_(text), root_(toml::parse(text)) {
    line_ends_ = text.find("\r\n") != std::string_view::npos ? "\r\n" : "\n";
    lines_.push_back(text.starts_with("\xEF\xBB\xBF") ? 3 : 0);
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] == '\n') lines_.push_back(i + 1);
    }
  }

  [[nodiscard]] const toml::table& root() const { return root_; }
  [[nodiscard]] std::string_view line_end() const { return line_ends_; }

  [[nodiscard]] std::size_t byte_of(const toml::source_position& at) const {
    std::size_t byte = lines_[at.line - 1];
    for (toml::source_index i = 1; i < at.column && byte < text_.size(); ++i) {
      ++byte;
      while (byte < text_.size() && goes_on(text_[byte])) ++byte;
    }
    return byte;
  }

  /// Where the line after `line` begins; the end of the text when there is none.
  [[nodiscard]] std::size_t after_line(toml::source_index line) const {
    return line < lines_.size() ? lines_[line] : text_.size();
  }

  /// A table with a line of its own in brackets.
  [[nodiscard]] bool has_header(const toml::table& table) const {
    const toml::source_position at = table.source().begin;
    return at.line > 0 && !table.is_inline() && byte_of(at) < text_.size() && text_[byte_of(at)] == '[';
  }

  /// Behind the last value that belongs to `table` without a header in between; 0 when it has none.
  [[nodiscard]] std::size_t behind_values(const toml::table& table) const {
    std::size_t behind = 0;
    for (const auto& [key, node] : table) {
      const toml::table* inner = node.as_table();
      if (inner != nullptr && !inner->is_inline()) {
        if (!has_header(*inner)) behind = std::max(behind, behind_values(*inner));
      } else if (!node.is_array_of_tables()) {
        behind = std::max(behind, after_line(node.source().end.line));
      }
    }
    return behind;
  }

  /// Before the comment of the first header; the end of the text when there is no header.
  [[nodiscard]] std::size_t before_headers() const {
    for (std::size_t line = 0; line < lines_.size(); ++line) {
      if (first_of(line) != '[') continue;
      while (line > 0 && first_of(line - 1) == '#') --line;
      return lines_[line];
    }
    return text_.size();
  }

 private:
  /// The first character of a line that is no blank; 0 when there is none.
  [[nodiscard]] char first_of(std::size_t line) const {
    const std::size_t at = text_.find_first_not_of(" \t", lines_[line]);
    return at < after_line(line + 1) && text_[at] != '\r' && text_[at] != '\n' ? text_[at] : '\0';
  }

  std::string_view text_;
  toml::table root_;
  std::vector<std::size_t> lines_;
  std::string_view line_ends_;
};

/// What a text says, in one form whatever its order, so that two can be compared.
std::string meaning(const toml::table& table) {
  std::ostringstream out;
  out << toml::json_formatter(table);  // TOML would be written in hexadecimal here and not there.
  return out.str();
}

/// False when something else is in the way.
bool put(toml::table& root, const Path& path, const toml::node& value) {
  toml::table* table = &root;
  for (std::size_t i = 0; i + 1 < path.size(); ++i) {
    const auto [it, added] = table->emplace<toml::table>(path[i]);
    table = it->second.as_table();
    if (table == nullptr) return false;
  }
  toml::node* old = table->get(path.back());
  if (old != nullptr && old->is_table()) return false;
  value.visit([&](const auto& exact) { table->insert_or_assign(path.back(), exact); });
  return true;
}

const toml::node* look_up(const toml::table& root, const Path& path) {
  const toml::node* node = &root;
  for (const std::string& part : path) {
    const toml::table* table = node->as_table();
    node = table == nullptr ? nullptr : table->get(part);
    if (node == nullptr) return nullptr;
  }
  return node;
}

class Editor {
 public:
  Editor(std::string_view text, Path path, std::string_view value, std::string_view comment)
      : text_(text), path_(std::move(path)), value_(value), comment_(comment), document_(text) {}

  [[nodiscard]] const Document& document() const { return document_; }

  /// The texts that may be what is wanted, the nicest first.
  [[nodiscard]] std::vector<std::string> attempts() const {
    if (const toml::node* node = look_up(document_.root(), path_)) return {replaced(*node)};
    const std::string& key = path_.back();
    const std::size_t values = document_.behind_values(document_.root());
    const std::size_t in_root = values > 0 ? values : document_.before_headers();
    if (path_.size() == 1) return {added(in_root, key)};
    const Path above(path_.begin(), path_.end() - 1);
    const std::string header = absl::StrCat("[", absl::StrJoin(above, "."), "]");
    const toml::node* table = look_up(document_.root(), above);
    if (table == nullptr) return {added(text_.size(), key, header), added(in_root, absl::StrJoin(path_, "."))};
    if (!table->is_table()) return {};
    if (table->as_table()->is_inline()) return {into_braces(*table->as_table())};
    if (!document_.has_header(*table->as_table())) {
      return {added(text_.size(), key, header), added(in_root, absl::StrJoin(path_, "."))};
    }
    const std::size_t below_header = document_.after_line(table->source().begin.line);
    return {added(std::max(document_.behind_values(*table->as_table()), below_header), key)};
  }

 private:
  [[nodiscard]] std::string replaced(const toml::node& node) const {
    const std::size_t begin = document_.byte_of(node.source().begin);
    const std::size_t end = document_.byte_of(node.source().end);
    return absl::StrCat(std::string(text_.substr(0, begin)), std::string(value_), std::string(text_.substr(end)));
  }

  [[nodiscard]] std::string added(std::size_t at, const std::string& key, const std::string& header = "") const {
    std::string lines = "\n";
    if (!header.empty()) absl::StrAppend(&lines, header, "\n");
    absl::StrAppend(&lines, std::string(comment_), key, " = ", std::string(value_), "\n");
    std::string before(text_.substr(0, at));
    std::string after(text_.substr(at));
    if (before.empty() || before == "\xEF\xBB\xBF") lines.erase(0, 1);
    if (!before.empty() && before.back() != '\n' && before != "\xEF\xBB\xBF") lines.insert(0, "\n");
    if (!after.empty() && after[0] != '\n' && after[0] != '\r') lines += "\n";
    return before + absl::StrReplaceAll(lines, {{"\n", std::string(document_.line_end())}}) + after;
  }

  [[nodiscard]] std::string into_braces(const toml::table& table) const {
    const std::size_t at = document_.byte_of(table.source().begin) + 1;
    return absl::StrCat(std::string(text_.substr(0, at)), " ", path_.back(), " = ", std::string(value_),
                        table.empty() ? " " : ",", std::string(text_.substr(at)));
  }

  std::string_view text_;
  Path path_;
  std::string_view value_;
  std::string_view comment_;
  Document document_;
};

bool says(const std::string& text, const std::string& wanted) {
  try {
    return meaning(toml::parse(text)) == wanted;
  } catch (const toml::parse_error&) {
    return false;
  }
}

}  // namespace

absl::StatusOr<std::string> set_in_toml(std::string_view text, std::string_view name, std::string_view value,
                                        std::string_view comment) {
  const Path path = absl::StrSplit(std::string(name), '.');
  try {
    const toml::table given = toml::parse(absl::StrCat("value = ", std::string(value)));
    const Editor editor(text, path, value, comment);
    toml::table wanted = editor.document().root();
    if (given.size() == 1 && put(wanted, path, *given.get("value"))) {
      for (std::string& attempt : editor.attempts()) {
        if (says(attempt, meaning(wanted))) return std::move(attempt);
      }
    }
  } catch (const toml::parse_error& error) {
    return absl::InvalidArgumentError(
        absl::StrCat("line ", error.source().begin.line, ": ", std::string(error.description())));
  }
  return absl::FailedPreconditionError(absl::StrCat("there is no room for ", std::string(name), " in the file"));
}

}  // namespace aandacht::base
