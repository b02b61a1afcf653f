// How the overlay holds an agent not-ready: it starts a watchdog and tells it how long.
#pragma once

#include <filesystem>
#include <functional>
#include <list>
#include <memory>
#include <string>

#include "absl/time/time.h"
#include "shared/base/clock.h"

namespace aandacht::ready {

enum class Standing {
  kReady,       ///< Nobody is held not-ready.
  kNotReady,    ///< The not-ready command ran well.
  kNotTaken,    ///< It failed, or no watchdog could be started: calls may come.
  kReadyFails,  ///< The ready command fails; it is tried again.
};

struct NotReadyOptions {
  std::filesystem::path program;  ///< aandacht-ready.
  std::filesystem::path folder;   ///< Of the leases.
  std::string agent;
  std::string not_ready;  ///< Commands; without both nothing is ever run.
  std::string ready;
};

/// One agent's. When a watchdog dies while it is held another is started; when this dies, its watchdog makes ready.
/// All methods may take as long as it takes to start a program, and belong to one thread at a time.
class NotReady {
 public:
  /// `on_change` is called on a thread of this object, for the last hold() only. `clock` must outlive this.
  NotReady(NotReadyOptions options, const base::Clock& clock, std::function<void(Standing)> on_change);
  /// Ready again; does not wait for the command.
  ~NotReady();
  NotReady(const NotReady&) = delete;
  NotReady& operator=(const NotReady&) = delete;

  /// Not ready for `span` from now; while it is held already only the time changes.
  void hold(absl::Duration span);

  /// Ready again at once; nothing when nobody is held.
  void release();

  /// Starts what makes good for watchdogs that were killed, and what runs the ready command in the place of another one
  /// that is still owed; quick when there are none.
  void recover();

  /// A lease of this agent lies there, whoever holds it.
  [[nodiscard]] bool owes() const;

 private:
  class Watch;

  const NotReadyOptions options_;
  const base::Clock& clock_;
  const std::function<void(Standing)> on_change_;
  std::unique_ptr<Watch> current_;
  std::list<std::unique_ptr<Watch>> leaving_;  // Released, and not all over yet.
};

}  // namespace aandacht::ready
