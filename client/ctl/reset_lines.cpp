#include "client/ctl/reset_lines.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_replace.h"

namespace aandacht::ctl {
namespace {

bool has_begun(const domain::Reset& reset) { return reset.accepted != absl::InfinitePast(); }

std::string clock(absl::Time time, absl::TimeZone zone) { return absl::FormatTime("%H:%M:%S", time, zone); }

std::string course(const domain::Reset& reset, absl::TimeZone zone) {
  switch (reset.state) {
    case domain::ResetState::kRequested:
      if (reset.asked_by_agent) return "asked for, begins when the wrap-up is over";
      return absl::StrFormat("offered at a score of %d, until %s", reset.score.total, clock(reset.answer_by, zone));
    case domain::ResetState::kAccepted:
    case domain::ResetState::kExtended:
      return absl::StrFormat("%s, until %s: %s", word(reset.state), clock(reset.ends, zone), reset.title);
    case domain::ResetState::kDone:
      return absl::StrCat("done (", absl::StrReplaceAll(word(reset.ending), {{"_", " "}}), ")");
    case domain::ResetState::kDeclined:
      return "declined";
    case domain::ResetState::kNoAnswer:
      return "no answer";
  }
  return "";
}

}  // namespace

const char* word(domain::ResetState state) {
  switch (state) {
    case domain::ResetState::kRequested:
      return "requested";
    case domain::ResetState::kAccepted:
      return "accepted";
    case domain::ResetState::kExtended:
      return "extended";
    case domain::ResetState::kDone:
      return "done";
    case domain::ResetState::kDeclined:
      return "declined";
    case domain::ResetState::kNoAnswer:
      return "no_answer";
  }
  return "";
}

const char* word(domain::ResetEnding ending) {
  switch (ending) {
    case domain::ResetEnding::kTimeUp:
      return "time_up";
    case domain::ResetEnding::kStopped:
      return "stopped";
    case domain::ResetEnding::kCallCame:
      return "call_came";
  }
  return "";
}

const char* word(domain::Exercise exercise) {
  switch (exercise) {
    case domain::Exercise::kInfluence:
      return "influence";
    case domain::Exercise::kKindAct:
      return "kind_act";
    case domain::Exercise::kCustomersEyes:
      return "customers_eyes";
    case domain::Exercise::kBreathing:
      return "breathing";
  }
  return "";
}

const domain::Reset* latest_reset(const domain::ResetBook& book) {
  if (book.current) return &*book.current;
  return book.past.empty() ? nullptr : &book.past.back();
}

const domain::Reset* moved_reset(const domain::ResetBook& before, const domain::ResetBook& after) {
  const domain::Reset* then = latest_reset(before);
  const domain::Reset* now = latest_reset(after);
  if (now == nullptr) return nullptr;
  const bool same = then != nullptr && then->id == now->id && then->state == now->state && then->length == now->length;
  return same ? nullptr : now;
}

Json reset_line_json(const domain::Reset& reset, const std::string& agent, absl::Time at, absl::TimeZone zone) {
  Json value = {{"id", reset.id},
                {"state", word(reset.state)},
                {"asked", reset.asked_by_agent},
                {"score", reset.score.total},
                {"seconds", absl::ToInt64Seconds(reset.length)}};
  if (has_begun(reset)) {
    value["ends"] = moment_json(reset.ends, zone);
    value["exercise"] = word(reset.exercise);
    value["title"] = reset.title;
  }
  if (reset.state == domain::ResetState::kDone) value["ending"] = word(reset.ending);
  return {{"call", nullptr}, {"at", moment_json(at, zone)}, {"agent", agent}, {"reset", std::move(value)}};
}

std::string reset_line_text(const domain::Reset& reset, absl::Time at, absl::TimeZone zone) {
  return absl::StrFormat("%s  %-9s  %s", clock(at, zone), "reset", course(reset, zone));
}

}  // namespace aandacht::ctl
