// Inside redaction: passwords, which words tell them and how far they go.
#pragma once

#include <cstddef>
#include <string_view>

#include "shared/domain/redaction_search.h"
#include "shared/domain/redaction_token.h"

namespace aandacht::domain::redaction {

/// "wachtwoord", "geheime woord", "memorable word", "pass word": at the last word.
[[nodiscard]] bool is_password_cue(const Tokens& tokens, std::size_t at);

/// Between a cue and its password: "is", "luidt", ":".
[[nodiscard]] bool is_link(std::string_view key);

/// What a password may be said to be without telling it.
[[nodiscard]] bool is_state(std::string_view key);

/// What may be answered instead of a password.
[[nodiscard]] bool is_reply(std::string_view key);

/// Where a password ends at the latest, unless it is spelled on: "en", "but", a comma.
[[nodiscard]] bool ends_password(const Token& token);

/// Characters that stand together, as a written password does: the last token of them.
[[nodiscard]] std::size_t chunk_end(const Tokens& tokens, std::size_t first);

/// Whether tokens [first, last] have digits.
[[nodiscard]] bool has_digits(const Tokens& tokens, std::size_t first, std::size_t last);

/// "Tulp22", "hond_9!": letters and digits that stand together, and no quantity ("8gb", "3e").
[[nodiscard]] bool is_mixed(const Tokens& tokens, std::size_t first, std::size_t last);

/// Over "denk ik", "volgens mij", "just", which may stand before a password.
[[nodiscard]] std::size_t past_hedges(const Tokens& tokens, std::size_t at);

/// The last token of a password that is told from token `first` on: to the end of the clause, a chunk at a time.
[[nodiscard]] std::size_t clause_end(const Tokens& tokens, std::size_t first);

/// Past "met hoofdletter k en dan drie uitroeptekens" behind a password that ends at token `last`.
[[nodiscard]] std::size_t with_details(const Tokens& tokens, std::size_t last);

/// The answer to "wat is uw wachtwoord?".
void find_asked_password(Search& search);

}  // namespace aandacht::domain::redaction
