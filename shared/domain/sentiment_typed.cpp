#include "shared/domain/sentiment_typed.h"

#include <algorithm>
#include <array>

namespace aandacht::domain {
namespace {

constexpr std::array<std::string_view, 27> kSmiles = {":)", ":-)",  ":d", ":-d", ":D", ":-D", ";)", ";-)", "=)",
                                                      ":p", ":P",   "<3", "😀",   "😃",  "😄",   "😁",  "😊",   "🙂",
                                                      "😍",  "🥰", "😘",  "👍",   "❤",  "🎉",   "🙏",  "💪",   "😂"};
constexpr std::array<std::string_view, 23> kFrowns = {":(",   ":-(", ":'(",  ":/", ":-/", ":|",   ">:(", "=(",
                                                      "😞",    "😟",   "🙁", "☹",  "😢",   "😭",    "😠",   "😡",
                                                      "🤬", "👎",   "😤",    "😩",  "😒",   "🙄", "😫"};

constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

/// Only where a smiley may begin, so that a line costs one pass.
constexpr bool may_begin(char c) {
  return c == ':' || c == ';' || c == '=' || c == '<' || c == '>' || c == '\xF0' || c == '\xE2';
}

template <std::size_t N>
bool begins_with_one(std::string_view text, const std::array<std::string_view, N>& marks) {
  return std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) { return text.starts_with(mark); });
}

}  // namespace

TypedSigns typed_signs(std::string_view original) {
  TypedSigns signs;
  bool small = false;
  bool shouted = false;
  int capitals = 0;  // Next to each other.
  for (std::size_t i = 0; i < original.size(); ++i) {
    const char c = original[i];
    signs.question = signs.question || c == '?';
    signs.exclamations += c == '!' ? 1 : 0;
    small = small || is_lower(c);
    capitals = is_upper(c) ? capitals + 1 : 0;
    shouted = shouted || capitals >= 3;
    if (!may_begin(c)) continue;
    const bool is_link = c == ':' && original.substr(i).starts_with("://");
    if (begins_with_one(original.substr(i), kSmiles)) ++signs.smiles;
    if (!is_link && begins_with_one(original.substr(i), kFrowns)) ++signs.frowns;
  }
  signs.shouts = shouted && small;
  return signs;
}

}  // namespace aandacht::domain
