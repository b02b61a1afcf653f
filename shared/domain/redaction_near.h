// Inside redaction: which words of a turn stand near anything that could have to go.
#pragma once

#include <functional>
#include <vector>

#include "shared/domain/redaction_search.h"

namespace aandacht::domain::redaction {

/// True when nothing of this could have to go: nothing is taken, and no token is what the words below are near to but
/// quantities ("drie dagen") where nothing was asked for, and months where nothing counts ("in oktober"). Linear.
[[nodiscard]] bool none_is_near(const Search& search);

/// By token. All words are near where a secret may be said, which can be any word, and in a bare answer. Elsewhere
/// those a few tokens from a number, a letter, a month, a street, a part of a mailbox or what `is_marked` says: of the
/// rest nobody need know more than that. Linear.
///
/// \param is_marked  of a token: a rule took it, or it is of a date
[[nodiscard]] std::vector<bool> near_candidates(const Search& search,
                                                const std::function<bool(std::size_t)>& is_marked);

}  // namespace aandacht::domain::redaction
