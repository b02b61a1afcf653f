// Phone numbers as softphones and files give them.
#pragma once

#include <string>
#include <string_view>

namespace aandacht::domain {

/// `written` in E.164 ("+31612345678"): from "06-12345678", "0031…", "+31 (0)6 …", "sip:…@host;user=phone", "tel:…",
/// "\"Name\" <sip:…>". Empty when it is withheld, anonymous, an internal extension or no phone number.
///
/// \param country_code  of numbers written without one, digits only
[[nodiscard]] std::string normalise_phone(std::string_view written, std::string_view country_code = "31");

}  // namespace aandacht::domain
