#include "shared/domain/why_signs.h"

#include <algorithm>
#include <span>
#include <string>

namespace aandacht::domain {
namespace {

using Words = std::span<const std::string_view>;

constexpr long kFewWords = 4;
constexpr long kShortLine = 7;

// Between spaces, or the beginning of a word when the last space is missing.
constexpr std::string_view kObjectionsDutch[] = {
    " maar ",        " toch ",     " nog steeds ", " nog altijd ", " alweer ",       " al weer ",     " zomaar ",
    " nou weer ",    " dan weer ", " dus ",        " belachelijk", " onzin ",        " raar ",        " vreemd ",
    " gek ",         " idioot ",   " van de zot",  " oneerlijk ",  " absurd",        " serieus ",     " meent u ",
    " meen je ",     " of zo ",    " of wat ",     " of niet ",    " ik niet doen ", " doe ik niet ", " ga ik niet ",
    " wil ik niet ", " vind ik ",  " snap ik ",    " snap niks ",  " snap er ",      " begrijp ik ",  " normaal ",
    " ineens ",      " opeens ",   " plots ",      " pardon ",     " in godsnaam ",  " allee ",       " allez ",
    " amai ",        " zogezegd ", " slaat ",      " nergens op ", " zeker weten ",  " te gek ",      " ook al ",
    " hoe kunnen ",  " hoe kan ",  " wat heeft "};
constexpr std::string_view kObjectionsEnglish[] = {" but ",
                                                   " still ",
                                                   " again ",
                                                   " yet ",
                                                   " surely ",
                                                   " ridiculous",
                                                   " daft ",
                                                   " mad ",
                                                   " unfair ",
                                                   " not fair ",
                                                   " odd ",
                                                   " strange ",
                                                   " seriously ",
                                                   " honestly ",
                                                   " you're kidding ",
                                                   " joking ",
                                                   " or what ",
                                                   " or something ",
                                                   " i won't ",
                                                   " i'm not going to ",
                                                   " not having ",
                                                   " suddenly ",
                                                   " beg your pardon ",
                                                   " how can ",
                                                   " how is ",
                                                   " makes no sense ",
                                                   " no sense ",
                                                   " on earth ",
                                                   " even though ",
                                                   " so i "};
// "moet ik", "kan die": what must or may be is asked.
constexpr std::string_view kModalsDutch[] = {" moet ",  " moeten ", " kan ",   " kunnen ", " kun ",    " mag ",
                                             " mogen ", " zou ",    " zal ",   " wordt ",  " worden ", " hoef ",
                                             " hoeft ", " geldt ",  " krijg ", " telt "};
constexpr std::string_view kSubjectsDutch[] = {"ik ",  "je ",  "we ",     "wij ", "ze ",       "zij ",  "hij ",
                                               "die ", "dat ", "da ",     "het ", "er ",       "mijn ", "ons ",
                                               "hun ", "de ",  "iemand ", "een ", "iedereen ", "ie "};
constexpr std::string_view kModalsEnglish[] = {" can ",  " could ",  " must ",  " do ",
                                               " does ", " should ", " would ", " may "};
constexpr std::string_view kSubjectsEnglish[] = {"i ",    "we ", "he ",  "she ",     "it ",      "that ",
                                                 "they ", "my ", "the ", "someone ", "somebody "};
constexpr std::string_view kRulesDutch[] = {
    " pas ",      " eerst ",     " altijd ",    " nooit ",       " alleen ",      " enkel ",       " moet ",
    " moeten ",   " mag ",       " mogen ",     " hoort ",       " verplicht ",   " regel ",       " regels ",
    " maximaal ", " maximum ",   " minimaal ",  " uiterlijk ",   " vooraf ",      " voorwaarden ", " zonder ",
    " kan niet ", " gaat niet ", " niet meer ", " valt niet ",   " nodig ",       " geldt ",       " bepaald ",
    " vast ",     " vereist ",   " volgens ",   " automatisch ", " op voorhand ", " verder gaat ", " iedereen ",
    " gevraagd ", " standaard "};
constexpr std::string_view kRulesEnglish[] = {
    " only ",     " first ",         " always ",     " never ",     " must ",    " have to ", " has to ",
    " need to ",  " needs to ",      " required ",   " rule ",      " rules ",   " policy ",  " can't ",
    " cannot ",   " not allowed ",   " at least ",   " at most ",   " maximum ", " minimum ", " until ",
    " without ",  " unless ",        " in advance ", " no longer ", " terms ",   " before ",  " everyone ",
    " standard ", " automatically ", " belongs ",    " limit "};
constexpr std::string_view kReasonsDutch[] = {" omdat ",    " want ",     " zodat ",   " daarom ",
                                              " doordat ",  " waardoor ", " anders ",  " opdat ",
                                              " juist om ", " de reden ", " vandaar ", " namelijk "};
constexpr std::string_view kReasonsEnglish[] = {" because ",    " so that ",      " that's why ", " otherwise ",
                                                " the reason ", " to make sure ", " in case ",    " cause "};
constexpr std::string_view kAgentActsDutch[] = {" ik ",     " wij zijn ", " heeft u ", " heb je ",
                                                " mag ik ", " kunt u ",   " wilt u ",  " zal ",
                                                " wil je ", " kun je ",   " hebt u ",  " hebt ge "};
constexpr std::string_view kAgentActsEnglish[] = {" i'll ",     " i will ",  " i'm ",       " i've ",   " let me ",
                                                  " have you ", " can you ", " could you ", " do you ", " would you "};
constexpr std::string_view kPointersDutch[] = {" dan ", " dat ", " da ", " die ", " en "};
constexpr std::string_view kPointersEnglish[] = {" then ", " that ", " and ", " what about "};
constexpr std::string_view kBareDutch[] = {" waarom ",      " hoezo ",    " hoe dat ",
                                           " hoe komt da ", " waarvoor ", " vanwaar "};
constexpr std::string_view kBareEnglish[] = {" why ", " how come ", " what for "};

bool is_english(std::string_view language) { return language.substr(0, 2) == "en"; }

std::string spaced(std::string_view text) { return std::string(" ").append(text).append(" "); }

bool has_any(std::string_view text, Words phrases) {
  return std::any_of(phrases.begin(), phrases.end(),
                     [&](std::string_view phrase) { return text.find(phrase) != std::string_view::npos; });
}

bool has_inversion(std::string_view text, Words modals, Words subjects) {
  for (const std::string_view modal : modals) {
    for (std::size_t at = text.find(modal); at != std::string_view::npos; at = text.find(modal, at + 1)) {
      const std::string_view rest = text.substr(at + modal.size());
      if (std::any_of(subjects.begin(), subjects.end(),
                      [&](std::string_view word) { return rest.starts_with(word); })) {
        return true;
      }
    }
  }
  return false;
}

long words_in(std::string_view text) { return 1 + std::count(text.begin(), text.end(), ' '); }

}  // namespace

bool only_asks_why(std::string_view text, std::string_view language) {
  if (words_in(text) > kFewWords) return false;
  const bool english = is_english(language);
  return has_any(spaced(text), english ? Words(kBareEnglish) : Words(kBareDutch));
}

bool objects(std::string_view text, std::string_view language) {
  const std::string line = spaced(text);
  if (is_english(language)) {
    return has_any(line, kObjectionsEnglish) || has_inversion(line, kModalsEnglish, kSubjectsEnglish);
  }
  return has_any(line, kObjectionsDutch) || has_inversion(line, kModalsDutch, kSubjectsDutch);
}

bool is_elliptic(std::string_view text, std::string_view language) {
  if (words_in(text) > kShortLine) return false;
  return has_any(spaced(text), is_english(language) ? Words(kPointersEnglish) : Words(kPointersDutch));
}

bool states_rule(std::string_view text, std::string_view language) {
  const std::string line = spaced(text);
  const bool english = is_english(language);
  const bool asks = english ? has_inversion(line, kModalsEnglish, kSubjectsEnglish)
                            : has_inversion(line, kModalsDutch, kSubjectsDutch);
  return !asks && has_any(line, english ? Words(kRulesEnglish) : Words(kRulesDutch)) &&
         !has_any(line, english ? Words(kAgentActsEnglish) : Words(kAgentActsDutch)) && !gives_reason(text, language);
}

bool gives_reason(std::string_view text, std::string_view language) {
  return has_any(spaced(text), is_english(language) ? Words(kReasonsEnglish) : Words(kReasonsDutch));
}

}  // namespace aandacht::domain
