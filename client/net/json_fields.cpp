#include "client/net/json_fields.h"

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "shared/base/utf8.h"

namespace aandacht::net {

using nlohmann::json;

absl::StatusOr<json> parse_object(std::string_view line) {
  std::string repaired;
  if (!base::is_valid_utf8(line)) {
    repaired = base::to_valid_utf8(line);
    line = repaired;
  }
  json value = json::parse(line.begin(), line.end(), nullptr, /*allow_exceptions=*/false);
  if (value.is_discarded()) return absl::InvalidArgumentError("this is not JSON: a line must be one JSON object");
  if (!value.is_object()) return absl::InvalidArgumentError("this is JSON but not an object: a line must be {…}");
  return value;
}

JsonFields::JsonFields(const json& object, absl::Status& fault, std::string path)
    : object_(&object), fault_(&fault), path_(std::move(path)) {}

const json* JsonFields::find(const std::string& name) const {
  const auto found = object_->find(name);
  return found == object_->end() || found->is_null() ? nullptr : &*found;
}

bool JsonFields::has(const std::string& name) const { return find(name) != nullptr; }

std::string JsonFields::path_of(const std::string& name) const {
  return path_.empty() ? name : absl::StrCat(path_, ".", name);
}

void JsonFields::wrong(const std::string& name, const std::string& complaint) {
  if (fault_->ok()) *fault_ = absl::InvalidArgumentError(absl::StrCat("`", path_of(name), "` ", complaint));
}

void JsonFields::not_one_of(const std::string& name, const std::string& word, const std::vector<std::string>& words) {
  wrong(name, absl::StrCat("is \"", std::string(base::truncate_utf8(word, 40)),
                           "\" but must be one of: ", absl::StrJoin(words, ", ")));
}

std::string JsonFields::text(const std::string& name) {
  std::string value = text_or(name);
  if (value.empty()) wrong(name, "is missing or empty");
  return value;
}

std::string JsonFields::text_or(const std::string& name, std::string fallback) {
  const json* value = find(name);
  if (value == nullptr) return fallback;
  if (value->is_string()) return value->get<std::string>();
  wrong(name, "must be a text");
  return fallback;
}

std::int64_t JsonFields::whole_or(const std::string& name, std::int64_t fallback) {
  const json* value = find(name);
  if (value == nullptr) return fallback;
  std::int64_t number = 0;
  if (value->is_number_integer()) return value->get<std::int64_t>();
  if (value->is_string() && absl::SimpleAtoi(value->get_ref<const std::string&>(), &number)) return number;
  wrong(name, "must be a whole number");
  return fallback;
}

std::optional<bool> JsonFields::yes_or_no(const std::string& name) {
  const json* value = find(name);
  if (value == nullptr) return std::nullopt;
  if (value->is_boolean()) return value->get<bool>();
  wrong(name, "must be true or false");
  return std::nullopt;
}

std::optional<absl::CivilDay> JsonFields::day(const std::string& name) {
  const std::string word = text_or(name);
  if (word.empty()) return std::nullopt;
  absl::CivilDay parsed;
  if (absl::ParseCivilTime(word, &parsed)) return parsed;
  wrong(name, "must be a day such as 2026-11-17");
  return std::nullopt;
}

std::optional<absl::Time> JsonFields::moment(const std::string& name) {
  const std::string word = text_or(name);
  if (word.empty()) return std::nullopt;
  absl::Time parsed;
  std::string why;
  if (absl::ParseTime(absl::RFC3339_full, word, &parsed, &why)) return parsed;
  wrong(name, "must be a moment such as 2026-11-17T10:00:00+01:00");
  return std::nullopt;
}

std::vector<std::string> JsonFields::texts(const std::string& name) {
  const json* value = find(name);
  if (value == nullptr) return {};
  if (value->is_string()) return {value->get<std::string>()};
  std::vector<std::string> found;
  if (value->is_array()) {
    for (const json& item : *value) {
      if (item.is_string()) found.push_back(item.get<std::string>());
    }
  }
  if (!value->is_array() || found.size() != value->size()) wrong(name, "must be a list of texts");
  return found;
}

std::vector<JsonFields> JsonFields::objects(const std::string& name) {
  const json* value = find(name);
  if (value == nullptr) return {};
  std::vector<JsonFields> found;
  if (!value->is_array()) {
    wrong(name, "must be a list");
    return found;
  }
  for (std::size_t i = 0; i < value->size(); ++i) {
    const json& item = (*value)[i];
    const std::string path = absl::StrCat(path_of(name), "[", i, "]");
    if (!item.is_object()) {
      wrong(absl::StrCat(name, "[", i, "]"), "must be an object");
      return found;
    }
    found.emplace_back(item, *fault_, path);
  }
  return found;
}

std::optional<JsonFields> JsonFields::object(const std::string& name) {
  const json* value = find(name);
  if (value == nullptr) return std::nullopt;
  if (value->is_object()) return JsonFields(*value, *fault_, path_of(name));
  wrong(name, "must be an object");
  return std::nullopt;
}

}  // namespace aandacht::net
