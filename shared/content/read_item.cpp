#include "shared/content/read_item.h"

#include <toml++/toml.h>

#include <algorithm>
#include <optional>

#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "shared/content/check_detail.h"
#include "shared/content/items.h"

namespace aandacht::content {
namespace {

using domain::ItemKind;

std::string name_in_messages(const ItemText& item) { return absl::StrCat(domain::name_of(item.kind), " ", item.id); }

/// The table of write_item(); absent: it cannot be written as TOML, which parse_item() never gives.
std::optional<toml::table> table_of(const std::string& text) {
  try {
    toml::table root = toml::parse(text);
    toml::array* items = root.empty() ? nullptr : root.begin()->second.as_array();
    if (items == nullptr || items->empty() || !items->front().is_table()) return std::nullopt;
    return std::move(*items->front().as_table());
  } catch (const toml::parse_error&) {
    return std::nullopt;
  }
}

void read_table(const ItemText& item, const toml::table& table, const WordsByLanguage& words, domain::Library& library,
                Mistakes& mistakes) {
  static const Words kNone;
  const auto known = words.find(item.language);
  const ItemContext context{name_in_messages(item), item.language, known == words.end() ? kNone : known->second,
                            mistakes};
  switch (item.kind) {
    case ItemKind::kWhy:
      read_why(table, context, library);
      library.whys.back().id = item.id;
      return;
    case ItemKind::kRule:
      read_rule(table, context, library);
      library.coach_rules.back().id = item.id;
      library.coach_rules.back().source = name_in_messages(item);
      return;
    case ItemKind::kTerm:
      return read_jargon(table, context, library);
    case ItemKind::kHabit:
      read_habit(table, context, library);
      library.habits.back().id = item.id;
      return;
    case ItemKind::kPrompt:
      read_prompt(table, context, library);
      library.prompts.back().id = item.id;
      return;
  }
}

/// Which field stands on a line; empty: none does.
std::string field_at(const toml::table& table, std::size_t line) {
  for (const auto& [name, node] : table) {
    if (line >= name.source().begin.line && line <= node.source().end.line) return std::string(name.str());
  }
  return {};
}

/// "a why needs topic; …" stands at the item's first line.
std::string missing_field(const std::string& what) {
  constexpr std::string_view kNeeds = " needs ";
  const std::size_t at = what.find(kNeeds);
  if (at == std::string::npos) return {};
  const std::size_t begin = at + kNeeds.size();
  return what.substr(begin, what.find_first_of(";: ", begin) - begin);
}

void add_mistakes(const Mistakes& mistakes, const toml::table& table, std::vector<FieldFinding>& findings) {
  for (const Mistake& mistake : mistakes.all()) {
    const std::size_t semicolon = mistake.what.rfind("; ");
    std::string field = field_at(table, mistake.line);
    if (field.empty()) field = missing_field(mistake.what);
    findings.push_back({std::move(field), "unreadable", mistake.what.substr(0, semicolon),
                        semicolon == std::string::npos ? "" : mistake.what.substr(semicolon + 2)});
  }
}

/// "the why x, customer: what" tells the field by itself.
void add_findings(const Findings& found, const Item& item, std::vector<FieldFinding>& findings) {
  for (const Finding& each : found) {
    std::string_view what = each.what;
    FieldFinding finding{"", each.kind, each.what, each.advice};
    const std::string prefix = item.name + ", ";
    const std::size_t colon = what.starts_with(prefix) ? what.find(": ", prefix.size()) : std::string_view::npos;
    if (colon != std::string_view::npos) {
      finding.field = std::string(what.substr(prefix.size(), colon - prefix.size()));
      finding.what = std::string(what.substr(colon + 2));
    }
    findings.push_back(std::move(finding));
  }
}

void check_table(const ItemText& item, const Item& written, const domain::Library& alone,
                 const domain::Library& library, Findings& found) {
  const JargonFinder jargon(library.jargon);
  switch (item.kind) {
    case ItemKind::kWhy:
      return check_why(written, jargon, found);
    case ItemKind::kRule:
      return check_rule(written, alone, found);
    case ItemKind::kTerm:
      return check_term(written, jargon, found);
    case ItemKind::kHabit:
      return check_habit(written, found);
    case ItemKind::kPrompt:
      return check_prompt(written, found);
  }
}

/// As fields_of(), then all others; what is about the whole item comes first.
std::size_t rank_of(ItemKind kind, const std::string& field) {
  if (field.empty()) return 0;
  const std::vector<FieldShape>& known = fields_of(kind);
  const auto at = std::find_if(known.begin(), known.end(), [&](const FieldShape& each) { return each.name == field; });
  return 1 + static_cast<std::size_t>(at - known.begin());
}

}  // namespace

void read_item(const ItemText& item, const WordsByLanguage& words, domain::Library& library, Mistakes& mistakes) {
  const std::string text = write_item(item);
  if (const std::optional<toml::table> table = table_of(text)) {
    read_table(item, *table, words, library, mistakes);
  } else {
    mistakes.add(name_in_messages(item), 0, "this is not TOML; write it anew");
  }
}

std::vector<FieldFinding> check_item_text(const ItemText& item, const WordsByLanguage& words,
                                          const domain::Library& library) {
  std::vector<FieldFinding> findings;
  const std::string text = write_item(item);
  const std::optional<toml::table> table = table_of(text);
  if (!table) return {{"", "unreadable", "this is not TOML", "write it anew"}};
  domain::Library alone;
  if (item.kind == ItemKind::kRule) alone.lexicons = library.lexicons;
  Mistakes mistakes;
  read_table(item, *table, words, alone, mistakes);
  add_mistakes(mistakes, *table, findings);
  const Item written{
      name_in_messages(item), item.language, &*table,
      absl::StrCat("the ", domain::name_of(item.kind), " ", std::string(stem_of(item.id, item.language)))};
  Findings found;
  check_table(item, written, alone, library, found);
  add_findings(found, written, findings);
  std::stable_sort(findings.begin(), findings.end(), [&](const FieldFinding& a, const FieldFinding& b) {
    return rank_of(item.kind, a.field) < rank_of(item.kind, b.field);
  });
  return findings;
}

ItemText item_of(const domain::Why& why) {
  ItemText item{ItemKind::kWhy, why.language, why.id, {}};
  const auto text = [&](const char* name, const std::string& value) {
    item.set({name, Field::Shape::kText, value, {}});
  };
  text("topic", why.topic);
  text("spoken", why.spoken);
  item.set({"queues", Field::Shape::kList, {}, why.queues});
  item.set({"synonyms", Field::Shape::kList, {}, why.synonyms});
  text("rule", why.rule);
  text("emotion", why.emotion);
  text("customer", why.customer);
  text("employee", why.employee);
  text("organisation", why.organisation);
  text("example", why.example);
  text("author", why.author);
  return item;
}

}  // namespace aandacht::content
