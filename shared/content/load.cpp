#include "shared/content/load.h"

#include <algorithm>
#include <fstream>
#include <memory>
#include <system_error>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"

namespace aandacht::content {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostBytes = std::size_t{1} << 30;  // As of files that a command is given.
constexpr std::size_t kBlockBytes = std::size_t{1} << 16;

/// "nl", "en", "nl-BE"; not "demo".
bool is_language_tag(const std::string& name) {
  const std::string primary = name.substr(0, name.find('-'));
  return primary.size() >= 2 && primary.size() <= 3 &&
         std::all_of(primary.begin(), primary.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

absl::Status too_large(const fs::path& path) {
  return absl::InvalidArgumentError(
      absl::StrCat(path.string(), " is over ", kMostBytes, " bytes, the most that is taken"));
}

absl::StatusOr<std::string> read_text(const fs::path& path) {
  std::error_code error;  // Reading a folder throws.
  if (!fs::is_regular_file(path, error)) {
    return absl::UnavailableError(absl::StrCat(path.string(), " is no file; content is read from files only"));
  }
  if (const std::uintmax_t size = fs::file_size(path, error); !error && size > kMostBytes) return too_large(path);
  std::ifstream in(path, std::ios::binary);
  if (!in) return absl::UnavailableError(absl::StrCat("cannot read ", path.string()));
  std::string text;
  while (in && text.size() <= kMostBytes) {  // It may grow while it is read.
    const std::size_t had = text.size();
    text.resize(had + kBlockBytes);
    in.read(text.data() + had, kBlockBytes);
    text.resize(had + static_cast<std::size_t>(in.gcount()));
  }
  if (in.bad()) return absl::UnavailableError(absl::StrCat("cannot read ", path.string()));
  if (text.size() > kMostBytes) return too_large(path);
  return text;
}

absl::StatusOr<std::vector<fs::path>> list_folder(const fs::path& folder) {
  std::error_code error;
  std::vector<fs::path> entries;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    entries.push_back(it->path());
  }
  if (error) return absl::NotFoundError(absl::StrCat(folder.string(), ": ", error.message()));
  std::sort(entries.begin(), entries.end());
  return entries;
}

absl::Status add_file(const fs::path& path, const std::string& language, std::vector<SourceFile>& files) {
  absl::StatusOr<std::string> text = read_text(path);
  if (!text.ok()) return text.status();
  const std::string name = path.filename().string();
  files.push_back({language.empty() ? name : absl::StrCat(language, "/", name), language, *std::move(text)});
  return absl::OkStatus();
}

absl::Status add_language(const fs::path& folder, std::vector<SourceFile>& files) {
  const absl::StatusOr<std::vector<fs::path>> entries = list_folder(folder);
  if (!entries.ok()) return entries.status();
  for (const fs::path& entry : *entries) {
    if (entry.extension() != ".toml") continue;
    if (absl::Status status = add_file(entry, folder.filename().string(), files); !status.ok()) return status;
  }
  return absl::OkStatus();
}

/// Every <folder>/models/NAME.model.
absl::Status add_models(const fs::path& folder, classify::Models& models) {
  std::error_code error;
  if (!fs::is_directory(folder / "models", error)) return absl::OkStatus();
  const absl::StatusOr<std::vector<fs::path>> entries = list_folder(folder / "models");
  if (!entries.ok()) return entries.status();
  for (const fs::path& entry : *entries) {
    if (entry.extension() != ".model") continue;
    const absl::StatusOr<std::string> bytes = read_text(entry);
    if (!bytes.ok()) return bytes.status();
    absl::StatusOr<classify::LinearModel> model = classify::LinearModel::parse(*bytes);
    if (!model.ok()) {
      return absl::InvalidArgumentError(absl::StrCat(entry.string(), ": ", std::string(model.status().message())));
    }
    models[entry.stem().string()] = std::make_shared<const classify::LinearModel>(*std::move(model));
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<std::vector<SourceFile>> load_sources(const fs::path& folder) {
  const absl::StatusOr<std::vector<fs::path>> entries = list_folder(folder);
  if (!entries.ok()) return entries.status();
  std::vector<SourceFile> files;
  for (const fs::path& entry : *entries) {
    absl::Status status;
    std::error_code error;
    if (entry.filename() == "attention.toml" || entry.filename() == kFatigueFile) {
      status = add_file(entry, "", files);
    } else if (fs::is_directory(entry, error) && is_language_tag(entry.filename().string())) {
      status = add_language(entry, files);
    }
    if (!status.ok()) return status;
  }
  const auto has_language = [](const SourceFile& file) { return !file.language.empty(); };
  if (std::none_of(files.begin(), files.end(), has_language)) {
    return absl::NotFoundError(absl::StrCat(folder.string(), " has no content: no folder nl or en with *.toml in it"));
  }
  return files;
}

absl::StatusOr<std::vector<SourceFile>> load_items(const fs::path& path) {
  std::error_code error;
  if (fs::is_directory(path, error)) {
    absl::StatusOr<std::vector<SourceFile>> files = load_sources(path);
    if (files.ok()) std::erase_if(*files, [](const SourceFile& file) { return file.language.empty(); });
    return files;
  }
  if (!fs::exists(path, error)) return absl::NotFoundError(absl::StrCat(path.string(), " is not there"));
  std::vector<SourceFile> files;
  const absl::Status status = add_file(path, fs::absolute(path, error).parent_path().filename().string(), files);
  if (!status.ok()) return status;
  return files;
}

absl::StatusOr<domain::Library> load_library(const fs::path& folder) {
  const absl::StatusOr<std::vector<SourceFile>> files = load_sources(folder);
  if (!files.ok()) return files.status();
  absl::StatusOr<domain::Library> library = parse_library(*files);
  if (!library.ok()) return library;
  if (absl::Status status = add_models(folder, library->models); !status.ok()) return status;
  return library;
}

}  // namespace aandacht::content
