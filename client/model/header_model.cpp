#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "client/model/format.h"
#include "client/model/parts.h"
#include "client/model/strings.h"

namespace aandacht::model {
namespace {

std::string name_of(const domain::Call& call, Language language) {
  if (call.customer && !call.customer->name.empty()) return call.customer->name;
  if (!call.display_name.empty()) return call.display_name;
  return std::string(text(Text::kUnknownCaller, language));
}

std::string number_line(const domain::Call& call, Language language) {
  return call.from.empty() ? std::string(text(Text::kNumberWithheld, language)) : phone_text(call.from);
}

std::string about_text(const domain::Call& call, Language language) {
  if (!call.customer) return number_line(call, language);
  std::vector<std::string> parts;
  const domain::Customer& customer = *call.customer;
  if (customer.since_year > 0) parts.push_back(fill(Text::kCustomerSince, language, customer.since_year));
  if (customer.address_form == domain::AddressForm::kFormal) parts.emplace_back(text(Text::kFormal, language));
  if (customer.address_form == domain::AddressForm::kInformal) parts.emplace_back(text(Text::kInformal, language));
  if (parts.empty()) return number_line(call, language);
  return absl::StrJoin(parts, " · ");
}

std::string elapsed(absl::Time since, const Moment& moment) {
  return since == absl::InfinitePast() ? duration_text(absl::ZeroDuration()) : duration_text(moment.now - since);
}

void add_state(HeaderModel& header, const domain::Call& call, const Moment& moment) {
  switch (call.state) {
    case domain::CallState::kRinging:
      header.time = elapsed(call.rang, moment);
      header.state =
          text(call.direction == domain::CallDirection::kIncoming ? Text::kRinging : Text::kDialling, moment.language);
      return;
    case domain::CallState::kInCall:
      header.time = elapsed(call.answered, moment);
      header.phase = call.phase;
      header.phase_text = phase_text(call.phase, moment.language);
      return;
    case domain::CallState::kOnHold:
      // Who waits counts the seconds of the hold.
      header.time = elapsed(call.held, moment);
      header.state = text(Text::kOnHold, moment.language);
      header.time_note = fill(Text::kCallTime, moment.language, elapsed(call.answered, moment));
      return;
    case domain::CallState::kWrapUp:
    case domain::CallState::kEnded:
      header.time = elapsed(call.ended, moment);
      header.state = text(Text::kWrappingUp, moment.language);
      return;
  }
}

}  // namespace

const char* phase_text(domain::CallPhase phase, Language language) {
  switch (phase) {
    case domain::CallPhase::kOpening:
      return text(Text::kPhaseOpening, language);
    case domain::CallPhase::kSolving:
      return text(Text::kPhaseSolving, language);
    case domain::CallPhase::kClosing:
      return text(Text::kPhaseClosing, language);
  }
  return "";
}

HeaderModel make_header(const domain::Desk& desk, const domain::Call& call, const Moment& moment) {
  HeaderModel header;
  header.call_id = call.id;
  header.name = name_of(call, moment.language);
  header.known = call.customer.has_value();
  header.initials = header.known || !call.display_name.empty() ? initials_of(header.name) : "?";
  header.about = about_text(call, moment.language);
  header.number = phone_text(call.from);
  const std::size_t others = desk.calls.size() - 1;
  if (others == 1) header.others = text(Text::kOneOtherCall, moment.language);
  if (others > 1) header.others = fill(Text::kOtherCalls, moment.language, others);
  add_state(header, call, moment);
  return header;
}

}  // namespace aandacht::model
