#include "client/model/floor_model.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "client/model/format.h"
#include "client/model/parts.h"
#include "client/model/strings.h"

namespace aandacht::model {
namespace {

Text state_key(const std::optional<domain::CallState>& state) {
  if (!state) return Text::kStateIdle;
  switch (*state) {
    case domain::CallState::kRinging:
      return Text::kStateRinging;
    case domain::CallState::kInCall:
      return Text::kStateInCall;
    case domain::CallState::kOnHold:
      return Text::kStateOnHold;
    case domain::CallState::kWrapUp:
      return Text::kStateWrapUp;
    case domain::CallState::kEnded:
      return Text::kStateIdle;
  }
  return Text::kStateIdle;
}

const char* short_phase(domain::CallPhase phase, Language language) {
  switch (phase) {
    case domain::CallPhase::kOpening:
      return text(Text::kFloorOpening, language);
    case domain::CallPhase::kSolving:
      return text(Text::kFloorSolving, language);
    case domain::CallPhase::kClosing:
      return text(Text::kFloorClosing, language);
  }
  return "";
}

bool talking(const FloorDesk& desk) {
  return desk.state == domain::CallState::kInCall || desk.state == domain::CallState::kOnHold;
}

FloorRow make_row(const FloorDesk& desk, Language language, absl::Time now) {
  FloorRow row;
  row.agent = desk.agent_id;
  row.state = desk.state;
  row.state_text = text(state_key(desk.state), language);
  if (desk.since != absl::InfinitePast()) row.duration = duration_text(now - desk.since);
  if (!desk.state) return row;
  row.customer = desk.customer_name.empty() ? std::string(text(Text::kUnknownCaller, language)) : desk.customer_name;
  if (talking(desk)) row.phase = short_phase(desk.phase, language);
  domain::CallSentiment sentiment;
  sentiment.scores = desk.scores;
  sentiment.turns = static_cast<int>(desk.scores.size());
  sentiment.feeling = desk.feeling;
  row.sentiment = make_sentiment(sentiment, {}, language);
  if (desk.cards_shown > 0) row.cards = absl::StrCat(desk.cards_shown);
  if (desk.prompts_waiting > 0) row.prompts = absl::StrCat(desk.prompts_waiting);
  return row;
}

std::string summary_of(const std::vector<FloorDesk>& desks, Language language) {
  if (desks.empty()) return "";
  const std::string people = desks.size() == 1 ? std::string(text(Text::kFloorSummaryOne, language))
                                               : fill(Text::kFloorSummary, language, desks.size());
  const auto busy = std::count_if(desks.begin(), desks.end(), talking);
  return busy == 0 ? people : fill(Text::kFloorInCall, language, people, busy);
}

}  // namespace

FloorModel make_floor_model(const std::vector<FloorDesk>& desks, const Connection& connection, Language language,
                            absl::Time now) {
  FloorModel model;
  model.language = language;
  model.summary = summary_of(desks, language);
  for (const FloorDesk& desk : desks) model.rows.push_back(make_row(desk, language, now));
  std::sort(model.rows.begin(), model.rows.end(),
            [](const FloorRow& a, const FloorRow& b) { return a.agent < b.agent; });
  model.connection = make_connection(connection, language);
  return model;
}

}  // namespace aandacht::model
