// One reader per kind of item in a content file.
#pragma once

#include <toml++/toml.h>

#include <string>
#include <string_view>
#include <vector>

#include "shared/content/mistakes.h"
#include "shared/content/words.h"
#include "shared/domain/library.h"

namespace aandacht::content {

/// What the readers of one language's items share. Borrows everything.
struct ItemContext {
  std::string file;
  std::string language;
  const Words& words;
  Mistakes& mistakes;
};

/// Ids are unique over languages: "terugbetaling" in nl/ becomes "nl/terugbetaling".
[[nodiscard]] std::string full_id(const std::string& id, const std::string& language);

/// The {slots} in a text, with their braces; one that is not closed runs to the end.
[[nodiscard]] std::vector<std::string> slots_in(std::string_view text);

/// Each adds what it reads to `library`, and what is wrong to the context's mistakes.
void read_why(const toml::table& table, const ItemContext& context, domain::Library& library);
void read_rule(const toml::table& table, const ItemContext& context, domain::Library& library);
void read_we_line(const toml::table& table, const ItemContext& context, domain::Library& library);
void read_warmth_line(const toml::table& table, const ItemContext& context, domain::Library& library);
void read_jargon(const toml::table& table, const ItemContext& context, domain::Library& library);
void read_habit(const toml::table& table, const ItemContext& context, domain::Library& library);
void read_prompt(const toml::table& table, const ItemContext& context, domain::Library& library);
void read_exercise(const toml::table& table, const ItemContext& context, domain::Library& library);
/// An alert rule is read for its mistakes only, see alert_rules.h.
void read_alert(const toml::table& table, const ItemContext& context, domain::Library& library);
void read_phrases(const toml::table& table, const ItemContext& context, domain::Lexicon& lexicon);
void read_weights(const toml::table& table, const ItemContext& context, domain::Lexicon& lexicon);
void read_attention(const toml::table& table, const std::string& file, Mistakes& mistakes,
                    domain::AttentionRules& rules);
/// Takes the place of all rows in `rules`: what the file leaves out does not tire.
void read_fatigue(const toml::table& table, const std::string& file, Mistakes& mistakes, domain::FatigueRules& rules);

/// A language that has exercises has enough wordings of each kind; otherwise a mistake at `file` and `line`.
void check_wordings(const domain::Library& library, const std::string& language, std::string_view file,
                    std::size_t line, Mistakes& mistakes);

}  // namespace aandacht::content
