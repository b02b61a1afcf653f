// Builds the inverted index of one language's whys.
#include <algorithm>
#include <cmath>
#include <set>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "shared/domain/phrase_list.h"
#include "shared/domain/question_words.h"
#include "shared/domain/why_index_detail.h"
#include "shared/domain/word_forms.h"

namespace aandacht::domain {
namespace {

using Shelf = WhyIndex::Shelf;

constexpr std::size_t kCompound = 8;  // Letters of a word that may be made of two.
constexpr std::size_t kPart = 4;
constexpr std::size_t kLeastRest = 3;
constexpr float kVerbOfParticle = 0.5F;  // "betalen" names "terugbetalen" by half …
constexpr float kParticleOfVerb = 0.4F;  // … and "terug" by less.
constexpr float kSameMeaning = 0.6F;
constexpr float kCollapsedName = 0.5F;
constexpr int kFewWhys = 4;
constexpr const char* kShippedAuthor = "Aandacht";  // Of all content that comes with the program.

// Weights of the fields in search.
constexpr double kTopic = 8;
constexpr double kSynonym = 4;
constexpr double kRule = 2;
constexpr double kCorner = 1;

std::string folded_text(std::string_view text) { return folded(normalise(text)).text; }

std::vector<std::string> words_in(std::string_view folded_text) {
  return absl::StrSplit(absl::string_view(folded_text.data(), folded_text.size()), ' ', absl::SkipEmpty());
}

std::string corners_of(const Why& why) {
  return absl::StrCat(why.customer, " ", why.employee, " ", why.organisation, " ", why.example);
}

struct WeighedStem {
  std::string stem;
  float weight = 1;
};

class ShelfBuilder {
 public:
  ShelfBuilder(std::string_view language, const Lexicon* lexicon)
      : language_(language), shelf_(std::make_unique<Shelf>()) {
    shelf_->english = language == "en";
    if (lexicon != nullptr) shelf_->meanings = QuestionMeanings(*lexicon, language);
  }

  void count(const Why& why) {
    ++whys_;
    std::set<std::string> unique;
    for (const WeighedStem& stem : stems_of(absl::StrCat(why.topic, " ", why.rule, " ", corners_of(why)))) {
      if (unique.insert(stem.stem).second) ++uses_[stem.stem];
    }
  }

  void add(const Why& why) {
    const auto slot = static_cast<std::uint32_t>(shelf_->entries.size());
    const bool shipped = why.author == kShippedAuthor && why.queues.empty();
    shelf_->entries.push_back({&why, shipped, {}});
    shelf_->has_own = shelf_->has_own || !shipped;
    shelf_->queues.insert(why.queues.begin(), why.queues.end());
    add_name(slot, why.topic, kTopic);
    for (const std::string& synonym : why.synonyms) add_name(slot, synonym, kSynonym);
    add_text(slot, why.rule, Shelf::Field::kRule, kRule);
    add_text(slot, corners_of(why), Shelf::Field::kCorner, kCorner);
  }

  std::unique_ptr<Shelf> finish() && { return std::move(shelf_); }

 private:
  /// In order, with what each word tells of a subject.
  std::vector<WeighedStem> stems_of(std::string_view text) const {
    std::vector<WeighedStem> result;
    for (const std::string& word : words_in(folded_text(text))) {
      const QuestionWord& read = question_word(word, language_);
      if (read.weight > 0) result.push_back({read.stem, static_cast<float>(read.weight)});
    }
    return result;
  }

  std::vector<WeighedStem> unique_stems_of(std::string_view text) const {
    std::vector<WeighedStem> result;
    for (WeighedStem& stem : stems_of(text)) {
      const auto same = [&](const WeighedStem& known) { return known.stem == stem.stem; };
      if (std::any_of(result.begin(), result.end(), same)) continue;
      stem.weight *= rarity(stem.stem);
      result.push_back(std::move(stem));
    }
    return result;
  }

  /// 0.1 … 1. Among a few whys rarity says little.
  float rarity(const std::string& stem) const {
    const auto uses = uses_.find(stem);
    if (uses == uses_.end()) return 1;
    if (whys_ < kFewWhys) return uses->second == whys_ && whys_ > 1 ? 0.5F : 1;
    const float share = static_cast<float>(uses->second) / static_cast<float>(whys_);
    return std::clamp(-std::log2(share + 0.05F) / 2, 0.1F, 1.0F);
  }

  void type(std::uint32_t slot, std::string_view text, double weight) {
    for (std::string& word : words_in(folded_text(text))) shelf_->entries[slot].typed.emplace_back(word, weight);
  }

  void add_name(std::uint32_t slot, std::string_view text, double weight) {
    type(slot, text, weight);
    const std::vector<WeighedStem> stems = unique_stems_of(text);
    if (stems.empty()) return;
    Shelf::Name name{slot, 0, 1, absl::StrCat(" ", folded_text(text), " ")};
    if (stems.size() == 1 && words_in(folded_text(text)).size() > 1) name.worth = kCollapsedName;
    for (const WeighedStem& stem : stems) name.total += stem.weight;
    const auto index = static_cast<std::uint32_t>(shelf_->names.size());
    shelf_->names.push_back(std::move(name));
    for (const WeighedStem& stem : stems) post(stem, {index, Shelf::Field::kName, stem.weight});
  }

  void add_text(std::uint32_t slot, std::string_view text, Shelf::Field field, double weight) {
    type(slot, text, weight);
    for (const WeighedStem& stem : unique_stems_of(text)) post(stem, {slot, field, stem.weight});
  }

  void post(const WeighedStem& stem, Shelf::Posting posting) {
    const std::uint32_t id = word(stem.stem);
    shelf_->postings[id].push_back(posting);
    if (posting.field != Shelf::Field::kCorner) add_meanings(stem.stem, id);
  }

  void add_meanings(const std::string& stem, std::uint32_t id) {
    std::vector<bool> carries(1);
    const std::string_view said = stem;
    for (const QuestionMeanings::Meaning& meaning : shelf_->meanings.find({&said, 1}, carries)) {
      if (meaning.kind != MeaningKind::kAsk) add_form(why_meaning_form(meaning.id), {id, kSameMeaning, false});
    }
  }

  std::uint32_t word(const std::string& stem) {
    const auto [known, added] = words_.emplace(stem, static_cast<std::uint32_t>(words_.size()));
    if (!added) return known->second;
    const std::uint32_t id = known->second;
    shelf_->postings.emplace_back();
    add_form(stem, {id, 1, false});
    if (!shelf_->english) add_dutch_forms(stem, id);
    return id;
  }

  void add_form(std::string_view form, Shelf::Naming naming) {
    std::vector<Shelf::Naming>& namings = shelf_->forms[form];
    const auto same = [&](const Shelf::Naming& known) { return known.word == naming.word; };
    if (std::any_of(namings.begin(), namings.end(), same)) return;
    const auto place = std::upper_bound(namings.begin(), namings.end(), naming.word,
                                        [](std::uint32_t word, const Shelf::Naming& n) { return word < n.word; });
    namings.insert(place, naming);
  }

  void add_dutch_forms(std::string_view stem, std::uint32_t id) {
    for (const std::string& variant : dutch_variants(stem)) add_form(variant, {id, 0.9F, false});
    if (const std::size_t particle = particle_length(stem); particle > 0) {
      add_form(stem.substr(0, particle), {id, kParticleOfVerb, true});
      add_form(stem.substr(particle), {id, kVerbOfParticle, true});
    }
    if (stem.size() < kCompound) return;
    const auto share = [&](std::size_t letters) {
      return static_cast<float>(letters) / static_cast<float>(stem.size());
    };
    for (std::size_t at = kPart; at + kLeastRest <= stem.size(); ++at) {
      add_form(stem.substr(0, at), {id, share(at), true});
      const std::size_t rest = stem.size() - at;
      if (rest >= kPart) add_form(stem.substr(at), {id, share(rest), true});
    }
  }

  std::string_view language_;
  std::unique_ptr<Shelf> shelf_;
  int whys_ = 0;
  absl::flat_hash_map<std::string, int> uses_;
  absl::flat_hash_map<std::string, std::uint32_t> words_;
};

}  // namespace

bool is_for_queue(const Why& why, std::string_view queue) {
  return queue.empty() || why.queues.empty() ||
         std::find(why.queues.begin(), why.queues.end(), queue) != why.queues.end();
}

std::string why_meaning_form(std::uint32_t meaning) { return absl::StrCat("=", meaning); }

std::unique_ptr<Shelf> make_why_shelf(const std::vector<Why>& whys, std::string_view language,
                                      const std::map<std::string, Lexicon>& lexicons) {
  const auto lexicon = lexicons.find(std::string(language));
  ShelfBuilder builder(language, lexicon == lexicons.end() ? nullptr : &lexicon->second);
  std::vector<const Why*> own;
  for (const Why& why : whys) {
    if (base_language(why.language) == language) own.push_back(&why);
  }
  for (const Why* why : own) builder.count(*why);
  for (const Why* why : own) builder.add(*why);
  return std::move(builder).finish();
}

}  // namespace aandacht::domain
