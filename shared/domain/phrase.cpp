#include "shared/domain/phrase.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "shared/domain/normalise.h"

namespace aandacht::domain {
namespace {

// Many phrases with gaps make large automata; RE2 falls back to slower ways beyond this.
constexpr std::int64_t kMemory = 64 << 20;
constexpr std::int64_t kPhraseMemory = 1 << 20;

RE2::Options options(std::int64_t memory) {
  RE2::Options result;
  result.set_log_errors(false);
  result.set_max_mem(memory);
  return result;
}

// A phrase stands between spaces or the ends of the text. Group 1 is the phrase.
std::string whole_words(std::string_view phrase) { return absl::StrCat("(?:^| )(", fold(phrase), ")(?:$| )"); }

absl::StatusOr<std::unique_ptr<RE2>> compile(std::string_view phrase) {
  auto pattern = std::make_unique<RE2>(whole_words(phrase), options(kPhraseMemory));
  if (!pattern->ok()) return absl::InvalidArgumentError(absl::StrCat("RE2 says: ", pattern->error()));
  if (RE2::FullMatch("", *pattern)) return absl::InvalidArgumentError("it fits every text; write at least one word");
  return pattern;
}

}  // namespace

struct PhraseSet::Compiled {
  RE2::Set set{options(kMemory), RE2::UNANCHORED};
  std::vector<std::unique_ptr<RE2>> each;
};

absl::Status check_phrase(std::string_view phrase) {
  const RE2 alone(fold(phrase), options(kPhraseMemory));  // "a)(b" is only whole between other parentheses.
  if (!alone.ok()) return absl::InvalidArgumentError(absl::StrCat("RE2 says: ", alone.error()));
  return compile(phrase).status();
}

PhraseSet::PhraseSet(std::unique_ptr<Compiled> compiled) : compiled_(std::move(compiled)) {}
PhraseSet::~PhraseSet() = default;

absl::StatusOr<std::unique_ptr<PhraseSet>> PhraseSet::create(const std::vector<std::string>& phrases) {
  auto compiled = std::make_unique<Compiled>();
  for (const std::string& phrase : phrases) {
    absl::StatusOr<std::unique_ptr<RE2>> pattern = compile(phrase);
    if (!pattern.ok()) {
      const std::string reason(pattern.status().message());
      return absl::InvalidArgumentError(absl::StrCat("the phrase \"", phrase, "\": ", reason));
    }
    compiled->set.Add((*pattern)->pattern(), nullptr);
    compiled->each.push_back(*std::move(pattern));
  }
  if (!phrases.empty() && !compiled->set.Compile()) {
    return absl::InvalidArgumentError("the phrases together are too large; write fewer gaps");
  }
  return std::unique_ptr<PhraseSet>(new PhraseSet(std::move(compiled)));
}

std::vector<std::size_t> PhraseSet::find(std::string_view text) const {
  if (compiled_->each.empty()) return {};
  std::vector<int> hits;
  RE2::Set::ErrorInfo error;
  compiled_->set.Match(re2::StringPiece(text.data(), text.size()), &hits, &error);
  if (error.kind == RE2::Set::kNoError) {
    std::sort(hits.begin(), hits.end());
    return {hits.begin(), hits.end()};
  }
  std::vector<std::size_t> slowly;  // The set ran out of memory on this text; one by one they do not.
  for (std::size_t i = 0; i < compiled_->each.size(); ++i) {
    if (locate(i, text)) slowly.push_back(i);
  }
  return slowly;
}

std::optional<PhraseRange> PhraseSet::locate(std::size_t index, std::string_view text) const {
  re2::StringPiece groups[2];
  const re2::StringPiece piece(text.data(), text.size());
  if (!compiled_->each[index]->Match(piece, 0, piece.size(), RE2::UNANCHORED, groups, 2)) return std::nullopt;
  const auto begin = static_cast<std::size_t>(groups[1].data() - text.data());
  return PhraseRange{begin, begin + groups[1].size()};
}

}  // namespace aandacht::domain
