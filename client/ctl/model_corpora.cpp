#include "client/ctl/model_corpora.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <set>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "client/ctl/input_file.h"
#include "shared/domain/coach_shape.h"
#include "shared/domain/normalise.h"
#include "shared/domain/sentiment_signs.h"
#include "shared/domain/sentiment_words.h"
#include "shared/learn/sha256.h"

namespace aandacht::ctl {
namespace {

namespace fs = std::filesystem;

absl::StatusOr<std::string> read_file(const CorpusSet& set, const fs::path& path) {
  absl::StatusOr<std::string> text = read_input_file(path.string());
  if (!text.ok()) {
    return absl::NotFoundError(absl::StrCat("the set '", set.name, "' is not at ", path.string(), ". It comes from ",
                                            set.origin, "; put it there, or give --corpora the folder that has it (",
                                            std::string(text.status().message()), ")"));
  }
  if (!set.sha256.empty() && learn::sha256(*text) != set.sha256) {
    return absl::InvalidArgumentError(absl::StrCat(path.string(),
                                                   " is not the file that the manifest names (its SHA-256 "
                                                   "differs): take that one, or write the new digest in the manifest"));
  }
  return text;
}

std::size_t column_of(const CorpusSet& set, const char* name) {
  return static_cast<std::size_t>(std::find(set.columns.begin(), set.columns.end(), name) - set.columns.begin());
}

/// Letters and digits.
std::string gist(const std::string& folded) {
  std::string letters;
  std::copy_if(folded.begin(), folded.end(), std::back_inserter(letters), [](char c) { return c != ' ' && c != '\''; });
  return letters;
}

/// Every word of a list as a line of its own.
std::vector<learn::Example> read_list(const CorpusSet& set, const domain::Library& library, const ExampleMaker& make) {
  std::vector<learn::Example> examples;
  for (const auto& [language, lexicon] : library.lexicons) {
    const auto list = lexicon.weights.find(set.list);
    if (list == lexicon.weights.end()) continue;
    for (const auto& [words, weight] : list->second) {
      if (weight == 0 || words.ends_with('*')) continue;
      learn::Example example = make(words, language);
      example.label = weight < 0 ? "negative" : "positive";
      example.weight = set.weight;
      examples.push_back(std::move(example));
    }
  }
  return examples;
}

}  // namespace

absl::StatusOr<ExampleMaker> example_maker(const std::string& model, const domain::Library& library) {
  std::shared_ptr<const domain::SentimentSigns> signs;
  if (model == "sentiment") signs = std::make_shared<domain::SentimentSigns>(library);
  std::shared_ptr<const domain::TurnShapes> shapes;
  if (model == "coach") shapes = std::make_shared<domain::TurnShapes>(library);
  return ExampleMaker([signs, shapes](const std::string& text, const std::string& language) {
    learn::Example example;
    example.language = language;
    const domain::Normalised normalised = domain::folded(domain::normalise(text));
    example.text = normalised.text;
    if (shapes != nullptr) {
      const domain::Normalised marked = shapes->marked(normalised, text, language);
      domain::ModelWords read;
      shapes->model_words(normalised, marked, language, read);
      example.text.clear();
      for (const std::string_view word : read.words) example.text.append(example.text.empty() ? "" : " ").append(word);
    }
    if (signs == nullptr) return example;
    const auto words = domain::split_words(example.text);
    for (const classify::Extra& extra : signs->read(words, text, language).extras) {
      example.extras.push_back({std::string(extra.name), extra.value});
    }
    return example;
  });
}

absl::StatusOr<std::vector<learn::Example>> read_set(const CorpusSet& set, const fs::path& manifest_folder,
                                                     const fs::path& corpora, const domain::Library& library,
                                                     const ExampleMaker& make) {
  if (!set.list.empty()) return read_list(set, library, make);
  const fs::path path = (set.own ? manifest_folder : corpora) / set.file;
  const absl::StatusOr<std::string> text = read_file(set, path);
  if (!text.ok()) return text.status();
  const std::size_t label = column_of(set, "label");
  const std::size_t language = column_of(set, "lang");
  const std::size_t words = column_of(set, "text");
  const std::size_t kind = column_of(set, "kind");
  std::vector<learn::Example> examples;
  std::set<std::string> seen;
  std::size_t number = 0;
  for (const absl::string_view line : absl::StrSplit(*text, '\n')) {
    ++number;
    if (line.empty()) continue;
    const std::vector<std::string> fields = absl::StrSplit(line, '\t');
    if (fields.size() <= std::max({label, language, words})) {
      return absl::InvalidArgumentError(absl::StrCat(path.string(), ":", number, ": ", fields.size(), " fields of ",
                                                     set.columns.size(), "; label, lang and text must be among them"));
    }
    if (!set.kind.empty() && (kind >= fields.size() || fields[kind] != set.kind)) continue;
    learn::Example example = make(fields[words], fields[language]);
    if (example.text.empty() || !seen.insert(absl::StrCat(fields[language], " ", gist(example.text))).second) continue;
    example.label = fields[label];
    example.weight = set.weight;
    examples.push_back(std::move(example));
  }
  return examples;
}

bool is_in_share(const std::string& text, double share) {
  constexpr int kDigits = 6;
  const double place = static_cast<double>(std::stoul(learn::sha256(text).substr(0, kDigits), nullptr, 16)) / (1 << 24);
  return place < share;
}

}  // namespace aandacht::ctl
