// A service with its guard, teams at their desks, and what happens in their calls: for what a console shows of it.
#pragma once

#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tests/integration/identity_house.h"

namespace aandacht::test {

/// Team blue has six agents, red one; kim leads blue, noor leads blue too, rene leads red. Comes back at the address
/// that it had.
class ConsoleHouse {
 public:
  using Change = std::function<void(service_app::Config&)>;

  explicit ConsoleHouse(const Change& change = [](service_app::Config&) {});

  [[nodiscard]] const std::string& address() const { return address_; }
  [[nodiscard]] const TemporaryFolder& folder() const { return house_.folder; }

  void stop() { house_.stop(); }
  void start();

  /// A file with the token of a supervisor of these teams, to log in with.
  std::string token_file(const std::string& id, const std::vector<std::string>& teams,
                         absl::Duration valid = absl::Hours(1));

  /// The day in the service's time zone, in which its reports count days.
  [[nodiscard]] absl::CivilDay today() { return reports().today(); }
  [[nodiscard]] absl::Time noon_of(absl::CivilDay day) {
    return absl::FromCivil(absl::CivilHour(day) + 12, reports().zone());
  }

  /// As an integrator reports it; from then on everything happens at this time.
  void set_time(absl::Time time) { time_ = time; }
  /// "nl" or "en": what is said from then on.
  void set_spoken(const std::string& language) { spoken_ = language; }
  void begin_call(const std::string& call, const std::string& agent, const std::string& queue = "");
  void end_call(const std::string& call, const std::string& agent);
  /// As an integrator's recogniser heard it, in Dutch unless set_spoken() says otherwise.
  void say(const std::string& call, v1::Speaker speaker, const std::string& text);
  void customer_says(const std::string& call, const std::string& text) { say(call, v1::SPEAKER_CUSTOMER, text); }
  /// A call from beginning to end in which the customer says this.
  void have_call(const std::string& call, const std::string& agent, const std::vector<std::string>& words,
                 const std::string& queue = "");

  /// One message to any rpc, as who holds this token; REQUIREs that it was taken.
  template <typename Request, typename Response>
  Response ask(const std::string& rpc, const std::string& token, const Request& request, const Response& /*kind*/) {
    Response response;
    const grpc::Status status = house_.call("aandacht.v1." + rpc, token, request.SerializeAsString(), &response);
    INFO(rpc << ": " << status.error_message());
    REQUIRE(status.ok());
    return response;
  }
  [[nodiscard]] std::string agent(const std::string& id) const { return house_.agent(id); }
  [[nodiscard]] std::string supervisor(const std::string& team) const { return house_.supervisor(team); }
  [[nodiscard]] IdentityHouse& house() { return house_; }

 private:
  [[nodiscard]] const core::Reports& reports() { return house_.service().core().reports(); }
  void report(const std::string& call, const std::string& agent, v1::CallEvent event, const std::string& queue);

  service_app::Config* config_ = nullptr;
  IdentityHouse house_;
  std::string address_;
  int said_ = 0;
  std::string spoken_ = "nl";
  std::optional<absl::Time> time_;
};

}  // namespace aandacht::test
