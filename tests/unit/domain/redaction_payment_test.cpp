// Card codes of which only the conversation says what they are, and digits that are none beside them.
#include <fstream>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "nlohmann/json.hpp"
#include "shared/domain/redaction_conversation.h"
#include "tests/support/catch.h"

namespace aandacht::domain {
namespace {

using Said = std::pair<Speaker, const char*>;
constexpr Speaker kAgent = Speaker::kAgent;
constexpr Speaker kCustomer = Speaker::kCustomer;

// Each turn as it is kept in the end.
std::vector<std::string> kept(const std::vector<Said>& call) {
  ConversationRedactor redactor;
  std::vector<std::string> turns;
  for (const auto& [speaker, text] : call) {
    const auto result = redactor.hear(speaker, std::to_string(turns.size()), text);
    for (const LateRedaction& late : result.earlier) turns[std::stoul(late.utterance_id)] = late.redacted.text;
    turns.push_back(result.redacted.text);
  }
  return turns;
}

std::string last_kept(const std::vector<Said>& call) { return kept(call).back(); }

std::size_t times_in(const std::string& text, const std::string& part) {
  std::size_t times = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++times;
  return times;
}

TEST_CASE("three digits after a card number and its date are its code, whoever says them", "[redaction]") {
  const auto turns = kept({{kAgent, "welke kaart gebruikt u"},
                           {kCustomer, "mastercard, 5401 8832 1076 4490"},
                           {kAgent, "dank u en tot wanneer is hij geldig"},
                           {kCustomer, "nul negen achtentwintig"},
                           {kAgent, "en dan nog"},
                           {kCustomer, "zeven nul drie"},
                           {kAgent, "zeven nul drie"},
                           {kCustomer, "nee zeven nul acht"}});
  CHECK(turns[3] == "nul negen achtentwintig");
  CHECK(turns[5] == "[card code]");
  CHECK(turns[6] == "[card code]");
  CHECK(turns[7].find("acht") == std::string::npos);
}

TEST_CASE("the date beside a card's code may be known, in whatever order they are said", "[redaction]") {
  const auto answered = [](const char* question, const char* answer) {
    return last_kept({{kCustomer, "visa 5521 5843 1499 3520"}, {kAgent, question}, {kCustomer, answer}});
  };
  CHECK(answered("vervaldatum en cvc", "nul acht zevenentwintig en dan drie drie nul") ==
        "nul acht zevenentwintig en dan [card code]");
  CHECK(answered("cvc and expiry please", "two twenty eight and six seven nine") == "two twenty eight and [card code]");
  CHECK(answered("en de cvc", "nul negen zes en de datum is nul zeven dertig") ==
        "[card code] en de datum is nul zeven dertig");
  CHECK(answered("en de cvc", "nul acht zevenentwintig").find("acht") != std::string::npos);
}

TEST_CASE("four digits that were asked for are the code, not a month, whatever number stands beside", "[redaction]") {
  for (const char* answer : {"1228, en toestel 150", "1248, en toestel 150", "1228 and I bought 150 of them"}) {
    CHECK(last_kept({{kCustomer, "Amex, 3714 496353 98431"},
                     {kAgent, "En de beveiligingscode, de vier cijfers voorop?"},
                     {kCustomer, answer}})
              .find("12") == std::string::npos);
  }
}

TEST_CASE("an article behind a code that is whole stays", "[redaction]") {
  const auto answered = [](const char* answer) {
    return last_kept({{kCustomer, "visa 5521 5843 1499 3520"}, {kAgent, "en de cvc"}, {kCustomer, answer}});
  };
  CHECK(answered("Eh, 7 0 2. Krijg ik nu een nieuwe factuur?") == "Eh, [card code]. Krijg ik nu een nieuwe factuur?");
  CHECK(answered("zeven en dan nog een twee").find("zeven") == std::string::npos);
}

TEST_CASE("a code that mends the one before goes, whatever is said around it", "[redaction]") {
  CHECK(last_kept({{kCustomer, "Ik heb mijn pas hier: 5414 0152 0774 0108, 06/28, cvc 933."},
                   {kAgent, "Hij zegt ongeldige code. 933, zei u?"},
                   {kCustomer, "O nee, ik las hem van de verkeerde kaart. 339."}})
            .find("339") == std::string::npos);
}

TEST_CASE("a code that a customer offers unasked goes where a card is talked of", "[redaction]") {
  CHECK(last_kept({{kAgent, "Kunt u bevestigen dat de pas eindigt op 7705 en dat u hem bij u heeft?"},
                   {kCustomer, "Ja en ja. Moet u de code hebben? Die is 534."}})
            .find("534") == std::string::npos);
}

TEST_CASE("a code that was asked for goes turns later, and digit by digit", "[redaction]") {
  CHECK(last_kept({{kAgent, "wat staat er op de achterkant van de kaart"},
                   {kCustomer, "eh even omdraaien hoor"},
                   {kAgent, "rustig aan"},
                   {kCustomer, "acht acht een"}}) == "[card code]");
  const auto turns = kept({{kAgent, "and the security code please"},
                           {kCustomer, "eight"},
                           {kAgent, "yep"},
                           {kCustomer, "oh"},
                           {kAgent, "yep"},
                           {kCustomer, "four"}});
  CHECK(turns[1] == "[card code]");
  CHECK(turns[5] == "[card code]");
}

TEST_CASE("what is asked for beside paying stays", "[redaction]") {
  const std::vector<Said> paid = {{kAgent, "mag ik het kaartnummer"},
                                  {kCustomer, "5401 8832 1076 4490"},
                                  {kAgent, "en de cvc"},
                                  {kCustomer, "703"}};
  for (const auto& [question, answer] :
       std::vector<std::pair<const char*, const char*>>{{"en wat is de meterstand", "vier drie een"},
                                                        {"hoeveel kilometer heeft u gereden", "driehonderdtwaalf"},
                                                        {"welke kamer heeft u", "kamer 416"}}) {
    std::vector<Said> call = paid;
    call.insert(call.end(), {{kAgent, question}, {kCustomer, answer}});
    CHECK(last_kept(call) == answer);
  }
}

TEST_CASE("three digits in a call about a meter are its reading", "[redaction]") {
  const auto turns = kept({{kAgent, "u belt over de meterstanden"},
                           {kCustomer, "ja ik heb ze hier"},
                           {kAgent, "zegt u maar"},
                           {kCustomer, "vier drie een"},
                           {kAgent, "en de andere"},
                           {kCustomer, "zeven twee nul"}});
  CHECK(turns[3] == "vier drie een");
  CHECK(turns[5] == "zeven twee nul");
}

TEST_CASE("a code in pieces goes whole", "[redaction]") {
  CHECK(redact("de cvc is drie en dan een negen en een vier").text == "de cvc is [card code]");
}

TEST_CASE("the digit that a code still lacks goes a turn later, and the whole code when it is read back",
          "[redaction]") {
  const auto turns = kept({{kAgent, "what's the security code on the card"},
                           {kCustomer, "is that the three on the back, eight eight"},
                           {kAgent, "and one more digit"},
                           {kCustomer, "oh it's five, there was a sticker on it"},
                           {kAgent, "eight eight five, thank you"}});
  CHECK(turns[1].find("eight") == std::string::npos);
  CHECK(turns[3] == "oh it's [card code], there was a sticker on it");
  CHECK(turns[4] == "[card code], thank you");
  CHECK(
      last_kept({{kAgent, "mag ik de cvc"}, {kCustomer, "vier nul zes"}, {kCustomer, "ik heb er twee kaarten bij"}}) ==
      "ik heb er twee kaarten bij");
}

TEST_CASE("after a date alone, where a card was talked of, three digits are its code", "[redaction]") {
  const auto turns = kept({{kCustomer, "de app zegt dat mijn kaart verlopen is en dat klopt niet"},
                           {kAgent, "wat staat er dan op"},
                           {kCustomer, "nul vier tweeëndertig"},
                           {kAgent, "en de rest"},
                           {kCustomer, "acht een zes"}});
  CHECK(turns[2] == "nul vier tweeëndertig");
  CHECK(turns[4] == "[card code]");
}

TEST_CASE("a card's number with a digit misheard goes also where something else was asked before", "[redaction]") {
  CHECK(last_kept({{kCustomer, "I'd like to buy the annual ticket"},
                   {kAgent, "that's one hundred and sixty five pounds, what card"},
                   {kCustomer, "debit"},
                   {kAgent, "number please"},
                   {kCustomer, "4658 3329 0074 1187"}}) == "[card number]");
}

TEST_CASE("when the date is asked in the breath that reads the code back, the date stays", "[redaction]") {
  CHECK(last_kept(
            {{kCustomer, "creditcard vier drie negen zes twee negen acht twee vijf vier twee zes nul negen zes vijf"},
             {kAgent, "en achterop staan drie cijfers die heb ik ook nodig"},
             {kCustomer, "acht nul twee"},
             {kAgent, "acht nul twee dank u en tot wanneer is hij geldig"},
             {kCustomer, "negen achtentwintig staat er"}}) == "negen achtentwintig staat er");
}

TEST_CASE("what was not understood goes when it is said again, by whoever", "[redaction]") {
  const auto turns = kept({{kAgent, "mag ik uw burgerservicenummer"},
                           {kCustomer, "een een een twee twee twee drie drie drie"},
                           {kAgent, "sorry de lijn kraakte een een een twee twee twee en toen"},
                           {kCustomer, "drie drie drie"}});
  CHECK(turns[2] == "sorry de lijn kraakte [bsn] en toen");
  CHECK(turns[3] == "[bsn]");
}

TEST_CASE("words of a secret and of an address that the other repeats go", "[redaction]") {
  CHECK(last_kept({{kAgent, "what is the memorable word on the account"},
                   {kCustomer, "it's hargreaves"},
                   {kAgent, "so hargreaves is the answer we hold"}}) == "so [secret] is the answer we hold");
  CHECK(last_kept({{kAgent, "En het nieuwe adres?"},
                   {kCustomer, "Rietgors 31, 5658 AT"},
                   {kAgent, "Rietgors 31 staat erin, de levering is 21 oktober."}}) ==
        "[postcode] staat erin, de levering is 21 oktober.");
}

TEST_CASE("an article behind what is said again is no digit of it", "[redaction]") {
  CHECK(last_kept({{kAgent, "Dan geef ik u een tijdelijke toegangscode: 3381. Geldig tot 23.59 uur."},
                   {kCustomer, "Dus 3381 en dan een hekje?"}}) == "Dus [secret] en dan een hekje?");
}

TEST_CASE("what follows 06 after an aside goes", "[redaction]") {
  const std::string kept_of = last_kept({{kAgent, "mag hij u terugbellen"},
                                         {kCustomer,
                                          "graag op nul zes, even hoor, het is een nieuw toestel, dertien "
                                          "achtenvijftig nul vier zevenennegentig"}});
  CHECK(kept_of.find("nul") == std::string::npos);
  CHECK(kept_of.find("achtenvijftig") == std::string::npos);
  CHECK(kept_of.find("zevenennegentig") == std::string::npos);
}

TEST_CASE("a house number that is said again after its address goes, an order's number stays", "[redaction]") {
  const std::vector<Said> sent = {{kAgent, "so it goes to 18 Tredegar Close, CF14 3PN?"}};
  const auto answered = [&](const char* answer) {
    std::vector<Said> call = sent;
    call.emplace_back(kCustomer, answer);
    return last_kept(call);
  };
  CHECK(answered("yes, number 18 still") == "yes, [postcode] still");
  CHECK(answered("yes, it's order number 18") == "yes, it's order number 18");
}

TEST_CASE("an age, a time and an amount are no card's code", "[redaction]") {
  for (const char* said : {"Ik ben 71 en mijn vrouw 68, mogen wij dan samen?",
                           "can I have it at eight oh four tomorrow", "het is kwart over drie"}) {
    CHECK(last_kept({{kCustomer, said}}) == said);
  }
}

TEST_CASE("three digits alone go when nobody knows what was asked before", "[redaction]") {
  CHECK(last_kept({{kCustomer, "yeah sure three four oh"}}) == "yeah sure [card code]");
}

// Codes and look-alikes in short calls: the first file's mistakes were read, the second's only the look-alikes'.
TEST_CASE("every code of the payment calls goes, and few other numbers", "[redaction]") {
  for (const char* author : {"85", "86"}) {
    std::ifstream file(std::string(AANDACHT_SOURCE_DIR "/tests/data/reading/held-out/redaction-author") + author +
                       ".jsonl");
    std::map<std::string, std::pair<std::vector<Said>, std::vector<std::size_t>>> calls;
    std::vector<nlohmann::json> rows;
    for (std::string line; std::getline(file, line);) rows.push_back(nlohmann::json::parse(line));
    for (std::size_t i = 0; i < rows.size(); ++i) {
      auto& [said, places] = calls[rows[i]["call"]];
      said.emplace_back(rows[i]["speaker"] == "agent" ? kAgent : kCustomer,
                        rows[i]["text"].get_ref<const std::string&>().c_str());
      places.push_back(i);
    }
    std::size_t codes = 0;
    std::size_t quiet = 0;
    std::size_t touched = 0;
    for (const auto& [id, call] : calls) {
      const std::vector<std::string> turns = kept(call.first);
      for (std::size_t i = 0; i < turns.size(); ++i) {
        const nlohmann::json& row = rows[call.second[i]];
        const std::string text = row["text"];
        if (row["spans"].empty()) {
          ++quiet;
          touched += turns[i] == text ? 0 : 1;
        }
        for (const auto& span : row["spans"]) {
          if (span["kind"] != "card_code") continue;
          ++codes;
          INFO(id << ": " << turns[i]);
          const std::string code =
              text.substr(span["start"], span["end"].get<std::size_t>() - span["start"].get<std::size_t>());
          CHECK(times_in(turns[i], code) < times_in(text, code));
        }
      }
    }
    REQUIRE(codes >= 36);
    CHECK(static_cast<double>(touched) <= 0.07 * static_cast<double>(quiet));
  }
}

}  // namespace
}  // namespace aandacht::domain
