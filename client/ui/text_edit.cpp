#include "client/ui/text_edit.h"

#include <utility>

#include "shared/base/utf8.h"

namespace aandacht::ui {
namespace {

constexpr std::size_t kMostSteps = 200;

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

bool is_blank(char c) { return c == ' ' || c == '\n'; }

std::string taken_in(std::string_view text, bool one_line) {
  std::string clean;
  for (const char c : base::to_valid_utf8(text)) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '\n' || c == '\t') {
      clean += one_line || c == '\t' ? ' ' : '\n';
    } else if (byte >= 0x20 && byte != 0x7F) {
      clean += c;
    }
  }
  return clean;
}

}  // namespace

TextEdit::TextEdit(std::string_view text, std::size_t most_bytes, bool one_line)
    : most_bytes_(most_bytes), one_line_(one_line) {
  set(text);
}

void TextEdit::set(std::string_view text) {
  const std::string clean = taken_in(text, one_line_);
  text_ = std::string(base::truncate_utf8(clean, most_bytes_));
  caret_ = anchor_ = text_.size();
  last_ = Kind::kNone;
  done_.clear();
  undone_.clear();
}

void TextEdit::remember(Kind kind) {
  undone_.clear();
  if (kind == last_ && kind != Kind::kOther && !has_selection()) return;
  last_ = kind;
  if (done_.size() == kMostSteps) done_.erase(done_.begin());
  done_.push_back({text_, caret_, anchor_});
}

void TextEdit::insert(std::string_view text) {
  const std::string clean = taken_in(text, one_line_);
  const std::size_t room = most_bytes_ - (text_.size() - (to() - from()));
  const std::string_view fits = base::truncate_utf8(clean, room);
  if (fits.empty()) return;
  const bool typed = base::count_code_points(fits) == 1;
  remember(typed ? Kind::kTyping : Kind::kOther);
  const std::size_t at = from();
  text_.replace(at, to() - at, fits);
  caret_ = anchor_ = at + fits.size();
  // A word is undone at a time.
  if (typed && is_blank(fits.front())) last_ = Kind::kNone;
}

void TextEdit::erase(std::size_t from, std::size_t to, Kind kind) {
  if (from == to) return;
  remember(kind);
  text_.erase(from, to - from);
  caret_ = anchor_ = from;
}

void TextEdit::erase_before(bool word) {
  if (has_selection()) return erase(from(), to(), Kind::kOther);
  erase(before(caret_, word), caret_, word ? Kind::kOther : Kind::kErasing);
}

void TextEdit::erase_after(bool word) {
  if (has_selection()) return erase(from(), to(), Kind::kOther);
  erase(caret_, after(caret_, word), word ? Kind::kOther : Kind::kErasing);
}

std::size_t TextEdit::before(std::size_t place, bool word) const {
  if (!word) {
    while (place > 0 && continues(text_[--place])) {
    }
    return place;
  }
  while (place > 0 && is_blank(text_[place - 1])) --place;
  while (place > 0 && !is_blank(text_[place - 1])) --place;
  return place;
}

std::size_t TextEdit::after(std::size_t place, bool word) const {
  if (!word) {
    if (place < text_.size()) ++place;
    while (place < text_.size() && continues(text_[place])) ++place;
    return place;
  }
  while (place < text_.size() && !is_blank(text_[place])) ++place;
  while (place < text_.size() && is_blank(text_[place])) ++place;
  return place;
}

void TextEdit::move_to(std::size_t place, bool select) {
  caret_ = std::min(place, text_.size());
  while (caret_ > 0 && caret_ < text_.size() && continues(text_[caret_])) --caret_;
  if (!select) anchor_ = caret_;
  last_ = Kind::kNone;
}

void TextEdit::left(bool word, bool select) {
  move_to(has_selection() && !select && !word ? from() : before(caret_, word), select);
}

void TextEdit::right(bool word, bool select) {
  move_to(has_selection() && !select && !word ? to() : after(caret_, word), select);
}

void TextEdit::select_all() {
  anchor_ = 0;
  caret_ = text_.size();
  last_ = Kind::kNone;
}

void TextEdit::select_word(std::size_t place) {
  if (text_.empty()) return;
  place = std::min(place, text_.size() - 1);
  const bool blank = is_blank(text_[place]);
  std::size_t begin = place;
  std::size_t end = place;
  while (begin > 0 && is_blank(text_[begin - 1]) == blank) --begin;
  while (end < text_.size() && is_blank(text_[end]) == blank) ++end;
  anchor_ = begin;
  caret_ = end;
  last_ = Kind::kNone;
}

bool TextEdit::step(std::vector<Step>& from, std::vector<Step>& to, TextEdit& edit) {
  if (from.empty()) return false;
  to.push_back({edit.text_, edit.caret_, edit.anchor_});
  Step step = std::move(from.back());
  from.pop_back();
  edit.text_ = std::move(step.text);
  edit.caret_ = step.caret;
  edit.anchor_ = step.anchor;
  edit.last_ = Kind::kNone;
  return true;
}

bool TextEdit::undo() { return step(done_, undone_, *this); }

bool TextEdit::redo() { return step(undone_, done_, *this); }

}  // namespace aandacht::ui
