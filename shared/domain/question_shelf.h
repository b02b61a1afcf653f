// The examples of one language's question groups and their inverted index. Used by question_groups.cpp.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "shared/domain/question_groups.h"
#include "shared/domain/question_spelling.h"
#include "shared/domain/question_vector.h"

namespace aandacht::domain {

class QuestionGroups::Shelf {
 public:
  Shelf(const Lexicon& lexicon, std::string_view language, std::size_t most)
      : meanings_(lexicon, language), most_(most), words_(language) {}

  /// \param correct  sets misspelled words right.
  [[nodiscard]] QuestionVector read(const AskedQuestion& asked, bool correct);

  /// True when no more examples of the group are kept.
  [[nodiscard]] bool is_full(const std::string& group) const;

  struct Nearest {
    std::uint32_t group = 0;
    double likeness = 0;
  };
  [[nodiscard]] std::optional<Nearest> nearest(const QuestionVector& asked) const;

  [[nodiscard]] const std::string& name(std::uint32_t group) const { return groups_[group].id; }

  /// Gives whether an example was kept.
  bool add(const QuestionVector& vector, const std::string& group, double likeness);
  void drop_last();

  [[nodiscard]] QuestionFootprint footprint() const;

 private:
  struct Group {
    std::string id;
    std::uint32_t first = 0;  ///< Its first example.
    std::uint32_t examples = 0;
  };
  struct Example {
    std::uint32_t group = 0;
    std::uint32_t begin = 0;  ///< Of its features.
  };
  struct Weighed {
    std::uint32_t key = 0;
    float weight = 0;  ///< By rarity too.
    bool suffices = false;
  };
  using Weights = std::vector<Weighed>;  ///< Sorted by key.

  [[nodiscard]] static double likeness(const Weights& a, const Weights& b);
  [[nodiscard]] float rarity(std::uint32_t key) const;
  [[nodiscard]] Weights weights_of(const QuestionFeature* begin, const QuestionFeature* end) const;
  [[nodiscard]] Weights weights_of(std::uint32_t example) const;
  [[nodiscard]] std::vector<std::uint32_t> candidates(const Weights& asked) const;
  [[nodiscard]] std::uint32_t group(const std::string& id);
  void post(std::uint32_t example);
  void forget_oldest();

  QuestionMeanings meanings_;
  std::size_t most_;
  QuestionWordReader words_;
  QuestionSpelling spelling_;
  std::vector<Group> groups_;
  absl::flat_hash_map<std::string, std::uint32_t> by_id_;
  std::vector<Example> examples_;
  std::vector<QuestionFeature> features_;
  absl::flat_hash_map<std::uint32_t, std::vector<std::uint32_t>> postings_;  ///< Examples by key, rising.
};

}  // namespace aandacht::domain
