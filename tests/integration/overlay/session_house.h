// An overlay's session, the softphone beside it, and a real service that comes and goes.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "client/net/desk_actions.h"
#include "client/overlay/session.h"
#include "service/app/service.h"
#include "shared/base/ids.h"
#include "shared/base/log.h"
#include "tests/integration/service_client.h"
#include "tests/support/catch.h"
#include "tests/support/eventually.h"
#include "tests/support/manual_clock.h"
#include "tests/support/temporary_folder.h"

namespace aandacht::test {

class SessionHouse {
 public:
  SessionHouse() {
    REQUIRE(base::start_log("test", "off").ok());
    auto outbox = net::Outbox::open(folder.file("outbox.db"), clock);
    REQUIRE(outbox.ok());
    phone_outbox_ = *std::move(outbox);
    phone_ = std::make_unique<net::DeskActions>(*phone_outbox_, ids, "sanne");
  }
  ~SessionHouse() {
    session_.reset();
    stop_service();
  }
  SessionHouse(const SessionHouse&) = delete;
  SessionHouse& operator=(const SessionHouse&) = delete;

  void start_service() {
    service_app::Config config;
    config.listen = address();
    config.store = "sqlite:" + folder.file("service.db");
    config.content = AANDACHT_SOURCE_DIR "/service/content";
    config.tokens = "off";
    auto service = service_app::Service::start(config);
    INFO(service.status().ToString());
    REQUIRE(service.ok());
    service_ = *std::move(service);
    client_ = std::make_unique<ServiceClient>(address());
  }
  void stop_service() {
    client_.reset();
    service_.reset();
  }
  ServiceClient& client() { return *client_; }

  void import_customer(const std::string& name, const std::string& phone) {
    v1::ImportCustomersRequest request;
    request.set_request_id("import-" + phone);
    v1::Customer& customer = *request.add_customers();
    customer.set_external_id("E2E-1");
    customer.set_name(name);
    customer.add_phones(phone);
    customer.set_language("nl");
    v1::ImportCustomersResponse response;
    const auto context = soon();
    REQUIRE(client_->records->ImportCustomers(context.get(), request, &response).ok());
    REQUIRE(response.stored_count() == 1);
  }

  void start_session() {
    // What a killed session had on its way to the screen is lost with it.
    {
      const std::lock_guard lock(mutex_);
      work_.clear();
    }
    auto session = overlay::Session::start({.server = address(),
                                            .agent_id = "sanne",
                                            .softphone = "none",
                                            .queue = "",
                                            .outbox_file = folder.file("outbox.db"),
                                            .local_file = folder.file("local.db"),
                                            .content_folder = AANDACHT_SOURCE_DIR "/service/content"},
                                           clock, ids, [this](std::function<void()> work) {
                                             const std::lock_guard lock(mutex_);
                                             work_.push_back(std::move(work));
                                           });
    REQUIRE(session.ok());
    session_ = *std::move(session);
  }
  void end_session() { session_.reset(); }
  overlay::Session& session() { return *session_; }

  /// As another program of this agent tells it: it lies in the outbox.
  void softphone(domain::CallEvent event, const std::string& call, const std::string& from = "0600110201") {
    domain::CallReported report;
    report.call_id = call;
    report.event = event;
    report.from = from;
    report.language = "nl";
    REQUIRE(phone_->report_call(report, clock.now()).ok());
  }

  /// One frame: takes in what came, and does what is due.
  void frame() {
    std::vector<std::function<void()>> work;
    {
      const std::lock_guard lock(mutex_);
      work.swap(work_);
    }
    for (const auto& each : work) each();
    session_->tick();
    session_->frame_is_out();
  }

  bool comes(const std::function<bool()>& condition, absl::Duration limit = absl::Seconds(20)) {
    return eventually(
        [&] {
          frame();
          return condition();
        },
        limit);
  }

  /// True when the call on screen is in this state.
  bool shows(domain::CallState state) {
    return comes([&] {
      const domain::Desk* desk = session_->desk();
      const domain::Call* call = desk == nullptr ? nullptr : domain::current_call(*desk);
      return call != nullptr && call->state == state;
    });
  }
  bool shows_no_call() {
    return comes([&] { return session_->desk() != nullptr && session_->desk()->calls.empty(); });
  }
  bool connected() {
    return comes([&] { return session_->connection().state == model::ConnectionState::kConnected; });
  }
  /// True when so many requests are on disk: a click gets there on a thread of its own.
  bool keeps(int requests) {
    return comes([&] { return *phone_outbox_->pending() == requests; });
  }
  bool nothing_waits() {
    return comes([&] {
      clock.advance(absl::Milliseconds(1));  // The sender's waits are by this clock.
      return *phone_outbox_->pending() == 0 && session_->connection().pending == 0;
    });
  }
  net::Outbox& outbox() { return *phone_outbox_; }
  [[nodiscard]] std::string address() const { return "unix:" + folder.file("service.sock"); }

  TemporaryFolder folder;
  ManualClock clock{absl::FromUnixSeconds(1'790'000'000)};
  base::RandomIds ids;

 private:
  std::unique_ptr<net::Outbox> phone_outbox_;
  std::unique_ptr<net::DeskActions> phone_;
  std::unique_ptr<service_app::Service> service_;
  std::unique_ptr<ServiceClient> client_;
  std::mutex mutex_;
  std::vector<std::function<void()>> work_;
  std::unique_ptr<overlay::Session> session_;
};

}  // namespace aandacht::test
