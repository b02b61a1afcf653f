#include "shared/content/check.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "shared/content/check_detail.h"
#include "shared/content/parse.h"
#include "shared/domain/reader.h"

namespace aandacht::content {
namespace {

constexpr std::string_view kItems[] = {"why", "rule", "we_line", "warmth_line", "term", "habit", "prompt", "exercise"};

struct ParsedFile {
  const SourceFile* source;
  toml::table table;
};

/// Files that are not TOML are left out: read_library() says so.
std::vector<ParsedFile> parse_files(std::span<const SourceFile> files) {
  std::vector<ParsedFile> parsed;
  for (const SourceFile& file : files) {
    try {
      if (!file.language.empty()) parsed.push_back({&file, toml::parse(std::string_view(file.text))});
    } catch (const toml::parse_error&) {
      continue;
    }
  }
  return parsed;
}

std::string name_of(std::string_view kind, const toml::table& table) {
  const toml::node* name = table.get(kind == "term" ? "word" : "id");
  if (name == nullptr || !name->is_string()) return absl::StrCat("a ", std::string(kind));
  return absl::StrCat("the ", std::string(kind), " ", name->as_string()->get());
}

/// The items of a kind in a file; what is not a table is left out.
void add_items(const ParsedFile& file, std::string_view kind, std::vector<Item>& items) {
  const toml::array* array = file.table[kind].as_array();
  if (array == nullptr) return;
  for (const toml::node& node : *array) {
    if (const toml::table* table = node.as_table()) {
      items.push_back({file.source->name, file.source->language, table, name_of(kind, *table)});
    }
  }
}

void check_item(std::string_view kind, const Item& item, const domain::Library& library, const JargonFinder& jargon,
                Findings& findings) {
  if (kind == "why") check_why(item, jargon, findings);
  if (kind == "rule") check_rule(item, library, findings);
  if (kind == "we_line") check_we_line(item, jargon, findings);
  if (kind == "warmth_line") check_warmth_line(item, jargon, findings);
  if (kind == "term") check_term(item, jargon, findings);
  if (kind == "habit") check_habit(item, findings);
  if (kind == "prompt") check_prompt(item, findings);
  if (kind == "exercise") check_exercise(item, findings);
}

void add_unreadable(const Mistakes& mistakes, Findings& findings) {
  for (const Mistake& mistake : mistakes.all()) {
    const std::size_t semicolon = mistake.what.rfind("; ");
    const bool advised = semicolon != std::string::npos;
    findings.push_back({mistake.file, mistake.line, "unreadable", mistake.what.substr(0, semicolon),
                        advised ? mistake.what.substr(semicolon + 2) : std::string()});
  }
}

/// The readers may refuse what the files alone allow: a phrase list with a cue that matches everything.
void check_readers(const domain::Library& library, Findings& findings) {
  const absl::Status status = domain::Reader::create(library).status();
  if (status.ok()) return;
  findings.push_back({"", 0, "unreadable", std::string(status.message()), "mend it: the service would not start"});
}

}  // namespace

std::vector<Finding> check_content(std::span<const SourceFile> files) {
  Findings findings;
  Mistakes mistakes;
  const domain::Library library = read_library(files, mistakes);
  add_unreadable(mistakes, findings);
  const JargonFinder jargon(library.jargon);
  const std::vector<ParsedFile> parsed = parse_files(files);
  std::vector<Item> all;
  for (const std::string_view kind : kItems) {
    std::vector<Item> items;
    for (const ParsedFile& file : parsed) add_items(file, kind, items);
    for (const Item& item : items) check_item(kind, item, library, jargon, findings);
    all.insert(all.end(), items.begin(), items.end());
  }
  check_translations(all, findings);
  if (mistakes.empty()) {
    check_languages(library, all, findings);
    check_readers(library, findings);
  }
  std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
    return std::tie(a.file, a.line) < std::tie(b.file, b.line);
  });
  return findings;
}

absl::StatusOr<std::vector<Finding>> check_folder(const std::filesystem::path& folder) {
  const absl::StatusOr<std::vector<SourceFile>> files = load_sources(folder);
  if (!files.ok()) return files.status();
  return check_content(*files);
}

}  // namespace aandacht::content
