// The whole service in this process, on a free port and a store of its own.
#pragma once

#include <memory>
#include <string>

#include "service/app/service.h"
#include "shared/base/log.h"
#include "tests/integration/service_client.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

namespace aandacht::test {

class ServiceFixture {
 public:
  ServiceFixture() {
    REQUIRE(base::start_log("test", "off").ok());
    start();
  }
  ~ServiceFixture() { stop(); }
  ServiceFixture(const ServiceFixture&) = delete;
  ServiceFixture& operator=(const ServiceFixture&) = delete;

  /// On the same store, on another port.
  void restart() {
    stop();
    start();
  }

  service_app::Service& service() { return *service_; }
  ServiceClient& client() { return *client_; }
  service_app::Config config() const {
    service_app::Config config;
    config.listen = "127.0.0.1:0";
    config.store = "sqlite:" + folder_.file("aandacht.db");
    config.content = AANDACHT_SOURCE_DIR "/service/content";
    config.tokens = "off";
    return config;
  }

  void begin_call(const std::string& call = "call-1", const std::string& agent = "sanne") {
    REQUIRE(client_->report(call + "-ringing", v1::CALL_EVENT_RINGING, call, agent).ok());
    REQUIRE(client_->report(call + "-answered", v1::CALL_EVENT_ANSWERED, call, agent).ok());
  }

 private:
  void start() {
    auto service = service_app::Service::start(config());
    INFO(service.status().ToString());
    REQUIRE(service.ok());
    service_ = *std::move(service);
    client_ = std::make_unique<ServiceClient>(service_->address());
  }

  void stop() {
    client_.reset();
    service_.reset();
  }

  TemporaryFolder folder_;
  std::unique_ptr<service_app::Service> service_;
  std::unique_ptr<ServiceClient> client_;
};

}  // namespace aandacht::test
