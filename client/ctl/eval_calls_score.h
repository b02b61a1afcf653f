// Counts over replayed calls: what was expected and what came of it.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "client/ctl/eval_calls_file.h"
#include "client/ctl/eval_report.h"
#include "shared/domain/replay.h"

namespace aandacht::ctl {

/// A thing noticed counts from its turn to this many turns later.
inline constexpr int kNoticedWithin = 2;

/// A card that was shown or held back, and at which turn.
struct SeenCard {
  domain::Card card;
  int turn = -1;
  bool shown = false;
  bool waited = false;  ///< It came while nothing was said, after the turn.
  absl::Time at;
};

/// All cards of a call, in order.
[[nodiscard]] std::vector<SeenCard> cards_of(const std::vector<domain::ReplayStep>& steps);

/// How often the cards that were shown break the attention budget: more than `rules` allows in a call, or sooner after
/// each other. Counted from what was shown, not from what the desk believes.
[[nodiscard]] std::size_t budget_violations(const std::vector<SeenCard>& cards, const domain::AttentionRules& rules);

/// True when at least half of the meaningful words of the shorter are in the longer.
[[nodiscard]] bool same_words(const std::string& one, const std::string& other, const std::string& language);

/// What was expected of one kind.
struct NoticedFigures {
  std::size_t expected = 0;
  std::size_t noticed = 0;    ///< Shown, or held back and logged, in time.
  std::size_t shown = 0;      ///< Of them.
  std::size_t otherwise = 0;  ///< Not noticed, but a card of the kind with another label or topic came.

  [[nodiscard]] Json json() const;
};

class CallFigures {
 public:
  void add(const LabelledCall& call, const std::vector<domain::ReplayStep>& steps, const domain::AttentionRules& rules,
           absl::TimeZone zone, std::vector<Mistake>& mistakes);

  [[nodiscard]] Json json() const;

 private:
  /// One call, as the parts below see it.
  struct View {
    const LabelledCall& labelled;
    const std::vector<domain::ReplayStep>& steps;
    std::vector<SeenCard> cards;
    absl::TimeZone zone;
    std::vector<Mistake>& mistakes;

    void missed(const Expected& expected, const std::string& what, double weight) const;
    [[nodiscard]] std::string text_at(int turn) const;
  };

  void add_card_expected(const View& view, const Expected& expected, NoticedFigures& figures);
  void add_heard_expected(const View& view, const Expected& expected);
  void add_promise_expected(const View& view, const Expected& expected);
  void add_extras(const View& view);
  void add_quiet(const View& view);
  void add_sentiment(const View& view);
  void add_outcome(const View& view);

  std::size_t calls_ = 0;
  std::size_t turns_ = 0;
  NoticedFigures we_, why_, heard_;
  std::size_t bring_back_ = 0, brought_back_ = 0;
  std::size_t promises_ = 0, promises_found_ = 0, promises_extra_ = 0, dues_ = 0, dues_right_ = 0;
  std::size_t we_extra_ = 0, why_extra_ = 0, heard_extra_ = 0;
  std::size_t quiet_ = 0, quiet_broken_ = 0, quiet_after_ = 0;
  std::map<std::string, std::size_t> shown_;  ///< Unsolicited cards by kind.
  std::size_t violations_ = 0;
  learn::Confusion sentiment_, phases_, solved_, helpless_;
  std::vector<learn::Scored> negative_;
  std::size_t starts_ = 0, starts_right_ = 0, ends_ = 0, ends_right_ = 0;
};

}  // namespace aandacht::ctl
