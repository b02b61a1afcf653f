// What a team works with beside the cards: jargon with its plain words, habits, prompts ready to be pushed.
#include <algorithm>
#include <set>

#include "absl/strings/str_cat.h"
#include "shared/content/items.h"
#include "shared/content/table_reader.h"

namespace aandacht::content {
namespace {

constexpr Choice<bool> kUrgencies[] = {{"normal", false}, {"urgent", true}};

std::vector<std::string> plain(const std::vector<Located>& items) {
  std::vector<std::string> texts;
  for (const Located& item : items) texts.push_back(item.text);
  return texts;
}

void check_slots(TableReader& reader, std::string_view key, const std::string& text,
                 const std::set<std::string>& slots) {
  for (const std::string& slot : slots_in(text)) {
    if (slots.contains(slot)) continue;
    reader.wrong(key, absl::StrCat("unknown slot ", slot, "; name it in fields = [\"…\"] or leave it out"));
  }
}

template <typename Item>
void refuse_second(const std::vector<Item>& items, const std::string& id, std::string_view what, TableReader& reader) {
  if (id.empty() || std::none_of(items.begin(), items.end(), [&](const Item& item) { return item.id == id; })) return;
  reader.wrong("id", absl::StrCat("the id \"", id, "\" is used twice; give this ", std::string(what), " another"));
}

}  // namespace

void read_jargon(const toml::table& table, const ItemContext& context, domain::Library& library) {
  TableReader reader(table, context.file, "a term", context.mistakes);
  domain::JargonTerm term;
  term.language = context.language;
  term.word = reader.required_text("word");
  term.plain = reader.required_text("plain");
  term.sector = reader.text("sector");
  term.forms = plain(reader.texts("forms"));
  reader.finish();
  library.jargon.push_back(std::move(term));
}

void read_habit(const toml::table& table, const ItemContext& context, domain::Library& library) {
  TableReader reader(table, context.file, "a habit", context.mistakes);
  domain::Habit habit;
  habit.language = context.language;
  habit.id = full_id(reader.required_text("id"), context.language);
  habit.after = reader.required_text("after");
  habit.will = reader.required_text("will");
  habit.celebrate = reader.text("celebrate");
  habit.why = reader.text("why");
  refuse_second(library.habits, habit.id, "habit", reader);
  reader.finish();
  library.habits.push_back(std::move(habit));
}

void read_prompt(const toml::table& table, const ItemContext& context, domain::Library& library) {
  TableReader reader(table, context.file, "a prompt", context.mistakes);
  domain::PromptTemplate prompt;
  prompt.language = context.language;
  prompt.id = full_id(reader.required_text("id"), context.language);
  prompt.text = reader.required_text("text");
  prompt.reason = reader.required_text("reason");
  prompt.urgent = reader.choice<bool>("urgency", kUrgencies, false);
  prompt.fields = plain(reader.texts("fields"));
  std::set<std::string> slots;
  for (const std::string& field : prompt.fields) slots.insert(absl::StrCat("{", field, "}"));
  check_slots(reader, "text", prompt.text, slots);
  check_slots(reader, "reason", prompt.reason, slots);
  refuse_second(library.prompts, prompt.id, "prompt", reader);
  reader.finish();
  library.prompts.push_back(std::move(prompt));
}

}  // namespace aandacht::content
