// Takes the library out of files and puts it into them, off the drawing thread, for the page of the library.
#pragma once

#include <functional>
#include <memory>
#include <thread>

#include "client/model/library_exchange.h"
#include "client/net/editing.h"
#include "client/net/library_files.h"
#include "client/supervisor/folder_picker.h"
#include "client/supervisor/library_exchange_view.h"
#include "client/supervisor/page.h"

namespace aandacht::supervisor {

/// One way of it; lives as long as the page. Belongs to the drawing thread.
class LibraryExchangePart {
 public:
  /// `context` and `editing` outlive this. \param changed  called after items were imported
  LibraryExchangePart(const PageContext& context, net::Editing& editing, model::ExchangeWay way,
                      std::function<void()> changed);
  /// Stops what is being read or written, and waits until it is.
  ~LibraryExchangePart();
  LibraryExchangePart(const LibraryExchangePart&) = delete;
  LibraryExchangePart& operator=(const LibraryExchangePart&) = delete;

  /// From the beginning; the folder is looked at.
  void open(bool four_eyes);
  /// What is being read or written ends, at once for whoever sees it.
  void close();

  /// True: it is over, close it.
  [[nodiscard]] bool draw(const ui::Box& box, PageFrame& frame);

 private:
  void act(const ExchangeAction& action);
  void press(model::ExchangeButton::Act act);
  void look_at_files();
  void ask(bool dry_run, bool live);
  void fetch();
  void fetched(const absl::StatusOr<net::LibraryFiles>& files, const absl::StatusOr<net::FolderChange>& change);
  void write(net::Replace replace);
  void written(const net::FolderResult& result);
  void fail(const absl::Status& status);
  void work(std::function<void(net::Stop&)> work);

  const PageContext& context_;
  net::Editing& editing_;
  const std::function<void()> changed_;
  model::ExchangeState state_;
  ExchangeFields fields_;
  FolderPicker folder_;
  net::LibraryFiles files_;  // Import: what was looked at; export: what the service has.
  std::shared_ptr<net::Stop> stop_;
  std::shared_ptr<int> asked_ = std::make_shared<int>(0);  // Rises with each question: older answers are not taken.
  std::thread working_;
};

}  // namespace aandacht::supervisor
