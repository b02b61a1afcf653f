// Numbers and names out of SIP's addresses (RFC 3261 §19.1, §20.10 and §25.1).
#pragma once

#include <string>
#include <string_view>

namespace aandacht::softphone {

/// The user part of "sip:+31612345678@host;transport=udp", "<sip:…>" or "tel:+31…": without password, parameters and
/// percent-escapes. Empty when there is none or the number is withheld.
[[nodiscard]] std::string number_of(std::string_view uri);

/// True for the address of a caller who withholds the number (RFC 3323 §4.1.1.3: anonymous.invalid; user "anonymous").
[[nodiscard]] bool is_withheld(std::string_view uri);

/// A display name without its quotes and quoted-pairs (\" and \\), repaired to UTF-8, without control characters, at
/// most 200 bytes.
[[nodiscard]] std::string clean_name(std::string_view name);

/// A header such as `"Jan" <sip:+31612345678@host>;tag=x`, taken apart.
struct NameAndAddress {
  std::string name;  ///< Cleaned; empty when withheld.
  std::string uri;
};

[[nodiscard]] NameAndAddress split_header(std::string_view header);

}  // namespace aandacht::softphone
