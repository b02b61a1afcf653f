#include "service/core/journeys.h"

#include <algorithm>
#include <set>

#include "absl/strings/str_cat.h"
#include "service/core/checks.h"
#include "service/core/customer_checks.h"
#include "shared/base/content_key.h"

namespace aandacht::core {
namespace {

constexpr std::size_t kMostCustomers = 1000;

/// The stored customer with the fields that the import brings.
domain::Customer merged(const domain::Customer& stored, const domain::Customer& brought, const CustomerFields& fields) {
  domain::Customer customer = stored;
  customer.external_id = brought.external_id;
  customer.name = brought.name;
  if (fields.phones) customer.phones = brought.phones;
  if (fields.since_year) customer.since_year = brought.since_year;
  if (fields.language) customer.language = brought.language;
  if (fields.address_form) customer.address_form = brought.address_form;
  if (fields.journey) customer.journey = brought.journey;
  if (fields.company) customer.company = brought.company;
  return customer;
}

/// Counts one customer, and saves it when it is new or another than before.
absl::Status upsert_one(Batch& batch, const UpsertCustomers& wish, const domain::Customer& brought, bool saves,
                        Upserted& done) {
  const absl::StatusOr<domain::Customer> stored = batch.store().customer(brought.external_id);
  if (!stored.ok() && !absl::IsNotFound(stored.status())) return batch.note(stored.status());
  const domain::Customer customer = merged(stored.ok() ? *stored : domain::Customer(), brought, wish.fields);
  if (stored.ok() && customer == *stored) {
    ++done.same;
    return absl::OkStatus();
  }
  ++(stored.ok() ? done.changed : done.created);
  return saves ? batch.note(batch.store().save_customer(customer)) : absl::OkStatus();
}

/// What is noted beside the id of a request, so that the id alone does not pass for the request.
std::string content_id(const UpsertCustomers& wish) {
  return base::content_key("upsert", absl::StrCat(wish.request_id.size(), ":", wish.request_id, wish.content));
}

/// True when this very request was written before. ALREADY_EXISTS: its id was, and not for this.
absl::StatusOr<bool> came_before(Batch& batch, const UpsertCustomers& wish) {
  const bool known = batch.knows(wish.request_id);
  const bool same = known && batch.knows(content_id(wish));
  if (!batch.broken().ok()) return batch.broken();
  if (known && !same) {
    return absl::AlreadyExistsError(
        "this request_id was used before, and not for these customers; none of them was stored, send them with a new "
        "id");
  }
  return known;
}

absl::StatusOr<Upserted> upsert_all(Batch& batch, const UpsertCustomers& wish, Upserted done) {
  const bool saves = !wish.validate_only;
  absl::Status status;
  if (saves) {
    const absl::StatusOr<bool> before = came_before(batch, wish);
    if (!before.ok()) return before.status();
    if (*before) {
      done.same = static_cast<int>(wish.customers.size());
      return done;
    }
    status = batch.note(batch.store().note_request(wish.request_id, batch.now()));
    if (status.ok()) status = batch.note(batch.store().note_request(content_id(wish), batch.now()));
  }
  for (const auto& [index, customer] : wish.customers) {
    if (!status.ok()) return status;
    status = upsert_one(batch, wish, customer, saves, done);
  }
  if (!status.ok()) return status;
  return done;
}

absl::Status check_steps(const std::vector<IdentifiedStep>& steps) {
  if (steps.size() > kMostSteps) {
    return absl::InvalidArgumentError(
        absl::StrCat("at most ", kMostSteps, " steps are taken at once; send several requests"));
  }
  std::vector<domain::JourneyStep> journey;
  for (const IdentifiedStep& step : steps) {
    if (absl::Status status = check_id("step_id", step.step_id, 128); !status.ok()) return status;
    journey.push_back(step.step);
  }
  return check_journey(journey);
}

absl::StatusOr<AppendedSteps> append_all(Batch& batch, const std::string& request_id, const std::string& external_id,
                                         const std::vector<IdentifiedStep>& steps) {
  absl::StatusOr<domain::Customer> customer = batch.store().customer(external_id);
  if (absl::IsNotFound(customer.status())) {
    return absl::NotFoundError("there is no customer \"" + external_id + "\"; import them first");
  }
  if (!customer.ok()) return batch.note(customer.status());
  if (batch.knows(request_id)) return AppendedSteps{0, static_cast<int>(steps.size())};
  if (absl::Status status = batch.note(batch.store().note_request(request_id, batch.now())); !status.ok())
    return status;
  AppendedSteps done;
  for (const IdentifiedStep& step : steps) {
    const absl::Status noted = batch.store().note_journey_step(external_id, step.step_id);
    if (absl::IsAlreadyExists(noted)) {
      ++done.known;
      continue;
    }
    if (!batch.note(noted).ok()) return noted;
    ++done.appended;
    customer->journey.push_back(step.step);
  }
  if (done.appended == 0) return done;
  std::vector<domain::JourneyStep>& journey = customer->journey;
  std::stable_sort(journey.begin(), journey.end(), [](const auto& a, const auto& b) { return a.day < b.day; });
  if (journey.size() > kMostSteps) {
    journey.erase(journey.begin(), journey.end() - static_cast<std::ptrdiff_t>(kMostSteps));
  }
  absl::Status status = batch.note(batch.store().save_customer(*customer));
  if (status.ok()) status = batch.show_customer(*customer);
  if (!status.ok()) return status;
  return done;
}

}  // namespace

void Journeys::upsert(UpsertCustomers wish, Done<Upserted> done) {
  absl::Status status = wish.validate_only ? absl::OkStatus() : check_event_id("request_id", wish.request_id);
  if (status.ok() && wish.customers.size() + wish.rejected.size() > kMostCustomers) {
    status = absl::InvalidArgumentError(
        absl::StrCat("at most ", kMostCustomers, " customers are taken at once; send several requests"));
  }
  if (!status.ok()) return done(status);
  Upserted answer{0, 0, 0, std::move(wish.rejected)};
  std::vector<std::pair<int, domain::Customer>> good;
  for (auto& [index, customer] : wish.customers) {
    if (const absl::Status fault = prepare(customer); !fault.ok()) {
      answer.refusals.push_back({index, std::string(fault.message())});
    } else {
      good.emplace_back(index, std::move(customer));
    }
  }
  std::sort(answer.refusals.begin(), answer.refusals.end(),
            [](const auto& a, const auto& b) { return a.index < b.index; });
  wish.customers = std::move(good);
  writer_.write<Upserted>(
      [wish = std::move(wish), answer = std::move(answer)](Batch& batch) { return upsert_all(batch, wish, answer); },
      std::move(done));
}

void Journeys::append(const std::string& request_id, const std::string& external_id,
                      const std::vector<IdentifiedStep>& steps, Done<AppendedSteps> done) {
  const absl::Status status = first_failure(check_event_id("request_id", request_id),
                                            check_id("external_id", external_id, 128), check_steps(steps));
  if (!status.ok()) return done(status);
  writer_.write<AppendedSteps>([=](Batch& batch) { return append_all(batch, request_id, external_id, steps); },
                               std::move(done));
}

}  // namespace aandacht::core
