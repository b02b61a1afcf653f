#include "client/ctl/eval_calls_file.h"

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "client/ctl/json_fields.h"

namespace aandacht::ctl {
namespace {

const std::vector<std::pair<const char*, std::string>> kFeelings = {
    {"negative", "negative"}, {"neutral", "neutral"}, {"positive", "positive"}};
const std::vector<std::pair<const char*, std::string>> kLabels = {{"blame", "blame"},
                                                                  {"helpless", "helpless"},
                                                                  {"institute", "institute"},
                                                                  {"faceless", "faceless"},
                                                                  {"jargon", "jargon"}};
const std::vector<std::pair<const char*, std::string>> kPhases = {
    {"opening", "opening"}, {"solving", "solving"}, {"closing", "closing"}};

int turn_of(JsonFields& fields, const std::string& name, const AnnotatedCall& call) {
  const std::int64_t turn = fields.whole_or(name, -1);
  if (turn >= 0 && turn < static_cast<std::int64_t>(call.turns.size())) return static_cast<int>(turn);
  fields.wrong(name, absl::StrCat("must be the place of a turn: 0 … ", call.turns.size() - 1));
  return 0;
}

Expected read_expected(JsonFields& fields, const AnnotatedCall& call) {
  Expected expected;
  expected.turn = turn_of(fields, "turn", call);
  expected.kind = fields.choice<ExpectedKind>("kind", {{"we", ExpectedKind::kWe},
                                                       {"why", ExpectedKind::kWhy},
                                                       {"heard", ExpectedKind::kHeard},
                                                       {"promise", ExpectedKind::kPromise}});
  switch (expected.kind) {
    case ExpectedKind::kWe:
      expected.label = fields.choice<std::string>("label", kLabels);
      break;
    case ExpectedKind::kWhy:
      expected.topic = fields.text("topic");
      break;
    case ExpectedKind::kHeard:
      expected.words = fields.text("words");
      if (fields.has("bring_back")) expected.bring_back = turn_of(fields, "bring_back", call);
      break;
    case ExpectedKind::kPromise:
      expected.words = fields.text("words");
      expected.due = fields.text_or("due");
      break;
  }
  return expected;
}

void read_quiet(const nlohmann::json& object, JsonFields& fields, LabelledCall& labelled) {
  if (!fields.has("quiet")) return;
  const nlohmann::json& quiet = object.at("quiet");
  for (const nlohmann::json& turn : quiet) {
    const bool fits = quiet.is_array() && turn.is_number_integer() && turn >= 0 && turn < labelled.call.turns.size();
    if (!fits) return fields.wrong("quiet", "must be a list of places of turns");
    labelled.quiet.insert(turn.get<int>());
  }
}

void read_sentiment(const nlohmann::json& object, JsonFields& fields, LabelledCall& labelled) {
  std::optional<JsonFields> sentiment = fields.object("sentiment");
  if (!sentiment) return;
  for (const auto& [key, value] : object.at("sentiment").items()) {
    const std::string feeling = sentiment->choice<std::string>(key, kFeelings);
    std::size_t turn = 0;
    if (key == "start") {
      labelled.sentiment_start = feeling;
    } else if (key == "end") {
      labelled.sentiment_end = feeling;
    } else if (absl::SimpleAtoi(key, &turn) && turn < labelled.call.turns.size()) {
      labelled.sentiment[static_cast<int>(turn)] = feeling;
    } else {
      sentiment->wrong(key, "must be the place of a turn, \"start\" or \"end\"");
    }
  }
}

void read_phases(JsonFields& fields, LabelledCall& labelled) {
  int place = 0;
  for (JsonFields& turn : fields.objects("turns")) {
    if (turn.has("phase")) labelled.phases[place] = turn.choice<std::string>("phase", kPhases);
    ++place;
  }
}

}  // namespace

absl::StatusOr<LabelledCall> parse_labelled_call(std::string_view line) {
  absl::StatusOr<AnnotatedCall> call = parse_call(line);
  if (!call.ok()) return call.status();
  const absl::StatusOr<nlohmann::json> object = parse_object(line);
  if (!object.ok()) return object.status();
  absl::Status fault;
  JsonFields fields(*object, fault);
  LabelledCall labelled;
  labelled.call = *std::move(call);
  for (JsonFields& expected : fields.objects("expect")) {
    labelled.expected.push_back(read_expected(expected, labelled.call));
  }
  read_quiet(*object, fields, labelled);
  read_sentiment(*object, fields, labelled);
  read_phases(fields, labelled);
  labelled.solved = fields.yes_or_no("solved");
  labelled.helpless = fields.yes_or_no("helpless");
  if (!fault.ok()) return fault;
  return labelled;
}

}  // namespace aandacht::ctl
