// Files that a command is given: whatever lies at the path, the answer is the file or one sentence, never an abort.
#pragma once

#include <cstddef>
#include <fstream>
#include <istream>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace aandacht::net {

/// Opens a file that has something in it. A pipe is taken too, such as the shell's <(zcat export.gz).
///
/// NOT_FOUND: there is none. FAILED_PRECONDITION: a folder, a device or an empty file. UNAVAILABLE: it cannot be read.
/// The message is one sentence that names it and says what to do.
[[nodiscard]] absl::StatusOr<std::ifstream> open_input_file(const std::string& path);

/// All of it, as open_input_file() gives it. INVALID_ARGUMENT: more than `most` bytes.
[[nodiscard]] absl::StatusOr<std::string> read_input_file(const std::string& path,
                                                          std::size_t most = std::size_t{1} << 30);

/// The path, or "standard input" for "-": how a sentence names it.
[[nodiscard]] inline std::string spoken_name(const std::string& path) { return path == "-" ? "standard input" : path; }

/// A file, or standard input when its name is "-".
class Input {
 public:
  /// `standard_input` must outlive this. Errors as of open_input_file().
  [[nodiscard]] static absl::StatusOr<Input> open(const std::string& path, std::istream& standard_input);

  [[nodiscard]] std::istream& stream() { return file_.is_open() ? file_ : *standard_input_; }

 private:
  explicit Input(std::istream& standard_input) : standard_input_(&standard_input) {}

  std::ifstream file_;
  std::istream* standard_input_;
};

}  // namespace aandacht::net
