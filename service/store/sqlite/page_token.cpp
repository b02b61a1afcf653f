#include "service/store/sqlite/page_token.h"

#include <algorithm>

#include "absl/strings/escaping.h"
#include "absl/strings/string_view.h"

namespace aandacht::store::sqlite {
namespace {

constexpr std::size_t kNumberBytes = 8;
constexpr std::size_t kSealBytes = 4;
constexpr int kDefaultPage = 50;
constexpr int kLargestPage = 500;

// FNV-1a: notices a mistake or another list's token; it keeps no secret.
std::uint64_t hash(std::string_view text, std::uint64_t state) {
  for (const char c : text) state = (state ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  return state;
}

std::string big_endian(std::uint64_t value, std::size_t bytes) {
  std::string written;
  for (std::size_t i = bytes; i > 0; --i) written.push_back(static_cast<char>((value >> (8 * (i - 1))) & 0xffU));
  return written;
}

std::string seal(std::string_view list, std::string_view body) {
  return big_endian(hash(body, hash(list, 0xcbf29ce484222325U) ^ 0xffU), kSealBytes);
}

}  // namespace

std::string to_token(std::string_view list, const PageKey& key) {
  const std::string body = big_endian(static_cast<std::uint64_t>(key.number), kNumberBytes) + key.text;
  return absl::WebSafeBase64Escape(body + seal(list, body));
}

absl::StatusOr<PageKey> from_token(std::string_view list, std::string_view token) {
  const absl::Status refused = absl::InvalidArgumentError("page_token: is not a token of this list");
  std::string bytes;
  if (!absl::WebSafeBase64Unescape(absl::string_view(token.data(), token.size()), &bytes)) return refused;
  if (bytes.size() < kNumberBytes + kSealBytes) return refused;
  const std::string body = bytes.substr(0, bytes.size() - kSealBytes);
  if (seal(list, body) != bytes.substr(body.size())) return refused;
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < kNumberBytes; ++i) number = (number << 8U) | static_cast<unsigned char>(body[i]);
  return PageKey{static_cast<std::int64_t>(number), body.substr(kNumberBytes)};
}

absl::StatusOr<int> page_size_of(int wanted) {
  if (wanted < 0) return absl::InvalidArgumentError("page_size: is negative");
  return wanted == 0 ? kDefaultPage : std::min(wanted, kLargestPage);
}

}  // namespace aandacht::store::sqlite
