#include "tests/ui/example_words.h"

namespace aandacht::test {
namespace {

ExampleWords dutch() {
  ExampleWords words;
  words.customer = "Gerda Hoekstra-Baaij";
  words.second_customer = "Youssef el Amrani";
  words.steps = {{"telefoon", "Verhuizing doorgegeven"},
                 {"telefoon", "Geen internet in de nieuwe woning"},
                 {"bezoek", "Kabel in de meterkast vervangen"},
                 {"telefoon", "Internet valt ’s avonds weg"},
                 {"bezoek", "Hele dag gewacht, monteur kwam niet"},
                 {"chat", "Dochter vroeg waar de monteur bleef"}};
  words.broken_promise = "monteur komt langs";
  words.open_promise = "terugbellen over de rekening";
  words.kept_promise = "nieuw kastje opgestuurd";
  words.about = "Internet valt ’s avonds weg";
  words.opening = "Fijn dat u er bent, mevrouw Hoekstra. U heeft hier al te vaak over moeten bellen.";
  words.we_line = "Dat hebben wij niet goed gedaan. Ik zoek nu zelf uit wanneer de monteur komt.";
  words.we_evidence = "dat doet die andere afdeling";
  words.why_topic = "tijdvak monteur";
  words.why_line =
      "Wachten is vervelend. U hoeft niet de hele dag thuis te zijn: de monteur belt een half uur van tevoren.";
  words.why_detail = "Het ene huis kost tien minuten, het andere twee uur. Zo kan hij het bij iedereen echt afmaken.";
  words.why_evidence = "waarom moet dat nou weer een hele dag";
  words.question = "hoe laat komt de monteur nou";
  words.story_customer = "Mevrouw A. Voorbeeld";
  words.story = {"Ze belde vier keer over één terugbetaling van € 212.",
                 "Vijf maanden lang sprak ze elke keer met iemand anders, en elke keer moest ze het opnieuw uitleggen.",
                 "De laatste belde zelf terug en zei: dit is van ons, ik zoek het uit."};
  words.prompt_line = "Storing in Zuid is om 10:40 opgelost. Zeg het er gerust bij.";
  words.prompt_reason = "Veel bellers vragen ernaar.";
  words.watch_reason = "inwerken nieuwe collega";
  words.second_watcher = "Robin";
  words.heard = {"mijn man heeft een alarm om zijn pols", "ik slaap er niet van",
                 "mijn dochter komt vrijdagmiddag en dan zou ik mee naar de markt"};
  words.habit = {"ik een collega noem", "zeg ik wij", "ik denk: zo hoort het"};
  words.promises = {"ik zet de monteur in de ochtend", "dan bel ik u zelf nog even"};
  words.why_topics = {"tijdvak monteur", "testen met ons kastje", "terugbetaling duurt een week"};
  words.why_lines = {"U hoeft niet de hele dag te wachten. De monteur belt een half uur van tevoren.",
                     "Dan weten we binnen een kwartier waar het aan ligt.",
                     "De bank heeft drie werkdagen nodig om het bedrag te boeken."};
  words.search = "te";
  words.last_words = "o nou dat scheelt";
  return words;
}

ExampleWords english() {
  ExampleWords words;
  words.customer = "Margaret O’Sullivan";
  words.second_customer = "Priya Raman";
  words.steps = {{"phone", "Told us she was moving"},
                 {"phone", "No internet in the new flat"},
                 {"visit", "Cable in the meter cupboard replaced"},
                 {"phone", "Internet drops in the evening"},
                 {"visit", "Waited all day, no engineer came"},
                 {"chat", "Daughter asked where the engineer was"}};
  words.broken_promise = "engineer comes by";
  words.open_promise = "call back about the bill";
  words.kept_promise = "new router sent";
  words.about = "Internet drops in the evening";
  words.opening = "I’m glad you called, Mrs O’Sullivan. You have had to ring us about this far too often.";
  words.we_line = "We did not get that right. I am finding out myself now when the engineer will come.";
  words.we_evidence = "that’s the other department";
  words.why_topic = "engineer’s time slot";
  words.why_line = "Waiting is no fun. You need not stay in all day: the engineer rings half an hour ahead.";
  words.why_detail = "One house takes ten minutes, the next two hours. This way he can finish the job everywhere.";
  words.why_evidence = "why does it have to be a whole day again";
  words.question = "what time will the engineer come";
  words.story_customer = "Mrs A. Example";
  words.story = {"She rang four times about one refund of € 212.",
                 "For five months she spoke to somebody else each time, and had to explain it all again.",
                 "The last one rang back and said: this is ours, I’ll sort it out."};
  words.prompt_line = "The outage in the south was fixed at 10:40. Do mention it.";
  words.prompt_reason = "Many callers ask about it.";
  words.watch_reason = "coaching a new colleague";
  words.second_watcher = "Robin";
  words.heard = {"my husband wears an alarm on his wrist", "it keeps me awake",
                 "my daughter comes on Friday afternoon and we wanted to go to the market"};
  words.habit = {"I mention a colleague", "say we", "I think: that is how it should be"};
  words.promises = {"I’ll book the engineer for the morning", "I’ll ring you myself"};
  words.why_topics = {"engineer’s time slot", "testing with our router", "refund takes a week"};
  words.why_lines = {"You need not wait all day. The engineer rings half an hour ahead.",
                     "Then we know within a quarter of an hour where the fault is.",
                     "The bank needs three working days to book the amount."};
  words.search = "te";
  words.last_words = "oh well that helps";
  return words;
}

}  // namespace

ExampleWords example_words(model::Language language) {
  switch (language) {
    case model::Language::kDutch:
      return dutch();
    case model::Language::kEnglish:
      return english();
  }
  return english();
}

ExampleWords long_words(model::Language language) {
  ExampleWords words = example_words(language);
  const std::string compound = "arbeidsongeschiktheidsverzekeringsmaatschappij";
  words.customer = "Wilhelmina-Adriana van Hoogstraten-Oosterdiepenveen";
  words.second_customer = "Jonkheer Maximiliaan van Heeckeren tot Overlaer";
  words.steps[0].what = "De " + compound + " stuurde de verkeerde aansprakelijkheidswaardevaststelling";
  words.steps[4].channel = "klantenservicemedewerkersoverleg";
  words.broken_promise = compound + " belt terug over de hottentottententententoonstelling";
  words.open_promise = "kindercarnavalsoptochtvoorbereidingswerkzaamheden bevestigen";
  words.about = "meervoudigepersoonlijkheidsstoornisbehandelingsvergoeding";
  words.opening =
      "Wat vervelend van uw " + compound + ", mevrouw. U heeft daar al veel te vaak over moeten bellen. " +
      "Ik lees even mee wat er met de hottentottententententoonstelling is gebeurd, en dan lossen we het op.";
  words.we_line =
      "Die " + compound + " horen bij ons, en ik bel zelf de aansprakelijkheidswaardevaststellingsveranderingen na.";
  words.we_evidence = "de " + compound + " gaat daarover en niet wij hier op de klantenservice";
  words.why_topic = "aansprakelijkheidswaardevaststelling";
  words.why_line = words.why_line + " " + words.why_detail;
  words.question = "wanneer stuurt de " + compound + " de aansprakelijkheidswaardevaststelling";
  words.story_customer = "Wilhelmina-Adriana van Hoogstraten-Oosterdiepenveen";
  words.story = {
      "De " + compound + " stuurde haar viermaal dezelfde aansprakelijkheidswaardevaststelling toe, zonder één woord.",
      "Ze durfde niet meer naar de hottentottententententoonstelling, die haar kleinkinderen met haar zouden bezoeken "
      "in mei.",
      "Een klantenservicemedewerker belde haar op een avond zelf terug en bleef aan de lijn tot de zaak was "
      "rechtgezet."};
  words.heard[2] = "mijn " + compound + " heeft vrijdag de verkeerde aansprakelijkheidswaardevaststelling gestuurd";
  words.habit = {"ik een " + compound + " heb afgehandeld in het klantcontactcentrum",
                 "schrijf ik één woord op over de hottentottententententoonstelling van de klant",
                 "ik zeg hardop: verantwoordelijkheidsgevoel is ook een " + compound};
  words.promises[0] = "ik bel de " + compound + " en de hottentottententententoonstelling voor u";
  words.why_topics[0] = "aansprakelijkheidswaardevaststellingsveranderingen";
  words.prompt_line = words.prompt_line + " " + words.why_line;
  words.watch_reason = "klacht over de " + compound + ", de " + compound + " en de hottentottententententoonstelling";
  words.second_watcher = words.second_customer;
  return words;
}

}  // namespace aandacht::test
