#include "client/supervisor/library_exchange_part.h"

#include <utility>

#include "absl/strings/ascii.h"
#include "shared/content/load.h"

namespace aandacht::supervisor {
namespace {

using model::ExchangeFailure;
using model::ExchangePhase;
using model::ExchangeWay;

constexpr absl::Duration kExportTimeout = absl::Seconds(60);

app::FolderWish wish_of(ExchangeWay way) {
  if (way == ExchangeWay::kExport) return {true, {}};
  return {false, {".toml"}};
}

ExchangeFailure failure_of(const absl::Status& status) {
  switch (net::file_fault(status)) {
    case net::FileFault::kNone:
      break;
    case net::FileFault::kNoFolder:
      return ExchangeFailure::kNoFolder;
    case net::FileFault::kNotAllowed:
      return ExchangeFailure::kMayNotWrite;
    case net::FileFault::kDiskFull:
      return ExchangeFailure::kDiskFull;
    case net::FileFault::kExists:
    case net::FileFault::kOther:
      return ExchangeFailure::kOther;
  }
  if (absl::IsUnavailable(status) || absl::IsDeadlineExceeded(status)) return ExchangeFailure::kAway;
  return ExchangeFailure::kRefused;
}

/// "aandacht-2026-11-22"
std::string folder_name(absl::Time now) { return absl::FormatTime("aandacht-%Y-%m-%d", now, absl::LocalTimeZone()); }

}  // namespace

LibraryExchangePart::LibraryExchangePart(const PageContext& context, net::Editing& editing, ExchangeWay way,
                                         std::function<void()> changed)
    : context_(context), editing_(editing), changed_(std::move(changed)), folder_(wish_of(way), context.post, [this] {
        if (state_.file > folder_.state().files.size()) state_.file = 0;
      }) {
  state_.way = way;
}

LibraryExchangePart::~LibraryExchangePart() {
  close();
  if (working_.joinable()) working_.join();
}

void LibraryExchangePart::open(bool four_eyes) {
  const ExchangeWay way = state_.way;
  state_ = {};
  state_.way = way;
  state_.four_eyes = four_eyes;
  state_.name = folder_name(context_.clock.now());
  fields_.name.set(state_.name);
  folder_.go(folder_.state().path);
}

void LibraryExchangePart::close() {
  ++*asked_;
  if (stop_ != nullptr) stop_->stop();
}

bool LibraryExchangePart::draw(const ui::Box& box, PageFrame& frame) {
  model::ExchangeState state = state_;
  state.folder = folder_.state();
  std::vector<ExchangeAction> actions;
  draw_exchange(model::make_exchange_model(state, frame.language), fields_, box, frame, actions);
  for (const ExchangeAction& action : actions) {
    const auto* pressed = std::get_if<ExchangeAct>(&action);
    if (pressed != nullptr && pressed->act == model::ExchangeButton::Act::kClose) return true;
    act(action);
  }
  return false;
}

void LibraryExchangePart::act(const ExchangeAction& action) {
  if (const auto* folder = std::get_if<ExchangeFolder>(&action)) {
    state_.file = 0;
    folder_.go(folder->path);
  } else if (const auto* file = std::get_if<ExchangeFile>(&action)) {
    state_.file = file->file;
  } else if (std::holds_alternative<ExchangeNamed>(action)) {
    state_.name = std::string(absl::StripAsciiWhitespace(fields_.name.text()));
  } else if (const auto* row = std::get_if<ExchangeSelect>(&action)) {
    state_.selected = row->row;
  } else if (const auto* pressed = std::get_if<ExchangeAct>(&action)) {
    press(pressed->act);
  }
}

void LibraryExchangePart::press(model::ExchangeButton::Act act) {
  using Act = model::ExchangeButton::Act;
  switch (act) {
    case Act::kLook:
      state_.selected = -1;
      return state_.way == ExchangeWay::kImport ? look_at_files() : fetch();
    case Act::kDrafts:
      return ask(false, false);
    case Act::kLive:
      return ask(false, true);
    case Act::kWrite:
      return write(net::Replace::kYes);
    case Act::kBack:
      state_.phase = ExchangePhase::kChoose;
      return folder_.go(folder_.state().path);
    case Act::kStop:
      if (stop_ != nullptr) stop_->stop();
      return;
    case Act::kClose:
      return;
  }
}

void LibraryExchangePart::work(std::function<void(net::Stop&)> work) {
  if (working_.joinable()) working_.join();  // It has told its end.
  stop_ = std::make_shared<net::Stop>();
  working_ = std::thread([work = std::move(work), stop = stop_] { work(*stop); });
}

void LibraryExchangePart::fail(const absl::Status& status) {
  if (stop_ != nullptr && stop_->stopped()) {
    state_.phase = ExchangePhase::kChoose;
    state_.stopped = true;
    folder_.go(folder_.state().path);
    return;
  }
  state_.phase = ExchangePhase::kFailed;
  state_.failure = failure_of(status);
  state_.detail = std::string(status.message());
  folder_.go(folder_.state().path);
}

void LibraryExchangePart::look_at_files() {
  state_.phase = ExchangePhase::kLooking;
  const model::FolderState& folder = folder_.state();
  state_.place = folder_.path();
  if (state_.file > 0 && state_.file <= folder.files.size()) {
    state_.place = model::path_in(state_.place, folder.files[state_.file - 1]);
  }
  work([this, place = state_.place, alive = asked_, number = ++*asked_, post = context_.post](net::Stop& /*stop*/) {
    auto read = content::load_items(place);
    post([this, alive, number, read = std::move(read)] {
      if (*alive != number) return;
      if (!read.ok()) {
        fail(read.status());
        state_.failure = ExchangeFailure::kNothingThere;
        return;
      }
      files_.clear();
      for (const content::SourceFile& file : *read) files_.emplace_back(file.name, file.text);
      ask(true, false);
    });
  });
}

void LibraryExchangePart::ask(bool dry_run, bool live) {
  state_.phase = dry_run ? ExchangePhase::kLooking : ExchangePhase::kWriting;
  net::LibraryImport wish{files_, dry_run, live, false, ""};
  editing_.import_files(context_.ids.next(), wish,
                        [this, dry_run, live, alive = asked_, number = ++*asked_,
                         post = context_.post](absl::StatusOr<net::ImportAnswer> answer) {
                          post([this, dry_run, live, alive, number, answer = std::move(answer)] {
                            if (*alive != number) return;
                            if (!answer.ok()) return fail(answer.status());
                            state_.rows = answer->rows;
                            state_.live = live;
                            // What became wrong since it was looked at is told, and nothing was written.
                            state_.phase = answer->written ? ExchangePhase::kDone : ExchangePhase::kAsk;
                            if (!dry_run) changed_();
                          });
                        });
}

void LibraryExchangePart::fetch() {
  state_.phase = ExchangePhase::kLooking;
  state_.stopped = false;
  state_.place = state_.name.empty() ? folder_.path() : model::path_in(folder_.path(), state_.name);
  work([this, place = state_.place, alive = asked_, number = ++*asked_, channel = context_.channel,
        post = context_.post](net::Stop& stop) {
    const absl::StatusOr<net::LibraryFiles> files = net::export_library(channel, kExportTimeout, &stop);
    const absl::StatusOr<net::FolderChange> change =
        files.ok() ? net::compare_with_folder(*files, place) : absl::StatusOr<net::FolderChange>(files.status());
    post([this, alive, number, files, change] {
      if (*alive == number) fetched(files, change);
    });
  });
}

void LibraryExchangePart::fetched(const absl::StatusOr<net::LibraryFiles>& files,
                                  const absl::StatusOr<net::FolderChange>& change) {
  if (!change.ok()) return fail(change.status());
  files_ = *files;
  state_.added = change->added;
  state_.replaced = change->replaced.size();
  state_.same = change->same;
  state_.phase = ExchangePhase::kAsk;
  if (state_.replaced == 0) write(net::Replace::kNo);
}

void LibraryExchangePart::write(net::Replace replace) {
  state_.phase = ExchangePhase::kWriting;
  state_.done = 0;
  work([this, files = files_, place = state_.place, replace, alive = asked_, number = ++*asked_,
        post = context_.post](net::Stop& stop) {
    const auto progress = [&](std::size_t done) {
      post([this, alive, number, done] {
        if (*alive == number) state_.done = done;
      });
    };
    const net::FolderResult result = net::write_into_folder(files, place, replace, progress, &stop);
    post([this, alive, number, result] {
      if (*alive == number) written(result);
    });
  });
}

void LibraryExchangePart::written(const net::FolderResult& result) {
  state_.done = result.changed;
  if (result.status.ok()) {
    state_.phase = ExchangePhase::kDone;
    return;
  }
  fail(result.status);
  if (result.changed == 0) return;
  state_.phase = ExchangePhase::kFailed;
  state_.stopped = false;
  state_.failure = ExchangeFailure::kPartly;
  state_.detail = std::string(result.status.message());
}

}  // namespace aandacht::supervisor
