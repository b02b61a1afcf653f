// Files in memory to one library: all [words] first, because a phrase may use the words of another file.
#include <toml++/toml.h>

#include <map>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "shared/content/items.h"
#include "shared/content/load.h"
#include "shared/content/parse.h"
#include "shared/content/table_reader.h"
#include "shared/content/words.h"

namespace aandacht::content {
namespace {

struct ParsedFile {
  const SourceFile* source;
  toml::table table;
};

std::vector<ParsedFile> parse_files(std::span<const SourceFile> files, Mistakes& mistakes) {
  std::vector<ParsedFile> parsed;
  for (const SourceFile& file : files) {
    try {
      parsed.push_back({&file, toml::parse(std::string_view(file.text), std::string_view(file.name))});
    } catch (const toml::parse_error& error) {
      mistakes.add(file.name, error.source().begin.line,
                   absl::StrCat(std::string(error.description()), "; this is not TOML"));
    }
  }
  return parsed;
}

void read_words(const ParsedFile& file, Mistakes& mistakes, Words& words) {
  const toml::node* node = file.table.get("words");
  if (node == nullptr) return;
  const toml::table* table = node->as_table();
  if (table == nullptr) {
    mistakes.add(file.source->name, node->source().begin.line, "words must be a table: write [words] above them");
    return;
  }
  TableReader reader(*table, file.source->name, "[words]", mistakes);
  for (const auto& [key, value] : *table) {
    const std::string name(key.str());
    for (Located& word : reader.texts(name)) words[name].push_back(std::move(word.text));
  }
}

using ItemReader = void (*)(const toml::table&, const ItemContext&, domain::Library&);

void read_items(const toml::node& node, ItemReader read, const std::string& key, const ItemContext& context,
                domain::Library& library) {
  const toml::array* items = node.as_array();
  if (items == nullptr) {
    context.mistakes.add(context.file, node.source().begin.line,
                         absl::StrCat(key, " must be written as [[", key, "]]"));
    return;
  }
  for (const toml::node& item : *items) {
    if (const toml::table* table = item.as_table()) {
      read(*table, context, library);
    } else {
      context.mistakes.add(context.file, item.source().begin.line,
                           absl::StrCat(key, " must be written as [[", key, "]]"));
    }
  }
}

void read_file(const ParsedFile& file, const Words& words, Mistakes& mistakes, domain::Library& library) {
  static const std::map<std::string, ItemReader, std::less<>> kItems = {
      {"why", read_why},     {"rule", read_rule},   {"we_line", read_we_line}, {"warmth_line", read_warmth_line},
      {"term", read_jargon}, {"habit", read_habit}, {"prompt", read_prompt},   {"exercise", read_exercise},
      {"alert", read_alert}};
  const ItemContext context{file.source->name, file.source->language, words, mistakes};
  domain::Lexicon& lexicon = library.lexicons[context.language];
  for (const auto& [key, node] : file.table) {
    const std::string name(key.str());
    const toml::table* table = node.as_table();
    if (const auto item = kItems.find(name); item != kItems.end()) {
      read_items(node, item->second, name, context, library);
    } else if (name == "phrases" && table != nullptr) {
      read_phrases(*table, context, lexicon);
    } else if (name == "weights" && table != nullptr) {
      read_weights(*table, context, lexicon);
    } else if (name != "words") {
      mistakes.add(context.file, key.source().begin.line,
                   absl::StrCat("unknown key \"", name,
                                "\"; a content file has [[why]], [[rule]], [[we_line]], [[warmth_line]], [[term]], "
                                "[[habit]], [[prompt]], [[exercise]], [[alert]], [phrases], [weights.NAME], [words]"));
    }
  }
}

// Each language once, at its first exercise.
void check_exercises(const std::vector<ParsedFile>& files, const domain::Library& library, Mistakes& mistakes) {
  std::set<std::string> checked;
  for (const ParsedFile& file : files) {
    const toml::node* first = file.table.get("exercise");
    if (first == nullptr || file.source->language.empty() || !checked.insert(file.source->language).second) continue;
    check_wordings(library, file.source->language, file.source->name, first->source().begin.line, mistakes);
  }
}

}  // namespace

std::map<std::string, Words> words_of(std::span<const SourceFile> files, Mistakes& mistakes) {
  std::map<std::string, Words> words;
  for (const ParsedFile& file : parse_files(files, mistakes)) {
    read_words(file, mistakes, words[file.source->language]);
  }
  return words;
}

domain::Library read_library(std::span<const SourceFile> files, Mistakes& mistakes) {
  const std::vector<ParsedFile> parsed = parse_files(files, mistakes);
  std::map<std::string, Words> words;
  for (const ParsedFile& file : parsed) read_words(file, mistakes, words[file.source->language]);
  domain::Library library;
  for (const ParsedFile& file : parsed) {
    if (file.source->language.empty() && file.source->name == kFatigueFile) {
      read_fatigue(file.table, file.source->name, mistakes, library.fatigue);
    } else if (file.source->language.empty()) {
      read_attention(file.table, file.source->name, mistakes, library.attention);
    } else {
      read_file(file, words[file.source->language], mistakes, library);
    }
  }
  check_exercises(parsed, library, mistakes);
  return library;
}

absl::StatusOr<domain::Library> parse_library(std::span<const SourceFile> files) {
  Mistakes mistakes;
  domain::Library library = read_library(files, mistakes);
  if (!mistakes.empty()) return mistakes.status();
  return library;
}

}  // namespace aandacht::content
