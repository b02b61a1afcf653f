#include "client/model/signs_model.h"

namespace aandacht::model {

SignsWords signs_words(Language language) {
  const bool dutch = language == Language::kDutch;
  if (dutch) {
    return {{"Vraag", "Per dag", "Gesprekken", "Aandeel"},
            {"Waarom", "Kan vertellen", "Voelt het", "Weet het", "Antwoorden"},
            "In hun eigen woorden",
            "Per dag",
            "gesprekken",
            "Waar",
            "Wat er staat",
            "Wie ervoor zorgt",
            "Maak een voorstel",
            "Kopieer",
            "Hangt er sinds",
            "Is de vraag gedaald?",
            "aandeel van de gesprekken (%)",
            "weken, die van het ophangen niet",
            "ervoor",
            "erna"};
  }
  return {{"Question", "By day", "Calls", "Share"},
          {"Why", "Can tell", "Feels it", "Knows it", "Answers"},
          "In their own words",
          "By day",
          "calls",
          "Where",
          "What it says",
          "Who sees to it",
          "Make a proposal",
          "Copy",
          "Up since",
          "Did the question fall?",
          "share of calls (%)",
          "weeks, without that of the change",
          "before",
          "after"};
}

}  // namespace aandacht::model
