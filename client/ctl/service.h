// Single questions to the service; what streams is in client/net.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "shared/domain/customer.h"
#include "shared/domain/event.h"
#include "shared/domain/library.h"

namespace grpc {
class Channel;
class ClientContext;
class Status;
}  // namespace grpc

namespace aandacht::ctl {

/// A customer that the service did not take.
struct Refusal {
  int index = 0;  ///< Position in the request.
  std::string reason;
};

struct ImportAnswer {
  int stored = 0;
  std::vector<Refusal> refusals;
};

/// What a customer answered after a call, each from 1 to 5; 0: not asked or not answered.
struct SurveyAnswer {
  std::string call_id;
  int effectiveness = 0;
  int ease = 0;
  int emotion = 0;

  bool operator==(const SurveyAnswer&) const = default;
};

/// The same question in different words.
struct QuestionGroup {
  std::string id;
  std::string language;
  std::string words;         ///< As it was asked first.
  int count = 0;             ///< Calls since the day that was asked for.
  absl::CivilDay first_day;  ///< It was ever asked.
  std::vector<std::pair<absl::CivilDay, int>> days;
  std::vector<std::string> merged;  ///< Ids that it had too.
};

/// A band of energy: of a team, or of an agent who shares it.
struct EnergyBand {
  std::string who;
  std::string band;                      ///< "too_few", "calm", "busy" or "heavy".
  absl::Time at = absl::InfinitePast();  ///< Of a team since when; of an agent until when. InfinitePast: not known.
};

struct EnergyAnswer {
  std::vector<EnergyBand> teams;
  std::vector<EnergyBand> shared;
};

struct ServiceOptions {
  absl::Duration timeout = absl::Seconds(10);  ///< Of one question, with its repetitions.
  std::function<void(absl::Duration)> sleep;   ///< Between repetitions.
};

/// True once the service took the connection; false when it refused or did not within `limit`.
[[nodiscard]] bool can_connect(grpc::Channel& channel, absl::Duration limit);

/// Each method blocks until the service answered and gives back its status; RESOURCE_EXHAUSTED, and UNAVAILABLE once
/// the service has answered before, are tried again until the timeout. Ids make repetitions harmless. One thread.
class Service {
 public:
  Service(std::shared_ptr<grpc::Channel> channel, ServiceOptions options);

  [[nodiscard]] absl::StatusOr<ImportAnswer> import_customers(const std::string& request_id,
                                                              std::span<const domain::Customer> customers);
  [[nodiscard]] absl::StatusOr<ImportAnswer> import_surveys(const std::string& request_id,
                                                            std::span<const SurveyAnswer> answers);
  [[nodiscard]] absl::StatusOr<domain::Customer> customer_by_id(const std::string& external_id);
  [[nodiscard]] absl::StatusOr<domain::Customer> customer_by_phone(const std::string& phone);
  /// Calls `take` for every customer in the order of their ids.
  [[nodiscard]] absl::Status list_customers(const std::function<void(const domain::Customer&)>& take);

  [[nodiscard]] absl::StatusOr<std::vector<domain::Why>> search_whys(const std::string& query,
                                                                     const std::string& language,
                                                                     const std::string& queue, int limit);
  [[nodiscard]] absl::Status list_whys(const std::string& language,
                                       const std::function<void(const domain::Why&)>& take);
  [[nodiscard]] absl::StatusOr<int> put_whys(const std::string& request_id, std::span<const domain::Why> whys);

  /// The most asked since `from` first; absent: ever.
  [[nodiscard]] absl::Status list_question_groups(std::optional<absl::CivilDay> from,
                                                  const std::function<void(const QuestionGroup&)>& take);
  /// By any id it ever had.
  [[nodiscard]] absl::StatusOr<QuestionGroup> question_group(const std::string& id, std::optional<absl::CivilDay> from);

  /// The desk's version after it.
  [[nodiscard]] absl::StatusOr<std::int64_t> report_call(const std::string& event_id, const std::string& agent_id,
                                                         const domain::CallReported& report, absl::Time occurred);
  [[nodiscard]] absl::StatusOr<std::int64_t> finish_wrap_up(const std::string& event_id, const std::string& agent_id,
                                                            const std::string& call_id);

  /// What an agent does for themselves, now. The desk's version after it.
  [[nodiscard]] absl::StatusOr<std::int64_t> record_act(const std::string& event_id, const std::string& agent_id,
                                                        const domain::OwnAct& act);

  [[nodiscard]] absl::StatusOr<EnergyAnswer> team_energy();

 private:
  /// Asks until there is an answer, an error that stays, or no time.
  absl::Status ask(const std::function<grpc::Status(grpc::ClientContext&)>& question);

  std::shared_ptr<grpc::Channel> channel_;
  ServiceOptions options_;
  bool answered_ = false;
};

}  // namespace aandacht::ctl
