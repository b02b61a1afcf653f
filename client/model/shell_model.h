// What stands around a page of the console: the list of pages, who is here, how the connection is.
#pragma once

#include <string>
#include <vector>

#include "client/model/connection.h"
#include "client/model/console_page_name.h"
#include "client/model/language.h"

namespace aandacht::model {

/// What the console keeps of itself.
struct ShellState {
  struct Entry {
    PageName page = PageName::kFloor;
    int badge = 0;
  };
  std::vector<Entry> pages;  ///< That there are, in their order.
  PageName shown = PageName::kFloor;
  ConnectionState connection = ConnectionState::kConnecting;
  std::string said;                ///< By the service when it refused; read while `connection` is a refusal.
  bool connected_once = false;     ///< Something the service told may still be on screen.
  bool page_has_something = true;  ///< See Page::has_something().
  std::string server;
  std::string me;      ///< The caller's name; empty: not known.
  std::string notice;  ///< Empty: none.
  std::string undo;    ///< The verb beside the notice; empty: none.
};

struct ShellEntry {
  PageName page = PageName::kFloor;
  std::string title;
  std::string key;    ///< "Ctrl+1"
  std::string badge;  ///< "3", "99+"; empty: none.
  bool shown = false;

  bool operator==(const ShellEntry&) const = default;
};

struct ShellModel {
  Language language = Language::kDutch;
  std::vector<ShellEntry> entries;
  std::string me;
  bool well = true;         ///< Connected, or about to be for the first time.
  bool needs_help = false;  ///< It does not come back by itself.
  std::string status;       ///< "verbonden"
  std::string server;
  std::string trouble;      ///< What happened; empty while all is well.
  std::string still_works;  ///< What still works.
  std::string what_to_do;
  std::string hide_trouble;   ///< The verb that puts it away; the status stays, and brings it back.
  std::string nothing_title;  ///< In the page's place; empty: the page is drawn.
  std::string nothing_why;
  std::string notice;
  std::string undo;
  std::string close_notice;  ///< The verb that takes the notice away.

  bool operator==(const ShellModel&) const = default;
};

/// Pure.
[[nodiscard]] ShellModel make_shell_model(const ShellState& state, Language language);

/// A page's name as people read it.
[[nodiscard]] std::string title_of(PageName page, Language language);

}  // namespace aandacht::model
