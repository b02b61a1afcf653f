#include "shared/security/json.h"

#include <set>
#include <string>
#include <vector>

namespace aandacht::security {
namespace {

constexpr std::size_t kDeepest = 8;

}  // namespace

std::optional<nlohmann::json> parse_object(std::string_view text) {
  using Event = nlohmann::json::parse_event_t;
  std::vector<std::set<std::string>> open;
  bool sound = true;
  const auto look = [&](int depth, Event event, nlohmann::json& parsed) {
    if (static_cast<std::size_t>(depth) > kDeepest) sound = false;
    if (event == Event::object_start) open.emplace_back();
    if (event == Event::object_end && !open.empty()) open.pop_back();
    if (event == Event::key && !open.empty() && !open.back().insert(parsed.get<std::string>()).second) sound = false;
    return sound;
  };
  nlohmann::json parsed = nlohmann::json::parse(text, look, /*allow_exceptions=*/false);
  if (!sound || !parsed.is_object()) return std::nullopt;
  return parsed;
}

std::string text_of(const nlohmann::json& object, const char* name) {
  const auto member = object.find(name);
  return member != object.end() && member->is_string() ? member->get<std::string>() : std::string();
}

}  // namespace aandacht::security
