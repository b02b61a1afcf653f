// What the overlay must know when the service is away, on disk.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "client/net/sqlite_file.h"
#include "shared/base/clock.h"
#include "shared/domain/desk.h"
#include "shared/domain/fatigue.h"
#include "shared/domain/library.h"

namespace aandacht::local {

/// A desk as the service last told it.
struct StoredDesk {
  domain::Desk desk;
  absl::Duration skew;  ///< This machine's time minus the desk's: a replayed day is another day.
};

/// A small SQLite file: the last confirmed desk of each agent, the customers that were seen on it, the library's whys,
/// the table of what tires.
///
/// Everything in it the service has too: a file that was lost costs nothing but the first minutes of an outage. All
/// methods are safe from any thread and block on the disk for some milliseconds; failures come back as UNAVAILABLE or
/// INTERNAL with the file's name.
class LocalStore {
 public:
  static constexpr int kMostCustomers = 200;
  /// Customers who did not call for so long are forgotten.
  static constexpr absl::Duration kForgottenAfter = absl::Hours(30 * 24);

  /// Opens or makes the file; errors are those of net::open_sqlite_file. `clock` must outlive the store.
  [[nodiscard]] static absl::StatusOr<std::unique_ptr<LocalStore>> open(const std::filesystem::path& file,
                                                                        const base::Clock& clock);

  /// Takes the place of the desk that was kept, and remembers the customers of its calls under every number of theirs.
  absl::Status keep_desk(const domain::Desk& desk, absl::Duration skew);

  /// nullopt: none was kept, or it cannot be read any more.
  [[nodiscard]] absl::StatusOr<std::optional<StoredDesk>> desk(const std::string& agent_id);

  /// The customer who calls from this number, as a softphone gave it; nullopt: not seen here.
  [[nodiscard]] absl::StatusOr<std::optional<domain::Customer>> customer(std::string_view from);

  /// A page of the library, encoded by shared/wire. `listing`: a number that grows; pages of one listing share it.
  absl::Status keep_whys(const std::vector<domain::Why>& whys, std::int64_t listing);

  /// The listing is complete: whys that were not in it are gone.
  absl::Status finish_listing(std::int64_t listing);

  /// The number of the newest listing, 0 when there is none.
  [[nodiscard]] absl::StatusOr<std::int64_t> listing();

  /// In the order of their ids; those that cannot be read any more are left out.
  [[nodiscard]] absl::StatusOr<std::vector<domain::Why>> whys();

  /// nullopt: not kept here.
  [[nodiscard]] absl::StatusOr<std::optional<domain::Why>> why(const std::string& id);

  /// What the service counts fatigue with.
  absl::Status keep_fatigue_rules(const domain::FatigueRules& rules);

  /// nullopt: none were kept, or they cannot be read any more.
  [[nodiscard]] absl::StatusOr<std::optional<domain::FatigueRules>> fatigue_rules();

  /// No byte of a desk that was replaced stays in the file or its log.
  absl::Status leave_nothing_behind();

 private:
  LocalStore(net::Database database, std::string file, const base::Clock& clock);

  template <typename Body>
  absl::Status transaction(Body body);
  absl::Status done(net::Statement& statement, std::string_view doing);
  absl::Status keep_customer(const domain::Call& call);
  absl::Status forget_customers();

  std::mutex mutex_;
  net::Database database_;  // Used with mutex_ held.
  const std::string file_;
  const base::Clock& clock_;
};

}  // namespace aandacht::local
