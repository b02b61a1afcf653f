// read_token() and KeySet: any bytes are refused with a sentence, unless the key signed them.
#include <cstddef>
#include <cstdint>
#include <string>

#include "shared/security/base64url.h"
#include "shared/security/key_set.h"
#include "shared/security/token.h"
#include "tests/fuzz/require.h"

using namespace aandacht;

namespace {

struct Keys {
  security::PrivateKey key = *security::PrivateKey::generate(security::Algorithm::kEdDsa);
  security::KeySet set = *security::KeySet::parse(security::print_key_set({key.public_key()}));
  std::string header = "{\"alg\":\"EdDSA\",\"kid\":\"" + key.public_key().thumbprint() + "\"}";
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Keys keys;
  const std::string text(reinterpret_cast<const char*>(data), size);
  const auto bytes = security::from_base64url(text);
  fuzz::require(!bytes || security::to_base64url(*bytes) == text, "base64url has one spelling");
  fuzz::require(!security::read_token(text, keys.set, {}).ok(), "nobody guesses a signature");
  (void)security::explain_token(text);
  const auto set = security::KeySet::parse(text);
  fuzz::require(set.ok() || absl::IsInvalidArgument(set.status()), "a mistake is an invalid argument");
  // The claims as an identity provider might write them: signed, and still anything.
  const std::string signed_text = security::to_base64url(keys.header) + "." + security::to_base64url(text);
  const std::string token = signed_text + "." + security::to_base64url(*keys.key.sign(signed_text));
  const auto read = security::read_token(token, keys.set, {});
  fuzz::require(read.ok() || absl::IsUnauthenticated(read.status()), "a refusal is unauthenticated");
  fuzz::require(!read.ok() || (read->caller.role && !read->caller.id.empty()), "who is let in has an id and a role");
  return 0;
}
