// Customers from other systems: what an import would change, and steps that a CRM adds to a journey.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "service/core/records.h"
#include "service/core/writer.h"
#include "service/store/store.h"
#include "shared/domain/customer.h"

namespace aandacht::core {

/// Which of a customer's fields an import brings beside the name; the others stay as they are.
struct CustomerFields {
  bool phones = true;
  bool since_year = true;
  bool language = true;
  bool address_form = true;
  bool journey = true;
  bool company = true;
};

struct UpsertCustomers {
  std::string request_id;
  std::string content;  ///< All that it brings, as bytes: who sends the same id with other bytes is refused.
  std::vector<std::pair<int, domain::Customer>> customers;  ///< With their index in the request.
  std::vector<ImportRefusal> rejected;                      ///< Whose form was wrong already.
  CustomerFields fields;
  bool validate_only = false;  ///< Says what it would do and writes nothing.
};

/// What became of each customer, or would.
struct Upserted {
  int created = 0;
  int changed = 0;
  int same = 0;
  std::vector<ImportRefusal> refusals;
};

/// A step with the id that the other system has for it.
struct IdentifiedStep {
  std::string step_id;
  domain::JourneyStep step;
};

struct AppendedSteps {
  int appended = 0;
  int known = 0;  ///< Were there already.
};

/// Failures of all: INVALID_ARGUMENT as said; RESOURCE_EXHAUSTED or UNAVAILABLE, see Writer. Safe to use from any
/// thread. References must outlive this.
class Journeys {
 public:
  explicit Journeys(Writer& writer) : writer_(writer) {}

  /// By external_id. The same request again changes nothing; its answer then counts every good one as the same.
  ///
  /// INVALID_ARGUMENT: no request id, or more than 1000 customers. ALREADY_EXISTS: the request id was used before with
  /// other content, or for something else; nothing is stored.
  void upsert(UpsertCustomers wish, Done<Upserted> done);

  /// Puts the steps into the customer's journey in the order of their days. A step whose id was appended before changes
  /// nothing, whatever became of the journey since. Desks with a call of this customer show them at once; what was
  /// already worded for that call (its opening) stays. The journey keeps its latest 200 steps.
  ///
  /// NOT_FOUND: nobody by that id. INVALID_ARGUMENT: no request id, a step is wrong, or more than 200 at once; nothing
  /// is appended.
  void append(const std::string& request_id, const std::string& external_id, const std::vector<IdentifiedStep>& steps,
              Done<AppendedSteps> done);

 private:
  Writer& writer_;
};

}  // namespace aandacht::core
