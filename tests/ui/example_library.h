// The library page of the console, empty, on an ordinary day, and in trouble.
#pragma once

#include "client/model/library_exchange.h"
#include "client/model/library_model.h"
#include "client/supervisor/library_view.h"

namespace aandacht::test {

[[nodiscard]] model::LibraryState empty_library();
/// A why with a draft, its Dutch beside its English, things to mend, two versions.
[[nodiscard]] model::LibraryState typical_library(model::Language language);
/// Somebody else changed the same words.
[[nodiscard]] model::LibraryState conflicting_library(model::Language language);
/// Two hundred items; what was written is not saved.
[[nodiscard]] model::LibraryState full_library(model::Language language);

/// The same why with nothing in the other language yet.
[[nodiscard]] model::LibraryState lonely_library(model::Language language);

/// Files that are imported: chosen, with something wrong, and as they would be taken; and an export that would replace.
[[nodiscard]] model::ExchangeState chosen_import();
[[nodiscard]] model::ExchangeState wrong_import();
[[nodiscard]] model::ExchangeState asked_import();
[[nodiscard]] model::ExchangeState asked_export();

[[nodiscard]] model::LibraryModel library_model(const model::LibraryState& state, model::Language language);

/// The fields with what the form has in them.
[[nodiscard]] supervisor::LibraryFields library_fields(const model::LibraryState& state);

}  // namespace aandacht::test
