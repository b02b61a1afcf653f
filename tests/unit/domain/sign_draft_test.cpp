#include "shared/domain/sign_draft.h"

#include "shared/domain/readability.h"
#include "tests/support/catch.h"

namespace aandacht::domain {
namespace {

const Why kRefund{.id = "nl/terugbetaling",
                  .language = "nl",
                  .topic = "terugbetaling",
                  .spoken = "de terugbetaling",
                  .rule = "Een terugbetaling staat binnen vijf werkdagen op de rekening.",
                  .customer = "We kijken eerst na of het bedrag klopt. Zo krijgt u in één keer het goede bedrag."};

const Why kRefundEnglish{.id = "en/refund",
                         .language = "en",
                         .topic = "refund",
                         .spoken = "the refund",
                         .rule = "A refund is in your account within five working days.",
                         .customer = "We check the amount first. So you get the right amount at once."};

const std::vector<std::string> kAsked = {"waar blijft mijn geld", "ik wacht nog op mijn terugbetaling"};

TEST_CASE("on the site the customers' own question is the title, with the rule and the reason below", "[signs]") {
  const SignDraft draft = draft_sign(SignPlace::kSite, "nl", kAsked, &kRefund);
  CHECK(draft.text ==
        "Waar blijft mijn geld?\n"
        "Een terugbetaling staat binnen vijf werkdagen op de rekening. We kijken eerst na of het bedrag klopt.");
  CHECK(draft.gaps.empty());
}

TEST_CASE("what is heard in the queue has at most 25 words", "[signs]") {
  const SignDraft draft = draft_sign(SignPlace::kIvr, "nl", kAsked, &kRefund);
  CHECK(draft.text == "Belt u over de terugbetaling? Een terugbetaling staat binnen vijf werkdagen op de rekening.");
  CHECK(spoken_words(draft.text).size() <= kMostIvrWords);
  Why wordy = kRefund;
  wordy.rule =
      "Een terugbetaling staat, als er geen weekend en geen feestdag tussen zit en wij het pakje hebben "
      "nagekeken, altijd en zonder uitzondering binnen vijf werkdagen op de rekening waarmee is betaald.";
  CHECK(draft_sign(SignPlace::kIvr, "nl", kAsked, &wordy).gaps == std::vector<SignGap>{SignGap::kShorter});
}

TEST_CASE("the greeting is one sentence", "[signs]") {
  const SignDraft draft = draft_sign(SignPlace::kGreeting, "nl", kAsked, &kRefund);
  CHECK(draft.text ==
        "Belt u over de terugbetaling, dan kan ik u meteen zeggen: een terugbetaling staat binnen vijf werkdagen op "
        "de rekening.");
}

TEST_CASE("English has its own templates", "[signs]") {
  CHECK(draft_sign(SignPlace::kGreeting, "en-GB", {"where is my money"}, &kRefundEnglish).text ==
        "If you are calling about the refund, I can tell you straight away: a refund is in your account within five "
        "working days.");
  CHECK(draft_sign(SignPlace::kLetter, "en", {}, &kRefundEnglish).text ==
        "Many customers ask us about the refund. A refund is in your account within five working days. We check the "
        "amount first. If you have another question after this, we are glad to help.");
}

TEST_CASE("without a why nothing is made up: what must be filled in stands between brackets", "[signs]") {
  const SignDraft draft = draft_sign(SignPlace::kSite, "nl", kAsked, nullptr);
  CHECK(draft.gaps == std::vector<SignGap>{SignGap::kRule, SignGap::kReason});
  CHECK(draft.text ==
        "Waar blijft mijn geld?\n[vul aan: het antwoord, in één zin] "
        "[vul aan: waarom dat zo is, wat de klant eraan heeft]");
  const SignDraft heard = draft_sign(SignPlace::kIvr, "en", {}, nullptr);
  CHECK(heard.gaps == std::vector<SignGap>{SignGap::kTopic, SignGap::kRule});
}

TEST_CASE("a statement is quoted, redacted words are no title", "[signs]") {
  CHECK(sign_title({"ik wil mijn geld terug."}, "nl") == "“Ik wil mijn geld terug”");
  CHECK(sign_title({"mijn nummer is [telefoon]", "wanneer komt de monteur"}, "nl") == "Wanneer komt de monteur?");
  CHECK(sign_title({"[naam]"}, "nl").empty());
  CHECK(sign_title({}, "en").empty());
}

TEST_CASE("an abbreviation at the beginning of a rule keeps its capitals in a sentence", "[signs]") {
  Why bill = kRefundEnglish;
  bill.rule = "VAT is always on the bill.";
  CHECK(draft_sign(SignPlace::kGreeting, "en", {}, &bill).text ==
        "If you are calling about the refund, I can tell you straight away: VAT is always on the bill.");
}

}  // namespace
}  // namespace aandacht::domain
