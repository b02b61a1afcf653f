// Inside redaction: searches a text again, with placeholders for what was found, until nothing more is found.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/domain/redaction.h"
#include "shared/domain/redaction_search.h"

namespace aandacht::domain::redaction {

/// What must be hidden in a text: in order, not overlapping, placeholders left alone.
[[nodiscard]] std::vector<RedactedSpan> find_once(const Tokens& tokens, const Situation& situation);

/// redact() of well-formed text in a conversation.
[[nodiscard]] Redacted redact_in(std::string_view text, const Situation& situation);

/// The same of a text whose tokens are known.
[[nodiscard]] Redacted redact_in(std::string_view text, const Tokens& tokens, const Situation& situation);

/// The spans of `before` and those of `added`, which refer to the text in which `before` were replaced, as spans of the
/// one input.
[[nodiscard]] std::vector<RedactedSpan> merge_rounds(const std::vector<RedactedSpan>& before,
                                                     const std::vector<RedactedSpan>& added);

/// `text` with each span replaced by its placeholder.
[[nodiscard]] std::string replace(std::string_view text, const std::vector<RedactedSpan>& spans);

}  // namespace aandacht::domain::redaction
