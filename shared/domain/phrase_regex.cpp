#include "shared/domain/phrase_regex.h"

#include <re2/filtered_re2.h>
#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <bitset>

#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "shared/domain/atoms.h"
#include "shared/domain/cue_phrase.h"
#include "shared/domain/cue_words.h"
#include "shared/domain/normalise.h"
#include "shared/domain/phrase_syntax.h"

namespace aandacht::domain {
namespace {

constexpr std::int64_t kPhraseMemory = 8 << 20;  // A bound; less, and RE2 takes slower ways for the longest phrases.
constexpr std::size_t kLongText = 1024;          // Bytes.
constexpr char kFitsAll[] = "it fits every text; write at least one word";

RE2::Options options(std::int64_t memory) {
  RE2::Options result;
  result.set_log_errors(false);
  result.set_max_mem(memory);
  result.set_longest_match(true);
  return result;
}

// A phrase stands between spaces or the ends of the text. Group 1 is the phrase.
std::string whole_words(std::string_view phrase) { return absl::StrCat("(?:^| )(", fold(phrase), ")(?:$| )"); }

using Bytes = std::bitset<256>;

std::size_t byte_at(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

// With which two bytes a phrase can begin, each by itself; all where that is not easily told.
struct FirstBytes {
  std::array<Bytes, 2> bytes;

  [[nodiscard]] bool fit(std::string_view text, std::size_t at) const {
    return bytes[0][byte_at(text, at)] && (at + 1 == text.size() || bytes[1][byte_at(text, at + 1)]);
  }
};

FirstBytes any_bytes() { return {{Bytes().set(), Bytes().set()}}; }

FirstBytes first_bytes(std::string_view phrase) {
  const absl::StatusOr<CueChoice> parsed = parse_finite(fold(phrase));
  if (!parsed.ok()) return any_bytes();
  struct Begin {
    FirstBytes bytes;
    std::array<bool, 3> read{};  // [n]: n bytes can have been read as yet, 2 or more.
  };
  const auto feed = [](const std::string& letters, Begin& begin) {
    for (const char letter : letters) {
      if (letter == kAnyLetters || letter == kSomeLetters) {  // None, one or more: what follows may stand anywhere.
        if (begin.read[0]) begin.bytes.bytes[0].set();
        if (begin.read[0] || begin.read[1]) begin.bytes.bytes[1].set();
      } else {
        for (std::size_t place = 0; place < 2; ++place) {
          if (begin.read[place]) begin.bytes.bytes[place].set(byte_at({&letter, 1}, 0));
        }
        begin.read = {false, begin.read[0], begin.read[1] || begin.read[2]};
      }
    }
  };
  const auto merge = [](const Begin& from, Begin& into) {
    for (std::size_t place = 0; place < 2; ++place) into.bytes.bytes[place] |= from.bytes.bytes[place];
    for (std::size_t read = 0; read < 3; ++read) into.read[read] = into.read[read] || from.read[read];
  };
  Begin begin = walk_finite<Begin>(*parsed, {{}, {true, false, false}}, feed, merge);
  if (begin.read[0]) return any_bytes();
  if (begin.read[1]) begin.bytes.bytes[1].set(' ');  // The phrase may be one byte.
  return begin.bytes;
}

}  // namespace

// A set as one automaton (RE2::Set) builds its states as text comes: with hundreds of phrases with gaps, half a
// millisecond for fifteen words that were never said before. Most phrases need words that most texts do not have, so
// those are looked for first, and only the few phrases that are left are tried, each by itself.
struct RegexPhrases::Compiled {
  re2::FilteredRE2 each{static_cast<int>(Atoms::kLeastBytes)};
  std::unique_ptr<Atoms> atoms;
  std::vector<FirstBytes> first;  ///< Of each phrase.
};

absl::Status check_phrase(std::string_view phrase) {
  if (is_surely_a_phrase(fold(phrase))) return absl::OkStatus();
  const RE2 alone(fold(phrase), options(kPhraseMemory));  // "a)(b" is only whole between other parentheses.
  if (!alone.ok()) return absl::InvalidArgumentError(absl::StrCat("RE2 says: ", alone.error()));
  if (RE2::FullMatch("", alone)) return absl::InvalidArgumentError(kFitsAll);
  return absl::OkStatus();
}

RegexPhrases::RegexPhrases(std::unique_ptr<Compiled> compiled) : compiled_(std::move(compiled)) {}
RegexPhrases::~RegexPhrases() = default;

absl::StatusOr<std::unique_ptr<RegexPhrases>> RegexPhrases::create(const std::vector<std::string>& phrases) {
  auto compiled = std::make_unique<Compiled>();
  for (const std::string& phrase : phrases) {
    int index = 0;
    compiled->first.push_back(first_bytes(phrase));
    if (compiled->each.Add(whole_words(phrase), options(kPhraseMemory), &index) == RE2::NoError) continue;
    return absl::InvalidArgumentError(
        absl::StrCat("the phrase \"", phrase, "\": RE2 says: it is too large; write fewer gaps"));
  }
  std::vector<std::string> atoms;
  compiled->each.Compile(&atoms);
  compiled->atoms = std::make_unique<Atoms>(std::move(atoms));
  return std::unique_ptr<RegexPhrases>(new RegexPhrases(std::move(compiled)));
}

std::vector<std::size_t> RegexPhrases::possible(std::string_view text) const {
  const std::string lower = absl::AsciiStrToLower(absl::string_view(text.data(), text.size()));
  std::vector<int> possible;
  compiled_->each.AllPotentials(compiled_->atoms->find(lower), &possible);
  return {possible.begin(), possible.end()};
}

// Tried at the begin of each word, where RE2 needs no automaton: building one, and one backwards to find where the
// phrase begins, takes most of the time of words that were never read before. A long text pays for many begins.
std::optional<PhraseRange> RegexPhrases::locate(std::size_t index, std::string_view text) const {
  re2::StringPiece groups[2];
  const re2::StringPiece piece(text.data(), text.size());
  const RE2& phrase = compiled_->each.GetRE2(static_cast<int>(index));
  const auto range = [&] {
    const auto begin = static_cast<std::size_t>(groups[1].data() - text.data());
    return PhraseRange{begin, begin + groups[1].size()};
  };
  if (text.size() > kLongText) {
    if (!phrase.Match(piece, 0, piece.size(), RE2::UNANCHORED, groups, 2)) return std::nullopt;
    return range();
  }
  const FirstBytes& first = compiled_->first[index];
  for (std::size_t at = 0; at <= text.size(); at = std::min(text.find(' ', at + 1), text.size() + 1)) {
    const std::size_t word = at == 0 && !text.starts_with(' ') ? 0 : at + 1;
    if (word < text.size() && !first.fit(text, word) && !(at == 0 && word == 1)) continue;
    if (phrase.Match(piece, at, piece.size(), RE2::ANCHOR_START, groups, 2)) return range();
  }
  return std::nullopt;
}

}  // namespace aandacht::domain
