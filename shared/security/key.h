// Keys that sign tokens, and the halves of them that check.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"

struct evp_pkey_st;

namespace aandacht::security {

/// As RFC 7518 and RFC 8037 name them.
enum class Algorithm { kEs256, kEdDsa };

/// "ES256" or "EdDSA".
[[nodiscard]] std::string_view name_of(Algorithm algorithm);

/// SHA-256 of the bytes: 32 bytes.
[[nodiscard]] std::string sha256(std::string_view bytes);

/// The half that everybody may have. Copies are the same key; safe to share between threads.
class PublicKey {
 public:
  /// A point of P-256, 32 bytes each; nothing when it is not on the curve.
  [[nodiscard]] static std::optional<PublicKey> p256(std::string_view x, std::string_view y);
  /// 32 bytes.
  [[nodiscard]] static std::optional<PublicKey> ed25519(std::string_view x);

  [[nodiscard]] Algorithm algorithm() const { return algorithm_; }

  /// \param signature  64 bytes, as JSON Web Signatures have it: for ES256 r and s beside each other.
  [[nodiscard]] bool verifies(std::string_view text, std::string_view signature) const;

  /// The members of a JSON Web Key (RFC 7517), in the order that RFC 7638 prints them for a thumbprint.
  [[nodiscard]] std::string jwk() const;

  /// The thumbprint of RFC 7638: the usual `kid`.
  [[nodiscard]] std::string thumbprint() const;

 private:
  friend class PrivateKey;
  PublicKey(Algorithm algorithm, std::shared_ptr<evp_pkey_st> key) : algorithm_(algorithm), key_(std::move(key)) {}

  Algorithm algorithm_;
  std::shared_ptr<evp_pkey_st> key_;
};

/// The half that signs.
class PrivateKey {
 public:
  /// INTERNAL: no randomness.
  [[nodiscard]] static absl::StatusOr<PrivateKey> generate(Algorithm algorithm);

  /// Reads PEM without a pass phrase. INVALID_ARGUMENT: no key of P-256 or Ed25519.
  [[nodiscard]] static absl::StatusOr<PrivateKey> from_pem(std::string_view pem);

  /// PKCS #8.
  [[nodiscard]] std::string pem() const;

  [[nodiscard]] const PublicKey& public_key() const { return public_; }

  /// 64 bytes. INTERNAL: the library failed.
  [[nodiscard]] absl::StatusOr<std::string> sign(std::string_view text) const;

 private:
  explicit PrivateKey(PublicKey key) : public_(std::move(key)) {}

  PublicKey public_;  // Its key_ has both halves.
};

}  // namespace aandacht::security
