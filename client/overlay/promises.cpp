#include <algorithm>
#include <cmath>

#include "client/model/strings.h"
#include "client/overlay/views.h"

namespace aandacht::overlay {
namespace {

constexpr float kInset = 20;

void write_promise(ui::Pen& pen, const model::PromiseRow& promise) {
  ui::Look& look = pen.look();
  if (pen.draws()) {
    const ImVec2 centre{pen.x() + look.px(6), pen.y() + std::round(look.pitch(ui::Type::kSmall) / 2)};
    ui::draw_promise(pen.list(), look, promise.state, centre, look.px(13), pen.theme().paper);
  }
  pen.paragraph(ui::Type::kSmall, pen.theme().ink, promise.text, 2, look.px(kInset));
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
  for (std::size_t i = shown; i < promises.size(); ++i) rest += (rest.empty() ? "" : "\n") + promises[i].text;
  ui::draw_tooltip(pen.look(), rest);
}

}  // namespace aandacht::overlay
