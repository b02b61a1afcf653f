// Reads JSON that people and other programs wrote, and says precisely what is wrong with it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "nlohmann/json.hpp"

namespace aandacht::net {

/// Parses one JSON object; ill-formed UTF-8 in it becomes U+FFFD.
///
/// INVALID_ARGUMENT: not JSON, or not an object; the message is one sentence.
[[nodiscard]] absl::StatusOr<nlohmann::json> parse_object(std::string_view line);

/// The fields of one object. The first wrong field is kept as the status; what is read after it is a default value.
/// The object must outlive this and its children, which share one status. One thread.
class JsonFields {
 public:
  /// \param fault  Where the first fault is put; must be OK at first.
  JsonFields(const nlohmann::json& object, absl::Status& fault, std::string path = {});

  /// A text that must be there and not be empty.
  [[nodiscard]] std::string text(const std::string& name);
  /// A text that may be absent or null.
  [[nodiscard]] std::string text_or(const std::string& name, std::string fallback = {});
  /// A whole number, also one written as a text ("2019").
  [[nodiscard]] std::int64_t whole_or(const std::string& name, std::int64_t fallback);
  /// Absent or null: nothing.
  [[nodiscard]] std::optional<bool> yes_or_no(const std::string& name);
  /// A day as "2026-11-17".
  [[nodiscard]] std::optional<absl::CivilDay> day(const std::string& name);
  /// A moment as RFC 3339.
  [[nodiscard]] std::optional<absl::Time> moment(const std::string& name);
  /// A list of texts, or one text, or nothing.
  [[nodiscard]] std::vector<std::string> texts(const std::string& name);
  /// A list of objects; absent: none.
  [[nodiscard]] std::vector<JsonFields> objects(const std::string& name);
  /// An object; nothing when it is absent or null.
  [[nodiscard]] std::optional<JsonFields> object(const std::string& name);
  [[nodiscard]] bool has(const std::string& name) const;

  /// One of the words of a table; a required field when there is no fallback.
  template <typename Value>
  [[nodiscard]] Value choice(const std::string& name, const std::vector<std::pair<const char*, Value>>& table,
                             std::optional<Value> fallback = std::nullopt) {
    if (fallback && !has(name)) return *fallback;
    const std::string word = text(name);
    for (const auto& [known, value] : table) {
      if (word == known) return value;
    }
    std::vector<std::string> words;
    for (const auto& [known, value] : table) words.push_back(known);
    if (!word.empty()) not_one_of(name, word, words);
    return table.front().second;
  }

  /// Says that a field is wrong: "`path.name` complaint".
  void wrong(const std::string& name, const std::string& complaint);

 private:
  [[nodiscard]] const nlohmann::json* find(const std::string& name) const;
  void not_one_of(const std::string& name, const std::string& word, const std::vector<std::string>& words);
  [[nodiscard]] std::string path_of(const std::string& name) const;

  const nlohmann::json* object_;
  absl::Status* fault_;
  std::string path_;
};

}  // namespace aandacht::net
