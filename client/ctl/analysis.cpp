#include "client/ctl/analysis.h"

#include "client/ctl/json_fields.h"
#include "client/ctl/words.h"
#include "shared/base/utf8.h"

namespace aandacht::ctl {
namespace {

using domain::Speaker;

/// What the agent's line does; "ok" when nothing matched.
Json coach_json(const domain::Reading& reading) {
  if (reading.coach.empty()) return {{"label", "ok"}, {"score", 1.0}, {"evidence", ""}};
  const domain::CoachMatch& match = reading.coach.front();
  return {{"label", word(match.label)},
          {"score", rounded(match.score)},
          {"evidence", match.evidence},
          {"rule", match.rule_id}};
}

}  // namespace

Json spans_json(std::string_view text, const std::vector<domain::RedactedSpan>& spans) {
  Json made = Json::array();
  std::size_t byte = 0;
  std::size_t code_point = 0;
  const auto advance_to = [&](std::size_t end) {
    code_point += base::count_code_points(text.substr(byte, end - byte));
    byte = end;
    return code_point;
  };
  for (const domain::RedactedSpan& span : spans) {
    const std::size_t start = advance_to(span.begin);
    made.push_back({{"start", start}, {"end", advance_to(span.end)}, {"kind", std::string(domain::name(span.kind))}});
  }
  return made;
}

Analyst::Analyst(domain::Library library, std::unique_ptr<domain::Reader> reader, absl::TimeZone zone)
    : library_(std::move(library)), reader_(std::move(reader)), zone_(zone) {}

absl::StatusOr<Analyst> Analyst::create(domain::Library library, absl::TimeZone zone) {
  absl::StatusOr<std::unique_ptr<domain::Reader>> reader = domain::Reader::create(library);
  if (!reader.ok()) return reader.status();
  return Analyst(std::move(library), *std::move(reader), zone);
}

Json Analyst::whys_json(const domain::Reading& reading) const {
  Json made = Json::array();
  for (const domain::WhyMatch& match : reading.whys) {
    const domain::Why* why = domain::find_why(library_, match.why_id);
    made.push_back({{"id", match.why_id},
                    {"topic", why == nullptr ? std::string() : why->topic},
                    {"score", rounded(match.score)},
                    {"evidence", match.evidence}});
  }
  return made;
}

absl::StatusOr<Json> Analyst::analyse(std::string_view line, absl::Time now) const {
  const absl::StatusOr<nlohmann::json> object = parse_object(line);
  if (!object.ok()) return object.status();
  absl::Status fault;
  JsonFields fields(*object, fault);
  const auto speaker =
      fields.choice<Speaker>("speaker", {{"customer", Speaker::kCustomer}, {"agent", Speaker::kAgent}});
  if (!fields.has("text")) fields.wrong("text", "is missing");
  const std::string text = fields.text_or("text");
  const domain::ReadingContext context{.language = fields.text_or("lang"),
                                       .queue = fields.text_or("queue"),
                                       .said = fields.moment("at").value_or(now),
                                       .time_zone = zone_};
  if (!fault.ok()) return fault;

  const domain::Redacted redacted = domain::redact(text);
  const domain::Reading reading = reader_->read(speaker, redacted.text, context);
  Json made;
  made["sentiment"] = sentiment_json(reading.sentiment);
  made["coach"] = speaker == Speaker::kAgent ? coach_json(reading) : Json(nullptr);
  made["redacted"] = redacted.text;
  made["spans"] = spans_json(text, redacted.spans);
  made["heard"] = Json::array();
  for (const domain::HeardFact& fact : reading.heard) made["heard"].push_back(heard_json(fact));
  made["promises"] = Json::array();
  for (const domain::Promise& promise : reading.promises) made["promises"].push_back(promise_json(promise, zone_));
  made["why"] = whys_json(reading);
  made["asks_why"] = reading.asks_why;
  return made;
}

}  // namespace aandacht::ctl
