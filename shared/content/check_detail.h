// The checks of check.h, one idea a function.
#pragma once

#include <toml++/toml.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "shared/content/check.h"
#include "shared/domain/library.h"

namespace aandacht::content {

/// A text of a content file, and where it stands.
struct Passage {
  std::string file;
  std::string language;
  std::size_t line = 0;
  std::string item;  ///< "the why terugbetaling".
  std::string key;   ///< "customer".
  std::string text;
};

/// One item of a file: [[why]], [[we_line]], ….
struct Item {
  std::string file;
  std::string language;
  const toml::table* table = nullptr;
  std::string name;  ///< For messages: "the why terugbetaling", "a we_line".

  [[nodiscard]] std::size_t line_of(std::string_view key) const;
  [[nodiscard]] bool has(std::string_view key) const;
  [[nodiscard]] std::string text(std::string_view key) const;
  [[nodiscard]] std::vector<Passage> texts(std::string_view key) const;  ///< Of a list.
  [[nodiscard]] Passage passage(std::string_view key) const;
};

/// Jargon by language, ready to be found in a text.
class JargonFinder {
 public:
  explicit JargonFinder(const std::vector<domain::JargonTerm>& terms);

  /// The terms in `text` whose plain word is not in it too, in order.
  [[nodiscard]] std::vector<const domain::JargonTerm*> find(std::string_view text, const std::string& language) const;

 private:
  struct Spelling {
    std::vector<std::string> words;  ///< Folded.
    const domain::JargonTerm* term;
  };
  std::map<std::string, std::multimap<std::string, Spelling>> by_first_word_;  ///< By language.
};

using Findings = std::vector<Finding>;

[[nodiscard]] Finding finding(const Passage& at, std::string_view kind, std::string what, std::string advice);

/// Texts. Each adds what it finds.
void check_jargon(const Passage& said, const JargonFinder& jargon, Findings& findings);
void check_level(const Passage& said, Findings& findings);
void check_orders(const Passage& said, Findings& findings);
void check_they(const Passage& said, Findings& findings);
void check_form(const Passage& said, std::string_view address_form, Findings& findings);
void check_breath(const Passage& at, const std::string& together, Findings& findings);

/// Items.
void check_why(const Item& item, const JargonFinder& jargon, Findings& findings);
void check_we_line(const Item& item, const JargonFinder& jargon, Findings& findings);
void check_warmth_line(const Item& item, const JargonFinder& jargon, Findings& findings);
void check_habit(const Item& item, Findings& findings);
void check_prompt(const Item& item, Findings& findings);
void check_exercise(const Item& item, Findings& findings);
void check_term(const Item& item, const JargonFinder& jargon, Findings& findings);
/// `library` has the rule under its full id, and the lexicon it is read with.
void check_rule(const Item& item, const domain::Library& library, Findings& findings);

/// Items that say they translate what there is not, see translations.h.
void check_translations(const std::vector<Item>& items, Findings& findings);

/// What one language of the library has and another lacks.
void check_languages(const domain::Library& library, const std::vector<Item>& items, Findings& findings);

}  // namespace aandacht::content
