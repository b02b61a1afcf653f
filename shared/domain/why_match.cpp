// Which whys an utterance names.
#include <algorithm>
#include <cmath>

#include "absl/strings/string_view.h"
#include "shared/domain/question_words.h"
#include "shared/domain/why_index.h"
#include "shared/domain/why_index_detail.h"
#include "shared/domain/word_forms.h"

namespace aandacht::domain {
namespace {

using Shelf = WhyIndex::Shelf;

constexpr double kRuleWeight = 0.5;
constexpr double kCornerWeight = 0.5;
constexpr double kRuleSaturation = 2.0;  // Telling words of the rule for a full mention of it.
constexpr double kCornerSaturation = 3.0;
constexpr double kLeastScore = 0.1;
constexpr double kGeneral = 0.4;     // A why of all queues, where the queue has its own.
constexpr double kShipped = 0.8;     // One that ships, where the company has its own.
constexpr float kPartWeight = 0.5F;  // Of common words that are part of a compound.
constexpr float kVariant = 0.9F;
constexpr float kLiteralShare = 0.4F;  // Of a name's words, before the whole name is looked for as it stands.
constexpr std::size_t kMostWords = 512;
constexpr std::size_t kCompound = 8;
constexpr std::size_t kPart = 5;
constexpr float kTelling = 0.5F;  // Weight of a word that is worth looking for in its other forms.

struct SaidWord {
  std::string_view text;
  std::size_t begin = 0;  // In the normalised text.
  std::string stem;       // Of function words the word.
  float weight = 0;       // Of function words 0.
};

/// A word of the whys that was said, as well as it was.
struct Named {
  std::uint32_t word = 0;
  float whole = 0;
  float parts = 0;
  std::size_t begin = 0;  // The words that named it.
  std::size_t end = 0;
  [[nodiscard]] float strength() const { return std::max(whole, std::min(parts, 1.0F)); }
};

/// What was said, in the words of the whys. Keeps its room from turn to turn.
class Hearing {
 public:
  void hear(const Shelf& shelf, std::string_view text, std::string_view language) {
    shelf_ = &shelf;
    words_.clear();
    named_.clear();
    take_words(text, language);
    for (const SaidWord& word : words_) hear_word(word);
    if (!shelf.english) add_particles();
    hear_meanings();
  }

  [[nodiscard]] const std::vector<Named>& named() const { return named_; }

 private:
  void take_words(std::string_view text, std::string_view language) {
    for (std::size_t begin = 0; begin < text.size() && words_.size() < kMostWords;) {
      const std::size_t end = std::min(text.find(' ', begin), text.size());
      const std::string_view word = text.substr(begin, end - begin);
      const QuestionWord& read = question_word(word, language);
      words_.push_back({word, begin, read.stem, static_cast<float>(read.weight)});
      begin = end + 1;
    }
  }

  void hear_word(const SaidWord& word) {
    if (word.weight == 0) return;
    if (look_up(word.stem, 1, word)) return;
    if (shelf_->english || word.weight < kTelling) return;
    for (const std::string_view form : {std::string_view(word.stem), word.text}) {
      for (const std::string& variant : dutch_variants(form)) {
        if (look_up(variant, kVariant, word)) return;
      }
    }
    if (word.stem.size() >= kCompound) take_apart(word);
  }

  /// Compounds name what they are made of, as whole words of the whys.
  void take_apart(const SaidWord& word) {
    const std::string_view stem = word.stem;
    for (std::size_t at = stem.size() - 1; at >= kPart; --at) {
      if (look_up_whole(stem.substr(0, at), word)) break;
    }
    for (std::size_t at = 2; at + kPart <= stem.size(); ++at) {
      if (look_up_whole(stem.substr(at), word)) break;
    }
  }

  /// "betaal … aan" is "aanbetalen": a particle, which is a function word, counts with its verb only.
  void add_particles() {
    for (const SaidWord& word : words_) {
      if (word.weight > 0 || !is_particle(word.text)) continue;
      const auto* namings = shelf_->forms.find(word.text);
      if (namings == nullptr) continue;
      for (Named& named : named_) {
        if (named.parts == 0) continue;
        const auto naming = std::lower_bound(namings->begin(), namings->end(), named.word,
                                             [](const Shelf::Naming& n, std::uint32_t id) { return n.word < id; });
        if (naming != namings->end() && naming->word == named.word && naming->part)
          add_part(named, naming->strength, word);
      }
    }
  }

  void hear_meanings() {
    stems_.clear();
    for (const SaidWord& word : words_) stems_.push_back(word.stem);
    std::vector<bool> carries(stems_.size());
    const auto meanings = shelf_->meanings.find(stems_, carries);
    const auto first = std::find(carries.begin(), carries.end(), true);
    if (meanings.empty() || first == carries.end()) return;
    const SaidWord& said = words_[static_cast<std::size_t>(first - carries.begin())];
    const SaidWord word{said.stem, said.begin, "", 1};
    for (const QuestionMeanings::Meaning& meaning : meanings) {
      if (meaning.kind != MeaningKind::kAsk) look_up_whole(why_meaning_form(meaning.id), word);
    }
  }

  bool look_up(std::string_view form, float strength, const SaidWord& word) {
    const auto* namings = shelf_->forms.find(form);
    if (namings == nullptr) return false;
    for (const Shelf::Naming& naming : *namings) {
      note(naming.word, naming.strength * strength * (naming.part ? std::max(word.weight, kPartWeight) : 1),
           naming.part, word);
    }
    return true;
  }

  bool look_up_whole(std::string_view form, const SaidWord& word) {
    const auto* namings = shelf_->forms.find(form);
    if (namings == nullptr) return false;
    bool any = false;
    for (const Shelf::Naming& naming : *namings) {
      if (naming.part) continue;
      note(naming.word, naming.strength, false, word);
      any = true;
    }
    return any;
  }

  void note(std::uint32_t word, float strength, bool part, const SaidWord& said) {
    auto known = std::find_if(named_.begin(), named_.end(), [&](const Named& n) { return n.word == word; });
    if (known == named_.end()) known = named_.insert(named_.end(), {word, 0, 0, said.begin, said.begin});
    if (part) {
      add_part(*known, strength, said);
    } else {
      known->whole = std::max(known->whole, strength);
      reach(*known, said);
    }
  }

  static void add_part(Named& named, float strength, const SaidWord& said) {
    named.parts += strength;
    reach(named, said);
  }

  static void reach(Named& named, const SaidWord& said) {
    named.begin = std::min(named.begin, said.begin);
    named.end = std::max(named.end, said.begin + said.text.size());
  }

  const Shelf* shelf_ = nullptr;
  std::vector<SaidWord> words_;
  std::vector<std::string_view> stems_;  // Of the words, while meanings are looked for.
  std::vector<Named> named_;
};

/// What of one why was said.
struct Tally {
  float name = 0;
  float rule = 0;
  float corners = 0;
  std::size_t begin = std::string::npos;
  std::size_t end = 0;
};

void add_postings(const Shelf& shelf, const Named& named, std::vector<float>& names, std::vector<std::uint32_t>& said,
                  std::vector<Tally>& tallies) {
  for (const Shelf::Posting& posting : shelf.postings[named.word]) {
    const float weight = named.strength() * posting.weight;
    const std::uint32_t entry = posting.field == Shelf::Field::kName ? shelf.names[posting.slot].entry : posting.slot;
    Tally& tally = tallies[entry];
    tally.begin = std::min(tally.begin, named.begin);
    tally.end = std::max(tally.end, named.end);
    switch (posting.field) {
      case Shelf::Field::kName:
        if (names[posting.slot] == 0) said.push_back(posting.slot);
        names[posting.slot] += weight;
        break;
      case Shelf::Field::kRule:
        tally.rule += weight;
        break;
      case Shelf::Field::kCorner:
        tally.corners += weight;
        break;
    }
  }
}

void settle_names(const Shelf& shelf, const std::vector<float>& names, const std::vector<std::uint32_t>& said,
                  std::string_view text, std::vector<Tally>& tallies) {
  std::string spaced;
  for (const std::uint32_t i : said) {
    const Shelf::Name& name = shelf.names[i];
    const float share = std::min(1.0F, names[i] / std::max(name.total, 0.1F));
    float score = name.worth * share * std::sqrt(share);  // Half a name is much less than half a mention.
    if (score < 1 && share >= kLiteralShare) {
      if (spaced.empty()) spaced.append(" ").append(text).append(" ");
      if (spaced.find(name.text) != std::string::npos) score = 1;
    }
    tallies[name.entry].name = std::max(tallies[name.entry].name, score);
  }
}

double score_of(const Tally& tally) {
  return tally.name + kRuleWeight * std::min(1.0, tally.rule / kRuleSaturation) +
         kCornerWeight * std::min(1.0, tally.corners / kCornerSaturation);
}

/// What matching needs, kept from turn to turn of a thread.
struct Room {
  Hearing hearing;
  std::vector<float> names;         // How much of each was said.
  std::vector<Tally> tallies;       // Of each why.
  std::vector<std::uint32_t> said;  // Names of which something was.
  std::vector<std::pair<double, std::size_t>> best;
};

}  // namespace

std::vector<WhyMatch> WhyIndex::match(const Normalised& text, std::string_view original, std::string_view language,
                                      std::string_view queue, std::size_t limit) const {
  const Shelf& shelf = this->shelf(language);
  std::vector<WhyMatch> matches;
  if (shelf.entries.empty()) return matches;
  thread_local Room room;
  room.hearing.hear(shelf, text.text, language);
  if (room.hearing.named().empty()) return matches;
  auto& [hearing, names, tallies, said, best] = room;
  names.assign(shelf.names.size(), 0);
  tallies.assign(shelf.entries.size(), {});
  said.clear();
  best.clear();
  for (const Named& named : hearing.named()) add_postings(shelf, named, names, said, tallies);
  settle_names(shelf, names, said, text.text, tallies);
  const bool own = !queue.empty() && shelf.queues.contains(absl::string_view(queue.data(), queue.size()));
  for (std::size_t i = 0; i < tallies.size(); ++i) {
    if (tallies[i].end == 0 || !is_for_queue(*shelf.entries[i].why, queue)) continue;
    const Shelf::Entry& entry = shelf.entries[i];
    const bool general = own && entry.why->queues.empty();
    const double own_first = entry.shipped && shelf.has_own ? kShipped : 1;
    const double score = score_of(tallies[i]) * (general ? kGeneral : own_first);
    if (score >= kLeastScore) best.emplace_back(-score, i);
  }
  const std::size_t count = std::min(limit, best.size());
  matches.reserve(count);
  std::partial_sort(best.begin(), best.begin() + static_cast<std::ptrdiff_t>(count), best.end());
  for (std::size_t i = 0; i < count; ++i) {
    const auto& [score, entry] = best[i];
    const std::string_view words = original_words(text, original, tallies[entry].begin, tallies[entry].end);
    matches.push_back({shelf.entries[entry].why->id, -score, std::string(words)});
  }
  return matches;
}

}  // namespace aandacht::domain
