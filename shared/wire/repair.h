// Makes a message's text fit to be sent and stored.
#pragma once

#include "google/protobuf/message.h"

namespace aandacht::wire {

/// Replaces every ill-formed byte in every string of the message by U+FFFD. Protobuf writes ill-formed text but refuses
/// to read it back.
void repair_text(google::protobuf::Message& message);

}  // namespace aandacht::wire
