// The page where the library is tended.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "client/net/editing.h"
#include "client/supervisor/library_exchange_part.h"
#include "client/supervisor/library_view.h"
#include "client/supervisor/page.h"

namespace aandacht::supervisor {

/// What is written and not saved stays here while the service is away or another item is shown, and is saved by itself
/// as a draft a moment after the last key.
///
/// Arguments: "why:ID", "rule:ID", "term:ID", "habit:ID", "prompt:ID" select an item.
class LibraryPage final : public Page {
 public:
  explicit LibraryPage(const PageContext& context);

  void enter() override;
  void open(const std::string& argument) override;
  void draw(PageFrame& frame) override;
  [[nodiscard]] std::optional<absl::Duration> wakes() const override;
  [[nodiscard]] bool has_something() const override { return state_.rows_known || state_.form.has_value(); }
  [[nodiscard]] int badge() const override { return static_cast<int>(state_.kept.size()); }

 private:
  using Viewed = absl::StatusOr<domain::ItemView>;

  void open_exchange(bool imports);
  void close_exchange();
  void reopen();
  void ask_rows(const std::string& page_token = "");
  void take_rows(const absl::StatusOr<net::ItemPage>& page, std::uint64_t question, bool begins);
  void select(const model::LibraryKey& key);
  void show(model::LibraryForm form);
  void ask_twin();
  void begin_other();
  void ask_versions();
  void ask_check();
  void save(bool by_itself);
  void saved(const Viewed& view, const content::ItemText& sent);
  void merge_with_theirs();
  void take_step(model::LibraryButton::Act act);
  void restore(std::int64_t version);
  void stepped(const Viewed& view);
  void act(const LibraryAction& action, const PageFrame& frame);
  void create(const PageFrame& frame);
  void refuse(const absl::Status& status);
  void tell(const absl::Status& status);
  void fill_fields();
  void keep_unsaved();
  [[nodiscard]] bool is_shown(const model::LibraryKey& key) const { return state_.selected == key; }
  /// Only while there is a form.
  [[nodiscard]] model::LibraryKey shown_key() const { return {state_.form->mine.kind, state_.form->mine.id}; }

  static constexpr absl::Duration kTryAgain = absl::Seconds(5);  // After the service was away.

  const PageContext context_;
  model::LibraryState state_;
  LibraryFields fields_;
  std::uint64_t list_question_ = 0;   // Only the newest list counts.
  std::uint64_t check_question_ = 0;  // The same of checks.
  std::string asked_twin_;            // Which item was asked for to stand beside what is shown.
  std::optional<absl::Time> typed_;   // When a key was last pressed that is not saved.
  std::optional<absl::Time> retry_;   // When to save again what could not be.
  model::Language language_ = model::Language::kDutch;
  net::Editing editing_;  // Its answers come no more once it is gone.
  // Made when they are first opened. Last: they ask editing_.
  std::unique_ptr<LibraryExchangePart> import_;
  std::unique_ptr<LibraryExchangePart> export_;
  LibraryExchangePart* exchange_ = nullptr;  // The one that is open.
};

}  // namespace aandacht::supervisor
