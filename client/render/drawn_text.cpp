#include "client/render/drawn_text.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "client/render/glyph_map.h"
#include "client/render/imgui_compat.h"
#include "client/render/primitives.h"

namespace aandacht::render {
namespace {

constexpr int kSpacesWithinRun = 3;

/// A glyph on the screen.
struct Drawn {
  const KnownGlyph* glyph;
  float pen;    // x at which the glyph was set
  float top;    // of its line
  float scale;  // drawn size over built size
  ImVec2 middle;
  ImU32 colour;
};

void append_utf8(std::string& text, unsigned c) {
  if (c < 0x80) {
    text += static_cast<char>(c);
  } else if (c < 0x800) {
    text += static_cast<char>(0xC0U | (c >> 6U));
    text += static_cast<char>(0x80U | (c & 0x3FU));
  } else if (c < 0x10000) {
    text += static_cast<char>(0xE0U | (c >> 12U));
    text += static_cast<char>(0x80U | ((c >> 6U) & 0x3FU));
    text += static_cast<char>(0x80U | (c & 0x3FU));
  } else {
    text += static_cast<char>(0xF0U | (c >> 18U));
    text += static_cast<char>(0x80U | ((c >> 12U) & 0x3FU));
    text += static_cast<char>(0x80U | ((c >> 6U) & 0x3FU));
    text += static_cast<char>(0x80U | (c & 0x3FU));
  }
}

bool inside_triangle(const ImVec2& p, const ImVec2& a, const ImVec2& b, const ImVec2& c) {
  const auto side = [&p](const ImVec2& from, const ImVec2& to) {
    return (to.x - from.x) * (p.y - from.y) - (to.y - from.y) * (p.x - from.x);
  };
  const float ab = side(a, b);
  const float bc = side(b, c);
  const float ca = side(c, a);
  return (ab >= 0 && bc >= 0 && ca >= 0) || (ab <= 0 && bc <= 0 && ca <= 0);
}

bool is_opaque(ImU32 colour) { return (colour >> IM_COL32_A_SHIFT) == 255; }

/// Collects glyphs in drawing order and takes away what is covered.
class Reader {
 public:
  Reader(const GlyphMap& map, std::uint64_t atlas_texture) : map_(map), atlas_texture_(atlas_texture) {}

  void quad(const render::Batch& batch, const ImDrawVert& a, const ImDrawVert& c) {
    const TextRect clip = to_rect(batch.clip);
    const TextRect box{a.pos.x - batch.origin.x, a.pos.y - batch.origin.y, c.pos.x - batch.origin.x,
                       c.pos.y - batch.origin.y};
    if (render::same(a.uv, c.uv)) {
      if (is_opaque(a.col)) cover([&](const ImVec2& p) { return holds(box, p) && holds(clip, p); });
    } else if (batch.texture == atlas_texture_) {
      const KnownGlyph* glyph = map_.find(a.uv, c.uv);
      if (glyph != nullptr && (a.col >> IM_COL32_A_SHIFT) >= 8) add(*glyph, box, clip, a, c);
    }
  }

  void triangle(const render::Batch& batch, const ImDrawVert& a, const ImDrawVert& b, const ImDrawVert& c) {
    if (!is_opaque(a.col) || !is_opaque(b.col) || !is_opaque(c.col) || !render::same(a.uv, b.uv)) return;
    const TextRect clip = to_rect(batch.clip);
    cover([&](const ImVec2& p) {
      const ImVec2 at(p.x + batch.origin.x, p.y + batch.origin.y);
      return holds(clip, p) && inside_triangle(at, a.pos, b.pos, c.pos);
    });
  }

  [[nodiscard]] const std::vector<Drawn>& glyphs() const { return glyphs_; }

 private:
  static TextRect to_rect(const render::Rect& r) {
    return {static_cast<float>(r.left), static_cast<float>(r.top), static_cast<float>(r.right),
            static_cast<float>(r.bottom)};
  }
  static bool holds(const TextRect& r, const ImVec2& p) {
    return p.x >= r.left && p.x < r.right && p.y >= r.top && p.y < r.bottom;
  }

  void add(const KnownGlyph& glyph, const TextRect& box, const TextRect& clip, const ImDrawVert& a,
           const ImDrawVert& c) {
    // ImGui may have cut the quad and its texture rectangle alike; their ratio still tells the scale.
    const float share_x = (c.uv.x - a.uv.x) / (glyph.uv_high.x - glyph.uv_low.x);
    const float share_y = (c.uv.y - a.uv.y) / (glyph.uv_high.y - glyph.uv_low.y);
    const float wide = (glyph.high.x - glyph.low.x) * share_x;
    const float high = (glyph.high.y - glyph.low.y) * share_y;
    if (wide <= 0 || high <= 0) return;
    const float scale = box.height() / high;
    const float whole_wide = box.width() / share_x;
    const float whole_high = box.height() / share_y;
    const float cut_x = (a.uv.x - glyph.uv_low.x) / (glyph.uv_high.x - glyph.uv_low.x) * whole_wide;
    const float cut_y = (a.uv.y - glyph.uv_low.y) / (glyph.uv_high.y - glyph.uv_low.y) * whole_high;
    const float seen_wide = std::min(box.right, clip.right) - std::max(box.left, clip.left);
    const float seen_high = std::min(box.bottom, clip.bottom) - std::max(box.top, clip.top);
    if (seen_wide <= 0 || seen_high <= 0 || seen_wide * seen_high < whole_wide * whole_high / 2) return;
    glyphs_.push_back({&glyph, box.left - cut_x - glyph.low.x * scale, box.top - cut_y - glyph.low.y * scale, scale,
                       ImVec2((box.left + box.right) / 2, (box.top + box.bottom) / 2), a.col});
  }

  template <typename Covers>
  void cover(Covers covers) {
    glyphs_.erase(std::remove_if(glyphs_.begin(), glyphs_.end(), [&](const Drawn& d) { return covers(d.middle); }),
                  glyphs_.end());
  }

  const GlyphMap& map_;
  const std::uint64_t atlas_texture_;
  std::vector<Drawn> glyphs_;
};

/// How many spaces lie between the run's pen and the next glyph; nullopt when the glyph begins another run.
std::optional<int> spaces_between(const TextRun& run, const Drawn& next) {
  const float size = next.glyph->size * next.scale;
  if (run.font != next.glyph->font || std::abs(run.size - size) > 0.5F) return std::nullopt;
  if (std::abs(run.rect.top - next.top) > 0.75F) return std::nullopt;
  const float gap = next.pen - run.pens.back();
  const float space = next.glyph->space * next.scale;
  // Advances are exact, so what is not a whole number of spaces is not one text. A pixel of play for rounding.
  const auto count = space > 0 ? static_cast<int>(std::lround(gap / space)) : 0;
  if (count < 0 || count > kSpacesWithinRun || std::abs(gap - static_cast<float>(count) * space) > 1.01F) {
    return std::nullopt;
  }
  return count;
}

TextRun begin_run(const Drawn& d) {
  TextRun run;
  run.font = d.glyph->font;
  run.size = d.glyph->size * d.scale;
  run.colour = d.colour;
  run.rect = {d.pen, d.top, d.pen, d.top + run.size};
  run.pens.push_back(d.pen);
  return run;
}

std::vector<TextRun> join(const std::vector<Drawn>& glyphs) {
  std::vector<TextRun> runs;
  for (const Drawn& d : glyphs) {
    std::optional<int> spaces;
    if (!runs.empty()) spaces = spaces_between(runs.back(), d);
    if (!spaces.has_value()) {
      runs.push_back(begin_run(d));
      spaces = 0;
    }
    TextRun& run = runs.back();
    for (int i = 0; i < *spaces; ++i) {
      run.text += ' ';
      run.pens.push_back(i + 1 == *spaces ? d.pen : run.pens.back() + d.glyph->space * d.scale);
    }
    append_utf8(run.text, d.glyph->codepoint);
    run.pens.push_back(d.pen + d.glyph->advance * d.scale);
    run.rect.right = run.pens.back();
  }
  return runs;
}

bool begins_code_point(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

/// White space of any kind and length as one space.
std::string normalised(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool white = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!white) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace

DrawnText DrawnText::read(const ImDrawData& frame, const ImFontAtlas& atlas) {
  const GlyphMap map(atlas);
  Reader reader(map, render::atlas_texture(atlas));
  render::for_each_primitive(frame, reader);
  DrawnText text;
  text.runs_ = join(reader.glyphs());
  text.index();
  return text;
}

void DrawnText::index() {
  for (std::size_t r = 0; r < runs_.size(); ++r) {
    int code_point = -1;
    for (const char c : runs_[r].text) {
      if (begins_code_point(c)) ++code_point;
      if (c == ' ' && !joined_.empty() && joined_.back() == ' ') continue;
      joined_ += c;
      where_.emplace_back(r, code_point);
    }
    joined_ += ' ';
    where_.emplace_back(r, code_point);
  }
}

std::vector<std::string> DrawnText::lines() const {
  std::vector<const TextRun*> sorted;
  for (const TextRun& run : runs_) sorted.push_back(&run);
  // Runs of different sizes share a line when their middles are close.
  const auto middle = [](const TextRun* run) { return (run->rect.top + run->rect.bottom) / 2; };
  std::stable_sort(sorted.begin(), sorted.end(),
                   [&](const TextRun* a, const TextRun* b) { return middle(a) < middle(b); });
  std::vector<std::string> all_lines;
  for (std::size_t first = 0; first < sorted.size();) {
    std::size_t last = first + 1;
    while (last < sorted.size() && middle(sorted[last]) - middle(sorted[first]) < sorted[first]->size / 3) ++last;
    std::stable_sort(sorted.begin() + static_cast<std::ptrdiff_t>(first),
                     sorted.begin() + static_cast<std::ptrdiff_t>(last),
                     [](const TextRun* a, const TextRun* b) { return a->rect.left < b->rect.left; });
    std::string line;
    for (; first < last; ++first) line += (line.empty() ? "" : "  ") + sorted[first]->text;
    all_lines.push_back(std::move(line));
  }
  return all_lines;
}

std::string DrawnText::all() const {
  std::string text;
  for (const std::string& line : lines()) text += line + "\n";
  return text;
}

std::vector<std::size_t> DrawnText::occurrences(std::string_view text) const {
  const std::string wanted = normalised(text);
  std::vector<std::size_t> at;
  if (wanted.empty()) return at;
  for (std::size_t i = joined_.find(wanted); i != std::string::npos; i = joined_.find(wanted, i + wanted.size())) {
    at.push_back(i);
  }
  return at;
}

bool DrawnText::sees(std::string_view text) const { return !occurrences(text).empty(); }

int DrawnText::count(std::string_view text) const { return static_cast<int>(occurrences(text).size()); }

std::optional<TextRect> DrawnText::find(std::string_view text, int nth) const {
  const std::vector<std::size_t> at = occurrences(text);
  if (nth < 0 || static_cast<std::size_t>(nth) >= at.size()) return std::nullopt;
  const std::size_t first = at[nth];
  const std::size_t last = first + normalised(text).size() - 1;
  std::optional<TextRect> box;
  for (std::size_t i = first; i <= last; ++i) {
    const auto [r, code_point] = where_[i];
    const TextRun& run = runs_[r];
    const TextRect glyph{run.pens[code_point], run.rect.top, run.pens[code_point + 1], run.rect.bottom};
    if (!box.has_value()) box = glyph;
    box = TextRect{std::min(box->left, glyph.left), std::min(box->top, glyph.top), std::max(box->right, glyph.right),
                   std::max(box->bottom, glyph.bottom)};
  }
  return box;
}

const TextRun* DrawnText::run_of(std::string_view text) const {
  const std::vector<std::size_t> at = occurrences(text);
  return at.empty() ? nullptr : &runs_[where_[at.front()].first];
}

}  // namespace aandacht::render
