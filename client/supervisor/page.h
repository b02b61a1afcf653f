// A page of the console, and what it is made with.
//
// A page has two files: X_view.{h,cpp} draws a model (client/model/X_model.h) into a PageFrame and reports what was
// pressed; it is built without the network, so that tests and the gallery draw it alone (every *_view.cpp and
// *_table.cpp here is). X_page.{h,cpp} is the Page: it keeps what the service told, makes the model and does what was
// pressed. pages.cpp lists the pages that there are.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "absl/time/time.h"
#include "client/model/connection.h"
#include "client/model/console_page_name.h"
#include "client/supervisor/page_frame.h"
#include "shared/base/clock.h"
#include "shared/base/ids.h"

namespace grpc {
class Channel;
}

namespace aandacht::supervisor {

/// One line at the foot of the window that goes by itself.
struct Notice {
  std::string words;                ///< In the window's language.
  std::string undo;                 ///< The verb of a button beside it; empty: none.
  std::function<void()> undo_with;  ///< Called in the drawing thread when that is pressed.
};

/// What a page is made with; it may keep a copy. All of it is called in the drawing thread, except `post`.
struct PageContext {
  std::shared_ptr<grpc::Channel> channel;  ///< Shared by all pages. Release the last stub in the drawing thread.
  const base::Clock& clock;
  base::Ids& ids;

  /// From any thread: runs `work` in the drawing thread and draws after it, at once while somebody is pressing or
  /// typing and otherwise at most four times a second. Dropped when the pages are gone, so `work` may hold the page.
  std::function<void(std::function<void()> work)> post;

  /// Goes to another page and tells it what for, see Page::open(). Does nothing for a page that there is not.
  std::function<void(model::PageName page, const std::string& argument)> open_page;

  /// Shows a notice in place of the last one.
  std::function<void(Notice notice)> notify;

  /// What a stream that lives as long as the page knows of the connection, after each time it changed, with what the
  /// service said when it refused; the foot of the window tells the last. Not after single questions: their answers
  /// come late, and would call a connection well that is gone by now.
  std::function<void(model::ConnectionState state, const std::string& said)> tell_connection;

  std::string me = {};  ///< The caller's name as their token says; empty: not known.
};

/// All methods belong to the drawing thread. A page lives as long as the window keeps its server; while another page
/// is shown it is not drawn, but still hears what it asked for unless leave() ended that.
class Page {
 public:
  Page() = default;
  Page(const Page&) = delete;
  Page& operator=(const Page&) = delete;
  virtual ~Page() = default;

  /// It is shown from now on: begin the streams that only this page needs.
  virtual void enter() {}

  /// Another page is shown from now on: end those streams.
  virtual void leave() {}

  /// Another page sent the user here; called after enter(). What arguments there are is the page's own affair, written
  /// in its header: "agent:AGENT_ID", "call:CALL_ID", "".
  virtual void open(const std::string& argument) { static_cast<void>(argument); }

  /// One frame.
  virtual void draw(PageFrame& frame) = 0;

  /// Draw again after this at the latest, though nothing was posted: for running clocks. Asked after each draw().
  [[nodiscard]] virtual std::optional<absl::Duration> wakes() const { return std::nullopt; }

  /// Whether the page has anything to show of its own: the service told it something, or somebody wrote here. Without
  /// that and without access, the window says why there is nothing, in the page's place.
  [[nodiscard]] virtual bool has_something() const { return true; }

  /// How many things wait here for somebody, beside the page's name in the list; 0: nothing is shown.
  [[nodiscard]] virtual int badge() const { return 0; }
};

}  // namespace aandacht::supervisor
