// Which phrases are certainly well-formed, told without compiling them: a library has thousands, and compiling each
// only to see whether it can be compiled takes longer than all the rest of loading it.
#pragma once

#include <string_view>

namespace aandacht::domain {

/// True for a phrase that RE2 takes and that does not match the empty text, as far as this reader can tell: letters,
/// digits, spaces and apostrophes, groups, "|", "\S", and the repeats "?", "*", "+" and "{n,m}" up to 20. False says
/// nothing: the phrase may be well-formed all the same.
[[nodiscard]] bool is_surely_a_phrase(std::string_view phrase);

}  // namespace aandacht::domain
