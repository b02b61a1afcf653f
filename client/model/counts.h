// Counts and amounts in words, as in a sentence.
#pragma once

#include <string>

#include "absl/time/time.h"
#include "client/model/language.h"

namespace aandacht::model {

/// "vier", "four"; in digits below zero and above twelve.
[[nodiscard]] std::string number_text(int number, Language language);

/// "1,6", "1.6"; one digit, and none when it is zero. Without a sign.
[[nodiscard]] std::string decimal_text(double number, Language language);

/// "tien minuten", "45 minuten", "een uur", "tweeënhalf uur": minutes up to 55 in steps of five, then half hours.
[[nodiscard]] std::string stretch_text(absl::Duration stretch, Language language);

/// "63 s", "3 minuten": whole seconds up to two minutes, then whole minutes. At least "1 s".
[[nodiscard]] std::string moment_text(absl::Duration moment, Language language);

}  // namespace aandacht::model
