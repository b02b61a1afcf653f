#include "shared/domain/redaction_conversation.h"

#include <atomic>
#include <string>
#include <thread>
#include <vector>

#include "absl/strings/str_cat.h"
#include "shared/domain/redaction_calls.h"
#include "shared/domain/redaction_forget.h"
#include "tests/support/catch.h"

namespace aandacht::domain {
namespace {

/// "A " or "C " before what was said; what must be kept in the end, late redactions included.
struct Line {
  std::string said;
  std::string kept;
};

std::vector<std::string> kept_of(const std::vector<Line>& lines) {
  ConversationRedactor redactor;
  std::vector<std::string> kept;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Speaker speaker = lines[i].said[0] == 'A' ? Speaker::kAgent : Speaker::kCustomer;
    const auto result = redactor.hear(speaker, absl::StrCat(i), lines[i].said.substr(2));
    redactor.confirm(result.earlier);
    kept.push_back(lines[i].said.substr(0, 2) + result.redacted.text);
    for (const LateRedaction& late : result.earlier) {
      std::string& before = kept[std::stoul(late.utterance_id)];
      CHECK(before.substr(2) == late.before);
      before = before.substr(0, 2) + late.redacted.text;
    }
  }
  return kept;
}

void check(const std::vector<Line>& lines) {
  const std::vector<std::string> kept = kept_of(lines);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    INFO(lines[i].said);
    CHECK(kept[i] == (lines[i].kept.empty() ? lines[i].said : lines[i].kept));
  }
}

TEST_CASE("an answer is known by its question", "[redaction]") {
  check({{"A mag ik uw geboortedatum", ""},
         {"C ja hoor drie mei zevenenzestig", "C ja hoor [birth date]"},
         {"A dank u en de postcode", ""},
         {"C twaalf vierendertig a b", "C [postcode]"},
         {"A en het huisnummer", ""},
         {"C zes", "C [postcode]"}});
  check({{"A what's your date of birth", ""}, {"C the third of may", "C [birth date]"}});
  check({{"A can I have the three digits on the back", ""},
         {"C seven", "C [card code]"},
         {"A yes", ""},
         {"C three four", "C [card code]"}});
  check({{"A wat is uw wachtwoord", ""}, {"C Fluffy negenennegentig", "C [secret]"}});
  check({{"A and the PIN please", ""}, {"C it was either 0314 or 7402", "C it was either [secret] or [secret]"}});
  check({{"A your national insurance number please", ""}, {"C Q Q one two three four five six C", "C [bsn]"}});
}

TEST_CASE("what else is asked for stays", "[redaction]") {
  check({{"A wat is uw ordernummer", ""}, {"C een twee drie vier vijf zes zeven acht twee", ""}});
  check({{"A en uw klantnummer?", ""}, {"C nul zes een twee drie vier vijf zes zeven acht", ""}});
  check({{"A wanneer kunnen we leveren", ""}, {"C drie mei graag", ""}});
  check({{"A mag ik uw telefoonnummer", ""},
         {"C nul zes twaalf vierendertig zesenvijftig achtenzeventig", "C [phone]"},
         {"A en hoeveel dozen wilt u", ""},
         {"C dertig", ""}});
  check({{"A geef nooit uw pincode aan iemand", ""}, {"C nee prima ik heb er 12", ""}});
  check({{"A mag ik uw wachtwoord", ""}, {"C dat ben ik vergeten", ""}, {"A geen probleem", ""}, {"C bedankt", ""}});
  check({{"A what is your PIN", ""}, {"C I cannot remember it for the life of me!", ""}, {"A thank you", ""}});
  check({{"A just the last two digits please", ""}, {"C uh eight one", ""}});
}

TEST_CASE("a number that goes on in the next turn is hidden in both", "[redaction]") {
  check({{"C nul zes twaalf", "C [phone]"},
         {"A ja", ""},
         {"C vierendertig zesenvijftig", "C [phone]"},
         {"A ja", ""},
         {"C achtenzeventig", "C [phone]"}});
  check({{"C my card number is four one one one one one one one", "C my card number is [card number]"},
         {"A go on", ""},
         {"C one one one one one one one one", "C [card number]"}});
  check({{"C mijn mail is jan punt de vries", "C mijn mail is [email]"},
         {"A ja", ""},
         {"C apenstaartje gmail punt com", "C [email]"}});
  check({{"C n l twintig i n g b", "C [iban]"},
         {"A ja", ""},
         {"C nul nul nul een twee drie vier vijf zes zeven", "C [iban]"}});
  check({{"C het gaat om twaalf vierendertig", "C het gaat om [postcode]"},
         {"A ja", ""},
         {"C a b nummer zes", "C [postcode]"}});
}

TEST_CASE("a cued number is hidden as soon as it begins", "[redaction]") {
  check({{"A can I take the long number on the front", ""},
         {"C sure four seven one six", "C sure [card number]"},
         {"A yep", ""},
         {"C nine double oh one", "C [card number]"},
         {"A so that's nine double oh one", "A so that's [card number]"}});
}

TEST_CASE("what is read back by the other is hidden, its last digits said as such are not", "[redaction]") {
  check({{"C 06 12345678", "C [phone]"}, {"A dus dat eindigt op 678", ""}});
  check({{"C 06 12345678", "C [phone]"}, {"A 0612 345 en dan 678 klopt dat", "A [phone] klopt dat"}});
  check({{"C the cvc is 734", "C the cvc is [card code]"}, {"A seven three four correct", "A [card code] correct"}});
}

TEST_CASE("turns of two numbers and of amounts are not joined", "[redaction]") {
  check({{"C het gaat om vier acht nul nul", ""}, {"A ja", ""}, {"C vijf vijf een twee", ""}});
  check({{"C ik heb er 4", ""}, {"A oke", ""}, {"C 1500 euro in totaal", ""}});
  check({{"C mijn order is 12 34 56", ""}, {"A ja", ""}, {"C 78 90 12 en 3", ""}});
}

TEST_CASE("a sender that redacted the second part shows where the first was", "[redaction]") {
  check({{"C nul zes twaalf", "C [phone]"}, {"A ja", ""}, {"C [phone]", ""}});
  check({{"C nul zes twaalf", ""}, {"A en uw telefoonnummer", ""}, {"C [phone]", ""}});
}

TEST_CASE("a turn that is heard again gives the same, late redactions too, and is not joined with itself",
          "[redaction]") {
  ConversationRedactor redactor;
  (void)redactor.hear(Speaker::kCustomer, "1", "nul zes twaalf");
  const auto first = redactor.hear(Speaker::kCustomer, "2", "vierendertig zesenvijftig achtenzeventig");
  const auto again = redactor.hear(Speaker::kCustomer, "2", "vierendertig zesenvijftig achtenzeventig");
  CHECK(again.redacted.text == first.redacted.text);
  REQUIRE(first.earlier.size() == 1);
  CHECK(again.earlier == first.earlier);
}

TEST_CASE("a late redaction is told with every turn until it was confirmed", "[redaction]") {
  ConversationRedactor redactor;
  (void)redactor.hear(Speaker::kCustomer, "1", "nul zes twaalf");
  const auto lost = redactor.hear(Speaker::kCustomer, "2", "vierendertig zesenvijftig achtenzeventig");
  const auto next = redactor.hear(Speaker::kAgent, "3", "dank u wel");
  REQUIRE(next.earlier.size() == 1);
  CHECK(next.earlier == lost.earlier);
  CHECK(next.earlier[0].before == "nul zes twaalf");
  redactor.confirm(next.earlier);
  CHECK(redactor.hear(Speaker::kCustomer, "4", "graag gedaan").earlier.empty());
}

TEST_CASE("a turn that is sent again never tells less than is hidden by now", "[redaction]") {
  const std::string rest = "vierendertig zesenvijftig achtenzeventig";
  ConversationRedactor redactor;
  CHECK(redactor.hear(Speaker::kCustomer, "1", "nul zes twaalf").redacted.text == "nul zes twaalf");
  (void)redactor.hear(Speaker::kCustomer, "2", rest);
  CHECK(redactor.hear(Speaker::kCustomer, "1", "nul zes twaalf").redacted.text == "[phone]");
  const auto again = redactor.hear(Speaker::kCustomer, "2", rest);
  CHECK(again.redacted.text == "[phone]");
  REQUIRE(again.earlier.size() == 1);
  CHECK(again.earlier[0].redacted.text == "[phone]");
}

TEST_CASE("a text made to be redacted in endless rounds loses its tail, and nothing of it is left", "[redaction]") {
  std::string text;
  while (text.size() < 16380) text += "nul ";
  const Redacted once = redact(text);
  CHECK_THAT(once.text, !Catch::Contains("nul"));
  CHECK(once.spans.size() < 40);  // Each round takes a few: 256 rounds would make hundreds.
  CHECK(redact(once.text).text == once.text);
}

TEST_CASE("a call that ended is forgotten when its time has come, others are not", "[redaction]") {
  ConversationRedactors redactors;
  const absl::Time ended = absl::FromUnixSeconds(1000);
  (void)redactors.hear("a", Speaker::kCustomer, "1", "nul zes twaalf");
  (void)redactors.hear("b", Speaker::kCustomer, "1", "nul zes twaalf");
  redactors.end("a", ended + absl::Seconds(10));
  redactors.end("unknown", ended);
  redactors.forget_ended(ended + absl::Seconds(9));
  CHECK(redactors.count() == 2);
  redactors.forget_ended(ended + absl::Seconds(10));
  CHECK(redactors.count() == 1);
  const std::string_view rest = "vierendertig zesenvijftig achtenzeventig";
  CHECK(redactors.hear_if_known("a", Speaker::kCustomer, "2", rest).earlier.empty());
  CHECK(redactors.hear_if_known("b", Speaker::kCustomer, "2", rest).earlier.size() == 1);
  CHECK(redactors.count() == 1);
}

TEST_CASE("calls that are heard, ended and forgotten by several threads at once keep their own numbers",
          "[redaction]") {
  ConversationRedactors redactors;
  std::atomic<int> hidden = 0;
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 4; ++thread) {
    threads.emplace_back([&redactors, &hidden, thread] {
      for (int round = 0; round < 100; ++round) {
        const std::string call = absl::StrCat(thread, "-", round);
        (void)redactors.hear(call, Speaker::kCustomer, "1", "nul zes twaalf");
        const auto rest = redactors.hear(call, Speaker::kCustomer, "2", "vierendertig zesenvijftig achtenzeventig");
        if (rest.earlier.size() == 1) ++hidden;
        redactors.confirm(call, rest.earlier);
        redactors.end(call, absl::UnixEpoch());
        redactors.forget_ended(absl::UnixEpoch());
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(hidden == 400);
  CHECK(redactors.count() == 0);
}

TEST_CASE("calls that hold more bytes than are allowed make room, the one heard last stays", "[redaction]") {
  ConversationRedactors redactors(1024, 8000);
  const std::string text(1000, 'x');
  for (int call = 0; call < 20; ++call) {
    for (int turn = 0; turn < 3; ++turn) {
      (void)redactors.hear(absl::StrCat(call), Speaker::kCustomer, absl::StrCat(turn), text);
    }
    CHECK(redactors.count() <= 2);
    CHECK(redactors.count() >= 1);
  }
}

TEST_CASE("calls do not know of one another, and the one that was silent longest is forgotten", "[redaction]") {
  ConversationRedactors redactors(2);
  const auto hear = [&](const std::string& call, std::string_view text) {
    static int turn = 0;
    return redactors.hear(call, Speaker::kAgent, absl::StrCat(++turn), text).redacted.text;
  };
  CHECK(hear("a", "wat is uw geboortedatum?") == "wat is uw geboortedatum?");
  CHECK(hear("b", "drie mei") == "drie mei");
  CHECK(hear("a", "drie mei") == "[birth date]");
  (void)hear("c", "hallo");  // Makes room: b goes.
  (void)hear("b", "wat is uw geboortedatum?");
  (void)hear("c", "hallo");
  (void)hear("d", "hallo");
  CHECK(hear("b", "drie mei") == "drie mei");
}

TEST_CASE("what a late redaction hides goes from the reading and the call", "[redaction]") {
  const LateRedaction late{"u1", "ja nul zes twaalf morgen", {"ja [phone] morgen", {}}};
  UtteranceSaid said;
  said.text = late.before;
  said.reading.heard = {{.words = "zes twaalf morgen"}, {.words = "morgen"}};
  said.reading.whys = {{.why_id = "w", .score = 1, .evidence = "nul zes"}};
  Call call;
  call.heard = {{.words = "nul zes"}, {.words = "iets van eerder"}};
  forget(said, late);
  forget(call, late);
  CHECK(said.text == "ja [phone] morgen");
  REQUIRE(said.reading.heard.size() == 1);
  CHECK(said.reading.heard[0].words == "morgen");
  CHECK(said.reading.whys[0].evidence.empty());
  REQUIRE(call.heard.size() == 1);
  CHECK(call.heard[0].words == "iets van eerder");
}

}  // namespace
}  // namespace aandacht::domain
