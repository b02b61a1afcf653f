// Exercises for a reset: wordings that fit thirty seconds, enough of each kind that none wears out.
#include <algorithm>

#include "absl/strings/str_cat.h"
#include "shared/content/check_detail.h"
#include "shared/content/item_parts.h"
#include "shared/domain/readability.h"

namespace aandacht::content {
namespace {

constexpr std::string_view kAuthor = "Aandacht";
constexpr std::size_t kLeastSteps = 2;
constexpr std::size_t kMostSteps = 5;
constexpr std::size_t kLongestStep = 90;
constexpr std::size_t kLongestTitle = 32;
constexpr std::ptrdiff_t kLeastWordings = 6;
constexpr std::size_t kMostWords = 75;  // Thirty seconds at 150 words a minute, as one speaks.

// In UTF-8 every character has one byte that does not continue another.
std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

void check_steps(TableReader& reader, const std::vector<Located>& steps, const ItemContext& context) {
  if (steps.size() < kLeastSteps || steps.size() > kMostSteps) {
    reader.wrong("steps", absl::StrCat("an exercise has ", kLeastSteps, " to ", kMostSteps,
                                       " steps; write steps = [\"…\", \"…\"], one line each"));
  }
  for (const Located& step : steps) {
    const std::size_t length = characters(step.text);
    if (length > kLongestStep) {
      context.mistakes.add(
          context.file, step.line,
          absl::StrCat("the step \"", step.text, "\" has ", length, " characters; make it ", kLongestStep, " at most"));
    }
  }
}

}  // namespace

void read_exercise(const toml::table& table, const ItemContext& context, domain::Library& library) {
  TableReader reader(table, context.file, "an exercise", context.mistakes);
  domain::ResetExercise exercise;
  exercise.language = context.language;
  exercise.id = read_id(reader, context, library.exercises, "exercise");
  exercise.kind = reader.choice<domain::Exercise>("kind", kExercises);
  exercise.title = reader.required_text("title");
  if (characters(exercise.title) > kLongestTitle) {
    reader.wrong("title", absl::StrCat("a title is at most ", kLongestTitle, " characters; make it shorter"));
  }
  const std::vector<Located> steps = reader.texts("steps");
  check_steps(reader, steps, context);
  exercise.steps = plain(steps);
  exercise.author = reader.text("author", kAuthor);
  reader.finish();
  library.exercises.push_back(std::move(exercise));
}

void check_wordings(const domain::Library& library, const std::string& language, std::string_view file,
                    std::size_t line, Mistakes& mistakes) {
  for (const auto& [name, kind] : kExercises) {
    const auto count = std::count_if(
        library.exercises.begin(), library.exercises.end(),
        [&, wanted = kind](const auto& each) { return each.language == language && each.kind == wanted; });
    if (count >= kLeastWordings) continue;
    mistakes.add(file, line,
                 absl::StrCat(language, " has ", count, " wordings of the exercise \"", std::string(name),
                              "\", which wears out; write ", kLeastWordings, " at least"));
  }
}

void check_exercise(const Item& item, Findings& findings) {
  std::vector<Passage> said = item.texts("steps");
  said.push_back(item.passage("title"));
  std::size_t words = 0;
  for (const Passage& passage : said) {
    check_level(passage, findings);
    check_form(passage, "je", findings);
    words += domain::spoken_words(passage.text).size();
    if (passage.text.find('!') == std::string::npos) continue;
    findings.push_back(finding(passage, "calm", "an exclamation mark", "end with a full stop: this is a quiet moment"));
  }
  if (words <= kMostWords) return;
  findings.push_back(finding(item.passage("steps"), "breath", absl::StrCat(words, " words in 30 seconds"),
                             absl::StrCat("leave out ", words - kMostWords)));
}

}  // namespace aandacht::content
