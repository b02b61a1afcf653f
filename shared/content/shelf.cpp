#include "shared/content/shelf.h"

#include <toml++/toml.h>

#include <algorithm>
#include <set>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "shared/content/item_source.h"
#include "shared/content/item_toml.h"
#include "shared/content/parse.h"

namespace aandacht::content {
namespace {

using domain::ItemKind;

constexpr const char* kAddedComment = "# Added in the library of this service.\n";

/// An item and the bytes it takes in its file.
struct Place {
  ItemText item;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t line = 0;
  bool between_braces = false;
};

Place place_of(ItemText item, const toml::table& table, const TextPlaces& places) {
  const auto [begin, end] = bytes_of(table, places);
  return {std::move(item), begin, end, table.source().begin.line, table.is_inline()};
}

std::string bytes_in(const std::string& text, const Place& place) {
  return place.between_braces ? std::string() : text.substr(place.begin, place.end - place.begin);
}

/// What an item says, with the comments of `source` or else of `bytes`.
std::string text_with(const ItemText& item, const std::string& source, const std::string& bytes) {
  const bool has_its_own = !source.empty() && source != write_item(item);
  return rewrite_source(has_its_own ? source : bytes, item);
}

/// Says the same with comments of its own. A text that has none does not take those of the file away.
bool differs_in_comments(const std::string& source, const std::string& bytes, const ItemText& item) {
  return source.find('#') != std::string::npos && source != write_item(item) && rewrite_source(bytes, item) != source;
}

std::string source_of(const ItemKey& key, const Sources& sources) {
  const auto source = sources.find(key);
  return source == sources.end() ? std::string() : source->second;
}

void add_items(ItemKind kind, const SourceFile& file, const toml::table& root, const TextPlaces& text,
               std::vector<Place>& places, Mistakes& mistakes) {
  const toml::array* array = root[domain::name_of(kind)].as_array();
  if (array == nullptr) return;
  for (const toml::node& node : *array) {
    const toml::table* table = node.as_table();
    std::optional<ItemText> item = table == nullptr ? std::nullopt : item_of(kind, file.language, *table, text);
    if (item) {
      places.push_back(place_of(*std::move(item), *table, text));
    } else {
      mistakes.add(file.name, node.source().begin.line,
                   absl::StrCat("a ", domain::name_of(kind), " without ", kind == ItemKind::kTerm ? "word" : "id",
                                "; give it one"));
    }
  }
}

/// The items of a file in the order in which they stand.
std::vector<Place> places_in(const SourceFile& file, Mistakes& mistakes) {
  std::vector<Place> places;
  try {
    const toml::table root = toml::parse(file.text);
    const TextPlaces text(file.text);
    for (const ItemKind kind : domain::item_kinds()) add_items(kind, file, root, text, places, mistakes);
  } catch (const toml::parse_error& error) {
    mistakes.add(file.name, error.source().begin.line,
                 absl::StrCat(std::string(error.description()), "; this is not TOML"));
  }
  std::sort(places.begin(), places.end(), [](const Place& a, const Place& b) { return a.begin < b.begin; });
  return places;
}

/// An item that goes takes the blank lines behind it along, or the comma and the rest of its line.
std::size_t end_without(const std::string& text, const Place& place) {
  std::size_t end = place.end;
  if (place.between_braces && end < text.size() && text[end] == ',') ++end;
  const std::size_t next = text.find_first_not_of(place.between_braces ? " \t" : "\r\n", end);
  end = next == std::string::npos ? text.size() : next;
  if (place.between_braces && end < text.size() && text[end] == '\n') ++end;
  return end;
}

std::size_t begin_without(const std::string& text, const Place& place) {
  if (!place.between_braces) return place.begin;
  const std::size_t before = text.find_last_not_of(" \t", place.begin - 1);
  return before != std::string::npos && text[before] == '\n' ? before + 1 : place.begin;
}

/// The file with what changed put in its place; items that are written again are counted off in `left`.
std::string rewritten(const SourceFile& file, const Changes& changes, const Sources& sources, std::set<ItemKey>& left) {
  Mistakes ignored;
  std::string text = file.text;
  const std::vector<Place> places = places_in(file, ignored);
  for (auto place = places.rbegin(); place != places.rend(); ++place) {
    const auto change = changes.find({place->item.kind, place->item.id});
    if (change == changes.end()) continue;
    left.erase(change->first);
    if (!change->second) {
      const std::size_t begin = begin_without(text, *place);
      text.erase(begin, end_without(text, *place) - begin);
      continue;
    }
    const std::string bytes = bytes_in(file.text, *place);
    const std::string source = source_of(change->first, sources);
    const bool says_other = *change->second != place->item;
    if (place->between_braces) {
      if (says_other) text.replace(place->begin, place->end - place->begin, write_inline(*change->second));
    } else if (says_other || differs_in_comments(source, bytes, place->item)) {
      text.replace(place->begin, place->end - place->begin, text_with(*change->second, source, bytes));
    }
  }
  return text;
}

bool is_added_file(const SourceFile& file) { return file.name == absl::StrCat(file.language, "/", kAddedFile.data()); }

/// By language, what stands in its added file: by kind and id.
using AddedItems = std::map<std::string, std::map<ItemKey, std::string>>;

std::string added_text(const std::map<ItemKey, std::string>& items) {
  std::string text = kAddedComment;
  for (const auto& [key, item] : items) absl::StrAppend(&text, "\n", item);
  return text;
}

AddedItems added_items(const std::vector<SourceFile>& files, const Changes& changes, const Sources& sources,
                       const std::set<ItemKey>& left) {
  AddedItems added;
  Mistakes ignored;
  for (const SourceFile& file : files) {
    if (!is_added_file(file)) continue;
    for (const Place& place : places_in(file, ignored)) {
      added[file.language][{place.item.kind, place.item.id}] = text_with(place.item, "", bytes_in(file.text, place));
    }
  }
  for (const ItemKey& key : left) {
    const std::optional<ItemText>& item = changes.at(key);
    std::string before;
    for (auto& [language, items] : added) {
      const auto known = items.find(key);
      if (known == items.end()) continue;
      before = std::move(known->second);
      items.erase(known);
    }
    if (item) added[item->language][key] = text_with(*item, source_of(key, sources), before);
  }
  return added;
}

}  // namespace

std::string ShelvedItem::source() const { return rewrite_source(bytes, item); }

Shelf Shelf::of(std::vector<SourceFile> files, Mistakes& mistakes) {
  Shelf shelf;
  shelf.files_ = std::move(files);
  for (const SourceFile& file : shelf.files_) {
    if (file.language.empty()) continue;
    for (Place& place : places_in(file, mistakes)) {
      const ItemKey key{place.item.kind, place.item.id};
      if (!shelf.places_.emplace(key, shelf.items_.size()).second) continue;
      shelf.items_.push_back({std::move(place.item), file.name, place.line, bytes_in(file.text, place)});
    }
  }
  Mistakes ignored;
  shelf.words_ = words_of(shelf.files_, ignored);
  return shelf;
}

const ShelvedItem* Shelf::find(const ItemKey& key) const {
  const auto place = places_.find(key);
  return place == places_.end() ? nullptr : &items_[place->second];
}

std::vector<SourceFile> Shelf::written(const Changes& changes, const Sources& sources) const {
  std::set<ItemKey> left;
  for (const auto& [key, change] : changes) left.insert(key);
  std::vector<SourceFile> files;
  for (const SourceFile& file : files_) {
    if (is_added_file(file)) continue;
    files.push_back(
        {file.name, file.language, file.language.empty() ? file.text : rewritten(file, changes, sources, left)});
  }
  for (const auto& [language, items] : added_items(files_, changes, sources, left)) {
    if (!items.empty()) files.push_back({absl::StrCat(language, "/", kAddedFile.data()), language, added_text(items)});
  }
  std::sort(files.begin(), files.end(), [](const SourceFile& a, const SourceFile& b) { return a.name < b.name; });
  return files;
}

}  // namespace aandacht::content
