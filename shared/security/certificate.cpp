#include "shared/security/certificate.h"

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <array>
#include <memory>

namespace aandacht::security {
namespace {

using Memory = std::unique_ptr<BIO, int (*)(BIO*)>;
using Certificate = std::unique_ptr<X509, void (*)(X509*)>;

Memory memory_of(std::string_view text) {
  return {BIO_new_mem_buf(text.data(), static_cast<int>(text.size())), BIO_free};
}

Certificate read_certificate(std::string_view pem) {
  return {PEM_read_bio_X509(memory_of(pem).get(), nullptr, nullptr, nullptr), X509_free};
}

}  // namespace

absl::StatusOr<std::string> certificate_print(std::string_view pem) {
  const Certificate certificate = read_certificate(pem);
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  if (!certificate || X509_digest(certificate.get(), EVP_sha256(), digest.data(), &size) != 1) {
    ERR_clear_error();
    return absl::InvalidArgumentError("holds no certificate in PEM");
  }
  return std::string(reinterpret_cast<const char*>(digest.data()), size);
}

absl::Status check_certificate_pair(std::string_view certificate, std::string_view key) {
  const Certificate owner = read_certificate(certificate);
  // A key with a pass phrase must not make a service ask for it on its terminal.
  const auto no_phrase = [](char*, int, int, void*) { return -1; };
  const std::unique_ptr<EVP_PKEY, void (*)(EVP_PKEY*)> secret(
      PEM_read_bio_PrivateKey(memory_of(key).get(), nullptr, no_phrase, nullptr), EVP_PKEY_free);
  const bool fits = owner && secret && X509_check_private_key(owner.get(), secret.get()) == 1;
  ERR_clear_error();
  if (!owner) return absl::InvalidArgumentError("the first holds no certificate in PEM");
  if (!secret) return absl::InvalidArgumentError("the second holds no private key in PEM without a pass phrase");
  if (fits) return absl::OkStatus();
  return absl::InvalidArgumentError("they do not belong together");
}

}  // namespace aandacht::security
