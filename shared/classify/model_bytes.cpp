#include "shared/classify/model_bytes.h"

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"

namespace aandacht::classify {
namespace {

constexpr std::size_t kMagic = 8;

/// FNV-1a, 64 bits: finds accidents, not forgeries.
std::uint64_t checksum(std::string_view bytes) {
  std::uint64_t sum = 14695981039346656037ULL;
  for (const char byte : bytes) sum = (sum ^ static_cast<std::uint8_t>(byte)) * 1099511628211ULL;
  return sum;
}

}  // namespace

std::string sealed_model(std::string_view magic, std::uint32_t format, std::string_view body) {
  ModelWriter head;
  head.number(format);
  head.number(checksum(body));
  return absl::StrCat(std::string(magic), head.bytes(), std::string(body));
}

absl::StatusOr<std::string_view> trusted_model(std::string_view magic, std::uint32_t format, std::string_view bytes) {
  if (!bytes.starts_with(magic)) return absl::InvalidArgumentError("this is not a model file");
  if (bytes.size() < kModelHead) return absl::InvalidArgumentError("the model file is cut off");
  ModelSource head(bytes.substr(kMagic));
  const auto found = head.number<std::uint32_t>();
  if (found != format) {
    return absl::InvalidArgumentError(
        absl::StrCat("the model file has format ", found, "; this program reads format ", format, ": train it again"));
  }
  return bytes.substr(kModelHead);
}

absl::StatusOr<std::string_view> open_model(std::string_view magic, std::uint32_t format, std::string_view bytes) {
  absl::StatusOr<std::string_view> body = trusted_model(magic, format, bytes);
  if (!body.ok()) return body;
  ModelSource head(bytes.substr(kMagic + sizeof(format)));
  if (head.number<std::uint64_t>() != checksum(*body)) {
    return absl::InvalidArgumentError("the model file is damaged: its checksum does not fit; copy or train it again");
  }
  return body;
}

}  // namespace aandacht::classify
