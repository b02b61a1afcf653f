// One item, as the service reads with it, and what an editor would say of it.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "shared/content/item_text.h"
#include "shared/content/mistakes.h"
#include "shared/content/words.h"
#include "shared/domain/item_view.h"
#include "shared/domain/library.h"

namespace aandacht::content {

/// [words] by language.
using WordsByLanguage = std::map<std::string, Words>;

/// Adds the item to `library` under its own id. What is wrong is added to `mistakes` with the line of write_item() and
/// the item in the place of the file ("why nl/terugbetaling"); then what was added is not to be used.
void read_item(const ItemText& item, const WordsByLanguage& words, domain::Library& library, Mistakes& mistakes);

using FieldFinding = domain::ItemFinding;

/// In the order of the fields. Pure; fit for every pause in typing. \param library  its jargon and lexicon count
[[nodiscard]] std::vector<FieldFinding> check_item_text(const ItemText& item, const WordsByLanguage& words,
                                                        const domain::Library& library);

/// The why as an item; every field that says something, and the author always.
[[nodiscard]] ItemText item_of(const domain::Why& why);

}  // namespace aandacht::content
