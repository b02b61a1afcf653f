#include "shared/wire/cards.h"

#include "shared/wire/check.h"
#include "shared/wire/time.h"

namespace aandacht::wire {

v1::Evidence to_proto(const domain::Evidence& evidence) {
  v1::Evidence message;
  message.set_words(evidence.words);
  message.set_rule_id(evidence.rule_id);
  message.set_author(evidence.author);
  message.set_utterance_id(evidence.utterance_id);
  return message;
}

v1::Card to_proto(const domain::Card& card) {
  v1::Card message;
  message.set_id(card.id);
  message.set_kind(to_proto(card.kind));
  if (card.label) message.set_label(to_proto(*card.label));
  message.set_topic(card.topic);
  message.set_line(card.line);
  message.set_detail(card.detail);
  *message.mutable_evidence() = to_proto(card.evidence);
  message.set_unsolicited(card.unsolicited);
  message.set_call_id(card.call_id);
  if (is_finite(card.shown)) *message.mutable_show_time() = to_proto(card.shown);
  if (is_finite(card.expires)) *message.mutable_expire_time() = to_proto(card.expires);
  message.set_priority(card.priority);
  message.set_source_id(card.source_id);
  return message;
}

v1::WaitingCard to_proto(const domain::WaitingCard& waiting) {
  v1::WaitingCard message;
  *message.mutable_card() = to_proto(waiting.card);
  if (is_finite(waiting.stale)) *message.mutable_stale_time() = to_proto(waiting.stale);
  return message;
}

absl::StatusOr<domain::Evidence> from_proto(const v1::Evidence& message) {
  return domain::Evidence{.words = message.words(),
                          .rule_id = message.rule_id(),
                          .author = message.author(),
                          .utterance_id = message.utterance_id()};
}

absl::StatusOr<domain::Card> from_proto(const v1::Card& message) {
  Check check;
  domain::Card card;
  card.id = message.id();
  card.kind = check.required("kind", message.kind());
  if (message.label() != v1::COACH_LABEL_UNSPECIFIED) card.label = check.required("label", message.label());
  card.topic = message.topic();
  card.line = message.line();
  card.detail = message.detail();
  card.evidence = check.take("evidence", from_proto(message.evidence()));
  card.unsolicited = message.unsolicited();
  card.call_id = message.call_id();
  card.shown = check.time("show_time", message.has_show_time(), message.show_time(), absl::InfinitePast());
  card.expires = check.time("expire_time", message.has_expire_time(), message.expire_time(), absl::InfiniteFuture());
  card.priority = message.priority();
  card.source_id = message.source_id();
  return check.result(std::move(card));
}

absl::StatusOr<domain::WaitingCard> from_proto(const v1::WaitingCard& message) {
  Check check;
  domain::WaitingCard waiting;
  waiting.card = check.take("card", from_proto(message.card()));
  waiting.stale = check.time("stale_time", message.has_stale_time(), message.stale_time(), absl::InfiniteFuture());
  return check.result(std::move(waiting));
}

}  // namespace aandacht::wire
