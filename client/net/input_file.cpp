#include "client/net/input_file.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "absl/strings/str_cat.h"

namespace aandacht::net {
namespace {

namespace fs = std::filesystem;

absl::Status cannot_read(absl::StatusCode code, const std::string& path, const std::string& why) {
  return {code, absl::StrCat("cannot read ", path, ": ", why)};
}

absl::Status look_at(const std::string& path) {
  std::error_code error;
  switch (fs::status(path, error).type()) {
    case fs::file_type::not_found:
      return cannot_read(absl::StatusCode::kNotFound, path, "there is no such file; check the name");
    case fs::file_type::directory:
      return cannot_read(absl::StatusCode::kFailedPrecondition, path, "it is a folder; name a file in it");
    case fs::file_type::regular:
    case fs::file_type::fifo:
      return absl::OkStatus();
    case fs::file_type::none:
    case fs::file_type::unknown:
      return cannot_read(absl::StatusCode::kUnavailable, path, error.message());
    case fs::file_type::symlink:
    case fs::file_type::block:
    case fs::file_type::character:
    case fs::file_type::socket:
      break;
  }
  return cannot_read(absl::StatusCode::kFailedPrecondition, path, "it is a device; name a file");
}

absl::Status damaged(const std::string& path) {
  return cannot_read(absl::StatusCode::kUnavailable, path, "the disk does not give what is in it; try a copy");
}

}  // namespace

absl::StatusOr<std::ifstream> open_input_file(const std::string& path) {
  if (absl::Status status = look_at(path); !status.ok()) return status;
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    return cannot_read(absl::StatusCode::kUnavailable, path,
                       errno == 0 ? "check its permissions" : std::strerror(errno));
  }
  const bool has_something = file.peek() != std::ifstream::traits_type::eof();
  if (file.bad()) return damaged(path);
  if (!has_something) {
    return cannot_read(absl::StatusCode::kFailedPrecondition, path, "it is empty; is it the right file?");
  }
  return file;
}

absl::StatusOr<std::string> read_input_file(const std::string& path, std::size_t most) {
  constexpr std::size_t kBlock = std::size_t{1} << 16;
  absl::StatusOr<std::ifstream> file = open_input_file(path);
  if (!file.ok()) return file.status();
  std::string bytes;
  while (*file && bytes.size() <= most) {
    const std::size_t had = bytes.size();
    bytes.resize(had + std::min(kBlock, most + 1 - had));
    file->read(bytes.data() + had, static_cast<std::streamsize>(bytes.size() - had));
    bytes.resize(had + static_cast<std::size_t>(file->gcount()));
  }
  if (file->bad()) return damaged(path);
  if (bytes.size() <= most) return bytes;
  return absl::InvalidArgumentError(absl::StrCat(path, " is over ", most, " bytes, the most that is taken"));
}

absl::StatusOr<Input> Input::open(const std::string& path, std::istream& standard_input) {
  Input input(standard_input);
  if (path == "-") return input;
  absl::StatusOr<std::ifstream> file = open_input_file(path);
  if (!file.ok()) return file.status();
  input.file_ = *std::move(file);
  return input;
}

}  // namespace aandacht::net
