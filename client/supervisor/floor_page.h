// The floor as a page.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "client/net/call_watch.h"
#include "client/net/team_energy.h"
#include "client/supervisor/floor_feed.h"
#include "client/supervisor/floor_view.h"
#include "client/supervisor/page.h"

namespace aandacht::supervisor {

/// Hears the floor as long as it lives, so that the window knows the connection. Arguments: "agent:AGENT_ID" selects
/// that agent. A call is followed only while its agent is selected and this page is shown.
class FloorPage final : public Page {
 public:
  explicit FloorPage(const PageContext& context);
  ~FloorPage() override;

  void enter() override;
  void leave() override;
  void open(const std::string& argument) override;
  void draw(PageFrame& frame) override;
  [[nodiscard]] std::optional<absl::Duration> wakes() const override;
  [[nodiscard]] bool has_something() const override { return feed_.heard(); }

 private:
  void act(const FloorAction& action);
  void select(const std::string& agent_id);
  void start_watch();
  void stop_watch();
  void take(net::CallNews news);
  void end(const absl::Status& status);
  void follow_energy(absl::Time now);

  PageContext context_;
  FloorFeed feed_;
  model::FloorChoice choice_;
  model::WatchData watched_;
  std::vector<net::WatchedTurn> turns_;
  std::vector<net::WatchedCard> cards_;
  std::vector<model::TeamBandData> energy_;
  absl::Time energy_due_ = absl::InfinitePast();
  FloorMemory memory_;
  int watches_ = 0;  // Ever; tells news of this look from that of an earlier one.
  bool shown_ = false;
  std::unique_ptr<net::TeamEnergy> energy_source_;
  std::unique_ptr<net::CallWatch> watch_;
};

}  // namespace aandacht::supervisor
