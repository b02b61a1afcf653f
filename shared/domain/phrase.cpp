#include "shared/domain/phrase.h"

#include <re2/filtered_re2.h>
#include <re2/re2.h>

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "shared/domain/atoms.h"
#include "shared/domain/normalise.h"
#include "shared/domain/phrase_syntax.h"

namespace aandacht::domain {
namespace {

constexpr std::int64_t kPhraseMemory = 8 << 20;  // A bound; less, and RE2 takes slower ways for the longest phrases.
constexpr char kFitsAll[] = "it fits every text; write at least one word";

RE2::Options options(std::int64_t memory) {
  RE2::Options result;
  result.set_log_errors(false);
  result.set_max_mem(memory);
  return result;
}

// A phrase stands between spaces or the ends of the text. Group 1 is the phrase.
std::string whole_words(std::string_view phrase) { return absl::StrCat("(?:^| )(", fold(phrase), ")(?:$| )"); }

}  // namespace

// A set as one automaton (RE2::Set) builds its states as text comes: with hundreds of phrases with gaps, half a
// millisecond for fifteen words that were never said before. Most phrases need words that most texts do not have, so
// those are looked for first, and only the few phrases that are left are tried, each by itself.
struct PhraseSet::Compiled {
  re2::FilteredRE2 each{static_cast<int>(Atoms::kLeastBytes)};
  std::unique_ptr<Atoms> atoms;  ///< Absent when there are no phrases.
};

absl::Status check_phrase(std::string_view phrase) {
  if (is_surely_a_phrase(fold(phrase))) return absl::OkStatus();
  const RE2 alone(fold(phrase), options(kPhraseMemory));  // "a)(b" is only whole between other parentheses.
  if (!alone.ok()) return absl::InvalidArgumentError(absl::StrCat("RE2 says: ", alone.error()));
  if (RE2::FullMatch("", alone)) return absl::InvalidArgumentError(kFitsAll);
  return absl::OkStatus();
}

PhraseSet::PhraseSet(std::unique_ptr<Compiled> compiled) : compiled_(std::move(compiled)) {}
PhraseSet::~PhraseSet() = default;

absl::StatusOr<std::unique_ptr<PhraseSet>> PhraseSet::create(const std::vector<std::string>& phrases) {
  auto compiled = std::make_unique<Compiled>();
  for (const std::string& phrase : phrases) {
    int index = 0;
    absl::Status status = check_phrase(phrase);
    const RE2::ErrorCode error =
        status.ok() ? compiled->each.Add(whole_words(phrase), options(kPhraseMemory), &index) : RE2::NoError;
    if (error != RE2::NoError) status = absl::InvalidArgumentError("RE2 says: it is too large; write fewer gaps");
    if (status.ok()) continue;
    return absl::InvalidArgumentError(absl::StrCat("the phrase \"", phrase, "\": ", std::string(status.message())));
  }
  if (!phrases.empty()) {
    std::vector<std::string> atoms;
    compiled->each.Compile(&atoms);
    compiled->atoms = std::make_unique<Atoms>(std::move(atoms));
  }
  return std::unique_ptr<PhraseSet>(new PhraseSet(std::move(compiled)));
}

std::vector<std::size_t> PhraseSet::find(std::string_view text) const {
  if (compiled_->atoms == nullptr) return {};
  const std::string lower = absl::AsciiStrToLower(absl::string_view(text.data(), text.size()));
  std::vector<int> hits;
  compiled_->each.AllMatches(re2::StringPiece(text.data(), text.size()), compiled_->atoms->find(lower), &hits);
  std::sort(hits.begin(), hits.end());
  return {hits.begin(), hits.end()};
}

std::optional<PhraseRange> PhraseSet::locate(std::size_t index, std::string_view text) const {
  re2::StringPiece groups[2];
  const re2::StringPiece piece(text.data(), text.size());
  const RE2& phrase = compiled_->each.GetRE2(static_cast<int>(index));
  if (!phrase.Match(piece, 0, piece.size(), RE2::UNANCHORED, groups, 2)) return std::nullopt;
  const auto begin = static_cast<std::size_t>(groups[1].data() - text.data());
  return PhraseRange{begin, begin + groups[1].size()};
}

}  // namespace aandacht::domain
