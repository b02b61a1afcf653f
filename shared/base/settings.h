// Declared settings: one declaration gives the parsing, the checking, the messages and the documented configuration
// file.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <limits>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "absl/status/status.h"
#include "absl/time/time.h"

namespace aandacht::base {

enum class FaultKind { kNotToml, kUnknownSetting, kWrongValue };

/// What is wrong with one line of a configuration file.
struct Fault {
  FaultKind kind = FaultKind::kWrongValue;
  std::int64_t line = 0;  ///< From 1.
  std::string setting;    ///< Dotted name; empty when the file is not TOML.
  std::string given;      ///< A wrong value without quotes.
  std::string used;       ///< The value that holds instead, as Settings::get() tells it.
  std::string near;       ///< The setting that an unknown one was probably meant to be; may be empty.
  std::string message;    ///< One English line "FILE:LINE: …", for a log or a terminal.

  bool operator==(const Fault&) const = default;
};

/// Settings of one program. Every setting is bound to a variable that holds its default when it is declared and its
/// value afterwards; the variables must outlive this object. Names are dotted ("agents.list" is `list` under
/// `[agents]`). Not safe to use from more than one thread.
class Settings {
 public:
  /// Looks at a value; a failure's message completes the sentence "<setting> …" ("must be a folder that exists").
  using Check = std::function<absl::Status(const std::string&)>;

  /// \param heading  what the file is for; becomes the comment at its top.
  explicit Settings(std::string heading) : heading_(std::move(heading)) {}
  Settings(const Settings&) = delete;
  Settings& operator=(const Settings&) = delete;

  /// What a table is about; printed above it.
  void section(std::string name, std::string meaning);

  /// Any text. `unit` tells its form ("address:port", "folder").
  void text(std::string name, std::string* value, std::string unit, std::string meaning, Check check = nullptr);
  /// One of `allowed`.
  void choice(std::string name, std::string* value, std::vector<std::string> allowed, std::string meaning);
  /// A list of texts; `check` looks at each.
  void texts(std::string name, std::vector<std::string>* value, std::string unit, std::string meaning,
             Check check = nullptr);
  /// A table whose keys the file chooses, each a list of texts: `[teams] blue = ["anna", "joost"]`. `check` looks at
  /// each text. The names of its settings are not among names().
  void lists(std::string name, std::map<std::string, std::vector<std::string>>* value, std::string unit,
             std::string meaning, std::string example, Check check = nullptr);
  void flag(std::string name, bool* value, std::string meaning);
  /// A whole number from `least` to `most`, both included.
  void integer(std::string name, int* value, int least, int most, std::string unit, std::string meaning);
  /// A number from `least` to `most`, both included.
  void real(std::string name, double* value, double least, double most, std::string unit, std::string meaning);
  /// A duration from `least` to `most`, written as "250ms", "5s", "1h30m".
  void duration(std::string name, absl::Duration* value, absl::Duration least, absl::Duration most,
                std::string meaning);

  /// Reads a TOML file. All or nothing: on failure no variable has changed.
  ///
  /// NOT_FOUND: the file cannot be read.
  /// INVALID_ARGUMENT: not TOML, an unknown setting, a wrong type or value; one line "FILE:LINE: …" for each.
  [[nodiscard]] absl::Status load(const std::filesystem::path& file);

  /// The same from text; `source` stands for the file's name in messages.
  [[nodiscard]] absl::Status load_text(std::string_view toml, std::string_view source);

  /// Reads what can be read: every wrong or unknown line is a fault, its variable keeps the value it has, and all the
  /// others are set. Text that is not TOML is one fault, and nothing is set. Faults come in the order of their lines.
  [[nodiscard]] std::vector<Fault> load_what_fits(std::string_view toml, std::string_view source);

  /// Sets one from a command line or environment, written without quotes.
  ///
  /// NOT_FOUND: no such setting. INVALID_ARGUMENT: a wrong value; the message names the setting.
  [[nodiscard]] absl::Status set(std::string_view name, std::string_view value);

  [[nodiscard]] bool has(std::string_view name) const { return find(name) != nullptr; }
  /// The present value in the form that set() takes; empty when there is no such setting.
  [[nodiscard]] std::string get(std::string_view name) const;
  /// The present value as TOML; empty when there is no such setting.
  [[nodiscard]] std::string toml(std::string_view name) const;
  /// The comment that print() writes above a setting: lines that begin with "# ", each ended.
  [[nodiscard]] std::string comment(std::string_view name) const;
  /// The names of all settings as they were declared.
  [[nodiscard]] std::vector<std::string> names() const;

  /// A valid configuration file with the present values, and every setting's meaning, unit and default.
  [[nodiscard]] std::string print() const;

 private:
  using Value = std::variant<bool, std::int64_t, double, std::string, std::vector<std::string>>;

  struct Entry {
    std::string name;
    std::string unit;
    std::string meaning;
    std::string standard;                                  ///< The default as TOML.
    std::function<absl::Status(const Value&, bool)> take;  ///< Checks; assigns when told to.
    std::function<std::string()> show;                     ///< The present value as TOML.
    std::function<absl::Status(std::string_view, Value*)> from_text;
    std::function<std::string()> plain;  ///< The present value as from_text takes it; null: as TOML.
  };
  /// A table that lists() declared.
  struct Lists {
    std::string name;
    std::map<std::string, std::vector<std::string>>* value;
    std::string unit;
    std::string meaning;
    std::string example;
    Check check;
  };
  struct Given;

  void add(Entry entry);
  [[nodiscard]] const Entry* find(std::string_view name) const;
  /// The table that this is a key of, or nullptr.
  [[nodiscard]] const Lists* table_of(std::string_view name) const;
  static absl::Status take_list(const Lists& table, std::string_view name, const Value& given, bool assign);
  [[nodiscard]] std::string print(const Lists& table) const;
  [[nodiscard]] std::string unknown(std::string_view name) const;
  [[nodiscard]] absl::Status take_all(const std::vector<Given>& given, std::string_view source) const;

  std::string heading_;
  std::vector<Entry> entries_;
  std::vector<Lists> lists_;
  std::vector<std::pair<std::string, std::string>> sections_;
};

}  // namespace aandacht::base
