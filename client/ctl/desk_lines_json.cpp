#include "client/ctl/desk_lines.h"
#include "client/ctl/words.h"

namespace aandacht::ctl {
namespace {

/// The name of what changed and its value.
struct Named {
  const char* key;
  Json value;
};

struct Shape {
  absl::TimeZone zone;

  std::optional<Named> operator()(const CallStateLine& line) const {
    return Named{"call_state", {{"state", word(line.state)}, {"from", line.from}, {"name", line.name}}};
  }
  std::optional<Named> operator()(const OpeningLine& line) const {
    Json value = {{"line", line.line}};
    if (line.repeat) {
      value["repeat"] = {{"ordinal", line.repeat->ordinal},
                         {"about", line.repeat->about},
                         {"days", line.repeat->span / absl::Hours(24)}};
    }
    return Named{"opening", std::move(value)};
  }
  std::optional<Named> operator()(const SaidLine& line) const {
    if (!line.sentiment) return std::nullopt;
    return Named{"sentiment", sentiment_json(line.sentiment)};
  }
  std::optional<Named> operator()(const HeardLine& line) const { return Named{"heard", heard_json(line.fact)}; }
  std::optional<Named> operator()(const PromiseLine& line) const {
    return Named{"promise", promise_json(line.promise, zone)};
  }
  std::optional<Named> operator()(const CardLine& line) const { return Named{"card", card_json(line.card)}; }
  std::optional<Named> operator()(const HeldBackLine& line) const {
    return Named{"held_back", held_back_json(line.card, line.reason)};
  }
  std::optional<Named> operator()(const CardGoneLine& line) const {
    Json value = {{"id", line.id}, {"reason", word(line.reason)}};
    if (line.answer) value["answer"] = word(*line.answer);
    return Named{"card_gone", std::move(value)};
  }
  std::optional<Named> operator()(const PromptLine& line) const {
    return Named{"prompt",
                 {{"id", line.prompt.id},
                  {"supervisor", line.prompt.supervisor},
                  {"text", line.prompt.text},
                  {"reason", line.prompt.reason},
                  {"urgent", line.prompt.urgent},
                  {"expires", moment_json(line.prompt.expires, zone)}}};
  }
};

}  // namespace

std::optional<Json> to_json(const DeskLine& line, const LinePlace& place, absl::TimeZone zone) {
  std::optional<Named> named = std::visit(Shape{zone}, line.what);
  if (!named) return std::nullopt;
  Json made;
  made["call"] = place.call.empty() ? Json(nullptr) : Json(place.call);
  if (place.turn) made["turn"] = place.turn->has_value() ? Json(**place.turn) : Json(nullptr);
  made["at"] = moment_json(line.at, zone);
  made["agent"] = place.agent;
  made[named->key] = std::move(named->value);
  return made;
}

}  // namespace aandacht::ctl
