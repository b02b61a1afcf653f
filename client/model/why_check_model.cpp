#include "client/model/why_check_model.h"

#include "absl/strings/ascii.h"
#include "client/model/bilingual.h"

namespace aandacht::model {
namespace {

constexpr Bilingual kCaption{"Tien seconden: ken je dit waarom?", "Ten seconds: do you know this why?"};
constexpr Bilingual kNone{"Nog niet", "Not yet"};
constexpr Bilingual kKnow{"Weet ik", "Know it"};
constexpr Bilingual kFeel{"Voel ik", "Feel it"};
constexpr Bilingual kTell{"Vertel ik", "Can tell it"};
constexpr Bilingual kNotToday{"Vandaag niet", "Not today"};
constexpr Bilingual kNever{"Nooit meer", "Never again"};
constexpr Bilingual kNote{"Telt pas mee samen met vier collega's.", "Counts only together with four colleagues."};

std::string capital(std::string text) {
  if (!text.empty()) text[0] = absl::ascii_toupper(static_cast<unsigned char>(text[0]));
  return text;
}

}  // namespace

WhyCheckModel make_why_check(const domain::WhyCheck& check, Language language) {
  return {check.why_id,
          kCaption.in(language),
          capital(check.topic),
          check.rule,
          {kNone.in(language), kKnow.in(language), kFeel.in(language), kTell.in(language)},
          kNotToday.in(language),
          kNever.in(language),
          kNote.in(language)};
}

}  // namespace aandacht::model
