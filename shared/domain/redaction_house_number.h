// Inside redaction: the house number before or behind a postcode.
#pragma once

#include <cstddef>
#include <string_view>

#include "shared/domain/redaction_search.h"
#include "shared/domain/redaction_token.h"

namespace aandacht::domain::redaction {

/// At most four digits, or a number word.
[[nodiscard]] bool is_house_number(const Tokens& tokens, std::size_t at);

/// The last token of the house number behind token `last`, with what is added to it ("12-3", "12 bus 3"); `last` when
/// none follows.
[[nodiscard]] std::size_t with_house_number(const Search& search, std::size_t last);

/// The first token of "12" in "Kerkstraat 12, 1234 AB" and "huisnummer 12 postcode 1234 AB"; `first` when none is. With
/// `any_name` a capital is enough for a street.
[[nodiscard]] std::size_t with_street_number(const Search& search, std::size_t first, bool any_name);

/// "deliver to 14, LS8 2NP": the token of a number right before a code that has letters; `first` when none is.
[[nodiscard]] std::size_t with_number_before(const Search& search, std::size_t first);

/// "22 Harrow Road, NW10 4UA", "42 Maple Street Austin Texas 78701": the token of the number; `first` when none is.
[[nodiscard]] std::size_t house_before_street(const Tokens& tokens, std::size_t first);

/// Two letters, in lower case.
[[nodiscard]] bool is_american_state(std::string_view key);

}  // namespace aandacht::domain::redaction
