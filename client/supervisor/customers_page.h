// The page that brings customers in from a file.
#pragma once

#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "client/app/errands.h"
#include "client/model/customers_model.h"
#include "client/net/customer_import.h"
#include "client/supervisor/customers_view.h"
#include "client/supervisor/folder_picker.h"
#include "client/supervisor/page.h"

namespace aandacht::supervisor {

/// Takes no arguments of open(). Files are read, and rows sent, on a thread of its own, one thing after another; an
/// import goes on while another page is shown, and stops when the window closes.
class CustomersPage final : public Page {
 public:
  explicit CustomersPage(const PageContext& context);
  /// Stops what runs, and waits some milliseconds until it has.
  ~CustomersPage() override;

  void enter() override;
  void draw(PageFrame& frame) override;

 private:
  /// What an import, or a trial of one, came to.
  struct Outcome {
    absl::Status status;
    net::ImportCounts counts;
    net::CustomerRows rows;
    std::size_t sent = 0;
  };

  void act(const CustomersAction& action);
  void ask_allowed();
  void choose_file(const std::string& name);
  void show_head(const std::string& file, const absl::StatusOr<net::CsvHead>& head);
  /// What is chosen is another than was tried.
  void forget_trial();
  void run(bool dry_run);
  void ended(const Outcome& outcome);
  void save_refused();
  [[nodiscard]] std::string path() const { return model::path_in(folder_.path(), state_.file); }
  [[nodiscard]] net::CustomerCells cells() const;
  template <typename Work>
  void do_off_thread(Work work);

  PageContext context_;
  model::CustomersState state_;
  CustomersFields fields_;
  FolderPicker folder_;
  net::CustomerRows refused_;  // Of the last run; without the rows that were sent.
  bool asking_ = false;        // Whether this is allowed; the answer is under way.
  std::string run_;            // The import's id; the same while it is taken up again.
  std::shared_ptr<net::Stop> stop_ = std::make_shared<net::Stop>();  // Of what runs now.
  std::unique_ptr<app::Errands> errands_;                            // Made with the first. Last: it uses the rest.
};

}  // namespace aandacht::supervisor
