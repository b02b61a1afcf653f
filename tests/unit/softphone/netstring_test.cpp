#include "client/softphone/netstring.h"

#include <string>
#include <vector>

#include "tests/support/catch.h"

namespace aandacht::softphone {
namespace {

struct Fed {
  std::vector<std::string> payloads;
  absl::Status status;
};

Fed feed(NetstringReader& reader, std::string_view bytes, std::size_t piece) {
  Fed fed;
  while (!bytes.empty() && fed.status.ok()) {
    fed.status =
        reader.feed(bytes.substr(0, piece), [&](std::string_view payload) { fed.payloads.emplace_back(payload); });
    bytes.remove_prefix(std::min(piece, bytes.size()));
  }
  return fed;
}

Fed feed(std::string_view bytes) {
  NetstringReader reader;
  return feed(reader, bytes, bytes.size());
}

TEST_CASE("netstrings come out the same however they were cut") {
  const std::string bytes = to_netstring("eerste") + to_netstring("") + to_netstring("twee, met komma: en 3:abc,");
  const std::vector<std::string> expected = {"eerste", "", "twee, met komma: en 3:abc,"};
  for (std::size_t piece = 1; piece <= bytes.size(); ++piece) {
    NetstringReader reader;
    const Fed fed = feed(reader, bytes, piece);
    CHECK(fed.status.ok());
    CHECK(fed.payloads == expected);
  }
}

TEST_CASE("a payload of any bytes passes unchanged") {
  std::string payload;
  for (int byte = 0; byte < 256; ++byte) {
    payload.push_back(static_cast<char>(byte));
  }
  CHECK(feed(to_netstring(payload)).payloads == std::vector<std::string>{payload});
}

TEST_CASE("text that is not a netstring gives an error that stays until reset") {
  for (const char* bytes : {"{\"event\":true}", ":abc,", "03:abc,", "-1:a,", "3;abc,", "3:abcX", " 3:abc,", "\n"}) {
    INFO(bytes);
    NetstringReader reader;
    CHECK(absl::IsInvalidArgument(feed(reader, bytes, 1).status));
    CHECK(absl::IsInvalidArgument(feed(reader, "3:abc,", 1).status));
    reader.reset();
    CHECK(feed(reader, "3:abc,", 1).payloads == std::vector<std::string>{"abc"});
  }
}

TEST_CASE("what came before an error is delivered") {
  const Fed fed = feed("3:abc,x");
  CHECK(fed.payloads == std::vector<std::string>{"abc"});
  CHECK_FALSE(fed.status.ok());
}

TEST_CASE("a huge length is refused before anything of it is kept") {
  CHECK(absl::IsResourceExhausted(feed("999999999:").status));
  CHECK(absl::IsResourceExhausted(feed("99999999999999999999999999999999:").status));
  NetstringReader small(10);
  CHECK(feed(small, "10:0123456789,", 3).payloads.size() == 1);
  CHECK(absl::IsResourceExhausted(feed(small, "11:", 1).status));
}

}  // namespace
}  // namespace aandacht::softphone
