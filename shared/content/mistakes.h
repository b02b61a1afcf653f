// What is wrong in content files, collected so that an author sees all of it at once.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"

namespace aandacht::content {

struct Mistake {
  std::string file;
  std::size_t line = 0;  ///< From 1; 0: no line is known.
  std::string what;      ///< "what is wrong; what to write instead".
};

class Mistakes {
 public:
  /// `line` counts from 1; 0: no line is known.
  void add(std::string_view file, std::size_t line, std::string_view what);

  [[nodiscard]] bool empty() const { return all_.empty(); }
  [[nodiscard]] const std::vector<Mistake>& all() const { return all_; }

  /// OK when nothing was added; otherwise INVALID_ARGUMENT with a line for each of the first 20.
  [[nodiscard]] absl::Status status() const;

 private:
  std::vector<Mistake> all_;
};

}  // namespace aandacht::content
