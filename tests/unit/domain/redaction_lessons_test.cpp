// Labelled turns as the tagger of the redaction learns from them.
#include "shared/domain/redaction_lessons.h"

#include <string>
#include <utility>

#include "shared/domain/redaction_tagger.h"
#include "tests/support/catch.h"

namespace aandacht::domain::redaction {
namespace {

using Features = std::vector<std::vector<std::uint32_t>>;

constexpr int kPhone = 1 + static_cast<int>(SpanKind::kPhone);
constexpr int kCode = 1 + static_cast<int>(SpanKind::kCardCode);
constexpr int kSecret = 1 + static_cast<int>(SpanKind::kSecret);

/// The span of `part` in `text`.
RedactedSpan span(const std::string& text, const std::string& part, SpanKind kind) {
  const std::size_t begin = text.find(part);
  REQUIRE(begin != std::string::npos);
  return {begin, begin + part.size(), kind};
}

Features features_of(const Lesson& lesson) {
  Features features;
  for (std::size_t token = 0; token < lesson.features.size(); ++token) {
    const auto hashes = lesson.features.of(token);
    features.emplace_back(hashes.begin(), hashes.end());
  }
  return features;
}

std::vector<Features> taught_by(const std::string& text) {
  Lessons lessons;
  std::vector<Features> all;
  for (const Lesson& lesson : lessons.hear(Speaker::kCustomer, text, {})) all.push_back(features_of(lesson));
  return all;
}

TEST_CASE("the labels are those of the tagger that is shipped", "[redaction]") {
  REQUIRE(shipped_tagger() != nullptr);
  CHECK(tagger_labels() == shipped_tagger()->parts().labels);
  CHECK(tagger_labels().front() == "stays");
  CHECK(tagger_labels()[kPhone] == "phone");
  CHECK(tagger_labels().back() == "postcode");
}

TEST_CASE("a turn's labels stand at the tokens of its spans", "[redaction]") {
  Lessons lessons;
  const std::string text = "één nummer: 06 12345678, cvc 123 ja";
  const auto taught =
      lessons.hear(Speaker::kCustomer, text,
                   {span(text, "06 12345678", SpanKind::kPhone), span(text, "123 ja", SpanKind::kCardCode)});
  REQUIRE(taught.size() == 1);
  // één, nummer, ":", 06, 12345678, ",", cvc, 123, ja
  CHECK(taught[0].labels == std::vector<int>{0, 0, 0, kPhone, kPhone, 0, 0, kCode, kCode});
  CHECK(taught[0].features.size() == 9);
}

TEST_CASE("a token that a span covers in part is labelled, one that it only touches is not", "[redaction]") {
  Lessons lessons;
  const std::string text = "pin=12345 ok";
  const auto taught = lessons.hear(Speaker::kCustomer, text, {{5, 9, SpanKind::kSecret}});
  REQUIRE(taught.size() == 1);
  CHECK(taught[0].labels == std::vector<int>{0, 0, kSecret, 0});
}

TEST_CASE("a turn that goes on teaches twice: by itself, and behind the turns before it", "[redaction]") {
  Lessons lessons;
  const std::string first = "het is nul zes twaalf";
  const std::string second = "vierendertig zesenvijftig, achtenzeventig graag";
  const auto begun = lessons.hear(Speaker::kCustomer, first, {span(first, "nul zes twaalf", SpanKind::kPhone)});
  REQUIRE(begun.size() == 1);
  CHECK(begun[0].labels == std::vector<int>{0, 0, kPhone, kPhone, kPhone});
  (void)lessons.hear(Speaker::kAgent, "ja", {});
  const auto went_on = lessons.hear(Speaker::kCustomer, second,
                                    {span(second, "vierendertig zesenvijftig, achtenzeventig", SpanKind::kPhone)});
  REQUIRE(went_on.size() == 2);
  CHECK(went_on[0].labels == std::vector<int>{kPhone, kPhone, kPhone, kPhone, 0});
  CHECK(went_on[1].labels == std::vector<int>{0, 0, kPhone, kPhone, kPhone, kPhone, kPhone, kPhone, kPhone, 0});
  for (const Lesson& lesson : went_on) CHECK(lesson.features.size() == lesson.labels.size());
}

TEST_CASE("the labels of joined turns are right behind letters of more than one byte", "[redaction]") {
  Lessons lessons;
  const std::string first = "oké één nul zes twaalf";
  (void)lessons.hear(Speaker::kCustomer, first, {span(first, "nul zes twaalf", SpanKind::kPhone)});
  const std::string second = "drieëndertig zesenvijftig";
  const auto went_on = lessons.hear(Speaker::kCustomer, second, {span(second, "zesenvijftig", SpanKind::kPhone)});
  REQUIRE(went_on.size() == 2);
  CHECK(went_on[0].labels == std::vector<int>{0, kPhone});
  CHECK(went_on[1].labels == std::vector<int>{0, 0, kPhone, kPhone, kPhone, 0, kPhone});
}

TEST_CASE("turns that are not one number, and turns of two calls, are not joined", "[redaction]") {
  Lessons lessons;
  (void)lessons.hear(Speaker::kCustomer, "ik heb er vier besteld", {});
  CHECK(lessons.hear(Speaker::kCustomer, "op nummer 12 staat niets", {}).size() == 1);
  Lessons one;
  Lessons other;
  (void)one.hear(Speaker::kCustomer, "nul zes twaalf", {});
  CHECK(other.hear(Speaker::kCustomer, "vierendertig zesenvijftig", {}).size() == 1);
  CHECK(one.hear(Speaker::kCustomer, "vierendertig zesenvijftig", {}).size() == 2);
}

TEST_CASE("a turn longer than is joined teaches by itself alone", "[redaction]") {
  Lessons lessons;
  (void)lessons.hear(Speaker::kCustomer, "nul zes twaalf", {});
  std::string text = "vierendertig zesenvijftig";
  while (text.size() <= ConversationRedactor::kLongestTurn) text += " zesenvijftig";
  CHECK(lessons.hear(Speaker::kCustomer, text, {}).size() == 1);
}

TEST_CASE("a turn that may hide nothing teaches nothing, unless it may answer a question", "[redaction]") {
  for (const std::string text : {"", "   ", "dank u wel hoor", "ik wil graag een monteur", "the boiler is cold"}) {
    INFO(text);
    Lessons lessons;
    CHECK(lessons.hear(Speaker::kCustomer, text, {}).empty());
  }
  Lessons asked;
  (void)asked.hear(Speaker::kAgent, "wat is uw wachtwoord?", {});
  CHECK(asked.hear(Speaker::kCustomer, "ik wil graag een monteur", {}).size() == 1);
}

TEST_CASE("two numbers of the same lengths and checks teach the same: no digit is learned", "[redaction]") {
  for (const auto& [said, otherwise] : std::vector<std::pair<std::string, std::string>>{
           {"mijn klantnummer is 58213", "mijn klantnummer is 73964"},
           {"order 5821 9043 graag", "order 7396 8527 graag"},
           {"de pincode is 5821 ja", "de pincode is 7396 ja"},
           {"de cvc is 582", "de cvc is 739"},
           {"bel 06 12345679 maar", "bel 06 98765431 maar"},
           {"kaart 4111 1111 1111 1111", "kaart 5500 0000 0000 0004"},
           {"mijn bsn is 111222333", "mijn bsn is 123456782"},
           {"postcode 5821 ab nummer 64", "postcode 7396 ab nummer 83"},
           {"wachtwoord kx58-y", "wachtwoord kx73-y"},
           {"het bedrag is 582,64 euro", "het bedrag is 739,85 euro"},
           // Of a word its last letters are known: these have the same.
           {"code zevenendertig negenenvijftig", "code achtenveertig zevenentachtig"},
       }) {
    INFO(said << "\n" << otherwise);
    const auto taught = taught_by(said);
    REQUIRE(taught.size() == 1);
    CHECK(taught == taught_by(otherwise));
  }
}

TEST_CASE("numbers of other lengths, or that pass a check, teach something else", "[redaction]") {
  for (const auto& [said, otherwise] : std::vector<std::pair<std::string, std::string>>{
           {"mijn klantnummer is 58213", "mijn klantnummer is 582134"},
           {"nummer 4111 1111 1111 1111 graag", "nummer 4111 1111 1111 1112 graag"},
           {"nummer 111222333 graag", "nummer 511222334 graag"},
           {"nummer 0612345678 graag", "nummer 5612345678 graag"},
       }) {
    INFO(said << "\n" << otherwise);
    CHECK(taught_by(said) != taught_by(otherwise));
  }
}

}  // namespace
}  // namespace aandacht::domain::redaction
