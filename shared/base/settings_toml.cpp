// Reading a configuration file: TOML in, settings checked and assigned, every fault named with its line.
#include <toml++/toml.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "shared/base/settings.h"
#include "shared/base/toml_text.h"

namespace aandacht::base {

struct Settings::Given {
  std::string name;
  std::int64_t line;
  Value value;
  std::string written;   // The value without quotes, for a message.
  bool readable = true;  // False: a kind of value that no setting takes (a date, a list of numbers).
};

namespace {

template <typename Value>
bool convert(const toml::node& node, Value* value) {
  if (const auto* text = node.as_string()) {
    *value = text->get();
  } else if (const auto* whole = node.as_integer()) {
    *value = whole->get();
  } else if (const auto* real = node.as_floating_point()) {
    *value = real->get();
  } else if (const auto* flag = node.as_boolean()) {
    *value = flag->get();
  } else if (const auto* list = node.as_array()) {
    std::vector<std::string> texts;
    for (const toml::node& item : *list) {
      if (!item.is_string()) return false;
      texts.push_back(item.as_string()->get());
    }
    *value = texts;
  } else {
    return false;
  }
  return true;
}

std::string written(const toml::node& node) {
  if (const auto* text = node.as_string()) return text->get();
  std::ostringstream out;
  node.visit([&](const auto& exact) { out << exact; });
  return out.str();
}

// Tables become dotted names.
template <typename Given>
void flatten(const toml::table& table, const std::string& prefix, std::vector<Given>* given) {
  for (const auto& [key, node] : table) {
    const std::string name = prefix + std::string(key.str());
    if (const toml::table* inner = node.as_table()) {
      flatten(*inner, name + ".", given);
      continue;
    }
    Given one{name, static_cast<std::int64_t>(key.source().begin.line), {}, written(node)};
    one.readable = convert(node, &one.value);
    given->push_back(std::move(one));
  }
}

template <typename Given>
std::vector<Given> read(std::string_view toml) {
  std::vector<Given> given;
  flatten(toml::parse(toml), "", &given);
  std::stable_sort(given.begin(), given.end(), [](const Given& a, const Given& b) { return a.line < b.line; });
  return given;
}

}  // namespace

absl::Status Settings::take_all(const std::vector<Given>& given, std::string_view source) const {
  std::vector<std::string> faults;
  for (const bool assign : {false, true}) {
    for (const Given& one : given) {
      const Entry* entry = find(one.name);
      const Lists* table = table_of(one.name);
      std::string fault;
      if (table != nullptr) {
        const absl::Status taken = take_list(*table, one.name, one.value, assign && one.readable);
        if (!taken.ok()) fault = absl::StrCat(one.name, " ", taken.message());
      } else if (entry == nullptr) {
        fault = unknown(one.name);
      } else if (const absl::Status status =
                     one.readable ? entry->take(one.value, assign)
                                  : absl::InvalidArgumentError("has a kind of value that it cannot take");
                 !status.ok()) {
        fault = absl::StrCat(one.name, " ", status.message());
      }
      if (!fault.empty()) faults.push_back(absl::StrCat(std::string(source), ":", one.line, ": ", fault));
    }
    if (!faults.empty()) return absl::InvalidArgumentError(absl::StrJoin(faults, "\n"));
  }
  return absl::OkStatus();
}

absl::Status Settings::load_text(std::string_view toml, std::string_view source) {
  try {
    return take_all(read<Given>(toml), source);
  } catch (const toml::parse_error& error) {
    return absl::InvalidArgumentError(
        absl::StrCat(std::string(source), ":", error.source().begin.line, ": ", std::string(error.description())));
  }
}

std::vector<Fault> Settings::load_what_fits(std::string_view toml, std::string_view source) {
  const auto at = [&](std::int64_t line, const std::string& what) {
    return absl::StrCat(std::string(source), ":", line, ": ", what);
  };
  std::vector<Given> given;
  try {
    given = read<Given>(toml);
  } catch (const toml::parse_error& error) {
    const auto line = static_cast<std::int64_t>(error.source().begin.line);
    return {{FaultKind::kNotToml, line, "", "", "", "", at(line, std::string(error.description()))}};
  }
  std::vector<Fault> faults;
  for (const Given& one : given) {
    const Entry* entry = find(one.name);
    if (const Lists* table = table_of(one.name)) {
      const absl::Status taken = take_list(*table, one.name, one.value, one.readable);
      if (taken.ok()) continue;
      const std::string what = absl::StrCat(one.name, " ", taken.message(), "; it is left out");
      faults.push_back({FaultKind::kWrongValue, one.line, one.name, one.written, "", "", at(one.line, what)});
      continue;
    }
    if (entry == nullptr) {
      faults.push_back({FaultKind::kUnknownSetting, one.line, one.name, one.written, "", nearest(one.name, names()),
                        at(one.line, unknown(one.name))});
      continue;
    }
    const absl::Status taken = one.readable ? entry->take(one.value, true)
                                            : absl::InvalidArgumentError("has a kind of value that it cannot take");
    if (taken.ok()) continue;
    const std::string what = absl::StrCat(one.name, " ", taken.message(), "; ", get(one.name), " is used");
    faults.push_back({FaultKind::kWrongValue, one.line, one.name, one.written, get(one.name), "", at(one.line, what)});
  }
  return faults;
}

absl::Status Settings::load(const std::filesystem::path& file) {
  std::ifstream stream(file);
  std::stringstream content;
  if (!stream || !(content << stream.rdbuf())) {
    // An empty file sets failbit on the copy; it is a valid configuration.
    std::error_code error;
    if (!std::filesystem::is_regular_file(file, error) || std::filesystem::file_size(file, error) > 0) {
      return absl::NotFoundError(absl::StrCat("cannot read the configuration file ", file.string()));
    }
  }
  return load_text(content.str(), file.string());
}

}  // namespace aandacht::base
