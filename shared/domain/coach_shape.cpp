#include "shared/domain/coach_shape.h"

#include <algorithm>
#include <array>
#include <optional>

#include "absl/strings/match.h"
#include "shared/classify/features.h"
#include "shared/domain/abbreviations.h"
#include "shared/domain/department.h"

namespace aandacht::domain {
namespace {

constexpr std::string_view kPrefix = "shape.";
constexpr std::string_view kEndsIn = "\\S*";
constexpr char kFiller = '-';
constexpr char kNone = '_';
constexpr char kNumber = '0';
constexpr char kParticiple = 'Q';
constexpr char kTrade = 'J';
constexpr char kAbbreviation = 'A';
constexpr std::size_t kMostPieceWords = 3;
constexpr std::size_t kLongestRun = 4;
constexpr std::size_t kFarthestPair = 5;
constexpr std::size_t kMostTurnWords = 72;
constexpr std::size_t kMostShapeWords = 420;  // With the turn's words fewer than classify::kMostWords.

struct NamedKind {
  std::string_view name;
  char kind;
};

// The letters are part of what a model learned: a new kind takes a new letter.
constexpr NamedKind kKinds[] = {
    {"department", 'D'}, {"colleague", 'C'}, {"they", 'T'},     {"other", 'O'},       {"we", 'W'},     {"i", 'I'},
    {"you", 'U'},        {"sir", '-'},       {"not", 'N'},      {"can", 'P'},         {"cannot", 'p'}, {"must", 'M'},
    {"will", 'w'},       {"filler", '-'},    {"reason", 'R'},   {"but", 'B'},         {"pity", 'h'},   {"do", 'd'},
    {"infinitive", 'i'}, {"contact", 'c'},   {"passive", 'v'},  {"be", 'b'},          {"have", 'H'},   {"that", 't'},
    {"rule", 'r'},       {"set", 's'},       {"everyone", 'e'}, {"system", 'y'},      {"fault", 'f'},  {"decide", 'x'},
    {"see", 'z'},        {"stuck", 'k'},     {"stock", 'S'},    {"alternative", 'a'}, {"when", 'q'},   {"ask", 'V'},
    {"thanks", 'g'},     {"explain", 'X'},   {"trade", 'J'},    {"office", 'K'},
};

std::optional<char> kind_named(std::string_view name) {
  for (const NamedKind& kind : kKinds) {
    if (kind.name == name) return kind.kind;
  }
  return std::nullopt;
}

bool has_digit(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_participle(std::string_view word, bool dutch) {
  if (!dutch) return word.size() > 4 && absl::EndsWith({word.data(), word.size()}, "ed");
  if (word.size() <= 5 || (word.back() != 'd' && word.back() != 't' && !word.ends_with("en"))) return false;
  for (const std::string_view prefix : {"ge", "be", "ver", "her", "ont"}) {
    if (word.starts_with(prefix)) return true;
  }
  const std::size_t inside = word.find("ge", 2);  // "doorgezet", "uitgezocht".
  return inside <= 5 && inside + 3 < word.size();
}

std::vector<std::pair<std::size_t, std::size_t>> words_in(std::string_view text) {
  std::vector<std::pair<std::size_t, std::size_t>> words;
  words.reserve(text.size() / 4 + 1);
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    if (end > begin) words.emplace_back(begin, end);
    begin = end + 1;
  }
  return words;
}

std::size_t first_words(std::string_view text, std::size_t most) {
  std::size_t end = 0;
  for (; most > 0 && end < text.size(); --most) end = std::min(text.find(' ', end == 0 ? 0 : end + 1), text.size());
  return end;
}

/// Makes whole words of kinds: as many as may begin alike stand in the same letters.
class ShapeWords {
 public:
  explicit ShapeWords(ModelWords& into, std::size_t kinds) : into_(into) {
    into_.shape.reserve((kinds + 2) * (kLongestRun + 1) + kinds * kFarthestPair * 4);  // They must not move.
  }

  /// "<" and ">" are the ends of the turn.
  void add_runs(const std::string& kinds, std::size_t room) {
    const std::string ends = "<" + kinds + ">";
    for (std::size_t begin = 0; begin < ends.size() && room > 0; ++begin) {
      const std::size_t longest = std::min({kLongestRun, ends.size() - begin, room});
      const char* word = put(std::string_view(ends).substr(begin, longest));
      for (std::size_t size = 1; size <= longest; ++size) into_.words.emplace_back(word, 1 + size);
      room -= longest;
    }
  }

  /// Of words that have a kind, in order.
  void add_pairs(std::string kinds, std::size_t room) {
    std::erase(kinds, kNone);
    for (std::size_t i = 0; i < kinds.size(); ++i) {
      for (std::size_t j = i + 1; j < kinds.size() && j <= i + kFarthestPair && room > 0; ++j, --room) {
        const std::array<char, 3> pair = {kinds[i], '~', kinds[j]};
        into_.words.emplace_back(put({pair.data(), pair.size()}), 1 + pair.size());
      }
    }
  }

 private:
  const char* put(std::string_view letters) {
    const std::size_t begin = into_.shape.size();
    into_.shape.push_back(classify::kWhole);
    into_.shape.insert(into_.shape.end(), letters.begin(), letters.end());
    return into_.shape.data() + begin;
  }

  ModelWords& into_;
};

}  // namespace

void TurnShapes::add_word(const std::string& word, char kind, Kinds& kinds) {
  if (word.empty()) return;
  const auto spaces = static_cast<std::size_t>(std::count(word.begin(), word.end(), ' '));
  if (spaces >= kMostPieceWords) return;
  kinds.words.try_emplace(word, kind);
  int& longest = kinds.longest[std::string_view(word).substr(0, word.find(' '))];
  longest = std::max(longest, static_cast<int>(spaces) + 1);
}

void TurnShapes::add_list(const std::vector<std::string>& list, char kind, Kinds& kinds) {
  for (const std::string& item : list) {
    if (item.starts_with(kEndsIn)) {
      kinds.endings.emplace_back(fold(item.substr(kEndsIn.size())), kind);
    } else {
      add_word(fold(item), kind, kinds);
    }
  }
}

TurnShapes::TurnShapes(const Library& library) {
  for (const auto& [language, lexicon] : library.lexicons) {
    Kinds& kinds = by_language_[language];
    kinds.dutch = language != "en";
    for (const auto& [name, list] : lexicon.phrases) {
      if (name == "known-abbreviations")
        for (const std::string& word : list) kinds.known_abbreviations.insert(word);
      if (!name.starts_with(kPrefix)) continue;
      if (const auto kind = kind_named(std::string_view(name).substr(kPrefix.size()))) add_list(list, *kind, kinds);
    }
    const auto longer = [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); };
    std::stable_sort(kinds.endings.begin(), kinds.endings.end(), longer);
  }
  for (const JargonTerm& term : library.jargon) {  // After the lists: a word that is listed keeps its kind.
    Kinds& kinds = by_language_[term.language];
    std::vector<std::string> forms = term.forms;
    forms.push_back(term.word);
    for (const std::string& form : forms) {
      const std::string word = folded(normalise(form)).text;
      add_word(word, kTrade, kinds);
      kinds.plain_words.try_emplace(word, term.plain);
    }
  }
}

const TurnShapes::Kinds* TurnShapes::kinds_of(std::string_view language) const {
  const auto found = by_language_.find(language);
  return found == by_language_.end() ? nullptr : &found->second;
}

char TurnShapes::kind_of_unlisted(std::string_view word, const Kinds& kinds) {
  if (word == kAbbreviationMark) return kAbbreviation;
  for (const auto& [ending, kind] : kinds.endings) {
    if (word.size() > ending.size() && word.ends_with(ending)) return kind;
  }
  if (has_digit(word)) return kNumber;
  return is_participle(word, kinds.dutch) ? kParticiple : kNone;
}

TurnShape TurnShapes::shape_of(const Normalised& marked, const Kinds& kinds) {
  TurnShape shape;
  const std::string_view text = marked.text;
  const auto words = words_in(text.substr(0, first_words(text, kMostTurnWords)));
  shape.kinds.reserve(words.size());
  shape.begins.reserve(words.size());
  shape.ends.reserve(words.size());
  for (std::size_t i = 0; i < words.size();) {
    const std::string_view word = text.substr(words[i].first, words[i].second - words[i].first);
    std::size_t count = 1;
    char kind = 0;
    if (const int* longest = kinds.longest.find(word); longest != nullptr) {
      count = std::min<std::size_t>(static_cast<std::size_t>(*longest), words.size() - i);
      for (; count > 0; --count) {
        const char* found = kinds.words.find(text.substr(words[i].first, words[i + count - 1].second - words[i].first));
        if (found == nullptr) continue;
        kind = *found;
        break;
      }
      count = std::max<std::size_t>(count, 1);
    }
    if (kind == 0) kind = kind_of_unlisted(word, kinds);
    if (kind != kFiller) {
      shape.kinds += kind;
      shape.begins.push_back(words[i].first);
      shape.ends.push_back(words[i + count - 1].second);
    }
    i += count;
  }
  return shape;
}

Normalised TurnShapes::marked(const Normalised& text, std::string_view original, std::string_view language) const {
  static const auto* none = new base::WordSet;
  const Kinds* kinds = kinds_of(language);
  return mark_abbreviations(text, original, kinds == nullptr ? *none : kinds->known_abbreviations);
}

TurnShape TurnShapes::shape(const Normalised& marked, std::string_view language) const {
  const Kinds* kinds = kinds_of(language);
  return kinds == nullptr ? TurnShape{} : shape_of(marked, *kinds);
}

void TurnShapes::model_words(const Normalised& text, const Normalised& marked, std::string_view language,
                             ModelWords& model) const {
  const TurnShape turn = shape(marked, language);
  model.words.clear();
  model.shape.clear();
  for (const auto& [begin, end] :
       words_in(std::string_view(text.text).substr(0, first_words(text.text, kMostTurnWords))))
    model.words.push_back(std::string_view(text.text).substr(begin, end - begin));
  model.said = model.words.size();
  ShapeWords shapes(model, turn.kinds.size());
  shapes.add_runs(turn.kinds, kMostShapeWords / 2);
  shapes.add_pairs(turn.kinds, kMostShapeWords / 2);
}

std::map<std::string, std::string> TurnShapes::names(const Normalised& marked, std::string_view original,
                                                     std::string_view language) const {
  const Kinds* kinds = kinds_of(language);
  if (kinds == nullptr) return {};
  const TurnShape turn = shape_of(marked, *kinds);
  std::map<std::string, std::string> names;
  if (auto department = department_as_we(turn, marked, original, language)) names["department"] = *department;
  if (auto colleague = colleague_as_ours(turn, marked, original, language)) names["colleague"] = *colleague;
  const std::string_view term = trade_word(marked, original, language);
  if (term.empty()) return names;
  names["term"] = std::string(term);
  const auto plain = kinds->plain_words.find(folded(normalise(term)).text);
  if (plain != kinds->plain_words.end()) names["plain"] = plain->second;
  return names;
}

std::string_view TurnShapes::trade_word(const Normalised& marked, std::string_view original,
                                        std::string_view language) const {
  const Kinds* kinds = kinds_of(language);
  if (kinds == nullptr) return {};
  const TurnShape turn = shape_of(marked, *kinds);
  std::size_t found = turn.kinds.find(kTrade);
  if (found == std::string::npos) found = turn.kinds.find(kAbbreviation);
  if (found == std::string::npos) return {};
  return original_words(marked, original, turn.begins[found], turn.ends[found]);
}

}  // namespace aandacht::domain
