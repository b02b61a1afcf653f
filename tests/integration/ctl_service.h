// A whole service for the commands of aandachtctl: real store, bus, core and gRPC on a free port, in this process.
#pragma once

#include <algorithm>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "absl/time/clock.h"
#include "client/ctl/program.h"
#include "service/bus/local/local_bus.h"
#include "service/core/core.h"
#include "service/rpc/server.h"
#include "service/store/sqlite/sqlite.h"
#include "shared/base/clock.h"
#include "shared/base/ids.h"
#include "shared/content/load.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

namespace aandacht::test {

struct CtlRan {
  ctl::Exit exit = ctl::Exit::kOk;
  std::string out;
  std::string err;

  [[nodiscard]] std::vector<std::string> lines() const {
    std::vector<std::string> found;
    std::istringstream in(out);
    for (std::string line; std::getline(in, line);) found.push_back(line);
    return found;
  }
};

class CtlService {
 public:
  CtlService() { start("127.0.0.1:0"); }
  ~CtlService() { stop(); }
  CtlService(const CtlService&) = delete;
  CtlService& operator=(const CtlService&) = delete;

  /// As a restart of the program does: the port and the file stay.
  void restart() {
    const std::string address = server_->address();
    stop();
    start(address);
  }

  [[nodiscard]] const std::string& address() const { return server_->address(); }
  [[nodiscard]] const TemporaryFolder& folder() const { return folder_; }

  CtlRan run(std::vector<std::string> arguments, const std::string& input = {}) {
    if (std::find(arguments.begin(), arguments.end(), "--server") == arguments.end()) {
      arguments.insert(arguments.begin(), {"--server", server_->address()});
    }
    std::istringstream in(input);
    std::ostringstream out;
    std::ostringstream err;
    ctl::Environment environment{
        .in = in,
        .out = out,
        .err = err,
        .clock = clock_,
        .ids = ids_,
        .zone = absl::FixedTimeZone(3600),
        .variable = [](const std::string&) { return std::nullopt; },
        .sleep = [](absl::Duration wait) { absl::SleepFor(wait); },
    };
    const ctl::Exit exit = ctl::run(arguments, "test", environment);
    return {exit, out.str(), err.str()};
  }

 private:
  void start(const std::string& address) {
    absl::StatusOr<domain::Library> library = content::load_library(AANDACHT_SOURCE_DIR "/service/content");
    INFO(library.status());
    REQUIRE(library.ok());
    auto store = store::sqlite::open(folder_.file("aandacht.db"));
    INFO(store.status());
    REQUIRE(store.ok());
    store_ = *std::move(store);
    bus_ = std::make_unique<bus::LocalBus>();
    auto core = core::Core::open({.time_zone = absl::FixedTimeZone(3600)}, *std::move(library), *store_, *bus_, clock_);
    INFO(core.status());
    REQUIRE(core.ok());
    core_ = *std::move(core);
    auto server = rpc::Server::start(*core_, {.address = address});
    INFO(server.status());
    REQUIRE(server.ok());
    server_ = *std::move(server);
  }

  void stop() {
    if (server_ == nullptr) return;
    server_->drain(absl::Seconds(2));
    server_.reset();
    core_.reset();
    bus_.reset();
    store_.reset();
  }

  TemporaryFolder folder_;
  base::SystemClock clock_;
  base::RandomIds ids_;
  std::unique_ptr<store::Store> store_;
  std::unique_ptr<bus::LocalBus> bus_;
  std::unique_ptr<core::Core> core_;
  std::unique_ptr<rpc::Server> server_;
};

}  // namespace aandacht::test
