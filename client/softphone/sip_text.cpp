#include "client/softphone/sip_text.h"

#include <algorithm>
#include <cctype>
#include <optional>

#include "shared/base/utf8.h"

namespace aandacht::softphone {
namespace {

constexpr std::size_t kLongestName = 200;
constexpr std::size_t kLongestNumber = 64;

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return result;
}

std::string_view strip(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) {
    return {};
  }
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

struct Address {
  std::string_view user;
  std::string_view host;
};

Address take_apart(std::string_view uri) {
  uri = strip(uri);
  if (uri.starts_with('<')) {
    uri = uri.substr(1, uri.find('>') - 1);
  }
  const std::size_t scheme = uri.find(':');
  if (scheme == std::string_view::npos) {
    return {};
  }
  const bool is_telephone = lower(uri.substr(0, scheme)) == "tel";
  uri.remove_prefix(scheme + 1);
  const std::size_t at = uri.rfind('@');
  if (at == std::string_view::npos) {
    const std::string_view rest = uri.substr(0, uri.find_first_of(";?"));
    return is_telephone ? Address{.user = rest, .host = {}} : Address{.user = {}, .host = rest};
  }
  const std::string_view host = uri.substr(at + 1);
  return {.user = uri.substr(0, uri.find_first_of(":;@")), .host = host.substr(0, host.find_first_of(":;?>"))};
}

std::optional<int> hex_digit(char c) {
  if (c >= '0' && c <= '9') {
    return c - '0';
  }
  const int folded = std::tolower(static_cast<unsigned char>(c));
  return folded >= 'a' && folded <= 'f' ? std::optional(folded - 'a' + 10) : std::nullopt;
}

std::string unescape_percent(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_escape = text[i] == '%' && i + 2 < text.size() && hex_digit(text[i + 1]) && hex_digit(text[i + 2]);
    result.push_back(is_escape ? static_cast<char>(*hex_digit(text[i + 1]) * 16 + *hex_digit(text[i + 2])) : text[i]);
    i += is_escape ? 2 : 0;
  }
  return result;
}

/// Fit to be shown: valid, without control characters, not too long.
std::string printable(std::string_view text, std::size_t longest) {
  std::string valid = base::to_valid_utf8(text);
  std::erase_if(valid, [](unsigned char c) { return c < 0x20 || c == 0x7f; });
  return std::string(base::truncate_utf8(valid, longest));
}

}  // namespace

bool is_withheld(std::string_view uri) {
  const Address address = take_apart(uri);
  return lower(address.host) == "anonymous.invalid" || lower(address.user) == "anonymous";
}

std::string number_of(std::string_view uri) {
  return is_withheld(uri) ? std::string() : printable(unescape_percent(take_apart(uri).user), kLongestNumber);
}

std::string clean_name(std::string_view name) {
  name = strip(name);
  if (name.size() >= 2 && name.front() == '"' && name.back() == '"') {
    name = name.substr(1, name.size() - 2);
  }
  std::string result;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const bool is_pair = name[i] == '\\' && i + 1 < name.size();
    result.push_back(name[is_pair ? ++i : i]);
  }
  return printable(strip(result), kLongestName);
}

NameAndAddress split_header(std::string_view header) {
  header = strip(header);
  std::size_t open = header.find('<');
  if (header.starts_with('"')) {
    std::size_t close = 1;
    while (close < header.size() && header[close] != '"') {
      close += header[close] == '\\' ? 2 : 1;
    }
    open = header.find('<', std::min(close, header.size()));
  }
  if (open == std::string_view::npos) {
    return {.name = "", .uri = std::string(strip(header))};
  }
  const std::string_view address = header.substr(open);
  NameAndAddress result;
  result.uri = std::string(address.substr(1, address.find('>') - 1));
  result.name = is_withheld(result.uri) ? std::string() : clean_name(header.substr(0, open));
  return result;
}

}  // namespace aandacht::softphone
