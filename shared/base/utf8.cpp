#include "shared/base/utf8.h"

#include <utf8proc.h>

#include <cstdint>

namespace aandacht::base {
namespace {

struct Decoded {
  std::int32_t code_point;  // -1: ill-formed
  std::size_t bytes;
};

Decoded decode(std::string_view text, std::size_t at) {
  if (const auto byte = static_cast<unsigned char>(text[at]); byte < 0x80) return {byte, 1};
  utf8proc_int32_t code_point = -1;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at);
  const utf8proc_ssize_t length = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size() - at), &code_point);
  if (length <= 0) return {-1, 1};
  return {code_point, static_cast<std::size_t>(length)};
}

}  // namespace

bool is_valid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Decoded next = decode(text, at);
    if (next.code_point < 0) return false;
    at += next.bytes;
  }
  return true;
}

std::string to_valid_utf8(std::string_view text) {
  std::string valid;
  valid.reserve(text.size());
  std::size_t copied = 0;  // What is well-formed is copied in one go.
  for (std::size_t at = 0; at < text.size();) {
    const Decoded next = decode(text, at);
    if (next.code_point < 0) {
      valid += text.substr(copied, at - copied);
      valid += "\xEF\xBF\xBD";
      copied = at + next.bytes;
    }
    at += next.bytes;
  }
  valid += text.substr(copied);
  return valid;
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
  return count;
}

std::vector<std::size_t> code_points_before(std::string_view text, const std::vector<std::size_t>& bytes) {
  std::vector<std::size_t> before;
  before.reserve(bytes.size());
  std::size_t at = 0;
  std::size_t count = 0;
  for (const std::size_t byte : bytes) {
    count += count_code_points(text.substr(at, byte - at));
    at = byte;
    before.push_back(count);
  }
  return before;
}

std::string_view truncate_utf8(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U) --bytes;
  return text.substr(0, bytes);
}

bool is_printable(std::string_view text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) return false;
  }
  return is_valid_utf8(text);
}

}  // namespace aandacht::base
