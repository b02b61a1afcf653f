#include "client/ui/text.h"

#include <algorithm>
#include <cmath>

#include "shared/base/utf8.h"

namespace aandacht::ui {
namespace {

constexpr std::string_view kEllipsis = "…";
constexpr std::string_view kSoftHyphen = "\xC2\xAD";

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

std::string without_soft_hyphens(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    if (text.substr(i, kSoftHyphen.size()) == kSoftHyphen) {
      i += kSoftHyphen.size();
    } else {
      out += text[i++];
    }
  }
  return out;
}

// A pause before what is left out would read as its end.
void drop_pause(std::string& text) {
  while (!text.empty() && std::string_view(" .,;:").find(text.back()) != std::string_view::npos) text.pop_back();
}

bool is_vowel(char c) { return std::string_view("aeiouyAEIOUY").find(c) != std::string_view::npos; }

bool is_consonant(char c) { return ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) && !is_vowel(c); }

// Between two consonants, or between a vowel and a consonant that begins a syllable: near enough for Dutch compounds.
bool may_break_before(std::string_view word, std::size_t i) {
  if (i < 3 || i + 3 > word.size() || !is_consonant(word[i]) || !is_vowel(word[i + 1])) return false;
  return is_consonant(word[i - 1]) || is_vowel(word[i - 1]);
}

std::ptrdiff_t hyphens(const std::vector<std::string>& lines) {
  return std::count_if(lines.begin(), lines.end(), [](const std::string& line) { return line.ends_with('-'); });
}

/// One word and what follows it on a line.
struct Word {
  std::string text;
  bool space_after = false;
};

std::vector<Word> words_of(std::string_view paragraph) {
  std::vector<Word> words;
  std::string word;
  const auto finish = [&](bool space) {
    if (!word.empty()) words.push_back({word, space});
    if (word.empty() && space && !words.empty()) words.back().space_after = true;
    word.clear();
  };
  for (std::size_t i = 0; i < paragraph.size(); ++i) {
    const char c = paragraph[i];
    if (c == ' ' || c == '\t' || c == '\r') {
      finish(true);
      continue;
    }
    word += c;
    const bool inside = word.size() > 1 && i + 1 < paragraph.size() && paragraph[i + 1] != ' ';
    if ((c == '-' || c == '/') && inside) finish(false);
  }
  finish(false);
  return words;
}

class Wrapper {
 public:
  Wrapper(const Look& look, Type type, float width) : look_(look), type_(type), width_(width) {}

  std::vector<std::string> wrap(std::string_view text) {
    std::size_t begin = 0;
    while (begin <= text.size()) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      for (const Word& word : words_of(text.substr(begin, end - begin))) add(word);
      finish_line();
      begin = end + 1;
    }
    return std::move(lines_);
  }

 private:
  [[nodiscard]] bool fits(const std::string& text) const {
    return text_width(look_, type_, without_soft_hyphens(text)) <= width_;
  }

  void add(const Word& word) {
    if (!line_.empty() && !fits(line_ + word.text)) finish_line();
    std::string rest = word.text;
    while (!fits(rest)) {
      const std::size_t cut = place_to_cut(rest);
      if (cut >= rest.size()) break;
      line_ = rest.substr(0, cut);
      if (line_.back() != '-' && line_.back() != '/') line_ += '-';
      rest = rest.substr(cut);
      if (rest.starts_with(kSoftHyphen)) rest = rest.substr(kSoftHyphen.size());
      finish_line();
    }
    line_ += rest;
    if (word.space_after) line_ += ' ';
  }

  /// The last place where the word may be cut so that its beginning fits with a hyphen.
  [[nodiscard]] std::size_t place_to_cut(const std::string& word) const {
    std::size_t most = 0;
    for (std::size_t i = 1; i < word.size(); ++i) {
      if (continues(word[i])) continue;
      if (most > 0 && !fits(word.substr(0, i) + "-")) break;
      most = i;
    }
    for (std::size_t i = most; i > 2; --i) {
      if (word.compare(i, kSoftHyphen.size(), kSoftHyphen) == 0) return i;
    }
    for (std::size_t i = most; i > std::max<std::size_t>(2, most / 2); --i) {
      if (may_break_before(word, i)) return i;
    }
    return std::max<std::size_t>(most, 1);
  }

  void finish_line() {
    while (!line_.empty() && line_.back() == ' ') line_.pop_back();
    lines_.push_back(without_soft_hyphens(line_));
    line_.clear();
  }

  const Look& look_;
  Type type_;
  float width_;
  std::string line_;
  std::vector<std::string> lines_;
};

}  // namespace

float text_width(const Look& look, Type type, std::string_view text) {
  if (text.empty()) return 0;  // ImGui would look for the end of one that is nowhere.
  ImFont* font = look.fonts.face(type);
  return font->CalcTextSizeA(font->FontSize, FLT_MAX, 0.0F, text.data(), text.data() + text.size()).x;
}

std::vector<std::string> wrap(const Look& look, Type type, std::string_view text, float width, int max_lines) {
  std::vector<std::string> lines = Wrapper(look, type, width).wrap(text);
  const auto limit = static_cast<std::size_t>(std::max(0, max_lines));
  if (limit == 0 || lines.size() <= limit) return lines;
  const std::string next = lines[limit];
  lines.resize(limit);
  std::string& last = lines.back();
  // A long word that begins the next line is begun in this one: a compound says most at its beginning.
  if (last.ends_with('-')) {
    last.pop_back();
  } else {
    last += " " + next;
  }
  drop_pause(last);
  last = shortened(look, type, last + std::string(kEllipsis) + std::string(kEllipsis), width);
  while (last.ends_with("……")) last.resize(last.size() - kEllipsis.size());
  return lines;
}

std::vector<std::string> wrap_balanced(const Look& look, Type type, std::string_view text, float width) {
  std::vector<std::string> best = wrap(look, type, text, width);
  if (best.size() < 2) return best;
  float narrow = width / 2;
  float wide = width;
  while (wide - narrow > 4) {
    const float middle = (narrow + wide) / 2;
    std::vector<std::string> lines = wrap(look, type, text, middle);
    // A column too narrow for a word would cut it: not worth an even edge.
    if (lines.size() > best.size() || hyphens(lines) > hyphens(best)) {
      narrow = middle;
    } else {
      wide = middle;
      best = std::move(lines);
    }
  }
  return best;
}

std::string shortened(const Look& look, Type type, std::string_view text, float width) {
  if (text_width(look, type, text) <= width) return std::string(text);
  std::size_t end = text.size();
  while (end > 0) {
    do {
      --end;
    } while (end > 0 && continues(text[end]));
    std::string shorter(text.substr(0, end));
    drop_pause(shorter);
    if (shorter.ends_with(kEllipsis)) shorter.resize(shorter.size() - kEllipsis.size());
    shorter += kEllipsis;
    if (text_width(look, type, shorter) <= width) return shorter;
  }
  return std::string(kEllipsis);
}

void draw_line(ImDrawList& list, const Look& look, Type type, Colour colour, ImVec2 at, std::string_view text) {
  if (text.empty()) return;
  ImFont* font = look.fonts.face(type);
  const float top = std::round(at.y + (look.pitch(type) - font->FontSize) / 2);
  list.AddText(font, font->FontSize, {std::round(at.x), top}, to_u32(colour), text.data(), text.data() + text.size());
}

}  // namespace aandacht::ui
