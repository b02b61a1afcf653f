// aandachtctl library beside
#include <CLI/CLI.hpp>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "client/ctl/json_out.h"
#include "client/ctl/library_commands.h"
#include "client/ctl/wait_for.h"
#include "shared/content/item_text.h"
#include "shared/content/translations.h"

namespace aandacht::ctl {
namespace {

using content::ItemText;
using domain::ItemView;

constexpr char kHelp[] =
    R"(Each field in both languages, one under the other. What stands beside an item is what its field translates names,
what names it so, or else what has the same name in the other language. When there is none it says so (exit status 1);
--begin NAME then writes a draft in the other language, with translates set and what is the same in both filled in.

Examples:
  aandachtctl library beside why nl/terugbetaling
  aandachtctl library beside why nl/parkeren --begin parking
  aandachtctl library edit why en/parking)";

struct Options {
  bool json = false;
  ItemName name;
  std::string begin;
};

std::string language_of(const std::string& id) { return std::string(content::language_in(id)); }

/// The other of Dutch and English; of any other language Dutch.
std::string other_language(const std::string& language) { return language.starts_with("nl") ? "en" : "nl"; }

std::string words_of(const ItemText& item, std::string_view field) {
  const content::Field* found = item.find(field);
  if (found == nullptr) return "-";
  return found->shape == content::Field::Shape::kList ? absl::StrJoin(found->list, " | ") : found->text;
}

void print(const ItemText& one, const ItemText& other, const Options& options, std::ostream& out) {
  std::vector<std::string> names;
  for (const content::FieldShape& shape : content::fields_of(one.kind)) names.emplace_back(shape.name);
  if (!options.json) out << one.id << "  " << other.id << "\n";
  Json fields = Json::object();
  for (const std::string& name : names) {
    if (name == content::kTranslates || (one.find(name) == nullptr && other.find(name) == nullptr)) continue;
    fields[name] = {{one.language, words_of(one, name)}, {other.language, words_of(other, name)}};
    if (options.json) continue;
    out << name << "\n  " << one.language << "  " << words_of(one, name) << "\n  " << other.language << "  "
        << words_of(other, name) << "\n";
  }
  if (options.json) {
    out << to_line({{"kind", domain::name_of(one.kind)}, {"id", one.id}, {"beside", other.id}, {"fields", fields}})
        << '\n';
  }
}

Exit begin(net::Editing& editing, const ItemText& item, const Options& options, const Session& session,
           Environment& environment) {
  if (language_of(item.id) != item.language) {
    return fail(environment,
                absl::StrCat(item.id, " has no language before its name, so nothing can name it; save it as ",
                             item.language, "/", item.id, " first"));
  }
  const ItemText begun = content::begun_in(item, other_language(item.language), options.begin);
  const auto known = read_item(editing, {options.name.kind, begun.id});
  if (known.ok()) {
    return fail(environment, absl::StrCat(begun.id, " is there already; choose another name, or name ", item.id,
                                          " in its translates"));
  }
  if (!absl::IsNotFound(known.status())) return fail(environment, session.server, known.status());
  const net::DraftToSave draft{begun.kind, begun.id, begun.language, 0, content::write_item(begun), false, ""};
  const auto saved =
      wait_for<ItemView>([&](auto answer) { editing.save(environment.ids.next(), draft, std::move(answer)); });
  if (!saved.ok()) return fail(environment, session.server, saved.status());
  environment.out << options.name.kind << " " << begun.id << ": version " << saved->version() << " is "
                  << domain::name_of(saved->state()) << "; write its words: aandachtctl library edit "
                  << options.name.kind << " " << begun.id << "\n";
  return Exit::kOk;
}

Exit beside(const Session& session, const Options& options, Environment& environment) {
  const auto editing = open_editing(session, environment);
  const auto view = read_item(*editing, options.name);
  if (!view.ok()) return fail(environment, session.server, view.status());
  const auto item = content::parse_item(view->body(), view->language);
  if (!item.ok()) return fail(environment, std::string(item.status().message()));
  if (view->translations.empty()) {
    if (!options.begin.empty()) return begin(*editing, *item, options, session, environment);
    return fail(environment, absl::StrCat(options.name.kind, " ", view->id, " has nothing beside it in ",
                                          other_language(view->language), " yet; begin it with --begin NAME"));
  }
  if (!options.begin.empty()) {
    return fail(environment, absl::StrCat(view->id, " has ", absl::StrJoin(view->translations, ", "),
                                          " beside it already; edit that one"));
  }
  for (const std::string& id : view->translations) {
    const auto other = read_item(*editing, {options.name.kind, id});
    if (!other.ok()) return fail(environment, session.server, other.status());
    const auto text = content::parse_item(other->body(), language_of(id));
    if (!text.ok()) return fail(environment, std::string(text.status().message()));
    print(*item, *text, options, environment.out);
  }
  return Exit::kOk;
}

}  // namespace

void add_library_beside(CLI::App& library, Session& session) {
  auto options = std::make_shared<Options>();
  CLI::App* command = library.add_subcommand("beside", "One item in both languages, or begin the other language");
  command->footer(kHelp);
  add_item_name(*command, options->name);
  command->add_option("--begin", options->begin, "Its name in the other language; of a term the word");
  command->add_flag("--json", options->json, "JSON lines out");
  command->callback([&session, options] {
    session.command = [&session, options](Environment& e) { return beside(session, *options, e); };
  });
}

}  // namespace aandacht::ctl
