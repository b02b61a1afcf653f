// The language of the window; the language of a call is another matter.
#pragma once

namespace aandacht::model {

enum class Language { kDutch, kEnglish };

}  // namespace aandacht::model
