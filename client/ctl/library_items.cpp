// aandachtctl library list, search, show, history, diff, submit, publish, retire, restore
#include <CLI/CLI.hpp>
#include <algorithm>
#include <optional>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "client/ctl/json_out.h"
#include "client/ctl/library_commands.h"
#include "client/ctl/wait_for.h"
#include "client/net/channel.h"
#include "shared/content/item_text.h"
#include "shared/content/word_diff.h"

namespace aandacht::ctl {
namespace {

using domain::ItemState;
using domain::ItemVersion;
using domain::ItemView;

struct Options {
  bool json = false;
  ItemName name;
  std::string kind;
  std::string language;
  std::string state;
  std::string words;
  std::string note;
  std::int64_t version = -1;  ///< -1: the newest.
  std::vector<std::int64_t> versions;
};

const std::vector<ItemState> kStates = {ItemState::kShipped, ItemState::kDraft,    ItemState::kReview,
                                        ItemState::kLive,    ItemState::kReplaced, ItemState::kRetired};

std::vector<std::string> kind_names() {
  std::vector<std::string> names;
  for (const domain::ItemKind kind : domain::item_kinds()) names.emplace_back(domain::name_of(kind));
  return names;
}

std::vector<std::string> state_names() {
  std::vector<std::string> names;
  for (const ItemState state : kStates) names.emplace_back(domain::name_of(state));
  return names;
}

void print(const domain::ItemRow& row, const Options& options, Environment& environment) {
  if (options.json) {
    environment.out << to_line({{"kind", domain::name_of(row.kind)},
                                {"id", row.id},
                                {"lang", row.language},
                                {"title", row.title},
                                {"state", domain::name_of(row.state)},
                                {"version", row.version},
                                {"in_force", row.in_force},
                                {"editor", row.editor},
                                {"beside", row.translations},
                                {"changed", moment_json(row.changed, environment.zone)}})
                    << '\n';
    return;
  }
  environment.out << absl::StrFormat("%-7s %-36s %-9s %s%s\n", domain::name_of(row.kind), row.id,
                                     domain::name_of(row.state), row.title,
                                     row.editor.empty() ? "" : absl::StrCat("  (", row.editor, ")"));
}

Exit list(const Session& session, const Options& options, Environment& environment) {
  net::ItemQuery query;
  if (!options.kind.empty()) query.kind = *content::find_kind(options.kind);
  for (const ItemState state : kStates) {
    if (domain::name_of(state) == options.state) query.state = state;
  }
  query.language = options.language;
  query.words = options.words;
  const auto editing = open_editing(session, environment);
  std::string token;
  do {
    const auto page = wait_for<net::ItemPage>([&](auto answer) { editing->list(query, token, std::move(answer)); });
    if (!page.ok()) return fail(environment, session.server, page.status());
    for (const domain::ItemRow& row : page->rows) print(row, options, environment);
    token = page->next;
  } while (!token.empty());
  return Exit::kOk;
}

Json version_json(const ItemVersion& version, const Environment& environment) {
  Json steps = Json::array();
  for (const domain::ItemStep& step : version.steps) {
    steps.push_back({{"state", domain::name_of(step.state)},
                     {"who", step.who.name},
                     {"time", moment_json(step.time, environment.zone)},
                     {"note", step.note}});
  }
  return {{"version", version.number},
          {"base", version.base},
          {"state", domain::name_of(version.state)},
          {"toml", version.body},
          {"steps", steps}};
}

Exit show(const Session& session, const Options& options, Environment& environment) {
  const auto editing = open_editing(session, environment);
  const auto view = read_item(*editing, options.name);
  if (!view.ok()) return fail(environment, session.server, view.status());
  if (options.json) {
    environment.out << to_line({{"kind", domain::name_of(view->kind)},
                                {"id", view->id},
                                {"lang", view->language},
                                {"state", domain::name_of(view->state())},
                                {"shipped", view->shipped},
                                {"in_force", view->in_force ? version_json(*view->in_force, environment) : Json()},
                                {"newest", view->newest ? version_json(*view->newest, environment) : Json()}})
                    << '\n';
    return Exit::kOk;
  }
  environment.out << "# " << domain::name_of(view->state());
  if (view->newest) environment.out << ", version " << view->version() << ", " << view->newest->steps.back().who.name;
  environment.out << "\n" << view->body();
  return Exit::kOk;
}

absl::StatusOr<std::vector<ItemVersion>> read_versions(net::Editing& editing, const ItemName& name) {
  return wait_for<std::vector<ItemVersion>>(
      [&](auto answer) { editing.versions(kind_of(name), name.id, std::move(answer)); });
}

Exit history(const Session& session, const Options& options, Environment& environment) {
  const auto editing = open_editing(session, environment);
  const auto versions = read_versions(*editing, options.name);
  if (!versions.ok()) return fail(environment, session.server, versions.status());
  for (const ItemVersion& version : *versions) {
    if (options.json) {
      environment.out << to_line(version_json(version, environment)) << '\n';
      continue;
    }
    environment.out << "version " << version.number << " (from " << version.base << "), "
                    << domain::name_of(version.state) << "\n";
    for (const domain::ItemStep& step : version.steps) {
      environment.out << "  " << absl::FormatTime("%Y-%m-%d %H:%M", step.time, environment.zone) << "  "
                      << absl::StrFormat("%-9s", domain::name_of(step.state)) << step.who.name
                      << (step.note.empty() ? "" : ": ") << step.note << "\n";
    }
  }
  return Exit::kOk;
}

/// The words of a version; 0 is what was shipped, or nothing.
absl::StatusOr<content::ItemText> text_of(const ItemView& view, const std::vector<ItemVersion>& versions,
                                          std::int64_t number) {
  std::string body = number == 0 ? view.shipped : std::string();
  for (const ItemVersion& version : versions) {
    if (version.number == number && number != 0) body = version.body;
  }
  if (number == 0 && body.empty()) return content::ItemText{view.kind, view.language, view.id, {}};
  if (body.empty()) return absl::NotFoundError(absl::StrCat("there is no version ", number, "; see library history"));
  return content::parse_item(body, view.language);
}

std::string words_of(const content::ItemText& item, const std::string& field) {
  const content::Field* found = item.find(field);
  if (found == nullptr) return {};
  std::string words = found->text;
  for (const std::string& text : found->list) absl::StrAppend(&words, words.empty() ? "" : "\n", text);
  return words;
}

/// Removed words between [- and -], added ones between {+ and +}.
void print_difference(const content::ItemText& before, const content::ItemText& after, std::ostream& out) {
  std::vector<std::string> fields;
  for (const content::ItemText* item : {&before, &after}) {
    for (const content::Field& field : item->fields) {
      if (std::find(fields.begin(), fields.end(), field.name) == fields.end()) fields.push_back(field.name);
    }
  }
  for (const std::string& field : fields) {
    const std::string old_words = words_of(before, field);
    const std::string new_words = words_of(after, field);
    if (old_words == new_words) continue;
    out << field << ":";
    for (const content::WordChange& change : content::word_changes(old_words, new_words)) {
      switch (change.kind) {
        case content::WordChange::Kind::kSame:
          out << ' ' << change.words;
          break;
        case content::WordChange::Kind::kRemoved:
          out << " [-" << change.words << "-]";
          break;
        case content::WordChange::Kind::kAdded:
          out << " {+" << change.words << "+}";
          break;
      }
    }
    out << '\n';
  }
}

Exit diff(const Session& session, const Options& options, Environment& environment) {
  const auto editing = open_editing(session, environment);
  const auto view = read_item(*editing, options.name);
  if (!view.ok()) return fail(environment, session.server, view.status());
  const auto versions = read_versions(*editing, options.name);
  if (!versions.ok()) return fail(environment, session.server, versions.status());
  const std::int64_t in_force = view->in_force ? view->in_force->number : 0;
  const std::int64_t from = options.versions.empty() ? in_force : options.versions[0];
  const std::int64_t to = options.versions.size() < 2 ? view->version() : options.versions[1];
  const auto before = text_of(*view, *versions, from);
  if (!before.ok()) return fail(environment, std::string(before.status().message()));
  const auto after = text_of(*view, *versions, to);
  if (!after.ok()) return fail(environment, std::string(after.status().message()));
  print_difference(*before, *after, environment.out);
  return Exit::kOk;
}

using Step = void (net::Editing::*)(const std::string&, const net::ItemMove&, net::Editing::Answer<ItemView>);

Exit move(const Session& session, const Options& options, Environment& environment, Step step) {
  const auto editing = open_editing(session, environment);
  const auto before = read_item(*editing, options.name);
  if (!before.ok()) return fail(environment, session.server, before.status());
  const std::int64_t newest = before->version();
  const net::ItemMove wanted{kind_of(options.name), options.name.id, options.version < 0 ? newest : options.version,
                             options.note, newest};
  const auto after = wait_for<ItemView>(
      [&](auto answer) { (editing.get()->*step)(environment.ids.next(), wanted, std::move(answer)); });
  if (!after.ok()) return fail(environment, session.server, after.status());
  environment.out << options.name.kind << " " << options.name.id << ": version " << after->version() << " is "
                  << domain::name_of(after->state()) << "\n";
  return Exit::kOk;
}

using Command = Exit (*)(const Session&, const Options&, Environment&);

CLI::App* add(CLI::App& library, Session& session, const std::shared_ptr<Options>& options, const char* name,
              const char* about, Command command) {
  CLI::App* added = library.add_subcommand(name, about);
  added->callback([&session, options, command] {
    session.command = [&session, options, command](Environment& e) { return command(session, *options, e); };
  });
  return added;
}

void add_filters(CLI::App& command, Options& options) {
  command.add_option("--kind", options.kind, "Only these")->check(CLI::IsMember(kind_names()));
  command.add_option("--lang", options.language, "Only this language, such as nl or en");
  command.add_option("--state", options.state, "Only those whose newest version stands here")
      ->check(CLI::IsMember(state_names()));
  command.add_flag("--json", options.json, "JSON lines out");
}

void add_move(CLI::App& library, Session& session, const char* name, const char* about, Step step,
              const char* version_about) {
  auto options = std::make_shared<Options>();
  CLI::App* added = library.add_subcommand(name, about);
  add_item_name(*added, options->name);
  CLI::Option* version = added->add_option("--version", options->version, version_about)->check(CLI::NonNegativeNumber);
  if (step == static_cast<Step>(&net::Editing::restore)) version->required();
  added->add_option("--note", options->note, "Why; stands in the history");
  added->callback([&session, options, step] {
    session.command = [&session, options, step](Environment& e) { return move(session, *options, e, step); };
  });
}

}  // namespace

void add_item_name(CLI::App& command, ItemName& name) {
  command.add_option("KIND", name.kind, "why, rule, term, habit or prompt")
      ->required()
      ->check(CLI::IsMember(kind_names()));
  command.add_option("ID", name.id, "Its id with the language, such as nl/terugbetaling")->required();
}

domain::ItemKind kind_of(const ItemName& name) { return *content::find_kind(name.kind); }

std::unique_ptr<net::Editing> open_editing(const Session& session, const Environment& environment) {
  return std::make_unique<net::Editing>(net::open_channel(session.server), default_agent(environment));
}

absl::StatusOr<ItemView> read_item(net::Editing& editing, const ItemName& name) {
  return wait_for<ItemView>([&](auto answer) { editing.get(kind_of(name), name.id, std::move(answer)); });
}

void add_library_items(CLI::App& library, Session& session) {
  const auto fresh = [] { return std::make_shared<Options>(); };
  auto options = fresh();
  add_filters(
      *add(library, session, options, "list", "Whys, rules, jargon, habits and prompts, and where they stand", list),
      *options);
  options = fresh();
  CLI::App* search = add(library, session, options, "search", "Items that have these words", list);
  search->add_option("WORDS", options->words, "All of them are somewhere in the item")->required();
  add_filters(*search, *options);
  for (const auto& [name, about, command] :
       {std::tuple{"show", "One item as TOML: its newest version, or as shipped", &show},
        std::tuple{"history", "Every version, and who moved it when and why", &history},
        std::tuple{"diff", "What changed, word by word: [-gone-] {+new+}", &diff}}) {
    options = fresh();
    CLI::App* added = add(library, session, options, name, about, command);
    add_item_name(*added, options->name);
    if (command == &diff) {
      added
          ->add_option("VERSIONS", options->versions,
                       "From and to; 0 is as shipped. Otherwise from what is in force to the newest")
          ->expected(0, 2);
    } else {
      added->add_flag("--json", options->json, "JSON lines out");
    }
  }
  constexpr const char* kNewest = "Only when this is the newest version; otherwise whatever is";
  add_move(library, session, "submit", "Send the newest draft to review", &net::Editing::submit, kNewest);
  add_move(library, session, "publish", "Put the newest version in force, for calls that go on too",
           &net::Editing::publish, kNewest);
  add_move(library, session, "retire", "Take an item out of force, also a shipped one", &net::Editing::retire, kNewest);
  add_move(library, session, "restore", "Make a draft of an earlier version's words", &net::Editing::restore,
           "Whose words; 0 is as shipped");
}

}  // namespace aandacht::ctl
