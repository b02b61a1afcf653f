// A visible text in both languages, for the console's pages: each keeps its own beside its model.
#pragma once

#include <string>

#include "absl/strings/substitute.h"
#include "client/model/language.h"

namespace aandacht::model {

/// `constexpr Bilingual kPushed{"Verstuurd aan $0.", "Sent to $0."};`
struct Bilingual {
  const char* dutch;
  const char* english;

  [[nodiscard]] constexpr const char* in(Language language) const {
    return language == Language::kDutch ? dutch : english;
  }

  /// With `$0`, `$1` … filled. Too few arguments leave the text empty.
  template <typename... Arguments>
  [[nodiscard]] std::string fill(Language language, const Arguments&... arguments) const {
    return absl::Substitute(in(language), arguments...);
  }
};

}  // namespace aandacht::model
