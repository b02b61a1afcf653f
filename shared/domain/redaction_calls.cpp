#include "shared/domain/redaction_calls.h"

#include <algorithm>

#include "shared/domain/redaction.h"

namespace aandacht::domain {

std::shared_ptr<ConversationRedactors::Conversation> ConversationRedactors::find(const std::string& call_id) {
  const std::lock_guard lock(mutex_);
  const auto known = by_id_.find(call_id);
  if (known == by_id_.end()) return nullptr;
  calls_.splice(calls_.begin(), calls_, known->second);
  return calls_.front().conversation;
}

std::shared_ptr<ConversationRedactors::Conversation> ConversationRedactors::find_or_begin(const std::string& call_id) {
  if (std::shared_ptr<Conversation> known = find(call_id)) return known;
  const std::lock_guard lock(mutex_);
  const auto known = by_id_.find(call_id);  // Another thread may have begun it meanwhile.
  if (known != by_id_.end()) return known->second->conversation;
  calls_.push_front({std::make_shared<Conversation>(call_id)});
  by_id_[call_id] = calls_.begin();
  if (calls_.size() > most_) drop(std::prev(calls_.end()));
  return calls_.front().conversation;
}

void ConversationRedactors::drop(Calls::iterator call) {
  bytes_ -= call->bytes;
  by_id_.erase(call->conversation->call_id);
  calls_.erase(call);
}

void ConversationRedactors::weigh(const Conversation& conversation, std::size_t bytes) {
  const std::lock_guard lock(mutex_);
  const auto known = by_id_.find(conversation.call_id);
  if (known == by_id_.end() || known->second->conversation.get() != &conversation) return;
  bytes_ += bytes - known->second->bytes;
  known->second->bytes = bytes;
  while (bytes_ > most_bytes_ && calls_.size() > 1) drop(std::prev(calls_.end()));
}

ConversationRedactor::Result ConversationRedactors::hear(Conversation& conversation, Speaker speaker,
                                                         std::string_view utterance_id, std::string_view text) {
  const std::lock_guard lock(conversation.mutex);
  ConversationRedactor::Result result = conversation.redactor.hear(speaker, utterance_id, text);
  weigh(conversation, conversation.redactor.size());
  return result;
}

ConversationRedactor::Result ConversationRedactors::hear(const std::string& call_id, Speaker speaker,
                                                         std::string_view utterance_id, std::string_view text) {
  return hear(*find_or_begin(call_id), speaker, utterance_id, text);
}

ConversationRedactor::Result ConversationRedactors::hear_if_known(const std::string& call_id, Speaker speaker,
                                                                  std::string_view utterance_id,
                                                                  std::string_view text) {
  if (const std::shared_ptr<Conversation> known = find(call_id)) return hear(*known, speaker, utterance_id, text);
  return {redact(text), {}};
}

void ConversationRedactors::confirm(const std::string& call_id, const std::vector<LateRedaction>& rewritten) {
  const std::shared_ptr<Conversation> known = find(call_id);
  if (known == nullptr) return;
  const std::lock_guard lock(known->mutex);
  known->redactor.confirm(rewritten);
}

void ConversationRedactors::end(const std::string& call_id, absl::Time forget_at) {
  const std::lock_guard lock(mutex_);
  const auto known = by_id_.find(call_id);
  if (known == by_id_.end()) return;
  known->second->forget_at = std::min(known->second->forget_at, forget_at);
}

void ConversationRedactors::forget_ended(absl::Time now) {
  const std::lock_guard lock(mutex_);
  for (auto call = calls_.begin(); call != calls_.end();) {
    const auto next = std::next(call);
    if (call->forget_at <= now) drop(call);
    call = next;
  }
}

std::size_t ConversationRedactors::count() const {
  const std::lock_guard lock(mutex_);
  return calls_.size();
}

}  // namespace aandacht::domain
