// aandachtctl library import, export
#include <CLI/CLI.hpp>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "client/ctl/json_out.h"
#include "client/ctl/library_commands.h"
#include "client/ctl/wait_for.h"
#include "client/net/channel.h"
#include "client/net/library_files.h"
#include "shared/content/load.h"

namespace aandacht::ctl {
namespace {

constexpr absl::Duration kExportTimeout = absl::Seconds(60);

struct Options {
  bool json = false;
  std::string path;
  net::LibraryImport import;
};

absl::Status read_files(const std::string& path, net::LibraryImport& import) {
  const auto files = content::load_items(path);
  if (!files.ok()) return files.status();
  for (const content::SourceFile& file : *files) import.files.emplace_back(file.name, file.text);
  return absl::OkStatus();
}

const char* name_of(domain::ImportOutcome outcome) {
  switch (outcome) {
    case domain::ImportOutcome::kNew:
      return "new";
    case domain::ImportOutcome::kChanged:
      return "changed";
    case domain::ImportOutcome::kSame:
      return "same";
    case domain::ImportOutcome::kRetired:
      return "retired";
    case domain::ImportOutcome::kWrong:
      return "wrong";
  }
  return "";
}

void print(const domain::ImportRow& row, const Options& options, Environment& environment) {
  const char* kind = row.id.empty() ? "" : domain::name_of(row.kind);
  if (options.json) {
    environment.out << to_line({{"outcome", name_of(row.outcome)},
                                {"kind", kind},
                                {"id", row.id},
                                {"file", row.file},
                                {"line", row.line},
                                {"what", row.what}})
                    << '\n';
    return;
  }
  if (row.outcome == domain::ImportOutcome::kSame) return;
  environment.out << absl::StrFormat("%-8s %-7s %s", name_of(row.outcome), kind, row.id);
  if (!row.what.empty()) environment.out << "  " << row.file << ":" << row.line << ": " << row.what;
  environment.out << '\n';
}

Exit import(const Session& session, Options options, Environment& environment) {
  if (const absl::Status status = read_files(options.path, options.import); !status.ok()) {
    return fail(environment, std::string(status.message()));
  }
  const auto editing = open_editing(session, environment);
  const auto imported = wait_for<net::ImportAnswer>(
      [&](auto answer) { editing->import_files(environment.ids.next(), options.import, std::move(answer)); });
  if (!imported.ok()) return fail(environment, session.server, imported.status());
  std::size_t changed = 0;
  std::size_t wrong = 0;
  for (const domain::ImportRow& row : imported->rows) {
    print(row, options, environment);
    if (row.outcome == domain::ImportOutcome::kWrong) ++wrong;
    if (row.outcome != domain::ImportOutcome::kWrong && row.outcome != domain::ImportOutcome::kSame) ++changed;
  }
  if (wrong > 0) return fail(environment, absl::StrCat(wrong, " wrong; nothing was imported, mend them first"));
  if (options.json) return Exit::kOk;
  const std::size_t same = imported->rows.size() - changed;
  environment.out << changed << (options.import.dry_run ? " would change, " : " changed, ") << same << " the same\n";
  return Exit::kOk;
}

Exit save(const Session& session, const Options& options, Environment& environment) {
  const auto files = net::export_library(net::open_channel(session.server), kExportTimeout);
  if (!files.ok()) return fail(environment, session.server, files.status());
  const auto change = net::compare_with_folder(*files, options.path);
  if (!change.ok()) return fail(environment, std::string(change.status().message()));
  if (options.import.dry_run) {
    for (const std::string& name : change->replaced) environment.out << "replaced " << name << "\n";
    environment.out << change->added << " new, " << change->replaced.size() << " replaced, " << change->same
                    << " the same\n";
    return Exit::kOk;
  }
  const net::FolderResult written = net::write_into_folder(*files, options.path, net::Replace::kYes, {}, nullptr);
  const std::string problem(written.status.message());
  if (written.changed < written.wanted && written.changed > 0) {
    return fail(environment, absl::StrCat(problem, "; ", written.changed, " of ", written.wanted,
                                          " files are new and the others as they were; mend it and export again"));
  }
  if (!written.status.ok())
    return fail(environment, absl::StrCat(problem, "; nothing was changed, name a folder of yours"));
  environment.out << files->size() << " files in " << options.path << "\n";
  return Exit::kOk;
}

}  // namespace

void add_library_files(CLI::App& library, Session& session) {
  auto options = std::make_shared<Options>();
  CLI::App* in = library.add_subcommand("import", "Take whys, rules, jargon, habits and prompts from content files");
  in->footer("Lines, word lists and exercises in the files are left alone. With one wrong item nothing is imported.");
  in->add_option("DIR", options->path, "A content folder, or one file in a folder of its language")->required();
  in->add_flag("--dry-run", options->import.dry_run, "Say what is new, changed, the same and wrong; change nothing");
  in->add_flag("--live", options->import.live, "Put in force at once; otherwise drafts");
  in->add_flag("--retire-missing", options->import.retire_missing,
               "With --live: what is in force and not in the files is retired");
  in->add_option("--note", options->import.note, "Why; stands in the history");
  in->add_flag("--json", options->json, "JSON lines out");
  in->callback([&session, options] {
    session.command = [&session, options](Environment& e) { return import(session, *options, e); };
  });
  auto out_options = std::make_shared<Options>();
  CLI::App* out = library.add_subcommand("export", "Write what is in force as a content folder");
  out->add_option("DIR", out_options->path, "Folder; made when it is not there")->required();
  out->add_flag("--dry-run", out_options->import.dry_run,
                "Say what would be new, replaced and the same; write nothing");
  out->callback([&session, out_options] {
    session.command = [&session, out_options](Environment& e) { return save(session, *out_options, e); };
  });
}

}  // namespace aandacht::ctl
