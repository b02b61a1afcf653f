// Live checks speak the window's language.
#include "client/model/library_words.h"
#include "shared/content/read_item.h"
#include "tests/support/catch.h"

namespace aandacht::test {
namespace {

using model::Language;
using namespace model::library_words;

domain::Library library() {
  domain::Library made;
  made.jargon.push_back({"nl", "debiteur", "klant", "any", {}});
  return made;
}

std::vector<domain::ItemFinding> found(const std::string& toml) {
  const auto item = content::parse_item(toml, "nl");
  INFO(toml);
  REQUIRE(item.ok());
  return content::check_item_text(*item, {}, library());
}

std::string long_text(int words) {
  std::string text;
  for (int i = 0; i < words; ++i) text += i % 8 == 7 ? "dag. " : "een ";
  return text;
}

std::string why(const std::string& customer, const std::string& more = "") {
  return "[[why]]\nid = \"a\"\ntopic = \"geld\"\nrule = \"Het duurt drie dagen.\"\ncustomer = \"" + customer +
         "\"\nemployee = \"Ik zie het.\"\norganisation = \"Wij maken minder fouten.\"\n" + more;
}

}  // namespace

TEST_CASE("what a live check finds is told in Dutch in a Dutch window, and so is what to do", "[library]") {
  const std::string rule = "[[rule]]\nid = \"a\"\nlabel = \"blame\"\n";
  const std::vector<std::string> wrong = {
      why("Onze debiteur krijgt bericht."),
      why("U moet wachten op {naam}."),
      why("Zij hebben dat niet goed gedaan."),
      why(long_text(38)),
      why(long_text(60)),
      why("Zo klopt het.", "translates = \"nl/b\"\nphrase = \"x\"\nqueues = \"x\"\n"),
      why("", "synonyms = [1]\nauthor = 3\n"),
      "[[why]]\nid = \"a\"\n",
      rule,
      rule +
          "phrases = [\"de paarse tak\", \"groen\"]\nexamples = [\"van de paarse tak\", \"van de rode tak\"]\n"
          "counter_examples = [\"zo is de paarse tak\"]\n",
      rule + "phrases = [\"x\"]\ncooldown = \"lang\"\npriority = 900\nonce_per_call = \"ja\"\nphases = [\"later\"]\n",
      "[[rule]]\nid = \"a\"\nlabel = \"schuld\"\nphrases = [\"(open\"]\n",
      "[[habit]]\nid = \"a\"\nafter = \"ik ophang\"\nwill = \"sta ik op\"\n",
      "[[prompt]]\nid = \"a\"\ntext = \"Om {tijd} is het druk.\"\nreason = \"Dan weet je het.\"\nfields = "
      "[\"plaats\"]\n",
      "[[term]]\nword = \"a\"\nplain = \"de debiteur\"\n"};
  std::set<std::string> kinds;
  for (const std::string& toml : wrong) {
    const auto findings = found(toml);
    INFO(toml);
    CHECK_FALSE(findings.empty());
    for (const domain::ItemFinding& each : findings) {
      kinds.insert(each.kind);
      const FindingWords dutch = finding_words(each.kind, each.what, each.advice, Language::kDutch);
      INFO(each.kind << ": " << each.what << " / " << each.advice);
      CHECK(dutch.what != each.what);
      CHECK((each.advice.empty() || dutch.advice != each.advice));
    }
  }
  CHECK(kinds == std::set<std::string>{"unreadable", "jargon", "breath", "emotion", "order", "they", "slot", "example",
                                       "habit", "term"});
}

TEST_CASE("what nobody wrote Dutch for is told as the service said it, and English is never changed", "[library]") {
  CHECK(sentence_words("the moon is full", Language::kDutch) == "the moon is full");
  CHECK(sentence_words("nothing fills {x} here", Language::kEnglish) == "nothing fills {x} here");
  CHECK(sentence_words("nothing fills {x} here", Language::kDutch) == "Niemand vult {x} hier in.");
  CHECK(refusal_words("the moon is full; mend it", Language::kDutch) == "the moon is full. mend it.");
  CHECK(refusal_words("why nl/a, customer: customer is empty; write what it should say", Language::kDutch) ==
        "Waarom het de klant helpt: Hier staat nog niets. Schrijf wat er moet staan.");
  CHECK(refusal_words("a why without id; give it one", Language::kEnglish) == "a why without id; give it one.");
}

TEST_CASE("a field that is missing is named as its caption names it, once", "[library]") {
  CHECK(refusal_words("why nl/parkeren, customer: a why needs customer; add customer = \"…\"", Language::kDutch) ==
        "Dit veld mist nog: “Waarom het de klant helpt”. Vul het in.");
  CHECK(sentence_words("a rule needs examples", Language::kDutch) ==
        "Dit veld mist nog: “Hier hoort de regel te spreken”.");
  CHECK(refusal_words("a why without id; give it one", Language::kDutch) == "Hier mist nog “naam”. Geef het er een.");
}

}  // namespace aandacht::test
