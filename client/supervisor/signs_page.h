// The page of signs and of a team's whys.
#pragma once

#include <cstdint>
#include <string>

#include "client/model/sign_drafts.h"
#include "client/model/signs_model.h"
#include "client/net/signs.h"
#include "client/net/why_checks.h"
#include "client/supervisor/page.h"
#include "client/supervisor/signs_view.h"

namespace aandacht::supervisor {

/// Asks when it is entered; it needs no stream.
///
/// Arguments: "group:GROUP_ID" selects a question, "whys" shows the map of whys.
class SignsPage final : public Page {
 public:
  explicit SignsPage(const PageContext& context);

  void enter() override;
  void open(const std::string& argument) override;
  void draw(PageFrame& frame) override;
  [[nodiscard]] bool has_something() const override {
    return state_.asked == model::SignsAsked::kDone || state_.whys_asked == model::SignsAsked::kDone ||
           !state_.questions.questions.empty() || !drafts_.empty();
  }
  /// Signs that were written and are not stored, but for the one that is open.
  [[nodiscard]] int badge() const override { return static_cast<int>(drafts_.size()); }

 private:
  void ask_questions();
  void ask_signs();
  void ask_whys();
  void ask_effect();
  void ask_effects_of_gone();
  void ask_findings();
  void select(const std::string& group, domain::SignPlace place);
  void fill_fields(absl::CivilDay up_day);
  void read_fields();
  void propose();
  void save(domain::SignState state);
  void stored(const std::string& group, domain::SignPlace place, const absl::StatusOr<net::StoredSign>& answer);
  void act(const SignsAction& action, const PageFrame& frame);

  const PageContext context_;
  model::SignsState state_;
  model::SignDrafts drafts_;
  SignFields fields_;
  absl::CivilDay today_;
  model::Language language_ = model::Language::kDutch;  // Of the last frame.
  std::uint64_t checks_ = 0;                            // The latest question counts.
  std::uint64_t effects_ = 0;
  net::Signs signs_;
  net::WhyChecks whys_;
};

}  // namespace aandacht::supervisor
