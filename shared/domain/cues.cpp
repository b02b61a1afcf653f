#include "shared/domain/cues.h"

#include <algorithm>
#include <array>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "shared/domain/clause.h"
#include "shared/domain/cue_words.h"
#include "shared/domain/phrase.h"
#include "shared/domain/phrase_list.h"

namespace aandacht::domain {
namespace {

struct Name {
  std::string_view list;
  bool Signs::*sign;
};

constexpr std::array<Name, 14> kNames = {{{"acknowledge", &Signs::acknowledges},
                                          {"advise", &Signs::advises},
                                          {"close", &Signs::closes},
                                          {"why-question", &Signs::asks_why},
                                          {"content", &Signs::content},
                                          {"discontent", &Signs::discontent},
                                          {"refuse", &Signs::refuses},
                                          {"ask-more", &Signs::asks_more},
                                          {"offer-more", &Signs::offers_more},
                                          {"at-work", &Signs::at_work},
                                          {"refuse-firmly", &Signs::refuses_firmly},
                                          {"offer-instead", &Signs::offers_instead},
                                          {"take-back", &Signs::takes_back},
                                          {"resign", &Signs::resigns}}};

constexpr std::size_t kLists = 2 * kNames.size();  // says and cancels

// Only that it is there counts: what may follow without end says nothing more.
std::string_view without_tail(std::string_view phrase) {
  constexpr std::string_view kAnyMore = "(?: \\S+){0,";
  const std::size_t tail = phrase.rfind(kAnyMore);
  if (tail == std::string_view::npos || tail == 0 || tail + kAnyMore.size() + 2 != phrase.size()) return phrase;
  return phrase.substr(0, tail);
}

}  // namespace

struct Cues::Compiled {
  // Nearly all phrases are finite and found in one walk; the others are left to RE2.
  struct Language {
    std::unique_ptr<CueWords> finite;
    std::unique_ptr<PhraseSet> others;
    std::vector<std::size_t> list_of_other;
  };

  static absl::StatusOr<Language> compile(const Lexicon& lexicon) {
    Language language;
    Lexicon finite;
    std::vector<std::string> others;
    std::vector<std::string> names;
    for (std::size_t list = 0; list < kLists; ++list) {
      names.push_back(absl::StrCat(std::string(kNames[list / 2].list), list % 2 == 0 ? "" : ".not"));
      const auto phrases = lexicon.phrases.find(names.back());
      if (phrases == lexicon.phrases.end()) continue;
      for (const std::string& phrase : phrases->second) {
        if (absl::Status status = check_phrase(phrase); !status.ok())
          return absl::InvalidArgumentError(absl::StrCat(names.back(), ": ", std::string(status.message())));
        const std::string plain(without_tail(phrase));
        if (is_finite_cue(plain)) {
          finite.phrases[names.back()].push_back(plain);
        } else {
          others.push_back(phrase);
          language.list_of_other.push_back(list);
        }
      }
    }
    auto cues = CueWords::create(finite, {names.begin(), names.end()});
    if (!cues.ok()) return cues.status();
    language.finite = *std::move(cues);
    auto set = PhraseSet::create(others);
    if (!set.ok()) return set.status();
    language.others = *std::move(set);
    return language;
  }

  std::map<std::string, Language, std::less<>> languages;
};

Cues::Cues() : compiled_(std::make_unique<Compiled>()) {}
Cues::~Cues() = default;

absl::StatusOr<std::unique_ptr<Cues>> Cues::create(const std::map<std::string, Lexicon>& lexicons) {
  auto cues = std::unique_ptr<Cues>(new Cues());
  for (const auto& [name, lexicon] : lexicons) {
    auto language = Compiled::compile(lexicon);
    if (!language.ok())
      return absl::InvalidArgumentError(absl::StrCat(name, " ", std::string(language.status().message())));
    cues->compiled_->languages[name] = *std::move(language);
  }
  return cues;
}

Signs Cues::read(std::string_view text, std::string_view language) const {
  const auto found = compiled_->languages.find(base_language(language));
  if (found == compiled_->languages.end()) return {};
  std::array<bool, kLists> hit = {};
  for (const CueHit& cue : found->second.finite->find(text, words_of(text))) hit[cue.list] = true;
  for (const std::size_t other : found->second.others->find(text)) hit[found->second.list_of_other[other]] = true;
  Signs signs;
  for (std::size_t i = 0; i < kNames.size(); ++i) signs.*kNames[i].sign = hit[2 * i] && !hit[2 * i + 1];
  return signs;
}

}  // namespace aandacht::domain
