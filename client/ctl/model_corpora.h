// Labelled lines of a manifest's sets, as examples.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "client/ctl/model_manifest.h"
#include "shared/domain/library.h"
#include "shared/learn/examples.h"

namespace aandacht::ctl {

/// Turns one written line into an example's text and extras.
using ExampleMaker = std::function<learn::Example(const std::string& text, const std::string& language)>;

/// How lines become examples for the model of this name: with the signs of the word lists for "sentiment", with words
/// alone for every other. Keeps what it needs of `library`. INVALID_ARGUMENT: a phrase of the lists does not compile.
[[nodiscard]] absl::StatusOr<ExampleMaker> example_maker(const std::string& model, const domain::Library& library);

/// Reads one set. A line that is written more than once, letters and digits alone counted, is taken once.
///
/// NOT_FOUND: the file is not there; the message says where it comes from. INVALID_ARGUMENT: it is another file than
/// the manifest's (SHA-256), or a line has too few fields.
[[nodiscard]] absl::StatusOr<std::vector<learn::Example>> read_set(const CorpusSet& set,
                                                                   const std::filesystem::path& manifest_folder,
                                                                   const std::filesystem::path& corpora,
                                                                   const domain::Library& library,
                                                                   const ExampleMaker& make);

/// True for about this share of all texts, always the same ones, whatever set or order they are in.
[[nodiscard]] bool is_in_share(const std::string& text, double share);

}  // namespace aandacht::ctl
