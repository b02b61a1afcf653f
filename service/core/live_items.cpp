#include "service/core/live_items.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"

namespace aandacht::core {
namespace {

using domain::ItemKind;

std::string id_of(const domain::JargonTerm& term) { return absl::StrCat(term.language, "/", term.word); }

template <typename Item>
std::string id_of(const Item& item) {
  return item.id;
}

/// What the changes of one kind make of a list; `read` gives the items that could be read, by id.
template <typename Item>
void change(ItemKind kind, const content::Changes& changes, const std::map<std::string, Item>& read,
            std::vector<Item>& items) {
  std::vector<Item> changed;
  std::set<std::string> known;
  for (Item& item : items) {
    const std::string id = id_of(item);
    known.insert(id);
    const auto change = changes.find({kind, id});
    if (change != changes.end() && !change->second) continue;
    const auto replacement = read.find(id);
    changed.push_back(replacement == read.end() ? std::move(item) : replacement->second);
  }
  for (const auto& [id, item] : read) {
    if (!known.contains(id)) changed.push_back(item);
  }
  items = std::move(changed);
}

template <typename Item>
std::map<std::string, Item> by_id(std::vector<Item> items) {
  std::map<std::string, Item> sorted;
  for (Item& item : items) {
    std::string id = id_of(item);
    sorted.insert_or_assign(std::move(id), std::move(item));
  }
  return sorted;
}

template <typename Item>
void append(std::vector<Item>& to, std::vector<Item> from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

void read_one(const content::ItemText& item, const content::WordsByLanguage& words, domain::Library& read) {
  domain::Library one;
  content::Mistakes mistakes;
  content::read_item(item, words, one, mistakes);
  if (!mistakes.empty() && item.kind != ItemKind::kWhy) {
    spdlog::error("an item of the library is left out: {}", mistakes.status().ToString());
    return;
  }
  append(read.whys, std::move(one.whys));
  append(read.coach_rules, std::move(one.coach_rules));
  append(read.jargon, std::move(one.jargon));
  append(read.habits, std::move(one.habits));
  append(read.prompts, std::move(one.prompts));
}

}  // namespace

LibraryItems items_of(const domain::Library& library) {
  return {library.whys, library.coach_rules, library.jargon, library.habits, library.prompts};
}

void put_items(const LibraryItems& items, domain::Library& library) {
  library.whys = items.whys;
  library.coach_rules = items.coach_rules;
  library.jargon = items.jargon;
  library.habits = items.habits;
  library.prompts = items.prompts;
}

LibraryItems with_changes(const LibraryItems& shipped, const content::Changes& changes,
                          const content::WordsByLanguage& words) {
  domain::Library read;
  for (const auto& [key, item] : changes) {
    if (item) read_one(*item, words, read);
  }
  LibraryItems items = shipped;
  change(ItemKind::kWhy, changes, by_id(std::move(read.whys)), items.whys);
  change(ItemKind::kRule, changes, by_id(std::move(read.coach_rules)), items.coach_rules);
  change(ItemKind::kTerm, changes, by_id(std::move(read.jargon)), items.jargon);
  change(ItemKind::kHabit, changes, by_id(std::move(read.habits)), items.habits);
  change(ItemKind::kPrompt, changes, by_id(std::move(read.prompts)), items.prompts);
  return items;
}

absl::Status check_readable(const content::ItemText& item, const content::WordsByLanguage& words) {
  std::string lines;
  for (const content::FieldFinding& finding : content::check_item_text(item, words, {})) {
    if (finding.kind != "unreadable") continue;
    absl::StrAppend(&lines, lines.empty() ? "" : "\n", domain::name_of(item.kind), " ", item.id,
                    finding.field.empty() ? "" : ", ", finding.field, ": ", finding.what,
                    finding.advice.empty() ? "" : "; ", finding.advice);
  }
  return lines.empty() ? absl::OkStatus() : absl::InvalidArgumentError(lines);
}

absl::StatusOr<content::ItemText> text_of(const store::ItemRecord& record, const domain::ItemVersion& version) {
  absl::StatusOr<content::ItemText> item = content::parse_item(version.body, record.language);
  if (!item.ok()) {
    return absl::DataLossError(absl::StrCat("version ", version.number, " of ", record.id,
                                            " cannot be read: ", std::string(item.status().message())));
  }
  item->id = record.id;  // A program may have put one without its language before it.
  return item;
}

}  // namespace aandacht::core
