// Inside redaction: what one turn of a conversation shows of the turns beside it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/domain/redaction_asked.h"
#include "shared/domain/redaction_token.h"

namespace aandacht::domain::redaction {

/// Says nothing by itself: "eh", a comma.
[[nodiscard]] bool says_little(const Token& token);

/// Whether a number or an address may go on after these words.
[[nodiscard]] bool ends_open(const Tokens& tokens);

/// Whether these words may go on with a number or an address.
[[nodiscard]] bool begins_open(const Tokens& tokens);

/// Whether these words go on with an address for certain: "apenstaartje gmail", "at home dot nl".
[[nodiscard]] bool begins_with_sign(const Tokens& tokens);

/// "en het jaar?"
[[nodiscard]] bool asks_part_of_date(const Tokens& tokens);

/// Hashes of the words of a question, without those that say nothing.
[[nodiscard]] std::vector<std::uint32_t> telling_words(const Tokens& tokens);

/// Between two parts of one number little else is said, and nothing else is asked for.
///
/// \param asked  asked_in(tokens)
[[nodiscard]] bool asks_for_another(const Tokens& tokens, const Expected& asked);

/// All digits of a text, one behind the other.
[[nodiscard]] std::string digits_in(std::string_view text);

}  // namespace aandacht::domain::redaction
