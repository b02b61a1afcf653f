#include "client/model/said_sentence.h"

#include "absl/strings/substitute.h"

namespace aandacht::model {

std::optional<SaidHoles> holes_in(std::string_view said, std::string_view text) {
  SaidHoles holes;
  while (!said.empty()) {
    if (said.size() < 2 || said[0] != '$' || said[1] < '0' || said[1] > '2') {
      if (text.empty() || text[0] != said[0]) return std::nullopt;
      said.remove_prefix(1);
      text.remove_prefix(1);
      continue;
    }
    const auto hole = static_cast<std::size_t>(said[1] - '0');
    said.remove_prefix(2);
    const std::string_view next = said.substr(0, said.find('$'));
    const std::size_t end = next.empty() ? text.size() : text.find(next);
    if (end == std::string_view::npos || end == 0) return std::nullopt;
    holes[hole] = std::string(text.substr(0, end));
    text.remove_prefix(end);
  }
  if (!text.empty()) return std::nullopt;
  return holes;
}

std::optional<std::string> said_in_dutch(std::span<const SaidSentence> known, std::string_view text,
                                         std::string (*field_words)(const std::string&)) {
  for (const SaidSentence& each : known) {
    std::optional<SaidHoles> holes = holes_in(each.said, text);
    if (!holes) continue;
    for (std::size_t i = 0; i < holes->size(); ++i) {
      std::string& hole = (*holes)[i];
      if (each.field == static_cast<int>(i) && field_words != nullptr) {
        hole = field_words(hole);
      } else if (auto dutch = said_in_dutch(known, hole, field_words)) {
        hole = *std::move(dutch);
      }
    }
    return absl::Substitute(each.dutch, (*holes)[0], (*holes)[1], (*holes)[2]);
  }
  return std::nullopt;
}

}  // namespace aandacht::model
