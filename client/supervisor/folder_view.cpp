#include "client/supervisor/folder_view.h"

#include "absl/strings/str_cat.h"
#include "client/ui/choice.h"

namespace aandacht::supervisor {

std::optional<std::string> write_folder(ui::Pen& pen, std::string_view id, const model::FolderModel& model,
                                        FolderFields& fields) {
  if (fields.written != model.path) {
    if (fields.path.text() != model.path) fields.path.set(model.path);
    fields.written = model.path;
  }
  std::optional<std::string> path;
  pen.line(ui::Type::kSmallBold, pen.theme().soft, model.caption);
  pen.skip(4);
  const std::string name(id);
  if (ui::draw_text_line(pen, absl::StrCat(name, "-path"), fields.path).changed) {
    path = fields.path.text();
    fields.written = *path;
  }
  pen.skip(6);
  if (!model.trouble.empty()) {
    pen.paragraph(ui::Type::kSmall, pen.theme().warm, model.trouble);
    pen.skip(6);
  }
  const int to = ui::draw_choice(pen, absl::StrCat(name, "-go"), model.go_to, -1, model.go_hint);
  if (to >= 0) path = model.places[static_cast<std::size_t>(to)];
  return path;
}

}  // namespace aandacht::supervisor
