#include "shared/content/translations.h"

#include "absl/strings/str_cat.h"
#include "shared/content/items.h"

namespace aandacht::content {

using domain::ItemKind;

void Translations::add(ItemKind kind, const std::string& id, const std::string& language,
                       const std::string& translates) {
  entries_.insert_or_assign({kind, id}, Entry{language, translates});
  languages_.insert(language);
  if (!translates.empty()) translators_[{kind, translates}].insert(id);
}

const Translations::Entry* Translations::find(ItemKind kind, const std::string& id) const {
  const auto found = entries_.find({kind, id});
  return found == entries_.end() ? nullptr : &found->second;
}

std::vector<std::string> Translations::of(ItemKind kind, const std::string& id) const {
  const Entry* item = find(kind, id);
  if (item == nullptr) return {};
  std::map<std::string, std::string> by_language;  // What comes first counts.
  const auto take = [&](const std::string& other) {
    const Entry* found = find(kind, other);
    if (found != nullptr && found->language != item->language) by_language.emplace(found->language, other);
  };
  const auto take_translators = [&](const std::string& of) {
    const auto translators = translators_.find({kind, of});
    if (translators == translators_.end()) return;
    for (const std::string& other : translators->second) take(other);
  };
  if (!item->translates.empty()) take(item->translates);
  take_translators(id);
  if (!item->translates.empty()) take_translators(item->translates);
  if (item->translates.empty()) {
    const std::string stem(stem_of(id, item->language));
    for (const std::string& language : languages_) {
      const std::string same_name = full_id(stem, language);
      const Entry* other = find(kind, same_name);
      if (other != nullptr && other->translates.empty() && !translators_.contains({kind, same_name})) take(same_name);
    }
  }
  std::vector<std::string> ids;
  for (auto& [language, other] : by_language) ids.push_back(std::move(other));
  return ids;
}

std::string Translations::mistake(ItemKind kind, const std::string& id, const std::string& language,
                                  const std::string& translates, std::string& advice) const {
  if (translates.empty()) return {};
  const Entry* other = find(kind, translates);
  if (other == nullptr) {
    advice = absl::StrCat("write the id of a ", domain::name_of(kind), " in another language, or leave translates out");
    return absl::StrCat("there is no ", domain::name_of(kind), " “", translates, "” to translate");
  }
  if (other->translates == id) return {};
  advice = "two stand beside each other, not three; let one of them name another, or leave translates out";
  if (language_in(other->translates) == language) {
    return absl::StrCat("“", translates, "” says that it translates ", other->translates);
  }
  for (const std::string& also : translators_.at({kind, translates})) {
    const Entry* rival = find(kind, also);
    if (also != id && rival != nullptr && rival->language == language) {
      return absl::StrCat("“", translates, "” is translated by ", also, " too");
    }
  }
  advice.clear();
  return {};
}

std::string_view language_in(std::string_view id) {
  const std::size_t slash = id.find('/');
  return slash == std::string_view::npos ? std::string_view() : id.substr(0, slash);
}

ItemText begun_in(const ItemText& item, const std::string& language, const std::string& name) {
  // Words are of one language; these are not.
  static const std::set<std::string_view> kSame = {
      "label", "priority", "cooldown", "once_per_call", "maximum_per_call", "phases", "queues", "urgency"};
  ItemText begun{item.kind, language, full_id(name, language), {}};
  for (const Field& field : item.fields) {
    if (kSame.contains(field.name)) begun.set(field);
  }
  begun.set({std::string(kTranslates), Field::Shape::kText, item.id, {}});
  return begun;
}

}  // namespace aandacht::content
