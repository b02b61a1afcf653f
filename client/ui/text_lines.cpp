#include "client/ui/text_lines.h"

#include <algorithm>

namespace aandacht::ui {
namespace {

std::size_t length_at(std::string_view text, std::size_t byte) {
  std::size_t end = byte + 1;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
  return end - byte;
}

/// Lines of one paragraph, which holds no line break.
void break_paragraph(const Look& look, Type type, std::string_view text, TextLine paragraph, float width,
                     std::vector<TextLine>& lines) {
  std::size_t begin = paragraph.begin;
  std::size_t after_blank = begin;  // Where the line may end.
  float used = 0;
  float since_blank = 0;
  for (std::size_t at = begin; at < paragraph.end;) {
    const std::size_t length = length_at(text, at);
    const float advance = text_width(look, type, text.substr(at, length));
    const bool blank = text[at] == ' ';
    // Blanks hang over the edge: the word before them fits.
    if (!blank && used + advance > width && at > begin) {
      const bool whole_words = after_blank > begin;
      const std::size_t end = whole_words ? after_blank : at;
      lines.push_back({begin, end});
      begin = end;
      used = whole_words ? since_blank : 0;
      after_blank = begin;
      since_blank = 0;
    }
    used += advance;
    since_blank += advance;
    at += length;
    if (blank || text[at - 1] == '-') {
      after_blank = at;
      since_blank = 0;
    }
  }
  lines.push_back({begin, paragraph.end});
}

}  // namespace

std::vector<TextLine> break_lines(const Look& look, Type type, std::string_view text, float width) {
  std::vector<TextLine> lines;
  std::size_t begin = 0;
  while (true) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    break_paragraph(look, type, text, {begin, end}, width, lines);
    if (end == text.size()) return lines;
    begin = end + 1;
  }
}

std::size_t line_at(const std::vector<TextLine>& lines, std::size_t byte) {
  const auto next = std::upper_bound(lines.begin(), lines.end(), byte,
                                     [](std::size_t place, const TextLine& line) { return place < line.begin; });
  return next == lines.begin() ? 0 : static_cast<std::size_t>(next - lines.begin()) - 1;
}

std::size_t byte_at(const Look& look, Type type, std::string_view text, const TextLine& line, float x) {
  float left = 0;
  std::size_t at = line.begin;
  while (at < line.end) {
    const std::size_t length = length_at(text, at);
    const float advance = text_width(look, type, text.substr(at, length));
    if (x < left + advance / 2) return at;
    left += advance;
    at += length;
  }
  return at;
}

}  // namespace aandacht::ui
