// What a team works with beside the cards: jargon with its plain words, habits, prompts ready to be pushed.
#include <set>

#include "absl/strings/str_cat.h"
#include "shared/content/item_parts.h"

namespace aandacht::content {
namespace {

constexpr Choice<bool> kUrgencies[] = {{"normal", false}, {"urgent", true}};

constexpr std::string_view kNameFields = "name it in fields = [\"…\"] or leave it out";

}  // namespace

void read_jargon(const toml::table& table, const ItemContext& context, domain::Library& library) {
  TableReader reader(table, context.file, "a term", context.mistakes);
  domain::JargonTerm term;
  term.language = context.language;
  term.word = reader.required_text("word");
  term.plain = reader.required_text("plain");
  term.sector = reader.text("sector");
  term.forms = plain(reader.texts("forms"));
  read_translates(reader, context);
  reader.finish();
  library.jargon.push_back(std::move(term));
}

void read_habit(const toml::table& table, const ItemContext& context, domain::Library& library) {
  TableReader reader(table, context.file, "a habit", context.mistakes);
  domain::Habit habit;
  habit.language = context.language;
  habit.id = read_id(reader, context, library.habits, "habit");
  habit.after = reader.required_text("after");
  habit.will = reader.required_text("will");
  habit.celebrate = reader.text("celebrate");
  habit.why = reader.text("why");
  read_translates(reader, context);
  reader.finish();
  library.habits.push_back(std::move(habit));
}

void read_prompt(const toml::table& table, const ItemContext& context, domain::Library& library) {
  TableReader reader(table, context.file, "a prompt", context.mistakes);
  domain::PromptTemplate prompt;
  prompt.language = context.language;
  prompt.id = read_id(reader, context, library.prompts, "prompt");
  prompt.text = reader.required_text("text");
  prompt.reason = reader.required_text("reason");
  prompt.urgent = reader.choice<bool>("urgency", kUrgencies, false);
  prompt.fields = plain(reader.texts("fields"));
  read_translates(reader, context);
  std::set<std::string> slots;
  for (const std::string& field : prompt.fields) slots.insert(absl::StrCat("{", field, "}"));
  check_slots(reader, "text", prompt.text, slots, kNameFields);
  check_slots(reader, "reason", prompt.reason, slots, kNameFields);
  reader.finish();
  library.prompts.push_back(std::move(prompt));
}

}  // namespace aandacht::content
