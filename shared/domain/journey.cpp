#include "shared/domain/journey.h"

namespace aandacht::domain {
namespace {

constexpr int kLongestSilenceDays = 60;
constexpr int kLongestMemoryDays = 180;  // An older broken promise is not what this call is about.

absl::CivilDay day_of(absl::Time time) { return absl::ToCivilDay(time, absl::UTCTimeZone()); }

// Newest first.
std::vector<const JourneyStep*> unsolved_contacts(const Customer& customer, absl::Time now) {
  std::vector<const JourneyStep*> contacts;
  absl::CivilDay next = day_of(now);
  for (auto step = customer.journey.rbegin(); step != customer.journey.rend(); ++step) {
    if (step->day > day_of(now) || step->stage != JourneyStage::kService) continue;
    if (step->felt == Feeling::kPositive || next - step->day > kLongestSilenceDays) break;
    next = step->day;
    contacts.push_back(&*step);
  }
  return contacts;
}

}  // namespace

std::optional<RepeatContact> repeat_contact(const Customer& customer, absl::Time now) {
  const std::vector<const JourneyStep*> contacts = unsolved_contacts(customer, now);
  if (contacts.empty()) return std::nullopt;
  const JourneyStep& first = *contacts.back();
  return RepeatContact{static_cast<int>(contacts.size()) + 1, first.what, absl::Hours(24) * (day_of(now) - first.day)};
}

std::vector<absl::CivilDay> repeated_contacts(const Customer& customer, absl::Time now) {
  std::vector<absl::CivilDay> days;
  for (const JourneyStep* step : unsolved_contacts(customer, now)) days.push_back(step->day);
  return days;
}

const Promise* broken_promise(const Customer& customer, absl::Time now) {
  for (auto step = customer.journey.rbegin(); step != customer.journey.rend(); ++step) {
    if (!step->promise || day_of(now) - step->day > kLongestMemoryDays) continue;
    const Promise& promise = *step->promise;
    const bool overdue = promise.state == PromiseState::kOpen && promise.due && *promise.due + absl::Hours(24) <= now;
    if (promise.state == PromiseState::kBroken || overdue) return &promise;
  }
  return nullptr;
}

OpeningOccasion opening_occasion(const std::optional<Customer>& customer, absl::Time now) {
  if (!customer) return OpeningOccasion::kUnknown;
  if (broken_promise(*customer, now) != nullptr) return OpeningOccasion::kBrokenPromise;
  if (repeat_contact(*customer, now)) return OpeningOccasion::kRepeatContact;
  if (!customer->journey.empty() && customer->journey.back().felt == Feeling::kNegative)
    return OpeningOccasion::kBadLastStep;
  return OpeningOccasion::kKnown;
}

}  // namespace aandacht::domain
