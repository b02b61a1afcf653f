#include "client/model/refusal_words.h"

#include "client/model/bilingual.h"

namespace aandacht::model {
namespace {

constexpr Bilingual kTokenEnded{
    "je toegangsbewijs geldt niet meer; vraag de beheerder om een nieuw, daarna gaat het vanzelf verder",
    "your access token is no longer valid; ask the administrator for a new one, then it goes on by itself"};

}  // namespace

std::string refusal_words(const absl::Status& status, Language language) {
  return absl::IsUnauthenticated(status) ? std::string(kTokenEnded.in(language)) : std::string(status.message());
}

}  // namespace aandacht::model
