// The page that pushes prompts.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "client/net/prompts.h"
#include "client/supervisor/page.h"
#include "client/supervisor/push_view.h"

namespace aandacht::supervisor {

/// Hears of prompts as long as it lives, so that nothing that becomes of one is missed while another page is shown.
///
/// Arguments: "agent:AGENT_ID" and "team:TEAM_ID" choose whom to push to; "prompt:PROMPT_ID" selects one.
class PushPage final : public Page {
 public:
  explicit PushPage(const PageContext& context);

  void enter() override;
  void open(const std::string& argument) override;
  void draw(PageFrame& frame) override;
  [[nodiscard]] std::optional<absl::Duration> wakes() const override;
  [[nodiscard]] bool has_something() const override {
    return state_.told.reach_known || !state_.told.prompts.empty() || !state_.form.text.empty();
  }

 private:
  void take(net::PromptUpdate update);
  void connected(net::ConnectionState state, const std::string& said);
  void ask_reach();
  void ask_templates();
  void ask_check();
  void act(const PushAction& action, const PageFrame& frame);
  void push(const PageFrame& frame);
  void pushed(const absl::StatusOr<net::PromptPushed>& answer, const std::string& prompt_id, model::Language language,
              absl::TimeZone zone);
  void recall(const std::string& prompt_id, model::Language language);
  void again(const std::string& prompt_id);
  void read_fields();
  void fill_fields();

  const PageContext context_;
  model::PushState state_;
  PushFields fields_;
  model::PushForm last_;    // What was pushed last.
  std::string last_id_;     // Of the last push, arrived or not.
  std::string pending_id_;  // Of a push that may have arrived though its answer did not.
  model::PushForm pending_form_;
  std::string language_;
  std::uint64_t checks_ = 0;
  bool has_templates_ = false;
  net::Prompts prompts_;
  std::unique_ptr<net::PromptWatch> watch_;  // Last: it posts at once.
};

}  // namespace aandacht::supervisor
