#include "client/ctl/call_file.h"

#include <cctype>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "client/ctl/json_fields.h"
#include "client/net/customer_file.h"

namespace aandacht::ctl {
namespace {

using domain::CallEvent;
using domain::Speaker;

domain::Why read_why(JsonFields& fields, const AnnotatedCall& call) {
  domain::Why why;
  why.language = call.language;
  why.topic = fields.text("topic");
  why.id = absl::StrCat(call.language, "/", slug(call.company), "/", slug(why.topic));
  why.synonyms = fields.texts("synonyms");
  why.rule = fields.text_or("rule");
  why.emotion = fields.text_or("emotion");
  why.customer = fields.text("customer");
  why.employee = fields.text("employee");
  why.organisation = fields.text("organisation");
  why.example = fields.text_or("example");
  why.queues = {call.company};
  why.author = fields.text_or("author", call.company);
  return why;
}

CallTurn read_turn(JsonFields& fields) {
  CallTurn turn;
  turn.at = absl::Milliseconds(fields.whole_or("at_ms", 0));
  if (!fields.has("at_ms")) fields.wrong("at_ms", "is missing");
  if (fields.has("event")) {
    turn.what = fields.choice<CallEvent>("event", {{"hold", CallEvent::kHeld}, {"resume", CallEvent::kResumed}});
    return turn;
  }
  Speech speech;
  speech.speaker = fields.choice<Speaker>("speaker", {{"customer", Speaker::kCustomer}, {"agent", Speaker::kAgent}});
  speech.text = fields.text("text");
  turn.what = std::move(speech);
  return turn;
}

void read_turns(JsonFields& fields, AnnotatedCall& call) {
  absl::Duration latest = absl::ZeroDuration();
  for (JsonFields& turn : fields.objects("turns")) {
    call.turns.push_back(read_turn(turn));
    if (call.turns.back().at < latest) turn.wrong("at_ms", "is before that of the turn above it");
    latest = call.turns.back().at;
  }
  if (call.turns.empty()) fields.wrong("turns", "is missing or empty");
}

void read_company(JsonFields& fields, AnnotatedCall& call) {
  std::optional<JsonFields> company = fields.object("company");
  if (!company) {
    fields.wrong("company", "is missing");
    return;
  }
  call.company = company->text("name");
  for (JsonFields& why : company->objects("whys")) call.whys.push_back(read_why(why, call));
}

void read_caller(JsonFields& fields, AnnotatedCall& call) {
  std::optional<JsonFields> customer = fields.object("customer");
  if (!customer) {
    fields.wrong("customer", "is missing");
    return;
  }
  call.customer = net::read_customer(*customer);
  if (call.customer.phones.empty()) customer->wrong("phone", "is missing: a call needs a number to come from");
  if (call.customer.language.empty()) call.customer.language = call.language;
  if (call.customer.company.empty()) call.customer.company = call.company;
}

}  // namespace

std::string slug(std::string_view topic) {
  std::string made;
  for (const char c : topic) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80 || std::isalnum(byte) != 0) {
      made.push_back(absl::ascii_tolower(byte));
    } else if (!made.empty() && made.back() != '-') {
      made.push_back('-');
    }
  }
  if (!made.empty() && made.back() == '-') made.pop_back();
  return made;
}

absl::StatusOr<AnnotatedCall> parse_call(std::string_view line) {
  const absl::StatusOr<nlohmann::json> object = parse_object(line);
  if (!object.ok()) return object.status();
  absl::Status fault;
  JsonFields fields(*object, fault);
  AnnotatedCall call;
  call.id = fields.text("id");
  call.language = fields.text("lang");
  call.title = fields.text_or("title");
  if (const auto date = fields.day("date")) {
    call.date = *date;
  } else {
    fields.wrong("date", "is missing");
  }
  read_company(fields, call);
  read_caller(fields, call);
  read_turns(fields, call);
  if (!fault.ok()) return fault;
  return call;
}

}  // namespace aandacht::ctl
