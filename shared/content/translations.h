// Items that say the same in two languages.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "shared/content/item_text.h"

namespace aandacht::content {

/// The field that names the same item in another language, with that language: "nl/terugbetaling". One of both has it;
/// both may.
inline constexpr std::string_view kTranslates = "translates";

/// Which item stands beside which: the one that it says it translates, or that says so of it, or that translates the
/// same one; of those that say nothing, the one of the same name ("nl/water" and "en/water").
class Translations {
 public:
  /// \param id          "en/refund"
  /// \param translates  what its field kTranslates says; may be empty
  void add(domain::ItemKind kind, const std::string& id, const std::string& language, const std::string& translates);

  /// The ids of the same in other languages, one a language, in the order of the languages.
  [[nodiscard]] std::vector<std::string> of(domain::ItemKind kind, const std::string& id) const;

  /// What is wrong with an item's `translates`; empty: nothing, or it says nothing. \param advice  what to do
  [[nodiscard]] std::string mistake(domain::ItemKind kind, const std::string& id, const std::string& language,
                                    const std::string& translates, std::string& advice) const;

 private:
  using Key = std::pair<domain::ItemKind, std::string>;
  struct Entry {
    std::string language;
    std::string translates;
  };
  [[nodiscard]] const Entry* find(domain::ItemKind kind, const std::string& id) const;

  std::map<Key, Entry> entries_;
  std::map<Key, std::set<std::string>> translators_;  // By what they translate.
  std::set<std::string> languages_;
};

/// The language before an id's first "/"; empty when there is none.
[[nodiscard]] std::string_view language_in(std::string_view id);

/// The beginning of `item` in another language: what is the same in both (a rule's label and limits, a why's queues, a
/// term's sector, a prompt's urgency) is there, and `kTranslates`; the words are still to be written.
/// \param name  its id without the language; of a term its word
[[nodiscard]] ItemText begun_in(const ItemText& item, const std::string& language, const std::string& name);

}  // namespace aandacht::content
