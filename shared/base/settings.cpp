#include "shared/base/settings.h"

#include <algorithm>
#include <cmath>
#include <type_traits>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "shared/base/toml_text.h"

namespace aandacht::base {
namespace {

absl::Status wrong(const std::string& what) { return absl::InvalidArgumentError(what); }

std::string show_real(double value) {
  const std::string text = absl::StrCat(value);
  return text.find_first_of(".e") == std::string::npos ? text + ".0" : text;
}

std::string section_of(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos ? "" : std::string(name.substr(0, dot));
}

absl::Status keep_text(std::string_view text,
                       std::variant<bool, std::int64_t, double, std::string, std::vector<std::string>>* value) {
  *value = std::string(text);
  return absl::OkStatus();
}

}  // namespace

void Settings::add(Entry entry) {
  entry.standard = entry.show();
  entries_.push_back(std::move(entry));
}

void Settings::section(std::string name, std::string meaning) {
  sections_.emplace_back(std::move(name), std::move(meaning));
}

void Settings::text(std::string name, std::string* value, std::string unit, std::string meaning, Check check) {
  const auto take = [value, check = std::move(check)](const Value& given, bool assign) -> absl::Status {
    const auto* text = std::get_if<std::string>(&given);
    if (text == nullptr) return wrong("must be text in quotes");
    if (check != nullptr) {
      if (absl::Status status = check(*text); !status.ok()) return status;
    }
    if (assign) *value = *text;
    return absl::OkStatus();
  };
  add({std::move(name), std::move(unit), std::move(meaning), "", take, [value] { return toml_quote(*value); },
       keep_text, [value] { return *value; }});
}

void Settings::choice(std::string name, std::string* value, std::vector<std::string> allowed, std::string meaning) {
  const std::string list =
      absl::StrJoin(allowed, ", ", [](std::string* out, const std::string& a) { absl::StrAppend(out, toml_quote(a)); });
  const auto check = [allowed = std::move(allowed), list](const std::string& text) {
    if (std::find(allowed.begin(), allowed.end(), text) != allowed.end()) return absl::OkStatus();
    return wrong(absl::StrCat("must be one of ", list, ", not ", toml_quote(text)));
  };
  text(std::move(name), value, absl::StrCat("one of ", list), std::move(meaning), check);
}

void Settings::texts(std::string name, std::vector<std::string>* value, std::string unit, std::string meaning,
                     Check check) {
  const auto take = [value, check = std::move(check)](const Value& given, bool assign) -> absl::Status {
    const auto* list = std::get_if<std::vector<std::string>>(&given);
    if (list == nullptr) return wrong("must be a list of texts, such as [\"one\", \"two\"]");
    for (const std::string& item : *list) {
      if (check == nullptr) break;
      if (absl::Status status = check(item); !status.ok()) return status;
    }
    if (assign) *value = *list;
    return absl::OkStatus();
  };
  const auto from_text = [](std::string_view text, Value* parsed) {
    std::vector<std::string> items = absl::StrSplit(std::string(text), ',', absl::SkipWhitespace());
    for (std::string& item : items) {
      absl::StripAsciiWhitespace(&item);
    }
    *parsed = items;
    return absl::OkStatus();
  };
  add({std::move(name), absl::StrCat("list of: ", unit), std::move(meaning), "", take,
       [value] { return toml_list(*value); }, from_text, [value] { return absl::StrJoin(*value, ", "); }});
}

void Settings::lists(std::string name, std::map<std::string, std::vector<std::string>>* value, std::string unit,
                     std::string meaning, std::string example, Check check) {
  lists_.push_back({std::move(name), value, std::move(unit), std::move(meaning), std::move(example), std::move(check)});
}

void Settings::flag(std::string name, bool* value, std::string meaning) {
  const auto take = [value](const Value& given, bool assign) -> absl::Status {
    const auto* flag = std::get_if<bool>(&given);
    if (flag == nullptr) return wrong("must be true or false");
    if (assign) *value = *flag;
    return absl::OkStatus();
  };
  const auto from_text = [](std::string_view text, Value* parsed) {
    bool flag = false;
    if (!absl::SimpleAtob(std::string(text), &flag)) return wrong("must be true or false");
    *parsed = flag;
    return absl::OkStatus();
  };
  add({std::move(name), "true or false", std::move(meaning), "", take, [value] { return *value ? "true" : "false"; },
       from_text, nullptr});
}

void Settings::integer(std::string name, int* value, int least, int most, std::string unit, std::string meaning) {
  const auto take = [value, least, most](const Value& given, bool assign) -> absl::Status {
    const auto* number = std::get_if<std::int64_t>(&given);
    if (number == nullptr || *number < least || *number > most) {
      return wrong(absl::StrCat("must be a whole number from ", least, " to ", most));
    }
    if (assign) *value = static_cast<int>(*number);
    return absl::OkStatus();
  };
  const auto from_text = [](std::string_view text, Value* parsed) {
    std::int64_t number = 0;
    if (!absl::SimpleAtoi(std::string(text), &number)) return wrong("must be a whole number");
    *parsed = number;
    return absl::OkStatus();
  };
  add({std::move(name), absl::StrCat(unit, ", ", least, " to ", most), std::move(meaning), "", take,
       [value] { return absl::StrCat(*value); }, from_text, nullptr});
}

void Settings::real(std::string name, double* value, double least, double most, std::string unit, std::string meaning) {
  const auto take = [value, least, most](const Value& given, bool assign) -> absl::Status {
    double number = std::nan("");
    if (const auto* exact = std::get_if<double>(&given)) number = *exact;
    if (const auto* whole = std::get_if<std::int64_t>(&given)) number = static_cast<double>(*whole);
    if (!(number >= least && number <= most)) return wrong(absl::StrCat("must be a number from ", least, " to ", most));
    if (assign) *value = number;
    return absl::OkStatus();
  };
  const auto from_text = [](std::string_view text, Value* parsed) {
    double number = 0;
    if (!absl::SimpleAtod(std::string(text), &number)) return wrong("must be a number");
    *parsed = number;
    return absl::OkStatus();
  };
  add({std::move(name), absl::StrCat(unit, ", ", least, " to ", most), std::move(meaning), "", take,
       [value] { return show_real(*value); }, from_text, nullptr});
}

void Settings::duration(std::string name, absl::Duration* value, absl::Duration least, absl::Duration most,
                        std::string meaning) {
  const auto take = [value, least, most](const Value& given, bool assign) -> absl::Status {
    absl::Duration duration;
    const auto* text = std::get_if<std::string>(&given);
    if (text == nullptr || !absl::ParseDuration(*text, &duration) || duration < least || duration > most) {
      return wrong(absl::StrCat("must be a duration from \"", absl::FormatDuration(least), "\" to \"",
                                absl::FormatDuration(most), "\", written as \"250ms\", \"5s\" or \"1h30m\""));
    }
    if (assign) *value = duration;
    return absl::OkStatus();
  };
  add({std::move(name),
       absl::StrCat("duration with its unit (ms, s, m, h), ", absl::FormatDuration(least), " to ",
                    absl::FormatDuration(most)),
       std::move(meaning), "", take, [value] { return toml_quote(absl::FormatDuration(*value)); }, keep_text,
       [value] { return absl::FormatDuration(*value); }});
}

const Settings::Entry* Settings::find(std::string_view name) const {
  const auto found = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& e) { return e.name == name; });
  return found == entries_.end() ? nullptr : &*found;
}

std::string Settings::unknown(std::string_view name) const {
  const std::string near = nearest(name, names());
  return absl::StrCat("unknown setting \"", std::string(name), "\"",
                      near.empty() ? "" : absl::StrCat("; did you mean \"", near, "\"?"));
}

absl::Status Settings::set(std::string_view name, std::string_view value) {
  const Entry* entry = find(name);
  if (entry == nullptr) return absl::NotFoundError(unknown(name));
  Value parsed;
  absl::Status status = entry->from_text(value, &parsed);
  if (status.ok()) status = entry->take(parsed, true);
  if (!status.ok()) return wrong(absl::StrCat(std::string(name), " ", status.message()));
  return status;
}

std::string Settings::get(std::string_view name) const {
  const Entry* entry = find(name);
  if (entry == nullptr) return "";
  return entry->plain != nullptr ? entry->plain() : entry->show();
}

std::string Settings::toml(std::string_view name) const {
  const Entry* entry = find(name);
  return entry == nullptr ? "" : entry->show();
}

std::string Settings::comment(std::string_view name) const {
  const Entry* entry = find(name);
  if (entry == nullptr) return "";
  return absl::StrCat(toml_comment(entry->meaning), toml_comment(absl::StrCat("Value: ", entry->unit, ".")),
                      "# Default: ", entry->standard, "\n");
}

const Settings::Lists* Settings::table_of(std::string_view name) const {
  const std::size_t dot = name.find('.');
  const auto found =
      std::find_if(lists_.begin(), lists_.end(), [&](const Lists& table) { return table.name == name.substr(0, dot); });
  return found == lists_.end() || dot == std::string_view::npos ? nullptr : &*found;
}

absl::Status Settings::take_list(const Lists& table, std::string_view name, const Value& given, bool assign) {
  const std::string key(name.substr(table.name.size() + 1));
  if (key.empty() || key.find('.') != std::string::npos) {
    return wrong(absl::StrCat("is no list of [", table.name, "]; write there ", table.example));
  }
  const auto* list = std::get_if<std::vector<std::string>>(&given);
  if (list == nullptr) return wrong(absl::StrCat("must be a list of texts, such as ", table.example));
  for (const std::string& item : *list) {
    if (table.check == nullptr) break;
    if (absl::Status status = table.check(item); !status.ok()) return status;
  }
  if (assign) (*table.value)[key] = *list;
  return absl::OkStatus();
}

std::string Settings::print(const Lists& table) const {
  std::string out =
      absl::StrCat("\n", toml_comment(table.meaning),
                   toml_comment(absl::StrCat("Value: for each a list of: ", table.unit, ".")), "[", table.name, "]\n");
  if (table.value->empty()) absl::StrAppend(&out, "# ", table.example, "\n");
  for (const auto& [key, list] : *table.value) absl::StrAppend(&out, toml_quote(key), " = ", toml_list(list), "\n");
  return out;
}

std::vector<std::string> Settings::names() const {
  std::vector<std::string> names;
  for (const Entry& entry : entries_) names.push_back(entry.name);
  return names;
}

std::string Settings::print() const {
  std::string out = toml_comment(heading_);
  std::vector<std::string> tables = {""};
  for (const Entry& entry : entries_) {
    const std::string section = section_of(entry.name);
    if (std::find(tables.begin(), tables.end(), section) == tables.end()) tables.push_back(section);
  }
  for (const std::string& section : tables) {
    if (!section.empty()) {
      out += "\n";
      for (const auto& [name, meaning] : sections_) {
        if (name == section) out += toml_comment(meaning);
      }
      absl::StrAppend(&out, "[", section, "]\n");
    }
    for (const Entry& entry : entries_) {
      if (section_of(entry.name) != section) continue;
      const std::string key = section.empty() ? entry.name : entry.name.substr(section.size() + 1);
      absl::StrAppend(&out, "\n", comment(entry.name), key, " = ", entry.show(), "\n");
    }
  }
  for (const Lists& table : lists_) out += print(table);
  return out;
}

}  // namespace aandacht::base
