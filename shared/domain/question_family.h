// Ids of question groups, and which of them turned out to be the same group. Used by question_shelf.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/inlined_vector.h"

namespace aandacht::domain {

/// A group is one part, or several that were merged; each part keeps its examples and its id. The oldest part names the
/// group. A part without examples goes, unless others were merged into it.
class QuestionFamilies {
 public:
  using Part = std::uint32_t;
  using Examples = absl::InlinedVector<std::uint32_t, 4>;

  /// The part of this id, made when there is none.
  Part take(const std::string& id);
  [[nodiscard]] std::optional<Part> find(const std::string& id) const;

  /// The part that names the group.
  [[nodiscard]] Part oldest(Part part) const;
  [[nodiscard]] const std::string& id(Part part) const { return parts_[part].id; }
  [[nodiscard]] const std::string& name(Part part) const { return parts_[oldest(part)].id; }
  /// Numbers of examples, rising.
  [[nodiscard]] const Examples& examples(Part part) const { return parts_[part].examples; }
  /// All parts of one group.
  [[nodiscard]] std::vector<Part> members(Part part) const;

  void add(Part part, std::uint32_t example) { parts_[part].examples.push_back(example); }
  void remove(Part part, std::uint32_t example);

  /// Two groups become one; `gone` and `kept` name them, the older one is kept.
  struct Merge {
    Part kept = 0;
    Part gone = 0;
  };
  Merge merge(Part a, Part b);
  /// As it was decided before, whichever is older.
  void put_into(Part gone, Part kept);
  /// Takes the last merge of this part back.
  void split(Part gone);

  [[nodiscard]] std::size_t groups() const { return groups_; }
  [[nodiscard]] std::size_t bytes() const;

 private:
  static constexpr Part kNone = 0xFFFFFFFF;
  struct Known {
    std::string id;
    std::uint64_t age = 0;  ///< Rises.
    Part into = kNone;
    std::vector<Part> merged;  ///< Parts put into this one.
    Examples examples;
  };

  void drop_if_empty(Part part);

  std::vector<Known> parts_;
  std::vector<Part> free_;
  absl::flat_hash_map<std::string, Part> by_id_;
  std::uint64_t ages_ = 0;
  std::size_t groups_ = 0;
};

}  // namespace aandacht::domain
