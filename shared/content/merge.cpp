#include "shared/content/merge.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "shared/content/word_diff.h"

namespace aandacht::content {
namespace {

using From = FieldMerge::From;
using Words = std::vector<std::string>;

/// Where each word of `base` is in `other`.
std::map<std::size_t, std::size_t> places_in(const Words& base, const Words& other) {
  std::map<std::size_t, std::size_t> places;
  for (const auto& [in_base, in_other] : common_words(base, other)) places.emplace(in_base, in_other);
  return places;
}

Words part(const Words& words, std::size_t begin, std::size_t end) {
  return {words.begin() + static_cast<std::ptrdiff_t>(begin), words.begin() + static_cast<std::ptrdiff_t>(end)};
}

/// What stands between two words that all three have; absent: both changed it, differently.
std::optional<Words> merge_gap(const Words& base, const Words& theirs, const Words& mine) {
  if (theirs == base || theirs == mine) return mine;
  if (mine == base) return theirs;
  return std::nullopt;
}

/// The words that all three have are where the merge can be sure; between two of them stands what somebody changed
/// (Khanna, Kunal and Pierce, "A formal investigation of diff3", 2007).
std::optional<Words> merge_words(const Words& base, const Words& theirs, const Words& mine) {
  const auto in_theirs = places_in(base, theirs);
  const auto in_mine = places_in(base, mine);
  Words merged;
  std::size_t base_from = 0;
  std::size_t theirs_from = 0;
  std::size_t mine_from = 0;
  for (std::size_t at = 0; at <= base.size(); ++at) {
    const auto there = in_theirs.find(at);
    const auto here = in_mine.find(at);
    const bool end = at == base.size();
    if (!end && (there == in_theirs.end() || here == in_mine.end())) continue;
    const std::size_t theirs_at = end ? theirs.size() : there->second;
    const std::size_t mine_at = end ? mine.size() : here->second;
    const std::optional<Words> gap =
        merge_gap(part(base, base_from, at), part(theirs, theirs_from, theirs_at), part(mine, mine_from, mine_at));
    if (!gap) return std::nullopt;
    merged.insert(merged.end(), gap->begin(), gap->end());
    if (!end) merged.push_back(base[at]);
    base_from = at + 1;
    theirs_from = theirs_at + 1;
    mine_from = mine_at + 1;
  }
  return merged;
}

bool has(const Words& list, const std::string& text) { return std::find(list.begin(), list.end(), text) != list.end(); }

/// Sets do not conflict: nobody can add and take out the same.
Words merge_lists(const Words& base, const Words& theirs, const Words& mine) {
  Words merged;
  std::set<std::string> added;
  for (const std::string& text : base) {
    if (has(theirs, text) && has(mine, text) && !has(merged, text)) merged.push_back(text);
  }
  for (const Words* side : {&theirs, &mine}) {
    for (const std::string& text : *side) {
      if (!has(base, text)) added.insert(text);
    }
  }
  merged.insert(merged.end(), added.begin(), added.end());
  return merged;
}

Field field_of(const ItemText& item, const std::string& name) {
  const Field* field = item.find(name);
  return field == nullptr ? Field{name, Field::Shape::kText, {}, {}} : *field;
}

bool says_nothing(const Field& field) { return field.text.empty() && field.list.empty(); }

bool same(const Field& a, const Field& b) { return (says_nothing(a) && says_nothing(b)) || a == b; }

bool all_are(Field::Shape shape, const FieldMerge& field) {
  const auto fits = [&](const Field& each) { return says_nothing(each) || each.shape == shape; };
  return fits(field.base) && fits(field.theirs) && fits(field.mine);
}

void merge_both(FieldMerge& field) {
  field.from = From::kBoth;
  field.result = field.mine;
  if (all_are(Field::Shape::kList, field)) {
    field.result.shape = Field::Shape::kList;
    field.result.list = merge_lists(field.base.list, field.theirs.list, field.mine.list);
    return;
  }
  bool conflict = !all_are(Field::Shape::kText, field) || says_nothing(field.theirs) || says_nothing(field.mine);
  if (!conflict) field.result.text = merge_text(field.base.text, field.theirs.text, field.mine.text, conflict);
  if (conflict) field.from = From::kConflict;
}

FieldMerge merge_field(const std::string& name, const ItemText& base, const ItemText& theirs, const ItemText& mine) {
  FieldMerge field{name, field_of(base, name), field_of(theirs, name), field_of(mine, name), {}, From::kNobody};
  const bool they_did = !same(field.theirs, field.base);
  const bool i_did = !same(field.mine, field.base);
  if (they_did && i_did && !same(field.theirs, field.mine)) {
    merge_both(field);
    return field;
  }
  field.result = they_did && !i_did ? field.theirs : field.mine;
  if (they_did && i_did) {
    field.from = From::kBoth;
  } else if (they_did || i_did) {
    field.from = they_did ? From::kTheirs : From::kMine;
  }
  return field;
}

std::vector<std::string> names_in(const ItemText& base, const ItemText& theirs, const ItemText& mine) {
  std::vector<std::string> names;
  for (const FieldShape& known : fields_of(mine.kind)) names.emplace_back(known.name);
  std::set<std::string> others;
  for (const ItemText* item : {&base, &theirs, &mine}) {
    for (const Field& field : item->fields) {
      if (!has(names, field.name)) others.insert(field.name);
    }
  }
  names.insert(names.end(), others.begin(), others.end());
  std::erase_if(names, [&](const std::string& name) {
    return base.find(name) == nullptr && theirs.find(name) == nullptr && mine.find(name) == nullptr;
  });
  return names;
}

}  // namespace

std::string merge_text(std::string_view base, std::string_view theirs, std::string_view mine, bool& conflict) {
  if (const std::optional<Words> merged = merge_words(words_in(base), words_in(theirs), words_in(mine))) {
    return joined_words(*merged);
  }
  conflict = true;
  return std::string(mine);
}

Merge merge(const ItemText& base, const ItemText& theirs, const ItemText& mine) {
  Merge merged{{mine.kind, mine.language, mine.id, {}}, {}};
  for (const std::string& name : names_in(base, theirs, mine)) {
    merged.fields.push_back(merge_field(name, base, theirs, mine));
    merged.item.set(merged.fields.back().result);
  }
  return merged;
}

std::vector<std::string> Merge::conflicts() const {
  std::vector<std::string> names;
  for (const FieldMerge& field : fields) {
    if (field.from == From::kConflict) names.push_back(field.name);
  }
  return names;
}

}  // namespace aandacht::content
