#include "shared/content/check_sign.h"

#include "shared/content/check_detail.h"
#include "shared/domain/readability.h"
#include "shared/domain/sign_draft.h"

namespace aandacht::content {
namespace {

using domain::SignFinding;
using domain::SignFindingKind;

constexpr int kMostSiteWords = 60;
constexpr int kMostGreetingWords = 30;
constexpr int kMostLetterWords = 100;

/// What stands in “…” in a finding's sentence.
std::string quoted_part(const std::string& what) {
  static const std::string kOpen = "“";
  static const std::string kClose = "”";
  const std::size_t begin = what.find(kOpen);
  const std::size_t end = what.find(kClose, begin);
  if (begin == std::string::npos || end == std::string::npos) return {};
  return what.substr(begin + kOpen.size(), end - begin - kOpen.size());
}

void take(SignFindingKind kind, const Findings& findings, std::vector<SignFinding>& found) {
  for (const Finding& each : findings) found.push_back({kind, quoted_part(each.what)});
}

void find_gaps(const std::string& text, std::vector<SignFinding>& found) {
  for (std::size_t begin = text.find('['); begin != std::string::npos; begin = text.find('[', begin + 1)) {
    const std::size_t end = text.find(']', begin);
    if (end == std::string::npos) return;
    found.push_back({SignFindingKind::kGap, text.substr(begin, end - begin + 1)});
  }
}

}  // namespace

int most_sign_words(domain::SignPlace place) {
  switch (place) {
    case domain::SignPlace::kSite:
      return kMostSiteWords;
    case domain::SignPlace::kIvr:
      return static_cast<int>(domain::kMostIvrWords);
    case domain::SignPlace::kGreeting:
      return kMostGreetingWords;
    case domain::SignPlace::kLetter:
      return kMostLetterWords;
  }
  return kMostSiteWords;
}

std::vector<SignFinding> check_sign(domain::SignPlace place, const std::string& language, const std::string& text,
                                    const std::vector<domain::JargonTerm>& jargon) {
  std::vector<SignFinding> found;
  const bool english = language.substr(0, 2) == "en";
  const Passage said{
      .file = "", .language = english ? "en" : "nl", .line = 0, .item = "sign", .key = "text", .text = text};
  for (const domain::JargonTerm* term : JargonFinder(jargon).find(text, said.language)) {
    found.push_back({SignFindingKind::kJargon, term->word, term->plain});
  }
  for (const domain::Hardness& hard : domain::harder_than_b1(text, said.language)) {
    found.push_back({SignFindingKind::kLevel, hard.part});
  }
  Findings orders;
  check_orders(said, orders);
  take(SignFindingKind::kOrder, orders, found);
  Findings they;
  check_they(said, they);
  take(SignFindingKind::kThey, they, found);
  const int words = static_cast<int>(domain::spoken_words(text).size());
  if (words > most_sign_words(place)) {
    found.push_back({SignFindingKind::kLength, "", "", words, most_sign_words(place)});
  }
  find_gaps(text, found);
  return found;
}

}  // namespace aandacht::content
