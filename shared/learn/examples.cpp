#include "shared/learn/examples.h"

namespace aandacht::learn {

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end > 0) words.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

ExampleLine::ExampleLine(const Example& example) : words_(words_of(example.text)), language_(example.language) {
  extras_.reserve(example.extras.size());
  for (const NamedValue& extra : example.extras) extras_.push_back({extra.name, extra.value, {}});
}

}  // namespace aandacht::learn
