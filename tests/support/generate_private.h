// Lines with what must not be kept, and lines that only look like it: many wordings, any seed.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"

namespace aandacht::test {

/// Same seed, same lines. Not for several threads.
class GeneratePrivate {
 public:
  struct Line {
    std::string text;
    std::string secret;  ///< The part of `text` that must go; empty: nothing may.
  };

  explicit GeneratePrivate(std::uint32_t seed) : random_(seed) {}

  Line card() {
    return said(
        {"mijn kaartnummer is ", "ja de creditcard dat is ", "het nummer op de voorkant is ", "", "ok daar komt ie "},
        {"my card number is ", "it's a visa ", "the long number is ", "", "sure that's "}, luhn(16), 4);
  }
  Line card_code() {
    return said(
        {"de cvc is ", "de beveiligingscode is ", "achterop staat ", "cvv ", "de drie cijfers achterop zijn "},
        {"the cvv is ", "security code ", "the three digits on the back are ", "cvc code is ", "it says on the back "},
        digits(3), 3);
  }
  Line citizen() {
    return said({"mijn bsn is ", "burgerservicenummer ", "bsn nummer is ", "het bsn van mijn zoon is "},
                {"my bsn is ", "the citizen number bsn is "}, digits(9), 3);
  }
  Line phone() {
    return said({"mijn nummer is ", "bel me op ", "", "u kunt me bereiken op ", "telefoonnummer "},
                {"my number is ", "call me on ", "", "reach me on ", "phone number "}, "06" + digits(8), 2);
  }
  Line pin() {
    return said({"mijn pincode is ", "de pin is ", "pin ", "toegangscode "},
                {"my pin is ", "the pin code is ", "passcode "}, digits(4), 4);
  }
  Line postcode() {
    const std::string code = absl::StrCat(1 + below(9), digits(3));
    const std::string letters = {letter(), letter()};
    const int house = 1 + below(199);
    const bool spoken = below(2) == 0;
    const std::string value = spoken ? absl::StrCat(dutch(code, 2), " ", letters.substr(0, 1), " ", letters.substr(1),
                                                    " nummer ", below(9) + 1)
                                     : absl::StrCat(code, below(2) == 0 ? " " : "", upper(letters), " ", house);
    return around(pick({"mijn postcode is ", "het is ", "", "we wonen op "}), value);
  }
  Line birth_date() {
    static const std::vector<std::string> months = {"januari",   "februari", "maart",    "april",
                                                    "mei",       "juni",     "juli",     "augustus",
                                                    "september", "oktober",  "november", "december"};
    const int day = 1 + below(28);
    const int month = below(12);
    const int year = 1930 + below(70);
    const std::string value =
        below(2) == 0 ? absl::StrCat(day, " ", months[static_cast<std::size_t>(month)], " ", year)
                      : absl::StrCat(day / 10, day % 10, "-", (month + 1) / 10, (month + 1) % 10, "-", year);
    return around(pick({"mijn geboortedatum is ", "geboren op ", "", "geboortedatum ", "date of birth "}), value);
  }
  Line email() {
    const std::string name = pick({"jan", "fatima", "sophie", "ahmed", "k", "lotte"});
    const std::string house = pick({"gmail", "ziggo", "voorbeeld", "bakkerij-zon", "outlook"});
    const std::string last = pick({"jansen", "peeters", "yilmaz", "smith"});
    switch (below(3)) {
      case 0:
        return around(pick({"mijn mail is ", "stuur maar naar ", ""}),
                      absl::StrCat(name, ".", last, "@", house, ".nl"));
      case 1:
        return around(pick({"mijn mailadres is ", ""}), absl::StrCat(name, " punt ", last, " apenstaartje ",
                                                                     pick({"gmail", "ziggo", "bakker"}), " punt nl"));
      default:
        return around(pick({"my email is ", ""}),
                      absl::StrCat(name, " dot ", last, " at ", pick({"gmail", "acme"}), " dot com"));
    }
  }

  /// A number that stays.
  Line look_alike() {
    const std::string number = digits(6 + below(4));
    const std::string cue = pick({"mijn ordernummer is ", "klantnummer ", "het zaaknummer is ", "factuurnummer ",
                                  "polisnummer ", "my order number is ", "case number ", "ticket ", "reference ",
                                  "de meterstand is ", "serienummer ", "booking ", "artikelnummer "});
    switch (below(4)) {
      case 0:
        return {absl::StrCat(cue, number), ""};
      case 1:
        return {absl::StrCat(cue, below(2) == 0 ? dutch(number, 3) : english(number, 3)), ""};
      case 2:
        return {absl::StrCat(pick({"het kost ", "I paid ", "dat is samen "}), 1 + below(4000),
                             pick({" euro", " pounds", ",95 euro"})),
                ""};
      default:
        return {absl::StrCat(pick({"bezorging op ", "de afspraak is op "}), 1 + below(28), pick({" maart", " oktober"}),
                             " om ", 8 + below(10), pick({":30", " uur"})),
                ""};
    }
  }

 private:
  int below(int end) { return static_cast<int>(random_() % static_cast<std::uint32_t>(end)); }
  std::string pick(const std::vector<std::string>& from) {
    return from[static_cast<std::size_t>(below(static_cast<int>(from.size())))];
  }
  char letter() { return "abcefghjklmnprtvwxz"[below(19)]; }
  static std::string upper(std::string text) {
    for (char& c : text) c = static_cast<char>(c - 'a' + 'A');
    return text;
  }

  std::string digits(int count) {
    std::string made;
    for (int i = 0; i < count; ++i) made += static_cast<char>('0' + below(10));
    return made;
  }

  std::string luhn(int length) {
    std::string made = absl::StrCat(4 + below(2), digits(length - 2));
    int sum = 0;
    for (std::size_t i = 0; i < made.size(); ++i) {
      const int value = (made[made.size() - 1 - i] - '0') * (i % 2 == 0 ? 2 : 1);
      sum += value > 9 ? value - 9 : value;
    }
    return made + static_cast<char>('0' + (10 - sum % 10) % 10);
  }

  Line around(const std::string& cue, const std::string& value) {
    return {absl::StrCat(cue, value, pick({"", "", " dank u", " ja", " please", "."})), value};
  }

  Line said(const std::vector<std::string>& dutch_cues, const std::vector<std::string>& english_cues,
            const std::string& number, std::size_t group) {
    const bool is_dutch = below(2) == 0;
    const std::string cue = pick(is_dutch ? dutch_cues : english_cues);
    switch (below(3)) {
      case 0:
        return around(cue, grouped(number, group));
      default:
        return around(cue, is_dutch ? dutch(number, group) : english(number, group));
    }
  }

  std::string grouped(const std::string& number, std::size_t group) {
    const std::string between = pick({" ", "", "-", "."});
    std::string made;
    for (std::size_t i = 0; i < number.size(); ++i) {
      if (i > 0 && i % group == 0) made += between;
      made += number[i];
    }
    return made;
  }

  std::string spoken(const std::string& number, std::size_t group, const std::vector<std::string>& words,
                     const char* twice, const std::vector<std::string>& fillers) {
    std::string made;
    for (std::size_t i = 0; i < number.size(); ++i) {
      if (i > 0) made += i % group == 0 && below(5) == 0 ? pick(fillers) : " ";
      const bool doubled = i + 1 < number.size() && number[i] == number[i + 1] && below(3) == 0;
      if (doubled) absl::StrAppend(&made, twice, " ");
      made += words[static_cast<std::size_t>(number[i] - '0')];
      if (doubled) ++i;
    }
    return made;
  }
  std::string dutch(const std::string& number, std::size_t group) {
    return spoken(number, group, {"nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"},
                  "dubbel", {" eh ", ", ", " ja ", " en dan "});
  }
  std::string english(const std::string& number, std::size_t group) {
    return spoken(number, group, {"oh", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"},
                  "double", {" um ", ", ", " okay ", " and then "});
  }

  std::mt19937 random_;
};

}  // namespace aandacht::test
