#include "service/rpc/turn_record.h"

#include "shared/wire/records.h"
#include "shared/wire/time.h"

namespace aandacht::rpc {

v1::TurnRecord turn_to_proto(const store::TurnRecord& turn) {
  v1::TurnRecord message;
  message.set_utterance_id(turn.utterance_id);
  message.set_speaker(wire::to_proto(turn.speaker));
  message.set_text(turn.text);
  message.set_language(turn.language);
  *message.mutable_said_time() = wire::to_proto(turn.said);
  if (turn.sentiment) *message.mutable_sentiment() = wire::to_proto(*turn.sentiment);
  return message;
}

}  // namespace aandacht::rpc
