// Where replays at one or several desks tell what happened.
#pragma once

#include <mutex>
#include <ostream>
#include <string>

#include "absl/time/time.h"
#include "client/ctl/call_file.h"
#include "client/ctl/desk_lines.h"

namespace aandacht::ctl {

/// Ends the ids of calls that a replay made, so that a later one can clear up.
inline constexpr char kReplayedCallSuffix[] = "@replay.aandacht";

struct ReplayTally {
  int calls = 0;
  int cards = 0;
  int held_back = 0;
};

/// Safe from any thread; a line is never torn.
class ReplayPrinter {
 public:
  /// `out` must outlive this. `with_agent`: people are told whose desk it was.
  ReplayPrinter(std::ostream& out, bool json, bool with_agent, absl::TimeZone zone)
      : out_(out), json_(json), with_agent_(with_agent), zone_(zone) {}

  /// Also writes what the agents saw to `timeline`, a JSON line each; it must outlive this. Before anything is printed.
  void keep_timeline(std::ostream& timeline) { timeline_ = &timeline; }

  void begin(const AnnotatedCall& call, const std::string& agent);
  void print(const DeskLine& line, const LinePlace& place);

  /// For people: how much was shown. Nothing in JSON.
  void sum_up();

 private:
  std::mutex mutex_;
  std::ostream& out_;  ///< Guarded by mutex_, as is the tally.
  ReplayTally tally_;
  std::ostream* timeline_ = nullptr;  ///< Guarded by mutex_; null: none is kept.
  bool json_;
  bool with_agent_;
  absl::TimeZone zone_;
};

}  // namespace aandacht::ctl
