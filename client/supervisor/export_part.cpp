#include "client/supervisor/export_part.h"

#include <utility>
#include <vector>

#include "absl/time/clock.h"
#include "client/net/report_file.h"

namespace aandacht::supervisor {
namespace {

using model::ExportFailure;
using model::ExportPhase;
using model::ExportWhat;

constexpr absl::Duration kBetweenTellings = absl::Milliseconds(100);

ExportFailure failure_of(const absl::Status& status) {
  switch (net::file_fault(status)) {
    case net::FileFault::kNone:
      break;
    case net::FileFault::kNoFolder:
      return ExportFailure::kNoFolder;
    case net::FileFault::kNotAllowed:
      return ExportFailure::kMayNotWrite;
    case net::FileFault::kDiskFull:
      return ExportFailure::kDiskFull;
    case net::FileFault::kExists:
    case net::FileFault::kOther:
      return ExportFailure::kDisk;
  }
  if (absl::IsUnavailable(status) || absl::IsDeadlineExceeded(status)) return ExportFailure::kAway;
  const bool is_of_others =
      absl::IsPermissionDenied(status) || absl::IsNotFound(status);  // A team, after all faults of files.
  if (is_of_others || absl::IsUnauthenticated(status)) return ExportFailure::kRefused;
  return ExportFailure::kOther;
}

net::ExportKind kind_of(ExportWhat what) {
  if (what == ExportWhat::kCalls) return net::ExportKind::kCalls;
  if (what == ExportWhat::kTurns) return net::ExportKind::kTurns;
  return what == ExportWhat::kSentiment ? net::ExportKind::kSentiment : net::ExportKind::kPrompts;
}

net::ReportKind report_of(ExportWhat what) {
  if (what == ExportWhat::kExperienceTable) return net::ReportKind::kExperience;
  if (what == ExportWhat::kCardTable) return net::ReportKind::kCards;
  return what == ExportWhat::kPromiseTable ? net::ReportKind::kPromises : net::ReportKind::kSentiment;
}

/// Tells how far it is, a few times a second.
class Telling {
 public:
  explicit Telling(std::function<void(const net::ExportSize&)> tell) : tell_(std::move(tell)) {}

  void operator()(const net::ExportSize& size) {
    const absl::Time now = absl::Now();
    if (now - told_ < kBetweenTellings) return;
    told_ = now;
    tell_(size);
  }

 private:
  const std::function<void(const net::ExportSize&)> tell_;
  absl::Time told_ = absl::InfinitePast();
};

}  // namespace

ExportPart::ExportPart(const PageContext& context) : context_(context), folder_({true, {}}, context.post) {}

ExportPart::~ExportPart() {
  if (stop_ != nullptr) stop_->stop();
  if (saving_.joinable()) saving_.join();
}

void ExportPart::enter() { folder_.go(folder_.state().path); }

model::ExportState ExportPart::state() const {
  model::ExportState state = state_;
  state.folder = folder_.state();
  return state;
}

void ExportPart::follow(const std::optional<domain::ReportQuestion>& question, absl::TimeZone zone,
                        ExportFields& fields) {
  if (question != question_) take_back_question();
  question_ = question;
  zone_ = zone;
  state_.days_fit = question.has_value();
  if (!state_.name_typed && question) {
    const std::string name = model::export_file_name(state_, *question);
    if (fields.name.text() != name) fields.name.set(name);
  }
  state_.name = fields.name.text();
}

void ExportPart::take_back_question() {
  if (state_.phase == ExportPhase::kMayReplace) state_.phase = ExportPhase::kIdle;
}

void ExportPart::act(const ExportAction& action, ExportFields& fields) {
  if (!std::holds_alternative<AnswerReplace>(action)) take_back_question();
  if (const auto* what = std::get_if<ChooseExport>(&action)) {
    state_.what = static_cast<ExportWhat>(what->what);
  } else if (const auto* form = std::get_if<ChooseExportForm>(&action)) {
    state_.json_lines = form->form == 1;
  } else if (const auto* folder = std::get_if<GoToFolder>(&action)) {
    folder_.go(folder->path);
  } else if (std::holds_alternative<ExportNamed>(action)) {
    // Who empties the field gets the name that follows what is chosen.
    state_.name_typed = !fields.name.text().empty();
  } else if (std::holds_alternative<SaveExport>(action)) {
    save(net::Replace::kNo, fields);
  } else if (std::holds_alternative<StopExport>(action)) {
    if (stop_ != nullptr) stop_->stop();
    state_.phase = ExportPhase::kStopping;
  } else if (const auto* answer = std::get_if<AnswerReplace>(&action)) {
    state_.phase = ExportPhase::kIdle;
    if (answer->yes) save(net::Replace::kYes, fields);
  }
}

void ExportPart::save(net::Replace replace, const ExportFields& fields) {
  if (is_busy() || !question_) return;
  // What was asked about is what is replaced, whatever was typed since.
  if (replace == net::Replace::kNo) state_.file = model::path_in(folder_.path(), fields.name.text());
  const net::ExportPlace place{state_.file, replace};
  const net::ExportFormat format = state_.json_lines ? net::ExportFormat::kJsonLines : net::ExportFormat::kCsv;
  state_.was_told = model::is_told_to_agents(state_.what);
  if (model::is_table(state_.what)) {
    net::ReportWish wish{report_of(state_.what), *question_, format, zone_};
    return begin([channel = context_.channel, wish, place](net::Stop& stop) {
      return net::download_report_file(channel, wish, place, &stop);
    });
  }
  net::ExportWish wish;
  wish.kind = kind_of(state_.what);
  wish.from = absl::FromCivil(question_->from, zone_);
  wish.before = absl::FromCivil(question_->to + 1, zone_);
  wish.format = format;
  wish.teams = question_->teams;
  wish.reason = fields.reason.text();
  auto telling = std::make_shared<Telling>(
      [this, post = context_.post](const net::ExportSize& size) { post([this, size] { told(size); }); });
  begin([channel = context_.channel, wish, place, telling](net::Stop& stop) {
    const auto progress = [&](const net::ExportSize& size) {
      (*telling)(size);
      return absl::OkStatus();
    };
    return net::download_export_file(channel, wish, place, progress, &stop);
  });
}

void ExportPart::begin(std::function<absl::StatusOr<net::ExportSize>(net::Stop&)> work) {
  if (saving_.joinable()) saving_.join();  // It has told its end.
  state_.phase = ExportPhase::kRunning;
  state_.rows = 0;
  state_.bytes = 0;
  stop_ = std::make_shared<net::Stop>();
  saving_ = std::thread([this, work = std::move(work), stop = stop_, post = context_.post] {
    const absl::StatusOr<net::ExportSize> size = work(*stop);
    post([this, size] { ended(size); });
  });
}

void ExportPart::told(const net::ExportSize& size) {
  state_.rows = size.rows;
  state_.bytes = size.bytes;
}

void ExportPart::ended(const absl::StatusOr<net::ExportSize>& size) {
  const bool stopped = stop_->stopped();
  if (size.ok()) {
    told(*size);
    state_.phase = ExportPhase::kDone;
  } else if (stopped) {
    state_.phase = ExportPhase::kStopped;
  } else if (net::file_fault(size.status()) == net::FileFault::kExists) {
    state_.phase = ExportPhase::kMayReplace;
  } else {
    state_.phase = ExportPhase::kFailed;
    state_.failure = failure_of(size.status());
    state_.detail = std::string(size.status().message());
  }
  folder_.go(folder_.state().path);
}

}  // namespace aandacht::supervisor
