// The items in force: what was shipped, with what was put live or retired over it.
#pragma once

#include <map>
#include <vector>

#include "absl/status/status.h"
#include "service/store/library_records.h"
#include "shared/content/shelf.h"
#include "shared/domain/library.h"

namespace aandacht::core {

/// The part of a library that is tended while the service runs.
struct LibraryItems {
  std::vector<domain::Why> whys;
  std::vector<domain::CoachRule> coach_rules;
  std::vector<domain::JargonTerm> jargon;
  std::vector<domain::Habit> habits;
  std::vector<domain::PromptTemplate> prompts;
};

[[nodiscard]] LibraryItems items_of(const domain::Library& library);

/// Puts them in the place of those that `library` has.
void put_items(const LibraryItems& items, domain::Library& library);

/// `shipped` with the changes in: what replaces a shipped item takes its place, what is new follows by kind and id. An
/// item that cannot be read is left as it was shipped and written to the log; of a why what can be read is used,
/// because whys that programs put may lack what an editor asks for.
[[nodiscard]] LibraryItems with_changes(const LibraryItems& shipped, const content::Changes& changes,
                                        const content::WordsByLanguage& words);

/// INVALID_ARGUMENT when this item cannot be read: a line for each mistake with its field.
[[nodiscard]] absl::Status check_readable(const content::ItemText& item, const content::WordsByLanguage& words);

/// The item of a version that is kept. DATA_LOSS: it is no item.
[[nodiscard]] absl::StatusOr<content::ItemText> text_of(const store::ItemRecord& record,
                                                        const domain::ItemVersion& version);

}  // namespace aandacht::core
