#include "client/softphone/hook_calls.h"

#include <cctype>

#include "absl/strings/str_cat.h"

namespace aandacht::softphone {
namespace {

constexpr absl::Duration kSameRing = absl::Minutes(2);
constexpr absl::Duration kLongestCall = absl::Hours(12);
constexpr absl::Duration kOvertaking = absl::Seconds(5);

bool is_open(const HookCall& call, absl::Duration youngest_limit, absl::Time now) {
  return call.ended == absl::InfiniteFuture() && now - call.began < youngest_limit;
}

bool ended_just_now(const HookCall& call, absl::Time now) {
  return call.ended != absl::InfiniteFuture() && now - call.ended < kOvertaking;
}

bool belongs(const HookCall& call, domain::CallEvent event, absl::Time now) {
  switch (event) {
    case domain::CallEvent::kRinging:
      return is_open(call, kSameRing, now) ||
             (ended_just_now(call, now) && call.began_with != domain::CallEvent::kRinging);
    case domain::CallEvent::kAnswered:
    case domain::CallEvent::kHeld:
    case domain::CallEvent::kResumed:
      return is_open(call, kLongestCall, now);
    case domain::CallEvent::kEnded:
      return is_open(call, kLongestCall, now) || ended_just_now(call, now);
  }
  return false;
}

HookCall& find_or_begin(std::vector<HookCall>& calls, const std::string& number, domain::CallEvent event,
                        absl::Time now) {
  for (auto call = calls.rbegin(); call != calls.rend(); ++call) {
    if (call->number == number && belongs(*call, event, now)) {
      return *call;
    }
  }
  std::string digits = number;
  std::erase_if(digits, [](unsigned char c) { return std::isdigit(c) == 0; });
  calls.push_back({.id = absl::StrCat("hook-", digits.substr(0, 20), digits.empty() ? "" : "-",
                                      absl::FormatTime("%Y%m%dT%H%M%E3SZ", now, absl::UTCTimeZone())),
                   .number = number,
                   .began_with = event,
                   .began = now});
  return calls.back();
}

}  // namespace

std::string assign_call_id(std::vector<HookCall>& calls, const std::string& number, domain::CallEvent event,
                           absl::Time now) {
  HookCall& call = find_or_begin(calls, number, event, now);
  if (event == domain::CallEvent::kEnded && call.ended == absl::InfiniteFuture()) {
    call.ended = now;
  }
  if (event == domain::CallEvent::kRinging) {
    call.began_with = event;
  }
  return call.id;
}

}  // namespace aandacht::softphone
