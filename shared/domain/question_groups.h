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
  std::size_t examples = 200'000;  ///< Remembered a language; then the oldest goes for each new one.
};

struct QuestionFootprint {
  std::size_t groups = 0;
  std::size_t examples = 0;
  std::size_t bytes = 0;  ///< About what they take, without the words' meanings.
};

/// Two groups turned out to be the same.
struct QuestionMerge {
  std::string kept;  ///< The id of the older one; from now on the id of both.
  std::string gone;  ///< The id of the younger one; nothing new gets it any more.

  bool operator==(const QuestionMerge&) const = default;
};

/// Leader clustering over an inverted index: a question joins the group of the example it is most like, when it is also
/// like the group's first; else it begins a group. Alike is the cosine of their features (see question_vector.h), rare
/// ones weighing more. A group keeps at most six examples, so that what a question costs and what is kept do not grow
/// with how often it is asked.
///
/// A group's id is given once. When a question could join two groups whose examples are alike on average as well, they
/// are the same: the older one's id is the id of both from then on.
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

  struct Placed {
    std::string group;  ///< One that existed, or the new one; empty when the question says nothing.
    std::vector<QuestionMerge> merges = {};
  };

  /// Places the question; `new_group` must not be in use.
  Placed place(const AskedQuestion& asked, const std::string& new_group);

  /// Takes in a question that was placed before; afterwards, the merges of then.
  void restore(const AskedQuestion& asked, const std::string& group);
  void restore(std::string_view language, const QuestionMerge& merge);

  /// Forgets the examples of the group that has or had this id: the next such question begins a new one. Costs what its
  /// few examples cost.
  void forget(std::string_view language, const std::string& group);

  /// undo() takes back what place() did since mark(), for a transaction that failed. Old examples that had to go for
  /// the new ones do not come back.
  void mark() { done_.clear(); }
  void undo();

  [[nodiscard]] QuestionFootprint footprint() const;

 private:
  class Shelf;
  [[nodiscard]] Shelf& shelf(std::string_view language) const;

  std::unique_ptr<Shelf> dutch_;
  std::unique_ptr<Shelf> english_;
  struct Step {
    Shelf* shelf = nullptr;
    std::string gone;  ///< Empty: an example was added.
  };
  std::vector<Step> done_;
};

}  // namespace aandacht::domain
