#include "service/core/customer_checks.h"

#include <algorithm>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "service/core/checks.h"
#include "shared/domain/phone.h"

namespace aandacht::core {
namespace {

constexpr std::size_t kMostPhones = 16;

// Brings the numbers to E.164; the first that is none is named.
absl::Status normalise_phones(std::vector<std::string>& phones) {
  if (phones.size() > kMostPhones)
    return absl::InvalidArgumentError(absl::StrCat("has more than ", kMostPhones, " phone numbers"));
  std::vector<std::string> normalised;
  for (const std::string& phone : phones) {
    std::string number = domain::normalise_phone(phone);
    if (number.empty()) {
      return absl::InvalidArgumentError(
          absl::StrCat("\"", presentable(phone, 40), "\" is not a phone number; write it as +31612345678"));
    }
    if (std::find(normalised.begin(), normalised.end(), number) == normalised.end())
      normalised.push_back(std::move(number));
  }
  phones = std::move(normalised);
  return absl::OkStatus();
}

}  // namespace

absl::Status check_journey(const std::vector<domain::JourneyStep>& journey) {
  if (journey.size() > kMostSteps)
    return absl::InvalidArgumentError(absl::StrCat("has more than ", kMostSteps, " journey steps"));
  for (const domain::JourneyStep& step : journey) {
    absl::Status status = check_text("a journey step's what", step.what, 300, false);
    if (status.ok() && step.promise) status = check_text("a promise", step.promise->text, 500, false);
    if (!status.ok()) return status;
  }
  return absl::OkStatus();
}

absl::Status prepare(domain::Customer& customer) {
  absl::Status status = first_failure(check_id("external_id", customer.external_id, 128),
                                      check_text("name", customer.name, 200, true), check_journey(customer.journey));
  if (status.ok()) status = normalise_phones(customer.phones);
  customer.name = presentable(customer.name, customer.name.size());
  return status;
}

}  // namespace aandacht::core
