// A whole service for the commands of aandachtctl, on a free port, in this process.
#pragma once

#include <algorithm>
#include <functional>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "absl/time/clock.h"
#include "client/ctl/program.h"
#include "service/app/service.h"
#include "shared/base/clock.h"
#include "shared/base/ids.h"
#include "spdlog/spdlog.h"
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
  using Configure = std::function<void(service_app::Config& config)>;

  /// \param configure  changes what the service starts with.
  /// \param zone  of the machine that the commands run on.
  explicit CtlService(Configure configure = {}, absl::TimeZone zone = absl::FixedTimeZone(3600))
      : configure_(std::move(configure)), zone_(zone) {
    spdlog::set_level(spdlog::level::warn);
    start("127.0.0.1:0");
  }
  ~CtlService() { stop(); }
  CtlService(const CtlService&) = delete;
  CtlService& operator=(const CtlService&) = delete;

  /// As a restart of the program does: the port and the file stay.
  void restart(Configure configure) {
    configure_ = std::move(configure);
    restart();
  }
  void restart() {
    const std::string address = service_->address();
    stop();
    start(address);
  }

  [[nodiscard]] const std::string& address() const { return service_->address(); }
  [[nodiscard]] const TemporaryFolder& folder() const { return folder_; }

  /// \param written  what stands in the output already, as with `>>`.
  CtlRan run(std::vector<std::string> arguments, const std::string& input = {}, const std::string& written = {}) {
    if (std::find(arguments.begin(), arguments.end(), "--server") == arguments.end()) {
      arguments.insert(arguments.begin(), {"--server", service_->address()});
    }
    std::istringstream in(input);
    std::ostringstream out(written);
    std::ostringstream err;
    ctl::Environment environment{
        .in = in,
        .out = out,
        .err = err,
        .clock = clock_,
        .ids = ids_,
        .zone = zone_,
        .variable = [](const std::string&) { return std::nullopt; },
        .sleep = [](absl::Duration wait) { absl::SleepFor(wait); },
    };
    const ctl::Exit exit = ctl::run(arguments, "test", environment);
    return {exit, out.str(), err.str()};
  }

  /// The first that a watch prints, which is the whole; watched longer when the machine is too slow for a short look.
  CtlRan look(const std::vector<std::string>& watch) {
    CtlRan seen;
    for (const char* limit : {"300ms", "3s", "20s"}) {
      std::vector<std::string> arguments = watch;
      arguments.insert(arguments.end(), {"--for", limit});
      seen = run(std::move(arguments));
      if (!seen.out.empty()) break;
    }
    return seen;
  }

 private:
  void start(const std::string& address) {
    service_app::Config config;
    config.listen = address;
    config.store = "sqlite:" + folder_.file("aandacht.db");
    config.content = AANDACHT_SOURCE_DIR "/service/content";
    config.tokens = "off";
    if (configure_) configure_(config);
    auto service = service_app::Service::start(config);
    INFO(service.status());
    REQUIRE(service.ok());
    service_ = *std::move(service);
  }

  void stop() {
    if (service_ != nullptr) service_->drain();
    service_.reset();
  }

  Configure configure_;
  absl::TimeZone zone_;
  TemporaryFolder folder_;
  base::SystemClock clock_;
  base::RandomIds ids_;
  std::unique_ptr<service_app::Service> service_;
};

}  // namespace aandacht::test
