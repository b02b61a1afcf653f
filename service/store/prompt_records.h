// Prompts that supervisors pushed, as the store keeps them.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "shared/domain/card.h"
#include "shared/domain/pushed_prompt.h"

namespace aandacht::store {

/// One desk that a supervisor pushed to.
struct PromptPush {
  std::string agent_id;
  absl::Time pushed;

  bool operator==(const PromptPush&) const = default;
};

/// One desk that a prompt still has to go to.
struct PromptWaiting {
  std::string prompt_id;
  std::string agent_id;

  bool operator==(const PromptWaiting&) const = default;
};

/// Part of store::Reads. Every state is as it was stored: that a prompt expired is for the reader to see.
class PromptReads {
 public:
  virtual ~PromptReads() = default;

  /// NOT_FOUND: no such prompt.
  [[nodiscard]] virtual absl::StatusOr<domain::PushedPrompt> prompt(const std::string& prompt_id) = 0;
  /// Pushed from `from` until before `before`, newest first, at most `most`.
  [[nodiscard]] virtual absl::StatusOr<std::vector<domain::PushedPrompt>> prompts(absl::Time from, absl::Time before,
                                                                                  int most) = 0;
  /// The ids and ends of prompts that are still worth showing at `now`, those that end first first.
  [[nodiscard]] virtual absl::StatusOr<std::vector<std::pair<std::string, absl::Time>>> open_prompts(
      absl::Time now) = 0;
  /// What this supervisor pushed after `after`, recalled ones too, oldest first.
  [[nodiscard]] virtual absl::StatusOr<std::vector<PromptPush>> prompt_pushes(const std::string& supervisor_id,
                                                                              absl::Time after) = 0;
  /// Desks that were pushed `least` prompts or more that are still worth showing at `now`, seen or not: neither expired
  /// nor answered nor recalled.
  [[nodiscard]] virtual absl::StatusOr<std::vector<std::string>> crowded_desks(absl::Time now, int least) = 0;
  /// What waits and is worth showing at `now`, in the order in which it was pushed; `agent_id` empty: of all agents.
  [[nodiscard]] virtual absl::StatusOr<std::vector<PromptWaiting>> waiting_prompts(const std::string& agent_id,
                                                                                   absl::Time now) = 0;
};

/// Part of store::Transaction.
class PromptWrites {
 public:
  virtual ~PromptWrites() = default;

  /// With its deliveries. ALREADY_EXISTS: this id is known.
  [[nodiscard]] virtual absl::Status add_prompt(const domain::PushedPrompt& prompt,
                                                const std::string& supervisor_id) = 0;
  /// One that waits is at the desk from now on; any other stays as it is.
  [[nodiscard]] virtual absl::Status deliver_prompt(const std::string& prompt_id, const std::string& agent_id) = 0;
  /// A window has it, since `at` when none had it before. True when that is new. Nothing when it is not at the desk.
  [[nodiscard]] virtual absl::StatusOr<bool> receive_prompt(const std::string& prompt_id, const std::string& agent_id,
                                                            absl::Time at) = 0;
  /// It is on the desk as this card. With `told` a window has it on screen since then, when it was not before; without,
  /// its state stays as it was.
  [[nodiscard]] virtual absl::Status show_prompt(const std::string& prompt_id, const std::string& agent_id,
                                                 const std::string& card_id, std::optional<absl::Time> told) = 0;
  /// The prompt that came as this card; absent: the card is no prompt.
  [[nodiscard]] virtual absl::StatusOr<std::optional<std::string>> answer_prompt(const std::string& agent_id,
                                                                                 const std::string& card_id,
                                                                                 domain::CardAnswer answer,
                                                                                 absl::Time at) = 0;
  /// Every desk where it was not answered yet. The same again changes nothing. NOT_FOUND: no such prompt.
  [[nodiscard]] virtual absl::Status recall_prompt(const std::string& prompt_id, absl::Time at) = 0;
  /// Forgets at most `most` prompts that expired before `before`; how many.
  [[nodiscard]] virtual absl::StatusOr<int> forget_prompts(absl::Time before, int most) = 0;
};

}  // namespace aandacht::store
