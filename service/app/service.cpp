#include "service/app/service.h"

#include <spdlog/spdlog.h>

#include <system_error>
#include <utility>

#include "absl/strings/str_cat.h"
#include "service/app/address.h"
#include "service/app/file_lock.h"
#include "service/app/identity.h"
#include "service/bus/local/local_bus.h"
#include "service/rpc/server.h"
#include "service/store/sqlite/sqlite.h"
#include "shared/base/clock.h"
#include "shared/content/alert_rules.h"
#include "shared/content/load.h"

namespace aandacht::service_app {
namespace {

// Nobody reads a table faster.
constexpr absl::Duration kFloorPace = absl::Milliseconds(250);

core::CoreOptions core_options(const Config& config) {
  core::CoreOptions options;
  options.desks = {config.registration == "listed", config.agents, config.agents_report_calls, config.grace};
  options.writer = {static_cast<std::size_t>(config.queue), static_cast<std::size_t>(config.batch)};
  options.watch_backlog = static_cast<std::size_t>(config.watch_backlog);
  options.floor_pace = kFloorPace;
  options.alerts.days = config.alert_days;
  options.prompts.per_hour = config.prompts_per_hour;
  options.prompts.quiet = core::QuietHours::parse(config.quiet).value_or(core::QuietHours());
  options.prompts.urgent_in_quiet = config.urgent_in_quiet;
  options.questions = {config.question_days, config.question_count_days};
  absl::LoadTimeZone(config.time_zone, &options.time_zone);
  return options;
}

rpc::ServerOptions server_options(const Config& config) {
  rpc::ServerOptions options;
  options.address = config.listen;
  options.largest_message = config.largest_message;
  options.memory = config.memory * 1024 * 1024;
  options.in_flight = static_cast<std::size_t>(config.in_flight);
  options.keepalive = config.keepalive;
  options.keepalive_timeout = config.keepalive_timeout;
  return options;
}

// The program's own folder is made; one that somebody named must be there, or a typing mistake would begin an empty
// store.
absl::Status make_folder(const Config& config, const std::filesystem::path& file) {
  if (!config.store.empty()) return absl::OkStatus();
  std::error_code error;
  std::filesystem::create_directories(file.parent_path(), error);
  if (!error) return absl::OkStatus();
  return absl::PermissionDeniedError(
      absl::StrCat("cannot make the folder ", file.parent_path().string(), ": ", error.message()));
}

class ComposedService final : public Service {
 public:
  explicit ComposedService(const Config& config) : config_(config) {}
  ~ComposedService() override { drain(); }

  absl::Status open() {
    if (absl::Status status = check_address(config_.listen); !status.ok()) {
      return absl::InvalidArgumentError(absl::StrCat("listen ", std::string(status.message())));
    }
    if (absl::Status status = check_exposure(config_); !status.ok()) return status;
    if (absl::Status status = check_free(config_.listen); !status.ok()) return status;
    if (absl::Status status = open_store(); !status.ok()) return status;
    absl::StatusOr<domain::Library> library = content::load_library(content_folder(config_));
    if (!library.ok()) return library.status();
    spdlog::info("content of {}: {} whys, {} coach rules", content_folder(config_).string(), library->whys.size(),
                 library->coach_rules.size());
    auto teams = teams_of(config_);
    if (!teams.ok()) return teams.status();
    for (const auto& [team, size] : teams->sizes()) {
      spdlog::info("team {} of {} agents{}", team, size,
                   size < core::HeldBand::kFewest ? ", too few to have a band" : "");
    }
    core::CoreOptions options = core_options(config_);
    auto starters = content::load_alert_rules(content_folder(config_));
    if (!starters.ok()) return starters.status();
    options.alerts.starters = *std::move(starters);
    options.teams = *std::move(teams);
    absl::StatusOr<std::vector<content::SourceFile>> sources = content::load_sources(content_folder(config_));
    if (!sources.ok()) return sources.status();
    options.library = {config_.four_eyes, *std::move(sources)};
    auto core = core::Core::open(options, *std::move(library), *store_, bus_, clock_);
    if (!core.ok()) return core.status();
    core_ = *std::move(core);
    rpc::ServerOptions options_of_server = server_options(config_);
    if (absl::Status status = secure(options_of_server); !status.ok()) return status;
    auto server = rpc::Server::start(*core_, options_of_server);
    if (!server.ok()) return server.status();
    server_ = *std::move(server);
    return absl::OkStatus();
  }

  const std::string& address() const override { return server_->address(); }
  core::Core& core() override { return *core_; }

  void drain() override {
    if (server_ != nullptr) server_->drain(config_.drain);
    if (core_ != nullptr) core_->drain();
  }

 private:
  absl::Status secure(rpc::ServerOptions& options) {
    absl::StatusOr<rpc::TlsOptions> tls = read_tls(config_);
    if (!tls.ok()) return tls.status();
    options.tls = *std::move(tls);
    absl::StatusOr<std::shared_ptr<security::Guard>> guard = make_guard(config_, clock_);
    if (!guard.ok()) return guard.status();
    options.guard = *std::move(guard);
    return absl::OkStatus();
  }

  absl::Status open_store() {
    const absl::StatusOr<std::filesystem::path> file = store_file(config_);
    if (!file.ok()) return file.status();
    if (absl::Status status = make_folder(config_, *file); !status.ok()) return status;
    auto lock = FileLock::take(*file);
    if (!lock.ok()) return lock.status();
    lock_ = *std::move(lock);
    auto store = store::sqlite::open(file->string());
    if (!store.ok()) return store.status();
    store_ = *std::move(store);
    spdlog::info("store {}", file->string());
    return absl::OkStatus();
  }

  const Config config_;
  const base::SystemClock clock_;
  std::unique_ptr<FileLock> lock_;
  std::unique_ptr<store::Store> store_;
  bus::LocalBus bus_;
  std::unique_ptr<core::Core> core_;
  std::unique_ptr<rpc::Server> server_;
};

}  // namespace

absl::StatusOr<std::unique_ptr<Service>> Service::start(const Config& config) {
  auto service = std::make_unique<ComposedService>(config);
  if (absl::Status status = service->open(); !status.ok()) return status;
  return service;
}

}  // namespace aandacht::service_app
