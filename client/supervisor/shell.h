// The console without its window: pages, which of them is shown, notices.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "client/model/shell_model.h"
#include "client/supervisor/pages.h"
#include "client/supervisor/shell_view.h"

namespace aandacht::supervisor {

/// Belongs to the drawing thread.
class Shell {
 public:
  struct Options {
    std::string server;
    std::string me;  ///< The caller's name; empty: not known.
    model::Language language = model::Language::kDutch;
    model::PageName page = model::PageName::kFloor;  ///< To begin with; another when there is no such page.
    absl::TimeZone zone = absl::LocalTimeZone();
  };

  /// What the shell gets from the program. All of it must outlive the shell.
  struct Hooks {
    std::function<void(std::function<void()>)> post;  ///< As PageContext::post; any thread.
    std::function<void(absl::Duration)> wake_in;      ///< Draw again after this at the latest.
    std::function<void(model::PageName)> shown;       ///< Another page is shown; may be empty.
  };

  using MakePages = std::function<std::vector<NamedPage>(const PageContext&)>;

  Shell(Options options, std::shared_ptr<grpc::Channel> channel, const base::Clock& clock, base::Ids& ids, Hooks hooks,
        const MakePages& make = make_pages);
  ~Shell();

  Shell(const Shell&) = delete;
  Shell& operator=(const Shell&) = delete;

  /// One frame over the whole window.
  void draw(ui::Look& look);

  /// Does nothing for a page that there is not.
  void open(model::PageName page, const std::string& argument);
  void notify(Notice notice);
  void set_language(model::Language language) { options_.language = language; }

  [[nodiscard]] model::PageName shown() const { return shown_; }

 private:
  [[nodiscard]] Page* page_of(model::PageName name) const;
  [[nodiscard]] model::ShellState state() const;
  [[nodiscard]] PageContext context(std::shared_ptr<grpc::Channel> channel, base::Ids& ids);
  void show(model::PageName name);
  void act(const ShellAction& action);
  void follow_notice();

  Options options_;
  const base::Clock& clock_;
  Hooks hooks_;
  const std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);
  model::ConnectionState connection_ = model::ConnectionState::kConnecting;
  std::string said_;             // With it.
  bool connected_once_ = false;  // Ever.
  ShellMemory memory_;
  std::optional<Notice> notice_;
  absl::Duration notice_ends_ = absl::ZeroDuration();  // By the steady clock.
  model::PageName shown_ = model::PageName::kFloor;
  std::vector<NamedPage> pages_;
};

}  // namespace aandacht::supervisor
