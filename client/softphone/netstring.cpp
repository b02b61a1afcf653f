#include "client/softphone/netstring.h"

#include <algorithm>

#include "absl/strings/str_cat.h"

namespace aandacht::softphone {

std::string to_netstring(std::string_view payload) {
  return absl::StrCat(payload.size(), ":", std::string(payload), ",");
}

absl::Status NetstringReader::feed(std::string_view bytes, const std::function<void(std::string_view)>& on_payload) {
  while (failure_.ok() && !bytes.empty()) {
    std::size_t used = 1;
    switch (part_) {
      case Part::kLength:
        failure_ = take_length(bytes.front());
        break;
      case Part::kPayload:
        used = take_payload(bytes);
        break;
      case Part::kComma:
        if (bytes.front() != ',') {
          failure_ = absl::InvalidArgumentError("a netstring does not end with a comma");
          break;
        }
        part_ = Part::kLength;
        length_ = digits_ = 0;
        on_payload(payload_);
        payload_.clear();
        break;
    }
    bytes.remove_prefix(used);
  }
  return failure_;
}

void NetstringReader::reset() { *this = NetstringReader(longest_); }

absl::Status NetstringReader::take_length(char byte) {
  if (byte == ':' && digits_ > 0) {
    part_ = length_ == 0 ? Part::kComma : Part::kPayload;
    return absl::OkStatus();
  }
  if (byte < '0' || byte > '9') {
    return absl::InvalidArgumentError("not a netstring: no length before a colon");
  }
  if (digits_ == 1 && length_ == 0) {
    return absl::InvalidArgumentError("not a netstring: the length begins with a zero");
  }
  length_ = length_ * 10 + static_cast<std::size_t>(byte - '0');
  ++digits_;
  if (length_ > longest_) {
    return absl::ResourceExhaustedError(absl::StrCat("a netstring of more than ", longest_, " bytes"));
  }
  return absl::OkStatus();
}

std::size_t NetstringReader::take_payload(std::string_view bytes) {
  const std::size_t used = std::min(bytes.size(), length_ - payload_.size());
  payload_.append(bytes.substr(0, used));
  if (payload_.size() == length_) {
    part_ = Part::kComma;
  }
  return used;
}

}  // namespace aandacht::softphone
