// Many pictures small on one.
#pragma once

#include <string>
#include <vector>

#include "client/render/canvas.h"

namespace aandacht::shots {

/// Pictures side by side in rows, each at half its size, in the order in which they are added.
class ContactSheet {
 public:
  /// `columns` pictures a row, each in a cell of `cell` pixels (left and top of it are not used).
  ContactSheet(int columns, render::Rect cell) : columns_(columns), cell_(cell) {}

  /// Copies `picture`; what does not fit into a cell at half its size is cut off.
  void add(const render::Canvas& picture);

  /// The next picture begins a row.
  void begin_row();

  /// The sheet, grey between the pictures.
  [[nodiscard]] render::Canvas sheet() const;

 private:
  static constexpr int kGap = 12;

  int columns_;
  render::Rect cell_;
  std::vector<render::Canvas> pictures_;  // Empty ones fill a row.
};

}  // namespace aandacht::shots
