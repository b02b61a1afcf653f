#include "client/ui/difference_text.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>

namespace aandacht::ui {
namespace {

using model::Change;

constexpr Type kType = Type::kBody;

/// Sets words one after another and begins lines where the column ends.
class Setter {
 public:
  explicit Setter(Pen& pen) : pen_(pen), look_(pen.look()), x_(pen.x()) {}

  void set(const model::DifferencePart& part) {
    const char* sign = part.change == Change::kAdded ? "+" : part.change == Change::kRemoved ? "−" : "";
    if (*sign != '\0') word(part.change, sign, true);
    std::string_view rest = part.text;
    while (!rest.empty()) {
      if (rest.front() == '\n') {
        next_line();
        rest.remove_prefix(1);
        continue;
      }
      const std::size_t end = std::min(rest.find_first_of(" \n"), rest.size());
      word(part.change, rest.substr(0, end), false);
      rest.remove_prefix(end);
      while (!rest.empty() && rest.front() == ' ') {
        x_ += text_width(look_, kType, " ");
        rest.remove_prefix(1);
      }
    }
  }

  void finish() { next_line(); }

 private:
  void next_line() {
    pen_.skip_pixels(look_.pitch(kType));
    x_ = pen_.x();
  }

  [[nodiscard]] Colour colour_of(Change change) const {
    switch (change) {
      case Change::kSame:
        return look_.theme.ink;
      case Change::kRemoved:
        return look_.theme.bad;
      case Change::kAdded:
        return look_.theme.good;
    }
    return look_.theme.ink;
  }

  void word(Change change, std::string_view words, bool sign) {
    if (words.empty()) return;
    const Type type = sign ? Type::kBodyBold : kType;
    std::string shown(words);
    float width = text_width(look_, type, shown);
    if (x_ > pen_.x() && x_ + width > pen_.right()) next_line();
    if (width > pen_.width()) {
      shown = shortened(look_, type, words, pen_.width());
      width = text_width(look_, type, shown);
    }
    if (pen_.draws()) {
      const Colour colour = colour_of(change);
      draw_line(pen_.list(), look_, type, colour, {x_, pen_.y()}, shown);
      if (!sign && change != Change::kSame) draw_stroke(change, colour, width);
    }
    x_ += width + (sign ? look_.px(2) : 0);
  }

  void draw_stroke(Change change, Colour colour, float width) {
    const float part = change == Change::kRemoved ? 0.54F : 0.88F;
    const float y = std::round(pen_.y() + look_.pitch(kType) * part);
    pen_.list().AddRectFilled({x_, y}, {x_ + width, y + std::max(1.0F, look_.px(1))}, to_u32(colour));
  }

  Pen& pen_;
  Look& look_;
  float x_;
};

}  // namespace

void write_difference(Pen& pen, const std::vector<model::DifferencePart>& parts) {
  Setter setter(pen);
  for (const model::DifferencePart& part : parts) setter.set(part);
  setter.finish();
}

}  // namespace aandacht::ui
