#include <algorithm>
#include <cmath>

#include "client/model/strings.h"
#include "client/overlay/views.h"

namespace aandacht::overlay {
namespace {

constexpr float kInset = 20;

/// One line: what was promised, and at the right until when. The whole of it in a note.
void write_promise(ui::Pen& pen, const model::PromiseRow& promise) {
  ui::Look& look = pen.look();
  const float top = pen.y();
  const float when = std::ceil(ui::text_width(look, ui::Type::kSmall, promise.when));
  const ui::Colour colour = promise.state == domain::PromiseState::kBroken ? pen.theme().bad : pen.theme().soft;
  if (pen.draws()) {
    const ImVec2 centre{pen.x() + look.px(6), top + std::round(look.pitch(ui::Type::kSmall) / 2)};
    ui::draw_promise(pen.list(), look, promise.state, centre, look.px(13), pen.theme().paper);
    ui::draw_line(pen.list(), look, ui::Type::kSmall, colour, {pen.right() - when, top}, promise.when);
  }
  const float inset = look.px(kInset);
  pen.line(ui::Type::kSmall, pen.theme().ink, promise.text, inset, pen.width() - inset - when - look.px(12));
}

}  // namespace

void write_promises(ui::Pen& pen, const std::vector<model::PromiseRow>& promises, std::size_t most,
                    model::Language language) {
  const std::size_t shown = std::min(most, promises.size());
  for (std::size_t i = 0; i < shown; ++i) {
    pen.skip(4);
    write_promise(pen, promises[i]);
  }
  if (promises.size() <= shown) return;
  const float top = pen.y();
  pen.line(ui::Type::kSmall, pen.theme().soft, fill(model::Text::kMorePromises, language, promises.size() - shown),
           pen.look().px(kInset));
  if (!pen.draws() || !ui::rests_on({{pen.x(), top}, {pen.right(), pen.y()}})) return;
  std::string rest;
  for (std::size_t i = shown; i < promises.size(); ++i)
    rest += (rest.empty() ? "" : "\n") + promises[i].text + ", " + promises[i].when;
  ui::draw_tooltip(pen.look(), rest);
}

void write_promised(ui::Pen& pen, const std::vector<model::PromiseRow>& promises, std::size_t most, int lines,
                    model::Language language) {
  ui::Look& look = pen.look();
  const std::size_t shown = std::min(most, promises.size());
  for (std::size_t i = 0; i < shown; ++i) {
    pen.skip(i == 0 ? 4 : 8);
    if (pen.draws()) {
      const ImVec2 centre{pen.x() + look.px(6), pen.y() + std::round(look.pitch(ui::Type::kBody) / 2)};
      ui::draw_promise(pen.list(), look, promises[i].state, centre, look.px(13), pen.theme().paper);
    }
    pen.paragraph(ui::Type::kBody, pen.theme().ink, promises[i].text, lines, look.px(kInset));
    pen.line(ui::Type::kSmall, pen.theme().soft, promises[i].when, look.px(kInset));
  }
  if (promises.size() == shown) return;
  pen.line(ui::Type::kSmall, pen.theme().soft, fill(model::Text::kMorePromises, language, promises.size() - shown),
           look.px(kInset));
}

}  // namespace aandacht::overlay
