// Messages whose text is not UTF-8.
#pragma once

#include <google/protobuf/message.h>
#include <grpcpp/support/byte_buffer.h>

namespace aandacht::rpc {

/// Reads a message as it came over the wire. Protobuf refuses one with ill-formed UTF-8 altogether; here every
/// ill-formed byte of its strings becomes U+FFFD, so that one bad character does not cost what was said. False: no such
/// message.
[[nodiscard]] bool parse_lenient(const grpc::ByteBuffer& buffer, google::protobuf::Message& message);

/// The message as it goes over the wire.
[[nodiscard]] grpc::ByteBuffer to_bytes(const google::protobuf::Message& message);

}  // namespace aandacht::rpc
