// Customers, calls and turns, as the service remembers them.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "service/core/commands.h"
#include "service/core/writer.h"
#include "service/store/store.h"

namespace aandacht::core {

struct ImportRefusal {
  int index = 0;  ///< In what was sent.
  std::string reason;
};

struct Imported {
  int stored = 0;
  std::vector<ImportRefusal> refusals;
};

/// What a customer answered after a call, each from 1 to 5; 0: not asked or not answered.
struct SurveyAnswer {
  std::string call_id;
  int effectiveness = 0;
  int ease = 0;
  int emotion = 0;
};

/// Page sizes everywhere: 0 means 50, above 500 is taken as 500; INVALID_ARGUMENT for a negative one or a page token
/// that this service did not give. Reads may also answer UNAVAILABLE or INTERNAL for the store. Safe to use from any
/// thread.
class Records {
 public:
  Records(Writer& writer, store::Store& store) : writer_(writer), store_(store) {}

  /// Stores the customers that can be stored; phone numbers are brought to E.164. The same request again changes
  /// nothing and has the same answer. `rejected`: customers whose form was wrong already, by their index in the
  /// request.
  ///
  /// INVALID_ARGUMENT: no request id or more than 1000 customers.
  void import_customers(const std::string& request_id, std::vector<std::pair<int, domain::Customer>> customers,
                        std::vector<ImportRefusal> rejected, Done<Imported> done);

  /// Stores the answers that can be stored, as grades (see domain::grade_of_answer), in the place of earlier ones of
  /// the same call. Answers to calls that are not known are kept too: the call may be reported later than its survey,
  /// and until then nobody is shown them. The same request again changes nothing and has the same answer.
  ///
  /// INVALID_ARGUMENT: no request id or more than 1000 answers.
  void import_surveys(const std::string& request_id, const std::vector<SurveyAnswer>& answers, Done<Imported> done);

  /// INVALID_ARGUMENT: no call. NOT_FOUND: no such call.
  [[nodiscard]] absl::StatusOr<store::CallRecord> call(const std::string& call_id);

  /// By the company's key, else by phone in any notation. INVALID_ARGUMENT: neither. NOT_FOUND: nobody.
  [[nodiscard]] absl::StatusOr<domain::Customer> customer(const std::string& external_id, const std::string& phone);
  [[nodiscard]] absl::StatusOr<store::Page<domain::Customer>> customers(int page_size, const std::string& page_token);
  /// Of the agents that `shows` lets pass; of others nothing is told, not even by pages.
  [[nodiscard]] absl::StatusOr<store::Page<store::CallRecord>> calls(
      const std::string& agent_id, int page_size, const std::string& page_token,
      const std::function<bool(const std::string& agent_id)>& shows);
  /// INVALID_ARGUMENT: no call. NOT_FOUND: no such call.
  [[nodiscard]] absl::StatusOr<store::Page<store::TurnRecord>> turns(const std::string& call_id, int page_size,
                                                                     const std::string& page_token);
  /// The most asked since `from` first.
  [[nodiscard]] absl::StatusOr<store::Page<store::QuestionGroup>> question_groups(absl::CivilDay from, int page_size,
                                                                                  const std::string& page_token);
  /// By its id or one that was merged into it, counted since `from`. NOT_FOUND: nothing is left of it.
  [[nodiscard]] absl::StatusOr<store::QuestionGroup> question_group(const std::string& id, absl::CivilDay from);

 private:
  Writer& writer_;
  store::Store& store_;
};

}  // namespace aandacht::core
