#include "service/store/sqlite/page_token.h"

#include <openssl/evp.h>
#include <openssl/rand.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

#include "absl/strings/escaping.h"
#include "absl/strings/string_view.h"

namespace aandacht::store::sqlite {
namespace {

constexpr std::size_t kNumberBytes = 8;
constexpr std::size_t kKeyBytes = 32;
constexpr std::size_t kNonceBytes = 12;  // As NIST SP 800-38D has it for a random one.
constexpr std::size_t kTagBytes = 16;
// The longest id fits, so that a token's length does not tell how long the id in it is.
constexpr std::size_t kBlockBytes = 160;
constexpr int kDefaultPage = 50;
constexpr int kLargestPage = 500;

unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }
const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }
int length_of(std::string_view text) { return static_cast<int>(text.size()); }

/// Made when it is first asked for; empty: there is no randomness.
const std::string& key_of_this_start() {
  static const std::string kKey = [] {
    std::string key(kKeyBytes, '\0');
    return RAND_priv_bytes(bytes_of(key), static_cast<int>(kKeyBytes)) == 1 ? key : std::string();
  }();
  return kKey;
}

using Cipher = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

/// AES-256-GCM over `list` and what comes after; null when it cannot be had.
Cipher begin(std::string_view list, std::string_view nonce, bool encrypts) {
  Cipher cipher(EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free);
  const std::string& key = key_of_this_start();
  int ignored = 0;
  const bool begun = cipher && !key.empty() &&
                     EVP_CipherInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, bytes_of(std::string_view(key)),
                                       bytes_of(nonce), encrypts ? 1 : 0) == 1 &&
                     EVP_CipherUpdate(cipher.get(), nullptr, &ignored, bytes_of(list), length_of(list)) == 1;
  if (!begun) cipher.reset();
  return cipher;
}

/// Nonce, cipher text, tag. Absent: the library failed.
std::optional<std::string> seal(std::string_view list, const std::string& body) {
  std::string nonce(kNonceBytes, '\0');
  if (RAND_bytes(bytes_of(nonce), static_cast<int>(kNonceBytes)) != 1) return std::nullopt;
  const Cipher cipher = begin(list, nonce, true);
  std::string hidden(body.size(), '\0');
  std::string tag(kTagBytes, '\0');
  int written = 0;
  const bool done =
      cipher && EVP_CipherUpdate(cipher.get(), bytes_of(hidden), &written, bytes_of(body), length_of(body)) == 1 &&
      EVP_CipherFinal_ex(cipher.get(), bytes_of(hidden) + written, &written) == 1 &&
      EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, static_cast<int>(kTagBytes), tag.data()) == 1;
  if (!done) return std::nullopt;
  return nonce + hidden + tag;
}

/// Absent: not sealed for this list since the service started.
std::optional<std::string> unseal(std::string_view list, std::string_view sealed) {
  if (sealed.size() < kNonceBytes + kTagBytes) return std::nullopt;
  const std::string_view hidden = sealed.substr(kNonceBytes, sealed.size() - kNonceBytes - kTagBytes);
  const Cipher cipher = begin(list, sealed.substr(0, kNonceBytes), false);
  std::string tag(sealed.substr(sealed.size() - kTagBytes));
  std::string body(hidden.size(), '\0');
  int written = 0;
  const bool done =
      cipher && EVP_CipherUpdate(cipher.get(), bytes_of(body), &written, bytes_of(hidden), length_of(hidden)) == 1 &&
      EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, static_cast<int>(kTagBytes), tag.data()) == 1 &&
      EVP_CipherFinal_ex(cipher.get(), bytes_of(body) + written, &written) == 1;
  if (!done) return std::nullopt;
  return body;
}

std::string big_endian(std::uint64_t value) {
  std::string written;
  for (std::size_t i = kNumberBytes; i > 0; --i) written.push_back(static_cast<char>((value >> (8 * (i - 1))) & 0xffU));
  return written;
}

/// A byte 0x80 ends the text; zeros follow.
std::string padded(std::string body) {
  body.push_back('\x80');
  body.resize((body.size() + kBlockBytes - 1) / kBlockBytes * kBlockBytes, '\0');
  return body;
}

}  // namespace

absl::StatusOr<std::string> to_token(std::string_view list, const PageKey& key) {
  const std::optional<std::string> sealed =
      seal(list, padded(big_endian(static_cast<std::uint64_t>(key.number)) + key.text));
  if (!sealed) return absl::InternalError("no page token can be made: OpenSSL gives no randomness or no AES-256-GCM");
  return absl::WebSafeBase64Escape(*sealed);
}

absl::StatusOr<PageKey> from_token(std::string_view list, std::string_view token) {
  const absl::Status refused = absl::InvalidArgumentError(
      "page_token: is not a token of this list, or is of before the service started; ask from the first page again");
  std::string bytes;
  if (!absl::WebSafeBase64Unescape(absl::string_view(token.data(), token.size()), &bytes)) return refused;
  const std::optional<std::string> body = unseal(list, bytes);
  if (!body) return refused;
  const std::size_t end = body->find_last_not_of('\0');
  if (end == std::string::npos || end < kNumberBytes || (*body)[end] != '\x80') return refused;
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < kNumberBytes; ++i) number = (number << 8U) | static_cast<unsigned char>((*body)[i]);
  return PageKey{static_cast<std::int64_t>(number), body->substr(kNumberBytes, end - kNumberBytes)};
}

absl::StatusOr<int> page_size_of(int wanted) {
  if (wanted < 0) return absl::InvalidArgumentError("page_size: is negative");
  return wanted == 0 ? kDefaultPage : std::min(wanted, kLargestPage);
}

}  // namespace aandacht::store::sqlite
