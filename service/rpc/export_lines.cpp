#include "service/rpc/export_lines.h"

#include <google/protobuf/util/json_util.h>

#include <utility>
#include <variant>

#include "absl/time/time.h"
#include "nlohmann/json.hpp"
#include "shared/wire/desk.h"
#include "shared/wire/enums.h"
#include "shared/wire/my_day.h"
#include "shared/wire/own.h"
#include "shared/wire/why_checks.h"

namespace aandacht::rpc {
namespace {

using Json = nlohmann::ordered_json;

Json moment(absl::Time time) {
  if (time == absl::InfinitePast() || time == absl::InfiniteFuture()) return nullptr;
  return absl::FormatTime(absl::RFC3339_full, time, absl::UTCTimeZone());
}

/// A message of the contracts under the names of its fields, all of them.
Json fields(const google::protobuf::Message& message) {
  google::protobuf::util::JsonPrintOptions options;
  options.preserve_proto_field_names = true;
  options.always_print_primitive_fields = true;
  std::string text;
  if (!google::protobuf::util::MessageToJsonString(message, &text, options).ok()) return Json::object();
  return Json::parse(text, nullptr, false);
}

/// `kind` and the fields of a message in one object.
Json line(const char* kind, const google::protobuf::Message& message) {
  Json json = {{"kind", kind}};
  json.update(fields(message));
  return json;
}

struct ToLine {
  Json operator()(const core::ExportBegin& begin) const {
    return {{"kind", "export"}, {"format", 1}, {"agent", begin.agent_id}, {"time", moment(begin.time)}};
  }
  // The number and the name are the customer's.
  Json operator()(const store::CallRecord& call) const {
    return {{"kind", "call"},
            {"call_id", call.call_id},
            {"queue", call.queue},
            {"ring_time", moment(call.rang)},
            {"answer_time", moment(call.answered)},
            {"end_time", moment(call.ended)},
            {"wrap_up_end_time", moment(call.freed)},
            {"turn_count", call.turns}};
  }
  Json operator()(const domain::CallExperience& experience) const { return line("guess", wire::to_proto(experience)); }
  Json operator()(const core::HeavyCall& call) const {
    return {{"kind", "heavy_call"}, {"end_time", moment(call.ended)}};
  }
  Json operator()(const domain::Fatigue& fatigue) const { return line("fatigue", wire::to_proto(fatigue)); }
  Json operator()(const domain::Reset& reset) const { return line("reset", wire::to_proto(reset)); }
  Json operator()(const domain::ChosenHabit& habit) const {
    domain::HabitBook book;
    book.current = habit;
    return line("habit", wire::to_proto(book).current());
  }
  Json operator()(const domain::Routine& routine) const {
    domain::HabitBook book;
    book.shelf.push_back(routine);
    return line("routine", wire::to_proto(book).shelf(0));
  }
  Json operator()(const domain::Event& event) const {
    Json json = {{"kind", "act"}, {"event_id", event.id}, {"time", moment(event.time)}};
    if (const auto* acted = std::get_if<domain::OwnActed>(&event.what)) {
      json["act"] = fields(wire::to_proto(acted->act));
    } else if (const auto* marked = std::get_if<domain::CallMarkedHeavy>(&event.what)) {
      json["act"] = {{"mark_heavy", {{"call_id", marked->call_id}, {"heavy", marked->heavy}}}};
    }
    return json;
  }
  Json operator()(const store::HabitVote& vote) const {
    return {{"kind", "vote"}, {"quarter", vote.quarter}, {"rank", vote.rank}, {"habit_id", vote.habit_id}};
  }
  Json operator()(const store::HabitQuota& quota) const {
    return {{"kind", "habits_put_forward"}, {"quarter", quota.quarter}, {"count", quota.put_forward}};
  }
  Json operator()(const core::Refusal& refusal) const {
    return {{"kind", "refusal"}, {"rule_id", refusal.rule_id}, {"count", refusal.count}};
  }
  Json operator()(const store::WhyAnswer& answer) const {
    return {{"kind", "why_answer"},
            {"quarter", answer.quarter},
            {"why_id", answer.why_id},
            {"level", v1::WhyLevel_Name(wire::to_proto(answer.level))},
            {"day", absl::FormatCivilTime(answer.day)}};
  }
  Json operator()(const store::WhyCheckWish& wish) const {
    return {{"kind", "why_check"},
            {"asked_day", wish.asked ? Json(absl::FormatCivilTime(*wish.asked)) : Json(nullptr)},
            {"never", wish.never}};
  }
  // Which stories, not their words: those are the customers'.
  Json operator()(const domain::StoryBook& book) const { return line("stories", wire::to_proto(book)); }
  Json operator()(const domain::QuestionTally& tally) const { return line("questions", wire::to_proto(tally)); }
  // The words on the card are the call's.
  Json operator()(const store::CardRecord& record) const {
    const v1::CardAnswer answer = record.answer ? wire::to_proto(*record.answer) : v1::CARD_ANSWER_UNSPECIFIED;
    return {{"kind", "card_answered"},
            {"call_id", record.card.call_id},
            {"card", v1::CardKind_Name(wire::to_proto(record.card.kind))},
            {"rule_id", record.card.evidence.rule_id},
            {"show_time", moment(record.card.shown)},
            {"answer", v1::CardAnswer_Name(answer)}};
  }
  Json operator()(const domain::Look& look) const { return line("look", wire::to_proto(look)); }
};

}  // namespace

std::string export_line(const core::OwnPiece& piece) {
  return std::visit(ToLine{}, piece).dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace aandacht::rpc
