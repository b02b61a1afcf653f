// The same question in other words: stable groups of customers' questions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/domain/library.h"

namespace aandacht::domain {

/// A question to be placed.
struct AskedQuestion {
  std::string_view language;  ///< "en…" is English, all else Dutch; the two are never mixed.
  std::string_view words;     ///< The customer's, redacted.
  std::string_view why_id;    ///< The why that they name; empty: none.
};

struct QuestionLimits {
  std::size_t examples = 200'000;  ///< Remembered a language; then the oldest quarter is forgotten.
};

struct QuestionFootprint {
  std::size_t groups = 0;
  std::size_t examples = 0;
  std::size_t bytes = 0;  ///< About what they take, without the words' meanings.
};

/// Leader clustering over an inverted index: a question joins the group of the example it is most like, when it is also
/// like the group's first; else it begins a group. Alike is the cosine of their features (see question_vector.h), rare
/// ones weighing more. A group keeps at most six examples, so that what a question costs and what is kept do not grow
/// with how often it is asked. A group's id is given once and never changes.
///
/// Not safe to use from two threads at once.
class QuestionGroups {
 public:
  explicit QuestionGroups(const std::map<std::string, Lexicon>& lexicons, QuestionLimits limits = {});
  ~QuestionGroups();
  QuestionGroups(const QuestionGroups&) = delete;
  QuestionGroups& operator=(const QuestionGroups&) = delete;

  struct Found {
    std::string group;
    double likeness = 0;  ///< 0 … 1.
  };

  /// The group that the question belongs to; absent when it is the first of its kind or says nothing.
  [[nodiscard]] std::optional<Found> find(const AskedQuestion& asked) const;

  /// Places the question and gives its group: one that exists, or `new_group`, which must not be in use. Empty when the
  /// question says nothing.
  std::string place(const AskedQuestion& asked, const std::string& new_group);

  /// Takes in a question that was placed before.
  void restore(const AskedQuestion& asked, const std::string& group);

  /// What place() and restore() did since mark() is forgotten, for a transaction that failed. A mark does not survive
  /// the forgetting of old examples; then nothing is undone.
  [[nodiscard]] std::size_t mark() const;
  void undo_to(std::size_t mark);

  [[nodiscard]] QuestionFootprint footprint() const;

 private:
  class Shelf;
  [[nodiscard]] Shelf& shelf(std::string_view language) const;

  std::unique_ptr<Shelf> dutch_;
  std::unique_ptr<Shelf> english_;
  std::vector<bool> log_;  ///< Which shelf took each example: true for English.
};

}  // namespace aandacht::domain
