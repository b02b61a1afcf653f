// Core on a real store in a temporary folder, with a clock moved by hand and a library of a few lines.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "service/bus/local/local_bus.h"
#include "service/core/core.h"
#include "service/store/sqlite/sqlite.h"
#include "tests/support/awaited.h"
#include "tests/support/eventually.h"
#include "tests/support/gated_store.h"
#include "tests/support/manual_clock.h"
#include "tests/support/temporary_folder.h"

namespace aandacht::test {

/// Monday 2 March 2026, 09:00 UTC.
inline absl::Time monday() { return absl::FromUnixSeconds(1772442000); }

/// One we rule ("computer says no"), its line, one why, and word lists enough to read with.
domain::Library small_library();

domain::Customer customer(const std::string& id, const std::string& name, const std::string& phone);

class CoreHouse {
 public:
  explicit CoreHouse(core::CoreOptions options = {}, domain::Library library = small_library());

  /// Stops core and opens it again on the same file, as after a crash or restart.
  void restart();

  core::Core& core() { return *core_; }
  ManualClock& clock() { return clock_; }
  GatedStore& store() { return *store_; }
  bus::LocalBus& bus() { return bus_; }
  /// Where the store's files lie.
  const std::filesystem::path& folder() const { return folder_.path(); }

  /// Moves the clock and lets what became due happen.
  void advance(absl::Duration by);

  core::ReportCall report(const std::string& id, domain::CallEvent event, const std::string& call = "call-1",
                          const std::string& agent = "sanne") const;
  core::SayUtterance says(const std::string& id, const std::string& text,
                          domain::Speaker speaker = domain::Speaker::kCustomer,
                          const std::string& call = "call-1") const;

  // Does it and waits for the answer.
  absl::StatusOr<core::Written> tell(core::ReportCall report);
  absl::StatusOr<core::UtteranceAnswer> tell(core::SayUtterance said);
  absl::StatusOr<core::Written> tell(core::AnswerCard answer);
  absl::StatusOr<core::Written> tell(core::ShowWhy choice);
  absl::StatusOr<core::Written> tell(core::FinishWrapUp finished);
  absl::StatusOr<core::Written> tell(core::PinHeard pinned);
  absl::StatusOr<core::Written> tell(core::MarkHeavy marked);
  /// At how many desks it is or waits.
  absl::StatusOr<int> tell(core::PushPrompt prompt);

  /// Ringing and answered now.
  void begin_call(const std::string& call = "call-1", const std::string& agent = "sanne");

  domain::Desk desk(const std::string& agent = "sanne");
  std::vector<store::TurnRecord> turns(const std::string& call = "call-1");
  store::CallRecord record(const std::string& call = "call-1");
  std::vector<domain::Event> events(const std::string& agent = "sanne");

 private:
  const core::CoreOptions options_;
  const domain::Library library_;
  TemporaryFolder folder_;
  ManualClock clock_{monday()};
  std::unique_ptr<store::Store> file_;
  std::unique_ptr<GatedStore> store_;
  bus::LocalBus bus_;
  std::unique_ptr<core::Core> core_;
};

}  // namespace aandacht::test
