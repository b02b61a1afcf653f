// The examples of one language's question groups and their inverted index. Used by question_groups.cpp.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/domain/question_family.h"
#include "shared/domain/question_groups.h"
#include "shared/domain/question_postings.h"
#include "shared/domain/question_spelling.h"
#include "shared/domain/question_vector.h"

namespace aandacht::domain {

class QuestionGroups::Shelf {
 public:
  using Part = QuestionFamilies::Part;

  Shelf(const Lexicon& lexicon, std::string_view language, std::size_t most)
      : meanings_(lexicon, language), most_(most), words_(language) {}

  /// \param correct  sets misspelled words right.
  [[nodiscard]] QuestionVector read(const AskedQuestion& asked, bool correct);

  /// True when no more examples of this id are kept.
  [[nodiscard]] bool is_full(const std::string& id) const;

  struct Near {
    Part part = 0;
    double likeness = 0;
  };
  /// The parts that the question could join, the most alike first.
  [[nodiscard]] std::vector<Near> near(const QuestionVector& asked) const;

  /// The id of the group that a part belongs to.
  [[nodiscard]] const std::string& name(Part part) const { return families_.name(part); }
  /// The id of the part itself.
  [[nodiscard]] const std::string& id(Part part) const { return families_.id(part); }

  /// Puts together the groups of the nearest part and of others that a question could join, where they are the same.
  [[nodiscard]] std::vector<QuestionMerge> merge(const std::vector<Near>& near);
  /// As it was decided before.
  void merge(const QuestionMerge& merge);
  void split(const std::string& gone);

  /// Gives whether an example was kept.
  bool add(const QuestionVector& vector, const std::string& id, double likeness);
  void drop_last();
  /// Every example of the group that the id belongs to.
  void forget(const std::string& id);

  [[nodiscard]] QuestionFootprint footprint() const;

 private:
  struct Example {
    Part part = 0;
    std::uint32_t count = 0;  ///< Of its features; 0: forgotten.
    std::unique_ptr<QuestionFeature[]> features;
  };
  struct Weighed {
    std::uint32_t key = 0;
    float weight = 0;  ///< By rarity too.
    bool suffices = false;
  };
  using Weights = std::vector<Weighed>;  ///< Sorted by key.

  [[nodiscard]] static double likeness(const Weights& a, const Weights& b);
  [[nodiscard]] float rarity(std::uint32_t key) const;
  [[nodiscard]] Weights weights_of(std::span<const QuestionFeature> features) const;
  [[nodiscard]] Weights weights_of(std::uint32_t number) const;
  [[nodiscard]] std::vector<std::uint32_t> candidates(const Weights& asked) const;
  [[nodiscard]] bool same(Part a, Part b) const;
  [[nodiscard]] Example& example(std::uint32_t number) { return examples_[number - first_]; }
  [[nodiscard]] const Example& example(std::uint32_t number) const { return examples_[number - first_]; }
  void forget(std::uint32_t number);

  QuestionMeanings meanings_;
  std::size_t most_;
  QuestionWordReader words_;
  QuestionSpelling spelling_;
  QuestionFamilies families_;
  std::deque<Example> examples_;  ///< The oldest first.
  std::uint32_t first_ = 0;       ///< Number of examples_.front(); the others follow.
  std::size_t kept_ = 0;          ///< Examples that are not forgotten.
  std::size_t features_ = 0;      ///< Of all of them.
  QuestionPostings postings_;     ///< Numbers of examples by key.
};

}  // namespace aandacht::domain
