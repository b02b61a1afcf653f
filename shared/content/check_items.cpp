// What a why, a line, a habit, a prompt and a word of jargon need to be of use.
#include "absl/strings/str_cat.h"
#include "shared/content/check_detail.h"
#include "shared/content/items.h"
#include "shared/domain/normalise.h"
#include "shared/domain/readability.h"

namespace aandacht::content {
namespace {

void check_slotless(const Passage& said, Findings& findings) {
  for (const std::string& slot : slots_in(said.text)) {
    findings.push_back(
        finding(said, "slot", absl::StrCat("nothing fills ", slot, " here"), "write the words themselves"));
  }
}

/// The checks of every text that is said to a customer.
void check_said(const Passage& said, const JargonFinder& jargon, Findings& findings) {
  check_jargon(said, jargon, findings);
  check_level(said, findings);
  check_they(said, findings);
}

void check_passive(const Passage& said, Findings& findings) {
  for (const std::string_view sentence : domain::sentences_of(said.text)) {
    if (!domain::is_passive(sentence, said.language)) continue;
    findings.push_back(finding(said, "passive", absl::StrCat("nobody acts in “", std::string(sentence), "”"),
                               "say that WE own it and what I do"));
  }
}

}  // namespace

std::size_t Item::line_of(std::string_view key) const {
  const toml::node* node = table->get(key);
  return (node == nullptr ? table->source() : node->source()).begin.line;
}

bool Item::has(std::string_view key) const { return !text(key).empty(); }

std::string Item::text(std::string_view key) const {
  const toml::node* node = table->get(key);
  return node == nullptr || !node->is_string() ? std::string() : node->as_string()->get();
}

Passage Item::passage(std::string_view key) const {
  return {file, language, line_of(key), name, std::string(key), text(key)};
}

std::vector<Passage> Item::texts(std::string_view key) const {
  std::vector<Passage> made;
  const toml::node* node = table->get(key);
  const toml::array* array = node == nullptr ? nullptr : node->as_array();
  if (array == nullptr) return made;
  for (const toml::node& one : *array) {
    if (!one.is_string()) continue;
    made.push_back({file, language, one.source().begin.line, name, std::string(key), one.as_string()->get()});
  }
  return made;
}

void check_why(const Item& item, const JargonFinder& jargon, Findings& findings) {
  const Passage emotion = item.passage("emotion");
  if (emotion.text.empty()) {
    findings.push_back(finding(emotion, "emotion", "no emotion line",
                               "add emotion = \"…\": how this feels to the customer, said before anything else"));
  }
  check_said(emotion, jargon, findings);
  for (const char* key : {"rule", "customer", "employee", "organisation", "example"}) {
    const Passage said = item.passage(key);
    if (said.text.empty()) continue;
    check_said(said, jargon, findings);
    check_slotless(said, findings);
    if (std::string_view(key) != "rule") check_orders(said, findings);
  }
  for (const char* corner : {"customer", "employee", "organisation"}) {
    check_breath(item.passage(corner), absl::StrCat(emotion.text, " ", item.text(corner)), findings);
  }
}

void check_we_line(const Item& item, const JargonFinder& jargon, Findings& findings) {
  for (const char* key : {"own", "act"}) {
    const Passage said = item.passage(key);
    check_said(said, jargon, findings);
    check_orders(said, findings);
    check_passive(said, findings);
    check_form(said, item.text("address_form"), findings);
  }
  check_breath(item.passage("act"), absl::StrCat(item.text("own"), " ", item.text("act")), findings);
}

void check_warmth_line(const Item& item, const JargonFinder& jargon, Findings& findings) {
  const Passage said = item.passage("text");
  check_said(said, jargon, findings);
  check_orders(said, findings);
  check_form(said, item.text("address_form"), findings);
  check_breath(said, said.text, findings);
}

void check_habit(const Item& item, Findings& findings) {
  for (const char* key : {"after", "will", "why"}) check_level(item.passage(key), findings);
  check_orders(item.passage("will"), findings);
  for (const char* key : {"celebrate", "why"}) {
    if (item.has(key)) continue;
    findings.push_back(finding(item.passage(key), "habit", absl::StrCat("no ", key),
                               std::string_view(key) == "why" ? "add why = \"…\": what it brings whom"
                                                              : "add celebrate = \"…\": a small cheer right after"));
  }
  check_breath(item.passage("will"), absl::StrCat(item.text("after"), " ", item.text("will")), findings);
}

void check_prompt(const Item& item, Findings& findings) {
  const Passage text = item.passage("text");
  check_level(text, findings);
  check_level(item.passage("reason"), findings);
  check_orders(text, findings);
  check_breath(text, text.text, findings);
  for (const Passage& field : item.texts("fields")) {
    if (absl::StrCat(text.text, item.text("reason")).find(absl::StrCat("{", field.text, "}")) != std::string::npos)
      continue;
    findings.push_back(finding(field, "slot",
                               absl::StrCat("the field “", field.text, "” is in neither text nor reason"),
                               absl::StrCat("write {", field.text, "} in the text or leave the field out")));
  }
}

void check_term(const Item& item, const JargonFinder& jargon, Findings& findings) {
  const Passage plain = item.passage("plain");
  for (const domain::JargonTerm* other : jargon.find(plain.text, item.language)) {
    findings.push_back(finding(plain, "term", absl::StrCat("“", other->word, "” is jargon itself"),
                               absl::StrCat("say “", other->plain, "”")));
  }
}

}  // namespace aandacht::content
