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

std::string time_of(const domain::Call& call, const Moment& moment) {
  HeaderModel header;
  add_state(header, call, moment);
  return header.time;
}

/// "gaat over 00:04"
std::string what_it_does(const domain::Call& call, const Moment& moment) {
  HeaderModel header;
  add_state(header, call, moment);
  return header.state.empty() ? header.time : absl::StrCat(header.state, " ", header.time);
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

std::optional<OtherCall> make_other(const domain::Desk& desk, const Moment& moment) {
  if (desk.calls.size() < 2) return std::nullopt;
  OtherCall other;
  other.call_id = desk.calls[1].id;
  other.state = desk.calls[1].state;
  other.who = name_of(desk.calls[1], moment.language);
  other.time = time_of(desk.calls[1], moment);
  other.what = what_it_does(desk.calls[1], moment);
  if (desk.calls.size() > 2) other.more = fill(Text::kMoreCalls, moment.language, desk.calls.size() - 2);
  other.tooltip = text(Text::kOtherCallsTitle, moment.language);
  for (std::size_t i = 1; i < desk.calls.size(); ++i) {
    absl::StrAppend(&other.tooltip, "\n", name_of(desk.calls[i], moment.language), ", ",
                    what_it_does(desk.calls[i], moment));
  }
  return other;
}

HeaderModel make_header(const domain::Call& call, const Moment& moment) {
  HeaderModel header;
  header.call_id = call.id;
  header.name = name_of(call, moment.language);
  header.known = call.customer.has_value();
  header.initials = header.known || !call.display_name.empty() ? initials_of(header.name) : "?";
  header.about = about_text(call, moment.language);
  header.number = phone_text(call.from);
  add_state(header, call, moment);
  return header;
}

}  // namespace aandacht::model
