// normalise() and folded(): the way back to the original rises and stays in range.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "shared/base/utf8.h"
#include "shared/domain/normalise.h"
#include "tests/fuzz/require.h"

using namespace aandacht;
using fuzz::require;

namespace {

void check(const domain::Normalised& made, std::string_view original) {
  require(base::is_valid_utf8(made.text), "the text is well-formed");
  require(made.origin.size() == made.text.size() + 1, "every byte has an origin, and the end");
  for (std::size_t i = 0; i < made.origin.size(); ++i) {
    require(made.origin[i] <= original.size(), "origins are in range");
    require(i == 0 || made.origin[i] >= made.origin[i - 1], "origins rise");
  }
  const std::string_view words = domain::original_words(made, original, 0, made.text.size());
  require(words.size() <= original.size(), "the words are the original's");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view original(reinterpret_cast<const char*>(data), size);
  const domain::Normalised normalised = domain::normalise(original);
  check(normalised, original);
  check(domain::folded(normalised), original);
  (void)domain::stems(normalised.text, domain::guess_language(normalised.text));
  return 0;
}
