#include "shared/domain/cues.h"

#include <array>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "shared/domain/phrase_list.h"

namespace aandacht::domain {
namespace {

enum Cue : std::size_t { kAcknowledge, kAdvise, kClose, kWhy, kCues };

constexpr std::array<std::string_view, kCues> kNames = {"acknowledge", "advise", "close", "why-question"};
constexpr std::array<std::string_view, kCues> kCancels = {"acknowledge.not", "advise.not", "close.not",
                                                          "why-question.not"};

}  // namespace

struct Cues::Compiled {
  struct Language {
    std::array<std::unique_ptr<PhraseSet>, kCues> says;
    std::array<std::unique_ptr<PhraseSet>, kCues> cancels;
  };
  std::map<std::string, Language, std::less<>> languages;

  bool says(std::size_t cue, std::string_view text, std::string_view language) const {
    const auto found = languages.find(base_language(language));
    if (found == languages.end()) return false;
    return !found->second.says[cue]->find(text).empty() && found->second.cancels[cue]->find(text).empty();
  }
};

Cues::Cues() : compiled_(std::make_unique<Compiled>()) {}
Cues::~Cues() = default;

absl::StatusOr<std::unique_ptr<Cues>> Cues::create(const std::map<std::string, Lexicon>& lexicons) {
  auto cues = std::unique_ptr<Cues>(new Cues());
  for (const auto& [name, lexicon] : lexicons) {
    Compiled::Language& language = cues->compiled_->languages[name];
    for (std::size_t cue = 0; cue < kCues; ++cue) {
      auto says = compile_phrases(lexicon, kNames[cue]);
      auto cancels = compile_phrases(lexicon, kCancels[cue]);
      for (const absl::Status& status : {says.status(), cancels.status()}) {
        if (!status.ok()) return absl::InvalidArgumentError(absl::StrCat(name, " ", std::string(status.message())));
      }
      language.says[cue] = *std::move(says);
      language.cancels[cue] = *std::move(cancels);
    }
  }
  return cues;
}

bool Cues::acknowledges(std::string_view text, std::string_view language) const {
  return compiled_->says(kAcknowledge, text, language);
}

bool Cues::advises(std::string_view text, std::string_view language) const {
  return compiled_->says(kAdvise, text, language);
}

bool Cues::closes(std::string_view text, std::string_view language) const {
  return compiled_->says(kClose, text, language);
}

bool Cues::asks_why(std::string_view text, std::string_view language) const {
  return compiled_->says(kWhy, text, language);
}

}  // namespace aandacht::domain
