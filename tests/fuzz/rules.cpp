// parse_library(): any bytes are a library or a list of mistakes.
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

#include "shared/content/load.h"
#include "tests/fuzz/require.h"

using namespace aandacht;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  const std::array files = {content::SourceFile{"nl/fuzz.toml", "nl", text}};
  const auto library = content::parse_library(files);
  fuzz::require(library.ok() || absl::IsInvalidArgument(library.status()), "a mistake is an invalid argument");
  fuzz::require(library.ok() || !library.status().message().empty(), "a mistake says what is wrong");
  return 0;
}
