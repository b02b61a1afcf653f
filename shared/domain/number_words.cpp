#include "shared/domain/number_words.h"

#include <array>
#include <bitset>
#include <utility>

#include "shared/base/word_map.h"

namespace aandacht::domain {
namespace {

using Values = base::WordMap<int>;

constexpr std::string_view kHundred = "honderd";
constexpr std::string_view kThousand = "duizend";
constexpr std::size_t kLongestWord = 40;
constexpr std::size_t kLongestListed = 9;  // "seventeen", "negentien", "twentieth"

const Values& small_dutch() {
  static const auto* values =
      new Values{{"nul", 0},       {"een", 1},      {"twee", 2},       {"drie", 3},      {"vier", 4},
                 {"vijf", 5},      {"zes", 6},      {"zeven", 7},      {"acht", 8},      {"negen", 9},
                 {"tien", 10},     {"elf", 11},     {"twaalf", 12},    {"dertien", 13},  {"veertien", 14},
                 {"vijftien", 15}, {"zestien", 16}, {"zeventien", 17}, {"achttien", 18}, {"negentien", 19}};
  return *values;
}

// All end alike, which dutch_tens() counts on.
constexpr std::string_view kEndOfTens = "tig";
constexpr std::array<std::pair<std::string_view, int>, 8> kDutchTens = {{{"twintig", 20},
                                                                         {"dertig", 30},
                                                                         {"veertig", 40},
                                                                         {"vijftig", 50},
                                                                         {"zestig", 60},
                                                                         {"zeventig", 70},
                                                                         {"tachtig", 80},
                                                                         {"negentig", 90}}};

const Values& english() {
  static const auto* values = new Values{
      {"zero", 0},     {"nought", 0},     {"naught", 0},    {"one", 1},       {"two", 2},       {"three", 3},
      {"four", 4},     {"five", 5},       {"six", 6},       {"seven", 7},     {"eight", 8},     {"nine", 9},
      {"ten", 10},     {"eleven", 11},    {"twelve", 12},   {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15},
      {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19}, {"twenty", 20},   {"thirty", 30},
      {"forty", 40},   {"fifty", 50},     {"sixty", 60},    {"seventy", 70},  {"eighty", 80},   {"ninety", 90}};
  return *values;
}

// Of both languages: one look-up for the many words that are no number.
const Values& listed() {
  static const auto* values = [] {
    auto* all = new Values(english());
    small_dutch().for_each([&](std::string_view word, int value) { (*all)[word] = value; });
    return all;
  }();
  return *values;
}

const Values& odd_ordinals() {
  static const auto* values =
      new Values{{"eerste", 1}, {"derde", 3},  {"achtste", 8}, {"first", 1},    {"second", 2},     {"third", 3},
                 {"fifth", 5},  {"eighth", 8}, {"ninth", 9},   {"twelfth", 12}, {"twentieth", 20}, {"thirtieth", 30}};
  return *values;
}

// Bits of the two letters that number words begin with: most other words begin otherwise.
class Beginnings {
 public:
  Beginnings() {
    for (const Values* values : {&listed(), &odd_ordinals()}) {
      values->for_each([&](std::string_view word, int) { add(word); });
    }
    for (const auto& [tens, value] : kDutchTens) add(tens);
    for (const std::string_view unit : {kThousand, kHundred}) add(unit);
  }

  /// `word` has two bytes or more.
  [[nodiscard]] bool have(std::string_view word) const { return bits_[place(word)]; }

 private:
  static std::size_t place(std::string_view word) {
    return (static_cast<unsigned char>(word[0]) & 0x1FU) << 5U | (static_cast<unsigned char>(word[1]) & 0x1FU);
  }
  void add(std::string_view word) { bits_.set(place(word)); }

  std::bitset<1U << 10U> bits_;
};

bool may_begin_number(std::string_view word) {
  static const auto* beginnings = new Beginnings;
  return (word[0] >= '0' && word[0] <= '9') || beginnings->have(word);
}

bool consume_suffix(std::string_view& word, std::string_view suffix) {
  if (!word.ends_with(suffix)) return false;
  word.remove_suffix(suffix.size());
  return true;
}

std::optional<int> look_up(const Values& values, std::string_view word) {
  if (word.size() > kLongestListed) return std::nullopt;
  const int* value = values.find(word);
  return value == nullptr ? std::nullopt : std::optional(*value);
}

// "twintig", "vierentwintig".
std::optional<int> dutch_tens(std::string_view word) {
  if (!word.ends_with(kEndOfTens)) return std::nullopt;
  for (const auto& [tens, value] : kDutchTens) {
    std::string_view rest = word;
    if (!consume_suffix(rest, tens)) continue;
    if (rest.empty()) return value;
    if (!consume_suffix(rest, "en")) return std::nullopt;
    const auto unit = look_up(small_dutch(), rest);
    if (unit && *unit >= 1 && *unit <= 9) return value + *unit;
    return std::nullopt;
  }
  return std::nullopt;
}

std::optional<int> dutch_below_hundred(std::string_view word) {
  const auto small = look_up(small_dutch(), word);
  return small ? small : dutch_tens(word);
}

// "honderdtwaalf", "tweehonderdenvier": the part before and after a large unit.
std::optional<int> dutch_with(std::string_view word, std::string_view unit, int size) {
  if (word.size() < unit.size()) return std::nullopt;
  const std::size_t at = word.find(unit);
  if (at == std::string_view::npos) return std::nullopt;
  const std::optional<int> times = at == 0 ? 1 : dutch_below_hundred(word.substr(0, at));
  std::string_view rest = word.substr(at + unit.size());
  if (!times || *times == 0 || *times * size > 9999) return std::nullopt;
  if (rest.empty()) return *times * size;
  auto less = size > 100 ? dutch_with(rest, kHundred, 100) : std::nullopt;
  if (!less) less = dutch_below_hundred(rest);
  if (!less && rest.starts_with("en")) less = dutch_below_hundred(rest.substr(2));
  if (!less) return std::nullopt;
  return *times * size + *less;
}

}  // namespace

std::optional<int> cardinal(std::string_view word) {
  if (word.size() < 2 || word.size() > kLongestWord || !may_begin_number(word)) return std::nullopt;
  if (const auto value = look_up(listed(), word)) return value;
  if (const auto value = dutch_tens(word)) return value;
  if (const auto value = dutch_with(word, kThousand, 1000)) return value;
  return dutch_with(word, kHundred, 100);
}

std::optional<int> ordinal(std::string_view word) {
  if (word.size() < 2 || word.size() > kLongestWord) return std::nullopt;
  const char last = word.back();
  if ((last != 'e' && last != 'h' && last != 't' && last != 'd') || !may_begin_number(word)) return std::nullopt;
  if (const auto value = look_up(odd_ordinals(), word)) return value;
  for (const std::string_view ending : {"ste", "de", "e", "th", "st", "nd", "rd"}) {
    std::string_view stem = word;
    if (!consume_suffix(stem, ending)) continue;
    if (const auto value = written_number(stem); value && *value >= 1 && *value <= 99) return value;
    if (ending == "ste" || ending == "de") {
      const auto value = dutch_below_hundred(stem);
      const bool fits = ending == "ste" ? value && *value >= 20 : value && *value >= 2 && *value <= 19;
      if (fits) return value;
    }
    if (ending == "th") {
      const auto value = look_up(english(), stem);
      if (value && *value >= 4 && *value <= 19) return value;
    }
  }
  return std::nullopt;
}

bool is_english_tens(std::string_view word) {
  const auto value = look_up(english(), word);
  return value && *value >= 20;
}

std::optional<int> written_number(std::string_view word) {
  if (word.empty() || word.size() > 4) return std::nullopt;
  int value = 0;
  for (const char c : word) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace aandacht::domain
