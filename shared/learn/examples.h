// Labelled lines to learn from.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/classify/features.h"

namespace aandacht::learn {

struct NamedValue {
  std::string name;
  float value = 0;
};

struct Example {
  std::string label;
  std::string language;
  std::string text;  ///< Folded normalised words with one space between them.
  std::vector<NamedValue> extras;
  double weight = 1;
};

/// An example as the model sees it. Borrows the example, which must stay where it is.
class ExampleLine {
 public:
  explicit ExampleLine(const Example& example);

  [[nodiscard]] classify::Line line() const { return {words_, language_, extras_}; }

 private:
  std::vector<std::string_view> words_;
  std::string_view language_;
  std::vector<classify::Extra> extras_;
};

/// Folded normalised text to its words; they point into `text`.
[[nodiscard]] std::vector<std::string_view> words_of(std::string_view text);

}  // namespace aandacht::learn
