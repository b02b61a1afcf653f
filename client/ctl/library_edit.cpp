// aandachtctl library edit
#include <CLI/CLI.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "client/ctl/input_file.h"
#include "client/ctl/library_commands.h"
#include "client/ctl/wait_for.h"
#include "shared/base/toml_text.h"
#include "shared/content/item_source.h"
#include "shared/content/item_text.h"
#include "shared/content/merge.h"

namespace aandacht::ctl {
namespace {

using content::ItemText;
using domain::ItemView;

constexpr std::size_t kMostBytes = 64 * 1024;

constexpr char kHelp[] =
    R"(Opens the item as TOML in $VISUAL or $EDITOR and saves what it holds afterwards as a draft. What an editor would say
of it stands on the error stream. When somebody else saved meanwhile, both are merged field by field; what cannot be
merged is opened again with both words in it. Nothing of anybody is lost.

Examples:
  aandachtctl library edit why nl/terugbetaling
  aandachtctl library edit why nl/nieuw --file nieuw.toml --note "gevraagd door team 3"
  aandachtctl library publish why nl/nieuw)";

struct Options {
  ItemName name;
  std::string file;
  std::string note;
};

std::string language_of(const std::string& id) { return id.substr(0, id.find('/')); }

/// A new item with all its fields to fill in.
std::string skeleton(const ItemName& name) {
  const std::string language = language_of(name.id);
  std::string text = content::write_item({kind_of(name), language, name.id, {}});
  for (const content::FieldShape& field : content::fields_of(kind_of(name))) {
    const char* empty = field.shape == content::Field::Shape::kList ? "[]" : "\"\"";
    absl::StrAppend(&text, field.required ? "" : "# ", std::string(field.name), " = ", empty, "\n");
  }
  return text;
}

/// The text without the lines that skeleton() left to be filled in.
std::string without_hints(const std::string& text) {
  std::string kept;
  for (const absl::string_view line : absl::StrSplit(text, '\n')) {
    const bool is_hint =
        absl::StartsWith(line, "# ") && (absl::EndsWith(line, " = \"\"") || absl::EndsWith(line, " = []"));
    if (!is_hint) absl::StrAppend(&kept, line, "\n");
  }
  return kept;
}

absl::StatusOr<std::string> in_editor(const std::string& text, Environment& environment) {
  std::string pattern = (std::filesystem::temp_directory_path() / "aandacht-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) return absl::UnavailableError("cannot make a temporary folder");
  const std::filesystem::path folder = pattern;
  const std::filesystem::path path = folder / "item.toml";
  std::ofstream(path, std::ios::binary) << text;
  std::string editor = environment.variable("VISUAL").value_or("");
  if (editor.empty()) editor = environment.variable("EDITOR").value_or("");
  if (editor.empty()) editor = "vi";
  environment.out.flush();
  const int status = std::system(absl::StrCat(editor, " '", path.string(), "'").c_str());  // NOLINT(cert-env33-c)
  absl::StatusOr<std::string> written = read_input_file(path.string(), kMostBytes);
  std::error_code ignored;
  std::filesystem::remove_all(folder, ignored);
  if (status == 0) return written;
  return absl::AbortedError(absl::StrCat("the editor \"", editor, "\" failed; nothing was saved"));
}

/// What was typed so far as comments, so that a text that is no item is not typed again.
absl::StatusOr<ItemText> parsed(const std::string& text, const Options& options) {
  absl::StatusOr<ItemText> item = content::parse_item(text, language_of(options.name.id));
  if (!item.ok()) return item;
  if (item->kind == kind_of(options.name) && item->id == options.name.id) return item;
  return absl::InvalidArgumentError(absl::StrCat("the text is the ", domain::name_of(item->kind), " ", item->id,
                                                 ", not the ", options.name.kind, " ", options.name.id));
}

/// The merge with what only a person can decide above it, in comments.
std::string with_conflicts(const content::Merge& merged, const std::string& source, const std::string& who) {
  std::string text = base::toml_comment(absl::StrCat(
      who,
      " saved meanwhile. Where both changed the same words, yours stand below and theirs are here; write what it "
      "shall be."));
  for (const content::FieldMerge& field : merged.fields) {
    if (field.from != content::FieldMerge::From::kConflict) continue;
    absl::StrAppend(&text, "# ", field.name, " = ",
                    absl::StrReplaceAll(field.theirs.list.empty() ? base::toml_quote(field.theirs.text)
                                                                  : base::toml_list(field.theirs.list),
                                        {{"\n", " "}}),
                    "\n");
  }
  return text + source;
}

class Edit {
 public:
  Edit(const Session& session, const Options& options, Environment& environment)
      : session_(session), options_(options), environment_(environment), editing_(open_editing(session, environment)) {}

  Exit run() {
    absl::StatusOr<ItemView> view = read_item(*editing_, options_.name);
    if (!view.ok() && !absl::IsNotFound(view.status())) return fail(environment_, session_.server, view.status());
    std::string opened = view.ok() ? view->body() : skeleton(options_.name);
    ItemText base{kind_of(options_.name), language_of(options_.name.id), options_.name.id, {}};
    if (view.ok()) {
      if (const auto known = parsed(opened, options_); known.ok()) base = *known;
    }
    std::int64_t version = view.ok() ? view->version() : 0;
    for (bool from_file = !options_.file.empty();; from_file = false) {
      const auto text = from_file ? read_file() : in_editor(opened, environment_);
      if (!text.ok()) return fail(environment_, std::string(text.status().message()));
      const auto mine = parsed(*text, options_);
      if (!mine.ok()) return keep(*text, std::string(mine.status().message()));
      if (*mine == base && view.ok()) {
        environment_.out << "nothing changed\n";
        return Exit::kOk;
      }
      // Until it is saved, or there is something that only a person can decide.
      ItemText saving = *mine;
      const std::string source = content::item_source(without_hints(*text), mine->language).value_or("");
      for (;;) {
        const auto saved = save(saving, content::rewrite_source(source, saving), version);
        if (saved.ok()) return tell(*saved);
        if (!absl::IsAborted(saved.status()))
          return keep(content::write_item(saving), explain(session_.server, saved.status()));
        view = read_item(*editing_, options_.name);
        if (!view.ok()) return keep(content::write_item(saving), explain(session_.server, view.status()));
        const auto theirs = parsed(view->body(), options_);
        if (!theirs.ok()) return keep(content::write_item(saving), std::string(theirs.status().message()));
        const content::Merge merged = content::merge(base, *theirs, saving);
        base = *theirs;
        version = view->version();
        saving = merged.item;
        const std::string who = view->newest ? view->newest->steps.back().who.name : "somebody";
        if (merged.conflicts().empty()) {
          environment_.err << who << " saved meanwhile; both are merged\n";
          continue;
        }
        opened = with_conflicts(merged, content::rewrite_source(source, merged.item), who);
        if (from_file) return keep(opened, absl::StrCat(who, " changed the same words meanwhile"));
        break;
      }
    }
  }

 private:
  absl::StatusOr<std::string> read_file() {
    auto input = Input::open(options_.file, environment_.in);
    if (!input.ok()) return input.status();
    return std::string(std::istreambuf_iterator<char>(input->stream()), {});
  }

  absl::StatusOr<ItemView> save(const ItemText& item, const std::string& source, std::int64_t version) {
    const net::DraftToSave draft{item.kind, item.id, item.language, version, source, false, options_.note};
    return wait_for<ItemView>([&](auto answer) { editing_->save(environment_.ids.next(), draft, std::move(answer)); });
  }

  /// What was typed goes to the output rather than away.
  Exit keep(const std::string& text, const std::string& sentence) {
    environment_.out << text;
    return fail(environment_, absl::StrCat(sentence, "; what you wrote is on the output, keep it"));
  }

  Exit tell(const ItemView& view) {
    environment_.out << options_.name.kind << " " << options_.name.id << ": version " << view.version() << " is "
                     << domain::name_of(view.state()) << "\n";
    const auto findings = wait_for<std::vector<domain::ItemFinding>>(
        [&](auto answer) { editing_->check(view.kind, view.language, view.body(), std::move(answer)); });
    if (!findings.ok()) return Exit::kOk;
    for (const domain::ItemFinding& finding : *findings) {
      environment_.err << (finding.field.empty() ? options_.name.id : finding.field) << ": " << finding.what
                       << (finding.advice.empty() ? "" : ". ") << finding.advice << "\n";
    }
    return Exit::kOk;
  }

  const Session& session_;
  const Options& options_;
  Environment& environment_;
  const std::unique_ptr<net::Editing> editing_;
};

}  // namespace

void add_library_edit(CLI::App& library, Session& session) {
  auto options = std::make_shared<Options>();
  CLI::App* command = library.add_subcommand("edit", "Write a draft of an item, in your editor");
  command->footer(kHelp);
  add_item_name(*command, options->name);
  command->add_option("--file", options->file, "Take this instead of opening an editor; - is standard input");
  command->add_option("--note", options->note, "Why; stands in the history");
  command->callback([&session, options] {
    session.command = [&session, options](Environment& e) { return Edit(session, *options, e).run(); };
  });
}

}  // namespace aandacht::ctl
