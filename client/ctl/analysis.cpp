#include "client/ctl/analysis.h"

#include <algorithm>

#include "client/ctl/json_fields.h"
#include "client/ctl/words.h"
#include "shared/base/utf8.h"
#include "shared/domain/call_outcome.h"
#include "shared/domain/call_phase.h"
#include "shared/domain/question.h"
#include "shared/domain/sentiment_line.h"
#include "shared/domain/spoken_day.h"

namespace aandacht::ctl {
namespace {

using domain::Speaker;

/// What a line says of itself.
struct Line {
  Speaker speaker = Speaker::kCustomer;
  std::string text;
  std::string call;
  std::string id;
  domain::ReadingContext context;
};

absl::Time moment_of(JsonFields& fields, absl::Time now, absl::TimeZone zone) {
  const std::optional<absl::Time> at = fields.moment("at");
  const std::optional<absl::CivilDay> day = fields.day("date");
  if (at || !day) return at.value_or(now);
  return absl::FromCivil(absl::CivilHour(*day) + 10, zone);
}

absl::StatusOr<Line> parse_line(std::string_view json, absl::Time now, absl::TimeZone zone) {
  const absl::StatusOr<nlohmann::json> object = parse_object(json);
  if (!object.ok()) return object.status();
  absl::Status fault;
  JsonFields fields(*object, fault);
  Line line;
  line.speaker = fields.choice<Speaker>("speaker", {{"customer", Speaker::kCustomer}, {"agent", Speaker::kAgent}});
  if (!fields.has("text")) fields.wrong("text", "is missing");
  line.text = fields.text_or("text");
  line.call = fields.text_or("call");
  line.id = fields.text_or("id");
  line.context = {.language = fields.text_or("lang"),
                  .queue = fields.text_or("queue"),
                  .said = moment_of(fields, now, zone),
                  .time_zone = zone};
  if (!fault.ok()) return fault;
  return line;
}

/// What the agent's line does; "ok" when nothing was found.
Json coach_json(const domain::Reading& reading) {
  if (reading.coach.empty()) return {{"label", "ok"}, {"score", 1.0}, {"evidence", Json::array()}};
  const domain::CoachMatch& first = reading.coach.front();
  Json evidence = Json::array();
  for (const domain::CoachMatch& match : reading.coach) {
    const bool known = std::find(evidence.begin(), evidence.end(), match.evidence) != evidence.end();
    if (match.label == first.label && !match.evidence.empty() && !known) evidence.push_back(match.evidence);
  }
  Json made = {{"label", word(first.label)},
               {"score", rounded(first.score)},
               {"evidence", std::move(evidence)},
               {"rule", first.rule_id}};
  if (!first.names.empty()) made["names"] = first.names;
  return made;
}

Json scored_json(const std::optional<domain::Sentiment>& sentiment) {
  Json made = sentiment_json(sentiment);
  if (sentiment) made["model"] = sentiment->model;
  return made;
}

Json facts_json(const std::vector<domain::HeardFact>& facts) {
  Json made = Json::array();
  for (const domain::HeardFact& fact : facts) {
    Json one = heard_json(fact);
    if (one.contains("day")) one["when"] = one["day"];
    made.push_back(std::move(one));
  }
  return made;
}

const char* word_of(domain::PromisedBy by) {
  switch (by) {
    case domain::PromisedBy::kAgent:
      return "agent";
    case domain::PromisedBy::kColleague:
      return "colleague";
    case domain::PromisedBy::kCompany:
      return "company";
  }
  return "";
}

Json all_promises_json(const std::vector<domain::Promise>& promises, absl::TimeZone zone) {
  Json made = Json::array();
  for (const domain::Promise& promise : promises) {
    made.push_back(promise_json(promise, zone));
    made.back()["by"] = word_of(promise.by);
  }
  return made;
}

Json first_promise_json(const std::vector<domain::Promise>& promises, absl::TimeZone zone) {
  if (promises.empty()) return nullptr;
  const domain::Promise& promise = promises.front();
  Json made = {{"words", promise.text}};
  if (promise.due) made["due"] = due_json(promise.due, zone);
  made["by"] = word_of(promise.by);
  return made;
}

/// Null when nothing is named clearly enough to be offered.
Json first_why_json(const Json& whys, double least) {
  if (whys.empty() || whys[0]["score"].get<double>() < least) return nullptr;
  return {{"topic", whys[0]["topic"]}, {"score", whys[0]["score"]}};
}

/// Earlier lines that have to be kept otherwise than they were told; `said` are those lines, by utterance.
Json earlier_json(const std::vector<domain::LateRedaction>& earlier,
                  const std::deque<std::pair<std::string, std::string>>& said) {
  Json made = Json::array();
  for (const domain::LateRedaction& late : earlier) {
    // Of lines with one id the latest that the spans are in.
    const std::size_t end = late.redacted.spans.empty() ? 0 : late.redacted.spans.back().end;
    const auto text = std::find_if(said.rbegin(), said.rend(), [&](const auto& one) {
      return one.first == late.utterance_id && one.second.size() >= end;
    });
    Json spans = text == said.rend() ? Json::array() : spans_json(text->second, late.redacted.spans);
    made.push_back({{"id", late.utterance_id}, {"redacted", late.redacted.text}, {"spans", std::move(spans)}});
  }
  return made;
}

/// What the desk does with a turn, but for cards.
void take_turn(domain::Call& call, Speaker speaker, const domain::Reading& reading) {
  ++call.turns;
  call.phase = domain::next_phase(call.phase, call.turns, reading);
  call.outcome = domain::note_turn(call.outcome, speaker, reading, call.phase);
  domain::note_day(call, speaker, reading);
  if (reading.sentiment) domain::add_score(call.sentiment, *reading.sentiment);
}

Json verdict_json(domain::Verdict verdict) {
  return verdict == domain::Verdict::kUnknown ? Json(nullptr) : Json(verdict == domain::Verdict::kYes);
}

Json line_of_call(const domain::CallSentiment& sentiment) {
  if (sentiment.turns == 0) return nullptr;
  return {{"start", rounded(sentiment.start)},
          {"end", rounded(sentiment.end)},
          {"lowest", rounded(sentiment.lowest)},
          {"trend", rounded(sentiment.trend)},
          {"class", word(sentiment.feeling)}};
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
    : library_(std::move(library)),
      reader_(std::move(reader)),
      zone_(zone),
      questions_(std::make_unique<domain::QuestionGroups>(library_.lexicons)) {}

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

Json Analyst::question_json(domain::Call& call, const std::string& utterance_id, domain::Reading& reading) {
  if (!reading.question) return nullptr;
  domain::QuestionMention& mention = *reading.question;
  if (!domain::is_better_question(call, mention)) return {{"words", mention.words}, {"score", rounded(mention.score)}};
  const std::string fresh = "q" + std::to_string(question_groups_ + 1);
  const std::string group = questions_->place({reading.language, mention.words, mention.why_id}, fresh).group;
  if (group == fresh) ++question_groups_;
  mention.group = group;
  domain::take_question(call, utterance_id, reading);
  Json made = {{"words", mention.words}, {"score", rounded(mention.score)}};
  if (!group.empty()) made["group"] = group;
  return made;
}

Analyst::Conversation& Analyst::conversation_of(const std::string& call, Conversation& alone) {
  ++lines_;
  if (call.empty()) return alone;
  if (!conversations_.contains(call) && conversations_.size() >= kMostConversations) {
    conversations_.erase(
        std::min_element(conversations_.begin(), conversations_.end(),
                         [](const auto& a, const auto& b) { return a.second.last_line < b.second.last_line; }));
  }
  Conversation& conversation = conversations_[call];
  conversation.last_line = lines_;
  return conversation;
}

absl::StatusOr<Json> Analyst::analyse(std::string_view json, absl::Time now) {
  const absl::StatusOr<Line> line = parse_line(json, now, zone_);
  if (!line.ok()) return line.status();
  Conversation alone;
  Conversation& conversation = conversation_of(line->call, alone);
  const std::string id = line->id.empty() ? std::to_string(lines_) : line->id;
  const auto [redacted, earlier] = conversation.redactor.hear(line->speaker, id, line->text);
  conversation.redactor.confirm(earlier);
  conversation.said.emplace_back(id, line->text);
  if (conversation.said.size() > domain::ConversationRedactor::kMostTurns) conversation.said.pop_front();
  domain::ReadingContext context = line->context;
  context.spoken_day = domain::day_in_mind(conversation.call);
  domain::Reading reading = reader_->read(line->speaker, redacted.text, context);
  // As the desk does: by the call as it was before this turn.
  Json question = question_json(conversation.call, id, reading);
  take_turn(conversation.call, line->speaker, reading);

  Json made;
  made["speaker"] = word(line->speaker);
  made["sentiment"] = scored_json(reading.sentiment);
  made["coach"] = line->speaker == Speaker::kAgent ? coach_json(reading) : Json(nullptr);
  made["redacted"] = redacted.text;
  made["spans"] = spans_json(line->text, redacted.spans);
  made["earlier"] = earlier_json(earlier, conversation.said);
  made["heard"] = facts_json(reading.heard);
  made["promise"] = first_promise_json(reading.promises, zone_);
  made["promises"] = all_promises_json(reading.promises, zone_);
  Json whys = whys_json(reading);
  made["why"] = first_why_json(whys, library_.attention.why_threshold);
  made["whys"] = std::move(whys);
  made["asks_why"] = reading.asks_why;
  made["question"] = std::move(question);
  made["phase"] = word(conversation.call.phase);
  made["call"] = line->call.empty() ? Json(nullptr) : Json(line->call);
  made["sentiment_line"] = line->call.empty() ? Json(nullptr) : line_of_call(conversation.call.sentiment);
  made["solved"] = line->call.empty() ? Json(nullptr) : verdict_json(conversation.call.outcome.solved);
  made["helpless"] = line->call.empty() ? Json(nullptr) : verdict_json(conversation.call.outcome.helpless);
  return made;
}

}  // namespace aandacht::ctl
