// Rules and a model together, and what a turn names for the better sentence.
#include "shared/domain/coach.h"

#include "shared/classify/linear_model.h"
#include "shared/domain/department.h"
#include "tests/support/catch.h"

namespace aandacht::domain {
namespace {

/// A model that says the same of every line: 0.8 for one label, the rest shared.
std::shared_ptr<const classify::LinearModel> model_that_says(const std::string& label) {
  classify::ModelParts parts;
  parts.name = "coach";
  parts.version = "coach-test";
  parts.labels = {"blame", "faceless", "helpless", "institute", "jargon", "ok"};
  parts.bucket_bits = 1;
  parts.weights.assign(12, 0);
  parts.scales.assign(6, 1.0F);
  for (const std::string& each : parts.labels) parts.biases.push_back(each == label ? 3.0F : 0.0F);
  parts.temperatures = {1.0F};
  auto model = classify::LinearModel::create(std::move(parts));
  REQUIRE(model.ok());
  return std::make_shared<const classify::LinearModel>(*std::move(model));
}

CoachRule rule(const std::string& id, CoachLabel label, const std::string& phrase, const std::string& author,
               std::vector<std::string> unless = {}) {
  CoachRule made;
  made.id = id;
  made.language = "nl";
  made.label = label;
  made.phrases = {phrase};
  made.unless = std::move(unless);
  made.author = author;
  return made;
}

std::vector<CoachMatch> find(const Library& library, const std::string& text) {
  const auto coach = Coach::create(library);
  REQUIRE(coach.ok());
  return (*coach)->find(folded(normalise(text)), text, "nl");
}

Library library_with(const std::string& model_label, std::vector<CoachRule> rules) {
  Library library;
  library.coach_rules = std::move(rules);
  if (!model_label.empty()) library.models["coach"] = model_that_says(model_label);
  return library;
}

TEST_CASE("without a model the rules decide alone", "[coach]") {
  const Library library = library_with("", {rule("a", CoachLabel::kBlame, "hun fout", "Aandacht")});
  REQUIRE(find(library, "dat is hun fout").size() == 1);
  CHECK(find(library, "dat is mijn fout").empty());
}

TEST_CASE("what the model finds has its version for a rule, and words for evidence", "[coach]") {
  const auto found = find(library_with("helpless", {}), "Dat wordt niks, meneer.");
  REQUIRE(found.size() == 1);
  CHECK(found[0].label == CoachLabel::kHelpless);
  CHECK(found[0].rule_id == "model:coach-test/helpless");
  CHECK(found[0].score > 0.5);
  CHECK(found[0].score <= 1);
  CHECK_FALSE(found[0].evidence.empty());
}

TEST_CASE("a shipped rule does not outweigh a model that is sure the turn is fine", "[coach]") {
  const Library library = library_with("ok", {rule("a", CoachLabel::kBlame, "hun fout", "Aandacht")});
  CHECK(find(library, "dat is niet hun fout maar die van ons").empty());
}

TEST_CASE("a company's own rule shows, whatever the model says", "[coach]") {
  CoachRule urgent = rule("b", CoachLabel::kFaceless, "zo spoedig mogelijk", "Aandacht");
  urgent.priority = 90;
  const Library library = library_with("ok", {rule("a", CoachLabel::kJargon, "ticket", "Team Oost"), urgent});
  const auto jargon = find(library, "ik maak een ticket");
  REQUIRE(jargon.size() == 1);
  CHECK(jargon[0].rule_id == "a");
  CHECK(jargon[0].evidence == "ticket");
  CHECK(find(library, "dat komt zo spoedig mogelijk").at(0).rule_id == "b");
}

TEST_CASE("a company's own unless keeps the model quiet about that label", "[coach]") {
  const Library library =
      library_with("blame", {rule("a", CoachLabel::kBlame, "facturatie", "Team Oost", {"ik bel ze"})});
  CHECK(find(library, "facturatie ik bel ze zelf").empty());
  CHECK(find(library, "dat is facturatie").size() == 1);
  CHECK(find(library, "ik bel ze zelf").size() == 1);  // The rule says nothing about a turn without its phrase.
}

TEST_CASE("a rule with the label ok silences everything but a rule of higher priority", "[coach]") {
  CoachRule fine = rule("fine", CoachLabel::kBlame, "afdeling bloemen", "Team Oost");
  fine.silences = true;
  CoachRule above = rule("above", CoachLabel::kHelpless, "kan niet", "Team Oost");
  above.priority = 80;
  const Library library =
      library_with("blame", {fine, above, rule("below", CoachLabel::kBlame, "hun fout", "Team Oost")});
  CHECK(find(library, "dat doet de afdeling bloemen").empty());
  CHECK(find(library, "de afdeling bloemen hun fout").empty());
  REQUIRE(find(library, "de afdeling bloemen kan niet").size() == 1);
  CHECK(find(library, "de afdeling bloemen kan niet")[0].rule_id == "above");
}

TEST_CASE("a coach model with other labels is refused", "[coach]") {
  classify::ModelParts parts = model_that_says("ok")->parts();
  parts.labels[0] = "praise";
  Library library;
  library.models["coach"] = std::make_shared<const classify::LinearModel>(*classify::LinearModel::create(parts));
  CHECK(Coach::create(library).status().code() == absl::StatusCode::kInvalidArgument);
}

Library library_of_kinds() {
  Library library;
  library.lexicons["nl"].phrases = {
      {"shape.department", {"afdeling", "planning", "facturatie", "\\S*team", "dienst", "directie", "magazijn"}},
      {"shape.colleague", {"monteur", "monteurs", "collega"}},
      {"shape.filler", {"gewoon"}},
      {"shape.i", {"ik"}}};
  library.lexicons["en"].phrases = {{"shape.department", {"billing", "team", "warehouse", "department"}},
                                    {"shape.colleague", {"engineer", "drivers"}}};
  library.jargon = {{"nl", "creditnota", "het bewijs van wat u terugkrijgt", "any", {"creditfactuur"}}};
  return library;
}

std::string named(const std::string& text, const std::string& language, const std::string& slot) {
  const TurnShapes shapes(library_of_kinds());
  const auto names = shapes.names(shapes.marked(folded(normalise(text)), text, language), text, language);
  const auto found = names.find(slot);
  return found == names.end() ? "" : found->second;
}

TEST_CASE("a department that was put at a distance is said as we", "[coach]") {
  struct Row {
    const char* language;
    const char* text;
    const char* said;
  };
  const Row rows[] = {{"nl", "Dat heeft de planning verkeerd gedaan", "wij van de planning"},
                      {"nl", "dat is facturatie", "wij van facturatie"},
                      {"nl", "dat ligt bij de afdeling hypotheken", "wij van de afdeling hypotheken"},
                      {"nl", "dat doet de technische dienst", "wij van de technische dienst"},
                      {"nl", "Het magazijn heeft het vergeten", "wij van het magazijn"},
                      {"nl", "dat doet een andere afdeling", ""},
                      {"nl", "dat heeft de directie bepaald", ""},
                      {"nl", "daar ga ik niet over", ""},
                      {"en", "That's billing, they messed up", "we in billing"},
                      {"en", "the claims team did that", "we in the claims team"},
                      {"en", "the warehouse forgot it", "we at the warehouse"},
                      {"en", "a different department does that", ""}};
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(named(row.text, row.language, "department") == row.said);
  }
}

TEST_CASE("a colleague is one of ours", "[coach]") {
  CHECK(named("de monteur is niet geweest", "nl", "colleague") == "onze monteur");
  CHECK(named("die monteurs komen nooit", "nl", "colleague") == "een van onze monteurs");
  CHECK(named("de drivers never ring", "en", "colleague") == "one of our drivers");
  CHECK(named("dat heeft mijn collega gezegd", "nl", "colleague").empty());
}

TEST_CASE("a trade word comes with its plain word, an unknown abbreviation alone", "[coach]") {
  CHECK(named("Ik stuur een creditfactuur", "nl", "term") == "creditfactuur");
  CHECK(named("Ik stuur een creditfactuur", "nl", "plain") == "het bewijs van wat u terugkrijgt");
  CHECK(named("ik maak een RMA aan", "nl", "term") == "RMA");
  CHECK(named("ik maak een RMA aan", "nl", "plain").empty());
}

TEST_CASE("a turn's shape leaves filling words out and takes the longest entry", "[coach]") {
  Library library = library_of_kinds();
  library.lexicons["nl"].phrases["shape.stuck"] = {"met geen mogelijkheid"};
  library.lexicons["nl"].phrases["shape.not"] = {"geen"};
  const TurnShapes shapes(library);
  const std::string text = "ik kan gewoon met geen mogelijkheid naar het klantteam";
  CHECK(shapes.shape(shapes.marked(folded(normalise(text)), text, "nl"), "nl").kinds == "I_k__D");
}

}  // namespace
}  // namespace aandacht::domain
