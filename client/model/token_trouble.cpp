#include "client/model/token_trouble.h"

#include <algorithm>
#include <iterator>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "client/model/bilingual.h"

namespace aandacht::model {
namespace {

struct Words {
  Bilingual happened;
  Bilingual what_to_do;
};

constexpr Words kMissing{
    {"Je hebt nog geen toegangsbewijs.", "You have no access token yet."},
    {"Vraag de beheerder om een toegangsbewijs; zodra het op zijn plek staat, gaat het vanzelf verder.",
     "Ask the administrator for an access token; as soon as it is in its place, it goes on by itself."}};

constexpr Words kUnreadable{
    {"Je toegangsbewijs is niet te lezen.", "Your access token cannot be read."},
    {"Kijk of het goede bestand er helemaal staat, of vraag de beheerder om een nieuw toegangsbewijs; daarna gaat het "
     "vanzelf verder.",
     "See whether the right file is there as a whole, or ask the administrator for a new access token; then it goes on "
     "by itself."}};

constexpr Words kExpired{{"Je toegangsbewijs is verlopen.", "Your access token has expired."},
                         {"Vraag de beheerder om een nieuw toegangsbewijs; daarna gaat het vanzelf verder.",
                          "Ask the administrator for a new access token; then it goes on by itself."}};

constexpr Words kRevoked{{"Je toegangsbewijs is ingetrokken.", "Your access token was revoked."},
                         {"Vraag de beheerder waarom, en om een nieuw toegangsbewijs; daarna gaat het vanzelf verder.",
                          "Ask the administrator why, and for a new access token; then it goes on by itself."}};

constexpr Words kNotYet{
    {"Je toegangsbewijs geldt nog niet.", "Your access token does not hold yet."},
    {"Kijk of de klok van deze computer goed staat; zo ja, vraag de beheerder naar die van de dienst.",
     "See whether the clock of this computer is right; if so, ask the administrator about the service's."}};

constexpr Words kOther{
    {"De dienst neemt je toegangsbewijs niet aan.", "The service does not take your access token."},
    {"Misschien hoort het bij een andere dienst. Vraag de beheerder om een toegangsbewijs voor deze; daarna gaat het "
     "vanzelf verder.",
     "It may belong to another service. Ask the administrator for an access token for this one; then it goes on by "
     "itself."}};

struct Said {
  std::string_view begins;
  TokenTrouble trouble;
};

// As the guard of the service says it, see shared/security.
constexpr Said kSaid[] = {
    {"a token is needed", TokenTrouble::kMissing},
    {"the authorization must be", TokenTrouble::kUnreadable},
    {"this token is no JSON Web Token", TokenTrouble::kUnreadable},
    {"this token is longer than", TokenTrouble::kUnreadable},
    {"this token has expired", TokenTrouble::kExpired},
    {"this token was revoked", TokenTrouble::kRevoked},
    {"this token does not hold yet", TokenTrouble::kNotYet},
};

const Words& words_of(TokenTrouble trouble) {
  switch (trouble) {
    case TokenTrouble::kMissing:
      return kMissing;
    case TokenTrouble::kUnreadable:
      return kUnreadable;
    case TokenTrouble::kExpired:
      return kExpired;
    case TokenTrouble::kRevoked:
      return kRevoked;
    case TokenTrouble::kNotYet:
      return kNotYet;
    case TokenTrouble::kOther:
      return kOther;
  }
  return kOther;
}

/// A sentence within another.
std::string clause(std::string sentence) {
  sentence[0] = absl::ascii_tolower(static_cast<unsigned char>(sentence[0]));
  if (sentence.back() == '.') sentence.pop_back();
  return sentence;
}

}  // namespace

TokenTrouble token_trouble(const std::string& said) {
  const auto found =
      std::find_if(std::begin(kSaid), std::end(kSaid), [&](const Said& each) { return said.starts_with(each.begins); });
  return found == std::end(kSaid) ? TokenTrouble::kOther : found->trouble;
}

std::string token_happened(TokenTrouble trouble, Language language) { return words_of(trouble).happened.in(language); }

std::string token_what_to_do(TokenTrouble trouble, Language language) {
  return words_of(trouble).what_to_do.in(language);
}

std::string token_clause(TokenTrouble trouble, Language language) {
  return absl::StrCat(clause(token_happened(trouble, language)), "; ", clause(token_what_to_do(trouble, language)));
}

}  // namespace aandacht::model
