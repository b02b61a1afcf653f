// Content files (TOML) to a domain::Library.
//
// A content folder holds attention.toml, fatigue.toml and one folder per language with any number of *.toml files. A
// file may hold [[why]], [[rule]], [[we_line]], [[warmth_line]], [[term]] (jargon), [[habit]], [[prompt]],
// [[exercise]], [[alert]], [phrases], [weights.NAME] and [words]. Weights are "phrase" = weight or, for long lists of
// single words, "weight" = "word word …". In phrases (keys of weights are phrases too), "..." between spaces stands for
// up to four words and <name> for one of the [words] of that name in any file of the language; the rest is RE2.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "shared/domain/library.h"

namespace aandacht::content {

/// The table of what tires; any other file without a language holds the attention rules.
inline constexpr std::string_view kFatigueFile = "fatigue.toml";

/// One content file in memory.
struct SourceFile {
  std::string name;      ///< For messages: "nl/coach.toml".
  std::string language;  ///< BCP 47; empty: figures for all languages.
  std::string text;      ///< TOML.
};

/// Reads content from memory. Files of a language are merged; their order decides the order of the library.
///
/// INVALID_ARGUMENT: any mistake (syntax, unknown key or label, missing field, phrase that RE2 refuses, id used twice,
/// …). The message has a line for each mistake, at most 20: "nl/coach.toml:12: what is wrong; what to write instead".
[[nodiscard]] absl::StatusOr<domain::Library> parse_library(std::span<const SourceFile> files);

/// The files that load_library() reads, models left out. NOT_FOUND, UNAVAILABLE: as load_library().
[[nodiscard]] absl::StatusOr<std::vector<SourceFile>> load_sources(const std::filesystem::path& folder);

/// The content files of a folder as load_sources() has them, those for all languages left out; or one file, whose
/// language is the folder that it lies in. NOT_FOUND, UNAVAILABLE: as load_library().
[[nodiscard]] absl::StatusOr<std::vector<SourceFile>> load_items(const std::filesystem::path& path);

/// Reads <folder>/attention.toml and <folder>/fatigue.toml, when they are there, and every
/// <folder>/<language>/*.toml in the order of their names. Folders whose name is not a language tag are left alone. The
/// trained models are <folder>/models/NAME.model; a library without one is read with rules and lists alone.
///
/// NOT_FOUND: no such folder, or no language in it. UNAVAILABLE: a file cannot be read. INVALID_ARGUMENT: as
/// parse_library(), or a model's file is damaged; the message names it.
[[nodiscard]] absl::StatusOr<domain::Library> load_library(const std::filesystem::path& folder);

}  // namespace aandacht::content
