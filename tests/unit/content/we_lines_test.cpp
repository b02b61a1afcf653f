// The shipped better sentences, in every combination of what can be known.
#include <set>

#include "absl/strings/str_split.h"
#include "shared/content/load.h"
#include "shared/domain/lines.h"
#include "shared/domain/normalise.h"
#include "tests/support/catch.h"
#include "tests/unit/content/coach_lines.h"

namespace aandacht {
namespace {

using domain::CoachLabel;

constexpr CoachLabel kLabels[] = {CoachLabel::kBlame, CoachLabel::kHelpless, CoachLabel::kInstitute,
                                  CoachLabel::kFaceless, CoachLabel::kJargon};

const domain::Library& shipped() {
  static const domain::Library library = [] {
    absl::StatusOr<domain::Library> loaded = content::load_library(test::content_folder());
    INFO(loaded.status());
    REQUIRE(loaded.ok());
    return *std::move(loaded);
  }();
  return library;
}

domain::Slots everything(const std::string& language) {
  if (language == "nl") {
    return {{"topic", "het tijdvak van de monteur"},
            {"department", "wij van de planning"},
            {"colleague", "onze monteur"},
            {"promise", "ik bel morgen terug"},
            {"name", "Sem"},
            {"term", "creditnota"},
            {"plain", "het bewijs van uw geld"}};
  }
  return {{"topic", "the engineer's time slot"},
          {"department", "we in billing"},
          {"colleague", "our engineer"},
          {"promise", "I'll ring tomorrow"},
          {"name", "Sam"},
          {"term", "chargeback"},
          {"plain", "the money back via your bank"}};
}

/// Calls in each language and form of address.
std::vector<domain::Call> calls() {
  std::vector<domain::Call> result;
  for (const char* language : {"nl", "en"}) {
    for (const auto form : {domain::AddressForm::kFormal, domain::AddressForm::kInformal}) {
      domain::Call call;
      call.language = language;
      call.customer.emplace();
      call.customer->address_form = form;
      result.push_back(std::move(call));
    }
  }
  return result;
}

/// Every subset of the slots.
std::vector<domain::Slots> subsets(const domain::Slots& all) {
  std::vector<domain::Slots> result;
  for (std::size_t bits = 0; bits < (std::size_t{1} << all.size()); ++bits) {
    domain::Slots known;
    std::size_t i = 0;
    for (const auto& slot : all) {
      if ((bits >> i++) & 1U) known.insert(slot);
    }
    result.push_back(std::move(known));
  }
  return result;
}

void check_line(const std::string& line, const std::string& language) {
  INFO(line);
  CHECK(line.find_first_of("{}") == std::string::npos);
  CHECK_FALSE((line[0] >= 'a' && line[0] <= 'z'));
  const std::string words = " " + domain::folded(domain::normalise(line)).text + " ";
  const std::set<std::string> wrong =
      language == "nl" ? std::set<std::string>{" zij ",     " ze ",     " hen ",     " hun ",     " u moet ",
                                               " je moet ", " moet u ", " moet je ", " u dient ", " dient u "}
                       : std::set<std::string>{" they ",     " them ",        " their ",      " they'll ",
                                               " you must ", " you have to ", " you should ", " you need to "};
  for (const std::string& each : wrong) {
    if (language == "en" && each == " you need to " && words.find("don't need to") != std::string::npos) continue;
    CHECK(words.find(each) == std::string::npos);
  }
  CHECK(std::count(words.begin(), words.end(), ' ') - 1 <= 32);  // 25 of the sentence and what fills its slots.
}

TEST_CASE("whatever is known, each label has a sentence without gaps, orders or they") {
  for (domain::Call call : calls()) {
    for (const domain::Slots& slots : subsets(everything(call.language))) {
      for (const CoachLabel label : kLabels) {
        for (call.attention.shown = 0; call.attention.shown < 4; ++call.attention.shown) {
          const auto line = domain::we_line(shipped(), call, label, slots, 7);
          REQUIRE(line.has_value());
          check_line(*line, call.language);
        }
      }
    }
  }
}

TEST_CASE("a call does not get the same sentence twice, though more becomes known") {
  for (domain::Call call : calls()) {
    const domain::Slots all = everything(call.language);
    for (const CoachLabel label : kLabels) {
      for (std::uint64_t seed = 0; seed < 12; ++seed) {
        std::set<std::string> said;
        domain::Slots known;
        auto next = all.begin();
        for (call.attention.shown = 0; call.attention.shown < 4; ++call.attention.shown, ++next) {
          said.insert(
              *domain::we_line(shipped(), call, label, known, seed + static_cast<std::uint64_t>(call.attention.shown)));
          known.insert(*next);
        }
        CHECK(said.size() == 4);
      }
    }
  }
}

TEST_CASE("each label has at least twelve sentences in each language and form") {
  for (const domain::Call& call : calls()) {
    for (const CoachLabel label : kLabels) {
      std::set<std::string> templates;
      for (const domain::WeLine& line : shipped().we_lines) {
        const bool fits =
            line.address_form == domain::AddressForm::kUnknown || line.address_form == call.customer->address_form;
        if (line.language == call.language && line.label == label && fits) templates.insert(line.own + line.act);
      }
      CHECK(templates.size() >= 12);
    }
  }
}

TEST_CASE("no word stands in two shapes") {
  for (const auto& [language, lexicon] : shipped().lexicons) {
    std::map<std::string, std::string> shapes;
    for (const auto& [name, words] : lexicon.phrases) {
      if (!name.starts_with("shape.")) continue;
      for (const std::string& word : words) {
        const auto [first, is_new] = shapes.try_emplace(word, name);
        INFO(language << ": " << word << " in " << first->second << " and " << name);
        CHECK(is_new);
      }
    }
  }
}

}  // namespace
}  // namespace aandacht
