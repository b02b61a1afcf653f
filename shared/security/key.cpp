#include "shared/security/key.h"

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/pem.h>

#include <array>

#include "absl/strings/str_cat.h"
#include "shared/security/base64url.h"

namespace aandacht::security {
namespace {

constexpr std::size_t kHalf = 32;  // Bytes of a coordinate, of r and of s.

template <auto free>
struct Freed {
  template <typename Held>
  void operator()(Held* held) const {
    free(held);
  }
};
template <typename Held, auto free>
using Owned = std::unique_ptr<Held, Freed<free>>;

using Context = Owned<EVP_PKEY_CTX, EVP_PKEY_CTX_free>;
using Digest = Owned<EVP_MD_CTX, EVP_MD_CTX_free>;
using Number = Owned<BIGNUM, BN_free>;
using Signature = Owned<ECDSA_SIG, ECDSA_SIG_free>;
using Memory = Owned<BIO, BIO_free>;

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

std::shared_ptr<EVP_PKEY> shared(EVP_PKEY* key) { return {key, EVP_PKEY_free}; }

// What gRPC's TLS asks of the same thread's queue of errors must not be ours.
absl::Status failed(const char* what) {
  ERR_clear_error();
  return absl::InternalError(absl::StrCat("the cryptographic library could not ", what));
}

const EVP_MD* digest_of(Algorithm algorithm) { return algorithm == Algorithm::kEs256 ? EVP_sha256() : nullptr; }

std::optional<std::string> der_of(std::string_view signature) {
  Number r(BN_bin2bn(bytes_of(signature), kHalf, nullptr));
  Number s(BN_bin2bn(bytes_of(signature) + kHalf, kHalf, nullptr));
  const Signature pair(ECDSA_SIG_new());
  if (!r || !s || !pair || ECDSA_SIG_set0(pair.get(), r.get(), s.get()) != 1) return std::nullopt;
  static_cast<void>(r.release());
  static_cast<void>(s.release());
  unsigned char* der = nullptr;
  const int size = i2d_ECDSA_SIG(pair.get(), &der);
  if (size <= 0) return std::nullopt;
  std::string text(reinterpret_cast<char*>(der), static_cast<std::size_t>(size));
  OPENSSL_free(der);
  return text;
}

std::optional<std::string> raw_of(std::string_view der) {
  const unsigned char* at = bytes_of(der);
  const Signature pair(d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(der.size())));
  if (!pair) return std::nullopt;
  std::array<unsigned char, 2 * kHalf> raw{};
  if (BN_bn2binpad(ECDSA_SIG_get0_r(pair.get()), raw.data(), kHalf) != static_cast<int>(kHalf) ||
      BN_bn2binpad(ECDSA_SIG_get0_s(pair.get()), raw.data() + kHalf, kHalf) != static_cast<int>(kHalf)) {
    return std::nullopt;
  }
  return std::string(reinterpret_cast<char*>(raw.data()), raw.size());
}

std::string coordinate(const EVP_PKEY* key, const char* name) {
  BIGNUM* number = nullptr;
  if (EVP_PKEY_get_bn_param(key, name, &number) != 1) return "";
  const Number owner(number);
  std::array<unsigned char, kHalf> bytes{};
  if (BN_bn2binpad(number, bytes.data(), kHalf) != static_cast<int>(kHalf)) return "";
  return to_base64url({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

std::optional<Algorithm> algorithm_of(const EVP_PKEY* key) {
  if (EVP_PKEY_is_a(key, "ED25519") == 1) return Algorithm::kEdDsa;
  std::array<char, 32> group{};
  if (EVP_PKEY_is_a(key, "EC") != 1 || EVP_PKEY_get_group_name(key, group.data(), group.size(), nullptr) != 1)
    return std::nullopt;
  return std::string_view(group.data()) == "prime256v1" ? std::optional(Algorithm::kEs256) : std::nullopt;
}

}  // namespace

std::string_view name_of(Algorithm algorithm) {
  switch (algorithm) {
    case Algorithm::kEs256:
      return "ES256";
    case Algorithm::kEdDsa:
      return "EdDSA";
  }
  return "";
}

std::string sha256(std::string_view bytes) {
  std::array<unsigned char, 32> digest{};
  EVP_Digest(bytes.data(), bytes.size(), digest.data(), nullptr, EVP_sha256(), nullptr);
  return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

std::optional<PublicKey> PublicKey::p256(std::string_view x, std::string_view y) {
  if (x.size() != kHalf || y.size() != kHalf) return std::nullopt;
  std::string point = "\x04";
  point.append(x).append(y);
  std::array<char, 11> group{"prime256v1"};
  std::array<OSSL_PARAM, 3> parameters = {
      OSSL_PARAM_construct_utf8_string(OSSL_PKEY_PARAM_GROUP_NAME, group.data(), 0),
      OSSL_PARAM_construct_octet_string(OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size()),
      OSSL_PARAM_construct_end()};
  const Context context(EVP_PKEY_CTX_new_from_name(nullptr, "EC", nullptr));
  EVP_PKEY* key = nullptr;
  if (!context || EVP_PKEY_fromdata_init(context.get()) != 1 ||
      EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters.data()) != 1) {
    ERR_clear_error();
    return std::nullopt;
  }
  return PublicKey(Algorithm::kEs256, shared(key));
}

std::optional<PublicKey> PublicKey::ed25519(std::string_view x) {
  if (x.size() != kHalf) return std::nullopt;
  EVP_PKEY* key = EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, bytes_of(x), x.size());
  if (key == nullptr) {
    ERR_clear_error();
    return std::nullopt;
  }
  return PublicKey(Algorithm::kEdDsa, shared(key));
}

bool PublicKey::verifies(std::string_view text, std::string_view signature) const {
  if (signature.size() != 2 * kHalf) return false;
  std::string given(signature);
  if (algorithm_ == Algorithm::kEs256) {
    const std::optional<std::string> der = der_of(signature);
    if (!der) return false;
    given = *der;
  }
  const Digest digest(EVP_MD_CTX_new());
  const bool good = digest &&
                    EVP_DigestVerifyInit(digest.get(), nullptr, digest_of(algorithm_), nullptr, key_.get()) == 1 &&
                    EVP_DigestVerify(digest.get(), bytes_of(given), given.size(), bytes_of(text), text.size()) == 1;
  if (!good) ERR_clear_error();
  return good;
}

std::string PublicKey::jwk() const {
  if (algorithm_ == Algorithm::kEs256) {
    return absl::StrCat(R"({"crv":"P-256","kty":"EC","x":")", coordinate(key_.get(), OSSL_PKEY_PARAM_EC_PUB_X),
                        R"(","y":")", coordinate(key_.get(), OSSL_PKEY_PARAM_EC_PUB_Y), R"("})");
  }
  std::array<unsigned char, kHalf> x{};
  std::size_t size = x.size();
  EVP_PKEY_get_raw_public_key(key_.get(), x.data(), &size);
  return absl::StrCat(R"({"crv":"Ed25519","kty":"OKP","x":")",
                      to_base64url({reinterpret_cast<const char*>(x.data()), size}), R"("})");
}

std::string PublicKey::thumbprint() const { return to_base64url(sha256(jwk())); }

absl::StatusOr<PrivateKey> PrivateKey::generate(Algorithm algorithm) {
  EVP_PKEY* key = algorithm == Algorithm::kEs256 ? EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256")
                                                 : EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519");
  if (key == nullptr) return failed("make a key");
  return PrivateKey(PublicKey(algorithm, shared(key)));
}

absl::StatusOr<PrivateKey> PrivateKey::from_pem(std::string_view pem) {
  const Memory memory(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
  // A key with a pass phrase must not make a service ask for it on its terminal.
  const auto no_phrase = [](char*, int, int, void*) { return -1; };
  EVP_PKEY* key = memory ? PEM_read_bio_PrivateKey(memory.get(), nullptr, no_phrase, nullptr) : nullptr;
  ERR_clear_error();
  const std::shared_ptr<EVP_PKEY> owner = shared(key);
  const std::optional<Algorithm> algorithm = key == nullptr ? std::nullopt : algorithm_of(key);
  if (!algorithm) {
    return absl::InvalidArgumentError("holds no private key of P-256 or Ed25519 in PEM without a pass phrase");
  }
  return PrivateKey(PublicKey(*algorithm, owner));
}

std::string PrivateKey::pem() const {
  const Memory memory(BIO_new(BIO_s_mem()));
  PEM_write_bio_PKCS8PrivateKey(memory.get(), public_.key_.get(), nullptr, nullptr, 0, nullptr, nullptr);
  char* text = nullptr;
  const long size = BIO_get_mem_data(memory.get(), &text);
  return {text, static_cast<std::size_t>(size)};
}

absl::StatusOr<std::string> PrivateKey::sign(std::string_view text) const {
  const Digest digest(EVP_MD_CTX_new());
  std::string signature(128, '\0');
  std::size_t size = signature.size();
  if (!digest ||
      EVP_DigestSignInit(digest.get(), nullptr, digest_of(public_.algorithm_), nullptr, public_.key_.get()) != 1 ||
      EVP_DigestSign(digest.get(), reinterpret_cast<unsigned char*>(signature.data()), &size, bytes_of(text),
                     text.size()) != 1) {
    return failed("sign");
  }
  signature.resize(size);
  if (public_.algorithm_ == Algorithm::kEdDsa) return signature;
  const std::optional<std::string> raw = raw_of(signature);
  if (!raw) return failed("sign");
  return *raw;
}

}  // namespace aandacht::security
