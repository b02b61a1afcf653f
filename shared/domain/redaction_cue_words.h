// Inside redaction: single words and pairs of words that tell what a number is, or where a cue's reach ends.
#pragma once

#include <cstddef>
#include <string_view>

#include "shared/base/one_of.h"
#include "shared/domain/redaction_token.h"

namespace aandacht::domain::redaction {

using base::is_one_of;

/// The key `steps` tokens before token `at`, empty when there is none.
[[nodiscard]] std::string_view key_before(const Tokens& tokens, std::size_t at, std::size_t steps);

/// Whether the mark at `at` ends what a cue is about: the end of a sentence, a currency.
[[nodiscard]] bool ends_reach(const Tokens& tokens, std::size_t at);

/// "achterop", "the back", "back of": where a card's code is, and not "send back".
[[nodiscard]] bool is_back_of_card(const Tokens& tokens, std::size_t at);

/// "@" as it is said: "apenstaartje"; not "at", which is a word too.
[[nodiscard]] bool is_spoken_sign(std::string_view key);

/// "@" as it is written or said, or what may be it: "at".
[[nodiscard]] bool may_be_mail_sign(std::string_view key);

/// What is opened with a code: "het alarm heeft code 2268".
[[nodiscard]] bool opens_with_code(std::string_view key);

/// What has a code of its own: "key safe", "alarm".
[[nodiscard]] bool has_own_code(const Tokens& tokens, std::size_t at);

/// "gaat open met", "opens with", "kom je binnen met", "get in with": at the first word.
[[nodiscard]] bool says_opened_with(const Tokens& tokens, std::size_t at);

/// "code van den alarm", "code for the gate": at the last word.
[[nodiscard]] bool opened_by_code(const Tokens& tokens, std::size_t at);

/// How a code for one use reaches who must repeat it.
[[nodiscard]] bool is_sent_by(std::string_view key);

/// Where on a card its code is printed.
[[nodiscard]] bool is_side_of_card(std::string_view key);

}  // namespace aandacht::domain::redaction
