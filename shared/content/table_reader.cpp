#include "shared/content/table_reader.h"

#include <algorithm>
#include <cmath>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"

namespace aandacht::content {
namespace {

// Added to a time it stays one; ParseDuration takes "inf" too.
constexpr absl::Duration kLongest = absl::Hours(24 * 366);

std::string quoted(std::string_view text) { return absl::StrCat("\"", std::string(text), "\""); }

}  // namespace

TableReader::TableReader(const toml::table& table, std::string_view file, std::string_view what, Mistakes& mistakes)
    : table_(table), file_(file), what_(what), mistakes_(mistakes) {}

const toml::node* TableReader::find(std::string_view key) {
  asked_.emplace(key);
  return table_.get(key);
}

std::size_t TableReader::line_of(std::string_view key) const {
  const toml::node* node = table_.get(key);
  return node == nullptr ? line() : static_cast<std::size_t>(node->source().begin.line);
}

void TableReader::wrong(std::string_view key, std::string_view what) { mistakes_.add(file_, line_of(key), what); }

void TableReader::refuse(std::string_view key, std::string_view value, std::size_t at, std::string_view names) {
  mistakes_.add(file_, at,
                absl::StrCat("unknown ", std::string(key), " ", quoted(value), "; write one of ", std::string(names)));
}

std::string TableReader::required_text(std::string_view key) {
  std::string value = text(key);
  if (!has(key)) {
    mistakes_.add(file_, line(),
                  absl::StrCat(what_, " needs ", std::string(key), "; add ", std::string(key), " = \"…\""));
  } else if (value.empty() && table_.get(key)->is_string()) {
    wrong(key, absl::StrCat(std::string(key), " is empty; write what it should say"));
  }
  return value;
}

std::string TableReader::text(std::string_view key, std::string_view otherwise) {
  const toml::node* node = find(key);
  if (node == nullptr) return std::string(otherwise);
  if (!node->is_string()) {
    wrong(key, absl::StrCat(std::string(key), " must be text between quotes: ", std::string(key), " = \"…\""));
    return std::string(otherwise);
  }
  return std::string(absl::StripAsciiWhitespace(node->as_string()->get()));
}

std::vector<Located> TableReader::texts(std::string_view key) {
  const toml::node* node = find(key);
  std::vector<Located> result;
  if (node == nullptr) return result;
  const toml::array* array = node->as_array();
  if (array == nullptr) {
    wrong(key, absl::StrCat(std::string(key), " must be a list of texts: ", std::string(key), " = [\"…\", \"…\"]"));
    return result;
  }
  for (const toml::node& item : *array) {
    const std::size_t at = item.source().begin.line;
    if (item.is_string() && !item.as_string()->get().empty()) {
      result.push_back({item.as_string()->get(), at});
    } else {
      mistakes_.add(file_, at, absl::StrCat("every item of ", std::string(key), " must be a text between quotes"));
    }
  }
  return result;
}

std::vector<const toml::table*> TableReader::rows(std::string_view key) {
  const toml::node* node = find(key);
  std::vector<const toml::table*> result;
  if (node == nullptr) return result;
  if (const toml::array* array = node->as_array()) {
    for (const toml::node& item : *array) result.push_back(item.as_table());
  }
  const bool written_so = !result.empty() && std::find(result.begin(), result.end(), nullptr) == result.end();
  if (written_so) return result;
  wrong(key, absl::StrCat(std::string(key), " must be written as [[", std::string(key), "]]"));
  return {};
}

std::int64_t TableReader::integer(std::string_view key, std::int64_t otherwise, std::int64_t least, std::int64_t most) {
  const toml::node* node = find(key);
  if (node == nullptr) return otherwise;
  const std::int64_t value = node->is_integer() ? node->as_integer()->get() : least - 1;
  if (value >= least && value <= most) return value;
  wrong(key, absl::StrCat(std::string(key), " must be a whole number from ", least, " to ", most));
  return otherwise;
}

double TableReader::number(std::string_view key, double otherwise) {
  const toml::node* node = find(key);
  if (node == nullptr) return otherwise;
  if (const std::optional<double> value = node->value<double>(); value && node->is_number()) {
    if (std::isfinite(*value)) return *value;
    wrong(key, absl::StrCat(std::string(key), " must be a number that can be counted with, not inf or nan"));
    return otherwise;
  }
  wrong(key, absl::StrCat(std::string(key), " must be a number"));
  return otherwise;
}

bool TableReader::flag(std::string_view key, bool otherwise) {
  const toml::node* node = find(key);
  if (node == nullptr) return otherwise;
  if (node->is_boolean()) return node->as_boolean()->get();
  wrong(key, absl::StrCat(std::string(key), " must be true or false"));
  return otherwise;
}

absl::Duration TableReader::duration(std::string_view key, absl::Duration otherwise) {
  if (find(key) == nullptr) return otherwise;
  absl::Duration value;
  if (absl::ParseDuration(text(key), &value) && value >= absl::ZeroDuration() && value <= kLongest) return value;
  wrong(key, absl::StrCat(std::string(key), " must be a duration of at most a year with its unit: \"60s\", \"1m30s\""));
  return otherwise;
}

void TableReader::finish() {
  for (const auto& [key, node] : table_) {
    const std::string name(key.str());
    if (asked_.contains(name)) continue;
    mistakes_.add(file_, key.source().begin.line,
                  absl::StrCat(what_, " has no field ", quoted(name), "; it has ", absl::StrJoin(asked_, ", ")));
  }
}

}  // namespace aandacht::content
