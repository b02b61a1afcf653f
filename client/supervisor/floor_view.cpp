#include "client/supervisor/floor_view.h"

#include <algorithm>
#include <cmath>

#include "client/model/strings.h"
#include "client/render/imgui_compat.h"
#include "client/supervisor/floor_table.h"
#include "client/ui/pen.h"

namespace aandacht::supervisor {
namespace {

void write_title(ui::Pen& pen, const model::FloorModel& model) {
  ui::Look& look = pen.look();
  const std::string title(text(model::Text::kFloorTitle, model.language));
  const float top = pen.y();
  pen.line(ui::Type::kSay, pen.theme().ink, title);
  const float left = pen.x() + ui::text_width(look, ui::Type::kSay, title) + look.px(16);
  const float drop = look.pitch(ui::Type::kSay) - look.pitch(ui::Type::kSmall) - look.px(2);
  const std::string state = model.connection.well ? model.summary : model.connection.text;
  pen.label(ui::Type::kSmall, model.connection.well ? pen.theme().soft : pen.theme().warm, state, {left, top + drop},
            pen.right() - left);
}

void write_empty(ui::Pen& pen, const model::FloorModel& model) {
  pen.skip(48);
  pen.line(ui::Type::kBodyBold, pen.theme().ink, text(model::Text::kFloorEmptyTitle, model.language));
  pen.skip(4);
  pen.paragraph(ui::Type::kBody, pen.theme().soft, text(model::Text::kFloorEmptyHelp, model.language));
}

void write_page(ui::Pen& pen, const model::FloorModel& model, float bottom) {
  write_title(pen, model);
  pen.skip(24);
  if (model.rows.empty()) {
    write_empty(pen, model);
    return;
  }
  const Columns columns = columns_of(pen.look(), pen.width());
  write_captions(pen, columns, model.language);
  ImGui::SetCursorScreenPos({pen.x(), pen.y()});
  if (render::begin_child("rows", {pen.width(), std::max(1.0F, bottom - pen.y())}, false, ImGuiWindowFlags_NoNav)) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ui::Pen rows(pen.look(), at, pen.width(), true);
    for (const model::FloorRow& row : model.rows) write_row(rows, columns, row);
    ImGui::Dummy({1, rows.height()});
  }
  ImGui::EndChild();
}

}  // namespace

void draw_floor(const model::FloorModel& model, PageFrame& frame) {
  ui::Pen pen(frame.look, frame.at, frame.size.x, true);
  write_page(pen, model, frame.bottom());
}

}  // namespace aandacht::supervisor
