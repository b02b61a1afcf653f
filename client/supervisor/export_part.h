// Saves files of the service, off the drawing thread, for the page of reports.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <thread>

#include "absl/status/statusor.h"
#include "client/model/export_model.h"
#include "client/net/export_download.h"
#include "client/supervisor/export_view.h"
#include "client/supervisor/folder_picker.h"
#include "client/supervisor/page.h"

namespace aandacht::supervisor {

/// Belongs to the drawing thread.
class ExportPart {
 public:
  /// `context` outlives this.
  explicit ExportPart(const PageContext& context);
  /// Stops a file that is being saved, and waits some milliseconds until nothing of it is left.
  ~ExportPart();
  ExportPart(const ExportPart&) = delete;
  ExportPart& operator=(const ExportPart&) = delete;

  /// The folder is looked at, for the first time at the usual one.
  void enter();

  void choose(model::ExportWhat what) { state_.what = what; }

  /// What is saved, and in which days and hours; before each draw. `question` is absent while the days will not do.
  void follow(const std::optional<domain::ReportQuestion>& question, absl::TimeZone zone, ExportFields& fields);

  void act(const ExportAction& action, ExportFields& fields);

  [[nodiscard]] model::ExportState state() const;
  [[nodiscard]] bool is_busy() const {
    return state_.phase == model::ExportPhase::kRunning || state_.phase == model::ExportPhase::kStopping;
  }

 private:
  /// Whether a file may be replaced was asked of something else than is chosen now.
  void take_back_question();
  void save(net::Replace replace, const ExportFields& fields);
  void begin(std::function<absl::StatusOr<net::ExportSize>(net::Stop&)> work);
  void told(const net::ExportSize& size);
  void ended(const absl::StatusOr<net::ExportSize>& size);

  const PageContext& context_;
  model::ExportState state_;
  std::optional<domain::ReportQuestion> question_;
  absl::TimeZone zone_ = absl::UTCTimeZone();
  FolderPicker folder_;
  std::shared_ptr<net::Stop> stop_;
  std::thread saving_;
};

}  // namespace aandacht::supervisor
